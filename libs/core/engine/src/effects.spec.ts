import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { clockOf, event, small, taskOf } from './check.fixtures.ts';
import { defineWorkflow, type Definition } from './definition.ts';
import { SampleCase, caught, caseInput, envFor, people } from './sample-case.fixtures.ts';
import { begin, step } from './step.ts';
import type { Effect, StepEnvironment } from './vocabulary.ts';
import { effect, recordFact } from './effects.ts';

const { li, zhao } = people;

/** A case that begins in a state with this setting for the clock `due`, and the effects of its beginning. */
function beginning(
  clocks: object,
  move = 'run',
  env: Partial<StepEnvironment> = {},
  state: object = {},
): readonly Effect[] {
  const meta = { stage: '办理', clocks: { due: move } };
  const definition = defineWorkflow(small({ open: { meta, on: { finish: 'closed' }, ...state } }, { clocks }));
  const given = envFor(li, { receiptDay: '2023-04-21', ...env });
  return begin(definition, caseInput, given, 1).effects.filter(({ type }) => type !== 'recordFact');
}

const clockEnv = (status: StepEnvironment['clocks'][string]['status']) => ({
  clocks: { due: { status, dueOn: null, used: 0, provisional: false } },
});

describe('the effects of a transition', () => {
  const finishing = (actions: unknown): Definition =>
    defineWorkflow(
      small({ open: { meta: { stage: '办理' }, on: { finish: { target: 'closed', actions } } } } as never),
    );
  const effectsOf = (actions: unknown) => new SampleCase(finishing(actions)).send(zhao, 'finish').effects;

  it('are those of its actions in their order, and none where an action returns null', () => {
    const take = effect({ type: 'takeNumber', series: 's', purpose: 'p' });
    expect(effectsOf([take, effect(() => null), recordFact('done')])).toEqual([
      { type: 'takeNumber', series: 's', purpose: 'p' },
      { type: 'recordFact', fact: 'done', detail: {} },
    ]);
    const named = recordFact('done', ({ event: { env } }) => ({ by: env.actor.id }));
    expect(effectsOf(named)).toEqual([{ type: 'recordFact', fact: 'done', detail: { by: 'zhao' } }]);
  });

  it('fail for an action that the engine does not know', () => {
    const one = new SampleCase(finishing(() => {}));
    expect(caught(() => one.try(zhao, { type: 'finish' }))).toMatchObject({ code: 'engine.fault' });
  });

  it('fail for a fact whose details do not match the declared schema', () => {
    const facts = { concluded: z.looseObject({}), done: z.strictObject({ on: z.iso.date() }) };
    const recording = (detail: Record<string, unknown>, fact = 'done') => {
      const action = effect({ type: 'recordFact', fact, detail });
      const states = { open: { meta: { stage: '办理' }, on: { finish: { target: 'closed', actions: action } } } };
      return () => new SampleCase(defineWorkflow(small(states, { facts }))).try(zhao, { type: 'finish' });
    };
    expect(recording({ on: '2024-03-01' })()).toMatchObject({ ok: true });
    const refused = [
      recording({ on: 'yesterday' }),
      recording({}),
      recording({ on: '2024-03-01', more: 1 }),
      recording({}, 'lost'),
      recording({}, 'toString'),
    ].map(caught);
    for (const error of refused) expect(error).toMatchObject({ code: 'engine.fact-invalid' });
    expect((refused[0] as Error).message).toContain('"done" of small version 1: on:');
    expect((refused[3] as Error).message).toContain('not declared in facts');
  });

  it('open a task to all people of the role without giving anybody access', () => {
    const states = { open: { meta: { stage: '办理', task: taskOf() }, on: { finish: 'closed' } } };
    const { effects } = begin(defineWorkflow(small(states)), caseInput, envFor(li), 1);
    expect(effects.filter(({ type }) => type !== 'recordFact')).toEqual([
      {
        type: 'openTask',
        task: 'work',
        visit: 1,
        seat: '1',
        role: 'reviewer',
        label: '办理',
        holder: null,
        clock: null,
      },
    ]);
  });
});

