import { describe, expect, it } from '@jest/globals';
import {
  candidatesFor,
  failingRules,
  possibleEventTypes,
  type Candidate,
  gate,
  type Condition,
  type MachineEvent,
  type Rule,
} from './rule.ts';
import { event, small } from './check.fixtures.ts';
import { defineWorkflow } from './definition.ts';
import { possibleEvents } from './step.ts';
import { SampleCase, envFor, people, refused, toExamination } from './sample-case.fixtures.ts';
import { sample } from './sample.fixtures.ts';
import { restore } from './machine.ts';

const { li, zhao, qian, wu, chen } = people;

const machineEvent: MachineEvent = {
  type: 'finish',
  payload: {},
  env: envFor(zhao),
  seat: null,
  recused: [],
  overrides: {},
};
const rule = (id: string, holds: boolean, rest: Partial<Rule<unknown>> = {}): Rule<unknown> => ({
  id,
  message: id,
  citation: null,
  holds: () => holds,
  ...rest,
});
const condition = (id: string, holds: boolean, rest: Partial<Condition<unknown>> = {}): Condition<unknown> => ({
  id,
  label: id,
  holds: () => holds,
  ...rest,
});
const failing = (candidates: readonly Candidate[], preview = false): unknown => {
  const found = failingRules(candidates, {}, machineEvent, preview);
  return found && [found.why, ...found.refusals.map((one) => one.rule)];
};

describe('the rules that prevent an event', () => {
  it('are none when one of its transitions is open', () => {
    const closed = { when: null, rules: [rule('a', false)] };
    expect(failing([closed, { when: null, rules: [rule('b', true)] }])).toBeNull();
    expect(failing([closed, { when: condition('c', true), rules: [] }])).toBeNull();
  });

  it('are those of every transition whose condition holds, each once', () => {
    const ways = [
      { when: condition('c', true), rules: [rule('a', false), rule('b', false), rule('kept', true)] },
      { when: condition('d', false), rules: [rule('hidden', false)] },
      { when: null, rules: [rule('b', false)] },
    ];
    expect(failing(ways)).toEqual(['rules', 'a', 'b']);
  });

  it('are the conditions themselves, each once, when none of them holds', () => {
    const ways = ['c', 'd', 'c'].map((id) => ({ when: condition(id, false), rules: [rule('hidden', false)] }));
    expect(failing(ways)).toEqual(['conditions', 'c', 'd']);
    expect(failingRules(ways, {}, machineEvent)?.refusals[0]).toEqual({
      rule: 'c',
      message: expect.stringContaining('c'),
      citation: null,
      overridable: false,
    });
  });

  it('leave out in a preview what reads the payload', () => {
    const readsPayload = true;
    const byRule = [{ when: null, rules: [rule('a', false, { readsPayload }), rule('b', false)] }];
    expect([failing(byRule), failing(byRule, true)]).toEqual([
      ['rules', 'a', 'b'],
      ['rules', 'b'],
    ]);
    const byCondition = [{ when: condition('c', false, { readsPayload }), rules: [] }];
    expect([failing(byCondition), failing(byCondition, true)]).toEqual([['conditions', 'c'], null]);
  });
});

describe('the list of possible events', () => {
  it('is a preview: what reads a payload does not forbid an event before there is one', () => {
    const reading = rule('amount', false, {
      readsPayload: true,
      holds: ({ event: { payload } }) => payload.amount === 1,
    });
    const chosen = condition('chosen', false, { readsPayload: true, holds: (input) => input.event.payload.amount > 0 });
    const open = {
      meta: { stage: '办理' },
      on: { finish: { guard: gate({ when: chosen, rules: [reading] }), target: 'closed' } },
    };
    const definition = defineWorkflow(small({ open }));
    const { stored } = new SampleCase(definition);
    expect(possibleEvents(definition, stored, envFor(zhao))).toEqual([
      { type: 'finish', label: '办结', allowed: true, refusals: [] },
    ]);
  });

  it('gives a reason that no override passes to a person who does not hold the task', () => {
    const one = new SampleCase().all(...toExamination);
    const list = possibleEvents(sample, one.stored, envFor(chen));
    expect(list.find(({ type }) => type === 'opinion.give')?.refusals).toEqual([
      { rule: 'task.not-holder', message: expect.any(String), citation: null, overridable: false },
    ]);
  });

  it('knows only declared events, and none in a finished case', () => {
    const one = new SampleCase().all(...toExamination);
    const snapshot = restore(sample, one.stored);
    expect(candidatesFor(snapshot, 'task.settled')).toHaveLength(1);
    expect(possibleEventTypes(sample, snapshot).sort()).toEqual(
      ['opinion.give', 'recuse', 'findings.record', 'supplement.request', 'hasten'].sort(),
    );
    const everywhere = defineWorkflow(small({}, { machine: { ...small().machine, on: { finish: {} } } }));
    const done = new SampleCase(everywhere).send(zhao, 'finish');
    expect(possibleEventTypes(everywhere, restore(everywhere, done.stored))).toEqual([]);
  });
});

