/**
 * Every configuration that the machine's transitions allow, ignoring conditions and rules. XState itself takes the
 * steps, on a skeleton of the machine in which every transition is an event of its own, so that parallel, history and
 * completed states behave here as they do in a case.
 */
import {
  createMachine,
  getNextTransitions,
  initialTransition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type AnyStateNode,
  type AnyTransitionDefinition,
} from 'xstate';
import { enterMarker, type Definition, type StateMeta } from '../definition.ts';
import { transitionOf, stateName } from '../machine.ts';
import type { GateParams } from '../rule.ts';
import { childrenOf, contains, nodesOf, pathOf } from '../transitions.ts';

export type ClockMove = 'run' | 'pause' | 'stop' | 'drop';

/** Actions between one configuration and the next, in order. */
export type Passed =
  | { readonly kind: 'state'; readonly path: string }
  | { readonly kind: 'clock'; readonly key: string; readonly move: ClockMove }
  | { readonly kind: 'fact'; readonly fact: string };

/** One transition taken from a configuration. */
export interface Passage {
  readonly to: string;
  readonly passed: readonly Passed[];
  /** The event's type; null for an eventless transition. */
  readonly event: string | null;
  /** Facts without which its condition never holds. */
  readonly needs: readonly string[];
  /** Kinds of materials that a rule of the transition requires. */
  readonly enforces: readonly string[];
}

export interface Configuration {
  readonly key: string;
  /** Paths of all active states, parents included. */
  readonly active: readonly string[];
  readonly name: string;
  readonly done: boolean;
  readonly next: readonly Passage[];
  /** Events that are accepted here without a change of state, except those that their rules always refuse. */
  readonly accepted: readonly string[];
}

export interface Reach {
  readonly first: { readonly to: string; readonly passed: readonly Passed[] };
  readonly configurations: ReadonlyMap<string, Configuration>;
  /** False when the search was given up; conclusions about "every configuration" must not be drawn then. */
  readonly complete: boolean;
}

/** A town's workflow has dozens of configurations; more than this means a mistake in the definition. */
const maxConfigurations = 5_000;

interface Arrow {
  readonly event: string;
  readonly source: AnyStateNode;
  /** Taken without an event: at once, or when the source is done. */
  readonly eager: 'always' | 'done' | null;
  /** One of the eager transitions of its source has no guard, so that the case cannot stay there. */
  readonly forced: boolean;
  readonly type: string | null;
  readonly needs: readonly string[];
  readonly enforces: readonly string[];
}

export function reachOf(definition: Definition): Reach {
  const arrows = new Map<string, Arrow>();
  const machine = skeletonOf(definition, arrows);
  const configurations = new Map<string, Configuration & { next: Passage[] }>();
  const staying = acceptedBy(definition);
  const queue: AnyMachineSnapshot[] = [];
  const arrive = (snapshot: AnyMachineSnapshot): string => {
    const key = keyOf(snapshot);
    if (configurations.has(key)) return key;
    const active = snapshot._nodes.filter((node) => node.path.length > 0).map(pathOf);
    const accepted = ['', ...active].flatMap((path) => staying.get(path) ?? []);
    const done = snapshot.status === 'done';
    configurations.set(key, { key, active, name: stateName(snapshot.value as never), done, next: [], accepted });
    queue.push(snapshot);
    return key;
  };

  const [initial, actions] = initialTransition(machine);
  const first = { to: arrive(initial as AnyMachineSnapshot), passed: passedBy(actions) };
  for (let snapshot = queue.shift(); snapshot !== undefined; snapshot = queue.shift()) {
    if (configurations.size > maxConfigurations) return { first, configurations, complete: false };
    for (const { event, type, needs, enforces } of eventsOf(snapshot, arrows)) {
      const [next, passing] = transitionOf(machine, snapshot, { type: event });
      const to = arrive(next);
      configurations.get(keyOf(snapshot))?.next.push({ to, passed: passedBy(passing), event: type, needs, enforces });
    }
  }
  return { first, configurations, complete: true };
}

function keyOf(snapshot: AnyMachineSnapshot): string {
  const history = Object.entries(snapshot.historyValue as Record<string, AnyStateNode[]>).map(([id, nodes]) => [
    id,
    ...nodes.map((node) => node.id),
  ]);
  return JSON.stringify([snapshot.value, history]);
}

function eventsOf(snapshot: AnyMachineSnapshot, arrows: ReadonlyMap<string, Arrow>): Arrow[] {
  if (snapshot.status === 'done') return [];
  const active = new Set(snapshot._nodes);
  const offered = getNextTransitions(snapshot)
    .map(({ eventType }) => arrows.get(eventType as string))
    .filter((arrow) => arrow !== undefined)
    .filter(
      ({ eager, source }) =>
        eager !== 'done' ||
        isDone(
          [...active].find(({ id }) => id === source.id),
          active,
        ),
    );
  const forced = offered.filter((arrow) => arrow.forced);
  return forced.length > 0 ? forced : offered;
}

function isDone(node: AnyStateNode | undefined, active: ReadonlySet<AnyStateNode>): boolean {
  if (node === undefined) return false;
  if (node.type === 'compound') return childrenOf(node).some((child) => child.type === 'final' && active.has(child));
  if (node.type !== 'parallel') return node.type === 'final';
  return childrenOf(node).every((child) => child.type === 'history' || isDone(child, active));
}

