import { describe, expect, it } from '@jest/globals';
import { factsNamed, small } from './check.fixtures.ts';
import { defineWorkflow } from './definition.ts';
import { SampleCase, people } from './sample-case.fixtures.ts';
import {
  receive,
  received,
  receivedTypes,
  heldBy,
  partsEvents,
  regionsOf,
  withParts,
  type Parts,
} from './task-parts.fixtures.ts';
import { stateName } from './machine.ts';
import type { SeatState } from './vocabulary.ts';

const { zhao, wu, zheng, chen } = people;
const caseWith = (parts: Parts): SampleCase => new SampleCase(withParts(parts));
const seat = (task: string, state: Partial<SeatState> = {}): SeatState => ({
  task,
  satisfied: false,
  failed: false,
  needsSigner: false,
  ...state,
});
const holdersOf = (one: SampleCase, task: string): unknown =>
  one.stored.tasks[task]?.set.seats.map(({ holder, status }) => [holder, status]);

describe('what the machine receives for a task', () => {
  it('is the event with the task that it completes, and its state', () => {
    const one = caseWith({ a: heldBy('wu', 'zheng'), b: heldBy('chen') });
    expect(received(one.send(wu, 'answer'))).toEqual([['answer', seat('a')]]);
    expect(received(one.send(zheng, 'answer'))).toEqual([['answer', seat('a', { satisfied: true })]]);
  });

  it('is the event alone where it completes none', () => {
    const one = caseWith({ a: { ...heldBy('wu'), completes: ['refuse'] } });
    expect(received(one.send(zheng, 'answer'))).toEqual([['answer', null]]);
    expect(one.effects).toHaveLength(1);
  });

  it('is the failure of a vote', () => {
    const one = caseWith({ a: { ...heldBy('wu', 'zheng'), policy: { kind: 'vote', ratio: 1 } } });
    expect(received(one.send(wu, 'refuse'))).toEqual([['refuse', seat('a', { failed: true })]]);
  });

  it('is task.settled when a removal or a recusal makes a vote fail', () => {
    const vote = { a: { ...heldBy('wu', 'zheng', 'chen'), policy: { kind: 'vote', ratio: 2 / 3 } } } as const;
    const failed = seat('a', { failed: true });
    const one = caseWith(vote).send(wu, 'refuse');
    expect(received(one)).toEqual([['refuse', seat('a')]]);
    expect(received(one.send(zhao, 'task.remove-signer', { person: 'zheng' }))).toEqual([['task.settled', failed]]);
    const other = caseWith(vote).send(wu, 'refuse').send(zheng, 'leave', {});
    expect(received(other)).toEqual([
      ['leave', null],
      ['task.settled', failed],
    ]);
  });

  it('is the operation itself, where the task is neither settled nor without signers', () => {
    const one = caseWith({ a: heldBy('wu', 'zheng') }).send(wu, 'answer');
    expect(received(one.send(wu, 'task.withdraw'))).toEqual([['task.withdrawn', seat('a')]]);
    expect(received(one.send(wu, 'task.transfer', { to: 'chen' }))).toEqual([['task.transfer', seat('a')]]);
    expect(received(one.send(chen, 'task.delegate', { to: 'wu' }))).toEqual([['task.delegate', seat('a')]]);
    expect(received(one.send(wu, 'task.resolve', { note: '已核对' }))).toEqual([['task.resolve', seat('a')]]);
  });
});

describe('what is stored of an answer or an operation', () => {
  it('is the type of the event, as a yes, where the event declares no answer', () => {
    const one = caseWith({ a: heldBy('wu', 'zheng') })
      .send(wu, 'answer')
      .send(zheng, 'refuse');
    const outcomes = one.stored.tasks.a?.set.seats.map(({ outcome }) => outcome);
    expect(outcomes).toMatchObject([
      { by: 'wu', answer: 'answer', favourable: true },
      { by: 'zheng', answer: 'no', favourable: false },
    ]);
  });

  it('is the report of a helper and the reason of a recusal', () => {
    const one = caseWith({ a: heldBy('wu', 'zheng') }).send(wu, 'task.delegate', { to: 'chen' });
    one.send(chen, 'task.resolve', { note: '已核对依据' });
    expect(one.stored.tasks.a?.set.seats[0]?.trail.at(-1)).toMatchObject({ op: 'resolve', note: '已核对依据' });
    one.send(wu, 'leave', { reason: '近亲属关系' }).send(zheng, 'leave', {});
    expect(one.stored.tasks.a?.set.recused).toMatchObject([
      { person: 'wu', reason: '近亲属关系' },
      { person: 'zheng', reason: '' },
    ]);
    expect(one.stored.recused).toEqual(['wu', 'zheng']);
  });

  it('is the position of an added signer where the signers sign in sequence', () => {
    const sequence = { a: { ...heldBy('wu', 'zheng'), policy: { kind: 'sequence' } } } as const;
    const added = (payload: object): unknown =>
      holdersOf(caseWith(sequence).send(wu, 'task.add-signer', { person: 'chen', ...payload }), 'a');
    expect(added({ position: 'before' })).toEqual([
      ['chen', 'active'],
      ['wu', 'waiting'],
      ['zheng', 'waiting'],
    ]);
    for (const payload of [{}, { position: 'after' }]) {
      expect(added(payload)).toEqual([
        ['wu', 'active'],
        ['chen', 'waiting'],
        ['zheng', 'waiting'],
      ]);
    }
  });
});

