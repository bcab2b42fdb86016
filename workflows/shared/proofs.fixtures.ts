/** What is proved of every workflow over its walk: each function lists the counterexamples, with the way to them. */
import {
  declaredKey,
  eventsEndingWithout,
  stateName,
  statesOf,
  tasksOf,
  type Definition,
  type Walk,
  type WalkedConfiguration,
  type WalkEdge,
} from '@lawgate/engine';
import { contextOf, soundSignature } from './walking.fixtures.ts';

const way = ({ via }: WalkedConfiguration): string => via.join(' → ');

function source(walk: Walk, edge: WalkEdge): WalkedConfiguration {
  const found = walk.configurations.get(edge.from);
  if (found === undefined) throw new Error(`No configuration ${edge.from}`);
  return found;
}

const pathOfEdge = (walk: Walk, edge: WalkEdge): string => `${way(source(walk, edge))} → ${edge.label}`;

/** Edges of these events for which the claim does not hold of the case before them. */
function violations(
  walk: Walk,
  events: readonly string[],
  claim: (before: WalkedConfiguration, edge: WalkEdge) => boolean,
): string[] {
  return walk.edges
    .filter(({ event }) => events.includes(event.type))
    .filter((edge) => !claim(source(walk, edge), edge))
    .map((edge) => pathOfEdge(walk, edge));
}

/**
 * The acts, and what the usual course has after the first of them. What also closes files in which no act happened,
 * such as archiving after an unfavourable review, is left out.
 */
export function actsAndAfter(definition: Definition): string[] {
  const { acts, course } = definition;
  const first = course.findIndex((type) => acts.includes(type));
  const closing = eventsEndingWithout(definition, acts);
  return [...new Set([...acts, ...(first < 0 ? [] : course.slice(first).filter((type) => !closing.includes(type)))])];
}

/** The acts that happened without a director's sound sign-off, or without an opinion where the rule wants one. */
export function actsWithoutReview(
  walk: Walk,
  acts: readonly string[],
  adviserRequired: (context: ReturnType<typeof contextOf>) => boolean,
): string[] {
  return violations(walk, acts, ({ stored }) => {
    const context = contextOf(stored);
    return soundSignature(context) && (context.opinions.length > 0 || !adviserRequired(context));
  });
}

export function actsAfterUnfavourable(walk: Walk, acts: readonly string[], passing: readonly string[]): string[] {
  return violations(walk, acts, ({ stored }) => passing.includes(contextOf(stored).conclusion ?? ''));
}

/** What only a reviewer may do. */
function reviewing({ events }: Definition): string[] {
  return Object.keys(events).filter((type) => events[type]?.by.every((role) => role === 'reviewer') ?? false);
}

export function reviewsByDrafter(walk: Walk, definition: Definition): string[] {
  return violations(
    walk,
    reviewing(definition),
    ({ stored }, { label }) => !label.endsWith(`(${contextOf(stored).drafter})`),
  );
}

/** What completes a task of the director or the leader, apart from leaving it. */
function signing(definition: Definition): string[] {
  const tasks = [...tasksOf(definition).values()].filter(({ role }) => role === 'director' || role === 'leader');
  const types = new Set(tasks.flatMap(({ completes }) => completes));
  return [...types].filter((type) => definition.events[type]?.operation !== 'recuse');
}

export function signaturesByAdvisers(walk: Walk, definition: Definition): string[] {
  return violations(walk, signing(definition), ({ stored }, { label }) => {
    const { everAdvised, opinions } = contextOf(stored);
    return ![...everAdvised, ...opinions.map(({ by }) => by)].some((id) => label.endsWith(`(${id})`));
  });
}

/** The adviser says illegal, the reviewer lets it go on, and the letter is issued without the leader. */
export function overruledWithoutLeader(walk: Walk, passing: readonly string[]): string[] {
  return violations(walk, ['sign-off'], ({ stored }, { to }) => {
    const { opinions, conclusion } = contextOf(stored);
    const overruled =
      opinions.some((opinion) => opinion.conclusion === 'illegal') && passing.includes(conclusion ?? '');
    return !overruled || walk.configurations.get(to)?.stored.value === 'leader-approval';
  });
}

/** Soft rules that were passed although nobody gave a reason in the walk. */
export function silentlyOverridden(walk: Walk): string[] {
  return walk.edges.filter(({ overridden }) => overridden.length > 0).map((edge) => pathOfEdge(walk, edge));
}

/**
 * Ends that some way reaches without a fact that the definition's `obligations` ask for; a shortest such way for each.
 */
