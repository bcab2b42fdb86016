import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { clockOf, event, open, small, taskOf, withEvents } from './check.fixtures.ts';
import { checkDefinition, type DefinitionProblem } from './check.ts';
import { defineWorkflow, type DefinitionInput } from './definition.ts';
import { effect, recordFact } from './effects.ts';

const found = (input: DefinitionInput): DefinitionProblem[] => checkDefinition(defineWorkflow(input));
const problems = (input: DefinitionInput): [string, string][] => found(input).map(({ code, where }) => [code, where]);
const machine = (rest: object): DefinitionInput => small({}, { machine: { ...small().machine, ...rest } });

describe('dead ends', () => {
  const region = (states: object, rest: object = {}) => ({ initial: 'a', states, ...rest });
  const parallel = (states: object, rest: object = {}) => ({
    type: 'parallel',
    meta: { stage: '并行' },
    states,
    ...rest,
  });

  it('are reported for the part that is stuck, not for one that leads on', () => {
    const left = region({ a: { on: { go: 'b', stick: 'stuck' } }, b: { type: 'final' }, stuck: {} });
    const right = region({ a: { on: { finish: 'b' } }, b: { type: 'final' } });
    const states = { open: parallel({ left, right }, { onDone: 'closed' }) };
    expect(problems(small(states, withEvents({ go: event('去'), stick: event('停') })))).toEqual([
      ['definition.dead-end', 'open.left.stuck'],
    ]);
  });

  it('are reported for the whole where each part leads on', () => {
    const left = region({ a: { on: { finish: '#small.closed', quit: 'b' } }, b: { type: 'final' } });
    const states = { open: parallel({ left, right: {} }) };
    expect(problems(small(states, withEvents({ quit: event('退') })))).toEqual([
      ['definition.dead-end', 'open.left.b + open.right'],
    ]);
  });
});

describe('states with actions or features that the engine cannot execute', () => {
  it('are reported, also for entry and exit actions', () => {
    for (const rest of [
      { entry: [null] },
      { entry: () => {} },
      { exit: [() => {}] },
      { entry: [effect(() => null), () => {}] },
    ]) {
      expect(problems(small({ open: { meta: { stage: '办理' }, on: { finish: 'closed' }, ...rest } }))).toEqual([
        ['definition.action-unknown', 'open'],
      ]);
    }
    const known = { entry: recordFact('began'), exit: [effect(() => null)] };
    expect(problems(small({ open: { meta: { stage: '办理' }, on: { finish: 'closed' }, ...known } }))).toEqual([]);
  });

  it('are reported as the definition itself where the action is at the root', () => {
    expect(problems(machine({ after: { 1000: '.closed' } }))).toEqual([['definition.uses-after', 'definition']]);
    expect(problems(machine({ invoke: { src: 'mail' } }))).toEqual([['definition.uses-invoke', 'definition']]);
    expect(problems(machine({ exit: () => {} }))).toEqual([['definition.action-unknown', 'definition']]);
    expect(problems(machine({ on: { finish: { guard: () => true, target: '.closed' } } }))).toEqual([
      ['definition.guard-unknown', 'definition'],
    ]);
    expect(problems(machine({ on: { vanish: '.closed' } }))).toEqual([['definition.event-undeclared', 'definition']]);
  });
});

describe('the initial state', () => {
  it('may be written as an object', () => {
    expect(problems(machine({ initial: { target: 'open' } }))).toEqual([]);
  });

  it('is also checked for inner states', () => {
    const inner = { initial: 'a', states: { a: { on: { finish: '#small.closed' } } } };
    expect(problems(small({ open: { meta: { stage: '办理' }, ...inner } }))).toEqual([]);
    expect(problems(small({ open: { meta: { stage: '办理' }, ...inner, initial: 'z' } }))).toEqual([
      ['definition.initial-missing', 'open'],
    ]);
  });
});

describe('the stage of a state', () => {
  it('is required of leaf states', () => {
    const states = {
      named: { meta: { stage: '一' }, on: { go: 'nameless' } },
      nameless: { on: { finish: '#small.closed' } },
    };
    const input = small({ open: { initial: 'named', states } }, withEvents({ go: event('去') }));
    expect(problems(input)).toEqual([['definition.stage-missing', 'open.nameless']]);
  });

  it('is not required of the definition itself', () => {
    const codes = problems(small({}, { machine: { on: { finish: {} } } })).map(([code]) => code);
    expect(codes).not.toContain('definition.stage-missing');
  });
});

describe('the tasks of a state', () => {
  it('are completed by events of the state, of an ancestor or of a descendant', () => {
    const around = { meta: { stage: '办理' }, on: { finish: 'closed' }, initial: 'a' };
    const within = (rest: object): { a: object } => ({ a: { meta: { task: taskOf() }, ...rest } });
    expect(problems(small({ open: { ...around, states: within({}) } }))).toEqual([]);
    const deeper = { initial: 'b', states: { b: { on: { finish: '#small.closed' } } } };
    expect(problems(small({ open: { ...around, on: {}, states: within(deeper) } }))).toEqual([]);
    const parallel = { type: 'parallel', states: { left: within({}).a, right: { on: { finish: '#small.closed' } } } };
    expect(problems(small({ open: { meta: { stage: '办理' }, ...parallel } }))).toEqual([
      ['definition.task-completes-unhandled', 'open.left'],
    ]);
  });
});