describe('whose access ends with an operation', () => {
  const revoked = ({ effects }: SampleCase): unknown =>
    effects.flatMap((one) => (one.type === 'revokeAccess' ? [one.person] : []));

  it('is that of the person who lost their last seat, helpers of others left alone', () => {
    const one = caseWith({ a: heldBy('wu', 'zheng') }).send(zheng, 'task.delegate', { to: 'chen' });
    expect(revoked(one.send(zhao, 'task.remove-signer', { person: 'wu' }))).toStrictEqual(['wu']);
  });

  it('is nobody’s while the person has another task', () => {
    const one = caseWith({ a: heldBy('wu'), b: heldBy('wu') });
    expect(revoked(one.send(wu, 'task.transfer', { task: 'a', to: 'chen' }))).toEqual([]);
    expect(revoked(one.send(wu, 'task.transfer', { task: 'b', to: 'zheng' }))).toEqual(['wu']);
  });
});

describe('a recusal', () => {
  it('is passed to its own task by the event, and to others by task.unmanned when they lose their last signer', () => {
    const one = caseWith({
      other: heldBy('wu'),
      own: { ...heldBy('wu'), completes: ['answer', 'leave'] },
      shared: heldBy('wu', 'zheng'),
      foreign: heldBy('zheng'),
      empty: heldBy(),
    }).send(wu, 'leave', { reason: '因' });
    expect(received(one)).toEqual([
      ['leave', seat('own', { needsSigner: true })],
      ['task.unmanned', seat('other', { needsSigner: true })],
    ]);
    expect(holdersOf(one, 'shared')).toEqual([
      ['wu', 'recused'],
      ['zheng', 'active'],
    ]);
    expect(one.effects).toContainEqual({ type: 'revokeAccess', person: 'wu', reason: '回避' });
  });

  it('of a person without a task changes nothing', () => {
    const one = caseWith({ a: heldBy('zheng') }).send(wu, 'leave', { reason: '因' });
    expect(received(one)).toEqual([['leave', null]]);
    expect(one.stored.recused).toEqual(['wu']);
  });

  it('does not change a task that is already settled', () => {
    const one = caseWith({ a: heldBy('wu'), b: heldBy('wu', 'zheng') }).send(wu, 'answer');
    const { a } = one.stored.tasks;
    expect(a?.set.status).toBe('satisfied');
    one.send(wu, 'leave', { reason: '因' });
    expect(one.stored.tasks.a).toEqual(a);
    expect(received(one)).toEqual([['leave', null]]);
  });

  it('that settles two tasks notifies only the first when that leaves the state', () => {
    const parts = { a: heldBy('wu', 'zheng'), b: heldBy('wu', 'zheng') };
    const afterUnmanned = (target: object): SampleCase => {
      const on = { answer: {}, leave: {}, 'task.settled': { ...target, actions: receive } };
      const after = { meta: { stage: '续办' }, on: { 'task.settled': { actions: receive }, refuse: 'end' } };
      const states = { both: regionsOf(parts, on), after, end: { type: 'final' } };
      const definition = defineWorkflow(
        small({}, { facts: factsNamed(...receivedTypes), events: partsEvents, machine: { initial: 'both', states } }),
      );
      return new SampleCase(definition).send(wu, 'answer').send(wu, 'answer').send(zheng, 'leave', {});
    };
    const left = afterUnmanned({ target: 'after' });
    expect([stateName(left.stored.value), received(left)]).toEqual([
      'after',
      [['task.settled', seat('a', { satisfied: true })]],
    ]);
    expect(left.stored.tasks).toEqual({});
    const again = afterUnmanned({ target: 'both', reenter: true });
    expect(received(again)).toEqual([['task.settled', seat('a', { satisfied: true })]]);
    expect(again.stored.visits).toEqual({ a: 2, b: 2 });
    expect(holdersOf(again, 'b')).toEqual([['wu', 'active']]);
  });

  it('that settles two tasks notifies both while the case stays, with the effects of each', () => {
    const one = caseWith({ a: heldBy('wu', 'zheng'), b: heldBy('wu', 'zheng') });
    one.send(wu, 'answer').send(wu, 'answer').send(zheng, 'leave', {});
    expect(received(one)).toEqual([
      ['leave', null],
      ['task.settled', seat('a', { satisfied: true })],
      ['task.settled', seat('b', { satisfied: true })],
    ]);
  });
});
