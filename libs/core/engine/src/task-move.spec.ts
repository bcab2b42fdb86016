import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineWorkflow, type Definition, type DefinitionInput } from './definition.ts';
import { SampleCase, envFor, people, person, toExamination, rulesOf } from './sample-case.fixtures.ts';
import { sampleInput } from './sample.fixtures.ts';
import { stateName } from './machine.ts';
import type { Actor, CaseEvent } from './vocabulary.ts';

const { li, zhao, qian, wu, zheng, chen, clock } = people;
const examination = (): SampleCase => new SampleCase().all(...toExamination);
const opinion = { type: 'opinion.give', payload: { conclusion: 'legal' } };

const at = (one: SampleCase): string => stateName(one.stored.value);

describe('tasks: who may act', () => {
  const recused = (): SampleCase => examination().send(wu, 'recuse', { reason: '近亲属关系' });

  it('refuses a recused person everywhere, whatever the state', () => {
    const one = recused();
    expect(one.effects).toEqual([
      expect.objectContaining({ type: 'closeTask', task: 'adviser-opinion', seat: '1', outcome: 'recused', by: 'wu' }),
      { type: 'revokeAccess', person: 'wu', reason: '回避' },
    ]);
    expect(rulesOf(one.try(wu, opinion))).toEqual(['separation.recused']);
    expect(rulesOf(one.try(wu, { type: 'task.withdraw', payload: {} }))).toEqual(['separation.recused']);
    one.all(
      [zheng, 'opinion.give', { conclusion: 'legal' }],
      [zhao, 'findings.record'],
      [qian, 'send-back', { comment: '再审' }],
    );
    expect(rulesOf(one.try(wu, opinion))).toEqual(['separation.recused']);
  });

  it('gives a recused person no seat when the task opens again, though the case still names them', () => {
    const one = recused().all([zheng, 'opinion.give', { conclusion: 'legal' }], [zhao, 'findings.record']);
    one.send(qian, 'send-back', { comment: '再审' });
    const holders = one.stored.tasks['adviser-opinion']?.set.seats.map(({ holder }) => holder);
    expect(holders).toEqual(['zheng']);
    expect(one.effects).not.toContainEqual({ type: 'grantAccess', person: 'wu' });
  });

  it('does not let a recused person be added to another task', () => {
    const both = person('wu', 'adviser', 'reviewer');
    const one = recused();
    const env = { people: { ...envFor(li).people, wu: both } };
    const event = { type: 'task.add-signer', payload: { task: 'findings', person: 'wu' } };
    expect(rulesOf(one.try(zhao, event, env))).toEqual(['task.recused-newcomer']);
  });

  it('lets a person be recused after answering, and no longer counts the answer', () => {
    const one = examination()
      .send(wu, 'opinion.give', { conclusion: 'legal' })
      .send(wu, 'recuse', { reason: '发现利害关系' });
    expect(one.stored.tasks['adviser-opinion']?.set.seats[0]).toMatchObject({ status: 'recused' });
    expect(at(one)).toContain('advisers.pending');
  });

  it('settles the task when a recusal leaves only answers, even if the state does not handle the recusal', () => {
    const one = examination()
      .send(wu, 'opinion.give', { conclusion: 'legal' })
      .send(zheng, 'recuse', { reason: '同案' });
    expect(at(one)).toContain('advisers.given');
  });

  it('notifies the machine when the last person has left by recusal', () => {
    const one = recused().send(zheng, 'recuse', { reason: '同案' });
    expect(one.effects).toContainEqual(expect.objectContaining({ type: 'notify', notice: 'unmanned' }));
  });

  it('lets a stand-in answer for the holder, with both names on the seat', () => {
    const standIn: Actor = { ...person('han', 'adviser'), standsInFor: ['wu'] };
    const one = examination().send(standIn, 'opinion.give', { conclusion: 'legal' });
    expect(one.stored.tasks['adviser-opinion']?.set.seats[0]?.outcome).toMatchObject({ by: 'han', onBehalfOf: 'wu' });
    expect(one.effects).toEqual([
      expect.objectContaining({ type: 'closeTask', seat: '1', outcome: 'done', by: 'han' }),
    ]);
  });

  it('lets a system event move a case whose task has a holder', () => {
    const one = examination().send(zhao, 'supplement.request').send(clock, 'supplement.expire');
    expect(at(one)).toBe('returned');
    expect(one.effects).toContainEqual(
      expect.objectContaining({ type: 'closeTask', task: 'supplement', outcome: 'cancelled' }),
    );
  });

  it('finds the person’s own task among two that the same event completes', () => {
    const task = (key: string, holder: string) =>
      ({ key, role: 'reviewer', label: key, completes: ['done'], holders: () => [holder] }) as const;
    const region = (key: string, holder: string) => ({
      initial: 'open',
      states: { open: { meta: { task: task(key, holder) }, on: { done: {} } } },
    });
    const two = defineWorkflow({
      ...sampleInput,
      events: { done: { label: '办', by: ['reviewer'], payload: z.strictObject({}), examples: [{}] } },
      machine: { type: 'parallel', states: { a: region('a', 'x'), b: region('b', 'zhao') } },
    } as DefinitionInput);
    const one = new SampleCase(two).send(zhao, 'done');
    expect(one.stored.tasks.b?.set.status).toBe('satisfied');
    expect(one.stored.tasks.a?.set.status).toBe('open');
  });
});

