/** Which open task an event is about, and whether this person may touch it. */
import type { Definition, TaskSpec } from './definition.ts';
import { notHolder, personTurnedAway } from './refusals.ts';
import { tasksOf } from './states.ts';
import { isTaskEvent } from './task-events.ts';
import { mayAct, TASK_RULES, type TaskSet } from './task-set/index.ts';
import type { CaseEvent, StepEnvironment, Refusal, StoredCase, StoredTask } from './vocabulary.ts';

export interface ConcernedTask {
  readonly task: TaskSpec;
  readonly entry: StoredTask;
}

/**
 * The open task that the event completes, or null when it completes none. Of several the one that this person may
 * answer comes first: two parallel states may well be completed by the same event.
 *
 * A system event completes no task: a due date moves the machine, and what it leaves open is cancelled.
 *
 * @param payload as it was checked; left out while there is none yet, and then every task that the event may complete
 * counts
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

/** The open task that a task operation is about: the one it names, or the one in which the person has a part. */
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

/** The holder for whom the actor is stand-in today, when the actor has no own seat. */
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

/** Null when the person may do this with the task. */
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
