/** The public shapes of calendar administration. */
import { tableFormats } from '@lawgate/calendar';
import { isStorable, nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';

/** Maximum characters of a pasted text; data sets with many years in one file are shorter. */
const maxTextLength = 300_000;

const Year = z.number().int().min(2000, '年份应在2000至2099之间').max(2099, '年份应在2000至2099之间');
const Kind = z.enum(['off', 'work'], { error: '种类应为 off（放假）或 work（上班）' });
const DocumentNumber = z
  .string({ error: '请填写文号或依据' })
  .trim()
  .min(1, '请填写文号或依据')
  .max(100, '文号不超过100字')
  .refine(isStorable, '文号中含有无法保存的字符');

export const PreviewRequest = z.strictObject({
  format: z.enum(tableFormats, { error: '格式应为 json、ics 或 notice（通知原文）' }),
  text: z.string().min(1, '请粘贴文本').max(maxTextLength, `文本不超过${maxTextLength}字`),
  /** Needed where the text holds several years, or names none. */
  year: Year.optional(),
});
export type PreviewRequest = z.infer<typeof PreviewRequest>;

export const ImportRequest = PreviewRequest.extend({
  /** Replaces an existing table. */
  replace: z.boolean().default(false),
  documentNumber: DocumentNumber,
});
export type ImportRequest = z.infer<typeof ImportRequest>;

export const OverrideRequest = z.strictObject({ kind: Kind, documentNumber: DocumentNumber });
export type OverrideRequest = z.infer<typeof OverrideRequest>;

export const OverrideDate = z.iso
  .date({ error: '日期应写作 2024-02-08 的形式，且须是存在的日期' })
  .refine((date) => date >= '2000-01-01' && date <= '2099-12-31', '日期应在2000至2099年之间');

export const DaysQuery = z.object({
  year: z
    .string({ error: '请填写年份' })
    .regex(/^20\d\d$/, '年份应写作四位数字，例如2026')
    .transform(Number),
});
export type DaysQuery = z.infer<typeof DaysQuery>;

const Day = z.object({ date: z.string(), kind: Kind, name: z.string().optional() });
const Diff = z.object({
  added: z.array(Day),
  removed: z.array(Day),
  changed: z.array(z.object({ date: z.string(), from: Kind, to: Kind })),
});
const Moved = z.object({
  caseId: z.string(),
  clock: z.string(),
  /** Null while the clock is paused. */
  from: z.string().nullable(),
  to: z.string().nullable(),
});

export const PreviewView = z.object({
  year: z.number().nullable(),
  days: z.array(Day),
  /** With any problem the table cannot be imported. */
  problems: z.array(z.object({ code: z.string(), message: z.string(), phrase: z.string().optional() })),
  /** Differences from the existing table. */
  diff: Diff,
  /** True when the year has a table: importing it needs `replace`. */
  present: z.boolean(),
  /** Open clocks whose due date, or whose provisional state, would change. */
  affected: z.number(),
});
export type PreviewView = z.infer<typeof PreviewView>;

export const ChangedView = z.object({
  year: z.number(),
  /** True when everything was already as requested; then nothing was written. */
  unchanged: z.boolean(),
  diff: Diff,
  /** Number of open clocks that move; the history of each case shows it soon afterwards. */
  count: z.number(),
  /** At most the first thousand of them. */
  recomputed: z.array(Moved),
});
export type ChangedView = z.infer<typeof ChangedView>;

export const DaysView = z.object({
  year: z.number(),
  /** Without an official table dates are provisional (暂估). */
  provisional: z.boolean(),
  /** Citation of the table. */
  source: z.string().nullable(),
  days: z.array(Day),
  overrides: z.array(z.object({ date: z.string(), kind: Kind, documentNumber: z.string(), enteredAt: z.string() })),
});
export type DaysView = z.infer<typeof DaysView>;

export const ChangesView = z.object({
  items: z.array(
    z.object({
      revision: z.string(),
      kind: z.enum(['import', 'override', 'override-removed', 'built-in']),
      year: z.number(),
      date: z.string().nullable(),
      documentNumber: z.string(),
      by: PersonRef.nullable(),
      at: z.string(),
      /** Days added, removed and changed. */
      detail: z.unknown(),
      /** Every open clock has been recounted. */
      settled: z.boolean(),
    }),
  ),
});
export type ChangesView = z.infer<typeof ChangesView>;

nameSchemas(import.meta.url, {
  CalendarPreviewRequest: PreviewRequest,
  CalendarImportRequest: ImportRequest,
  DayOverrideRequest: OverrideRequest,
  CalendarDay: Day,
  CalendarDifference: Diff,
  MovedClock: Moved,
  CalendarPreview: PreviewView,
  CalendarChanged: ChangedView,
  CalendarDays: DaysView,
  CalendarChanges: ChangesView,
});
