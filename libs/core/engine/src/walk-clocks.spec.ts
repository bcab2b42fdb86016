import { describe, expect, it } from '@jest/globals';
import { clockOf, event, small } from './check.fixtures.ts';
import { defineWorkflow } from './definition.ts';
import { caseInput, caught, envFor, people } from './sample-case.fixtures.ts';
import { stateName } from './machine.ts';
import { walk, type WalkMove, type WalkOptions } from './walk.ts';
import type { StepClock } from './vocabulary.ts';
import { effect } from './effects.ts';

const { li, zhao } = people;

const events = { finish: event('办结'), wait: event('等待'), resume: event('继续'), extend: event('延长') };
const definition = defineWorkflow(
  small(
    {
      open: {
        meta: { stage: '办理', clocks: { due: 'run' } },
        on: {
          finish: 'closed',
          wait: 'waiting',
          extend: { actions: effect({ type: 'extendClock', key: 'due', by: 5 }) },
        },
      },
      waiting: { meta: { stage: '等待', clocks: { due: 'pause', answer: 'run' } }, on: { resume: 'open' } },
      closed: { type: 'final', meta: { stage: '办结', clocks: { due: 'stop', answer: 'drop' } } },
    },
    { clocks: { due: clockOf(), answer: clockOf() }, events },
  ),
);

const moves: WalkMove[] = Object.keys(events).map((type) => ({ event: { type }, env: envFor(zhao) }));
const options: WalkOptions = {
  events: () => moves,
  input: caseInput,
  env: envFor(li),
  project: ({ value }) => stateName(value),
};
const clock = (status: StepClock['status'], rest: Partial<StepClock> = {}): StepClock => ({
  status,
  dueOn: null,
  used: 0,
  provisional: false,
  ...rest,
});

describe('the clocks of a walk', () => {
  const walked = walk(definition, options);

  it('follow the effects and distinguish configurations', () => {
    expect([...walked.configurations.keys()]).toEqual([
      'open | due:running',
      'closed | due:met',
      'waiting | answer:running due:paused',
      'open | answer:running due:running',
      'closed | answer:stopped due:met',
    ]);
  });

  it('are as a rule sees them before a calendar has counted', () => {
    expect([...walked.configurations.values()].map(({ clocks }) => clocks)).toEqual([
      { due: clock('running') },
      { due: clock('met') },
      { due: clock('paused'), answer: clock('running') },
      { due: clock('running'), answer: clock('running') },
      { due: clock('met'), answer: clock('stopped') },
    ]);
  });

  it('keep the dates with which the case began', () => {
    const counted = clock('paused', { dueOn: '2023-05-04', used: 3, provisional: true });
    const { configurations } = walk(definition, { ...options, env: envFor(li, { clocks: { due: counted } }) });
    const [first] = configurations.values();
    expect(first?.clocks).toEqual({ due: { ...counted, status: 'running' } });
  });

  it('have one key, in whatever order they were started', () => {
    const begun = (...keys: string[]) => {
      const clocks = Object.fromEntries(keys.map((key) => [key, clock('paused')]));
      return [...walk(definition, { ...options, env: envFor(li, { clocks }) }).configurations.keys()];
    };
    expect(begun('due', 'answer')).toEqual(begun('answer', 'due'));
  });
});

describe('the path of a walk', () => {
  it('is empty at the beginning and otherwise lists each move', () => {
    const ways = [...walk(definition, options).configurations.values()].map(({ via }) => via);
    expect(ways).toEqual([
      [],
      ['finish (zhao)'],
      ['wait (zhao)'],
      ['wait (zhao)', 'resume (zhao)'],
      ['wait (zhao)', 'resume (zhao)', 'finish (zhao)'],
    ]);
  });

  it('fails beyond the limit, and not with exactly as many configurations as it allows', () => {
    expect(walk(definition, { ...options, limit: 5 }).configurations.size).toBe(5);
    expect(caught(() => walk(definition, { ...options, limit: 4 }))).toMatchObject({ code: 'engine.walk-limit' });
  });

  it('is part of the error when a step throws', () => {
    const broken: WalkMove[] = [...moves, { event: { type: 'finish' }, env: null as never, label: 'broken' }];
    const error = caught(() =>
      walk(definition, { ...options, events: ({ value }) => (value === 'waiting' ? broken : moves) }),
    );
    expect(error).toMatchObject({ code: 'engine.fault', message: expect.stringContaining('wait (zhao) → broken') });
  });
});
