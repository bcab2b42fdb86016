/**
 * The machine of a definition: its states and their labels, a stored case as its snapshot, and the pure transition. No
 * live actor is ever created; only XState's pure functions are used.
 */
import {
  type AnyMachineSnapshot,
  type AnyStateNode,
  type StateValue as XStateValue,
  createActor,
  type ActorScope,
  type AnyStateMachine,
  type EventObject,
  type ExecutableActionObject,
} from 'xstate';
import type { Definition, StateMeta, TaskSpec } from './definition.ts';
import { EngineError } from './errors.ts';
import type { StateValue, StoredCase } from './vocabulary.ts';

/**
 * The result of the last call. The possible events of one stored case are computed for many people in a row, and then
 * the case is stepped. A WeakMap by stored case would be slower, because it keeps every snapshot alive as long as its
 * case.
 */
let last: {
  readonly definition: Definition;
  readonly stored: StoredCase;
  readonly snapshot: AnyMachineSnapshot;
} | null = null;

/**
 * Restores the snapshot of a stored case. Stored cases are never changed in place, so the same object gives the same
 * snapshot.
 *
 * @throws EngineError `engine.definition-mismatch` for another definition or another version; `engine.state-removed`
 * when a state of the case no longer exists in the machine. XState by itself would return a snapshot with `status:
 * 'error'` and not throw.
 */
export function restore(definition: Definition, stored: StoredCase): AnyMachineSnapshot {
  if (last?.definition === definition && last.stored === stored) return last.snapshot;
  const snapshot = resolve(definition, stored);
  last = { definition, stored, snapshot };
  return snapshot;
}

function resolve(definition: Definition, stored: StoredCase): AnyMachineSnapshot {
  if (stored.definitionKey !== definition.key || stored.definitionVersion !== definition.version) {
    throw new EngineError(
      'engine.definition-mismatch',
      `The case belongs to ${stored.definitionKey} version ${stored.definitionVersion}, not to ${definition.key} version ${definition.version}.`,
    );
  }
  requireStates(definition.machine.root, stored.value, definition.key);
  const historyValue = Object.fromEntries(
    Object.entries(stored.historyValue).map(([id, nodeIds]) => [
      id,
      nodeIds.map((nodeId) => nodeById(definition, nodeId)),
    ]),
  );
  const snapshot = definition.machine.resolveState({
    value: stored.value as XStateValue,
    context: stored.context,
    historyValue,
    status: stored.status,
  });
  return snapshot as AnyMachineSnapshot;
}

function requireStates(node: AnyStateNode, value: StateValue | undefined, definitionKey: string): void {
  if (value === undefined) return;
  const children = typeof value === 'string' ? { [value]: undefined } : value;
  for (const [key, childValue] of Object.entries(children)) {
    const child = node.states[key];
    if (child === undefined) {
      throw new EngineError(
        'engine.state-removed',
        `State "${[...node.path, key].join('.')}" of ${definitionKey} does not exist any more.`,
      );
    }
    requireStates(child, childValue, definitionKey);
  }
}

function nodeById(definition: Definition, id: string): AnyStateNode {
  try {
    return definition.machine.getStateNodeById(id);
  } catch {
    throw new EngineError('engine.state-removed', `State "${id}" of ${definition.key} does not exist any more.`);
  }
}

/** The parts of a snapshot that are stored; the engine's own parts (tasks, visits) are added by the step. */
export function dehydrate(
  snapshot: AnyMachineSnapshot,
): Pick<StoredCase, 'value' | 'context' | 'status' | 'historyValue'> {
  if (snapshot.status !== 'active' && snapshot.status !== 'done') {
    throw new EngineError(
      'engine.fault',
      `The machine ended in status "${snapshot.status}": ${String(snapshot.error)}`,
    );
  }
  const historyValue = Object.fromEntries(
    Object.entries(snapshot.historyValue as Record<string, AnyStateNode[]>).map(([id, nodes]) => [
      id,
      nodes.map((node) => node.id),
    ]),
  );
  return {
    value: snapshot.value as StateValue,
    context: snapshot.context as Record<string, unknown>,
    status: snapshot.status,
    historyValue,
  };
}

/**
 * The dotted path of each leaf state, joined by ` + ` where states are parallel: the state's name for people and
 * filters.
 */
export function stateName(value: StateValue): string {
  return leafPaths(value).join(' + ');
}

