/**
 * Parallel tasks in one case, for the engine's own tests: each event that the machine receives about them is recorded
 * as a fact.
 */
import { z } from 'zod';
import { event, factsNamed, small, taskOf } from './check.fixtures.ts';
import { defineWorkflow, type Definition, type TaskSpec } from './definition.ts';
import type { MachineEvent } from './rule.ts';
import type { SampleCase } from './sample-case.fixtures.ts';
import { effect } from './effects.ts';

const advisers = ['adviser', 'reviewer'];

export const partsEvents = {
  answer: event('答复', { by: advisers }),
  refuse: event('否决', { by: advisers, answer: () => ({ answer: 'no', favourable: false }) }),
  leave: event('回避', {
    by: advisers,
    operation: 'recuse',
    payload: z.strictObject({ reason: z.string().optional() }),
  }),
  expire: event('逾期', { by: ['system'] }),
};

export const receive = effect(({ event: { type, seat } }: { event: MachineEvent }) => ({
  type: 'recordFact',
  fact: type,
  detail: { seat },
}));

export const receivedTypes = [
  ...Object.keys(partsEvents),
  ...[
    'settled',
    'unmanned',
    'withdrawn',
    'withdraw',
    'transfer',
    'delegate',
    'resolve',
    'add-signer',
    'remove-signer',
  ].map((name) => `task.${name}`),
];

const listening = Object.fromEntries(receivedTypes.map((type) => [type, { actions: receive }]));

/** By key, the properties in which a task differs from an adviser's task that `answer` and `refuse` complete. */
export type Parts = Readonly<Record<string, Partial<TaskSpec>>>;

/** A parallel state with a region for each task, which the case never leaves. */
export function regionsOf(parts: Parts, on: object = listening): object {
  const regions = Object.entries(parts).map(([key, rest]) => {
    const task = taskOf({ key, label: key, role: 'adviser', completes: ['answer', 'refuse'], ...rest });
    return [key, { initial: 'open', states: { open: { meta: { stage: key, task } } } }];
  });
  return { type: 'parallel', on, states: Object.fromEntries(regions) };
}

export function withParts(parts: Parts, on?: object): Definition {
  return defineWorkflow(
    small({}, { facts: factsNamed('concluded', ...receivedTypes), events: partsEvents, machine: regionsOf(parts, on) }),
  );
}

export const heldBy = (...holders: string[]): Pick<TaskSpec, 'holders'> => ({ holders: () => holders });

/** What the machine received for the last event, in order: the type, and the state of the task. */
export function received({ effects }: Pick<SampleCase, 'effects'>): [type: string, seat: unknown][] {
  return effects.flatMap((one) =>
    one.type === 'recordFact' ? [[one.fact, one.detail.seat] as [string, unknown]] : [],
  );
}
