import { describe, expect, it } from '@jest/globals';
import { activeSeats, applyTask, mayAct, type TaskOperation, type TaskSet } from './index.ts';
import {
  at,
  yes,
  add,
  remove,
  transfer,
  withdraw,
  recuse,
  delegate,
  resolve,
  standIn,
  all,
  sequence,
  after,
  refusal,
  statuses,
} from './task-set.fixtures.ts';

/** @throws Error when the operation is refused */
function outcomeOf(set: TaskSet, operation: TaskOperation) {
  const outcome = applyTask(set, operation);
  if (!outcome.ok) throw new Error(outcome.rule);
  return outcome;
}
const idsOf = (seats: readonly { readonly id: string }[]): string[] => seats.map(({ id }) => id);

describe('add and remove a signer', () => {
  it('before: takes the turn, and the earlier signer waits', () => {
    const set = after(sequence('zhang', 'li'), add('zhang', 'wang', 'before'));
    expect(statuses(set)).toEqual(['wang:active', 'zhang:waiting', 'li:waiting']);
    expect(set.seats[0]?.id).toBe('3');
  });

  it('after: comes next after the signer who adds', () => {
    expect(statuses(after(sequence('zhang', 'li'), add('zhang', 'wang', 'after')))).toEqual([
      'zhang:active',
      'wang:waiting',
      'li:waiting',
    ]);
    expect(statuses(after(sequence('zhang', 'li'), add('li', 'wang')))).toEqual([
      'zhang:active',
      'li:waiting',
      'wang:waiting',
    ]);
  });

  it('by a person without a place in it counts from the seat in turn, and without any live seat goes last', () => {
    const set = sequence('zhang', 'li');
    expect(statuses(after(set, add('director', 'wang')))).toEqual(['zhang:active', 'wang:waiting', 'li:waiting']);
    expect(statuses(after(set, recuse('zhang'), recuse('li'), add('director', 'wang')))).toEqual([
      'zhang:recused',
      'li:recused',
      'wang:active',
    ]);
  });

  it('gives each new seat an id of its own, whose trail begins with it', () => {
    const set = after(all('zhang'), add('zhang', 'li'), add('zhang', 'wang'));
    expect(set.seats.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(set.seats[2]?.trail.map(({ op }) => op)).toEqual(['add-signer']);
  });

  it('before a delegated seat: the helper waits too and is asked again later', () => {
    const set = after(sequence('zhang'), delegate('zhang', 'li'), add('zhang', 'wang', 'before'));
    expect(statuses(set)).toEqual(['wang:active', 'zhang:waiting']);
    expect(refusal(set, resolve('li'))).toBe('task.not-your-turn');
    expect(statuses(after(set, yes('wang')))).toEqual(['wang:done', 'zhang:delegated']);
  });

  it('refuses a position that has no meaning under the policy', () => {
    expect(refusal(sequence('zhang'), add('zhang', 'li', 'parallel'))).toBe('task.parallel-in-sequence');
    expect(refusal(all('zhang'), add('zhang', 'li', 'before'))).toBe('task.position-needs-sequence');
    expect(statuses(after(all('zhang'), add('zhang', 'li', 'parallel')))).toEqual(['zhang:active', 'li:active']);
  });

  it('refuses a second seat for anybody, also for one who has answered', () => {
    expect(refusal(all('zhang', 'li'), add('zhang', 'li'))).toBe('task.already-in-set');
    expect(refusal(after(all('zhang', 'li'), yes('li')), add('zhang', 'li'))).toBe('task.already-in-set');
  });

  it('never removes the last live seat, nor one who has answered, nor nobody', () => {
    const set = after(all('zhang', 'li'), yes('zhang'));
    expect(refusal(set, remove('li'))).toBe('task.last-seat');
    expect(refusal(set, remove('zhang'))).toBe('task.already-acted');
    expect(refusal(set, remove('wang'))).toBe('task.no-seat');
  });

  it('never blocks because of a removed seat, and the removed person may be added again', () => {
    const set = after(sequence('zhang', 'li'), remove('zhang'));
    expect(statuses(set)).toEqual(['zhang:removed', 'li:active']);
    expect(refusal(set, yes('zhang'))).toBe('task.not-holder');
    expect(mayAct(after(set, add('li', 'zhang', 'before')), 'zhang')).toBe(true);
    expect(after(set, yes('li')).status).toBe('satisfied');
  });
});

describe('transfer', () => {
  it('keeps the seat and its origin, and can come back', () => {
    const outcome = applyTask(all('zhang', 'li'), transfer('zhang', 'wang'));
    if (!outcome.ok) throw new Error(outcome.rule);
    expect(outcome.set.seats[0]).toMatchObject({ id: '1', holder: 'wang', origin: 'zhang', status: 'active' });
    expect(outcome.opened.map((seat) => seat.id)).toEqual(['1']);
    expect(outcome.closed).toEqual([]);
    expect(after(outcome.set, transfer('wang', 'zhang')).seats[0]?.holder).toBe('zhang');
  });

  it('refuses a person who is already in it, who has answered, who has no seat, and oneself', () => {
    const set = after(all('zhang', 'li'), yes('li'));
    expect(refusal(set, transfer('zhang', 'li'))).toBe('task.already-in-set');
    expect(refusal(set, transfer('li', 'wang'))).toBe('task.already-acted');
    expect(refusal(set, transfer('wang', 'zhao'))).toBe('task.no-seat');
    expect(refusal(set, transfer('zhang', 'zhang'))).toBe('task.same-person');
  });

  it('is recorded in the trail, and keeps the helper for the new holder', () => {
    const set = after(all('zhang'), delegate('zhang', 'li'), transfer('zhang', 'wang'));
    expect(set.seats[0]).toMatchObject({ holder: 'wang', delegatedTo: 'li', status: 'delegated' });
    expect(set.seats[0]?.trail.map(({ op, holder }) => [op, holder])).toEqual([
      ['delegate', 'zhang'],
      ['transfer', 'wang'],
    ]);
  });

  it('to the seat’s own stand-in or helper ends that function', () => {
    expect(after(all('zhang'), standIn('zhang', 'li'), transfer('zhang', 'li')).seats[0]?.standIn).toBeUndefined();
    const taken = after(all('zhang'), delegate('zhang', 'li'), transfer('zhang', 'li'));
    expect(statuses(taken)).toEqual(['li:active']);
  });
});

describe('delegate and resolve', () => {
  it('goes to the helper and back to the holder, who then decides', () => {
    const set = after(all('zhang'), delegate('zhang', 'li'));
    expect(set.seats[0]).toMatchObject({ holder: 'zhang', delegatedTo: 'li', status: 'delegated' });
    expect(activeSeats(set)).toEqual([]);
    expect([mayAct(set, 'zhang'), mayAct(set, 'li')]).toEqual([false, true]);
    expect(refusal(set, yes('zhang'))).toBe('task.awaiting-helper');
    expect(refusal(set, yes('li'))).toBe('task.helper-only-resolves');
    expect(refusal(set, resolve('wang'))).toBe('task.not-helper');
    expect(refusal(set, delegate('zhang', 'wang'))).toBe('task.awaiting-helper');
    const back = after(set, resolve('li'));
    expect([mayAct(back, 'zhang'), mayAct(back, 'li')]).toEqual([true, false]);
    expect(back.seats[0]?.trail.map((step) => [step.op, step.by, step.note])).toEqual([
      ['delegate', 'zhang', undefined],
      ['resolve', 'li', '已核对依据'],
    ]);
    expect(after(back, yes('zhang')).status).toBe('satisfied');
  });

  it('opens the seat for the helper, and again for the holder', () => {
    const given = outcomeOf(all('zhang'), delegate('zhang', 'li'));
    expect(idsOf(given.opened)).toEqual(['1']);
    expect(idsOf(outcomeOf(given.set, resolve('li')).opened)).toEqual(['1']);
  });

  it('stays when somebody else is recused', () => {
    const set = after(all('zhang', 'wang'), delegate('zhang', 'li'), recuse('wang'));
    expect(set.seats[0]).toMatchObject({ delegatedTo: 'li', status: 'delegated' });
  });

  it('is allowed only to the holder, in their turn, to another person', () => {
    const set = sequence('zhang', 'li');
    expect(refusal(set, delegate('wang', 'zhao'))).toBe('task.not-holder');
    expect(refusal(set, delegate('li', 'zhao'))).toBe('task.not-your-turn');
    expect(refusal(set, delegate('zhang', 'zhang'))).toBe('task.same-person');
    expect(refusal(set, delegate('zhang', 'li'))).toBe('task.already-in-set');
    expect(refusal(after(set, yes('zhang')), delegate('zhang', 'wang'))).toBe('task.already-completed');
  });
});

describe('stand-in', () => {
  it('keeps both names, even when the stand-in does not say for whom they answer', () => {
    for (const answer of [yes('li', 'zhang'), yes('li')]) {
      const set = after(all('zhang'), standIn('zhang', 'li'), answer);
      expect(set.seats[0]?.outcome).toMatchObject({ by: 'li', onBehalfOf: 'zhang' });
      expect(set.seats[0]?.holder).toBe('zhang');
    }
  });

  it('opens the seat for the stand-in, and for nobody when they are recused', () => {
    const named = outcomeOf(all('zhang'), standIn('zhang', 'li'));
    expect(idsOf(named.opened)).toEqual(['1']);
    expect(idsOf(outcomeOf(named.set, recuse('li')).opened)).toEqual([]);
  });

  it('answers for nobody but the holder of the seat', () => {
    const set = after(all('zhang', 'wang'), standIn('zhang', 'li'));
    expect(refusal(set, yes('li', 'wang'))).toBe('task.not-stand-in');
  });

  it('leaves the holder free to answer in person', () => {
    const set = after(all('zhang', 'wang'), standIn('zhang', 'li'), yes('zhang'));
    expect(set.seats[0]?.outcome).toEqual({ by: 'zhang', answer: 'agree', favourable: true, at });
    expect(refusal(set, yes('li', 'zhang'))).toBe('task.not-stand-in');
  });

  it('does not come back when the holder, who answered in person, withdraws', () => {
    const set = after(all('zhang', 'wang'), standIn('zhang', 'li'), yes('zhang'), add('wang', 'li'), withdraw('zhang'));
    expect(set.seats[0]?.standIn).toBeUndefined();
    expect(set.seats[2]).toMatchObject({ holder: 'li', status: 'active' });
  });

  it('lets only the person who gave the answer withdraw it, and then both may answer again', () => {
    const set = after(all('zhang', 'wang'), standIn('zhang', 'li'), yes('li'));
    expect(refusal(set, withdraw('zhang'))).toBe('task.nothing-to-withdraw');
    const back = after(set, withdraw('li'));
    expect([mayAct(back, 'zhang'), mayAct(back, 'li')]).toEqual([true, true]);
  });

  it('refuses a second answer by holder or stand-in', () => {
    const set = after(all('zhang', 'wang'), standIn('zhang', 'li'), yes('li'));
    expect(refusal(set, yes('zhang'))).toBe('task.already-completed');
    expect(refusal(set, add('wang', 'li'))).toBe('task.already-in-set');
  });

  it('refuses a person who was never registered, and one who has a seat in the set', () => {
    expect(refusal(all('zhang'), yes('li', 'zhang'))).toBe('task.not-stand-in');
    expect(refusal(all('zhang', 'li'), standIn('zhang', 'li'))).toBe('task.already-in-set');
    expect(refusal(all('zhang'), standIn('li', 'wang'))).toBe('task.no-seat');
    expect(refusal(all('zhang'), standIn('zhang', 'zhang'))).toBe('task.same-person');
    expect(refusal(after(all('zhang', 'li'), yes('zhang')), standIn('zhang', 'wang'))).toBe('task.already-acted');
  });
});
