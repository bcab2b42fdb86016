import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { small } from './check.fixtures.ts';
import { defineWorkflow, type Definition } from './definition.ts';
import { EngineError } from './errors.ts';
import { gate, type Rule } from './rule.ts';
import {
  SampleCase,
  caseInput,
  caught,
  envFor,
  people,
  person,
  throughJson,
  toExamination,
  refused,
  accepted,
  rulesOf,
} from './sample-case.fixtures.ts';
import { sample, sampleInput } from './sample.fixtures.ts';
import { stateName } from './machine.ts';
import { step } from './step.ts';
import type { CaseEvent, StoredCase } from './vocabulary.ts';

const { li, zhao, qian, wu, zheng, chen } = people;
const examination = (): SampleCase => new SampleCase().all(...toExamination);
const opinion = { type: 'opinion.give', payload: { conclusion: 'legal' } };

const at = (one: SampleCase): string => stateName(one.stored.value);

describe('step: what is checked, and in which order', () => {
  it('rejects an unknown event before any other check', () => {
    const result = refused(new SampleCase().try(person('x', 'auditor'), { type: 'nonsense', payload: 7 }));
    expect([result.kind, result.code]).toEqual(['unknown-event', 'event.unknown']);
    expect(result.message).toContain('submit');
  });

  it('checks the role before it checks whether the state accepts the event', () => {
    const result = refused(new SampleCase().try(wu, { type: 'sign-off', payload: 'wrong' }));
    expect([result.kind, rulesOf(result)]).toEqual(['forbidden', ['role.not-entitled']]);
    expect(result.message).toContain('司法所所长');
  });

  it('checks whether the event is possible before it checks the payload', () => {
    const result = refused(new SampleCase().try(qian, { type: 'sign-off', payload: { wrong: true } }));
    expect([result.kind, result.code]).toEqual(['not-possible', 'event.not-possible']);
    expect(result.message).toContain('起草');
    expect(result.message).toContain('送审');
  });

  it('checks the payload before it checks who holds the task', () => {
    const result = refused(examination().try(chen, { type: 'opinion.give', payload: { conclusion: 'perhaps' } }));
    expect([result.kind, result.code]).toEqual(['payload', 'event.payload-invalid']);
    expect(result.issues).toEqual([{ path: 'conclusion', message: expect.any(String) }]);
  });

  it('checks who holds the task before it checks the rules', () => {
    const stranger = person('sun', 'submitter');
    const result = new SampleCase().try(stranger, { type: 'submit' }, { documents: [] });
    expect(rulesOf(result)).toEqual(['task.not-holder']);
  });

  it('reports every failing rule with its citation, not only the first', () => {
    const both = person('li', 'submitter', 'reviewer');
    const result = refused(
      new SampleCase()
        .send(li, 'submit')
        .try(both, { type: 'accept', payload: { advisers: [] } }, { documents: [], receiptDay: '2023-04-21' }),
    );
    expect([result.kind, result.code]).toEqual(['rules', 'event.refused']);
    expect(result.refusals).toEqual([
      {
        rule: 'separation.drafter-not-reviewer',
        message: expect.stringContaining('起草人'),
        citation: '《中华人民共和国公务员法》第七十六条',
        overridable: false,
      },
      { rule: 'materials.draft', message: expect.any(String), citation: null, overridable: false },
      {
        rule: 'acceptance.same-day',
        message: expect.stringContaining('2023-04-20'),
        citation: null,
        overridable: true,
      },
    ]);
  });

  it('reports the missing condition when the state accepts the event only under one', () => {
    const result = refused(examination().try(qian, { type: 'hasten' }));
    expect([result.kind, rulesOf(result)]).toEqual(['not-possible', ['case.urgent']]);
    expect(result.message).toContain('紧急事项');
    expect(result.message).not.toContain('办结');
    const urgent = new SampleCase(sample, { ...caseInput, fields: { urgent: true } }).all(...toExamination);
    expect(at(urgent.send(qian, 'hasten'))).toBe('signing');
  });

  it('refuses everything once the case is finished', () => {
    const done = new SampleCase().send(li, 'submit').send(li, 'withdraw');
    expect(done.stored.status).toBe('done');
    expect(refused(done.try(li, { type: 'submit' })).kind).toBe('not-possible');
    expect(refused(done.try(zhao, { type: 'task.add-signer', payload: { person: 'wu' } })).kind).toBe('not-possible');
  });

  it('refuses in a finished case even an event that every state accepts', () => {
    const machine = { ...small().machine, on: { finish: {} } };
    const done = new SampleCase(defineWorkflow(small({}, { machine }))).send(zhao, 'finish');
    expect(done.stored.status).toBe('done');
    expect(refused(done.try(zhao, { type: 'finish' })).kind).toBe('not-possible');
  });
});

