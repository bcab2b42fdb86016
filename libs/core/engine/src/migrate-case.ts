/** Moves an open case from one version of its definition to another: state, context, tasks and clocks. Pure. */
import type { CivilDate } from '@lawgate/calendar';
import type { AnyMachineSnapshot, StateValue as XStateValue } from 'xstate';
import type { Definition, DefinitionMigration, TaskSpec } from './definition.ts';
import { openSeat, openTask, startClock } from './effects.ts';
import { declaredKey } from './declared-clocks.ts';
import { leafPaths, restore, stateName, stageAt, statesOf, tasksOf } from './machine.ts';
import { seatsInTurn } from './task-set/index.ts';
import type { Effect, StateValue, StepEnvironment, StoredCase, StoredTask } from './vocabulary.ts';

/** An open clock of the case, with what the step environment does not contain. */
export interface OpenClock {
  readonly startedOn: CivilDate;
  /** Number of its pauses and extensions. */
  readonly changes: number;
}

/** One change that a migration makes to a case. */
export interface MigrationChange {
  readonly part: 'state' | 'context' | 'task' | 'clock';
  /** In Chinese. */
  readonly text: string;
}

/** Why a case cannot be migrated: the rule of the engine, and in Chinese the reason with what to do. */
export interface MigrationRefusal {
  readonly rule: `migration.${string}`;
  readonly message: string;
}

interface Refused {
  readonly ok: false;
  readonly refusals: readonly MigrationRefusal[];
}

export type CaseMigration =
  | {
      readonly ok: true;
      readonly next: StoredCase;
      readonly effects: readonly Effect[];
      readonly changes: readonly MigrationChange[];
    }
  | Refused;

/**
 * The case under the new version, with the tasks and clocks that open and end; or every reason why it cannot be
 * migrated. No fact is recorded and nobody is notified.
 *
 * @param clocks the open clocks of the case, by key
 * @throws EngineError `engine.definition-mismatch` when the case is not of the old version
 */
export function migrateCase(
  from: Definition,
  to: Definition,
  migration: DefinitionMigration,
  stored: StoredCase,
  env: StepEnvironment,
  clocks: Readonly<Record<string, OpenClock>>,
): CaseMigration {
  restore(from, stored);
  const refused = own('refuses', () => migration.refuses?.(stored) ?? null);
  if (!refused.ok) return refused;
  if (refused.value !== null) {
    return { ok: false, refusals: [{ rule: 'migration.refused', message: refused.value }] };
  }
  const placed = valueUnder(to, migration, stored);
  if (!placed.ok) return placed;
  const { value } = placed;
  const given = own('context', () => migration.context?.(stored.context) ?? stored.context);
  if (!given.ok) return given;
  const context = given.value;
  const moved = {
    ...stored,
    definitionVersion: to.version,
    value,
    context,
    historyValue: historyUnder(to, migration, stored),
  };
  const snapshot = restore(to, { ...moved, tasks: {} });
  const tasks = tasksUnder(from, to, migration, moved, snapshot);
  const counted = clocksUnder(from, to, migration, snapshot, env, clocks);
  if (counted.refusals.length > 0) return { ok: false, refusals: counted.refusals };
  return {
    ok: true,
    next: { ...moved, tasks: tasks.open, visits: tasks.visits },
    effects: [...tasks.effects, ...counted.effects],
    changes: [
      ...stateChanges(from, to, stored, value),
      ...contextChanges(stored.context, context),
      ...tasks.changes,
      ...counted.changes,
    ],
  };
}

