import { describe, expect, it } from '@jest/globals';
import { SampleCase, people, person, refused, rulesOf } from './sample-case.fixtures.ts';
import { sample } from './sample.fixtures.ts';
import { received, heldBy, withParts, type Parts } from './task-parts.fixtures.ts';
import type { Actor } from './vocabulary.ts';

const { li, zhao, qian, wu, zheng, chen, clock } = people;
const caseWith = (parts: Parts): SampleCase => new SampleCase(withParts(parts));
const holders = (one: SampleCase, task: string): unknown =>
  one.stored.tasks[task]?.set.seats.map(({ holder }) => holder);

/** The rules that refuse the operation; a text when it was not refused. */
function ruleAgainst(one: SampleCase, actor: Actor, type: string, payload: object = {}): unknown {
  const result = one.try(actor, { type, payload });
  return result.ok ? 'accepted' : result.refusals.map(({ rule }) => rule);
}

describe('the task that an event concerns', () => {
  it('is none for a system event, even if it would complete one', () => {
    const one = caseWith({ a: { ...heldBy('wu'), completes: ['expire'] } }).send(clock, 'expire');
    expect(received(one)).toEqual([['expire', null]]);
    expect(one.stored.tasks.a?.set.status).toBe('open');
  });

  it('is the one that an operation names', () => {
    const one = caseWith({ a: heldBy('wu'), b: heldBy('wu') }).send(wu, 'task.transfer', { task: 'b', to: 'chen' });
    expect([holders(one, 'a'), holders(one, 'b')]).toEqual([['wu'], ['chen']]);
    expect(ruleAgainst(one, wu, 'task.transfer', { task: 'gone', to: 'chen' })).toEqual(['task.not-holder']);
  });

  it('is the one in which the person has a place, as holder or as helper, where the event names none', () => {
    const parts = { a: heldBy('wu'), b: heldBy('zheng') };
    expect(holders(caseWith(parts).send(zheng, 'task.transfer', { to: 'chen' }), 'b')).toEqual(['chen']);
    const one = caseWith(parts).send(zheng, 'task.delegate', { to: 'chen' });
    one.send(chen, 'task.resolve', { note: '已核对' });
    expect(one.stored.tasks.b?.set.seats[0]?.status).toBe('active');
  });

  it('is the first one for a person who has a place in none', () => {
    const one = caseWith({ a: heldBy('wu', 'zheng'), b: heldBy('zheng', 'wu') });
    one.send(zhao, 'task.remove-signer', { person: 'wu' });
    expect(one.stored.tasks.a?.set.seats[0]?.status).toBe('removed');
    expect(one.stored.tasks.b?.set.seats[1]?.status).toBe('active');
  });
});

describe('a stand-in', () => {
  const seatOf = (one: SampleCase, index: number): unknown => one.stored.tasks.a?.set.seats[index]?.outcome;

  it('answers their own seat first where they have one', () => {
    const both: Actor = { ...wu, standsInFor: ['zheng'] };
    const one = caseWith({ a: heldBy('wu', 'zheng') }).send(both, 'answer');
    expect(seatOf(one, 0)).toEqual({ by: 'wu', answer: 'answer', favourable: true, at: expect.any(String) });
    expect(seatOf(one, 1)).toBeUndefined();
    expect(seatOf(one.send(zheng, 'answer'), 1)).toMatchObject({ by: 'zheng' });
  });

  it('answers for the first person they stand in for who still has to answer', () => {
    const han: Actor = { ...person('han', 'adviser'), standsInFor: ['gone', 'wu', 'zheng'] };
    const one = caseWith({ a: heldBy('zheng', 'wu') }).send(wu, 'answer');
    expect(seatOf(one.send(han, 'answer'), 0)).toMatchObject({ by: 'han', onBehalfOf: 'zheng' });
  });

  it('answers for nobody who has answered, who holds no seat, or who only helps', () => {
    const standIn = (...standsInFor: string[]): Actor => ({ ...person('han', 'adviser'), standsInFor });
    const one = caseWith({ a: heldBy('wu', 'zheng') })
      .send(wu, 'answer')
      .send(zheng, 'task.delegate', { to: 'chen' });
    for (const holder of ['wu', 'gone', 'chen']) {
      expect(ruleAgainst(one, standIn(holder), 'answer')).toEqual(['task.not-holder']);
    }
  });
});

