/** Requests and answers of the archive's routes. */
import { CaseOrganisation, nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';

export const FileIndexView = z.object({
  case: z.object({ id: z.string(), title: z.string(), category: z.string(), status: z.enum(['active', 'done']) }),
  items: z.array(
    z.object({
      seq: z.number(),
      id: z.string(),
      source: z.enum(['documents', 'papers']),
      kind: z.string(),
      label: z.string(),
      name: z.string(),
      number: z.string().nullable(),
      version: z.number(),
      by: z.string(),
      at: z.string(),
      /** Null where nobody has counted them. */
      pages: z.number().nullable(),
      from: z.number().nullable(),
      to: z.number().nullable(),
    }),
  ),
  /** Null while a page count is missing. */
  pages: z.number().nullable(),
  missing: z.number(),
});
export type FileIndexView = z.infer<typeof FileIndexView>;

export const CountPages = z.strictObject({
  pages: z
    .array(
      z.strictObject({
        id: z.uuid({ error: '卷内文件的编号不正确' }),
        pages: z.int({ error: '页数应为整数' }).min(1, '页数至少为1').max(100_000, '页数过大'),
      }),
    )
    .min(1, '请至少填写一份文件的页数')
    .max(1000, '一次最多填写1000份文件的页数'),
});
export type CountPages = z.infer<typeof CountPages>;

export const ArchivedCase = z.object({
  id: z.string(),
  title: z.string(),
  category: z.string(),
  categoryLabel: z.string(),
  organisation: CaseOrganisation,
  /** 文号 of the opinion letter. */
  number: z.string().nullable(),
  /** 档号. */
  fileNumber: z.string().nullable(),
  archivedOn: z.string(),
  retention: z.object({
    /** 0 means for ever (永久); null where no period is laid down. */
    years: z.number().nullable(),
    label: z.string(),
    citation: z.string().nullable(),
    /** The file may be disposed of (鉴定销毁) from this day on; null if it is kept for ever. */
    disposableOn: z.string().nullable(),
    due: z.boolean(),
  }),
  handedOver: z.object({ id: z.string(), receiver: z.string(), at: z.string() }).nullable(),
});
export type ArchivedCase = z.infer<typeof ArchivedCase>;

export const ArchivePage = z.object({ items: z.array(ArchivedCase), next: z.string().nullable() });
export type ArchivePage = z.infer<typeof ArchivePage>;

export const ArchiveQuery = z.object({
  /** The year in which it was archived. */
  year: z.coerce
    .number({ error: '年份应为整数' })
    .int()
    .min(2000, '年份应为2000至2100')
    .max(2100, '年份应为2000至2100')
    .optional(),
  category: z.string().max(64).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ArchiveQuery = z.infer<typeof ArchiveQuery>;

export const HandOver = z.strictObject({
  caseIds: z
    .array(z.uuid({ error: '案件编号不正确' }))
    .min(1, '请至少选择一个案件')
    .max(500, '一次最多移交500个案件'),
  receiver: z.string().trim().min(1, '请填写接收单位').max(200, '接收单位不超过200字'),
  note: z.string().trim().min(1).max(500, '说明不超过500字').optional(),
});
export type HandOver = z.infer<typeof HandOver>;

export const HandOverView = z.object({
  id: z.string(),
  receiver: z.string(),
  note: z.string().nullable(),
  cases: z.number(),
  by: PersonRef,
  at: z.string(),
  /** File name of the list as a workbook. */
  name: z.string(),
});
export type HandOverView = z.infer<typeof HandOverView>;

export const HandOverPage = z.object({ items: z.array(HandOverView), next: z.string().nullable() });
export type HandOverPage = z.infer<typeof HandOverPage>;

nameSchemas(import.meta.url, {
  FileIndex: FileIndexView,
  CountPages,
  ArchivedCase,
  ArchivePage,
  HandOverRequest: HandOver,
  HandOver: HandOverView,
  HandOverPage,
});

export const HandOverQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type HandOverQuery = z.infer<typeof HandOverQuery>;
