import { officialCalendar } from '@lawgate/calendar';
import type { Actor, Effect, StepEnvironment, Role } from '@lawgate/engine';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson, genesisHash, sm3, verifyChain, type LoadedCase } from '../read/loaded-case.ts';
import { errand } from '../runtime.fixtures.ts';
import { reminderStages } from '../clocks/timer-plan.ts';
import { planCommit, type PlanInput, type WritePlan } from './write-plan.ts';

const definition = errand();
const calendar = officialCalendar();
const actor = (id: string, ...roles: Role[]): Actor => ({ id, name: `${id}某`, roles });
const li = actor('li', 'submitter');
const system = { ...actor('', 'system'), name: '系统' };

const env = (more: Partial<StepEnvironment> = {}): StepEnvironment => ({
  at: '2024-02-08T01:00:00.000Z',
  today: '2024-02-08',
  receiptDay: '2024-02-08',
  actor: li,
  documents: [],
  clocks: {},
  parameters: {},
  people: {},
  ...more,
});

const stored = {
  definitionKey: 'errand',
  definitionVersion: 1,
  rulesetVersion: 1,
  value: 'working',
  context: {},
  status: 'active',
  historyValue: {},
  tasks: {},
  visits: {},
  recused: [],
} as const;

const blank: LoadedCase = {
  id: 'case',
  orgId: 'hill',
  orgPath: '/shan/hill/',
  category: 'errand',
  title: '一件小事',
  state: 'draft',
  stage: '起草',
  status: 'active',
  version: 4,
  stored,
  lastHash: genesisHash,
  createdBy: 'li',
  createdAt: '2024-02-08T00:00:00.000Z',
  updatedAt: '2024-02-08T00:00:00.000Z',
  backDated: false,
  documentCount: 0,
  names: null,
  documents: [],
  tasks: [],
  clocks: [],
  opinions: [],
  numbers: [],
  history: [],
};

let ids = 0;
function plan(
  effects: readonly Effect[],
  more: Partial<Omit<PlanInput, 'env'>> & { env?: Partial<StepEnvironment> } = {},
): WritePlan {
  return planCommit({
    definition,
    before: blank,
    accepted: { next: stored, effects, overridden: [] },
    event: { type: 'finish', payload: {} },
    calendar,
    openingHour: '08:30',
    numbers: [],
    newId: () => `id-${(ids += 1)}`,
    ...more,
    env: env(more.env),
  });
}

const opened = (seat: string, more: Partial<Extract<Effect, { type: 'openTask' }>> = {}): Effect => ({
  type: 'openTask',
  task: 'handle',
  visit: 1,
  seat,
  role: 'reviewer',
  label: '提出审查意见',
  holder: null,
  clock: null,
  ...more,
});
const closed = (seat: string): Effect => ({
  type: 'closeTask',
  task: 'handle',
  visit: 1,
  seat,
  outcome: 'cancelled',
  by: null,
});
const started = (key = 'review', from = '2024-02-08', onDue: string | null = null): Effect => ({
  type: 'startClock',
  clock: { key, label: key, limit: { value: 5, unit: 'workday' } },
  from,
  onDue,
});

describe('history', () => {
  it('also names the holder for whom a stand-in acted, and nobody else', () => {
    const before = plan([opened('a', { holder: 'zhang' })]).after;
    const onBehalfOf = (by: string, standsInFor: string[]): unknown => {
      const done: Effect = { ...closed('a'), type: 'closeTask', outcome: 'done', by } as Effect;
      const actor = { ...env().actor, id: by, standsInFor };
      const { history } = plan([done], { before, env: { actor }, stoodInFor: { zhang: '张三' } });
      return JSON.parse(history.body).onBehalfOf;
    };
    expect(onBehalfOf('li', ['zhao', 'zhang'])).toEqual({ id: 'zhang', name: '张三' });
    expect(onBehalfOf('zhang', ['li'])).toBeUndefined();
    expect(onBehalfOf('li', ['zhao'])).toBeUndefined();
  });

  it('is chained to the row before, and records the actor and the effects', () => {
    const first = plan([started(), opened('a')], { event: { type: 'submit', payload: { 字: '𠮷' } } });
    const body = JSON.parse(first.history.body);
    expect(body).toMatchObject({
      case: 'case',
      seq: 5,
      type: 'submit',
      actor: { id: 'li', name: 'li某' },
      from: 'draft',
      to: 'working',
      payload: { 字: '𠮷' },
      effects: ['startClock:review', 'openTask:handle:a'],
    });
    expect(first.history.body).toBe(canonicalJson(body));
    expect(body).not.toHaveProperty('onBehalfOf');
    const second = plan([], { before: first.after });
    expect(second.history.prevHash).toBe(first.history.hash);
    expect(second.after.history.map(({ hash }) => hash)).toEqual([first.history.hash, second.history.hash]);
    const links = [first, second].map(({ history }, index) => ({ ...history, seq: index + 1 }));
    expect(verifyChain(links, second.after.lastHash)).toEqual({ intact: true });
  });

  it('dates a new case by its first commit, and changes that date no more', () => {
    const at = '2024-02-09T02:00:00.000Z';
    const first = plan([], { before: { ...blank, version: 0, createdAt: '', updatedAt: '' }, env: { at } });
    expect(first.after).toMatchObject({ createdAt: at, updatedAt: at });
    expect(plan([], { env: { at } }).after).toMatchObject({ createdAt: blank.createdAt, updatedAt: at });
  });

  it('has no actor for what the system did', () => {
    const { history } = plan([], { env: { actor: system } });
    expect(history.actor).toBeNull();
    expect(JSON.parse(history.body).actor).toBeNull();
  });
});