describe('permissions on a task', () => {
  const parts = { a: heldBy('wu', 'zheng') };
  const leader = person('sun', 'leader');

  it('let organisers add, remove and transfer without a seat of their own', () => {
    for (const organiser of [zhao, qian]) {
      const allowed = (type: string, payload: object): unknown =>
        ruleAgainst(caseWith(parts), organiser, type, payload);
      expect(allowed('task.add-signer', { person: 'chen' })).toBe('accepted');
      expect(allowed('task.remove-signer', { person: 'wu' })).toBe('accepted');
      expect(allowed('task.transfer', { from: 'wu', to: 'chen' })).toBe('accepted');
    }
  });

  it('use the organisers that the task declares instead of the default ones', () => {
    const own = { a: { ...heldBy('wu', 'zheng'), organisers: ['leader'] } } as const;
    const remove = (actor: Actor): unknown => ruleAgainst(caseWith(own), actor, 'task.remove-signer', { person: 'wu' });
    expect([remove(leader), remove(zhao), remove(qian)]).toEqual([
      'accepted',
      ['task.not-holder'],
      ['task.not-holder'],
    ]);
    expect(ruleAgainst(caseWith(parts), leader, 'task.remove-signer', { person: 'wu' })).toEqual(['task.not-holder']);
  });

  it('let organisers do nothing else with it', () => {
    const operations: [string, object][] = [
      ['task.withdraw', {}],
      ['task.resolve', { note: '已核对' }],
      ['task.delegate', { to: 'chen' }],
    ];
    for (const [type, payload] of operations) {
      expect(ruleAgainst(caseWith(parts), zhao, type, payload)).toEqual(['task.not-holder']);
    }
  });

  it('let a holder add and transfer, but not remove', () => {
    const allowed = (type: string, payload: object): unknown => ruleAgainst(caseWith(parts), wu, type, payload);
    expect(allowed('task.add-signer', { person: 'chen' })).toBe('accepted');
    expect(allowed('task.transfer', { to: 'chen' })).toBe('accepted');
    expect(allowed('task.remove-signer', { person: 'zheng' })).toEqual(['task.not-holder']);
  });

  it('let a person without a seat or an organiser’s role do nothing', () => {
    const operations: [string, object][] = [
      ['task.add-signer', { person: 'chen' }],
      ['task.remove-signer', { person: 'wu' }],
      ['task.transfer', { from: 'wu', to: 'chen' }],
      ['task.withdraw', {}],
    ];
    for (const [type, payload] of operations) {
      expect(ruleAgainst(caseWith(parts), chen, type, payload)).toEqual(['task.not-holder']);
      expect(ruleAgainst(caseWith(parts), li, type, payload)).toEqual(['task.not-holder']);
    }
  });

  it('refuse what the task set itself refuses, by a rule that cannot be overridden', () => {
    const result = refused(caseWith(parts).try(wu, { type: 'task.transfer', payload: { to: 'zheng' } }));
    expect([result.kind, result.code]).toEqual(['forbidden', 'event.forbidden']);
    expect(result.refusals).toEqual([
      { rule: 'task.already-in-set', message: expect.any(String), citation: null, overridable: false },
    ]);
  });
});

describe('a new signer of a task', () => {
  it('must have its role, otherwise a rule refuses that cannot be overridden', () => {
    const one = caseWith({ a: heldBy('wu', 'zheng') });
    for (const payload of [{ person: 'li' }, { person: 'nobody' }]) {
      expect(refused(one.try(wu, { type: 'task.add-signer', payload })).refusals).toEqual([
        { rule: 'task.not-eligible', message: expect.any(String), citation: null, overridable: false },
      ]);
    }
  });

  it('cannot be a person who is recused, also in a task that was opened after that', () => {
    const one = new SampleCase(sample).all(
      [li, 'submit'],
      [zhao, 'accept', { advisers: ['wu', 'zheng'] }],
      [wu, 'recuse', { reason: '同案' }],
      [zheng, 'opinion.give', { conclusion: 'legal' }],
      [zhao, 'findings.record'],
      [qian, 'send-back', { comment: '再审' }],
    );
    expect(one.stored.tasks['adviser-opinion']?.set.recused).toEqual([]);
    for (const [type, payload] of [
      ['task.add-signer', { person: 'wu' }],
      ['task.transfer', { to: 'wu' }],
    ] as const) {
      const result = refused(one.try(zheng, { type, payload }));
      expect(result.refusals).toEqual([
        { rule: 'task.recused-newcomer', message: expect.any(String), citation: null, overridable: false },
      ]);
    }
    expect(rulesOf(one.try(wu, { type: 'task.withdraw' }))).toEqual(['separation.recused']);
  });
});
