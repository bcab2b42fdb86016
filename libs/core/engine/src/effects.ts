/**
 * Effects: the actions by which a machine requests them, and how the actions of a transition become effects. Markers
 * open and close tasks and move clocks, the other actions are the machine's own.
 */
import { daysBetween, type CivilDate, type ClockSpec, type ResumeMode } from '@lawgate/calendar';
import { assign, type AnyMachineSnapshot, type ExecutableActionObject } from 'xstate';
import type { MachineEvent } from './rule.ts';
import {
  enterMarker,
  exitMarker,
  type ClockDefinition,
  type Definition,
  type StateMeta,
  type TaskSpec,
} from './definition.ts';
import { EngineError } from './errors.ts';
import { lapsed } from './declared-clocks.ts';
import { statesOf } from './machine.ts';
import { openTaskSet, seatsInTurn, type Seat } from './task-set/index.ts';
import type { Effect, StepEnvironment, StoredCase, StoredTask } from './vocabulary.ts';

export interface Collected {
  readonly tasks: Record<string, StoredTask>;
  readonly visits: Record<string, number>;
  readonly effects: Effect[];
}

type StartClock = Extract<Effect, { type: 'startClock' }>;
type ClockStatus = 'absent' | 'running' | 'paused';

export function collectEffects(
  definition: Definition,
  stored: Pick<StoredCase, 'tasks' | 'visits' | 'recused'>,
  snapshot: AnyMachineSnapshot,
  actions: readonly Pick<ExecutableActionObject, 'type' | 'params'>[],
  env: StepEnvironment,
): Collected {
  const states = statesOf(definition);
  const tasks: Record<string, StoredTask> = { ...stored.tasks };
  const visits: Record<string, number> = { ...stored.visits };
  const clocks = new Map<string, ClockStatus>();
  const effects: Effect[] = [];
  for (const action of actions) {
    if (action.type === 'effect') {
      // Null means "no effect", so that an effect can depend on the context.
      if (action.params != null) effects.push(checked(definition, action.params as unknown as Effect));
    } else if (action.type === enterMarker || action.type === exitMarker) {
      const path = (action.params as { state: string }).state;
      const meta = states.get(path)?.meta ?? {};
      if (action.type === exitMarker) effects.push(...closeTask(meta, tasks));
      else {
        effects.push(...openTask(meta, tasks, visits, snapshot.context, stored.recused));
        effects.push(...moveClocks(definition, meta, clocks, snapshot.context, env));
      }
    } else {
      throw new EngineError('engine.fault', `Action "${action.type}" is neither an effect nor an update.`);
    }
  }
  return { tasks, visits, effects };
}

/**
 * Checks the details of a fact against the declared schema: facts are counted for years and never corrected.
 *
 * @throws EngineError `engine.fact-invalid`
 */
function checked({ key, version, facts }: Definition, effect: Effect): Effect {
  if (effect.type !== 'recordFact') return effect;
  const schema = Object.hasOwn(facts, effect.fact) ? facts[effect.fact] : undefined;
  const issues =
    schema === undefined ? ['not declared in facts'] : (schema.safeParse(effect.detail).error?.issues ?? []).map(said);
  if (issues.length === 0) return effect;
  throw new EngineError(
    'engine.fact-invalid',
    `Fact "${effect.fact}" of ${key} version ${version}: ${issues.join('; ')}. Correct what the action records, or its schema in facts.`,
  );
}

const said = ({ path, message }: { path: PropertyKey[]; message: string }): string =>
  path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;

export function openTask(
  meta: StateMeta,
  tasks: Record<string, StoredTask>,
  visits: Record<string, number>,
  context: unknown,
  recused: readonly string[],
): Effect[] {
  const spec = meta.task;
  if (spec === undefined) return [];
  const visit = (visits[spec.key] ?? 0) + 1;
  visits[spec.key] = visit;
  const holders = spec.holders === undefined ? [null] : eligible(spec.holders(context as never), recused);
  const set = openTaskSet(spec.policy ?? { kind: 'all' }, holders);
  tasks[spec.key] = { visit, set };
  return seatsInTurn(set).flatMap((seat) => openSeat(spec, visit, seat));
}

/**
 * A payload may name a person twice, and a case may still name somebody who has recused themselves since: one gets no
 * second seat, the other none.
 */
function eligible(holders: readonly string[], recused: readonly string[]): string[] {
  return [...new Set(holders)].filter((holder) => holder.trim() !== '' && !recused.includes(holder));
}

export function openSeat(spec: TaskSpec, visit: number, seat: Seat): Effect[] {
  const holder = seat.delegatedTo ?? seat.holder;
  return [
    {
      type: 'openTask',
      task: spec.key,
      visit,
      seat: seat.id,
      role: spec.role,
      label: spec.label,
      holder,
      clock: spec.clock ?? null,
    },
    ...(holder === null ? [] : [{ type: 'grantAccess', person: holder } as const]),
  ];
}

function closeTask(meta: StateMeta, tasks: Record<string, StoredTask>): Effect[] {
  const spec = meta.task;
  const stored = spec === undefined ? undefined : tasks[spec.key];
  if (spec === undefined || stored === undefined) return [];
  delete tasks[spec.key];
  return seatsInTurn(stored.set).map((seat) => ({
    type: 'closeTask',
    task: spec.key,
    visit: stored.visit,
    seat: seat.id,
    outcome: 'cancelled',
    by: null,
  }));
}

