import { describe, expect, it } from '@jest/globals';
import { assign } from 'xstate';
import { broken, clockOf, draftHandedIn, event, open, running, small, taskOf, withEvents } from './check.fixtures.ts';
import { eventsEndingWithout } from './check/ways.ts';
import { checkDefinition, requireSound } from './check.ts';
import { defineWorkflow, type DefinitionInput } from './definition.ts';
import { both, gate, not, type Condition } from './rule.ts';
import { caught } from './sample-case.fixtures.ts';
import { sample } from './sample.fixtures.ts';
import { effect, recordFact } from './effects.ts';

const problems = (input: DefinitionInput): [string, string][] =>
  checkDefinition(defineWorkflow(input)).map(({ code, where }) => [code, where]);

describe('checkDefinition', () => {
  it('finds nothing wrong with a sound definition', () => {
    expect(checkDefinition(sample)).toEqual([]);
    expect(problems(small())).toEqual([]);
  });

  it.each(broken)('%s at %s, and nothing else', (code, where, input) => {
    const found = checkDefinition(defineWorkflow(input));
    expect(found.map((one) => [one.code, one.where])).toEqual([[code, where]]);
    // Every message states the problem and, after a full stop or in brackets, the remedy.
    expect(found[0]?.message).toMatch(/请/);
  });

  it('reports a target that does not exist already when the definition is built', () => {
    const error = caught(() => defineWorkflow(small(open({}, { finish: 'clsoed' }))));
    expect(error).toMatchObject({ code: 'engine.definition-invalid', message: expect.stringContaining('clsoed') });
  });

  it('accepts `update` and `effect` as known actions', () => {
    const actions = [assign({}), effect({ type: 'takeNumber', series: 's', purpose: 'p' }), effect(() => null)];
    expect(problems(small(open({}, { finish: { target: 'closed', actions } })))).toEqual([]);
  });

  it('reports the region that is stuck, not the one next to it', () => {
    const region = (states: object, initial = 'a') => ({ initial, states });
    const input = small({
      open: {
        type: 'parallel',
        meta: { stage: '并行' },
        onDone: 'closed',
        states: {
          left: region({ a: { on: { finish: 'b' } }, b: {} }),
          right: region({ a: { on: { finish: 'b' } }, b: { type: 'final' } }),
        },
      },
    });
    // Nothing in the left region ever ends, so both of its states are dead ends, and all of what follows is
    // unreachable.
    expect(problems(input)).toEqual([
      ['definition.unreachable-state', 'closed'],
      ['definition.dead-end', 'open.left.a'],
      ['definition.dead-end', 'open.right.a'],
      ['definition.dead-end', 'open.left.b'],
    ]);
  });

  it('follows a history state back to its target', () => {
    const input = (ends: object) =>
      small(
        {
          open: {
            initial: 'first',
            meta: { stage: '办理' },
            on: { pause: 'waiting' },
            states: {
              first: { on: { go: 'second' } },
              second: { on: ends },
              back: { type: 'history' },
            },
          },
          waiting: { meta: { stage: '等待' }, on: { resume: 'open.back' } },
        },
        withEvents({ pause: event('停'), resume: event('续'), go: event('去') }),
      );
    expect(problems(input({ finish: '#small.closed' }))).toEqual([]);
    expect(problems(input({ finish: 'first' }))).toContainEqual(['definition.dead-end', 'open.second']);
  });

  it('reports a history state without incoming transitions as unreachable', () => {
    const input = small({
      open: {
        initial: 'only',
        meta: { stage: '办理' },
        states: { only: { on: { finish: '#small.closed' } }, back: { type: 'history' } },
      },
    });
    expect(problems(input)).toEqual([['definition.unreachable-state', 'open.back']]);
  });

  it('reaches states that are entered without an event', () => {
    const input = small({
      open: { meta: { stage: '办理' }, on: { finish: 'between' } },
      between: { meta: { stage: '转' }, always: 'closed' },
    });
    expect(problems(input)).toEqual([]);
  });

  it('recognises a clock ended on the path, dropped, or ended by a fixed effect', () => {
    const clocks = { clocks: { due: clockOf() } };
    expect(problems(small(running('stop'), clocks))).toEqual([]);
    expect(problems(small(running('drop'), clocks))).toEqual([]);
    const byEffect = small(
      running(null, {
        open: {
          meta: { stage: '办理', clocks: { due: 'run' } },
          on: { finish: { target: 'closed', actions: effect({ type: 'stopClock', key: 'due', outcome: 'met' }) } },
        },
      }),
      clocks,
    );
    expect(problems(byEffect)).toEqual([]);
  });

  it('accepts a parameter at either end of its bounds, and a fraction where the bounds allow it', () => {
    const parameter = (value: number, bounds: object) =>
      small({}, { parameters: { limit: { value, label: '期限', unit: '日', citation: '无', bounds } } });
    expect(problems(parameter(1, { min: 1, max: 30 }))).toEqual([]);
    expect(problems(parameter(30, { min: 1, max: 30 }))).toEqual([]);
    expect(problems(parameter(0.5, { integer: false }))).toEqual([]);
  });

  it('does not count a pause as an end', () => {
    const input = small(running('pause'), { clocks: { due: clockOf() } });
    const found = checkDefinition(defineWorkflow(input));
    expect(found.map(({ code }) => code)).toEqual(['definition.clock-never-stopped']);
    expect(found[0]?.message).toContain('open → closed');
  });

  it('requires task.settled only where a task set can settle without an answer', () => {
    const policy = (kind: string, rest: object = {}) => small(open({ task: taskOf({ policy: { kind }, ...rest }) }));
    expect(problems(policy('all'))).toEqual([]);
    expect(problems(policy('any', { holders: () => [] }))).toEqual([]);
    expect(problems(policy('sequence', { holders: () => [] }))).toEqual([
      ['definition.task-settled-unhandled', 'open'],
    ]);
    const handled = open(
      { task: taskOf({ policy: { kind: 'all' }, holders: () => [] }) },
      { 'task.settled': 'closed' },
    );
    expect(problems(small(handled))).toEqual([]);
  });
});