export function endsWithoutFacts(walk: Walk, { obligations }: Pick<Definition, 'obligations'>): string[] {
  return [...new Set(Object.values(obligations).flat())].flatMap((fact) => {
    const asking = Object.keys(obligations).filter((end) => obligations[end]?.includes(fact));
    return waysWithout(walk, fact)
      .filter(({ to }) => asking.includes(endOf(walk, to)))
      .map(({ to, via }) => `${endOf(walk, to)} without ${fact}: ${via.join(' → ')}`);
  });
}

function endOf(walk: Walk, key: string): string {
  const stored = walk.configurations.get(key)?.stored;
  return stored?.status === 'done' ? stateName(stored.value) : '';
}

/** The configurations that are reached by steps that do not record the fact, each with a shortest way. */
function waysWithout(walk: Walk, fact: string): { to: string; via: readonly string[] }[] {
  const records = ({ effects }: Pick<WalkEdge, 'effects'>): boolean =>
    effects.some((effect) => effect.type === 'recordFact' && effect.fact === fact);
  const [start = ''] = walk.configurations.keys();
  if (records({ effects: walk.beginEffects })) return [];
  const found = new Map<string, { to: string; via: readonly string[] }>([[start, { to: start, via: [] }]]);
  // A map gives its entries in the order in which they were added, also those that are added meanwhile: breadth first.
  for (const { to, via } of found.values()) {
    for (const edge of walk.configurations.get(to)?.out ?? []) {
      if (!records(edge) && !found.has(edge.to)) found.set(edge.to, { to: edge.to, via: [...via, edge.label] });
    }
  }
  return [...found.values()];
}

/** Configurations from which no way leads to an end. */
export function withoutEnd(walk: Walk): string[] {
  const before = new Map<string, string[]>();
  for (const { from, to } of walk.edges) before.set(to, [...(before.get(to) ?? []), from]);
  const ends = [...walk.configurations.values()].filter(({ stored }) => stored.status === 'done');
  const reaching = new Set(ends.map(({ key }) => key));
  const queue = [...reaching];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const earlier of before.get(key) ?? []) {
      if (reaching.has(earlier)) continue;
      reaching.add(earlier);
      queue.push(earlier);
    }
  }
  return [...walk.configurations.values()].filter(({ key }) => !reaching.has(key)).map(way);
}

/** Ended cases in which a clock still runs or rests that is not meant to go on. */
export function clocksLeftBehind(walk: Walk, { clocks: declared }: Pick<Definition, 'clocks'>): string[] {
  return [...walk.configurations.values()]
    .filter(({ stored, clocks }) => {
      const alive = Object.entries(clocks).some(
        ([key, { status }]) => status !== 'met' && status !== 'stopped' && declared[declaredKey(key)]?.keeps !== true,
      );
      return stored.status === 'done' && alive;
    })
    .map(way);
}

/** Cases that wait for nobody: neither an open task nor an event that somebody may send. */
export function leftOut(walk: Walk): string[] {
  return [...walk.configurations.values()]
    .filter(({ stored, out }) => stored.status !== 'done' && Object.keys(stored.tasks).length === 0 && out.length === 0)
    .map(way);
}

/** States that the walk never entered; the others are what the proofs above are about. */
export function neverEntered(walk: Walk, definition: Definition): string[] {
  const entered = new Set<string>();
  for (const { stored } of walk.configurations.values()) {
    for (const path of pathsIn(stored.value)) entered.add(path);
  }
  return [...statesOf(definition).entries()]
    .filter(([path, { node }]) => node.type !== 'history' && node.always === undefined && !entered.has(path))
    .map(([path]) => path);
}

/** Papers whose event the walk takes and never issues them, and issued ones that the definition does not have. */
export function papersAstray(walk: Walk, definition: Definition): string[] {
  const issued = new Set<string>();
  const taken = new Set<string>();
  for (const { event, effects } of walk.edges) {
    taken.add(event.type);
    for (const effect of effects) if (effect.type === 'issuePaper') issued.add(effect.paper);
  }
  const papers = definition.papers ?? [];
  const due = papers.filter(({ event, kind }) => event !== null && taken.has(event) && !issued.has(kind));
  const known = papers.map(({ kind }) => kind);
  return [
    ...due.map(({ kind, event }) => `${event} never issues ${kind}`),
    ...[...issued].filter((kind) => !known.includes(kind)).map((kind) => `${kind} is not a paper of the category`),
  ];
}

function pathsIn(value: unknown, prefix = ''): string[] {
  if (typeof value === 'string') return [prefix + value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) => [prefix + key, ...pathsIn(child, `${prefix}${key}.`)]);
}

/** Ids of the rules that refused something during the walk. */
export function refusedBy(walk: Walk): Set<string> {
  const ids = [...walk.configurations.values()].flatMap(({ refused }) =>
    refused.flatMap(({ refusal }) => refusal.refusals.map(({ rule }) => rule)),
  );
  return new Set(ids);
}
