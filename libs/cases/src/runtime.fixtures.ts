/**
 * A town on a real database, with a small workflow that uses everything the shell must execute: tasks by role and by
 * holder, a clock that pauses, a due date that sends an event, a number, notices, facts and rounds. For the specs of
 * this package and of the features above it.
 */
import { scopeOf, type Principal } from '@lawgate/contracts';
import {
  countedFacts,
  defineWorkflow,
  effect,
  gate,
  not,
  recordFact,
  taskNeedsSigner,
  taskSatisfied,
  update,
  type Definition,
  type DefinitionInput,
  type Role,
} from '@lawgate/engine';
import type pg from 'pg';
import { z } from 'zod';
import { CalendarStore } from './calendar/calendar-store.ts';
import { CaseRuntime, type SendEvent } from './commit/case-runtime.ts';
import { CaseStore, type LostRaceError } from './commit/case-store.ts';
import { SimulatedClock, newId, statementsOn } from '@lawgate/database';
import { DefinitionRegistry } from './definitions/definition-registry.ts';
import type { RecordCase } from './commit/recorded-cases.ts';
import type { LoadedCase, RegisterLine } from './read/loaded-case.ts';
import { PersonDirectory } from './commit/step-environment.ts';
import { RuleSetStore } from './definitions/rule-sets.ts';

export interface ErrandContext {
  drafter: string;
  round: number;
  advisers: string[];
}

const payload = z.strictObject({});
const reason = z.strictObject({ reason: z.string().min(1).max(2000) });

const record = (fact: string, detail: Record<string, unknown> = {}) =>
  recordFact<ErrandContext>(fact, ({ context }) => ({ round: context.round, ...detail }));

const concluded = recordFact<ErrandContext>('concluded', ({ context, event }) => ({
  round: context.round,
  conclusion: event.payload.conclusion,
  urgent: event.payload.urgent ?? false,
  overdue: event.env.clocks.review?.status === 'overdue',
  advisers: context.advisers.length,
}));

const round = z.int();
const plain = z.strictObject({ round });
const errandFacts = {
  received: plain,
  resubmitted: plain,
  accepted: plain,
  supplemented: plain,
  returned: plain,
  withdrawn: plain,
  examined: z.strictObject({ round, problems: z.int() }),
  concluded: z.strictObject(countedFacts.concluded.shape),
  adopted: z.strictObject({ round, adoption: z.string() }),
  filed: z.strictObject({ round, onTime: z.boolean() }),
};

/** The workflow; `key` distinguishes several of them in reports. */
export function errand(key?: string, count?: Definition['count']): Definition {
  return defineWorkflow(errandInput(key, count));
}

