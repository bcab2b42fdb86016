/** Paths through the configurations that `reachOf` found, and their wording in messages. */
import type { Definition } from '../definition.ts';
import { eventLabel } from '../transitions.ts';
import { reachOf, type Passage, type Passed, type Reach } from './reach.ts';

/** A node of the search: configuration, how it was reached, and the recorded facts that conditions depend on. */
interface Stop {
  readonly at: string;
  readonly facts: ReadonlySet<string>;
  readonly way: readonly Passage[];
}

export interface Search {
  /** Transitions that a path must not take. */
  readonly avoid: (passage: Passage) => boolean;
  /** True when the search has found its target: at a configuration, before `passage` is taken. */
  readonly found: (configuration: string, passage: Passage | null) => boolean;
}

const factsIn = (passed: readonly Passed[]): string[] =>
  passed.flatMap((one) => (one.kind === 'fact' ? [one.fact] : []));

export const recordsFact = ({ passed }: Pick<Passage, 'passed'>, fact: string): boolean =>
  factsIn(passed).includes(fact);

/**
 * Breadth first over (configuration, facts that conditions require); otherwise conditions and rules are assumed to be
 * satisfiable.
 *
 * @returns the transitions of a shortest path to the target; null where there is none
 */
export function findWay(reach: Reach, { avoid, found }: Search): Passage[] | null {
  const asked = new Set([...reach.configurations.values()].flatMap(({ next }) => next.flatMap(({ needs }) => needs)));
  const known = (facts: Iterable<string>): ReadonlySet<string> => new Set([...facts].filter((fact) => asked.has(fact)));
  const queue: Stop[] = [{ at: reach.first.to, facts: known(factsIn(reach.first.passed)), way: [] }];
  const seen = new Set<string>();
  for (let stop = queue.shift(); stop !== undefined; stop = queue.shift()) {
    const { at, facts, way } = stop;
    const place = [at, ...[...facts].sort()].join(' ');
    if (seen.has(place)) continue;
    seen.add(place);
    if (found(at, null)) return [...way];
    for (const passage of reach.configurations.get(at)?.next ?? []) {
      if (!passage.needs.every((fact) => facts.has(fact))) continue;
      if (found(at, passage)) return [...way, passage];
      if (avoid(passage)) continue;
      queue.push({ at: passage.to, facts: known([...facts, ...factsIn(passage.passed)]), way: [...way, passage] });
    }
  }
  return null;
}

/** 「draft →（submit 提交送审）→ submitted」: states and events from the start. */
export function spell(definition: Definition, reach: Reach, way: readonly Passage[]): string {
  const name = (at: string): string => reach.configurations.get(at)?.name ?? at;
  const event = (type: string | null): string =>
    type === null ? '自动' : `${type} ${eventLabel(definition, type)}`.trim();
  return way.reduce((words, { event: type, to }) => `${words} →（${event(type)}）→ ${name(to)}`, name(reach.first.to));
}

/**
 * Events that can end a case in which none of `acts` has happened, ignoring conditions and rules: they also end cases
 * that were never reviewed favourably.
 */
export function eventsEndingWithout(definition: Definition, acts: readonly string[]): string[] {
  const reach = reachOf(definition);
  const ends = (type: string): boolean =>
    findWay(reach, {
      avoid: ({ event }) => event !== null && acts.includes(event),
      found: (_, passage) => passage?.event === type && reach.configurations.get(passage.to)?.done === true,
    }) !== null;
  return Object.keys(definition.events).filter((type) => !acts.includes(type) && ends(type));
}