describe('a clock with a limit', () => {
  it('starts with defaults from the day of receipt', () => {
    expect(beginning({ due: clockOf() })).toStrictEqual([
      {
        type: 'startClock',
        clock: {
          key: 'due',
          label: '期限',
          citation: '无',
          limit: { value: 5, unit: 'workday' },
          pausable: true,
          resume: 'continue',
        },
        from: '2023-04-21',
        onDue: null,
      },
    ]);
  });

  it('starts with all declared properties', () => {
    const clock = clockOf({
      limit: (_: unknown, parameters: Record<string, number>) => ({ value: parameters['review.days'], unit: 'day' }),
      floor: (_: unknown, parameters: Record<string, number>) => ({ value: parameters['floor'], unit: 'workday' }),
      from: () => '2023-04-10',
      pausable: false,
      resume: (parameters: Record<string, number>) => (parameters['restart'] === 1 ? 'restart' : 'continue'),
      onDue: 'finish',
      atEnd: 'overdue',
      remind: { to: ['drafter'], advice: '请办理。', window: (p: Record<string, number>) => ({ months: p['window'] }) },
    });
    const parameters = { 'review.days': 7, floor: 3, restart: 1, window: 2 };
    expect(beginning({ due: clock }, 'run', { parameters })).toStrictEqual([
      {
        type: 'startClock',
        clock: {
          key: 'due',
          label: '期限',
          citation: '无',
          limit: { value: 7, unit: 'day' },
          window: { months: 2 },
          atEnd: 'overdue',
          floor: { value: 3, unit: 'workday' },
          pausable: false,
          resume: 'restart',
        },
        from: '2023-04-10',
        onDue: 'finish',
      },
    ]);
  });

  it('has no floor, window or fixed day where the case gives none', () => {
    const clock = clockOf({
      floor: () => null,
      from: () => null,
      resume: 'restart',
      remind: { to: ['drafter'], advice: '请办理。' },
    });
    const [started] = beginning({ due: clock });
    expect(started).toMatchObject({ from: '2023-04-21', clock: { resume: 'restart' } });
    expect(Object.keys((started as { clock: object }).clock).sort()).toEqual(
      ['citation', 'key', 'label', 'limit', 'pausable', 'resume'].sort(),
    );
  });

  it('keeps its own citation where it names no parameter', () => {
    const citations = { 'review.days': '某镇政发〔2023〕1号' };
    expect(beginning({ due: clockOf() }, 'run', { citations })).toMatchObject([{ clock: { citation: '无' } }]);
  });

  it('cannot start when it is not declared or has neither a limit nor a day', () => {
    for (const clocks of [{}, { due: clockOf({ limit: undefined }) }]) {
      expect(caught(() => beginning(clocks))).toMatchObject({ code: 'engine.fault' });
    }
  });
});

describe('a clock whose last day the case names', () => {
  const dated = (rest: object = {}) => ({ due: clockOf({ limit: undefined, until: () => '2023-04-30', ...rest }) });

  it('starts today and counts the days up to the fixed one', () => {
    expect(beginning(dated())).toStrictEqual([
      {
        type: 'startClock',
        clock: {
          key: 'due',
          label: '期限',
          citation: '无',
          limit: { value: 10, unit: 'day' },
          until: '2023-04-30',
        },
        from: '2023-04-20',
        onDue: null,
      },
    ]);
  });

  it('reads the day from the case and its parameters, and starts on another day where declared', () => {
    const until = (_: unknown, parameters: Record<string, number>) => `2023-05-0${parameters['day']}`;
    const [started] = beginning(dated({ until, from: () => '2023-05-01' }), 'run', { parameters: { day: 4 } });
    expect(started).toMatchObject({
      from: '2023-05-01',
      clock: { until: '2023-05-04', limit: { value: 3, unit: 'day' } },
    });
  });

  it('does not start where the case gives no day', () => {
    expect(beginning(dated({ until: () => null }))).toEqual([]);
    expect(beginning({ due: clockOf({ limit: undefined, instances: () => [] }) })).toEqual([]);
  });

  it('lapses where declared, unless an event is sent instead', () => {
    const onDue = (rest: object): unknown => beginning(dated(rest)).map((one) => (one as { onDue: unknown }).onDue);
    expect(beginning(dated({ atEnd: 'lapse' }))).toMatchObject([{ onDue: 'clock.lapsed', clock: { atEnd: 'lapse' } }]);
    expect(onDue({ atEnd: 'overdue' })).toEqual([null]);
    expect(onDue({ atEnd: 'overdue', onDue: 'finish' })).toEqual(['finish']);
  });

  it('has the window of its reminders', () => {
    const remind = { to: ['drafter'], advice: '请办理。', window: (p: Record<string, number>) => ({ months: p['w'] }) };
    expect(beginning(dated({ remind }), 'run', { parameters: { w: 3 } })).toMatchObject([
      { clock: { window: { months: 3 } } },
    ]);
  });

  it('is not restarted while it runs, is paused or is overdue; it is restarted after it has ended', () => {
    for (const status of ['running', 'overdue', 'paused'] as const) {
      expect(beginning(dated(), 'run', clockEnv(status))).toEqual([]);
    }
    for (const status of ['met', 'stopped'] as const) {
      expect(beginning(dated(), 'run', clockEnv(status))).toMatchObject([{ type: 'startClock' }]);
    }
  });

  it('is ended by states that declare it, as every other clock', () => {
    expect(beginning(dated(), 'stop', clockEnv('running'))).toEqual([
      { type: 'stopClock', key: 'due', outcome: 'met' },
    ]);
    expect(beginning(dated(), 'stop')).toEqual([]);
  });
});