export function errandInput(key = 'errand', count = { label: '小事项', unit: '件', order: 1 }): DefinitionInput {
  return {
    key,
    version: 1,
    kind: 'review',
    acts: ['adoption.record'],
    course: ['submit', 'finish', 'sign-off', 'adoption.record'],
    obligations: { done: ['concluded', 'adopted'], returned: ['returned'], withdrawn: ['withdrawn'] },
    facts: errandFacts,
    label: count.label,
    count,
    parameters: {},
    materials: [],
    series: [{ key: 'letter', code: '合审', label: '审查意见书' }],
    fields: z.strictObject({ remark: z.string().max(5000).optional() }),
    fieldExamples: [{}],
    initialContext: ({ drafter, round }) => ({ drafter, round, advisers: [] }),
    clocks: {
      review: { label: '审查期限', citation: '测试', limit: () => ({ value: 5, unit: 'workday' }) },
      supplement: {
        label: '补正期限',
        citation: '测试',
        limit: () => ({ value: 5, unit: 'workday' }),
        pausable: false,
        onDue: 'supplement.expire',
      },
    },
    events: {
      submit: { label: '送审', by: ['submitter'], payload, examples: [{}] },
      note: {
        label: '加注',
        by: ['submitter', 'reviewer'],
        payload: z.strictObject({ text: z.string().min(1).max(5000) }),
        examples: [{ text: '注' }],
      },
      'advisers.assign': {
        label: '指派法律顾问',
        by: ['reviewer'],
        payload: z.strictObject({ advisers: z.array(z.string().min(1)).min(1).max(5) }),
        examples: [{ advisers: ['wu', 'zheng'] }],
        people: (given: { advisers: string[] }) => given.advisers,
      },
      'opinion.give': {
        label: '出具意见',
        by: ['adviser'],
        payload,
        examples: [{}],
        answer: () => ({ answer: '同意', favourable: true }),
      },
      recuse: {
        label: '回避',
        by: ['adviser', 'reviewer'],
        payload: reason,
        examples: [{ reason: '近亲属' }],
        operation: 'recuse',
      },
      finish: { label: '提出意见', by: ['reviewer'], payload, examples: [{}] },
      return: { label: '退回', by: ['reviewer'], payload: reason, examples: [{ reason: '不属于范围' }] },
      withdraw: { label: '撤回', by: ['submitter'], payload, examples: [{}] },
      'supplement.request': { label: '要求补正', by: ['reviewer'], payload, examples: [{}] },
      'supplement.provide': { label: '提交补正', by: ['submitter'], payload, examples: [{}] },
      'supplement.expire': { label: '补正逾期', by: ['system'], payload, examples: [{}] },
      'sign-off': {
        label: '审签',
        by: ['director'],
        payload: z.strictObject({ conclusion: z.enum(['agree', 'revise']), urgent: z.boolean().optional() }),
        examples: [{ conclusion: 'agree' }, { conclusion: 'revise' }],
      },
      'adoption.record': {
        label: '反馈',
        by: ['submitter'],
        payload: z.strictObject({ adoption: z.enum(['full', 'partial', 'none']) }),
        examples: [{ adoption: 'full' }],
      },
    },
    machine: {
      initial: 'draft',
      states: {
        draft: {
          meta: { stage: '起草', task: drafterTask('draft', '提交送审', ['submit']) },
          on: { note: {}, submit: { target: 'working', actions: [record('received')] } },
        },
        working: {
          meta: {
            stage: '办理',
            clocks: { review: 'run', supplement: 'stop' },
            task: {
              key: 'handle',
              role: 'reviewer',
              label: '提出审查意见',
              completes: ['finish', 'advisers.assign', 'supplement.request', 'return', 'recuse'],
              clock: 'review',
            },
          },
          on: {
            note: {},
            finish: { target: 'signing', actions: [record('accepted'), record('examined', { problems: 2 })] },
            'advisers.assign': {
              target: 'advising',
              actions: [update<ErrandContext>(({ event }) => ({ advisers: event.payload.advisers }))],
            },
            'supplement.request': {
              target: 'waiting',
              actions: [record('supplemented'), notifyDrafter('需要补正材料。')],
            },
            return: { target: 'returned', actions: [record('returned')] },
            recuse: {},
            withdraw: { target: 'withdrawn', actions: [record('withdrawn')] },
          },
        },
        advising: {
          meta: {
            stage: '法律顾问意见',
            task: {
              key: 'opinion',
              role: 'adviser',
              label: '出具法律顾问意见',
              policy: { kind: 'all' },
              completes: ['opinion.give', 'recuse'],
              clock: 'review',
              holders: ({ advisers }: ErrandContext) => advisers,
            },
          },
          on: {
            'opinion.give': [
              { guard: gate({ when: taskSatisfied }), target: 'working' },
              { guard: gate({ when: not(taskSatisfied) }) },
            ],
            recuse: [
              { guard: gate({ when: taskNeedsSigner }), target: 'working', actions: [notifyReviewers('请另行指派。')] },
              { guard: gate({ when: not(taskNeedsSigner) }) },
            ],
            'task.settled': 'working',
            'task.unmanned': 'working',
          },
        },
        waiting: {
          meta: {
            stage: '待补正',
            clocks: { review: 'pause', supplement: 'run' },
            task: { ...drafterTask('supplement', '补正材料', ['supplement.provide']), clock: 'supplement' },
          },
          on: {
            'supplement.provide': 'working',
            'supplement.expire': { target: 'returned', actions: [record('returned')] },
          },
        },
        signing: {
          meta: {
            stage: '审签',
            task: { key: 'sign', role: 'director', label: '审签', completes: ['sign-off'], clock: 'review' },
          },
          on: {
            'sign-off': {
              target: 'answering',
              actions: [
                effect<ErrandContext>({ type: 'takeNumber', series: 'letter', purpose: '审查意见书' }),
                concluded,
                notifyDrafter('已审结。'),
              ],
            },
          },
        },
        answering: {
          meta: {
            stage: '反馈采纳情况',
            clocks: { review: 'stop' },
            task: drafterTask('answer', '反馈采纳情况', ['adoption.record', 'submit']),
          },
          on: {
            'adoption.record': {
              target: 'done',
              actions: [
                recordFact<ErrandContext>('adopted', ({ context, event }) => ({
                  round: context.round,
                  adoption: event.payload.adoption,
                })),
                record('filed', { onTime: true }),
              ],
            },
            submit: {
              target: 'working',
              actions: [update<ErrandContext>(({ context }) => ({ round: context.round + 1 })), record('resubmitted')],
            },
          },
        },
        done: { type: 'final', meta: { stage: '已归档' } },
        returned: { type: 'final', meta: { stage: '已退回', clocks: { review: 'drop', supplement: 'drop' } } },
        withdrawn: { type: 'final', meta: { stage: '已撤回', clocks: { review: 'drop' } } },
      },
    },
  };
}

