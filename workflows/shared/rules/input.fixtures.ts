/** Input of a rule for unit tests: a case in review on the example day, with the given differences. */
import type { StepEnvironment, RuleInput } from '@lawgate/engine';
import { newContext, type ReviewContext } from '../context.ts';
import { exampleDay } from '../examples.ts';
import { everybody, people } from '../walking.fixtures.ts';

export const yesterday = '2024-03-14';
export const today = exampleDay;
export const tomorrow = '2024-03-16';

interface Given {
  readonly context?: Partial<ReviewContext>;
  readonly payload?: unknown;
  readonly env?: Partial<StepEnvironment>;
  readonly recused?: readonly string[];
}

export function inputOf({ context, payload, env, recused = [] }: Given): RuleInput<ReviewContext> {
  return {
    context: { ...newContext({ drafter: people.drafter.id, fields: {}, round: 1 }, {}), ...context },
    event: {
      type: 'test',
      payload,
      env: {
        at: `${today}T02:00:00.000Z`,
        today,
        receiptDay: today,
        actor: people.reviewer,
        documents: [],
        clocks: {},
        parameters: {},
        people: Object.fromEntries(everybody.map((person) => [person.id, person])),
        ...env,
      },
      seat: null,
      recused,
      overrides: {},
    },
  };
}

export const documentsOf = (...kinds: readonly string[]) => kinds.map((kind) => ({ id: kind, kind, sha256: kind }));

export function messageOf(
  rule: { readonly message: string | ((input: RuleInput<ReviewContext>) => string) },
  given: Given,
): string {
  return typeof rule.message === 'string' ? rule.message : rule.message(inputOf(given));
}
