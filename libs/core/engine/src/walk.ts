/**
 * Walks every configuration that a case can reach, with the shipped step: the proofs of a walk apply to the code that
 * runs, not to a model of it.
 */
import type { CaseInput, Definition } from './definition.ts';
import { EngineError } from './errors.ts';
import { begin, step } from './step.ts';
import type {
  Accepted,
  CaseEvent,
  StepClock,
  Effect,
  StepEnvironment,
  Refusal,
  StepResult,
  StoredCase,
} from './vocabulary.ts';

/**
 * One event to try in a configuration. Clocks need not be given: those of the walk are filled in, and given ones
 * override them by key.
 */
export interface WalkMove {
  readonly event: CaseEvent;
  readonly env: StepEnvironment;
  /** Label of the move in edges and paths; by default the event's type and the sender. */
  readonly label?: string;
}

export interface WalkOptions {
  /** The events to try in this configuration. Not called for finished cases. */
  readonly events: (stored: StoredCase, clocks: Readonly<Record<string, StepClock>>) => readonly WalkMove[];
  readonly input: CaseInput;
  /** The environment under which the case begins. */
  readonly env: StepEnvironment;
  /**
   * What makes two configurations the same, besides the state of their clocks. Leave out counters and texts (rounds,
   * visits), or the walk never ends.
   */
  readonly project: (stored: StoredCase) => string;
  /**
   * What makes the clocks of two configurations the same; the status of each by default. Where no rule asks whether an
   * ended clock was met, leaving ended clocks out makes the walk several times smaller.
   */
  readonly projectClocks?: (clocks: Readonly<Record<string, StepClock>>) => string;
  /** Maximum number of configurations before the walk throws; 20,000 by default. */
  readonly limit?: number;
  /**
   * Receives each edge and each refusal, in the order in which the walk finds them. With this callback the walk keeps
   * neither: `edges` of the walk and `out` and `refused` of every configuration are empty. It saves the memory of a
   * large walk, and most of its garbage collection, where each edge is read once.
   */
  readonly onMove?: (move: WalkEdge | WalkRefusal) => void;
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
  readonly clocks: Readonly<Record<string, StepClock>>;
  /** Labels of the moves of a shortest path here. Computed on each read. */
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

type Clocks = Readonly<Record<string, StepClock>>;

/**
 * Breadth first over every reachable configuration.
 *
 * @throws EngineError `engine.walk-limit` when there are more configurations than `limit`; `engine.fault` when a step
 * throws, with the path that led there.
 */
export function walk(definition: Definition, options: WalkOptions): Walk {
  const { limit = 20_000, projectClocks = clocksKey, onMove } = options;
  // Iterating over a Map includes entries that are added meanwhile, so this is also the queue of the walk.
  const configurations = new Map<string, Configuration>();
  const edges: WalkEdge[] = [];

  /** Adds a configuration unless it is known. @returns its key: of equal strings the one that is stored already */
  const arrive = (stored: StoredCase, clocks: Clocks, by: Arrival | null): string => {
    const key = `${options.project(stored)} | ${projectClocks(clocks)}`;
    const known = configurations.get(key);
    if (known !== undefined) return known.key;
    const added = new Configuration(key, stored, clocks, by);
    if (configurations.size >= limit) throw tooMany(definition, added, limit);
    configurations.set(key, added);
    return key;
  };

  const tryAll = (from: Configuration): void => {
    for (const move of options.events(from.stored, from.clocks)) {
      const label = labelOf(move);
      const result = stepOnTheWay(definition, from, move, label);
      if (!result.ok) {
        const refusal: WalkRefusal = { label, event: move.event, refusal: result };
        if (onMove === undefined) from.refused.push(refusal);
        else onMove(refusal);
        continue;
      }
      const { effects, overridden } = result;
      const to = arrive(result.next, clocksAfter(from.clocks, effects), { from, label });
      const edge: WalkEdge = { from: from.key, to, label, event: move.event, effects, overridden };
      if (onMove === undefined) {
        from.out.push(edge);
        edges.push(edge);
      } else onMove(edge);
    }
  };

  const begun = begin(definition, options.input, options.env, 1);
  arrive(begun.next, clocksAfter(options.env.clocks, begun.effects), null);
  for (const from of configurations.values()) {
    if (from.stored.status !== 'done') tryAll(from);
  }
  return { configurations, edges, beginEffects: begun.effects };
}

/** The move by which a configuration was reached first. */
interface Arrival {
  readonly from: Configuration;
  readonly label: string;
}

class Configuration implements WalkedConfiguration {
  readonly key: string;
  readonly stored: StoredCase;
  readonly clocks: Clocks;
  readonly out: WalkEdge[] = [];
  readonly refused: WalkRefusal[] = [];
  readonly #by: Arrival | null;

  constructor(key: string, stored: StoredCase, clocks: Clocks, by: Arrival | null) {
    this.key = key;
    this.stored = stored;
    this.clocks = clocks;
    this.#by = by;
  }

  /** A link to the previous configuration takes less memory than an array of labels in each. */
  get via(): readonly string[] {
    const labels: string[] = [];
    for (let by = this.#by; by !== null; by = by.from.#by) labels.push(by.label);
    return labels.reverse();
  }
}

function tooMany(definition: Definition, at: Configuration, limit: number): EngineError {
  return new EngineError(
    'engine.walk-limit',
    `The walk of ${definition.key} found more than ${limit} configurations, the last by ${at.via.join(' → ')}. ` +
      `Let \`project\` leave out what only counts (rounds, visits, texts), or raise \`limit\`. Last key: ${at.key}`,
  );
}

function stepOnTheWay(definition: Definition, from: Configuration, move: WalkMove, label: string): StepResult {
  try {
    const env = { ...move.env, clocks: { ...from.clocks, ...move.env.clocks } };
    return step(definition, from.stored, move.event, env);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EngineError('engine.fault', `${definition.key}: ${[...from.via, label].join(' → ')} threw: ${why}`);
  }
}

function labelOf({ event, env, label }: WalkMove): string {
  return label ?? `${event.type} (${env.actor.id})`;
}

/** The state of the clocks after these effects, as far as rules and states see it without a calendar. */
function clocksAfter(before: Clocks, effects: readonly Effect[]): Clocks {
  const clocks: Record<string, StepClock> = { ...before };
  const set = (key: string, status: StepClock['status']): void => {
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
