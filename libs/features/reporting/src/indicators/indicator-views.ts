/** The public shapes of the ledger. */
import { CivilDateText, nameSchemas, OrganisationRef, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';

/**
 * One line that stays text wherever it is exported to: nothing that a spreadsheet would read as a formula (CSV
 * injection), no line break, no control character.
 */
const plain = (maxLength: number) =>
  z
    .string()
    .trim()
    .max(maxLength, `不超过${maxLength}字`)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, '不能含有换行或控制字符')
    .regex(/^(?![=+\-@＝＋－＠])/, '不能以 = + - @ 开头（表格软件会当作公式）');

export const maxNumber = 100_000_000;
export const Note = plain(500);

const Structured = z.strictObject({
  kind: z.string().min(1).max(64),
  date: CivilDateText,
  number: z.number().int('数量应为整数').min(0, '数量不能为负').max(maxNumber, `数量不超过${maxNumber}`),
  note: Note.default(''),
});
const Line = z.strictObject({ line: z.string().trim().min(1, '请填写').max(700) });

export const MakeEntry = z.union([Line, Structured], { error: '请填写 line，或 kind、date、number、note' });
export type MakeEntry = z.infer<typeof MakeEntry>;

export const VoidEntry = z.strictObject({ reason: plain(500).min(1, '请填写作废理由') });
export type VoidEntry = z.infer<typeof VoidEntry>;

export const PutKind = z.strictObject({
  label: plain(40).min(1),
  unit: plain(8).min(1),
  mode: z.enum(['sum', 'standing']),
  section: plain(60),
  synonyms: z.array(plain(40).min(1)).max(20),
  expected: z.enum(['quarter']).nullable(),
  active: z.boolean(),
});
export type PutKind = z.infer<typeof PutKind>;

export const KindKey = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, '种类的键应为小写字母、数字和连字符');

export const KindView = PutKind.extend({
  key: z.string(),
  /** True for a built-in kind, which can be disabled but not removed. */
  builtIn: z.boolean(),
});
export type KindView = z.infer<typeof KindView>;
export const KindList = z.object({ items: z.array(KindView) });
export type KindList = z.infer<typeof KindList>;

export const AttachmentView = z.object({
  id: z.string(),
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  sha256: z.string(),
  attachedBy: PersonRef,
  attachedAt: z.string(),
});
export type AttachmentView = z.infer<typeof AttachmentView>;

export const EntryView = z.object({
  id: z.string(),
  kind: z.string(),
  label: z.string(),
  unit: z.string(),
  date: z.string(),
  number: z.number(),
  note: z.string(),
  enteredBy: PersonRef,
  enteredAt: z.string(),
  /** Null for an entry that counts. */
  voided: z.object({ reason: z.string(), by: PersonRef, at: z.string() }).nullable(),
  /** The oldest first. */
  attachments: z.array(AttachmentView),
});
export type EntryView = z.infer<typeof EntryView>;

export const EntryPage = z.object({ items: z.array(EntryView), next: z.string().nullable() });
export type EntryPage = z.infer<typeof EntryPage>;

const figure = z.number().nullable();

export const IndicatorFigure = KindView.pick({ key: true, label: true, unit: true, mode: true, section: true }).extend({
  /** Figure of the year: the sum, or for mode `standing` the last entry; null where that mode has none. */
  value: figure,
  /** The same for each quarter alone, first to fourth. */
  quarters: z.array(figure),
  /** Number of entries that count; zero if nobody has entered anything. */
  entries: z.number(),
  /** Past quarters that require entries and have none. */
  missingQuarters: z.array(z.number()),
});

export const IndicatorReport = z.object({
  year: z.number(),
  organisation: OrganisationRef,
  items: z.array(IndicatorFigure),
  attendance: z.object({
    shouldAttend: z.number(),
    attended: z.number(),
    /** 0 to 1; null where no head had to attend, and where entries are missing: `note` says which. */
    rate: z.number().nullable(),
    note: z.string().nullable(),
  }),
});
export type IndicatorReport = z.infer<typeof IndicatorReport>;

nameSchemas(import.meta.url, {
  IndicatorEntryFields: Structured,
  IndicatorEntryLine: Line,
  NewIndicatorEntry: MakeEntry,
  VoidIndicatorEntry: VoidEntry,
  PutIndicatorKind: PutKind,
  IndicatorKind: KindView,
  IndicatorKindList: KindList,
  IndicatorAttachment: AttachmentView,
  IndicatorEntry: EntryView,
  IndicatorEntryPage: EntryPage,
  IndicatorFigure,
  IndicatorReport,
});

const Year = z
  .string()
  .regex(/^(20\d\d|2100)$/, { error: '年份应为 2000 至 2100' })
  .transform(Number);
const organisation = z.string().min(1).max(64).optional();

export const IndicatorQuery = z.object({ year: Year, organisation });
export type IndicatorQuery = z.infer<typeof IndicatorQuery>;

export const EntryQuery = IndicatorQuery.extend({
  quarter: z.coerce.number().int().min(1).max(4).optional(),
  /** `true` includes voided entries. */
  voided: z.enum(['true', 'false']).default('false'),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type EntryQuery = z.infer<typeof EntryQuery>;