/** The result of a function of the migration itself. What it throws refuses this case, and leaves the others alone. */
function own<T>(name: 'refuses' | 'context', call: () => T): { readonly ok: true; readonly value: T } | Refused {
  try {
    return { ok: true, value: call() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `迁移的 ${name} 函数对该案件出错，请改正迁移或者另行处理该案件：${why}`;
    return { ok: false, refusals: [{ rule: 'migration.function-failed', message }] };
  }
}

function valueUnder(
  to: Definition,
  { states = {} }: DefinitionMigration,
  stored: StoredCase,
): { readonly ok: true; readonly value: StateValue } | Refused {
  const leaves = leafPaths(stored.value).map((path) => states[path] ?? path);
  const refusals = leaves.flatMap((path): MigrationRefusal[] => {
    const node = statesOf(to).get(path)?.node;
    if (node === undefined) {
      const message = `新版本没有环节“${path}”，请在迁移的 states 中写明改到哪个环节`;
      return [{ rule: 'migration.state-missing', message }];
    }
    if (node.type === 'atomic' || node.type === 'final') return [];
    return [{ rule: 'migration.state-not-leaf', message: `环节“${path}”在新版本中还分下级环节，请写到最下一级` }];
  });
  if (refusals.length > 0) return { ok: false, refusals };
  const value = valueOf(leaves);
  const whole = to.machine.resolveState({ value: value as XStateValue, context: stored.context }) as AnyMachineSnapshot;
  const added = leafPaths(whole.value as StateValue).filter((path) => !leaves.includes(path));
  if (added.length === 0) return { ok: true, value };
  return {
    ok: false,
    refusals: added.map((path) => ({
      rule: 'migration.region-added',
      message: `新版本的并行环节“${path}”没有对应的原环节，请在迁移中另行安排或拒绝该案件`,
    })),
  };
}

/** The state value with these leaves. */
function valueOf(leaves: readonly string[]): StateValue {
  const [first = ''] = leaves;
  if (leaves.length === 1 && !first.includes('.')) return first;
  const heads = Map.groupBy(leaves, (path) => path.slice(0, `${path}.`.indexOf('.')));
  return Object.fromEntries(
    [...heads].map(([head, paths]) => {
      const below = paths.map((path) => path.slice(head.length + 1)).filter((path) => path !== '');
      return [head, below.length === 0 ? {} : valueOf(below)];
    }),
  );
}

/** Values stored by history states, as far as the new version has the states. */
function historyUnder(
  to: Definition,
  { states = {} }: DefinitionMigration,
  { historyValue }: StoredCase,
): StoredCase['historyValue'] {
  const known = new Map([...statesOf(to).values()].map(({ node }) => [node.id, node.id]));
  const renamed = (id: string): string => {
    const path = id.slice(to.machine.id.length + 1);
    return states[path] === undefined ? id : `${to.machine.id}.${states[path]}`;
  };
  return Object.fromEntries(
    Object.entries(historyValue).flatMap(([id, nodes]) => {
      const moved = nodes.map(renamed);
      return known.has(id) && moved.every((node) => known.has(node)) ? [[id, moved]] : [];
    }),
  );
}

interface MovedTasks {
  readonly open: Record<string, StoredTask>;
  readonly visits: Record<string, number>;
  readonly effects: Effect[];
  readonly changes: MigrationChange[];
}

function tasksUnder(
  from: Definition,
  to: Definition,
  { tasks: renamed = {} }: DefinitionMigration,
  moved: StoredCase,
  snapshot: AnyMachineSnapshot,
): MovedTasks {
  const wanted = new Map(
    snapshot._nodes.flatMap(({ path }) => {
      const task = statesOf(to).get(path.join('.'))?.meta.task;
      return task === undefined ? [] : [[task.key, task] as const];
    }),
  );
  const result: MovedTasks = { open: {}, visits: { ...moved.visits }, effects: [], changes: [] };
  for (const [key, task] of Object.entries(moved.tasks)) {
    const before = tasksOf(from).get(key);
    const after = wanted.get(renamed[key] ?? key);
    if (after !== undefined && before !== undefined && sameTask(before, after)) result.open[key] = task;
    else carryTask(result, { key, task, label: before?.label ?? key }, after);
  }
  for (const [key, spec] of wanted) {
    if (result.open[key] !== undefined) continue;
    const meta = { task: spec };
    result.effects.push(...openTask(meta, result.open, result.visits, snapshot.context, moved.recused));
    result.changes.push({ part: 'task', text: `开启任务“${spec.label}”` });
  }
  return result;
}

const sameTask = (a: TaskSpec, b: TaskSpec): boolean =>
  a.key === b.key && a.role === b.role && a.label === b.label && a.clock === b.clock;

/**
 * Closes the seats of a task; where the new version has the task, they are opened again with the answers already given.
 */
function carryTask(
  result: MovedTasks,
  { key, task, label }: { readonly key: string; readonly task: StoredTask; readonly label: string },
  after: TaskSpec | undefined,
): void {
  const seats = seatsInTurn(task.set);
  result.effects.push(
    ...seats.map(({ id: seat }): Effect => {
      return { type: 'closeTask', task: key, visit: task.visit, seat, outcome: 'cancelled', by: null };
    }),
  );
  if (after === undefined) {
    result.changes.push({ part: 'task', text: `关闭任务“${label}”` });
    return;
  }
  const visit = (result.visits[after.key] ?? 0) + 1;
  result.visits[after.key] = visit;
  result.open[after.key] = { visit, set: task.set };
  result.effects.push(...seats.flatMap((seat) => openSeat(after, visit, seat)));
  result.changes.push({ part: 'task', text: `任务“${label}”改为“${after.label}”，已有的办理情况保留` });
}

function clocksUnder(
  from: Definition,
  to: Definition,
  { clocks: renamed = {} }: DefinitionMigration,
  snapshot: AnyMachineSnapshot,
  env: StepEnvironment,
  open: Readonly<Record<string, OpenClock>>,
): { readonly effects: Effect[]; readonly changes: MigrationChange[]; readonly refusals: MigrationRefusal[] } {
  const effects: Effect[] = [];
  const changes: MigrationChange[] = [];
  const refusals: MigrationRefusal[] = [];
  const changed = (text: string): void => void changes.push({ part: 'clock', text });
  const label = (definition: Definition, key: string): string => definition.clocks[declaredKey(key)]?.label ?? key;
  const ends = (key: string): void => {
    effects.push({ type: 'stopClock', key, outcome: 'stopped' });
  };
  for (const [key, { startedOn, changes: pauses }] of Object.entries(open)) {
    const declared = declaredKey(key);
    const target = declared in renamed ? renamed[declared] : declared;
    if (target === declared && to.clocks[declared] !== undefined) continue;
    if (target === null) {
      ends(key);
      changed(`期限“${label(from, key)}”终止`);
    } else if (target === undefined || to.clocks[target]?.limit === undefined) {
      refusals.push({
        rule: 'migration.clock-missing',
        message: `期限“${label(from, key)}”（${key}）在新版本中没有，请在迁移的 clocks 中写明改为哪个期限，或写 null 终止`,
      });
    } else if (pauses > 0) {
      refusals.push({
        rule: 'migration.clock-changed',
        message: `期限“${label(from, key)}”（${key}）中止或者延长过，改为“${label(to, target)}”会丢失这些天数，请另行处理该案件`,
      });
    } else {
      ends(key);
      effects.push({ ...startClock(to, target, snapshot.context, env), from: startedOn } as Effect);
      changed(`期限“${label(from, key)}”改为“${label(to, target)}”，仍自${startedOn}起算`);
    }
  }
  for (const key of clocksToRun(to, snapshot)) {
    const taken = key in env.clocks || Object.values(renamed).includes(key);
    if (taken || to.clocks[key]?.limit === undefined) continue;
    effects.push(startClock(to, key, snapshot.context, env));
    changed(`期限“${label(to, key)}”开始计算`);
  }
  return { effects, changes, refusals };
}

/** Clocks that the states of the case run. */
function clocksToRun(to: Definition, snapshot: AnyMachineSnapshot): string[] {
  const metas = snapshot._nodes.map(({ path }) => statesOf(to).get(path.join('.'))?.meta.clocks ?? {});
  return [...new Set(metas.flatMap((clocks) => Object.keys(clocks).filter((key) => clocks[key] === 'run')))];
}

function stateChanges(from: Definition, to: Definition, stored: StoredCase, value: StateValue): MigrationChange[] {
  const [before, after] = [stateName(stored.value), stateName(value)];
  const words = (definition: Definition, name: string): string =>
    [...new Set(name.split(' + ').map((path) => stageAt(definition, path) ?? path))].join('、');
  if (before === after) return [];
  return [{ part: 'state', text: `环节“${words(from, before)}”（${before}）改为“${words(to, after)}”（${after}）` }];
}

function contextChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): MigrationChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return changed.length === 0 ? [] : [{ part: 'context', text: `案件内容有改动：${changed.sort().join('、')}` }];
}