function drafterTask(key: string, label: string, completes: string[]) {
  const role: Role = 'submitter';
  return { key, role, label, completes, holders: ({ drafter }: ErrandContext) => [drafter] };
}

function notifyDrafter(text: string) {
  return effect<ErrandContext>(({ context }) => ({
    type: 'notify',
    to: [{ kind: 'person', id: context.drafter }],
    notice: 'told',
    text,
  }));
}

function notifyReviewers(text: string) {
  return effect<ErrandContext>({ type: 'notify', to: [{ kind: 'role', role: 'reviewer' }], notice: 'told', text });
}

/** A line of a register of 2023. */
export const registerLine: RegisterLine = {
  title: '一件旧事',
  file: { name: '台账2023.xlsx', sha256: '0'.repeat(64), sheet: '2023年' },
  line: 3,
  said: [
    { heading: '名称', text: '一件旧事' },
    { heading: '办结时间', text: '2023.2.9' },
  ],
  record: {
    unit: null,
    receivedOn: '2023-02-06',
    acceptedOn: null,
    reviewer: null,
    adviser: null,
    conclusion: null,
    number: null,
    concludedOn: '2023-02-09',
    filedOn: null,
    status: null,
    note: null,
  },
};

export interface Pools {
  readonly appPool: pg.Pool;
  readonly workerPool: pg.Pool;
  readonly ownerPool: pg.Pool;
}

const hill = { id: newId(), code: 'hill', path: '/shan/hill/', kind: 'town', name: '山前镇' };
const lake = { id: newId(), code: 'lake', path: '/shan/lake/', kind: 'town', name: '湖畔镇' };
const shan = { id: newId(), code: 'shan', path: '/shan/', kind: 'county', name: '某县' };
export const organisations = { shan, hill, lake };

function principal(username: string, org: typeof shan, ...roles: Role[]): Principal {
  return {
    id: newId(),
    name: `${username}某`,
    username,
    orgId: org.id,
    orgName: org.name,
    orgPath: org.path,
    roles,
    qualifications: [],
    scope: scopeOf(roles),
  };
}

/** All people of the fixture: the town `hill`, the neighbouring town `lake`, and the county above both. */
export const people = {
  li: principal('li', hill, 'submitter'),
  zhao: principal('zhao', hill, 'reviewer'),
  sun: principal('sun', hill, 'reviewer'),
  qian: principal('qian', hill, 'director'),
  wu: principal('wu', hill, 'adviser'),
  zheng: principal('zheng', hill, 'adviser'),
  admin: principal('admin', hill, 'administrator'),
  auditor: principal('auditor', hill, 'auditor'),
  feng: principal('feng', lake, 'submitter'),
  lakeAdmin: principal('lake-admin', lake, 'administrator'),
  lakeAuditor: principal('lake-auditor', lake, 'auditor'),
  chen: principal('chen', lake, 'reviewer'),
  chu: principal('chu', lake, 'director'),
  county: principal('county', shan, 'leader'),
  countyAdmin: principal('county-admin', shan, 'administrator'),
} as const;

