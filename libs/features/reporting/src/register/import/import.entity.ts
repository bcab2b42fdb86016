import { p } from '@mikro-orm/postgresql';
import { defineEntity, CaseEntity } from '@lawgate/database';
import type { Mapping } from './columns.ts';
import type { RowProblem } from './row-check.ts';

/** A sheet of a workbook. */
export interface SheetRow {
  readonly name: string;
  readonly hidden: boolean;
  /** Number of rows with content. */
  readonly rows: number;
}

/** A register of the past that is imported. */
export const RegisterImportEntity = defineEntity({
  name: 'RegisterImport',
  tableName: 'register_import',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    fileName: p.text(),
    size: p.bigint('number'),
    fileHash: p.text(),
    fileSm3: p.text(),
    format: p.enum(['csv', 'xlsx'] as const),
    encoding: p.text(),
    sheet: p.text().nullable(),
    /** In the order of the tabs; empty for a csv. */
    sheets: p.json<SheetRow[]>().defaultRaw("'[]'"),
    headerLine: p.integer().nullable(),
    headings: p.json<string[]>(),
    mapping: p.json<Mapping>(),
    remembered: p.boolean(),
    state: p.enum(['draft', 'running', 'done'] as const),
    version: p.integer().default(1),
    createdBy: p.uuid(),
    createdAt: p.datetime(),
    startedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'register_import_id_org_id_org_path_key', properties: ['id', 'orgId', 'orgPath'] }],
});

/** One line of such a register, and its result. */
export const RegisterImportLineEntity = defineEntity({
  name: 'RegisterImportLine',
  tableName: 'register_import_line',
  properties: {
    importId: p.uuid().primary(),
    line: p.integer().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    cells: p.json<string[]>(),
    state: p.enum(['above', 'add', 'skip', 'refuse', 'added'] as const),
    problems: p.json<RowProblem[]>().defaultRaw("'[]'"),
    /** SHA-256 of number, name and days; with the facts that it added for a line that completed a matter. */
    rowKey: p.text().nullable(),
    /** How a line was read whose text breaks the rules of its format. */
    doubt: p.enum(['quotes-literal', 'quotes-unclear', 'undecodable'] as const).nullable(),
    caseId: () => p.manyToOne(CaseEntity).mapToPk().fieldName('case_id').nullable(),
  },
});

/** The stored mapping of the headings of a town's registers. */
export const RegisterMappingEntity = defineEntity({
  name: 'RegisterMapping',
  tableName: 'register_mapping',
  properties: {
    orgId: p.uuid().primary(),
    orgPath: p.text(),
    headingsKey: p.text().primary(),
    mapping: p.json<Mapping>(),
    updatedAt: p.datetime(),
  },
});
