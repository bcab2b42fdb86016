/**
 * The events that every definition has without declaring them, which open task an event concerns, and whether this
 * person may act on it.
 */
import { z } from 'zod';
import type { Definition, EventSpec, TaskSpec } from './definition.ts';
import {
  roles,
  type CaseEvent,
  type StepEnvironment,
  type Refusal,
  type StoredCase,
  type StoredTask,
} from './vocabulary.ts';
import { notHolder, personTurnedAway } from './refusals.ts';
import { tasksOf } from './machine.ts';
import { mayAct, TASK_RULES, type TaskSet } from './task-set/index.ts';

const person = (title: string) => z.string().min(1).max(64).meta({ title, 'x-person-role': 'any' });
/** Key of the task, where several are open; a page takes it from the task on the screen. */
const task = z.string().min(1).max(64).meta({ title: '任务' }).optional();
const positions = { before: '在其前办理', after: '在其后办理', parallel: '同时办理' } as const;
const position = z.enum(['before', 'after', 'parallel']).meta({ title: '办理次序', 'x-labels': positions }).optional();
const everybody = roles.filter((role) => role !== 'system');

const taskEvents = {
  'task.add-signer': {
    label: '加签',
    by: everybody,
    payload: z.strictObject({ task, person: person('增加的办理人'), position }),
    examples: [],
    people: (payload: { person: string }) => [payload.person],
  },
  'task.remove-signer': {
    label: '减签',
    by: everybody,
    payload: z.strictObject({ task, person: person('减去的办理人') }),
    examples: [],
    people: (payload: { person: string }) => [payload.person],
  },
  'task.transfer': {
    label: '转办',
    by: everybody,
    payload: z.strictObject({ task, from: person('原办理人').optional(), to: person('新办理人') }),
    examples: [],
    people: (payload: { to: string }) => [payload.to],
  },
  'task.delegate': {
    label: '委派',
    by: everybody,
    payload: z.strictObject({ task, to: person('受委派人') }),
    examples: [],
    people: (payload: { to: string }) => [payload.to],
  },
  'task.resolve': {
    label: '委派办结',
    by: everybody,
    payload: z.strictObject({ task, note: z.string().min(1).max(2000).meta({ title: '办理情况' }) }),
    examples: [],
  },
  'task.withdraw': {
    label: '撤回本人意见',
    by: everybody,
    payload: z.strictObject({ task }),
    examples: [],
  },
} satisfies Record<string, EventSpec>;

export type TaskEventSpecs = Readonly<Record<TaskEventType, EventSpec>>;
export const taskEventSpecs: TaskEventSpecs = taskEvents;
export type TaskEventType = keyof typeof taskEvents;
export const taskEventTypes = Object.keys(taskEvents) as TaskEventType[];

/** Events that only the engine sends, when an operation settles a task without an answer. */
export const internalEventTypes = ['task.settled', 'task.unmanned', 'task.withdrawn'] as const;

export function isTaskEvent(type: string): type is TaskEventType {
  return Object.hasOwn(taskEvents, type);
}

/**
 * The specification of an external event, or null when there is none: `xstate.*` and the engine's own events are never
 * accepted.
 */
export function eventSpecOf(definition: Definition, type: string): EventSpec | null {
  if (isTaskEvent(type)) return taskEvents[type];
  return Object.hasOwn(definition.events, type) ? (definition.events[type] ?? null) : null;
}

export interface ConcernedTask {
  readonly task: TaskSpec;
  readonly entry: StoredTask;
}

/**
 * The open task that the event completes, or null when it completes none. If several match, one that this person may
 * answer comes first, because two parallel states may be completed by the same event.
 *
 * A system event completes nothing: a due date moves the machine, and tasks that it leaves open are cancelled.
 *
 * @param payload the checked payload; while there is none, every task that the event may complete matches
 */