describe('several clocks of one declaration', () => {
  const instances = () => [
    { label: '第1期付款', until: '2023-04-25' },
    { label: '第2期付款', until: '2023-06-20' },
  ];
  const due = clockOf({ limit: undefined, instances });
  const kept = (effects: readonly Effect[]): unknown =>
    effects.map((one) => (one.type === 'startClock' ? [one.clock.key, one.clock.label, one.clock.until] : one));

  it('are numbered in the order of the case and have their own labels and days', () => {
    expect(kept(beginning({ due }))).toEqual([
      ['due.1', '第1期付款', '2023-04-25'],
      ['due.2', '第2期付款', '2023-06-20'],
    ]);
    expect(beginning({ due })).toMatchObject([
      { clock: { limit: { value: 5, unit: 'day' } } },
      { clock: { limit: { value: 61, unit: 'day' } } },
    ]);
  });

  it('start independently where some already run', () => {
    const env = { clocks: { 'due.1': clockEnv('running').clocks.due } };
    expect(kept(beginning({ due }, 'run', env))).toEqual([['due.2', '第2期付款', '2023-06-20']]);
  });
});

describe('what entering a state does to a clock', () => {
  const due = clockOf();
  const types = (effects: readonly Effect[]): unknown => effects.map(({ type }) => type);

  it.each([
    ['run', 'running', []],
    ['run', 'overdue', []],
    ['run', 'met', ['startClock']],
    ['run', 'stopped', ['startClock']],
    ['run', 'paused', ['resumeClock']],
    ['pause', 'running', ['pauseClock']],
    ['pause', 'overdue', ['pauseClock']],
    ['pause', 'paused', []],
    ['pause', 'met', []],
    ['stop', 'running', ['stopClock']],
    ['stop', 'overdue', ['stopClock']],
    ['stop', 'paused', ['stopClock']],
    ['stop', 'met', []],
    ['drop', 'paused', ['stopClock']],
    ['drop', 'stopped', []],
  ] as const)('%s of one that is %s', (move, status, expected) => {
    expect(types(beginning({ due }, move, clockEnv(status)))).toEqual(expected);
  });

  it('pauses none that is not pausable', () => {
    expect(beginning({ due: clockOf({ pausable: false }) }, 'pause', clockEnv('running'))).toEqual([]);
    expect(types(beginning({ due: clockOf({ pausable: true }) }, 'pause', clockEnv('running')))).toEqual([
      'pauseClock',
    ]);
  });

  it('gives the stage as the reason of a pause, and none where the state has no stage', () => {
    expect(beginning({ due }, 'pause', clockEnv('running'))).toEqual([
      { type: 'pauseClock', key: 'due', reason: '办理' },
    ]);
    const unnamed = { meta: { clocks: { due: 'pause' } } };
    expect(beginning({ due }, 'pause', clockEnv('running'), unnamed)).toEqual([
      { type: 'pauseClock', key: 'due', reason: '' },
    ]);
  });

  it('ends it as met or as stopped', () => {
    const outcome = (move: string): unknown => beginning({ due }, move, clockEnv('running'));
    expect(outcome('stop')).toEqual([{ type: 'stopClock', key: 'due', outcome: 'met' }]);
    expect(outcome('drop')).toEqual([{ type: 'stopClock', key: 'due', outcome: 'stopped' }]);
  });
});

describe('clocks on a path through several states at once', () => {
  /** One event that passes through a state for each of the moves. */
  function passing(moves: readonly string[], clock: object, env: Partial<StepEnvironment> = {}): unknown {
    const states = Object.fromEntries(
      moves.map((move, index) => {
        const always = index + 1 < moves.length ? `on${index + 1}` : 'closed';
        return [`on${index}`, { meta: { stage: `经过${index}`, clocks: { due: move } }, always }];
      }),
    );
    const open = { meta: { stage: '办理' }, on: { go: 'on0', finish: 'closed' } };
    const events = { finish: event('办结'), go: event('去') };
    const definition = defineWorkflow(small({ open, ...states }, { clocks: { due: clock }, events }));
    const { next } = begin(definition, caseInput, envFor(li), 1);
    const result = step(definition, next, { type: 'go' }, envFor(zhao, env));
    return result.ok && result.effects.map(({ type }) => type.replace('Clock', ''));
  }
  const until = { limit: undefined, until: () => '2023-04-30' };

  it('see what the earlier states did', () => {
    expect(passing(['run', 'pause', 'run', 'stop'], clockOf())).toEqual(['start', 'pause', 'resume', 'stop']);
    expect(passing(['run', 'run'], clockOf())).toEqual(['start']);
    expect(passing(['run', 'stop', 'drop', 'run'], clockOf())).toEqual(['start', 'stop', 'start']);
    expect(passing(['pause', 'pause', 'run', 'pause'], clockOf(), clockEnv('running'))).toEqual([
      'pause',
      'resume',
      'pause',
    ]);
  });

  it('with a fixed day see it too', () => {
    expect(passing(['run', 'run'], clockOf(until))).toEqual(['start']);
    expect(passing(['run', 'stop', 'run'], clockOf(until))).toEqual(['start', 'stop', 'start']);
    expect(passing(['drop', 'run'], clockOf(until), clockEnv('running'))).toEqual(['stop', 'start']);
  });
});
