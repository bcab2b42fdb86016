/** Drives one case through a definition in tests: sends events, keeps the clocks' status, and returns refusals. */
import {
  begin,
  step,
  stateName,
  type Accepted,
  type Actor,
  type CaseEvent,
  type Definition,
  type Effect,
  type StepEnvironment,
  type Refusal,
  type StoredCase,
} from '@lawgate/engine';
import { contextOf, stepEnvironmentOf, people } from './walking.fixtures.ts';
import type { ReviewContext } from './context.ts';

/** One step of a sequence: actor, event type, payload. Without a payload the event's first example is sent. */
export type Sent = readonly [who: Actor, type: string, payload?: unknown];

export class DrivenCase {
  stored: StoredCase;
  /** All effects so far, in order. */
  readonly effects: Effect[] = [];
  private clocks: Record<string, StepEnvironment['clocks'][string]> = {};

  constructor(
    readonly definition: Definition,
    fields: Record<string, unknown> = {},
    private readonly world: Partial<StepEnvironment> = {},
  ) {
    const begun = begin(definition, { drafter: people.drafter.id, fields, round: 1 }, this.env(people.drafter), 1);
    this.stored = begun.next;
    this.keep(begun.effects);
  }

  get state(): string {
    return stateName(this.stored.value);
  }

  get context(): ReviewContext {
    return contextOf(this.stored);
  }

  env(who: Actor, overrides: Partial<StepEnvironment> = {}): StepEnvironment {
    const clocks = { ...this.clocks, ...this.world.clocks, ...overrides.clocks };
    return stepEnvironmentOf(this.definition, who, { ...this.world, ...overrides, clocks });
  }

  try(
    who: Actor,
    type: string,
    payload?: unknown,
    overrides: Partial<StepEnvironment> & Pick<CaseEvent, 'overrides'> = {},
  ) {
    const { overrides: reasons, ...env } = overrides;
    const given = payload ?? this.definition.events[type]?.examples[0];
    return step(this.definition, this.stored, { type, payload: given, overrides: reasons }, this.env(who, env));
  }

  /** Sends events and fails when one is refused. */
  go(...sent: readonly Sent[]): this {
    for (const [who, type, payload] of sent) this.accept(this.try(who, type, payload), type);
    return this;
  }

  accept(result: Accepted | Refusal, type: string): void {
    if (!result.ok) throw new Error(`${type} was refused in ${this.state}: ${result.code} ${result.message}`);
    // A round trip through JSON, as in the database.
    this.stored = JSON.parse(JSON.stringify(result.next)) as StoredCase;
    this.keep(result.effects);
  }

  recorded(fact: string): readonly Readonly<Record<string, unknown>>[] {
    return this.effects.flatMap((effect) =>
      effect.type === 'recordFact' && effect.fact === fact ? [effect.detail] : [],
    );
  }

  numbers(): readonly string[] {
    return this.effects.flatMap((effect) => (effect.type === 'takeNumber' ? [effect.series] : []));
  }

  clockStatus(key: string): string {
    return this.clocks[key]?.status ?? 'absent';
  }

  private keep(effects: readonly Effect[]): void {
    this.effects.push(...effects);
    const blank = { dueOn: null, used: 0, provisional: false };
    for (const effect of effects) {
      if (effect.type === 'startClock') this.clocks[effect.clock.key] = { ...blank, status: 'running' };
      if (effect.type === 'pauseClock') this.clocks[effect.key] = { ...blank, status: 'paused' };
      if (effect.type === 'resumeClock') this.clocks[effect.key] = { ...blank, status: 'running' };
      if (effect.type === 'stopClock') this.clocks[effect.key] = { ...blank, status: effect.outcome };
    }
  }
}

const { drafter, reviewer, adviser, director } = people;

/** The standard sequence of events, in parts that continue one another. */
export const toSubmitted: readonly Sent[] = [[drafter, 'submit']];
export const toAssigning: readonly Sent[] = [...toSubmitted, [reviewer, 'accept']];
export const toAdvising: readonly Sent[] = [...toAssigning, [reviewer, 'advisers.assign']];
export const toExamining: readonly Sent[] = [...toAdvising, [adviser, 'opinion.give']];
export const toSigningOff: readonly Sent[] = [...toExamining, [reviewer, 'findings.record']];
export const toLetter: readonly Sent[] = [...toSigningOff, [director, 'sign-off']];

/** The sequence with another payload for one of its events. */
export function withPayload(way: readonly Sent[], type: string, payload: unknown): readonly Sent[] {
  return way.map((sent) => (sent[1] === type ? [sent[0], sent[1], payload] : sent));
}
