import { describe, expect, it } from '@jest/globals';
import { event, small, withEvents } from './check.fixtures.ts';
import { reachOf, unreachable } from './check/reach.ts';
import { defineWorkflow, type Definition } from './definition.ts';
import { gate, type Condition } from './rule.ts';
import { pathOf } from './transitions.ts';
import { effect, recordFact } from './effects.ts';

const some: Condition<unknown> = { id: 'some', label: '有时', holds: () => true };
const guarded = { guard: gate({ when: some }) };
const named = (...types: string[]) => withEvents(Object.fromEntries(types.map((type) => [type, event(type)])));
const define = (states: Record<string, object>, rest: object = {}): Definition => defineWorkflow(small(states, rest));

/** Each transition as the names of its ends and its event. */
function arrowsOf(definition: Definition): [from: string, event: string | null, to: string | undefined][] {
  const { configurations } = reachOf(definition);
  return [...configurations.values()].flatMap(({ name, next }) =>
    next.map(({ to, event: type }): [string, string | null, string | undefined] => [
      name,
      type,
      configurations.get(to)?.name,
    ]),
  );
}

describe('what a case can reach', () => {
  it('is reported configuration by configuration, with all that is passed on the way', () => {
    const { first, configurations, complete } = reachOf(define({}));
    const [open, closed] = [...configurations.values()];
    expect(complete).toBe(true);
    expect(first).toEqual({
      to: open?.key,
      passed: [
        { kind: 'fact', fact: 'concluded' },
        { kind: 'state', path: 'open' },
      ],
    });
    expect([...configurations.keys()]).toEqual([open?.key, closed?.key]);
    expect(open).toEqual({
      key: expect.any(String),
      active: ['open'],
      name: 'open',
      done: false,
      next: [
        { to: closed?.key, passed: [{ kind: 'state', path: 'closed' }], event: 'finish', needs: [], enforces: [] },
      ],
      accepted: [],
    });
    expect(closed).toEqual({
      key: expect.any(String),
      active: ['closed'],
      name: 'closed',
      done: true,
      next: [],
      accepted: [],
    });
  });

  it('ends where the case ends, even if every state accepts the event', () => {
    const machine = { ...small().machine, on: { finish: '.closed', note: {} } };
    const { configurations } = reachOf(defineWorkflow(small({}, { machine, ...named('note') })));
    const ends = [...configurations.values()].filter(({ done }) => done);
    expect(ends.map(({ name, next, accepted }) => [name, next, accepted])).toEqual([['closed', [], ['note']]]);
  });

  it('requires the facts that a condition implies', () => {
    const again: Condition<unknown> = { ...some, impliesFacts: ['returned', 'signed'] };
    const open = { on: { finish: [{ guard: gate({ when: again }), target: 'closed' }] } };
    const [first] = reachOf(define({ open })).configurations.values();
    expect(first?.next.map(({ needs }) => needs)).toEqual([['returned', 'signed']]);
  });

  it('counts an event as accepted that does something or that no rule could refuse', () => {
    const rule = { id: 'r', message: 'r', citation: null, holds: () => false };
    const note = effect({ type: 'takeNumber', series: 's', purpose: 'p' });
    const on = {
      finish: 'closed',
      plain: {},
      nowhere: { target: [] },
      ruled: { guard: gate({ rules: [rule] }) },
      chosen: guarded,
      acting: { guard: gate({ rules: [rule] }), actions: note },
    };
    const [first] = reachOf(define({ open: { on } })).configurations.values();
    expect(first?.accepted).toEqual(['plain', 'nowhere', 'chosen', 'acting']);
    expect(first?.next.map((one) => one.event)).toEqual(['finish']);
  });
});

describe('eventless transitions', () => {
  const leave = { leave: 'closed' };
  const from = (state: object): unknown =>
    arrowsOf(define({ open: { on: { finish: 'between' } }, between: state })).filter(([name]) => name === 'between');

  it('are the only ones of a state in which the case cannot stay', () => {
    expect(from({ always: 'open', on: leave })).toEqual([['between', null, 'open']]);
    expect(from({ always: [{ ...guarded, target: 'closed' }, { target: 'open' }], on: leave })).toEqual([
      ['between', null, 'closed'],
      ['between', null, 'open'],
    ]);
  });

  it('are listed next to the others where each of them has a condition', () => {
    expect(from({ always: { ...guarded, target: 'open' }, on: leave })).toEqual([
      ['between', null, 'open'],
      ['between', 'leave', 'closed'],
    ]);
  });
});

describe('a state whose transition is taken when its inner states are done', () => {
  const part = { initial: 'a', states: { a: { on: { finish: 'b' } }, b: { type: 'final' }, c: { type: 'final' } } };

  it('does so only then, and then at once', () => {
    expect(arrowsOf(define({ open: { ...part, onDone: 'closed', on: { leave: 'closed' } } }))).toEqual([
      ['open.a', 'finish', 'open.b'],
      ['open.a', 'leave', 'closed'],
      ['open.b', null, 'closed'],
    ]);
  });

  it('may wait for its condition', () => {
    const onDone = { ...guarded, target: 'closed' };
    expect(arrowsOf(define({ open: { ...part, onDone, on: { leave: 'closed' } } }))).toEqual([
      ['open.a', 'finish', 'open.b'],
      ['open.a', 'leave', 'closed'],
      ['open.b', 'leave', 'closed'],
      ['open.b', null, 'closed'],
    ]);
  });

  it('waits for all regions where they are parallel, and ignores history states', () => {
    const states = { left: part, right: { type: 'final' }, back: { type: 'history' } };
    expect(arrowsOf(define({ open: { type: 'parallel', states, onDone: 'closed' } }))).toEqual([
      ['open.left.a + open.right', 'finish', 'open.left.b + open.right'],
      ['open.left.b + open.right', null, 'closed'],
    ]);
  });

  it('is never taken while one region is not done', () => {
    const states = { left: part, right: {} };
    expect(arrowsOf(define({ open: { type: 'parallel', states, onDone: 'closed' } }))).toEqual([
      ['open.left.a + open.right', 'finish', 'open.left.b + open.right'],
    ]);
  });

  it('waits for nested regions', () => {
    const deep = { initial: 'inner', states: { inner: { ...part, onDone: 'done' }, done: { type: 'final' } } };
    expect(arrowsOf(define({ open: { ...deep, onDone: 'closed' } }))).toEqual([
      ['open.inner.a', 'finish', 'open.inner.b'],
      ['open.inner.b', null, 'open.done'],
      ['open.done', null, 'closed'],
    ]);
  });
});

