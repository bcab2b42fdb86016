/** A small but complete workflow for the engine's own tests: parallel and history states, task sets, clocks, rules of both strengths. */
import { z } from 'zod';
import { defineWorkflow, type Definition, type DefinitionInput } from './definition.ts';
import { gate, not, taskNeedsSigner, taskSatisfied, type Condition, type Rule } from './rule.ts';
import type { Effect } from './vocabulary.ts';
import { effect, recordFact, update } from './effects.ts';

interface SampleContext {
  drafter: string;
  urgent: boolean;
  advisers: string[];
  notes: string[];
}

const drafterNotReviewer: Rule<SampleContext> = {
  id: 'separation.drafter-not-reviewer',
  message: '起草人不能受理本人起草的事项。请由其他审查人受理。',
  citation: '《中华人民共和国公务员法》第七十六条',
  holds: ({ context, event }) => context.drafter !== event.env.actor.id,
};

const draftHandedIn: Rule<SampleContext> = {
  id: 'materials.draft',
  enforcesMaterials: ['draft'],
  message: '缺少送审稿。请先上传送审稿。',
  citation: null,
  holds: ({ event }) => event.env.documents.some(({ kind }) => kind === 'draft'),
};

const withinHours: Rule<SampleContext> = {
  id: 'acceptance.same-day',
  message: ({ event }) => `今天（${event.env.today}）已过受理时间，如需当日受理请写明理由。`,
  citation: null,
  strength: 'soft',
  holds: ({ event }) => event.env.today === event.env.receiptDay,
};

const commentGiven: Rule<SampleContext> = {
  id: 'sign-off.comment',
  message: '退回时须写明意见。',
  citation: null,
  readsPayload: true,
  holds: ({ event }) => event.payload.comment !== '',
};

export const isUrgent: Condition<SampleContext> = {
  id: 'case.urgent',
  label: '紧急事项',
  holds: ({ context }) => context.urgent,
};

const advisersTask = {
  key: 'adviser-opinion',
  role: 'adviser',
  label: '出具法律顾问意见',
  policy: { kind: 'all' },
  completes: ['opinion.give', 'recuse'],
  clock: 'review',
  holders: ({ advisers }: SampleContext) => advisers,
} as const;

