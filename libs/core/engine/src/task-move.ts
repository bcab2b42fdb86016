/** The effect of an event on the task sets of a case, before the machine sees it. */
import type { Definition, EventSpec, TaskSpec } from './definition.ts';
import { openSeat } from './effects.ts';
import { notHolder, personTurnedAway } from './refusals.ts';
import {
  entitled,
  standInHolder,
  taskCompletedBy,
  taskOfPerson,
  isTaskEvent,
  type TaskEventType,
} from './task-events.ts';
import {
  applyTask,
  isSatisfied,
  needsSigner,
  seatsInTurn,
  type Seat,
  type TaskOperation,
  type TaskSet,
} from './task-set/index.ts';
import { tasksOf } from './machine.ts';
import type {
  CaseEvent,
  Effect,
  StepEnvironment,
  Refusal,
  SeatState,
  StoredCase,
  StoredTask,
  TaskClosure,
} from './vocabulary.ts';

export interface TaskMove {
  readonly stored: StoredCase;
  readonly effects: readonly Effect[];
  readonly seat: SeatState | null;
  /** The event that the machine gets: the external event, or the engine's own after a task operation. */
  readonly eventType: string;
  /** The engine's own events that follow, each sent only if its task is still open in the same visit. */
  readonly followUps: readonly { readonly eventType: string; readonly visit: number; readonly seat: SeatState }[];
}

/** Applies the event to the task that it concerns, if any; a refusal when the person does not hold it. */
export function operateOnTask(
  definition: Definition,
  stored: StoredCase,
  event: CaseEvent,
  spec: EventSpec,
  env: StepEnvironment,
): TaskMove | Refusal {
  if (spec.operation === 'recuse') return recuseFromCase(definition, stored, event, env);
  const concerned = isTaskEvent(event.type)
    ? taskOfPerson(definition, stored, event, env)
    : taskCompletedBy(definition, stored, event.type, env, event.payload);
  if (concerned === null) {
    if (isTaskEvent(event.type)) return notHolder('本环节没有您可以处理的任务。');
    return { stored, effects: [], seat: null, eventType: event.type, followUps: [] };
  }
  const { task, entry } = concerned;
  const refusal = entitled(task, entry.set, stored, event, env);
  if (refusal !== null) return refusal;

  const operation = operationOf(event, spec, entry.set, env);
  const outcome = applyTask(withStandIn(entry.set, operation), operation);
  if (!outcome.ok) {
    return personTurnedAway({ rule: outcome.rule, message: outcome.message, citation: null, overridable: false });
  }
  const tasks = { ...stored.tasks, [task.key]: { visit: entry.visit, set: outcome.set } };
  const seat = seatFacts(task, outcome.set);
  return {
    stored: { ...stored, tasks },
    effects: [...seatEffects(task, entry.visit, outcome, env), ...lostAccess(entry.set, tasks, operation)],
    seat,
    eventType: isTaskEvent(event.type) ? internalEvent(event.type, seat) : event.type,
    followUps: [],
  };
}

/**
 * 回避 removes the person from the whole case: from every open task, whether they hold a seat in it or have answered
 * already. The machine gets the event with the task that it belongs to. For tasks that end or lose their last signer by
 * the recusal, the machine gets follow-up events, so that no case waits for an answer that nobody can give.
 */
function recuseFromCase(definition: Definition, stored: StoredCase, event: CaseEvent, env: StepEnvironment): TaskMove {
  const person = env.actor.id;
  const reason = (event.payload as { reason?: string } | undefined)?.reason ?? '';
  const own = taskCompletedBy(definition, stored, event.type, env);
  const tasks: Record<string, StoredTask> = { ...stored.tasks };
  const effects: Effect[] = [];
  const followUps: { eventType: string; visit: number; seat: SeatState }[] = [];
  let seat: SeatState | null = null;
  for (const [key, entry] of Object.entries(stored.tasks)) {
    const task = tasksOf(definition).get(key);
    const outcome = applyTask(entry.set, { op: 'recuse', person, reason, at: env.at });
    if (task === undefined || !outcome.ok) continue;
    tasks[key] = { visit: entry.visit, set: outcome.set };
    effects.push(...seatEffects(task, entry.visit, outcome, env));
    const after = seatFacts(task, outcome.set);
    const isOwn = own?.task.key === key;
    if (isOwn) seat = after;
    const before = seatFacts(task, entry.set);
    if (after.satisfied || after.failed) followUps.push({ eventType: 'task.settled', visit: entry.visit, seat: after });
    else if (!isOwn && after.needsSigner && !before.needsSigner) {
      followUps.push({ eventType: 'task.unmanned', visit: entry.visit, seat: after });
    }
  }
  effects.push({ type: 'revokeAccess', person, reason: '回避' });
  const recused = [...stored.recused, person];
  return { stored: { ...stored, tasks, recused }, effects, seat, eventType: event.type, followUps };
}