describe('tasks: operations through events', () => {
  it('settles by itself when removing a signer leaves only answers', () => {
    const one = examination().send(wu, 'opinion.give', { conclusion: 'legal' });
    // The last seat that needs an answer cannot be removed; with a third signer there are two such seats.
    one.send(zhao, 'task.add-signer', { task: 'adviser-opinion', person: 'chen' });
    one.send(zhao, 'task.remove-signer', { task: 'adviser-opinion', person: 'zheng' });
    expect(at(one)).toContain('advisers.pending');
    expect(one.effects).toEqual([
      expect.objectContaining({ type: 'closeTask', outcome: 'removed', by: 'zhao' }),
      { type: 'revokeAccess', person: 'zheng', reason: '减签' },
    ]);
    expect(
      rulesOf(one.try(zhao, { type: 'task.remove-signer', payload: { task: 'adviser-opinion', person: 'chen' } })),
    ).toEqual(['task.last-seat']);
  });

  it('sends task.settled when removing a signer settles a vote', () => {
    const one = new SampleCase(sampleWithVote()).all(
      [li, 'submit'],
      [zhao, 'accept', { advisers: ['wu', 'zheng', 'chen'] }],
    );
    one.send(wu, 'opinion.give', { conclusion: 'legal' });
    expect(at(one)).toContain('advisers.pending');
    one.send(zhao, 'task.remove-signer', { task: 'adviser-opinion', person: 'zheng' });
    expect(at(one)).toContain('advisers.given');
    expect(one.effects).toContainEqual(expect.objectContaining({ seat: '3', outcome: 'cancelled', by: null }));
  });

  it('transfers a task only to a person of the role, and revokes the old holder’s access', () => {
    const one = examination();
    const to = (id: string): CaseEvent => ({ type: 'task.transfer', payload: { to: id } });
    for (const id of ['li', 'nobody', 'constructor', '__proto__']) {
      expect(rulesOf(one.try(wu, to(id)))).toEqual(['task.not-eligible']);
    }
    one.send(wu, 'task.transfer', { to: 'chen' });
    expect(one.effects).toEqual([
      expect.objectContaining({ type: 'openTask', seat: '1', holder: 'chen' }),
      { type: 'grantAccess', person: 'chen' },
      { type: 'revokeAccess', person: 'wu', reason: '转办' },
    ]);
    expect(rulesOf(one.try(wu, opinion))).toEqual(['task.not-holder']);
    one.send(chen, 'opinion.give', { conclusion: 'legal' });
  });

  it('lets a helper report but not decide', () => {
    const one = examination().send(wu, 'task.delegate', { to: 'chen' });
    expect(rulesOf(one.try(chen, opinion))).toEqual(['task.helper-only-resolves']);
    expect(rulesOf(one.try(wu, opinion))).toEqual(['task.not-holder']);
    one.send(chen, 'task.resolve', { note: '已核对依据' }).send(wu, 'opinion.give', { conclusion: 'legal' });
  });

  it('withdraws an answer while the task is open', () => {
    const one = examination().send(wu, 'opinion.give', { conclusion: 'illegal' }).send(wu, 'task.withdraw', {});
    expect(one.stored.tasks['adviser-opinion']?.set.seats[0]?.status).toBe('active');
    one.send(wu, 'opinion.give', { conclusion: 'legal' });
  });
});

/** The sample with a vote of one half among the advisers. */
function sampleWithVote(): Definition {
  const vote = { kind: 'vote', ratio: 1 / 2 } as const;
  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, replace(part)]));
    return copy.key === 'adviser-opinion' ? { ...copy, policy: vote } : copy;
  };
  return defineWorkflow({ ...sampleInput, machine: replace(sampleInput.machine) as DefinitionInput['machine'] });
}