describe('a history state', () => {
  const inner = { initial: 'one', states: { one: { on: { turn: 'two' } }, two: { on: { finish: '#small.closed' } } } };
  const withHistory = (back: object, initial: string): Definition => {
    const open = {
      initial: 'first',
      on: { wait: 'waiting' },
      states: { first: { on: { go: 'second' } }, second: inner, back: { type: 'history', ...back } },
    };
    const waiting = { on: { resume: 'open.back' } };
    return define({}, { machine: { initial, states: { open, waiting, closed: { type: 'final' } } } });
  };
  const resumed = (definition: Definition): unknown =>
    arrowsOf(definition)
      .filter(([name]) => name === 'waiting')
      .map(([, , to]) => to);

  it('gives a configuration for each value that it stores', () => {
    const { configurations } = reachOf(withHistory({ history: 'deep' }, 'open'));
    const waiting = [...configurations.values()].filter(({ name }) => name === 'waiting');
    expect(waiting).toHaveLength(3);
  });

  it('leads back to where the case was, or to the beginning of that part', () => {
    expect(resumed(withHistory({ history: 'deep' }, 'open'))).toEqual([
      'open.first',
      'open.second.one',
      'open.second.two',
    ]);
    expect(resumed(withHistory({}, 'open'))).toEqual(['open.first', 'open.second.one']);
  });

  it('leads to its own target while there is nothing stored', () => {
    expect(resumed(withHistory({ target: 'second' }, 'waiting'))).toContain('open.second.one');
    expect(resumed(withHistory({ target: 'second' }, 'waiting'))).not.toContain('open.first');
    expect(resumed(withHistory({}, 'waiting'))).toContain('open.first');
  });
});

describe('the statically known actions of transitions', () => {
  const passedBy = (actions: unknown): unknown => {
    const [first] = reachOf(
      define({ open: { on: { finish: { target: 'closed', actions } } } }),
    ).configurations.values();
    return first?.next[0]?.passed.filter(({ kind }) => kind !== 'state');
  };

  it('are the start and the end of clocks and the facts with a fixed name', () => {
    const clock = { key: 'due', label: '期限', citation: '无', limit: { value: 5, unit: 'day' } } as const;
    const actions = [
      effect({ type: 'startClock', clock, from: '2023-04-20', onDue: null }),
      effect({ type: 'recordFact', fact: 'signed', detail: {} }),
      effect({ type: 'stopClock', key: 'due', outcome: 'stopped' }),
      recordFact('archived'),
    ];
    expect(passedBy(actions)).toEqual([
      { kind: 'clock', key: 'due', move: 'run' },
      { kind: 'fact', fact: 'signed' },
      { kind: 'clock', key: 'due', move: 'stop' },
      { kind: 'fact', fact: 'archived' },
    ]);
  });

  it('do not include anything that the case decides', () => {
    const stop = { type: 'stopClock', key: 'due', outcome: 'met' } as const;
    expect(passedBy([effect({ type: 'takeNumber', series: 's', purpose: 'p' }), effect(() => stop)])).toEqual([]);
    expect(passedBy([effect(null as never), { type: 'effect' }, { type: 'other', params: stop }])).toEqual([]);
  });

  it('include entry and exit actions of states', () => {
    const open = { exit: recordFact('left'), on: { finish: 'closed' }, meta: { clocks: { due: 'run' } } };
    const closed = { type: 'final', entry: recordFact('arrived'), meta: { clocks: { due: 'stop', other: 'drop' } } };
    const { first, configurations } = reachOf(define({ open, closed }));
    expect(first.passed.slice(1)).toEqual([
      { kind: 'state', path: 'open' },
      { kind: 'clock', key: 'due', move: 'run' },
    ]);
    expect([...configurations.values()][0]?.next[0]?.passed).toEqual([
      { kind: 'fact', fact: 'left' },
      { kind: 'state', path: 'closed' },
      { kind: 'clock', key: 'due', move: 'stop' },
      { kind: 'clock', key: 'other', move: 'drop' },
      { kind: 'fact', fact: 'arrived' },
    ]);
  });
});

describe('states that are never reached', () => {
  it('are reported without their inner states', () => {
    const inner = { initial: 'deep', states: { deep: { on: { finish: 'deeper' } }, deeper: {} } };
    const open = { initial: 'used', on: { finish: 'closed' }, states: { used: {}, unused: {} } };
    const definition = define({ open, island: { ...inner, on: { finish: 'closed' } }, rock: {} });
    expect(unreachable(definition, reachOf(definition)).map(pathOf)).toEqual(['open.unused', 'island', 'rock']);
  });
});
