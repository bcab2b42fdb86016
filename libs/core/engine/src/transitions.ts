/**
 * The transitions of a machine as plain records, in document order: read by the check, the description and the diagram.
 */
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { Definition } from './definition.ts';
import type { Condition, GateParams, Rule } from './rule.ts';
import { eventSpecOf } from './task-events.ts';

export interface MachineTransition {
  readonly source: AnyStateNode;
  /** Empty for a transition without a change of state. */
  readonly targets: readonly AnyStateNode[];
  /** The event's type; null for an eventless transition. */
  readonly event: string | null;
  readonly label: string;
  readonly reenter: boolean;
  readonly when: Condition<unknown> | null;
  readonly rules: readonly Rule<unknown>[];
}

const internalLabels: Readonly<Record<string, string>> = {
  'task.settled': '应办人员均已办理',
  'task.unmanned': '已无可办人员',
  'task.withdrawn': '已撤回意见',
};

/** Label of an event: the declared one, or a text for the engine's own events. */
export function eventLabel(definition: Definition, type: string | null): string {
  if (type === null) return '自动';
  const declared = eventSpecOf(definition, type)?.label ?? internalLabels[type];
  return declared ?? (type.startsWith('xstate.done.') ? '本环节办结' : type);
}

/** Every node of the machine in document order, the root first. */
export function nodesOf(definition: Definition): AnyStateNode[] {
  const nodes: AnyStateNode[] = [];
  const visit = (node: AnyStateNode): void => {
    nodes.push(node);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(definition.machine.root);
  return nodes;
}

export function childrenOf(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states);
}

/** The dotted path that identifies a state for people and filters; empty for the root. */
export function pathOf(node: AnyStateNode): string {
  return node.path.join('.');
}

export function isLeaf(node: AnyStateNode): boolean {
  return node.type === 'atomic' || node.type === 'final';
}

/** True for the state itself and everything above it. */
export function contains(ancestor: AnyStateNode, node: AnyStateNode): boolean {
  return ancestor.path.length <= node.path.length && ancestor.path.every((key, index) => node.path[index] === key);
}

export function transitionsFrom(definition: Definition, node: AnyStateNode): MachineTransition[] {
  const all = [...[...node.transitions.values()].flat(), ...(node.always ?? [])] as AnyTransitionDefinition[];
  return all.map((transition) => {
    const event = transition.eventType === '' ? null : (transition.eventType as string);
    const params = (transition.guard as { params?: Partial<GateParams> } | undefined)?.params;
    return {
      source: node,
      targets: (transition.target ?? []) as AnyStateNode[],
      event,
      label: eventLabel(definition, event),
      reenter: transition.reenter,
      when: params?.when ?? null,
      rules: params?.rules ?? [],
    };
  });
}