describe('step: soft rules', () => {
  const late = { receiptDay: '2023-04-21' } as const;
  const accept: CaseEvent = { type: 'accept', payload: { advisers: [] } };

  it('passes one with a reason, and reports the reason once', () => {
    const overrides = { 'acceptance.same-day': '县里当日要件', 'materials.draft': '不需要' };
    const result = accepted(new SampleCase().send(li, 'submit').try(zhao, { ...accept, overrides }, late));
    expect(result.overridden).toEqual([{ rule: 'acceptance.same-day', reason: '县里当日要件' }]);
  });

  it('does not accept blanks as a reason', () => {
    const overrides = { 'acceptance.same-day': '  ' };
    const result = new SampleCase().send(li, 'submit').try(zhao, { ...accept, overrides }, late);
    expect(rulesOf(result)).toEqual(['acceptance.same-day']);
  });

  it('never overrides a hard rule with a reason', () => {
    const overrides = { 'materials.draft': '稍后补' };
    const result = new SampleCase().send(li, 'submit').try(zhao, { ...accept, overrides }, { documents: [] });
    expect(rulesOf(result)).toEqual(['materials.draft']);
  });

  it('reports only the overridden rules of the transition that was taken', () => {
    const soft = (id: string): Rule<unknown> => ({
      id,
      message: id,
      citation: null,
      strength: 'soft',
      holds: () => false,
    });
    const two = defineWorkflow({
      ...sampleInput,
      events: { go: { label: '去', by: ['submitter'], payload: z.strictObject({}), examples: [{}] } },
      machine: {
        initial: 'a',
        states: {
          a: {
            on: {
              go: [
                { guard: gate({ rules: [soft('one')] }), target: 'b' },
                { guard: gate({ rules: [soft('one'), soft('two')] }), target: 'a' },
              ],
            },
          },
          b: { type: 'final' },
        },
      },
    });
    const result = new SampleCase(two).try(li, { type: 'go', overrides: { one: '因', two: '因' } });
    expect(accepted(result).overridden).toEqual([{ rule: 'one', reason: '因' }]);
  });
});

describe('step: events that only the engine sends', () => {
  const internal = [
    'xstate.init',
    'xstate.done.state.sample.examination',
    'task.settled',
    'task.unmanned',
    'task.withdrawn',
  ];
  it.each([...internal, '*', '', '__proto__', 'constructor', 'toString'])('never accepts %p from outside', (type) => {
    const everybody = person('zhao', 'submitter', 'reviewer', 'adviser', 'director', 'system');
    expect(refused(examination().try(everybody, { type, payload: {} })).code).toBe('event.unknown');
  });
});

