/** Stored case to XState snapshot and back. No live actor is ever made: XState's pure functions are all we use. */
import type { AnyMachineSnapshot, AnyStateNode, StateValue as XStateValue } from 'xstate';
import type { Definition } from './definition.ts';
import { EngineError } from './errors.ts';
import type { StateValue, StoredCase } from './vocabulary.ts';

/**
 * The result of the last call. One stored case is asked for the events of many people, and then stepped, in a row. A
 * WeakMap by stored case would be slower: it keeps every snapshot alive for as long as its case.
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
 * @throws EngineError `engine.definition-mismatch` when the definition is another one or another version;
 *   `engine.state-removed` when a state of the case is not in the machine any more. XState by itself would
 *   give a snapshot with `status: 'error'` and no throw.
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

/** The dotted path of each leaf state, joined by ` + ` where states are parallel: what people and filters see as the state. */
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
