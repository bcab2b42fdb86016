import { describe, expect, it } from '@jest/globals';
import { event, small, withEvents } from './check.fixtures.ts';
import type { Configuration, Passage, Passed, Reach } from './check/reach.ts';
import { eventsEndingWithout, recordsFact, findWay, spell } from './check/ways.ts';
import { defineWorkflow } from './definition.ts';

type Arrow = [to: string, event: string | null, rest?: { records?: string; needs?: readonly string[] }];

const facts = (fact?: string): Passed[] => [
  { kind: 'state', path: 'any' },
  ...(fact === undefined ? [] : [{ kind: 'fact', fact } as const]),
];

/**
 * Configurations by name with their transitions; the first one is where a case begins, with the facts that its
 * beginning records.
 */
function reachWith(arrows: Readonly<Record<string, readonly Arrow[]>>, begins?: string): Reach {
  const configurations = Object.entries(arrows).map(([key, next]): [string, Configuration] => {
    const passages = next.map(([to, type, { records, needs = [] } = {}]): Passage => {
      return { to, event: type, passed: facts(records), needs, enforces: [] };
    });
    return [key, { key, name: `at ${key}`, active: [key], done: key === 'end', next: passages, accepted: [] }];
  });
  const [first] = configurations[0] ?? [''];
  return { first: { to: first, passed: facts(begins) }, configurations: new Map(configurations), complete: true };
}

const never = (): boolean => false;
const wayTo = (reach: Reach, goal: string, avoid: (passage: Passage) => boolean = never): unknown =>
  findWay(reach, { avoid, found: (at) => at === goal })?.map(({ event: type }) => type) ?? null;

describe('the shortest path', () => {
  it('takes as few transitions as possible, and none to where it begins', () => {
    const reach = reachWith({
      start: [
        ['middle', 'long'],
        ['aside', 'lost'],
        ['end', 'short'],
      ],
      middle: [['end', 'on']],
      aside: [],
      end: [],
      island: [],
    });
    expect(wayTo(reach, 'end')).toEqual(['short']);
    expect(wayTo(reach, 'start')).toEqual([]);
    expect(wayTo(reach, 'island')).toBeNull();
    expect(wayTo(reach, 'end', ({ event: type }) => type === 'short')).toEqual(['long', 'on']);
    expect(wayTo(reach, 'end', ({ to }) => to === 'end')).toBeNull();
  });

  it('may end with a transition, also with one that it must not continue from', () => {
    const reach = reachWith({ start: [['middle', 'go']], middle: [['end', 'close']], end: [] });
    const found = (_: string, passage: Passage | null): boolean => passage?.event === 'close';
    const avoid = ({ event: type }: Passage): boolean => type === 'close';
    expect(findWay(reach, { avoid, found })?.map(({ to }) => to)).toEqual(['middle', 'end']);
  });

  it('takes a transition only after all the facts that its condition implies', () => {
    const loop = (begins?: string): Reach =>
      reachWith(
        {
          start: [
            ['aside', 'sign', { records: 'signed' }],
            ['end', 'close', { needs: ['signed', 'paid'] }],
          ],
          aside: [
            ['start', 'pay', { records: 'paid' }],
            ['start', 'skip'],
          ],
          end: [],
        },
        begins,
      );
    expect(wayTo(loop(), 'end')).toEqual(['sign', 'pay', 'close']);
    expect(wayTo(loop('paid'), 'end')).toEqual(['sign', 'pay', 'close']);
    expect(wayTo(loop('signed'), 'end', ({ event: type }) => type === 'pay')).toBeNull();
  });

  it('distinguishes a configuration from a fact of the same name', () => {
    const reach = reachWith({
      a: [
        ['ab', 'pass'],
        ['a', 'sign', { records: 'b' }],
        ['end', 'close', { needs: ['b'] }],
      ],
      ab: [],
      end: [],
    });
    expect(wayTo(reach, 'end')).toEqual(['sign', 'close']);
  });
});

describe('a passage', () => {
  it('records the facts of its actions', () => {
    expect(recordsFact({ passed: facts('signed') }, 'signed')).toBe(true);
    expect(recordsFact({ passed: facts('signed') }, 'any')).toBe(false);
    expect(recordsFact({ passed: facts() }, 'signed')).toBe(false);
  });
});

describe('the text of a path', () => {
  it('names states and events from the start', () => {
    const definition = defineWorkflow(small({}, withEvents({ quiet: event('') })));
    const reach = reachWith({
      start: [['middle', 'finish']],
      middle: [
        ['end', null],
        ['start', 'quiet'],
      ],
      end: [],
    });
    const [finish, byItself, quiet] = [...reach.configurations.values()].flatMap(({ next }) => next);
    const words = (...way: (Passage | undefined)[]): string =>
      spell(
        definition,
        reach,
        way.filter((one) => one !== undefined),
      );
    expect(words()).toBe('at start');
    expect(words(finish, quiet)).toBe('at start →（finish 办结）→ at middle →（quiet）→ at start');
    expect(words(finish, byItself)).toMatch(/^at start →（finish 办结）→ at middle →（\p{Script=Han}+）→ at end$/u);
  });
});

describe('the events that end a case without its acts', () => {
  it('are those of the last transition, however long the path to it, and no others', () => {
    const states = {
      open: { on: { finish: 'sealed', go: 'ready' } },
      ready: { on: { drop: 'closed', wait: 'between', finish: 'closed' } },
      between: { always: 'late' },
      late: { on: { expire: 'closed' } },
      sealed: { on: { archive: 'closed' } },
    };
    const events = ['go', 'drop', 'wait', 'expire', 'archive'];
    const declared = withEvents(Object.fromEntries(events.map((type) => [type, event(type)])));
    const definition = defineWorkflow(small(states, declared));
    expect(eventsEndingWithout(definition, ['finish'])).toEqual(['drop', 'expire']);
    expect(eventsEndingWithout(definition, ['finish', 'go'])).toEqual([]);
    expect(eventsEndingWithout(definition, [])).toEqual(['finish', 'drop', 'expire', 'archive']);
  });
});