describe('tasks', () => {
  it('are opened with an outbox row, and closed with their timers', () => {
    const first = plan([opened('a')]);
    const [task] = first.rows.openTasks ?? [];
    expect(first.rows.outbox).toEqual([
      expect.objectContaining({
        kind: 'task-opened',
        payload: { task: task?.id, role: 'reviewer', label: '提出审查意见', holder: null },
      }),
    ]);
    const second = plan([closed('a')], { before: first.after });
    expect(second.rows.closeTasks).toEqual([{ id: task?.id, outcome: 'cancelled', by: null }]);
    expect(second.rows.cancelTimers).toEqual([task?.id]);
    expect(second.after.tasks).toEqual([]);
  });

  it('leave nothing open when one is opened and closed by the same event', () => {
    const { rows, after } = plan([opened('a'), closed('a')]);
    expect(after.tasks).toEqual([]);
    expect(rows.openTasks ?? []).toEqual([]);
    expect(rows.outbox ?? []).toEqual([]);
  });

  it('close the old row of a seat that is asked again', () => {
    const first = plan([opened('a', { holder: 'zhao' })]);
    const second = plan([opened('a', { holder: 'sun' })], { before: first.after });
    expect(second.rows.closeTasks).toEqual([{ id: first.after.tasks[0]?.id, outcome: 'transferred', by: 'li' }]);
    expect(second.after.tasks.map(({ holder, turn }) => ({ holder, turn }))).toEqual([{ holder: 'sun', turn: 6 }]);
  });

  it('have no person as the closer when the engine asks a seat again', () => {
    const first = plan([opened('a', { holder: 'zhao' })]);
    const second = plan([opened('a', { holder: 'sun' })], { before: first.after, env: { actor: system } });
    expect(second.rows.closeTasks?.[0]?.by).toBeNull();
  });

  it('get their due date and reminders from their clock, wherever in the event it was started', () => {
    const { rows, after } = plan([opened('a', { clock: 'review' }), started()]);
    expect(rows.openTasks?.[0]).toMatchObject({ dueOn: '2024-02-21', provisional: false });
    expect(after.tasks[0]).toMatchObject({ dueOn: '2024-02-21' });
    // The reminder that is sent first; each sets the next one.
    expect(rows.timers?.map(({ kind, stage }) => `${kind} ${stage}`)).toEqual(['reminder T-2']);
  });
});