describe('paths to an act or an end', () => {
  const message = (input: DefinitionInput): string => checkDefinition(defineWorkflow(input))[0]?.message ?? '';
  const without = (input: DefinitionInput): DefinitionInput => ({ ...input, machine: { ...input.machine, entry: [] } });

  it('are described from the start, by states and events', () => {
    const states = {
      open: { meta: { stage: '办理' }, on: { skip: 'ready' } },
      ready: { meta: { stage: '待办' }, on: { finish: 'closed' } },
    };
    const input = small(states, withEvents({ skip: event('跳过') }));
    expect(message(without(input))).toContain('open →（skip 跳过）→ ready →（finish 办结）→ closed');
    expect(message({ ...input, obligations: { closed: ['archived'] } })).toContain(
      'open →（skip 跳过）→ ready →（finish 办结）→ closed',
    );
  });

  it('end with an act that does not change the state', () => {
    const input = without(
      small(open({}, { seal: { actions: effect(() => null) } }), withEvents({ seal: event('盖章') })),
    );
    const sealed = { ...input, acts: ['seal'], course: ['seal'] };
    expect(message(sealed)).toContain('open →（seal 盖章）→ open');
  });

  it('do not count an act that its rule always refuses', () => {
    const never = { id: 'act.refused', message: '请先审查。', citation: null, holds: () => false };
    const review = { target: 'ready', actions: recordFact('concluded') };
    const input = (refusal: object): DefinitionInput =>
      without(
        small(
          {
            open: { meta: { stage: '办理' }, on: { review, finish: refusal } },
            ready: { meta: { stage: '待办' }, on: { finish: 'closed' } },
          },
          withEvents({ review: event('审查') }),
        ),
      );
    expect(problems(input({ guard: gate({ rules: [never] }) }))).toEqual([]);
    expect(problems(input({}))).toEqual([['definition.act-unreviewed', 'event:finish']]);
  });

  it('use a condition only after the facts that it implies, and its negation at any time', () => {
    const again: Condition<unknown> = { id: 'again', label: '再次', impliesFacts: ['returned'], holds: () => true };
    const plain: Condition<unknown> = { id: 'plain', label: '任何', holds: () => true };
    const archives = (target: string): object => ({ target, actions: recordFact('archived') });
    const input = (when: Condition<unknown>): DefinitionInput =>
      small(
        {
          open: {
            meta: { stage: '办理' },
            on: {
              finish: archives('closed'),
              back: archives('waiting'),
              drop: { guard: gate({ when }), target: 'closed' },
            },
          },
          waiting: { meta: { stage: '等待' }, on: { resume: { target: 'open', actions: recordFact('returned') } } },
        },
        {
          ...withEvents({ drop: event('弃置'), back: event('退回'), resume: event('续') }),
          obligations: { closed: ['archived'] },
        },
      );
    expect(problems(input(again))).toEqual([]);
    expect(problems(input(both(plain, again)))).toEqual([]);
    for (const possible of [plain, not(again)]) {
      expect(problems(input(possible))).toEqual([['definition.obligation-unmet', 'closed']]);
    }
  });

  it('pass a rule for each required material, on every path to the act', () => {
    const draft = { kind: 'draft', label: '送审稿', required: true };
    const guard = gate({ rules: [draftHandedIn] });
    const otherName = {
      open: { meta: { stage: '办理' }, on: { hand: { target: 'ready', guard }, finish: { target: 'closed', guard } } },
      ready: { meta: { stage: '待办' }, on: { finish: 'closed' } },
    };
    const rest = { ...withEvents({ hand: event('提交') }), materials: [draft] };
    expect(problems(small(otherName, rest))).toEqual([]);
    const { on, ...open } = otherName.open;
    const skipped = { ...otherName, open: { ...open, on: { ...on, finish: 'closed' } } };
    expect(message(small(skipped, rest))).toContain('open →（finish 办结）→ closed');
  });

  it('to an end without an act are recognised by the events that end the case', () => {
    const states = {
      open: { meta: { stage: '办理' }, on: { finish: 'done', drop: 'closed', archive: 'closed' } },
      done: { meta: { stage: '办毕' }, on: { archive: 'closed', file: 'closed' } },
    };
    const events = withEvents({ drop: event('弃置'), archive: event('归档'), file: event('备案') });
    expect(eventsEndingWithout(defineWorkflow(small(states, events)), ['finish'])).toEqual(['drop', 'archive']);
  });

  it('are not checked in a machine without an initial state', () => {
    const input = small({}, { obligations: { closed: ['archived'] } });
    const lost = { ...input, machine: { ...input.machine, entry: [], initial: 'opne' } } as DefinitionInput;
    expect(problems(lost)).toEqual([['definition.initial-missing', 'definition']]);
  });
});

describe('requireSound', () => {
  it('accepts valid definitions', () => {
    expect(() => requireSound([sample, defineWorkflow(small())])).not.toThrow();
  });

  it('lists every problem of every definition at once', () => {
    const first = defineWorkflow(small({}, { label: '', events: { finish: event('') } }));
    const second = defineWorkflow({ ...small({ open: { on: { finish: 'closed' } } }), key: 'other' });
    const error = caught(() => requireSound([first, second, sample, sample]));
    expect(error).toMatchObject({ code: 'engine.definition-invalid' });
    const { message } = error as Error;
    expect(message).toContain('4处问题');
    expect(message).toContain('small@1 event:finish [definition.label-missing]');
    expect(message).toContain('other@1 open [definition.stage-missing]');
    expect(message).toContain('sample@3 definition [definition.key-duplicate]');
  });
});
