/** The public shapes of the catalogue. */
import { z } from 'zod';

const Count = z.object({ label: z.string(), unit: z.string(), order: z.number() });
const Stage = z.object({ path: z.string(), label: z.string(), final: z.boolean() });
const Json = z.record(z.string(), z.unknown());

export const DefinitionSummary = z.object({
  key: z.string(),
  version: z.number(),
  label: z.string(),
  count: Count,
  stages: z.array(Stage),
  events: z.array(z.object({ type: z.string(), label: z.string(), by: z.array(z.string()) })),
  materials: z.array(
    z.object({
      kind: z.string(),
      label: z.string(),
      required: z.boolean(),
      condition: z.string().nullable(),
      /** Extensions that are taken; null for all. */
      accepts: z.array(z.string()).nullable(),
      /** Bytes of one file; null for the installation's limit. */
      maxBytes: z.number().nullable(),
    }),
  ),
});
export type DefinitionSummary = z.infer<typeof DefinitionSummary>;

export const DefinitionList = z.object({ items: z.array(DefinitionSummary) });
export type DefinitionList = z.infer<typeof DefinitionList>;

/** For the OpenAPI page; the engine's `DefinitionDescription` is the type behind it. */
export const DefinitionView = z.object({
  key: z.string(),
  version: z.number(),
  label: z.string(),
  count: Count,
  stages: z.array(Stage),
  states: z.array(Json),
  transitions: z.array(Json),
  events: z.array(Json),
  clocks: z.array(Json),
  parameters: z.array(Json),
  materials: z.array(Json),
  fields: Json,
  fieldExamples: z.array(z.unknown()),
  series: z.array(z.object({ key: z.string(), code: z.string(), label: z.string() })),
});

export const longestLimit = 3650;

/** Strings in, because `z.coerce.number()` reads an empty text as 0 and `1e3` as 1000. */
export const DueQuery = z.object({
  from: z.iso.date({ error: '起算日期应写作 2024-02-08 的形式，且须是存在的日期' }),
  days: z
    .string()
    .regex(/^\d{1,4}$/, { error: `天数应为 0 至 ${longestLimit} 的整数` })
    .transform(Number)
    .refine((days) => days <= longestLimit, { error: `天数不能超过 ${longestLimit}` }),
  unit: z.enum(['workday', 'day'], { error: '单位应为 workday（工作日）或 day（自然日）' }).default('workday'),
});
export type DueQuery = z.infer<typeof DueQuery>;

export const DueView = z.object({
  from: z.string(),
  days: z.number(),
  unit: z.enum(['workday', 'day']),
  /** The last day as counted. */
  due: z.string(),
  /** Only for calendar days: the last day in law, the next working day when `due` is a day off (民法典 203). */
  rolled: z.string().optional(),
  counted: z.array(z.string()),
  provisional: z.boolean(),
});
export type DueView = z.infer<typeof DueView>;

export const CalendarYears = z.object({
  /** Years with an official table, ascending. */
  years: z.array(z.number()),
  /** The last of them; dates that look beyond it are provisional (暂估). */
  latest: z.number().nullable(),
});
export type CalendarYears = z.infer<typeof CalendarYears>;
