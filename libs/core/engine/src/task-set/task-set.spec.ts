import { describe, expect, it } from '@jest/globals';
import { activeSeats, applyTask, isSatisfied, mayAct, needsSigner, TASK_RULES } from './index.ts';
import type { TaskOperation } from './index.ts';
import {
  at,
  yes,
  no,
  recuse,
  add,
  remove,
  transfer,
  delegate,
  resolve,
  standIn,
  withdraw,
  sendBack,
  all,
  any,
  sequence,
  vote,
  after,
  refusal,
  statuses,
} from './task-set.fixtures.ts';

describe('when a set is satisfied', () => {
  it('all: waits for every seat, and an unfavourable answer is an answer', () => {
    const set = after(all('zhang', 'li'), no('zhang'));
    expect(set.status).toBe('open');
    expect(isSatisfied(after(set, yes('li')))).toBe(true);
  });

  it('any: the first answer cancels the other seats', () => {
    const outcome = applyTask(any('zhang', 'li'), yes('li'));
    if (!outcome.ok) throw new Error(outcome.rule);
    expect(statuses(outcome.set)).toEqual(['zhang:cancelled', 'li:done']);
    expect(outcome.closed.map((seat) => seat.id)).toEqual(['1', '2']);
    expect(outcome.opened).toEqual([]);
  });

  it('vote: two of three pass two thirds, without the third', () => {
    const set = after(vote(2 / 3, 'zhang', 'li', 'wang'), yes('zhang'), yes('li'));
    expect(set.status).toBe('satisfied');
    expect(statuses(set)).toEqual(['zhang:done', 'li:done', 'wang:cancelled']);
  });

  it('vote: fails as soon as the share is out of reach', () => {
    const set = after(vote(2 / 3, 'zhang', 'li', 'wang'), no('zhang'));
    expect(set.status).toBe('open');
    expect(after(set, no('wang')).status).toBe('failed');
  });

  it('vote: removed and recused seats leave the total', () => {
    const set = after(vote(1, 'zhang', 'li', 'wang'), yes('zhang'), remove('li'));
    expect(set.status).toBe('open');
    expect(after(set, recuse('wang')).status).toBe('satisfied');
  });

  it('sequence: one seat at a time, in order', () => {
    const set = sequence('zhang', 'li');
    expect(refusal(set, yes('li'))).toBe('task.not-your-turn');
    const outcome = applyTask(set, yes('zhang'));
    if (!outcome.ok) throw new Error(outcome.rule);
    expect(outcome.opened.map((seat) => seat.holder)).toEqual(['li']);
    expect(outcome.closed.map((seat) => seat.holder)).toEqual(['zhang']);
    expect(after(outcome.set, yes('li')).status).toBe('satisfied');
  });
});

describe('open seats', () => {
  it('are claimed by the first person who answers, at most one by each person', () => {
    const set = after(all(null, null), yes('zhang'));
    expect(set.seats[0]).toMatchObject({ holder: 'zhang', origin: null, status: 'done' });
    expect(refusal(set, yes('zhang'))).toBe('task.already-completed');
    expect(after(set, yes('li')).status).toBe('satisfied');
  });

  it('are not for the recused, even if they never had a seat', () => {
    const set = after(all(null), recuse('zhang'));
    expect(mayAct(set, 'zhang')).toBe(false);
    expect(refusal(set, yes('zhang'))).toBe('task.recused');
    expect(mayAct(set, 'li')).toBe(true);
  });

  it('open again when their claimant withdraws or is recused', () => {
    const claimed = after(all(null, 'li'), yes('zhang'));
    expect(statuses(after(claimed, withdraw('zhang')))).toEqual(['null:active', 'li:active']);
    expect(statuses(after(claimed, recuse('zhang')))).toEqual(['null:active', 'li:active']);
  });

  it('cannot be used by a named signer to answer before their turn', () => {
    expect(refusal(sequence(null, 'li'), yes('li'))).toBe('task.not-your-turn');
  });
});

