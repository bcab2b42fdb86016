/** What a machine says about its states, read once per definition. */
import type { AnyStateNode } from 'xstate';
import type { Definition, StateMeta, TaskSpec } from './definition.ts';

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
