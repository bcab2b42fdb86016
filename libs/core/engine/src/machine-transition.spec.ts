import { describe, expect, it } from '@jest/globals';
import { transition } from 'xstate';
import { transitionOf, dehydrate, restore } from './machine.ts';
import type { MachineEvent } from './rule.ts';
import { caseInput, envFor, people } from './sample-case.fixtures.ts';
import { sample } from './sample.fixtures.ts';
import { walk, type WalkMove } from './walk.ts';

const moves: WalkMove[] = Object.entries(sample.events).flatMap(([type, { by, examples }]) =>
  examples.flatMap((payload) =>
    Object.values(people)
      .filter(({ roles }) => roles.some((role) => by.includes(role)))
      .map((actor) => ({ event: { type, payload }, env: envFor(actor) })),
  ),
);

const { configurations } = walk(sample, {
  events: () => moves,
  input: caseInput,
  env: envFor(people.li),
  project: ({ value, historyValue }) => JSON.stringify([value, historyValue]),
});

const events: MachineEvent[] = [
  ...moves.map(({ event, env }) => ({ type: event.type, payload: event.payload, env })),
  ...['task.settled', 'task.unmanned'].map((type) => ({ type, payload: {}, env: envFor(people.zhao) })),
].map((event) => ({
  ...event,
  seat: { task: 'findings', satisfied: true, failed: false, needsSigner: true },
  recused: [],
  overrides: {},
}));

interface Outcome {
  readonly next: Parameters<typeof dehydrate>[0];
  readonly actions: readonly { readonly type: string; readonly params: unknown }[];
}

const plain = ({ next, actions }: Outcome): unknown => [
  dehydrate(next),
  actions.map(({ type, params }) => [type, params]),
];

describe('transitionOf', () => {
  it('returns the same snapshots and actions as XState’s own transition, in every state of a case', () => {
    let moved = 0;
    for (const { stored } of configurations.values()) {
      const snapshot = restore(sample, stored);
      for (const event of events) {
        const [next, actions] = transitionOf(sample.machine, snapshot, event);
        const [expected, expectedActions] = transition(sample.machine, snapshot, event);
        expect(plain({ next, actions })).toEqual(plain({ next: expected, actions: expectedActions }));
        if (actions.length > 0) moved += 1;
      }
    }
    expect(configurations.size).toBeGreaterThan(10);
    expect(moved).toBeGreaterThan(configurations.size);
  });

  it('keeps no state from one call to the next', () => {
    const [first] = configurations.values();
    const submit = events.find(({ type }) => type === 'submit');
    if (first === undefined || submit === undefined) throw new Error('The sample has changed');
    const once = (): unknown => {
      const [next, actions] = transitionOf(sample.machine, restore(sample, first.stored), submit);
      return plain({ next, actions });
    };
    expect(once()).toEqual(once());
  });
});
