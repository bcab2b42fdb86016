/** The public shapes of the catalogue. */
import { nameSchemas } from '@lawgate/contracts';
import { z } from 'zod';

const Count = z.object({ label: z.string(), unit: z.string(), order: z.number() });
const Stage = z.object({ path: z.string(), label: z.string(), final: z.boolean() });
const Json = z.record(z.string(), z.unknown());

export const VersionStep = z.object({ from: z.number(), to: z.number() });

export const DefinitionSummary = z.object({
  key: z.string(),
  /** The newest version, under which new cases begin. */
  version: z.number(),
  /** All installed versions, ascending; an open case stays under its own. */
  versions: z.array(z.number()),
  /** Pairs of versions between which open cases may be migrated. */
  migrations: z.array(VersionStep),
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
      /** Accepted file extensions; null for all. */
      accepts: z.array(z.string()).nullable(),
      /** Maximum bytes of one file; null for the installation's limit. */
      maxBytes: z.number().nullable(),
    }),
  ),
});
export type DefinitionSummary = z.infer<typeof DefinitionSummary>;

export const DefinitionList = z.object({ items: z.array(DefinitionSummary) });
export const DefinitionQuery = z.object({
  version: z.coerce
    .number({ error: '版本应为正整数' })
    .int({ error: '版本应为正整数' })
    .min(1, { error: '版本应为正整数' })
    .max(999_999, { error: '没有这个版本' })
    .optional()
    .meta({ description: '不填为最新版本；在办案件按其自身的版本办理' }),
});
export type DefinitionQuery = z.infer<typeof DefinitionQuery>;

export type DefinitionList = z.infer<typeof DefinitionList>;

const Event = z.object({
  type: z.string(),
  label: z.string(),
  by: z.array(z.string()),
  /** JSON Schema of the payload, from which a form is drawn. */
  payload: Json,
  examples: z.array(z.unknown()),
});

const State = z.object({
  path: z.string(),
  parent: z.string().nullable(),
  type: z.enum(['atomic', 'compound', 'parallel', 'final', 'history']),
  stage: z.string().nullable(),
  task: z
    .object({
      key: z.string(),
      role: z.string(),
      label: z.string(),
      policy: Json.nullable(),
      completes: z.array(z.string()),
      clock: z.string().nullable(),
    })
    .nullable(),
  clocks: z.record(z.string(), z.enum(['run', 'pause', 'stop', 'drop'])),
  final: z.boolean(),
});

const Transition = z.object({
  source: z.string(),
  target: z.array(z.string()),
  event: z.string().nullable(),
  eventLabel: z.string(),
  when: z.object({ id: z.string(), label: z.string() }).nullable(),
  rules: z.array(
    z.object({
      id: z.string(),
      message: z.string().nullable(),
      citation: z.string().nullable(),
      strength: z.enum(['hard', 'soft']),
    }),
  ),
});

const ClockOf = z.object({
  key: z.string(),
  label: z.string(),
  citation: z.string(),
  pausable: z.boolean(),
  resume: z.enum(['continue', 'restart']),
  onDue: z.string().nullable(),
  end: z.enum(['limit', 'date', 'dates']),
  keeps: z.boolean(),
  atEnd: z.enum(['overdue', 'lapse']),
  remind: z.array(z.string()),
  settle: z.object({ label: z.string(), by: z.array(z.string()) }).nullable(),
  covers: z.array(z.string()),
});

/** Values that an administrator may enter for a parameter. */
export const ParameterBounds = z.object({ min: z.number(), max: z.number(), integer: z.boolean() });

const Parameter = z.object({
  key: z.string(),
  value: z.number(),
  standard: z.number(),
  label: z.string(),
  unit: z.string(),
  citation: z.string(),
  bounds: ParameterBounds,
  notAbove: z.string().optional(),
});

const Material = z.object({
  kind: z.string(),
  label: z.string(),
  required: z.boolean(),
  /** True when the case decides whether the material is required; the view of the case then shows it. */
  conditional: z.boolean(),
  condition: z.string().nullable(),
  citation: z.string().nullable(),
});

/** The engine's `DefinitionDescription` as a schema, for OpenAPI. */
export const DefinitionView = z.object({
  key: z.string(),
  version: z.number(),
  label: z.string(),
  count: Count,
  kind: z.enum(['review']),
  /** Events that are the act itself. */
  acts: z.array(z.string()),
  /** Events from submission to archive in their standard order; a case skips those that it does not need. */
  course: z.array(z.string()),
  stages: z.array(Stage),
  states: z.array(State),
  transitions: z.array(Transition),
  events: z.array(Event),
  taskEvents: z.array(Event),
  clocks: z.array(ClockOf),
  parameters: z.array(Parameter),
  materials: z.array(Material),
  /** Stages that must have audio and video records; empty where the category requires none. */
  recordings: z.array(z.object({ stage: z.string(), label: z.string(), citation: z.string() })),
  /** JSON Schema of the fields of a new case besides category and title. */
  fields: Json,
  fieldExamples: z.array(z.unknown()),
  /** Dates that may be entered for a recorded case (补录), with the form; null where the category has none. */
  recordedDates: z.object({ label: z.string(), by: z.array(z.string()), payload: Json }).nullable(),
  series: z.array(z.object({ key: z.string(), code: z.string(), label: z.string() })),
});
export type DefinitionView = z.infer<typeof DefinitionView>;

export const maxLimit = 3650;

/** Input as strings, because `z.coerce.number()` reads an empty text as 0 and `1e3` as 1000. */
export const DueQuery = z.object({
  from: z.iso.date({ error: '起算日期应写作 2024-02-08 的形式，且须是存在的日期' }),
  days: z
    .string()
    .regex(/^\d{1,4}$/, { error: `天数应为 0 至 ${maxLimit} 的整数` })
    .transform(Number)
    .refine((days) => days <= maxLimit, { error: `天数不能超过 ${maxLimit}` }),
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

nameSchemas(import.meta.url, {
  CategoryCount: Count,
  DefinitionStage: Stage,
  DefinitionSummary,
  DefinitionList,
  DefinitionVersionStep: VersionStep,
  DefinitionEvent: Event,
  DefinitionState: State,
  DefinitionTransition: Transition,
  DefinitionClock: ClockOf,
  ParameterBounds,
  DefinitionParameter: Parameter,
  DefinitionMaterial: Material,
  Definition: DefinitionView,
  DueDate: DueView,
  CalendarYears,
});