describe('step: states', () => {
  it('cites for a clock the citation of the case’s rule set, else that of the definition', () => {
    const basisOf = (env: object) => {
      const submitted = new SampleCase().send(li, 'submit', undefined, env);
      const started = submitted.send(zhao, 'accept', toExamination[1]?.[2], env).effects;
      return started.find(({ type }) => type === 'startClock');
    };
    const changed = { citations: { 'review.days': '某镇政发〔2023〕1号', other: '无关' } };
    expect(basisOf(changed)).toMatchObject({ clock: { key: 'review', citation: '某镇政发〔2023〕1号' } });
    expect(basisOf({ citations: { other: '无关' } })).toMatchObject({ clock: { citation: '国办发〔2018〕115号' } });
    expect(basisOf({})).toMatchObject({ clock: { citation: '国办发〔2018〕115号' } });
  });

  it('continues after a supplement where it was, and not at the beginning', () => {
    const one = examination().send(zhao, 'findings.record');
    const before = one.stored.value;
    one.send(zhao, 'supplement.request');
    expect(one.effects.filter(({ type }) => type.endsWith('Clock'))).toEqual([
      expect.objectContaining({ type: 'pauseClock', key: 'review' }),
      expect.objectContaining({
        type: 'startClock',
        clock: expect.objectContaining({ key: 'supplement', pausable: false }),
      }),
    ]);
    one.send(li, 'supplement.provide');
    expect(one.stored.value).toEqual(before);
    expect(one.effects.filter(({ type }) => type.endsWith('Clock'))).toEqual([
      { type: 'resumeClock', key: 'review' },
      { type: 'stopClock', key: 'supplement', outcome: 'stopped' },
    ]);
  });

  it('leaves a parallel state only when each of its regions is done', () => {
    const one = examination().send(zhao, 'findings.record');
    expect(at(one)).toBe('examination.advisers.pending + examination.findings.recorded');
    one.send(wu, 'opinion.give', { conclusion: 'legal' });
    expect(at(one)).toContain('advisers.pending');
    one.send(zheng, 'opinion.give', { conclusion: 'illegal' });
    expect(at(one)).toBe('signing');
    expect(one.effects).toContainEqual(
      expect.objectContaining({ type: 'openTask', task: 'sign-off', clock: 'review' }),
    );
  });

  it('opens a new visit when a state is re-entered, so that reminders of the old visit do not match', () => {
    const one = examination().all(
      [zhao, 'findings.record'],
      [wu, 'opinion.give', { conclusion: 'legal' }],
      [zheng, 'opinion.give', { conclusion: 'legal' }],
      [qian, 'send-back', { comment: '再审' }],
    );
    expect(one.stored.tasks['adviser-opinion']).toMatchObject({ visit: 2, set: { status: 'open' } });
    expect(one.stored.visits).toMatchObject({ 'adviser-opinion': 2, findings: 2, 'sign-off': 1 });
    expect(one.effects.filter(({ type }) => type === 'openTask')).toHaveLength(3);
  });

  it('keeps an unfinished task as it is while its state is not left', () => {
    const one = new SampleCase().send(li, 'note', { text: '一' });
    expect(one.effects).toEqual([]);
    expect(one.stored.context.notes).toEqual(['一']);
    expect(one.stored.tasks.draft?.visit).toBe(1);
  });

  it('ends as done with the clock met and the number taken', () => {
    const one = examination().all(
      [zhao, 'findings.record'],
      [wu, 'opinion.give', { conclusion: 'legal' }],
      [zheng, 'opinion.give', { conclusion: 'legal' }],
      [qian, 'sign-off'],
    );
    expect([one.stored.status, one.stored.tasks]).toEqual(['done', {}]);
    expect(one.effects).toEqual([
      expect.objectContaining({ type: 'closeTask', task: 'sign-off', outcome: 'done', by: 'qian' }),
      { type: 'takeNumber', series: 'opinion', purpose: '审查意见书' },
      { type: 'stopClock', key: 'review', outcome: 'met' },
    ]);
  });

  it('opens no seat twice when the payload names a person twice, and none when it names nobody', () => {
    const one = new SampleCase().send(li, 'submit').send(zhao, 'accept', { advisers: ['wu', ' ', 'wu'] });
    expect(one.stored.tasks['adviser-opinion']?.set.seats.map(({ holder }) => holder)).toEqual(['wu']);
  });
});

describe('step: what is stored', () => {
  it('is the same after a round trip through JSON', () => {
    const one = examination().all([zhao, 'findings.record'], [zhao, 'supplement.request'], [li, 'supplement.provide']);
    const result = accepted(one.try(wu, opinion));
    expect(throughJson(result)).toEqual(result);
    expect(throughJson(one.stored)).toStrictEqual(one.stored);
  });

  it('is checked again for another definition, also right after it was restored', () => {
    const { stored } = examination();
    const act = (definition: Definition) => step(definition, stored, opinion, envFor(wu));
    expect(act(sample).ok).toBe(true);
    expect(caught(() => act({ ...sample, version: 2 }))).toMatchObject({ code: 'engine.definition-mismatch' });
    expect(act(sample).ok).toBe(true);
  });

  it.each<[string, Partial<StoredCase>, string]>([
    ['another version', { definitionVersion: 2 }, 'engine.definition-mismatch'],
    ['another definition', { definitionKey: 'other' }, 'engine.definition-mismatch'],
    ['a state that was removed', { value: 'gone' }, 'engine.state-removed'],
    [
      'a removed state inside',
      { value: { examination: { advisers: 'gone', findings: 'open' } } },
      'engine.state-removed',
    ],
    [
      'a stored history state that was removed',
      { historyValue: { 'sample.examination.before': ['sample.gone'] } },
      'engine.state-removed',
    ],
  ])('throws its own error for %s', (_, change, code) => {
    const stored = { ...examination().stored, ...change };
    const error = caught(() => step(sample, stored, opinion, envFor(wu)));
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code });
  });
});