describe('the name of an event', () => {
  it('may contain a reserved word, but not begin with one', () => {
    const named = (type: string): [string, string][] =>
      problems(small(open({}, { [type]: 'closed' }), withEvents({ [type]: event('办') })));
    for (const type of ['subtask', 'sub.task', 'sub-task.close', 'taskless', 'my.xstate']) {
      expect([type, named(type)]).toEqual([type, []]);
    }
    for (const type of ['task.close', 'xstate.close', 'task']) {
      expect(named(type)).toEqual([['definition.event-name-invalid', `event:${type}`]]);
    }
  });
});

describe('a sample of a payload', () => {
  it('is reported with the path of each mistake in it', () => {
    const payload = z.strictObject({ inner: z.strictObject({ days: z.number(), on: z.string() }) });
    const examples = [{ inner: { days: '5', on: 5 } }];
    const [one, ...others] = found(small({}, { events: { finish: event('办结', { payload, examples }) } }));
    expect([one?.code, one?.where, others]).toEqual(['definition.event-example-invalid', 'event:finish', []]);
    expect(one?.message).toContain('inner.days');
    expect(one?.message).toContain('inner.on');
  });
});

describe('an act before the review', () => {
  const unreviewed = (states: Record<string, object>, rest: object = {}): string => {
    const input = small(states, rest);
    const all = found({ ...input, machine: { ...input.machine, entry: [] } });
    expect(all.map(({ code, where }) => [code, where])).toEqual([['definition.act-unreviewed', 'event:finish']]);
    return all[0]?.message ?? '';
  };

  it('is reported with the path to it, which ends with the act, and with the law', () => {
    const message = unreviewed({});
    expect(message).toContain('：open →（finish 办结）→ closed。');
    for (const citation of [
      '国办发〔2018〕115号',
      '国务院令第713号第二十五条',
      '《中华人民共和国行政处罚法》第五十八条',
    ]) {
      expect(message).toContain(citation);
    }
  });

  it('is reported with the act at the end even where the act does not change the state', () => {
    const states = {
      open: { meta: { stage: '一' }, on: { go: 'second' } },
      second: { meta: { stage: '二' }, on: { on: 'third' } },
      third: { meta: { stage: '三' }, on: { up: 'fourth' } },
      fourth: { meta: { stage: '四' }, on: { finish: {}, close: 'closed' } },
    };
    const events = withEvents({ go: event('去'), on: event('续'), up: event('上'), close: event('结') });
    expect(unreviewed(states, events)).toContain(
      '：open →（go 去）→ second →（on 续）→ third →（up 上）→ fourth →（finish 办结）→ fourth。',
    );
  });
});

describe('a definition in plain JavaScript', () => {
  const without = (...names: string[]): [string, string][] =>
    problems(Object.fromEntries(Object.entries(small()).filter(([name]) => !names.includes(name))) as never);
  const finish = (rest: object): [string, string][] => problems(small({}, { events: { finish: event('办结', rest) } }));

  it('is reported with each missing part, and nothing else', () => {
    expect(without('acts')).toEqual([['definition.acts-missing', 'definition']]);
    expect(without('course')).toEqual([['definition.course-lacks-act', 'event:finish']]);
    expect(without('obligations')).toEqual([['definition.obligations-missing', 'closed']]);
    expect(without('label')).toEqual([['definition.label-missing', 'definition']]);
    expect(without('count')).toEqual([
      ['definition.label-missing', 'definition'],
      ['definition.label-missing', 'definition'],
    ]);
    expect(without('fieldExamples')).toEqual([]);
    expect(finish({ by: undefined })).toEqual([['definition.event-roles-missing', 'event:finish']]);
    expect(finish({ examples: undefined })).toEqual([['definition.event-examples-missing', 'event:finish']]);
    expect(problems(small(open({ task: taskOf({ completes: undefined }) })))).toEqual([]);
  });
});

describe('a definition with too many configurations', () => {
  it('is reported as such, and its other properties are not judged', () => {
    const [parts, length] = [3, 18];
    const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);
    const ring = numbers(length).map((at) => [`s${at}`, { on: { finish: `s${(at + 1) % length}` } }]);
    const states = numbers(parts).map((at) => [`r${at}`, { initial: 's0', states: Object.fromEntries(ring) }]);
    const open = { type: 'parallel', meta: { stage: '并行' }, states: Object.fromEntries(states) };
    const clocks = { due: clockOf() };
    const input = small({ open, closed: { type: 'final' } }, { clocks, obligations: { closed: ['archived'] } });
    const stageless = ['definition.stage-missing', 'closed'];
    expect(problems(input)).toEqual([['definition.too-many-configurations', 'definition'], stageless]);
  });
});