describe('answering', () => {
  it('refuses a second click with its own rule, also when the first one closed the set', () => {
    expect(refusal(after(all('zhang', 'li'), yes('zhang')), yes('zhang'))).toBe('task.already-completed');
    expect(refusal(after(any('zhang', 'li'), yes('zhang')), yes('zhang'))).toBe('task.already-completed');
    expect(refusal(after(any('zhang', 'li'), yes('zhang')), yes('li'))).toBe('task.set-closed');
  });

  it('refuses a person without a place', () => {
    expect(refusal(all('zhang'), yes('li'))).toBe('task.not-holder');
  });

  it('withdraws only one’s own answer, while the set is open', () => {
    const set = after(sequence('zhang', 'li'), yes('zhang'));
    expect(statuses(after(set, withdraw('zhang')))).toEqual(['zhang:active', 'li:waiting']);
    expect(refusal(set, withdraw('li'))).toBe('task.nothing-to-withdraw');
    expect(refusal(after(set, yes('li')), withdraw('zhang'))).toBe('task.set-closed');
  });
});

describe('recusal', () => {
  it('of the only seat leaves the set open and in need of a signer', () => {
    const set = after(all('zhang'), recuse('zhang'));
    expect(set.status).toBe('open');
    expect(needsSigner(set)).toBe(true);
    expect(activeSeats(set)).toEqual([]);
    expect(after(set, add('director', 'li'), yes('li')).status).toBe('satisfied');
  });

  it('is permanent: no operation brings the person back', () => {
    const set = after(all('zhang', 'li'), recuse('li'));
    for (const back of [add('zhang', 'li'), transfer('zhang', 'li'), delegate('zhang', 'li'), standIn('zhang', 'li')]) {
      expect(refusal(set, back)).toBe('task.recused-newcomer');
    }
    expect(refusal(set, add('li', 'wang'))).toBe('task.recused');
    expect(refusal(set, recuse('li'))).toBe('task.already-recused');
    expect(refusal(after(set, sendBack('restart')), yes('li'))).toBe('task.recused');
  });

  it('removes an answer from the count and keeps it in the trail', () => {
    const set = after(vote(1 / 2, 'zhang', 'li', 'wang'), yes('zhang'), recuse('zhang'), yes('li'));
    expect(set.status).toBe('satisfied');
    expect(set.seats[0]).toMatchObject({ status: 'recused' });
    expect(set.seats[0]?.outcome).toBeUndefined();
    expect(set.seats[0]?.trail[0]?.outcome?.by).toBe('zhang');
    expect(set.seats[0]?.trail[1]?.note).toBe('近亲属');
  });

  it('of a helper or a stand-in gives the seat back to its holder', () => {
    expect(statuses(after(all('zhang'), delegate('zhang', 'li'), recuse('li')))).toEqual(['zhang:active']);
    const answered = after(all('zhang', 'wang'), standIn('zhang', 'li'), yes('li'), recuse('li'));
    expect(statuses(answered)).toEqual(['zhang:active', 'wang:active']);
    expect(answered.seats[0]?.standIn).toBeUndefined();
  });

  it('of the holder removes the stand-in as well', () => {
    const set = after(all('zhang', 'wang'), standIn('zhang', 'li'), recuse('zhang'));
    expect(mayAct(set, 'li')).toBe(false);
  });

  it('does not write its reason into the trail of the next in line', () => {
    const set = after(sequence('zhang', 'li'), recuse('zhang'));
    expect(set.seats[1]?.trail[0]).toEqual({ op: 'recuse', by: 'zhang', at, round: 1, status: 'active', holder: 'li' });
  });
});