describe('clocks', () => {
  const running = plan([started('review'), opened('a', { clock: 'review' })]).after;

  it('that are paused remove due date and reminders', () => {
    const { rows, after, dueOn } = plan([{ type: 'pauseClock', key: 'review', reason: '补正' }], { before: running });
    const task = running.tasks[0]?.id;
    expect(rows.dueTasks).toEqual([{ id: task, dueOn: null, provisional: false }]);
    expect(rows.cancelTimers).toEqual([task]);
    expect(rows.timers).toBeUndefined();
    expect(after.tasks[0]?.dueOn).toBeNull();
    expect(dueOn).toBeNull();
  });

  it('that resume set them again, later by the days of the pause', () => {
    const paused = plan([{ type: 'pauseClock', key: 'review', reason: '补正' }], { before: running }).after;
    const { rows } = plan([{ type: 'resumeClock', key: 'review' }], {
      before: paused,
      env: { at: '2024-02-21T01:00:00.000Z', today: '2024-02-21', receiptDay: '2024-02-21' },
    });
    // The day of the pause was day 0, so no day was used: five are left.
    expect(rows.dueTasks?.[0]?.dueOn).toBe('2024-02-28');
    expect(rows.timers?.map(({ stage }) => stage)).toEqual(reminderStages().map(({ stage }) => stage));
  });

  it('that send an event have one timer, which is cancelled with them', () => {
    const first = plan([started('supplement', '2024-02-08', 'supplement.expire')]);
    expect(first.rows.timers).toEqual([
      expect.objectContaining({ kind: 'clock-due', subject: 'clock:supplement:1', fireAt: '2024-02-21T16:00:00.000Z' }),
    ]);
    const second = plan([{ type: 'stopClock', key: 'supplement', outcome: 'met' }], { before: first.after });
    expect(second.rows.cancelTimers).toEqual(['clock:supplement:1']);
    expect(second.rows.timers).toBeUndefined();
  });

  it('that restart are a new run, and the old one stays as it ended', () => {
    const ended = plan([{ type: 'stopClock', key: 'review', outcome: 'met' }], { before: running }).after;
    const again = plan([started('review')], { before: ended });
    expect(again.after.clocks.map(({ run, state }) => `${run} ${state.status}`)).toEqual(['1 met', '2 running']);
    expect(again.rows.clocks).toEqual([expect.objectContaining({ key: 'review', run: 2, status: 'running' })]);
  });

  it('write one row each, however often one event moves them', () => {
    const { rows } = plan([started('review'), { type: 'pauseClock', key: 'review', reason: '补正' }]);
    expect(rows.clocks).toEqual([expect.objectContaining({ run: 1, status: 'paused' })]);
  });

  it('give the case the earliest date of those that run', () => {
    expect(plan([started('b', '2024-02-20'), started('a', '2024-02-08')]).dueOn).toBe('2024-02-21');
  });
});

describe('a back-dated case', () => {
  it('sends no reminders for past days, and still sends events of due dates', () => {
    const { rows } = plan(
      [started('supplement', '2024-02-08', 'supplement.expire'), opened('a', { clock: 'supplement' })],
      {
        before: { ...blank, backDated: true },
      },
    );
    expect(rows.timers?.map(({ kind }) => kind)).toEqual(['clock-due']);
    expect(rows.outbox).toBeUndefined();
    expect(rows.openTasks).toHaveLength(1);
  });
});

describe('papers', () => {
  it('are tied to the chain by the documents that the step read', () => {
    const document = {
      id: 'd',
      kind: 'draft',
      name: '送审稿.docx',
      version: 1,
      size: 1,
      mediaType: '',
      sha256: 'aa',
      sm3: '',
      uploadedBy: 'li',
      uploadedAt: '',
    };
    const documentsOf = (documents: LoadedCase['documents']) =>
      JSON.parse(plan([], { before: { ...blank, documents } }).history.body).documents;
    expect(documentsOf([document])).toEqual({ count: 1, hash: sm3('aa') });
    expect(documentsOf([{ ...document, sha256: 'bb' }])).not.toEqual(documentsOf([document]));
    expect(documentsOf([])).toMatchObject({ count: 0 });
  });

  it('have the numbers in the order in which they were requested', () => {
    const take = (series: string): Effect => ({ type: 'takeNumber', series, purpose: series });
    const { after, history } = plan([take('letter'), take('filing')], { numbers: ['甲〔2024〕1号', '乙〔2024〕1号'] });
    expect(after.numbers.map(({ text, purpose }) => `${purpose} ${text}`)).toEqual([
      'letter 甲〔2024〕1号',
      'filing 乙〔2024〕1号',
    ]);
    expect(JSON.parse(history.body).numbers).toEqual(['甲〔2024〕1号', '乙〔2024〕1号']);
    expect(() => plan([take('letter')])).toThrow('no number was taken');
  });

  it('have the hash of exactly what was signed', () => {
    const opinion = { act: 'adviser', conclusion: 'agree', text: '同意𠮷', points: [], round: 1 } as const;
    const { rows } = plan([{ type: 'recordOpinion', opinion }]);
    const signed = {
      case: 'case',
      by: { id: 'li', name: 'li某' },
      at: '2024-02-08T01:00:00.000Z',
      ...opinion,
      numbers: [],
    };
    expect(rows.opinions?.[0]?.hash).toBe(sm3(canonicalJson(signed)));
  });

  it('give access once, even if a person holds several seats', () => {
    const grant: Effect = { type: 'grantAccess', person: 'wu' };
    expect(plan([grant, grant]).rows.grants).toEqual(['wu']);
  });
});