export function taskCompletedBy(
  definition: Definition,
  stored: StoredCase,
  type: string,
  env: StepEnvironment,
  payload?: unknown,
): ConcernedTask | null {
  if (env.actor.roles.includes('system')) return null;
  const completed = openTasks(definition, stored).filter(
    ({ task }) => task.completes.includes(type) && (payload === undefined || concerns(task, payload)),
  );
  return completed.find(({ entry }) => mayAnswer(entry.set, env)) ?? completed[0] ?? null;
}

function concerns({ concerns: isAbout }: TaskSpec, payload: unknown): boolean {
  return isAbout === undefined || isAbout(payload as never);
}

/** The open task that a task operation concerns: the one it names, or the one in which the person has a place. */
export function taskOfPerson(
  definition: Definition,
  stored: StoredCase,
  event: CaseEvent,
  env: StepEnvironment,
): ConcernedTask | null {
  const open = openTasks(definition, stored);
  const named = (event.payload as { task?: string } | undefined)?.task;
  if (named !== undefined) return open.find(({ task }) => task.key === named) ?? null;
  return open.find(({ entry }) => involves(entry.set, env.actor.id)) ?? open[0] ?? null;
}

function openTasks(definition: Definition, stored: StoredCase): ConcernedTask[] {
  return Object.entries(stored.tasks).flatMap(([key, entry]) => {
    const task = tasksOf(definition).get(key);
    return task === undefined ? [] : [{ task, entry }];
  });
}

export function mayAnswer(set: TaskSet, env: StepEnvironment): boolean {
  return mayAct(set, env.actor.id) || standInHolder(set, env) !== null;
}

/** The holder whose stand-in the actor is today, when the actor has no seat. */
export function standInHolder(set: TaskSet, env: StepEnvironment): string | null {
  if (mayAct(set, env.actor.id)) return null;
  return env.actor.standsInFor?.find((holder) => isHolder(set, holder) && mayAct(set, holder)) ?? null;
}

function isHolder(set: TaskSet, person: string): boolean {
  return set.seats.some(({ holder }) => holder === person);
}

function involves(set: TaskSet, person: string): boolean {
  return set.seats.some((seat) => seat.holder === person || seat.delegatedTo === person);
}

/** Null when the person may perform this operation on the task. */
export function entitled(
  task: TaskSpec,
  set: TaskSet,
  stored: StoredCase,
  event: CaseEvent,
  env: StepEnvironment,
): Refusal | null {
  if (!isTaskEvent(event.type)) {
    if (mayAnswer(set, env)) return null;
    return notHolder(`“${task.label}”不在您名下，或您已经办理。请由承办人办理，或由其转办给您。`);
  }
  const organises = (task.organisers ?? ['reviewer', 'director']).some((role) => env.actor.roles.includes(role));
  const byOrganiser = ['task.add-signer', 'task.remove-signer', 'task.transfer'].includes(event.type);
  if (!involves(set, env.actor.id) && !(byOrganiser && organises)) {
    return notHolder(`“${task.label}”不在您名下，不能对其操作。`);
  }
  if (event.type === 'task.remove-signer') return organises ? null : notHolder('减签须由审查人或所长办理。');
  return newcomerRefused(task, stored, event, env);
}

function newcomerRefused(task: TaskSpec, stored: StoredCase, event: CaseEvent, env: StepEnvironment): Refusal | null {
  const payload = (event.payload ?? {}) as { person?: string; to?: string };
  const incoming = payload.person ?? payload.to;
  if (incoming === undefined) return null;
  if (stored.recused.includes(incoming)) {
    const message = TASK_RULES['task.recused-newcomer'];
    return personTurnedAway({ rule: 'task.recused-newcomer', message, citation: null, overridable: false });
  }
  const person = Object.hasOwn(env.people, incoming) ? env.people[incoming] : undefined;
  if (person?.roles.includes(task.role)) return null;
  return personTurnedAway({
    rule: 'task.not-eligible',
    message: `所选人员不存在，或没有办理“${task.label}”的角色。请另选人员。`,
    citation: null,
    overridable: false,
  });
}