describe('send back, cancel, closed sets', () => {
  it('continue: only those who have not answered are asked again', () => {
    const outcome = applyTask(after(all('zhang', 'li'), yes('zhang')), sendBack('continue'));
    if (!outcome.ok) throw new Error(outcome.rule);
    expect(statuses(outcome.set)).toEqual(['zhang:done', 'li:active']);
    expect(outcome.opened.map((seat) => seat.holder)).toEqual(['li']);
    expect(outcome.set.round).toBe(1);
  });

  it('restart: everybody answers again in the next round, the removed and recused do not', () => {
    const set = after(
      sequence('zhang', 'li', 'wang', 'zhao', null),
      remove('wang'),
      recuse('zhao'),
      yes('zhang'),
      yes('li'),
      sendBack('restart'),
    );
    expect(statuses(set)).toEqual(['zhang:active', 'li:waiting', 'wang:removed', 'zhao:recused', 'null:waiting']);
    expect(set.round).toBe(2);
    expect(set.seats[0]?.trail.map((step) => [step.op, step.round])).toEqual([
      ['complete', 1],
      ['send-back', 2],
    ]);
  });

  it('cancel keeps the answers and closes for every operation', () => {
    const set = after(all('zhang', 'li'), yes('zhang'), { op: 'cancel', at });
    expect(statuses(set)).toEqual(['zhang:done', 'li:cancelled']);
    for (const operation of [yes('li'), add('li', 'wang'), recuse('li'), sendBack('restart'), withdraw('zhang')]) {
      expect(refusal(set, operation)).toBe('task.set-closed');
    }
    expect(refusal(set, { op: 'cancel', at })).toBe('task.set-closed');
  });

  it('refuses a blank name', () => {
    expect(refusal(all('zhang'), add('zhang', ' '))).toBe('task.blank-person');
    expect(refusal(all(null), yes(''))).toBe('task.blank-person');
  });

  it.each<TaskOperation>([
    yes('zhang', ' '),
    add(' ', 'li'),
    { ...remove('li'), by: ' ' } as TaskOperation,
    remove(' '),
    { ...transfer('zhang', 'wang'), by: ' ' } as TaskOperation,
    { ...transfer(' ', 'wang'), by: 'zhang' } as TaskOperation,
    transfer('zhang', ' '),
    delegate(' ', 'wang'),
    delegate('zhang', ' '),
    standIn(' ', 'wang'),
    standIn('zhang', ' '),
    recuse(' '),
    resolve(' '),
    withdraw(' '),
    { ...sendBack('restart'), by: ' ' } as TaskOperation,
  ])('refuses the blank name in %j', (operation) => {
    expect(refusal(all('zhang', 'li'), operation)).toBe('task.blank-person');
  });

  it('a closed set needs no signer, and one with a waiting helper needs none either', () => {
    expect(needsSigner(after(all('zhang'), yes('zhang')))).toBe(false);
    expect(needsSigner(after(all('zhang'), { op: 'cancel', at }))).toBe(false);
    expect(needsSigner(after(all('zhang'), delegate('zhang', 'li')))).toBe(false);
  });

  it('the trail of a seat says who did what, and the state of the seat afterwards', () => {
    const set = after(
      all('zhang', 'wang'),
      standIn('zhang', 'li'),
      delegate('zhang', 'zhao'),
      resolve('zhao'),
      yes('li'),
      sendBack('continue'),
      sendBack('restart'),
      { op: 'cancel', at },
    );
    const common = { at, holder: 'zhang', standIn: { for: 'zhang', by: 'li' } };
    const outcome = { by: 'li', onBehalfOf: 'zhang', answer: 'agree', favourable: true, at };
    expect(set.seats[0]?.trail).toEqual([
      { ...common, op: 'stand-in', by: null, round: 1, status: 'active' },
      { ...common, op: 'delegate', by: 'zhang', round: 1, status: 'delegated', delegatedTo: 'zhao' },
      { ...common, op: 'resolve', by: 'zhao', round: 1, status: 'active', note: '已核对依据' },
      { ...common, op: 'complete', by: 'li', round: 1, status: 'done', outcome },
      { ...common, op: 'send-back', by: 'director', round: 2, status: 'active', note: 'restart' },
      { at, op: 'cancel', by: null, round: 2, status: 'cancelled', holder: 'zhang' },
    ]);
    expect(set.seats[1]?.trail.map(({ op, note }) => [op, note])).toEqual([
      ['send-back', 'continue'],
      ['send-back', 'restart'],
      ['cancel', undefined],
    ]);
  });

  it('a set without holders waits for a signer', () => {
    expect(needsSigner(sequence())).toBe(true);
    expect(after(sequence(), add('director', 'zhang'), yes('zhang')).status).toBe('satisfied');
  });

  it('every refusal has a Chinese message', () => {
    expect(applyTask(all('zhang'), yes('li'))).toEqual({
      ok: false,
      rule: 'task.not-holder',
      message: TASK_RULES['task.not-holder'],
    });
    for (const message of Object.values(TASK_RULES)) expect(message).toMatch(/[\u4e00-\u9fff].*。$/);
  });
});