function passedBy(actions: readonly { type: string; params: unknown }[]): Passed[] {
  return actions.map(({ params }) => params as Passed);
}

function skeletonOf(definition: Definition, arrows: Map<string, Arrow>): AnyStateMachine {
  const build = (node: AnyStateNode): Record<string, unknown> => {
    if (node.type === 'history')
      return { id: node.id, type: 'history', history: node.history, target: node.config.target };
    const children = childrenOf(node);
    return {
      id: node.id,
      type: node.type,
      ...(node.type === 'compound' ? { initial: node.initial.target[0]?.key } : {}),
      entry: [...entering(node), ...knownActions(node.entry)],
      exit: knownActions(node.exit),
      on: Object.fromEntries([...arrowsFrom(node, arrows)]),
      ...(children.length === 0
        ? {}
        : { states: Object.fromEntries(children.map((child) => [child.key, build(child)])) }),
    };
  };
  return createMachine(build(definition.machine.root) as never) as unknown as AnyStateMachine;
}

function* arrowsFrom(node: AnyStateNode, arrows: Map<string, Arrow>): Generator<[string, unknown]> {
  const doneEvent = `xstate.done.state.${node.id}`;
  const groups: [Arrow['eager'], AnyTransitionDefinition[]][] = [
    ['always', (node.always ?? []) as AnyTransitionDefinition[]],
  ];
  for (const [type, transitions] of node.transitions) groups.push([type === doneEvent ? 'done' : null, transitions]);
  for (const [eager, transitions] of groups) {
    const forced = eager !== null && transitions.some(({ guard }) => guard === undefined);
    for (const { target, reenter, actions, guard, eventType } of transitions) {
      // A transition without a target changes no configuration.
      if (target === undefined || target.length === 0) continue;
      const event = `arrow.${arrows.size}`;
      const type = eager === null ? String(eventType) : null;
      const { when, rules = [] } = gateOf(guard) ?? {};
      const needs = when?.impliesFacts ?? [];
      const enforces = rules.flatMap(({ enforcesMaterials = [] }) => enforcesMaterials);
      arrows.set(event, { event, source: node, eager, forced, type, needs, enforces });
      yield [event, { target: target.map(({ id }) => `#${id}`), reenter, actions: knownActions(actions) }];
    }
  }
}

/** As in the engine, where the root has no marker and moves no clock. */
function entering(node: AnyStateNode): unknown[] {
  if (node.path.length === 0) return [];
  const clocks = ((node.meta ?? {}) as StateMeta).clocks ?? {};
  return [
    passing({ kind: 'state', path: pathOf(node) }),
    ...Object.entries(clocks).map(([key, move]) => passing({ kind: 'clock', key, move })),
  ];
}

function passing(params: Passed): { type: string; params: Passed } {
  return { type: enterMarker, params };
}

function gateOf(guard: unknown): Partial<GateParams> | undefined {
  return (guard as { params?: Partial<GateParams> } | undefined)?.params;
}

/** By path of the state: events whose transition stays there and has an action, or has no rule that could refuse it. */
function acceptedBy(definition: Definition): ReadonlyMap<string, readonly string[]> {
  const accepted = new Map<string, string[]>();
  for (const node of nodesOf(definition)) {
    const staying = [...node.transitions.values()]
      .flat()
      .filter(({ target }) => target === undefined || target.length === 0)
      .filter(({ actions, guard }) => actions.length > 0 || (gateOf(guard)?.rules ?? []).length === 0);
    accepted.set(
      pathOf(node),
      staying.map(({ eventType }) => String(eventType)),
    );
  }
  return accepted;
}

/**
 * Clocks that fixed effects move, and facts with a fixed name; an effect that is computed from the case is unknown
 * here.
 */
export function knownActions(actions: readonly unknown[]): { type: string; params: Passed }[] {
  return actions.flatMap((action) => {
    const { type, params, records } = (action ?? {}) as {
      type?: string;
      params?: Record<string, unknown>;
      records?: string;
    };
    if (typeof records === 'string') return [passing({ kind: 'fact', fact: records })];
    if (type !== 'effect' || typeof params !== 'object' || params === null) return [];
    if (params.type === 'startClock') {
      return [passing({ kind: 'clock', key: String((params.clock as { key?: string }).key), move: 'run' })];
    }
    if (params.type === 'recordFact') return [passing({ kind: 'fact', fact: String(params.fact) })];
    return params.type === 'stopClock' ? [passing({ kind: 'clock', key: String(params.key), move: 'stop' })] : [];
  });
}

/** The states that no configuration contains, without their descendants. */
export function unreachable(definition: Definition, reach: Reach): AnyStateNode[] {
  const seen = new Set<string>();
  for (const { active } of reach.configurations.values()) for (const path of active) seen.add(path);
  for (const { passed } of [reach.first, ...[...reach.configurations.values()].flatMap(({ next }) => next)]) {
    for (const one of passed) if (one.kind === 'state') seen.add(one.path);
  }
  const targeted = new Set(
    nodesOf(definition)
      .flatMap((node) => [...node.transitions.values()].flat())
      .flatMap(({ target }) => target ?? []),
  );
  const missing = nodesOf(definition).filter((node) =>
    node.path.length === 0 ? false : node.type === 'history' ? !targeted.has(node) : !seen.has(pathOf(node)),
  );
  return missing.filter((node) => !missing.some((other) => other !== node && contains(other, node)));
}