export const sampleInput: DefinitionInput = {
  key: 'sample',
  version: 3,
  kind: 'review',
  acts: ['sign-off'],
  course: ['submit', 'accept', 'opinion.give', 'findings.record', 'sign-off'],
  obligations: { concluded: ['concluded'], returned: [], withdrawn: [] },
  facts: { concluded: z.strictObject({}) },
  label: '样例事项',
  count: { label: '样例事项', unit: '件', order: 9 },
  parameters: { 'review.days': { value: 5, label: '审查期限', unit: '工作日', citation: '国办发〔2018〕115号' } },
  materials: [{ kind: 'draft', label: '送审稿', required: true }],
  series: [{ key: 'opinion', code: '合审', label: '审查意见书' }],
  fields: z.strictObject({ urgent: z.boolean().optional(), heldOn: z.date().optional() }),
  fieldExamples: [{}],
  initialContext: ({ drafter, fields }) => ({ drafter, urgent: fields.urgent === true, advisers: [], notes: [] }),
  clocks: {
    review: {
      label: '审查期限',
      citation: '国办发〔2018〕115号',
      limit: (_, parameters) => ({ value: parameters['review.days'] ?? 5, unit: 'workday' }),
      parameter: () => 'review.days',
    },
    supplement: {
      label: '补正期限',
      citation: '国办发〔2018〕115号',
      limit: () => ({ value: 5, unit: 'workday' }),
      pausable: false,
      onDue: 'supplement.expire',
    },
  },
  events: {
    submit: { label: '送审', by: ['submitter'], payload: z.strictObject({}), examples: [{}] },
    note: {
      label: '加注',
      by: ['submitter'],
      payload: z.strictObject({ text: z.string().min(1) }),
      examples: [{ text: '注' }],
    },
    withdraw: { label: '撤回', by: ['submitter'], payload: z.strictObject({}), examples: [{}] },
    accept: {
      label: '受理',
      by: ['reviewer', 'director'],
      payload: z.strictObject({ advisers: z.array(z.string().min(1)).max(5) }),
      examples: [{ advisers: ['wu', 'zheng'] }],
      people: (payload: { advisers: string[] }) => payload.advisers,
    },
    'opinion.give': {
      label: '出具意见',
      by: ['adviser'],
      payload: z.strictObject({ conclusion: z.enum(['legal', 'illegal']) }),
      examples: [{ conclusion: 'legal' }, { conclusion: 'illegal' }],
      answer: ({ conclusion }: { conclusion: string }) => ({ answer: conclusion, favourable: conclusion === 'legal' }),
    },
    recuse: {
      label: '回避',
      by: ['adviser', 'reviewer'],
      payload: z.strictObject({ reason: z.string().min(1) }),
      examples: [{ reason: '近亲属关系' }],
      operation: 'recuse',
    },
    'findings.record': { label: '记录审查情况', by: ['reviewer'], payload: z.strictObject({}), examples: [{}] },
    'supplement.request': { label: '要求补正', by: ['reviewer'], payload: z.strictObject({}), examples: [{}] },
    'supplement.provide': { label: '提交补正', by: ['submitter'], payload: z.strictObject({}), examples: [{}] },
    'supplement.expire': { label: '补正逾期', by: ['system'], payload: z.strictObject({}), examples: [{}] },
    'sign-off': { label: '审签', by: ['director'], payload: z.strictObject({}), examples: [{}] },
    'send-back': {
      label: '退回审查',
      by: ['director'],
      payload: z.strictObject({ comment: z.string() }),
      examples: [{ comment: '请补充依据' }],
    },
    hasten: { label: '加急', by: ['director'], payload: z.strictObject({}), examples: [{}] },
  },
  machine: {
    initial: 'draft',
    states: {
      draft: {
        meta: {
          stage: '起草',
          task: {
            key: 'draft',
            role: 'submitter',
            label: '起草',
            completes: ['submit'],
            holders: (c: SampleContext) => [c.drafter],
          },
        },
        on: {
          submit: { guard: gate({ rules: [draftHandedIn] }), target: 'acceptance' },
          note: {
            actions: update<SampleContext>(({ context, event }) => ({ notes: [...context.notes, event.payload.text] })),
          },
        },
      },
      acceptance: {
        meta: { stage: '受理', task: { key: 'accept', role: 'reviewer', label: '受理', completes: ['accept'] } },
        on: {
          accept: {
            guard: gate({ rules: [drafterNotReviewer, draftHandedIn, withinHours] }),
            target: 'examination',
            actions: update<SampleContext>(({ event }) => ({ advisers: event.payload.advisers })),
          },
          withdraw: 'withdrawn',
        },
      },
      examination: {
        type: 'parallel',
        meta: { stage: '审查', clocks: { review: 'run', supplement: 'drop' } },
        onDone: 'signing',
        on: {
          'supplement.request': 'supplement',
          hasten: { guard: gate({ when: isUrgent }), target: 'signing' },
        },
        states: {
          advisers: {
            initial: 'pending',
            meta: { stage: '法律顾问意见' },
            states: {
              pending: {
                meta: { task: advisersTask },
                on: {
                  'opinion.give': [
                    { guard: gate({ when: taskSatisfied }), target: 'given' },
                    { guard: gate({ when: not(taskSatisfied) }) },
                  ],
                  recuse: [
                    { guard: gate({ when: taskNeedsSigner }), actions: effect(nobodyLeft) },
                    { guard: gate({ when: not(taskNeedsSigner) }) },
                  ],
                  'task.settled': 'given',
                },
              },
              given: { type: 'final' },
            },
          },
          findings: {
            initial: 'open',
            meta: { stage: '审查意见' },
            states: {
              open: {
                meta: {
                  task: { key: 'findings', role: 'reviewer', label: '记录审查情况', completes: ['findings.record'] },
                },
                on: { 'findings.record': 'recorded' },
              },
              recorded: { type: 'final' },
            },
          },
          before: { type: 'history', history: 'deep' },
        },
      },
      supplement: {
        meta: {
          stage: '补正',
          task: {
            key: 'supplement',
            role: 'submitter',
            label: '补正',
            completes: ['supplement.provide'],
            clock: 'supplement',
          },
          clocks: { review: 'pause', supplement: 'run' },
        },
        on: { 'supplement.provide': 'examination.before', 'supplement.expire': 'returned' },
      },
      signing: {
        entry: recordFact('concluded'),
        meta: {
          stage: '审签',
          task: {
            key: 'sign-off',
            role: 'director',
            label: '审签',
            completes: ['sign-off', 'send-back'],
            clock: 'review',
          },
        },
        on: {
          'sign-off': {
            target: 'concluded',
            actions: effect({ type: 'takeNumber', series: 'opinion', purpose: '审查意见书' }),
          },
          'send-back': { guard: gate({ rules: [commentGiven] }), target: 'examination' },
        },
      },
      concluded: { type: 'final', meta: { stage: '审结', clocks: { review: 'stop' } } },
      returned: { type: 'final', meta: { stage: '退回', clocks: { review: 'drop', supplement: 'drop' } } },
      withdrawn: { type: 'final', meta: { stage: '撤回' } },
    },
  },
};

function nobodyLeft(): Effect {
  return { type: 'notify', to: [{ kind: 'role', role: 'reviewer' }], notice: 'unmanned', text: '请另行指派法律顾问。' };
}

export const sample: Definition = defineWorkflow(sampleInput);
