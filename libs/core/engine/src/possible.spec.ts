import { describe, expect, it } from '@jest/globals';
import { possibleEvents, type PossibleEvent, step } from './step.ts';
import { SampleCase, caseInput, envFor, people, person, toExamination } from './sample-case.fixtures.ts';
import { sample } from './sample.fixtures.ts';
import type { Actor, StepEnvironment } from './vocabulary.ts';

const { li, zhao, qian, wu, zheng, chen } = people;

function listFor(one: SampleCase, actor: Actor, env: Partial<StepEnvironment> = {}): PossibleEvent[] {
  return possibleEvents(one.definition, one.stored, envFor(actor, env));
}
const types = (list: readonly PossibleEvent[]): string[] => list.map(({ type }) => type);
const examination = (): SampleCase => new SampleCase().all(...toExamination);

describe('possibleEvents', () => {
  it('lists what the state accepts and the person’s roles may send, and nothing of the engine’s own', () => {
    expect(types(listFor(new SampleCase(), li))).toEqual(['submit', 'note']);
    expect(types(listFor(new SampleCase(), qian))).toEqual([]);
    expect(types(listFor(examination(), zhao)).sort()).toEqual(['findings.record', 'recuse', 'supplement.request']);
    expect(types(listFor(examination(), person('root', 'administrator', 'auditor')))).toEqual([]);
  });

  it('gives the legal reason why a button is disabled', () => {
    const both = person('li', 'submitter', 'reviewer');
    const [accept] = listFor(new SampleCase().send(li, 'submit'), both, { documents: [], receiptDay: '2023-04-21' });
    expect(accept).toMatchObject({ type: 'accept', label: '受理', allowed: false });
    expect(accept?.refusals.map(({ rule, overridable }) => [rule, overridable])).toEqual([
      ['separation.drafter-not-reviewer', false],
      ['materials.draft', false],
      ['acceptance.same-day', true],
    ]);
  });

  it('does not apply a rule that reads the payload before there is one', () => {
    const one = examination().all(
      [zhao, 'findings.record'],
      [wu, 'opinion.give', { conclusion: 'legal' }],
      [zheng, 'opinion.give', { conclusion: 'legal' }],
    );
    expect(listFor(one, qian)).toEqual([
      { type: 'sign-off', label: '审签', allowed: true, refusals: [] },
      { type: 'send-back', label: '退回审查', allowed: true, refusals: [] },
    ]);
    const event = { type: 'send-back', payload: { comment: '' } };
    expect(step(sample, one.stored, event, envFor(qian))).toMatchObject({ ok: false, kind: 'rules' });
  });

  it('shows an event as not allowed when no condition of it holds, as the step will refuse it', () => {
    expect(listFor(examination(), qian)).toEqual([
      {
        type: 'hasten',
        label: '加急',
        allowed: false,
        refusals: [expect.objectContaining({ rule: 'case.urgent', message: expect.stringContaining('紧急事项') })],
      },
    ]);
    const urgent = new SampleCase(sample, { ...caseInput, fields: { urgent: true } }).all(...toExamination);
    expect(listFor(urgent, qian)).toEqual([expect.objectContaining({ type: 'hasten', allowed: true })]);
  });

  it('gives the holder’s task as the reason to a person who does not hold it', () => {
    const give = (actor: Actor): unknown => listFor(examination(), actor).find(({ type }) => type === 'opinion.give');
    expect(give(wu)).toMatchObject({ allowed: true });
    expect(give(chen)).toMatchObject({ allowed: false, refusals: [{ rule: 'task.not-holder' }] });
    expect(give({ ...chen, standsInFor: ['wu'] })).toMatchObject({ allowed: true });
  });

  it('lets everybody declare a conflict of interest, also without a task or after an answer', () => {
    const one = examination().send(wu, 'opinion.give', { conclusion: 'legal' });
    for (const actor of [wu, chen, zhao]) {
      expect(listFor(one, actor)).toContainEqual({ type: 'recuse', label: '回避', allowed: true, refusals: [] });
    }
  });

  it('offers nothing to a recused person, nor in a finished case', () => {
    expect(listFor(examination().send(wu, 'recuse', { reason: '因' }), wu)).toEqual([]);
    expect(listFor(new SampleCase().all([li, 'submit'], [li, 'withdraw']), li)).toEqual([]);
  });

  it('agrees with the step: what is allowed here is not turned away for the person, the state or a rule', () => {
    const places = [
      new SampleCase(),
      new SampleCase().send(li, 'submit'),
      examination(),
      examination().send(zhao, 'supplement.request'),
      examination().send(wu, 'opinion.give', { conclusion: 'legal' }),
    ];
    for (const one of places) {
      for (const actor of Object.values(people)) {
        const list = listFor(one, actor);
        for (const { type, allowed, refusals } of list) {
          const result = step(sample, one.stored, { type, payload: sample.events[type]?.examples[0] }, envFor(actor));
          expect([type, actor.id, result.ok]).toEqual([type, actor.id, allowed]);
          if (!result.ok) expect(result.refusals.map(({ rule }) => rule)).toEqual(refusals.map(({ rule }) => rule));
        }
        const unlisted = Object.keys(sample.events).filter((type) => !types(list).includes(type));
        for (const type of unlisted) {
          const payload = sample.events[type]?.examples[0];
          expect(step(sample, one.stored, { type, payload }, envFor(actor))).toMatchObject({ ok: false });
        }
      }
    }
  });
});
