/** The public shapes of the register's grid and its saved views. */
import { CivilDateText, nameSchemas, OrganisationRef, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';
import { fields, type Field } from '../import/columns.ts';

export const outcomes = ['concluded', 'returned', 'declined', 'withdrawn'] as const;
export const entryStatuses = ['open', ...outcomes] as const;
export const adoptions = ['full', 'partial', 'none', 'pending'] as const;
/** A hyphen before a name reverses the order. */
export const sorts = [
  'receivedOn',
  '-receivedOn',
  'acceptedOn',
  '-acceptedOn',
  'concludedOn',
  '-concludedOn',
  'filedOn',
  '-filedOn',
] as const;
export type EntrySort = (typeof sorts)[number];
export const columnKeys = fields as [Field, ...Field[]];

const date = z.string().nullable();

export const RegisterEntry = z.object({
  /** Id of the case. */
  id: z.string(),
  organisation: OrganisationRef,
  /** Null where the case was taken over from a register that does not say it. */
  receivedOn: date,
  unit: z.string().nullable(),
  title: z.string(),
  category: z.string(),
  categoryLabel: z.string(),
  acceptedOn: date,
  reviewers: z.array(z.string()),
  advisers: z.array(z.string()),
  conclusion: z.string().nullable(),
  conclusionLabel: z.string().nullable(),
  number: z.string().nullable(),
  concludedOn: date,
  filedOn: date,
  /** Its outcome in the annual counts, or `open`. */
  status: z.enum(entryStatuses),
  statusLabel: z.string(),
  /** Day of that outcome: for a resubmitted matter the last letter of its first year. */
  endedOn: date,
  /** The present stage. */
  stage: z.string(),
  note: z.string().nullable(),
  adoption: z.enum(adoptions).nullable(),
  overdue: z.boolean(),
  urgent: z.boolean(),
  /** Taken over from a register (补录): what is null is not recorded, and limits and adoption are not known. */
  recorded: z.boolean(),
  /** Working days that the review's clock counted; null before its end. */
  workingDays: z.number().nullable(),
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;

export const RegisterEntries = z.object({
  items: z.array(RegisterEntry),
  next: z.string().nullable(),
  /** Number of rows of the whole list, counted up to 10,000; null on later pages. */
  total: z.object({ count: z.number(), exact: z.boolean() }).nullable(),
});
export type RegisterEntries = z.infer<typeof RegisterEntries>;

const text = (maxLength: number) => z.string().trim().min(1).max(maxLength);
const flag = z.enum(['true', 'false']);

/** Every filter of the grid; all are text, as in a URL and in a saved view. */
export const entryFilters = {
  organisation: text(64),
  category: text(64),
  /** Searches title, unit, number, people and note. */
  q: text(100),
  unit: text(100),
  reviewer: text(40),
  adviser: text(40),
  conclusion: text(64),
  number: text(60),
  status: z.enum(entryStatuses),
  adoption: z.enum(adoptions),
  overdue: flag,
  urgent: flag,
  /** Taken over from a register (补录). */
  recorded: flag,
  receivedFrom: CivilDateText,
  receivedTo: CivilDateText,
  acceptedFrom: CivilDateText,
  acceptedTo: CivilDateText,
  concludedFrom: CivilDateText,
  concludedTo: CivilDateText,
  filedFrom: CivilDateText,
  filedTo: CivilDateText,
  endedFrom: CivilDateText,
  endedTo: CivilDateText,
};
export const EntryFilters = z.object(entryFilters).partial();
export type EntryFilters = z.infer<typeof EntryFilters>;

export const EntryQuery = EntryFilters.extend({
  sort: z.enum(sorts).default('-receivedOn'),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type EntryQuery = z.infer<typeof EntryQuery>;

export const PutView = z.strictObject({
  name: text(40).regex(/^[^\p{Cc}\u2028\u2029]*$/u, '不能含有换行或控制字符'),
  /** Shared with everybody in the organisation. */
  shared: z.boolean(),
  /** In display order. */
  columns: z
    .array(z.enum(columnKeys))
    .min(1)
    .max(columnKeys.length)
    .refine((columns) => new Set(columns).size === columns.length, '同一列不能重复'),
  filters: z.strictObject(entryFilters).partial(),
  sort: z.enum(sorts),
});
export type PutView = z.infer<typeof PutView>;

export const RegisterView = PutView.extend({
  id: z.string(),
  owner: PersonRef,
  /** Whether the person may change it. */
  own: z.boolean(),
  updatedAt: z.string(),
});
export type RegisterView = z.infer<typeof RegisterView>;

export const RegisterViews = z.object({
  items: z.array(RegisterView),
  /** The columns that a view may show, in the standard order. */
  columns: z.array(z.object({ key: z.enum(columnKeys), label: z.string() })),
});
export type RegisterViews = z.infer<typeof RegisterViews>;

nameSchemas(import.meta.url, {
  RegisterEntry,
  RegisterEntryPage: RegisterEntries,
  RegisterFilters: PutView.shape.filters,
  PutRegisterView: PutView,
  RegisterView,
  RegisterViewList: RegisterViews,
});
