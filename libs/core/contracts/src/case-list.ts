/** The public shapes of lists: cases, the queue, and the figures that open them. */
import { z } from 'zod';
import { CaseOrganisation, TaskView } from './case.ts';
import { CivilDateText } from './text.ts';
import { nameSchemas } from './name-schemas.ts';

const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
const cursor = z.string().max(400).optional();
const limit = z.coerce.number().int().min(1).max(200).default(50);

/** The current holder of the case: a person, or a role of which anyone may take it. */
export const CaseHolder = z.object({
  /** Null where the task is open to all people of the role. */
  id: z.string().nullable(),
  /** The person's name, or the role's. */
  name: z.string(),
  role: z.string(),
  task: z.string(),
});

export const CaseSummary = z.object({
  id: z.string(),
  category: z.string(),
  categoryLabel: z.string(),
  title: z.string(),
  organisation: CaseOrganisation,
  /** 送审单位. */
  submittingUnit: z.string().nullable(),
  state: z.string(),
  stage: z.string(),
  status: z.enum(['active', 'done']),
  version: z.number(),
  holders: z.array(CaseHolder),
  dueOn: z.string().nullable(),
  /** Working days until the due date; negative when it is past, null without one. */
  remaining: z.number().nullable(),
  /** Counted without an official calendar (暂估); such a case is never late. */
  provisional: z.boolean(),
  late: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const CaseQuery = z.object({
  category: z.string().max(64).optional(),
  status: z.enum(['active', 'done']).optional(),
  state: z.string().max(200).optional(),
  stage: z.string().max(200).optional(),
  q: z.string().max(200).optional(),
  /** Created on or after, on or before. */
  from: CivilDateText.optional(),
  to: CivilDateText.optional(),
  /** Due on or after; due before. */
  dueFrom: CivilDateText.optional(),
  dueBefore: CivilDateText.optional(),
  late: flag.optional(),
  /** `handled`: cases in which the person acted (已办); `submitted`: cases which the person created. */
  mine: z.enum(['handled', 'submitted']).optional(),
  /** Id of a person who has an open task of the case. */
  holder: z.uuid({ error: '人员编号不正确' }).optional(),
  /** Year of the first opinion letter, as the annual report counts it. */
  concludedIn: z
    .string()
    .regex(/^[12]\d{3}$/, { error: '年份应写作四位数字' })
    .transform(Number)
    .optional(),
  organisation: z.string().max(64).optional(),
  sort: z.enum(['due', 'created', 'updated']).default('created'),
  cursor,
  limit,
});
export type CaseQuery = z.infer<typeof CaseQuery>;

export const RefusalsQuery = z.object({ cursor, limit });
export type RefusalsQuery = z.infer<typeof RefusalsQuery>;

export const TaskQuery = z.object({
  status: z.enum(['open']).default('open'),
  category: z.string().max(64).optional(),
  /** Key of the task, such as `findings`. */
  key: z.string().max(64).optional(),
  late: flag.optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(['due', 'opened']).default('due'),
  cursor,
  limit,
});
export type TaskQuery = z.infer<typeof TaskQuery>;

export const QueueTask = TaskView.extend({
  case: z.object({
    id: z.string(),
    title: z.string(),
    category: z.string(),
    categoryLabel: z.string(),
    submittingUnit: z.string().nullable(),
    stage: z.string(),
    version: z.number(),
  }),
  /** Working days until the due date; negative when it is past, null without one. */
  remaining: z.number().nullable(),
});
export type QueueTask = z.infer<typeof QueueTask>;

export const TaskCounts = z.object({
  open: z.number(),
  dueToday: z.number(),
  late: z.number(),
  byCategory: z.array(z.object({ category: z.string(), label: z.string(), open: z.number(), late: z.number() })),
  byKey: z.array(z.object({ key: z.string(), label: z.string(), open: z.number() })),
});
export type TaskCounts = z.infer<typeof TaskCounts>;

/** A number and the query of `/api/cases` that lists exactly its cases. */
export const Figure = z.object({ count: z.number(), list: z.string() });
export type Figure = z.infer<typeof Figure>;

const Part = z.object({ open: Figure, late: Figure });

export const OverviewView = z.object({
  today: z.string(),
  open: Figure,
  late: Figure,
  /** Due from today to Sunday. */
  dueThisWeek: Figure,
  concludedThisYear: Figure,
  byCategory: z.array(Part.extend({ category: z.string(), label: z.string() })),
  /** The towns below a county; empty in a town. */
  byTown: z.array(Part.extend({ code: z.string(), name: z.string() })),
  byStage: z.array(Part.extend({ stage: z.string() })),
  lateCases: z.array(CaseSummary),
});
export type OverviewView = z.infer<typeof OverviewView>;

nameSchemas(import.meta.url, { CaseHolder, CaseSummary, QueueTask, TaskCounts, Figure, Overview: OverviewView });
