/** The public shapes of cases: requests and answers of the HTTP interface. */
import { z } from 'zod';
import { CivilDateText } from './text.ts';
import { nameSchemas } from './name-schemas.ts';

export const RuleRefusalView = z.object({
  rule: z.string(),
  message: z.string(),
  citation: z.string().nullable(),
  overridable: z.boolean(),
});

export const EventView = z.object({
  type: z.string(),
  label: z.string(),
  allowed: z.boolean(),
  refusals: z.array(RuleRefusalView),
});

export const ClockView = z.object({
  key: z.string(),
  label: z.string(),
  status: z.enum(['running', 'paused', 'met', 'overdue', 'stopped']),
  startedOn: z.string(),
  limit: z.number(),
  unit: z.enum(['workday', 'day']),
  used: z.number(),
  remaining: z.number().nullable(),
  dueOn: z.string().nullable(),
  floorOn: z.string().optional(),
  counted: z.array(z.string()).readonly(),
  pauses: z.array(z.object({ from: z.string(), to: z.string().optional(), reason: z.string() })).readonly(),
  provisional: z.boolean(),
  citation: z.string().optional(),
  late: z.boolean().optional(),
  endedOn: z.string().optional(),
  /** The last day is fixed by the case; no days were counted. */
  fixed: z.boolean().optional(),
  /** People are warned of the coming end from this day on. */
  windowOn: z.string().optional(),
  /** Ended by itself after its last day. */
  lapsed: z.boolean().optional(),
  /** Runs on after the case is archived. */
  kept: z.boolean().optional(),
  /** Label of the action that records that the awaited act was done, and whether this person may use it. */
  settle: z.object({ label: z.string(), allowed: z.boolean(), refusals: z.array(RuleRefusalView) }).optional(),
  /** Another clock is expected to end after this one. It blocks nothing. */
  warning: z.object({ rule: z.string(), message: z.string(), citation: z.string() }).optional(),
});

export const PersonRef = z.object({ id: z.string(), name: z.string() });

/** An organisation as lists of a county show it: its administrative code and its name. */
export const OrganisationRef = z.object({ id: z.string(), code: z.string(), name: z.string() });

/** The organisation that a case belongs to, with its place in the county: `/county/town/`. */
export const CaseOrganisation = z.object({ id: z.string(), path: z.string() });

export const TaskView = z.object({
  id: z.string(),
  key: z.string(),
  label: z.string(),
  role: z.string(),
  holder: PersonRef.nullable(),
  dueOn: z.string().nullable(),
  provisional: z.boolean(),
  openedAt: z.string(),
});

export const DocumentView = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  version: z.number(),
  size: z.number(),
  mediaType: z.string(),
  sha256: z.string(),
  sm3: z.string(),
  uploadedAt: z.string(),
});
export type DocumentView = z.infer<typeof DocumentView>;

export const MaterialView = z.object({
  kind: z.string(),
  label: z.string(),
  required: z.boolean(),
  given: z.boolean(),
  condition: z.string().optional(),
});

export const OpinionView = z.object({
  id: z.string(),
  act: z.string(),
  round: z.number(),
  by: PersonRef,
  conclusion: z.string(),
  text: z.string(),
  points: z.array(z.record(z.string(), z.unknown())),
  at: z.string(),
  hash: z.string(),
});

export const HistoryView = z.object({
  seq: z.number(),
  type: z.string(),
  label: z.string(),
  at: z.string(),
  actor: PersonRef.nullable(),
  /** The holder for whom the actor acted as stand-in (代理). */
  onBehalfOf: PersonRef.optional(),
  from: z.string().nullable(),
  to: z.string(),
  payload: z.unknown(),
  overridden: z.array(z.object({ rule: z.string(), reason: z.string() })),
  numbers: z.array(z.string()),
  hash: z.string(),
});

/** An event that rules refused. It is no row of the chained history, because a refused event writes nothing. */
export const RefusalMetView = z.object({
  id: z.string(),
  /** Version of the case when the event was refused: it belongs after the history row with this `seq`. */
  version: z.number(),
  /** Type of the event; `clock.settled:` and the key of a clock for the settlement of one. */
  event: z.string(),
  label: z.string(),
  by: PersonRef,
  at: z.string(),
  /** Every rule that refused, in the words and with the citation that the person was given. */
  refusals: z.array(RuleRefusalView),
});
export type RefusalMetView = z.infer<typeof RefusalMetView>;

export const CaseView = z.object({
  id: z.string(),
  category: z.string(),
  categoryLabel: z.string(),
  title: z.string(),
  organisation: CaseOrganisation,
  state: z.string(),
  stage: z.string(),
  status: z.enum(['active', 'done']),
  version: z.number(),
  /** The rule set (规则版本) under which the case began; 1 is the built-in one, which has no date and no document. */
  /** The version of its category that the case belongs to. */
  definitionVersion: z.number(),
  ruleset: z.object({
    version: z.number(),
    effectiveFrom: z.string().nullable(),
    documentNumber: z.string().nullable(),
  }),
  fields: z.record(z.string(), z.unknown()),
  createdAt: z.string(),
  updatedAt: z.string(),
  clocks: z.array(ClockView),
  tasks: z.array(TaskView),
  events: z.array(EventView),
  /** Materials that must or may be submitted for this case, and whether they are present. */
  materials: z.array(MaterialView),
  documents: z.array(DocumentView),
  opinions: z.array(OpinionView),
  numbers: z.array(
    z.object({
      text: z.string(),
      purpose: z.string(),
      takenAt: z.string(),
      /** Why the number was voided; missing for a valid one. */
      voidReason: z.string().optional(),
    }),
  ),
  history: z.array(HistoryView),
});
export type CaseView = z.infer<typeof CaseView>;

/** Values to prefill a new case of the same kind with (复制送审信息); using it submits nothing. */
export const CaseTemplate = z.object({
  category: z.string(),
  title: z.string(),
  fields: z.record(z.string(), z.unknown()),
  /** Materials that were submitted with the original; they are listed by name, not copied. */
  materials: z.array(z.object({ kind: z.string(), label: z.string(), name: z.string() })),
});
export type CaseTemplate = z.infer<typeof CaseTemplate>;

export const CreateCaseRequest = z.looseObject({
  category: z.string().min(1).max(64),
  title: z.string().trim().min(1, '请填写事项名称').max(200, '事项名称不超过200字'),
});

export const SendEventRequest = z.strictObject({
  type: z.string().min(1).max(100),
  payload: z.unknown().optional(),
  expectedVersion: z.number().int().min(0).optional(),
  overrides: z.record(z.string().max(100), z.string().trim().min(1).max(1000)).optional(),
});
export type SendEventRequest = z.infer<typeof SendEventRequest>;

export const SettleClockRequest = z.strictObject({
  on: CivilDateText,
  note: z.string().trim().min(1).max(2000, '说明不超过2000字').optional(),
  expectedVersion: z.number().int().min(0).optional(),
});
export type SettleClockRequest = z.infer<typeof SettleClockRequest>;

nameSchemas(import.meta.url, {
  RuleRefusal: RuleRefusalView,
  PossibleEvent: EventView,
  Clock: ClockView,
  PersonRef,
  OrganisationRef,
  CaseOrganisation,
  Task: TaskView,
  Document: DocumentView,
  Material: MaterialView,
  Opinion: OpinionView,
  HistoryEntry: HistoryView,
  RefusalMet: RefusalMetView,
  Case: CaseView,
  CaseTemplate,
  SettleClockRequest,
  SendEventRequest,
  CreateCaseRequest,
});
