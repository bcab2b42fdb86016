/** Several cases that are open today, each in another stage, and a few in the second town. */
import { addWorkingDays, civilDateOf, instantOf, type Calendar } from '@lawgate/calendar';
import type { Principal } from '@lawgate/contracts';
import type { Definition } from '@lawgate/engine';
import type { CaseRuntime } from '@lawgate/cases';
import type { SimulatedClock } from '@lawgate/database';

type Who = 'clerk' | 'intake' | 'adviser' | 'adviser2' | 'director';

interface OpenCase {
  readonly category: string;
  readonly title: string;
  readonly unit: string;
  readonly fields?: Record<string, unknown>;
  /** Events with the working days before today on which they happen. */
  readonly events: readonly (readonly [
    workingDaysAgo: number,
    by: Who,
    type: string,
    payload?: Record<string, unknown>,
  ])[];
}

const submit = { vouched: true };

export const openCases: readonly OpenCase[] = [
  { category: 'contract', title: '镇区垃圾分类设施采购合同', unit: '乡村建设办', events: [] },
  {
    category: 'normative-document',
    title: '镇区犬只管理规定',
    unit: '综合执法办',
    events: [[1, 'clerk', 'submit', submit]],
  },
  {
    category: 'contract',
    title: '文化广场改造工程施工合同',
    unit: '社会事务办',
    events: [
      [5, 'clerk', 'submit', submit],
      [4, 'intake', 'accept'],
      [4, 'intake', 'advisers.assign', { advisers: ['adviser'] }],
      [
        2,
        'adviser',
        'opinion.give',
        { noConflict: true, conclusion: 'agree-with-changes', text: '建议明确违约责任。' },
      ],
    ],
  },
  {
    category: 'enforcement-decision',
    title: '对某建材厂未批先建拟作出限期拆除的决定',
    unit: '综合执法办',
    events: [
      [3, 'clerk', 'submit', submit],
      [2, 'intake', 'accept'],
      [2, 'intake', 'advisers.assign', { advisers: ['adviser2'] }],
    ],
  },
  {
    category: 'normative-document',
    title: '农村公益性岗位管理办法',
    unit: '社会事务办',
    events: [
      [9, 'clerk', 'submit', submit],
      [8, 'intake', 'accept'],
      [8, 'intake', 'advisers.assign', { advisers: ['adviser', 'adviser2'] }],
      [6, 'adviser', 'opinion.give', { noConflict: true, conclusion: 'agree', text: '同意。' }],
      [5, 'adviser2', 'opinion.give', { noConflict: true, conclusion: 'agree', text: '同意。' }],
      [2, 'intake', 'findings.record'],
    ],
  },
  {
    category: 'contract',
    title: '农田水利设施管护委托合同',
    unit: '农业农村办',
    events: [
      [3, 'clerk', 'submit', submit],
      [2, 'intake', 'accept'],
      [1, 'intake', 'supplement.request', { items: ['请补充对方当事人的资信证明', '请补充资金来源说明'] }],
    ],
  },
  {
    category: 'contract',
    title: '办公设备维保合同',
    unit: '党政办',
    fields: { scale: 'standard' },
    events: [
      [5, 'clerk', 'submit', submit],
      [4, 'intake', 'accept'],
    ],
  },
  {
    category: 'major-decision',
    title: '镇区集贸市场整体搬迁方案',
    unit: '经济发展办',
    events: [
      [2, 'clerk', 'submit', submit],
      [1, 'intake', 'accept'],
    ],
  },
];

/** A few cases of the second town, to show that neither town sees the other's. */
export const secondTownCases: readonly OpenCase[] = [
  {
    category: 'contract',
    title: '东山镇道路保洁服务合同',
    unit: '乡村建设办',
    events: [
      [2, 'clerk', 'submit', submit],
      [1, 'intake', 'accept'],
    ],
  },
  {
    category: 'normative-document',
    title: '东山镇集体资产管理办法',
    unit: '农业农村办',
    events: [[1, 'clerk', 'submit', submit]],
  },
  { category: 'contract', title: '东山镇便民服务中心物业合同', unit: '党政办', events: [] },
];

export interface OpenCaseParts {
  readonly runtime: CaseRuntime;
  readonly clock: SimulatedClock;
  readonly calendar: Calendar;
  readonly definitions: readonly Definition[];
  readonly addDocument: (by: Principal, caseId: string, kind: string, title: string) => Promise<void>;
}

/** Creates the cases through the engine, each event on its day. */
export async function makeOpenCases(
  parts: OpenCaseParts,
  cases: readonly OpenCase[],
  cast: Readonly<Record<Who, Principal>>,
  now: Date,
): Promise<void> {
  for (const each of cases) {
    const definition = parts.definitions.find((candidate) => candidate.key === each.category);
    if (definition === undefined) continue;
    const first = each.events[0]?.[0] ?? 0;
    parts.clock.set(dayBefore(parts.calendar, now, first, 0));
    const fields = { submittingUnit: each.unit, ...each.fields };
    const created = await parts.runtime.create(
      cast.clerk,
      { category: each.category, title: each.title, fields },
      (after) => after.id,
    );
    const caseId = created.body;
    for (const material of definition.materials) {
      if (material.required)
        await parts.addDocument(cast.clerk, caseId, material.kind, `${each.title}（${material.label}）`);
    }
    for (const [index, [daysAgo, by, type, payload]] of each.events.entries()) {
      parts.clock.set(dayBefore(parts.calendar, now, daysAgo, index + 1));
      const event = { type, payload: payload === undefined ? exampleOf(definition, type) : withIds(payload, cast) };
      await parts.runtime.send(cast[by], { caseId, event }, () => null);
    }
  }
}

/** The morning of a working day, never later than now. */
function dayBefore(calendar: Calendar, now: Date, workingDays: number, minutes: number): Date {
  const today = civilDateOf(now);
  const morning = Date.parse(instantOf(addWorkingDays(calendar, today, -workingDays), '09:00')) + minutes * 60_000;
  return new Date(Math.min(morning, now.getTime()));
}

function withIds(payload: Record<string, unknown>, cast: Readonly<Record<Who, Principal>>): Record<string, unknown> {
  const { advisers } = payload as { advisers?: readonly Who[] };
  return advisers === undefined ? payload : { ...payload, advisers: advisers.map((who) => cast[who].id) };
}

/** The first example of an event's payload. */
function exampleOf(definition: Definition, type: string): Record<string, unknown> {
  return { ...((definition.events[type]?.examples[0] ?? {}) as Record<string, unknown>) };
}
