/** Ways through the configurations that `reachOf` found, and how a message names them. */
import type { Definition } from '../definition.ts';
import { eventLabel } from '../transitions.ts';
import { reachOf, type Passage, type Passed, type Reach } from './reach.ts';

/** A place on a way: where it is, how it was reached, and the facts recorded so far on which a condition depends. */
interface Stop {
  readonly at: string;
  readonly facts: ReadonlySet<string>;
  readonly way: readonly Passage[];
}

export interface Search {
  /** Arrows that a way must not take. */
  readonly avoid: (passage: Passage) => boolean;
  /** True where the search has found what it looks for: at a configuration, before `passage` is taken. */
  readonly found: (configuration: string, passage: Passage | null) => boolean;
}

const factsIn = (passed: readonly Passed[]): string[] =>
  passed.flatMap((one) => (one.kind === 'fact' ? [one.fact] : []));

export const recordsFact = ({ passed }: Pick<Passage, 'passed'>, fact: string): boolean =>
  factsIn(passed).includes(fact);

/**
 * Breadth first over (configuration, facts that conditions ask for); conditions and rules are otherwise taken for
 * possible.
 *
 * @returns the arrows of a shortest way to what is looked for; null where no way leads there
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
 * Events that can end a case in which none of `acts` has happened, conditions and rules left aside: they also close
 * files that were never reviewed favourably.
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
