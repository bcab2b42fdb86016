import { createReadStream } from 'node:fs';
import path from 'node:path';
import { civilDateOf } from '@lawgate/calendar';
import type { Principal } from '@lawgate/contracts';
import type { Database } from '@lawgate/database';
import type { ContentStore } from '@lawgate/files';
import type { ReportingTables } from '../../tables.ts';
import { checkImport } from './import-check.ts';
import { draftOf, recognise } from './import-draft.ts';
import { RegisterImportRun, type ImportParts } from './import-run.ts';
import { insertImport } from './import-store.ts';
import { readRegisterTable } from './register-table.ts';

/**
 * Takes over the register in a file of this machine as recorded cases, as an import by this person does.
 *
 * @param database with the role of the application: the import is this person's
 * @param parts with the database role of the worker, which writes the cases
 * @throws Error with the lines that a person would have to correct; the valid lines are cases then
 * @throws ProblemError 422 for a file that is not a register
 */
export async function recordRegister(
  database: Database<ReportingTables>,
  parts: ImportParts,
  store: ContentStore,
  by: Principal,
  file: string,
): Promise<void> {
  const { clock, definitions } = parts;
  const table = await readRegisterTable(file);
  const content = await store.receive(createReadStream(file));
  await content.keep();
  const now = clock.now();
  const draft = draftOf(by, path.basename(file), content, table, now);
  const recognised = recognise(definitions.all(), draft.fileName, table);
  const started = { ...draft, ...recognised, state: 'running' as const, startedAt: now };
  await database.as(by, async (tx) => {
    await insertImport(tx, started, table.rows);
    const { mapping, headings } = started;
    await checkImport(tx, started, { mapping, headings, definitions: definitions.all(), today: civilDateOf(now) });
  });
  await new RegisterImportRun(parts, () => {}).run(started.id, new AbortController().signal);
  const refused = await database.as(by, ({ db }) =>
    db
      .selectFrom('register_import_line')
      .select(['line', 'problems'])
      .where('importId', '=', started.id)
      .where('state', '=', 'refuse')
      .execute(),
  );
  if (refused.length === 0) return;
  const lines = refused.map(({ line, problems }) => `${line}: ${problems.map(({ message }) => message).join(' ')}`);
  throw new Error(`${lines.length} lines of ${path.basename(file)} were refused:\n${lines.join('\n')}`);
}
