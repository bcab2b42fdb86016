/** Every column of a table of cases is covered by verification, or named with the reason; and the manual says the same. */
// These imports register the entities.
import '@lawgate/admin';
import '@lawgate/case-file';
import '@lawgate/documents';
import '@lawgate/notifications';
import '@lawgate/reporting';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { coverage, notCoveredTables, type CoveredTable } from '@lawgate/cases';
import { testDatabase } from '@lawgate/testing';

const database = await testDatabase();
afterAll(() => database.drop());
const { rows: columns } = await database.ownerPool.query<{ table: string; column: string }>(
  `select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' order by 1, ordinal_position`,
);
const whole = readFileSync(new URL('../../../docs/manual.md', import.meta.url), 'utf8');
const [, manual = ''] = /^### What verification covers$([\s\S]*?)^## /m.exec(whole) ?? [];
const tables = Object.entries(coverage) as [string, CoveredTable][];

describe('what verification covers', () => {
  it.each(tables)('names every column of %s', (table, { key, columns: covered, not = {} }) => {
    const there = columns.filter((each) => each.table === table).map(({ column }) => column);
    const named = [...key, ...Object.keys(covered), ...Object.keys(not)].filter((column) => column !== 'content');
    expect([...new Set(named)].toSorted()).toEqual(there.toSorted());
  });

  it('knows every table whose rows belong to a case', () => {
    const ofCases = columns.filter(({ column }) => column === 'case_id').map(({ table }) => table);
    const named = new Set([...Object.keys(coverage), ...Object.keys(notCoveredTables)]);
    expect(ofCases.filter((table) => !named.has(table))).toEqual([]);
    const all = new Set(columns.map(({ table }) => table));
    expect([...named].filter((table) => !all.has(table))).toEqual([]);
  });

  it('is what the table of the manual says', () => {
    const listed = [...manual.matchAll(/^\| `([a-z_]+)\.([a-z0-9_]+)` +\|/gm)];
    const said = listed.filter(([, table = '']) => table in coverage).map(([, table, column]) => `${table}.${column}`);
    const known = tables.flatMap(([table, { key, columns: covered, not = {} }]) =>
      [...key, ...Object.keys(covered), ...Object.keys(not).filter((column) => column !== 'case_id')].map(
        (column) => `${table}.${column}`,
      ),
    );
    expect(said.toSorted()).toEqual([...new Set(known)].toSorted());
    for (const table of Object.keys(notCoveredTables))
      expect(manual).toMatch(new RegExp(`^\\| \`${table}\` +\\|`, 'm'));
  });
});
