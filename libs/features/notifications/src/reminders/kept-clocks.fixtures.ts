/**
 * A small workflow with clocks that run after the case: one that lapses, ones to be settled, and one that cannot be
 * paused.
 */
import { defineWorkflow, recordFact, update, type Definition } from '@lawgate/engine';
import { z } from 'zod';

interface DeedContext {
  drafter: string;
  lapsesOn: string | null;
  payOn: string[];
  /** Of a recorded case. */
  on?: string;
}

const empty = z.strictObject({});
const event = (label: string, by: 'submitter' | 'reviewer') => ({
  label,
  by: [by],
  payload: empty,
  examples: [{}],
});

export function deed(key = 'deed'): Definition {
  return defineWorkflow({
    key,
    version: 1,
    kind: 'review',
    acts: ['sign'],
    course: ['submit', 'sign'],
    obligations: { signed: ['concluded'] },
    facts: { concluded: z.strictObject({}) },
    label: '小约定',
    count: { label: '小约定', unit: '件', order: 1 },
    parameters: {},
    materials: [],
    series: [],
    fields: empty,
    fieldExamples: [{}],
    recordedDates: {
      label: '补记日期',
      by: ['submitter', 'reviewer'],
      payload: z.strictObject({
        on: z.string(),
        lapsesOn: z.string().optional(),
        payOn: z.array(z.string()).optional(),
      }),
      examples: [{ on: '2023-03-01', lapsesOn: '2026-08-31' }],
      rules: [],
      context: ({ on, lapsesOn, payOn }: Partial<DeedContext>) => ({
        on,
        lapsesOn: lapsesOn ?? null,
        payOn: payOn ?? [],
      }),
    },
    initialContext: ({ drafter }) => ({ drafter, lapsesOn: null, payOn: [] }),
    clocks: {
      own: {
        label: '办案期限',
        citation: '《测试法》第六十条',
        limit: () => ({ value: 20, unit: 'day' }),
        pausable: false,
        remind: { to: ['drafter', 'reviewer'], advice: '请在期限内办结。' },
        covers: [{ clock: 'review', pausedFor: ['supplement'] }],
      },
      review: { label: '审查期限', citation: '测试', limit: () => ({ value: 5, unit: 'workday' }) },
      supplement: {
        label: '补正期限',
        citation: '测试',
        limit: () => ({ value: 5, unit: 'workday' }),
        pausable: false,
      },
      validity: {
        label: '有效期',
        citation: '测试',
        from: ({ on }: DeedContext) => on ?? null,
        until: ({ lapsesOn }: DeedContext) => lapsesOn,
        keeps: true,
        atEnd: 'lapse',
        remind: {
          to: ['drafter', 'reviewer'],
          window: () => ({ value: 1, unit: 'month' }),
          windowLabel: '进入评估期',
          advice: '请组织评估。',
        },
      },
      payment: {
        label: '付款',
        citation: '测试',
        from: ({ on }: DeedContext) => on ?? null,
        instances: ({ payOn }: DeedContext) => payOn.map((until, index) => ({ until, label: `第${index + 1}期付款` })),
        keeps: true,
        remind: { to: ['drafter'], window: () => ({ value: 5, unit: 'workday' }), advice: '请付款后登记。' },
        settle: {
          label: '登记付款',
          by: ['submitter', 'reviewer'],
          rules: [
            {
              id: 'dates.plausible',
              message: '日期晚于今天，请核对。',
              citation: null,
              readsPayload: true,
              holds: ({ event: sent }) => sent.payload.on <= sent.env.today,
            },
          ],
        },
      },
    },
    events: {
      submit: event('送审', 'submitter'),
      'supplement.request': event('要求补正', 'reviewer'),
      'supplement.provide': event('提交补正', 'submitter'),
      note: event('加注', 'reviewer'),
      sign: {
        label: '签订',
        by: ['submitter'],
        payload: z.strictObject({ lapsesOn: z.string().optional(), payOn: z.array(z.string()).optional() }),
        examples: [{}],
      },
    },
    machine: {
      initial: 'draft',
      states: {
        draft: {
          meta: { stage: '起草', task: task('draft', ['submit']) },
          on: { submit: { target: 'working', actions: [recordFact('concluded')] } },
        },
        working: {
          meta: {
            stage: '审查',
            clocks: { own: 'run', review: 'run', supplement: 'stop' },
            task: { key: 'work', role: 'submitter', label: '签订', completes: ['sign'], clock: 'review' },
          },
          on: {
            note: {},
            'supplement.request': 'waiting',
            sign: {
              target: 'signed',
              actions: [
                update<DeedContext>(({ event: { payload } }) => ({
                  lapsesOn: payload.lapsesOn ?? null,
                  payOn: payload.payOn ?? [],
                })),
              ],
            },
          },
        },
        waiting: {
          meta: {
            stage: '补正',
            clocks: { review: 'pause', supplement: 'run' },
            task: task('more', ['supplement.provide']),
          },
          on: { note: {}, 'supplement.provide': 'working' },
        },
        signed: {
          type: 'final',
          meta: {
            stage: '已归档',
            clocks: { own: 'stop', review: 'stop', supplement: 'drop', validity: 'run', payment: 'run' },
          },
        },
      },
    },
  });
}

function task(key: string, completes: string[]) {
  const holders = ({ drafter }: DeedContext) => [drafter];
  return { key, role: 'submitter' as const, label: '办理', completes, holders };
}