describe('the codes of a refusal', () => {
  const examined = new SampleCase().all(...toExamination);
  const said = { ok: false, message: expect.any(String) };

  it('of an unknown event', () => {
    expect(refused(examined.try(zhao, { type: 'nonsense' }))).toEqual({
      ...said,
      kind: 'unknown-event',
      code: 'event.unknown',
      refusals: [],
      issues: [],
    });
  });

  it('of a role that is not entitled', () => {
    expect(refused(examined.try(wu, { type: 'sign-off' }))).toEqual({
      ...said,
      kind: 'forbidden',
      code: 'event.forbidden',
      refusals: [{ rule: 'role.not-entitled', message: expect.any(String), citation: null, overridable: false }],
      issues: [],
    });
  });

  it('of an event that the state does not accept, or accepts only under a condition', () => {
    const notPossible = { ...said, kind: 'not-possible', code: 'event.not-possible', issues: [] };
    expect(refused(examined.try(qian, { type: 'sign-off' }))).toEqual({ ...notPossible, refusals: [] });
    expect(refused(examined.try(qian, { type: 'hasten' }))).toEqual({
      ...notPossible,
      refusals: [{ rule: 'case.urgent', message: expect.any(String), citation: null, overridable: false }],
    });
  });

  it('of a payload, with the path of each mistake', () => {
    const submitted = new SampleCase().send(li, 'submit');
    const result = refused(submitted.try(zhao, { type: 'accept', payload: { advisers: ['wu', ''] } }));
    expect(result).toEqual({
      ...said,
      kind: 'payload',
      code: 'event.payload-invalid',
      refusals: [],
      issues: [{ path: 'advisers.1', message: expect.any(String) }],
    });
  });

  it('of a person who has no seat in the task, or who is recused', () => {
    const forbidden = { ...said, kind: 'forbidden', code: 'event.forbidden', issues: [] };
    const opinion = { type: 'opinion.give', payload: { conclusion: 'legal' } };
    expect(refused(examined.try(chen, opinion))).toEqual({
      ...forbidden,
      refusals: [{ rule: 'task.not-holder', message: expect.any(String), citation: null, overridable: false }],
    });
    const left = new SampleCase().all(...toExamination).send(wu, 'recuse', { reason: '同案' });
    expect(refused(left.try(wu, opinion))).toEqual({
      ...forbidden,
      refusals: [
        {
          rule: 'separation.recused',
          message: expect.any(String),
          citation: '《中华人民共和国公务员法》第七十六条、第七十七条',
          overridable: false,
        },
      ],
    });
  });

  it('of a task operation where no task is open', () => {
    const open = { meta: { stage: '办理' }, on: { finish: 'closed' } };
    const one = new SampleCase(defineWorkflow(small({ open }, { events: { finish: event('办结') } })));
    const result = refused(one.try(zhao, { type: 'task.withdraw', payload: { wrong: true } }));
    expect([result.kind, result.code]).toEqual(['not-possible', 'event.not-possible']);
  });
});

describe('what an accepted event reports of soft rules', () => {
  const late = { receiptDay: '2023-04-21' } as const;
  const accept = { type: 'accept', payload: { advisers: [] } };
  const overrides = { 'acceptance.same-day': '县里当日要件' };

  it('is nothing for a rule that holds, whatever reason was given', () => {
    const submitted = new SampleCase().send(li, 'submit');
    expect(submitted.try(zhao, accept)).toMatchObject({ ok: true, overridden: [] });
    expect(submitted.try(zhao, { ...accept, overrides })).toMatchObject({ ok: true, overridden: [] });
    expect(submitted.try(zhao, { ...accept, overrides }, late)).toMatchObject({
      overridden: [{ rule: 'acceptance.same-day', reason: '县里当日要件' }],
    });
  });
});