export interface Town {
  readonly clock: SimulatedClock;
  readonly calendars: CalendarStore;
  readonly definitions: DefinitionRegistry;
  readonly directory: PersonDirectory;
  /** Uses the database role `lawgate_app`. */
  readonly runtime: CaseRuntime;
  /** Uses the database role `lawgate_worker`, for deliveries. */
  readonly workerRuntime: CaseRuntime;
  /** A new draft case created by `li`, or by the given person. */
  draft(by?: Principal, category?: string, title?: string): Promise<LoadedCase>;
  send(by: Principal, caseId: string, type: string, payload?: unknown, more?: Partial<SendEvent>): Promise<LoadedCase>;
  /** A case that was taken over from a register by this reviewer. */
  recorded(by?: Principal, more?: Partial<RecordCase>): Promise<LoadedCase>;
  /** A case that was submitted. */
  submitted(by?: Principal, category?: string): Promise<LoadedCase>;
}

/** Fills an empty migrated database with the organisations and people, and opens runtimes on it. */
export async function openTown(
  pools: Pools,
  options: { at?: string; definitions?: readonly Definition[] } = {},
): Promise<Town> {
  await settle(pools.ownerPool);
  const clock = new SimulatedClock(new Date(options.at ?? '2024-02-08T01:00:00Z'));
  const definitions = new DefinitionRegistry(options.definitions ?? [errand()]);
  const calendars = new CalendarStore(pools.appPool);
  const directory = new PersonDirectory(pools.appPool);
  const runtimeOn = (pool: pg.Pool): CaseRuntime => runtimeOf({ definitions, calendars, clock }, pool);
  const runtime = runtimeOn(pools.appPool);
  const whole = (after: LoadedCase): LoadedCase => after;
  const town: Town = {
    clock,
    calendars,
    definitions,
    directory,
    runtime,
    workerRuntime: runtimeOn(pools.workerPool),
    draft: async (by = people.li, category = definitions.all()[0]?.key ?? '', title = '一件小事') =>
      (await runtime.create(by, { category, title, fields: {} }, whole)).body,
    send: async (by, caseId, type, sent = {}, more = {}) =>
      (await runtime.send(by, { caseId, event: { type, payload: sent }, ...more }, whole)).body,
    recorded: async (by = people.zhao, more = {}) =>
      runtime.recorded.record(by, {
        id: newId(),
        definition: definitions.all()[0] as Definition,
        title: '一件旧事',
        fields: {},
        line: registerLine,
        facts: [],
        number: null,
        ...more,
      }),
    submitted: async (by = people.li, category) => {
      const { id } = await town.draft(by, category);
      return town.send(by, id, 'submit');
    },
  };
  return town;
}

/** A second runtime with empty caches, as in another process. */
export function anotherRuntime(town: Town, pool: pg.Pool): CaseRuntime {
  return runtimeOf(town, pool);
}

function runtimeOf(town: Pick<Town, 'definitions' | 'calendars' | 'clock'>, pool: pg.Pool): CaseRuntime {
  return new CaseRuntime(
    new CaseStore(statementsOn(pool)),
    town.definitions,
    town.calendars,
    new PersonDirectory(pool),
    town.clock,
    undefined,
    undefined,
    new RuleSetStore(pool),
  );
}

async function settle(owner: pg.Pool): Promise<void> {
  for (const { id, kind, code, name, path } of [shan, hill, lake]) {
    await owner.query(
      'insert into organisation (id, parent_id, kind, code, name, path) values ($1, $2, $3, $4, $5, $6)',
      [id, kind === 'county' ? null : shan.id, kind, code, name, path],
    );
  }
  for (const person of Object.values(people)) {
    await owner.query(
      `insert into person (id, org_id, org_path, username, name, password_hash, roles, created_at)
       values ($1, $2, $3, $4, $5, '', $6, '2024-01-01T00:00:00Z')`,
      [person.id, person.orgId, person.orgPath, person.username, person.name, person.roles],
    );
  }
}

/** Runs `work` while every commit loses its race. @returns its result and the number of attempts */
export async function whileLosing<T>(
  error: LostRaceError,
  work: () => Promise<T>,
): Promise<[result: T, tries: number]> {
  const { commit } = CaseStore.prototype;
  let tries = 0;
  CaseStore.prototype.commit = () => {
    tries += 1;
    return Promise.reject(error);
  };
  try {
    return [await work(), tries];
  } finally {
    CaseStore.prototype.commit = commit;
  }
}
