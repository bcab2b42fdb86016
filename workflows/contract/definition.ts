/** 重要合同: review before signing; the adviser is optional except for large and complex contracts. */
import { defineWorkflow, gate, update, type Definition } from '@lawgate/engine';
import { z } from 'zod';
import { clockFromAct, spineClocks, closing, ladder } from '../shared/clocks.ts';
import { citations } from '../shared/citations.ts';
import { newContext, type ReviewContext } from '../shared/context.ts';
import { courseOf, spineObligations } from '../shared/course.ts';
import { actEvents, spineEvents } from '../shared/events.ts';
import {
  contractDatesPlausible,
  datesOfContract,
  expiryClock,
  paymentClock,
  recordedContractDates,
} from '../shared/kept-clocks.ts';
import { factsOf } from '../shared/facts.ts';
import type { State } from '../shared/machine.ts';
import { spineSeries } from '../shared/parameters.ts';
import { letterSpec, papersOf } from '../shared/papers/index.ts';
import { at, concludes, type ReviewPlan } from '../shared/plan.ts';
import { record } from '../shared/records.ts';
import { datesPlausible } from '../shared/rules/act.ts';
import { reviewMachine } from '../shared/spine.ts';
import { actHappened, adoptionState, archiveStates, drafterTask, filingState } from '../shared/states/after.ts';
import { choice, text, submittingUnit } from '../shared/words.ts';
import {
  adoptionCitation,
  conclusions,
  inquiries,
  isLarge,
  materials,
  parameters,
  passing,
  questions,
  rules,
  reviewLimitKey,
} from './rules.ts';
import { comparisonAccept, comparisonAccepted, filingRules, textFixed } from './sealed-copy.ts';

const scales = { standard: '使用示范文本', ordinary: '一般合同', large: '重大、复杂合同' } as const;

export const fields = z.strictObject({
  submittingUnit,
  scale: choice('合同类型', scales).default('ordinary'),
  /** Yuan. The form keeps at most two decimals; none is required. */
  amount: z.number().nonnegative().max(1e12).meta({ title: '合同金额（元）' }).optional(),
  counterparty: text('对方当事人', 200).optional(),
  /** The case of the contract that this one supplements (补充协议). */
  parentCase: z
    .uuid({ error: '原合同案件编号不正确' })
    .meta({ title: '原合同案件', description: '补充协议填写。', 'x-case-category': 'contract' })
    .optional(),
});

const fieldExamples = [{}, { scale: 'large', amount: 1200000, counterparty: '某建设有限公司' }, { scale: 'standard' }];

const plan: ReviewPlan = {
  key: 'contract',
  parameters,
  materials,
  conclusions,
  passing,
  questions,
  adviserRequired: isLarge,
  outcomes: [
    { when: concludes('may-sign', conclusions['may-sign']), target: 'signing' },
    { when: concludes('sign-after-changes', conclusions['sign-after-changes']), target: 'adoption' },
    { when: concludes('should-not-sign', conclusions['should-not-sign']), target: 'revising' },
  ],
  acts: ['contract.sign'],
  rules,
};

const signing: State = {
  entry: [textFixed],
  meta: {
    stage: '待签订',
    clocks: { review: 'stop' },
    task: drafterTask('signing', '签订合同', ['contract.sign']),
  },
  on: {
    'contract.sign': {
      guard: gate({ rules: [rules.concluded, datesPlausible(), contractDatesPlausible] }),
      target: at(plan, 'filing'),
      actions: [
        actHappened,
        update<ReviewContext>(({ event }) => ({ kept: datesOfContract(event) })),
        record('signed', ({ event }) => ({ on: event.payload.on })),
      ],
    },
  },
};

const events = {
  ...spineEvents({ conclusions, passing, questions, inquiries, fields, fieldExamples }),
  'adoption.record': actEvents['adoption.record'],
  'contract.sign': actEvents['contract.sign'],
  'comparison.accept': comparisonAccept,
  file: actEvents.file,
};

export const definition: Definition = defineWorkflow({
  key: plan.key,
  version: 2,
  kind: 'review',
  label: '重要合同',
  count: { label: '重要合同', unit: '份', order: 2 },
  acts: plan.acts,
  course: courseOf('adoption.record', 'contract.sign', 'file'),
  obligations: spineObligations,
  facts: factsOf('adopted', 'signed', 'filed'),
  parameters,
  ladder: ladder(parameters),
  closing: closing(parameters),
  materials,
  series: spineSeries,
  recordedDates: recordedContractDates,
  fields,
  fieldExamples,
  refersTo: ({ parentCase }: z.infer<typeof fields>): Readonly<Record<string, string>> =>
    parentCase === undefined ? {} : { parentCase },
  initialContext: (input) => ({ ...newContext(input, fields.parse(input.fields)) }),
  clocks: {
    ...spineClocks({
      parameters,
      citation: citations.townRules,
      limitKey: reviewLimitKey,
    }),
    filing: clockFromAct({
      label: '合同报备期限',
      citation: citations.townRules,
      parameters,
      limitKey: 'filing.limit',
      unit: 'workday',
    }),
    payment: paymentClock(parameters),
    expiry: expiryClock(parameters),
  },
  events,
  papers: papersOf(plan, events),
  letter: letterSpec(conclusions),
  machine: reviewMachine(plan, {
    adoption: adoptionState(plan, {
      target: 'signing',
      citation: adoptionCitation,
      revision: 'sign-after-changes',
    }),
    signing,
    filing: filingState(
      plan,
      { filing: 'run', payment: 'run', expiry: 'run' },
      { rules: filingRules, on: { 'comparison.accept': comparisonAccepted } },
    ),
    ...archiveStates(plan, { filing: 'stop' }),
  }),
});

export default definition;
