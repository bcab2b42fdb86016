/**
 * Walks every configuration that a case can reach, through the shipped step: what the walk proves of a workflow is
 * proved of the code that runs, not of a model of it.
 */
import type { CaseInput, Definition } from './definition.ts';
import { EngineError } from './errors.ts';
import { begin, step } from './step.ts';
import type { Accepted, CaseEvent, ClockFact, Effect, Facts, Refusal, StepResult, StoredCase } from './vocabulary.ts';

/** One thing to try in a configuration. Clocks need not be given: those of the walk are filled in, and given ones win by key. */
export interface WalkMove {
  readonly event: CaseEvent;
  readonly facts: Facts;
  /** How the move is called in edges and paths; by default the event's type and who sends it. */
  readonly label?: string;
}

export interface WalkOptions {
  /** Everything to try in this configuration. Finished cases are not asked. */
  readonly events: (stored: StoredCase, clocks: Readonly<Record<string, ClockFact>>) => readonly WalkMove[];
  readonly input: CaseInput;
  /** The facts under which the case begins. */
  readonly facts: Facts;
  /** What makes two configurations the same, besides how their clocks stand. Leave out what only counts (rounds, visits, texts), or the walk never ends. */
  readonly project: (stored: StoredCase) => string;
  /**
   * What makes the clocks of two configurations the same; the status of each by default. Where no rule asks whether a
   * clock that ended was met, leaving ended clocks out makes the walk several times smaller.
   */
  readonly projectClocks?: (clocks: Readonly<Record<string, ClockFact>>) => string;
  /** How many configurations may be found before the walk gives up; 20,000 by default. */
  readonly limit?: number;
}

export interface WalkEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly event: CaseEvent;
  readonly effects: readonly Effect[];
  readonly overridden: Accepted['overridden'];
}

export interface WalkRefusal {
  readonly label: string;
  readonly event: CaseEvent;
  readonly refusal: Refusal;
}

export interface WalkedConfiguration {
  readonly key: string;
  readonly stored: StoredCase;
  readonly clocks: Readonly<Record<string, ClockFact>>;
  /** Labels of the moves of a shortest way here. */
  readonly via: readonly string[];
  readonly out: readonly WalkEdge[];
  readonly refused: readonly WalkRefusal[];
}

export interface Walk {
  readonly configurations: ReadonlyMap<string, WalkedConfiguration>;
  readonly edges: readonly WalkEdge[];
  /** The effects of the beginning itself. */
  readonly beginEffects: readonly Effect[];
}

type Clocks = Readonly<Record<string, ClockFact>>;

/** A configuration that somebody has come to. */
type Place = Pick<WalkedConfiguration, 'key' | 'stored' | 'clocks' | 'via'>;

/**
 * Breadth first over every reachable configuration.
 *
 * @throws EngineError `engine.walk-limit` when there are more configurations than `limit`; `engine.fault` when a step
 *   throws, with the way that led there.
 */
export function walk(definition: Definition, options: WalkOptions): Walk {
  const limit = options.limit ?? 20_000;
  const configurations = new Map<string, WalkedConfiguration>();
  const edges: WalkEdge[] = [];
  const place = (stored: StoredCase, clocks: Clocks, via: readonly string[]): Place => ({
    key: `${options.project(stored)} | ${(options.projectClocks ?? clocksKey)(clocks)}`,
    stored,
    clocks,
    via,
  });

  /** Tries everything that is to be tried in a configuration. @returns where that leads */
  const tryAll = (from: Place): Place[] => {
    const out: WalkEdge[] = [];
    const refused: WalkRefusal[] = [];
    configurations.set(from.key, { ...from, out, refused });
    if (from.stored.status === 'done') return [];
    return options.events(from.stored, from.clocks).flatMap((move) => {
      const label = labelOf(move);
      const result = stepOnTheWay(definition, from, move, label);
      if (!result.ok) {
        refused.push({ label, event: move.event, refusal: result });
        return [];
      }
      const to = place(result.next, clocksAfter(from.clocks, result.effects), [...from.via, label]);
      const { effects, overridden } = result;
      const edge: WalkEdge = { from: from.key, to: to.key, label, event: move.event, effects, overridden };
      out.push(edge);
      edges.push(edge);
      return [to];
    });
  };

  const begun = begin(definition, options.input, options.facts, 1);
  let found = [place(begun.next, clocksAfter(options.facts.clocks, begun.effects), [])];
  while (found.length > 0) {
    const reached: Place[] = [];
    for (const at of found) {
      if (configurations.has(at.key)) continue;
      if (configurations.size >= limit) throw tooMany(definition, at, limit);
      reached.push(...tryAll(at));
    }
    found = reached;
  }
  return { configurations, edges, beginEffects: begun.effects };
}

function tooMany(definition: Definition, at: Place, limit: number): EngineError {
  return new EngineError(
    'engine.walk-limit',
    `The walk of ${definition.key} found more than ${limit} configurations, the last by ${at.via.join(' → ')}. ` +
      `Let \`project\` leave out what only counts (rounds, visits, texts), or raise \`limit\`. Last key: ${at.key}`,
  );
}

function stepOnTheWay(definition: Definition, from: Place, move: WalkMove, label: string): StepResult {
  try {
    const facts = { ...move.facts, clocks: { ...from.clocks, ...move.facts.clocks } };
    return step(definition, from.stored, move.event, facts);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EngineError('engine.fault', `${definition.key}: ${[...from.via, label].join(' → ')} threw: ${why}`);
  }
}

function labelOf({ event, facts, label }: WalkMove): string {
  return label ?? `${event.type} (${facts.actor.id})`;
}

/** How the clocks stand after these effects, as far as rules and states can tell without a calendar. */
function clocksAfter(before: Clocks, effects: readonly Effect[]): Clocks {
  const clocks: Record<string, ClockFact> = { ...before };
  const set = (key: string, status: ClockFact['status']): void => {
    clocks[key] = { ...(clocks[key] ?? { dueOn: null, used: 0, provisional: false }), status };
  };
  for (const effect of effects) {
    if (effect.type === 'startClock') set(effect.clock.key, 'running');
    else if (effect.type === 'pauseClock') set(effect.key, 'paused');
    else if (effect.type === 'resumeClock') set(effect.key, 'running');
    else if (effect.type === 'stopClock') set(effect.key, effect.outcome);
  }
  return clocks;
}

function clocksKey(clocks: Clocks): string {
  return Object.entries(clocks)
    .map(([key, { status }]) => `${key}:${status}`)
    .sort()
    .join(' ');
}
