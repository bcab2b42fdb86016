/** Rows of commits for clocks that run independently of the steps of their case. */
import { describe, expect, it } from '@jest/globals';
import { officialCalendar, startClock, type ClockSpec } from '@lawgate/calendar';
import { defineWorkflow, type Definition, type StepEnvironment } from '@lawgate/engine';
import { z } from 'zod';
import { genesisHash, type HistoryBody, type LoadedCase, type LoadedClock } from '../read/loaded-case.ts';
import { lapse, lapseNotice, settle } from './kept-clocks.ts';
import { planCommit, type PlanInput } from '../commit/write-plan.ts';

const calendar = officialCalendar();
const empty = z.strictObject({});
const definition: Definition = defineWorkflow({
  key: 'kept',
  version: 1,
  kind: 'review',
  acts: [],
  course: [],
  obligations: { closed: [] },
  facts: {},
  label: '小约定',
  count: { label: '小约定', unit: '件', order: 1 },
  parameters: {},
  materials: [],
  series: [],
  fields: empty,
  fieldExamples: [{}],
  initialContext: () => ({}),
  clocks: {
    validity: {
      label: '有效期',
      citation: '测试',
      until: () => '2026-08-31',
      keeps: true,
      atEnd: 'lapse',
      remind: { to: ['drafter', 'reviewer'], advice: '请组织评估。' },
    },
    payment: {
      label: '付款',
      citation: '测试',
      instances: () => [{ until: '2026-06-26', label: '第1期付款' }],
      keeps: true,
      remind: { to: ['drafter'], advice: '请付款后登记。' },
      settle: { label: '登记付款', by: ['submitter'], rules: [] },
    },
  },
  events: {},
  machine: { initial: 'closed', states: { closed: { type: 'final', meta: { stage: '已归档' } } } },
});

function running(spec: Partial<ClockSpec> & { key: string; until: string }, onDue: string | null = null): LoadedClock {
  const state = startClock(calendar, { label: spec.key, limit: { value: 100, unit: 'day' }, ...spec }, '2026-03-18');
  return { run: 1, onDue, state };
}
const validity = running({ key: 'validity', label: '有效期', until: '2026-08-31', atEnd: 'lapse' }, 'clock.lapsed');
const payment = running({ key: 'payment.1', label: '第1期付款', until: '2026-06-26' });

const loaded: LoadedCase = {
  id: '0190f3c2-8d1e-7aaa-8000-000000000001',
  orgId: 'org',
  orgPath: '/org/',
  category: 'kept',
  title: '小约定',
  state: 'closed',
  stage: '已归档',
  status: 'done',
  version: 7,
  stored: {
    definitionKey: 'kept',
    definitionVersion: 1,
    rulesetVersion: 1,
    value: 'closed',
    context: {},
    status: 'done',
    historyValue: {},
    tasks: {},
    visits: {},
    recused: [],
  },
  lastHash: genesisHash,
  createdBy: 'li',
  createdAt: '',
  updatedAt: '',
  backDated: false,
  documentCount: 0,
  names: { li: '李某' },
  documents: [],
  tasks: [],
  clocks: [validity, payment],
  opinions: [],
  numbers: [],
  history: [],
};

function env(actor: StepEnvironment['actor']): StepEnvironment {
  const on = '2026-06-17';
  return {
    at: `${on}T02:00:00Z`,
    today: on,
    receiptDay: on,
    actor,
    documents: [],
    clocks: {},
    parameters: {},
    people: {},
  };
}

let ids = 0;
function planned(more: Partial<PlanInput>) {
  return planCommit({
    definition,
    before: loaded,
    accepted: { next: loaded.stored, effects: [], overridden: [] },
    event: { type: 'test', payload: {} },
    env: env({ id: 'li', name: '李某', roles: ['submitter'] }),
    calendar,
    openingHour: '08:30',
    numbers: [],
    newId: () => `id-${(ids += 1)}`,
    ...more,
  });
}
const bodyOf = (plan: ReturnType<typeof planned>) => JSON.parse(plan.history.body) as HistoryBody;

describe('a clock that lapses', () => {
  it('lapses after its last day and not before, and only once', () => {
    expect(lapse(calendar, validity, '2026-08-31')).toBeNull();
    const ended = lapse(calendar, validity, '2026-09-03');
    expect(ended).toMatchObject({
      clock: { state: { status: 'stopped', endedOn: '2026-08-31' } },
      event: { type: 'clock.lapsed', payload: { clock: 'validity', label: '有效期', lastDay: '2026-08-31' } },
    });
    expect(ended && lapse(calendar, ended.clock, '2026-09-04')).toBeNull();
    expect(lapse(calendar, payment, '2026-09-03')).toBeNull();
  });

  it('is reported to the people who were reminded, unless the case is back-dated and the end is in the past', () => {
    const ended = lapse(calendar, validity, '2026-09-01');
    if (ended === null) throw new Error('it did not lapse');
    const notice = lapseNotice(definition, loaded, ended);
    expect(notice).toMatchObject({
      to: [
        { kind: 'person', id: 'li' },
        { kind: 'role', role: 'reviewer' },
      ],
      text: '期限届满：有效期已于2026-08-31届满。请组织评估。',
    });
    const accepted = { next: loaded.stored, effects: [notice], overridden: [] };
    const outboxOf = (backDated: boolean, notifies?: boolean) =>
      planned({
        before: { ...loaded, backDated },
        accepted,
        ended: [ended.clock],
        ...(notifies === undefined ? {} : { notifies }),
      }).rows.outbox ?? [];
    expect([outboxOf(false), outboxOf(true), outboxOf(true, true)].map(({ length }) => length)).toEqual([1, 0, 1]);
  });
});

describe('a clock that is settled', () => {
  const ended = settle(calendar, payment, { on: '2026-06-17', note: '转账' });

  it('is written as met on that day, and its timers are cancelled', () => {
    const plan = planned({ event: ended.event, ended: [ended.clock] });
    expect(plan.rows.clocks).toMatchObject([{ key: 'payment.1', status: 'met', state: { endedOn: '2026-06-17' } }]);
    expect(plan.rows.cancelTimers).toEqual(['clock:payment.1:1']);
    expect(plan.rows).not.toHaveProperty('timers');
    expect(plan.after).toMatchObject({ status: 'done', state: 'closed', version: 8 });
    expect(bodyOf(plan)).toMatchObject({
      type: 'clock.settled',
      payload: { clock: 'payment.1', label: '第1期付款', on: '2026-06-17', note: '转账' },
      effects: ['stopClock:payment.1'],
    });
    expect(bodyOf(plan)).not.toHaveProperty('onBehalfOf');
  });

  it('by a stand-in of the drafter records both names', () => {
    const standIn = { id: 'wang', name: '王某', roles: ['submitter' as const], standsInFor: ['li'] };
    const plan = planned({
      event: ended.event,
      ended: [ended.clock],
      env: env(standIn),
      stoodInFor: { li: '李某' },
    });
    expect(bodyOf(plan)).toMatchObject({ actor: { id: 'wang' }, onBehalfOf: { id: 'li', name: '李某' } });
  });
});

it('a clock that runs after the case does not set the due date of the case', () => {
  expect(planned({}).dueOn).toBeNull();
});
