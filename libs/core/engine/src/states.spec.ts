import { describe, expect, it } from '@jest/globals';
import { event, small } from './check.fixtures.ts';
import { defineWorkflow, type Definition, type MaterialSpec } from './definition.ts';
import { EngineError } from './errors.ts';
import { caseInput, caught, envFor, people } from './sample-case.fixtures.ts';
import { sample } from './sample.fixtures.ts';
import { dehydrate, leafPaths, stateName, stageAt, stageOf, initialState, statesOf, tasksOf } from './machine.ts';
import { begin, requiredMaterials } from './step.ts';
import { contains, eventLabel, isLeaf, nodesOf, pathOf, transitionsFrom } from './transitions.ts';

const inner = { initial: 'first', states: { first: { on: { finish: '#small.closed' } }, last: { type: 'final' } } };
const nested = defineWorkflow(small({ open: { meta: { stage: '办理' }, on: { finish: 'closed' }, ...inner } }));
const nodeAt = (definition: Definition, path: string) => {
  const node = nodesOf(definition).find((each) => pathOf(each) === path);
  if (node === undefined) throw new Error(`There is no state ${path}`);
  return node;
};

describe('the states of a definition', () => {
  it('are read once, without the root', () => {
    expect([...statesOf(nested).keys()]).toEqual(['open', 'open.first', 'open.last', 'closed']);
    expect(statesOf(nested)).toBe(statesOf(nested));
    expect(tasksOf(sample)).toBe(tasksOf(sample));
    expect([...tasksOf(sample).keys()]).toEqual([
      'draft',
      'accept',
      'adviser-opinion',
      'findings',
      'supplement',
      'sign-off',
    ]);
  });

  it('begin with the innermost one, or with a parallel one as a whole', () => {
    expect(initialState(sample)).toBe('draft');
    expect(initialState(nested)).toBe('open.first');
    const both = { type: 'parallel', states: { left: inner, right: inner } };
    expect(initialState(defineWorkflow(small({ open: both })))).toBe('open');
  });

  it('are leaves when they have no inner states', () => {
    const leaves = nodesOf(sample).filter(isLeaf).map(pathOf);
    expect(leaves).toEqual([
      'draft',
      'acceptance',
      'examination.advisers.pending',
      'examination.advisers.given',
      'examination.findings.open',
      'examination.findings.recorded',
      'supplement',
      'signing',
      'concluded',
      'returned',
      'withdrawn',
    ]);
  });

  it('contain themselves and their descendants, and nothing else', () => {
    const within = (outer: string, one: string): boolean => contains(nodeAt(nested, outer), nodeAt(nested, one));
    expect([within('open', 'open'), within('open', 'open.first'), within('', 'open')]).toEqual([true, true, true]);
    expect([within('open.first', 'open'), within('closed', 'open'), within('open', '')]).toEqual([false, false, false]);
  });
});

describe('the name of a state', () => {
  it('is the path of each leaf, also of a parallel region without inner states', () => {
    expect(stateName({ open: { left: {}, right: 'first' } })).toBe('open.left + open.right.first');
    expect(leafPaths({ open: undefined, other: { deep: { deeper: 'last' } } })).toEqual([
      'open',
      'other.deep.deeper.last',
    ]);
    expect(leafPaths('open')).toEqual(['open']);
  });

  it('throws for a machine that failed', () => {
    const failed = { status: 'error', error: new Error('broken'), value: 'open', context: {}, historyValue: {} };
    const error = caught(() => dehydrate(failed as never));
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ name: 'EngineError', code: 'engine.fault' });
  });
});

describe('the stage of a state', () => {
  it('is that of the nearest state at or above it, and of no state whose name is a prefix of it', () => {
    const named = defineWorkflow(
      small({
        open: { meta: { stage: '办理' }, on: { finish: 'openly' }, ...inner },
        openly: { on: { finish: 'closed' } },
      }),
    );
    expect(['open', 'open.first', 'openly', 'closed', 'gone'].map((path) => stageAt(named, path))).toEqual([
      '办理',
      '办理',
      null,
      '办结',
      null,
    ]);
    expect([stageOf(named, 'openly'), stageOf(named, 'gone')]).toEqual(['openly', 'gone']);
  });

  it('leaves out a parallel region that is unspoken, unless there is no other', () => {
    const part = (stage: string, rest: object = {}) => ({ meta: { stage, ...rest } });
    const unspoken = { unspoken: true };
    const states = { left: part('左', unspoken), right: part('右'), same: part('右'), quiet: part('静', unspoken) };
    const two = defineWorkflow(small({ open: { type: 'parallel', states } }));
    expect(stageOf(two, { open: { left: {}, right: {}, same: {}, quiet: {} } })).toBe('右');
    expect(stageOf(two, { open: { left: {}, quiet: {} } })).toBe('左、静');
  });
});

describe('the label of an event', () => {
  it('is the declared one, else a text for the engine’s own events, else its type', () => {
    expect(eventLabel(sample, 'submit')).toBe('送审');
    expect(eventLabel(sample, 'vanish')).toBe('vanish');
    const own = [null, 'task.settled', 'task.unmanned', 'task.withdrawn', 'xstate.done.state.sample.examination'];
    const words = own.map((type) => eventLabel(sample, type));
    expect(new Set(words).size).toBe(own.length);
    for (const label of words) expect(label).toMatch(/^\p{Script=Han}+$/u);
  });
});

describe('the transitions of a state', () => {
  it('are those of its events and the eventless ones', () => {
    const open = { on: { finish: 'closed', note: {} }, always: 'closed' };
    const definition = defineWorkflow(small({ open }, { events: { finish: event('办结'), note: event('加注') } }));
    const arrows = transitionsFrom(definition, nodeAt(definition, 'open'));
    expect(arrows.map((one) => [one.event, one.targets.map(pathOf), one.when, one.rules])).toEqual([
      ['finish', ['closed'], null, []],
      ['note', [], null, []],
      [null, ['closed'], null, []],
    ]);
  });
});

describe('the materials that a case must have', () => {
  const material = (kind: string, rest: Partial<MaterialSpec>): MaterialSpec => ({
    kind,
    label: kind,
    required: false,
    ...rest,
  });
  const materials = [
    material('always', { required: true }),
    material('never', {}),
    material('when', { requiredWhen: ({ urgent }: { urgent: boolean }) => urgent }),
    material('unless', { required: true, requiredWhen: ({ urgent }: { urgent: boolean }) => !urgent }),
  ];
  const required = (context: Record<string, unknown>): string[] =>
    requiredMaterials({ materials }, context).map(({ kind }) => kind);

  it('are decided by the case where a material depends on it, else by the material', () => {
    expect(required({ urgent: true })).toEqual(['always', 'when']);
    expect(required({ urgent: false })).toEqual(['always', 'unless']);
  });
});

describe('a case at its beginning', () => {
  it('has its rule set and nobody who is recused', () => {
    const { next } = begin(sample, caseInput, envFor(people.li), 7);
    expect(next).toMatchObject({
      definitionKey: 'sample',
      definitionVersion: 3,
      rulesetVersion: 7,
      status: 'active',
      value: 'draft',
      visits: { draft: 1 },
      recused: [],
      historyValue: {},
    });
  });
});