function seatFacts(task: TaskSpec, set: TaskSet): SeatState {
  return {
    task: task.key,
    satisfied: isSatisfied(set),
    failed: set.status === 'failed',
    needsSigner: needsSigner(set),
  };
}

function internalEvent(type: TaskEventType, seat: SeatState): string {
  if (seat.satisfied || seat.failed) return 'task.settled';
  if (seat.needsSigner) return 'task.unmanned';
  return type === 'task.withdraw' ? 'task.withdrawn' : type;
}

function operationOf(event: CaseEvent, spec: EventSpec, set: TaskSet, env: StepEnvironment): TaskOperation {
  const at = env.at;
  const by = env.actor.id;
  const payload = (event.payload ?? {}) as Record<string, string>;
  switch (event.type) {
    case 'task.add-signer':
      return {
        op: 'add-signer',
        by,
        person: payload.person ?? '',
        at,
        ...(payload.position === undefined ? {} : { position: payload.position as 'before' | 'after' | 'parallel' }),
      };
    case 'task.remove-signer':
      return { op: 'remove-signer', by, person: payload.person ?? '', at };
    case 'task.transfer':
      return { op: 'transfer', by, from: payload.from ?? by, to: payload.to ?? '', at };
    case 'task.delegate':
      return { op: 'delegate', by, to: payload.to ?? '', at };
    case 'task.resolve':
      return { op: 'resolve', by, note: payload.note ?? '', at };
    case 'task.withdraw':
      return { op: 'withdraw', by, at };
  }
  const answer = spec.answer?.(event.payload as never) ?? { answer: event.type, favourable: true };
  const holder = standInHolder(set, env);
  return { op: 'complete', by, ...answer, at, ...(holder === null ? {} : { standInFor: holder }) };
}

/** The environment says who is stand-in today (代理); the set must record it before the stand-in may answer. */
function withStandIn(set: TaskSet, operation: TaskOperation): TaskSet {
  if (operation.op !== 'complete' || operation.standInFor === undefined) return set;
  const { by, standInFor, at } = operation;
  const outcome = applyTask(set, { op: 'stand-in', holder: standInFor, standIn: by, at });
  return outcome.ok ? outcome.set : set;
}

function seatEffects(
  task: TaskSpec,
  visit: number,
  { opened, closed }: { opened: readonly Seat[]; closed: readonly Seat[] },
  env: StepEnvironment,
): Effect[] {
  return [
    ...closed.map((seat): Effect => {
      const outcome = closures[seat.status] ?? 'cancelled';
      return {
        type: 'closeTask',
        task: task.key,
        visit,
        seat: seat.id,
        outcome,
        // No person is recorded as the one who cancelled a seat that is no longer needed.
        by: outcome === 'cancelled' ? null : env.actor.id,
      };
    }),
    ...opened.flatMap((seat) => openSeat(task, visit, seat)),
  ];
}

const closures: Partial<Record<Seat['status'], TaskClosure>> = { done: 'done', removed: 'removed', recused: 'recused' };

/**
 * A person who lost their last seat by removal or transfer loses access to the case; a recusal is handled with the
 * event.
 */
function lostAccess(before: TaskSet, tasks: Readonly<Record<string, StoredTask>>, operation: TaskOperation): Effect[] {
  if (operation.op !== 'remove-signer' && operation.op !== 'transfer') return [];
  const still = new Set(Object.values(tasks).flatMap(({ set }) => seatsInTurn(set).flatMap(peopleOf)));
  return seatsInTurn(before)
    .flatMap(peopleOf)
    .filter((person) => !still.has(person))
    .map((person) => ({ type: 'revokeAccess', person, reason: operation.op === 'transfer' ? '转办' : '减签' }));
}

function peopleOf(seat: Seat): string[] {
  return [seat.holder, seat.delegatedTo].filter((person): person is string => person != null);
}