function moveClocks(
  definition: Definition,
  meta: StateMeta,
  moved: Map<string, ClockStatus>,
  context: unknown,
  env: StepEnvironment,
): Effect[] {
  const effects: Effect[] = [];
  for (const [key, what] of Object.entries(meta.clocks ?? {})) {
    const status = moved.get(key) ?? statusOf(env, key);
    if (what === 'run' && hasDates(definition, key)) {
      for (const effect of startDated(definition, key, context, env)) {
        if ((moved.get(effect.clock.key) ?? statusOf(env, effect.clock.key)) !== 'absent') continue;
        effects.push(effect);
        moved.set(effect.clock.key, 'running');
      }
    } else if (what === 'run' && status === 'paused') {
      effects.push({ type: 'resumeClock', key });
      moved.set(key, 'running');
    } else if (what === 'run' && status === 'absent') {
      effects.push(startClock(definition, key, context, env));
      moved.set(key, 'running');
    } else if (what === 'pause' && status === 'running') {
      if (definition.clocks[key]?.pausable === false) continue;
      effects.push({ type: 'pauseClock', key, reason: meta.stage ?? '' });
      moved.set(key, 'paused');
    } else if ((what === 'stop' || what === 'drop') && status !== 'absent') {
      effects.push({ type: 'stopClock', key, outcome: what === 'stop' ? 'met' : 'stopped' });
      moved.set(key, 'absent');
    }
  }
  return effects;
}

function statusOf(env: StepEnvironment, key: string): ClockStatus {
  const status = env.clocks[key]?.status;
  if (status === 'running' || status === 'overdue') return 'running';
  return status === 'paused' ? 'paused' : 'absent';
}

/** The effect that starts a declared clock with a limit, counted from the day that the case or the event gives. */
export function startClock(definition: Definition, key: string, context: unknown, env: StepEnvironment): Effect {
  const clock = definition.clocks[key];
  if (clock === undefined) throw new EngineError('engine.fault', `Clock "${key}" is not declared.`);
  if (clock.limit === undefined) throw new EngineError('engine.fault', `Clock "${key}" has no limit.`);
  const basis = env.citations?.[clock.parameter?.(context as never) ?? ''];
  const floor = clock.floor?.(context as never, env.parameters) ?? undefined;
  return {
    type: 'startClock',
    clock: {
      key,
      label: clock.label,
      citation: basis ?? clock.citation,
      limit: clock.limit(context as never, env.parameters),
      ...keeping(clock, env),
      ...(floor === undefined ? {} : { floor }),
      pausable: clock.pausable ?? true,
      resume: resumeMode(clock, env.parameters),
    },
    from: clock.from?.(context as never) ?? env.receiptDay,
    onDue: clock.onDue ?? null,
  };
}

/** How a clock resumes after a pause, by the parameters of the case's rule set. */
export function resumeMode(
  { resume = 'continue' }: Pick<ClockDefinition, 'resume'>,
  parameters: StepEnvironment['parameters'],
): ResumeMode {
  return typeof resume === 'function' ? resume(parameters) : resume;
}

function hasDates(definition: Definition, key: string): boolean {
  const clock = definition.clocks[key];
  return clock?.until !== undefined || clock?.instances !== undefined;
}

/** One clock for each day that the case gives; none where it gives none. */
export function startDated(definition: Definition, key: string, context: unknown, env: StepEnvironment): StartClock[] {
  const clock = definition.clocks[key];
  if (clock === undefined) return [];
  const from = clock.from?.(context as never) ?? env.today;
  const start = (own: string, label: string, until: CivilDate): StartClock => ({
    type: 'startClock',
    clock: {
      key: own,
      label,
      citation: clock.citation,
      limit: { value: daysBetween(from, until), unit: 'day' },
      until,
      ...keeping(clock, env),
    },
    from,
    onDue: clock.onDue ?? (clock.atEnd === 'lapse' ? lapsed : null),
  });
  const until = clock.until?.(context as never, env.parameters) ?? null;
  const instances = clock.instances?.(context as never) ?? [];
  return [
    ...(until === null ? [] : [start(key, clock.label, until)]),
    ...instances.map((instance, index) => start(`${key}.${index + 1}`, instance.label, instance.until)),
  ];
}

function keeping(clock: ClockDefinition, env: StepEnvironment): Pick<ClockSpec, 'window' | 'atEnd'> {
  const window = clock.remind?.window?.(env.parameters);
  return {
    ...(window === undefined ? {} : { window }),
    ...(clock.atEnd === undefined ? {} : { atEnd: clock.atEnd }),
  };
}

/** An action that yields one effect (or none, for null). */
export function effect<C>(make: Effect | ((input: { context: C; event: MachineEvent }) => Effect | null)): {
  type: 'effect';
  params: Effect | ((input: { context: C; event: MachineEvent }) => Effect | null);
} {
  return { type: 'effect', params: make };
}

/**
 * An action that records a fact under a fixed name. The name is part of the action, so that the checks see which paths
 * record it; they cannot see a fact whose name is computed by `effect`.
 */
export function recordFact<C>(
  fact: string,
  detail: (input: { context: C; event: MachineEvent }) => Readonly<Record<string, unknown>> = () => ({}),
): ReturnType<typeof effect<C>> & { readonly records: string } {
  return { ...effect<C>((input) => ({ type: 'recordFact', fact, detail: detail(input) })), records: fact };
}

/** An action that changes the case's context; later actions of the same transition see the change. */
export function update<C>(change: (input: { context: C; event: MachineEvent }) => Partial<C>) {
  // XState's assigner is generic over the whole machine; the change itself is typed by the workflow's context.
  return assign(change as never);
}
