/** Cases of the sample workflow, for the engine's own tests. */
import type { CaseInput, Definition } from './definition.ts';
import { sample } from './sample.fixtures.ts';
import { begin, step } from './step.ts';
import type { Accepted, Actor, CaseEvent, Effect, StepEnvironment, Refusal, Role, StoredCase } from './vocabulary.ts';

export const person = (id: string, ...roles: Role[]): Actor => ({ id, name: id, roles });

export const people = {
  li: person('li', 'submitter'),
  zhao: person('zhao', 'reviewer'),
  qian: person('qian', 'director'),
  wu: person('wu', 'adviser'),
  zheng: person('zheng', 'adviser'),
  chen: person('chen', 'adviser'),
  clock: person('system', 'system'),
} as const;

export function envFor(actor: Actor, overrides: Partial<StepEnvironment> = {}): StepEnvironment {
  return {
    at: '2023-04-20T01:00:00.000Z',
    today: '2023-04-20',
    receiptDay: '2023-04-20',
    actor,
    documents: [{ id: 'd1', kind: 'draft', sha256: 'aa' }],
    clocks: {},
    parameters: { 'review.days': 5 },
    people: Object.fromEntries(Object.values(people).map((one) => [one.id, one])),
    ...overrides,
  };
}

export const caseInput: CaseInput = { drafter: 'li', fields: {}, round: 1 };

export type Sent = [actor: Actor, type: string, payload?: unknown];

/**
 * Drives a case: sends events, fails when one is refused, keeps the clocks' status, and round-trips the case through
 * JSON after every step.
 */
export class SampleCase {
  stored: StoredCase;
  effects: readonly Effect[];
  clocks: Record<string, StepEnvironment['clocks'][string]> = {};

  constructor(
    readonly definition: Definition = sample,
    input = caseInput,
  ) {
    const begun = begin(definition, input, envFor(people.li), 1);
    this.stored = throughJson(begun.next);
    this.effects = begun.effects;
    this.keepClocks();
  }

  try(actor: Actor, event: CaseEvent, env: Partial<StepEnvironment> = {}): Accepted | Refusal {
    return step(this.definition, this.stored, event, envFor(actor, { clocks: this.clocks, ...env }));
  }

  send(actor: Actor, type: string, payload?: unknown, env: Partial<StepEnvironment> = {}): this {
    const result = this.try(actor, { type, payload }, env);
    if (!result.ok) throw new Error(`${type} was refused: ${result.code} ${result.message} ${JSON.stringify(result)}`);
    this.stored = throughJson(result.next);
    this.effects = result.effects;
    this.keepClocks();
    return this;
  }

  all(...events: readonly Sent[]): this {
    for (const [actor, type, payload] of events) this.send(actor, type, payload);
    return this;
  }

  private keepClocks(): void {
    const fact = { dueOn: null, used: 0, provisional: false };
    for (const effect of this.effects) {
      if (effect.type === 'startClock') this.clocks[effect.clock.key] = { ...fact, status: 'running' };
      if (effect.type === 'pauseClock') this.clocks[effect.key] = { ...fact, status: 'paused' };
      if (effect.type === 'resumeClock') this.clocks[effect.key] = { ...fact, status: 'running' };
      if (effect.type === 'stopClock') this.clocks[effect.key] = { ...fact, status: effect.outcome };
    }
  }
}

export function caught(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

export function throughJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

/** From the beginning to the parallel examination with two advisers. */
export const toExamination: readonly Sent[] = [
  [people.li, 'submit'],
  [people.zhao, 'accept', { advisers: ['wu', 'zheng'] }],
];

export function refused(result: Accepted | Refusal): Refusal {
  if (result.ok) throw new Error('was accepted');
  return result;
}

export function accepted(result: Accepted | Refusal): Accepted {
  if (!result.ok) throw new Error(`was refused: ${JSON.stringify(result)}`);
  return result;
}
export const rulesOf = (result: Accepted | Refusal): string[] => refused(result).refusals.map(({ rule }) => rule);