export function leafPaths(value: StateValue, prefix = ''): string[] {
  const join = (key: string): string => (prefix === '' ? key : `${prefix}.${key}`);
  if (typeof value === 'string') return [join(value)];
  return Object.entries(value).flatMap(([key, child]) =>
    child === undefined || (typeof child === 'object' && Object.keys(child).length === 0)
      ? [join(key)]
      : leafPaths(child, join(key)),
  );
}

type Scope = ActorScope<AnyMachineSnapshot, EventObject>;

/** By machine: an actor that is never started and does not affect the result. */
const scopes = new WeakMap<AnyStateMachine, Omit<Scope, 'actionExecutor'>>();

/**
 * The next snapshot and the actions of the transition, none of which is executed.
 *
 * XState's own `transition` creates an actor for every call, and with it the machine's initial snapshot, only to get an
 * actor scope. Here each machine has one inert scope for all of its transitions.
 */
export function transitionOf(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: EventObject,
): [next: AnyMachineSnapshot, actions: readonly ExecutableActionObject[]] {
  const actions: ExecutableActionObject[] = [];
  const actionExecutor = (action: ExecutableActionObject): void => void actions.push(action);
  const next = machine.transition(snapshot, event, { ...scopeOf(machine), actionExecutor });
  return [next, actions];
}

function scopeOf(machine: AnyStateMachine): Omit<Scope, 'actionExecutor'> {
  const known = scopes.get(machine);
  if (known !== undefined) return known;
  const self = createActor(machine);
  const scope = {
    self,
    system: self.system,
    id: '',
    sessionId: '',
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
  };
  scopes.set(machine, scope);
  return scope;
}

function nothing(): void {}

export interface StateEntry {
  readonly path: string;
  readonly node: AnyStateNode;
  readonly meta: StateMeta;
}

const indexes = new WeakMap<Definition, ReadonlyMap<string, StateEntry>>();

/** Every state of the definition by its dotted path, in document order. */
export function statesOf(definition: Definition): ReadonlyMap<string, StateEntry> {
  const known = indexes.get(definition);
  if (known !== undefined) return known;
  const index = new Map<string, StateEntry>();
  const visit = (node: AnyStateNode): void => {
    if (node.path.length > 0) {
      index.set(node.path.join('.'), { path: node.path.join('.'), node, meta: (node.meta ?? {}) as StateMeta });
    }
    for (const child of Object.values(node.states)) visit(child);
  };
  visit(definition.machine.root);
  indexes.set(definition, index);
  return index;
}

/** Path of the state in which a case begins. */
export function initialState(definition: Definition): string {
  let node: AnyStateNode | undefined = definition.machine.root;
  while (node?.type === 'compound') node = node.initial.target?.[0];
  return node?.path.join('.') ?? '';
}

const tasks = new WeakMap<Definition, ReadonlyMap<string, TaskSpec>>();

/** Every task of the definition by its key. */
export function tasksOf(definition: Definition): ReadonlyMap<string, TaskSpec> {
  const known = tasks.get(definition);
  if (known !== undefined) return known;
  const index = new Map<string, TaskSpec>();
  for (const { meta } of statesOf(definition).values()) if (meta.task) index.set(meta.task.key, meta.task);
  tasks.set(definition, index);
  return index;
}

/** In the place of a state of the machine, for a recorded case (补录). No machine may have a state of this name. */
export const recordedState = 'recorded';
export const recordedStage = '补录';

export function isRecorded({ value }: Pick<StoredCase, 'value'>): boolean {
  return value === recordedState;
}

/**
 * The label of the case's current position: the nearest stage at or above each leaf, joined where states are parallel.
 * Unspoken leaves are left out as long as another leaf has a stage.
 */
export function stageOf(definition: Definition, value: StateValue): string {
  if (value === recordedState) return recordedStage;
  const leaves = leafPaths(value);
  const spoken = leaves.filter((path) => statesOf(definition).get(path)?.meta.unspoken !== true);
  const stages = (spoken.length > 0 ? spoken : leaves).map((path) => stageAt(definition, path) ?? path);
  return [...new Set(stages)].join('、');
}

/** The nearest stage at or above one state, or null when there is none. */
export function stageAt(definition: Definition, path: string): string | null {
  const states = statesOf(definition);
  for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const stage = states.get(at)?.meta.stage;
    if (stage !== undefined) return stage;
  }
  return null;
}
