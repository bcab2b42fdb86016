/** Requests and answers of the import's routes. */
import { nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';
import { maxColumns } from '@lawgate/files';
import { fields, type Field } from './columns.ts';

const Column = z
  .int({ error: '列号应为整数' })
  .min(0)
  .max(maxColumns - 1)
  .nullable();
const Columns = z.strictObject(
  Object.fromEntries(fields.map((field) => [field, Column.optional()])) as Record<Field, z.ZodOptional<typeof Column>>,
);
const Default = z.string().trim().min(1).max(100).nullable().optional();

export const MappingRequest = z.strictObject({
  /** The last line of the heading, where it was not recognised. */
  headerLine: z.int().min(1).max(1_048_576).optional(),
  columns: Columns,
  defaults: z.strictObject({ category: Default, unit: Default }).optional(),
});
export type MappingRequest = z.infer<typeof MappingRequest>;

export const SheetRequest = z.strictObject({
  /** Name of a sheet of the workbook. */
  sheet: z.string().min(1, '请填写工作表的名称').max(255),
});
export type SheetRequest = z.infer<typeof SheetRequest>;

export const ImportView = z.object({
  id: z.string(),
  fileName: z.string(),
  fileHash: z.string(),
  size: z.number(),
  format: z.enum(['csv', 'xlsx']),
  encoding: z.string(),
  /** Name of the sheet that was read; null for a csv. */
  sheet: z.string().nullable(),
  /** All sheets of the workbook in the order of their tabs; `rows` counts rows with content. */
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.number(), read: z.boolean() })),
  state: z.enum(['draft', 'running', 'done']),
  headerLine: z.number().nullable(),
  headings: z.array(z.string()),
  fields: z.array(z.object({ key: z.string(), label: z.string() })),
  /** The categories that a whole register may have as `mapping.defaults.category`. */
  categories: z.array(z.string()),
  mapping: z.object({
    columns: z.record(z.string(), z.number()),
    defaults: z.record(z.string(), z.string()),
    remembered: z.boolean(),
  }),
  /** For a draft: the result that a run would have. */
  counts: z.object({ rows: z.number(), add: z.number(), skip: z.number(), refuse: z.number(), added: z.number() }),
  progress: z.object({ done: z.number(), of: z.number(), added: z.number(), refused: z.number() }),
  createdBy: PersonRef,
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type ImportView = z.infer<typeof ImportView>;

export const ImportRow = z.object({
  line: z.number(),
  state: z.enum(['add', 'skip', 'refuse', 'added']),
  cells: z.array(z.string()),
  problems: z.array(z.object({ column: z.string().nullable(), code: z.string(), message: z.string() })),
  caseId: z.string().nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportWithRows = ImportView.extend({
  rows: z.object({ items: z.array(ImportRow), next: z.string().nullable() }),
});
export type ImportWithRows = z.infer<typeof ImportWithRows>;

export const ImportList = z.object({ items: z.array(ImportView), next: z.string().nullable() });
export type ImportList = z.infer<typeof ImportList>;

nameSchemas(import.meta.url, {
  RegisterColumns: Columns,
  MapRegisterImport: MappingRequest,
  ChooseRegisterSheet: SheetRequest,
  RegisterImportSheet: ImportView.shape.sheets.element,
  RegisterImportMapping: ImportView.shape.mapping,
  RegisterImportCounts: ImportView.shape.counts,
  RegisterImportProgress: ImportView.shape.progress,
  RegisterImportField: ImportView.shape.fields.element,
  RegisterImport: ImportView,
  RegisterImportRow: ImportRow,
  RegisterImportWithRows: ImportWithRows,
  RegisterImportPage: ImportList,
});

const limit = z.coerce.number().int().min(1).max(200).default(50);
const cursor = z.string().max(300).optional();
export const ImportQuery = z.object({
  rows: z.enum(['add', 'skip', 'refuse', 'added', 'all']).default('refuse'),
  cursor,
  limit,
});
export type ImportQuery = z.infer<typeof ImportQuery>;
export const ImportListQuery = z.object({ cursor, limit });
export type ImportListQuery = z.infer<typeof ImportListQuery>;
