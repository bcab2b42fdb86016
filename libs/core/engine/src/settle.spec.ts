import { describe, expect, it } from '@jest/globals';
import { clockOf, small } from './check.fixtures.ts';
import { defineWorkflow } from './definition.ts';
import type { Rule, RuleInput } from './rule.ts';
import { SampleCase, envFor, people, person } from './sample-case.fixtures.ts';
import { settleRefusal, type Settlement } from './settle.ts';
import type { Actor, StepClock, Refusal, StoredCase } from './vocabulary.ts';

const { li, zhao, qian } = people;
const on: Settlement = { on: '2023-04-19', note: '已付清' };

const notInFuture: Rule<{ paid?: boolean }> = {
  id: 'settle.future',
  message: '日期不能晚于今天。',
  citation: '测试第一条',
  readsPayload: true,
  holds: ({ event }) => event.payload.on <= event.env.today,
};
const notPaidBefore: Rule<{ paid?: boolean }> = {
  id: 'settle.paid-before',
  message: '已经付清。',
  citation: null,
  holds: ({ context }) => context.paid !== true,
};

const settle = { label: '登记付款', by: ['submitter', 'reviewer'], rules: [notInFuture, notPaidBefore] };
const definition = defineWorkflow(
  small({}, { clocks: { payment: clockOf({ settle }), review: clockOf(), free: clockOf({ settle: ruleless() }) } }),
);

function ruleless(): object {
  return { ...settle, rules: [] };
}

const stored = new SampleCase(definition).stored;

interface Asked {
  readonly key?: string;
  readonly status?: StepClock['status'];
  readonly settlement?: Settlement | null;
  readonly of?: Partial<StoredCase>;
}

function refusalOf(actor: Actor, { key = 'payment', status = 'running', settlement = on, of = {} }: Asked = {}) {
  const clock = { key, label: '第1期付款', status };
  return settleRefusal(definition, { ...stored, ...of }, clock, settlement, envFor(actor));
}

const codes = (refusal: Refusal | null): unknown => refusal && [refusal.kind, refusal.code];
const rules = (refusal: Refusal | null): unknown => refusal?.refusals.map(({ rule }) => rule);

describe('recording that the awaited act of a clock was done', () => {
  it('is allowed to everybody who has one of the roles', () => {
    expect(refusalOf(li)).toBeNull();
    expect(refusalOf(zhao)).toBeNull();
    expect(refusalOf(person('both', 'director', 'reviewer'))).toBeNull();
  });

  it('is forbidden to others, by a rule that cannot be overridden', () => {
    expect(refusalOf(qian)).toEqual({
      ok: false,
      kind: 'forbidden',
      code: 'clock.settle-forbidden',
      message: expect.any(String),
      refusals: [{ rule: 'role.not-entitled', message: expect.any(String), citation: null, overridable: false }],
      issues: [],
    });
  });

  it('is forbidden to anyone who is recused from the case, with the article', () => {
    const refusal = refusalOf(li, { of: { recused: ['zhao', 'li'] } });
    expect(codes(refusal)).toEqual(['forbidden', 'clock.settle-forbidden']);
    expect(refusal?.refusals).toEqual([
      {
        rule: 'separation.recused',
        message: expect.any(String),
        citation: '《中华人民共和国公务员法》第七十六条、第七十七条',
        overridable: false,
      },
    ]);
    expect(refusalOf(li, { of: { recused: ['zhao'] } })).toBeNull();
  });

  it('is possible while the clock runs, also when it is overdue, and not afterwards', () => {
    expect(refusalOf(li, { status: 'overdue' })).toBeNull();
    for (const status of ['met', 'stopped', 'paused'] as const) {
      const refusal = refusalOf(li, { status });
      expect(codes(refusal)).toEqual(['not-possible', 'clock.ended']);
      expect(refusal).toMatchObject({ ok: false, refusals: [], issues: [] });
    }
  });

  it('is refused for a clock that only the events of the case end, or that is not declared', () => {
    for (const key of ['review', 'gone', 'gone.1']) {
      const refusal = refusalOf(li, { key });
      expect(codes(refusal)).toEqual(['unknown-event', 'clock.not-settleable']);
      expect(rules(refusal)).toEqual([]);
    }
  });

  it('of one of several instances follows their common declaration', () => {
    expect(refusalOf(li, { key: 'payment.12' })).toBeNull();
    expect(rules(refusalOf(qian, { key: 'payment.2' }))).toEqual(['role.not-entitled']);
  });

  it('checks the role first, then a recusal, then the clock, and the rules last', () => {
    const settlement = { on: '2023-04-21' };
    const all = { of: { recused: ['li', 'qian'] }, status: 'met', settlement } as const;
    expect(rules(refusalOf(qian, all))).toEqual(['role.not-entitled']);
    expect(rules(refusalOf(li, all))).toEqual(['separation.recused']);
    expect(codes(refusalOf(zhao, all))).toEqual(['not-possible', 'clock.ended']);
    expect(codes(refusalOf(zhao, { settlement }))).toEqual(['rules', 'clock.settle-refused']);
  });
});

describe('the rules of recording it', () => {
  const future = { on: '2023-04-21' };
  const paid = { context: { paid: true } };

  it('are reported all at once, each with its citation', () => {
    const refusal = refusalOf(li, { settlement: future, of: paid });
    expect(codes(refusal)).toEqual(['rules', 'clock.settle-refused']);
    expect(refusal).toMatchObject({ ok: false, issues: [] });
    expect(refusal?.refusals).toEqual([
      { rule: 'settle.future', message: '日期不能晚于今天。', citation: '测试第一条', overridable: false },
      { rule: 'settle.paid-before', message: '已经付清。', citation: null, overridable: false },
    ]);
    expect(refusal?.message).toContain('登记付款');
    expect(refusal?.message).toContain('第1期付款');
  });

  it('are reported only where they fail', () => {
    expect(rules(refusalOf(li, { settlement: future }))).toEqual(['settle.future']);
    expect(rules(refusalOf(li, { of: paid }))).toEqual(['settle.paid-before']);
    expect(refusalOf(li, { key: 'free', settlement: future, of: paid })).toBeNull();
  });

  it('are evaluated in advance unless they read the day', () => {
    expect(refusalOf(li, { settlement: null })).toBeNull();
    expect(rules(refusalOf(li, { settlement: null, of: paid }))).toEqual(['settle.paid-before']);
  });

  it('read the settlement as the payload of an event that completes no task', () => {
    const seen: RuleInput<unknown>[] = [];
    const watching = { ...notPaidBefore, holds: (input: RuleInput<unknown>) => seen.push(input) > 0 };
    const watched = defineWorkflow(
      small({}, { clocks: { payment: clockOf({ settle: { ...settle, rules: [watching] } }) } }),
    );
    const env = envFor(li);
    const clock = { key: 'payment', label: '付款', status: 'running' } as const;
    settleRefusal(watched, { ...stored, recused: ['zhao'], context: { paid: false } }, clock, on, env);
    expect(seen).toEqual([
      {
        context: { paid: false },
        event: { type: 'clock.settled', payload: on, env, seat: null, recused: ['zhao'], overrides: {} },
      },
    ]);
  });
});
