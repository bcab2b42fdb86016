/** 重大行政决策: review with a mandatory adviser, collective deliberation, the head's decision, publication. */
import { defineWorkflow, gate, type Definition } from '@lawgate/engine';
import { z } from 'zod';
import { citations } from '../shared/citations.ts';
import { clockFromAct, spineClocks, closing, ladder } from '../shared/clocks.ts';
import { newContext } from '../shared/context.ts';
import { courseOf, shelvingObligations, spineObligations } from '../shared/course.ts';
import { actEvents, spineEvents } from '../shared/events.ts';
import { factsOf } from '../shared/facts.ts';
import type { States } from '../shared/machine.ts';
import { spineSeries } from '../shared/parameters.ts';
import { letterSpec, papersOf } from '../shared/papers/index.ts';
import { at, concludes, type ReviewPlan } from '../shared/plan.ts';
import { notifyDrafter, record } from '../shared/records.ts';
import { datesPlausible } from '../shared/rules/act.ts';
import { reviewMachine } from '../shared/spine.ts';
import {
  actHappened,
  adoptionState,
  archiveStates,
  deliberationState,
  filingState,
  publicisingState,
  shelvingStates,
} from '../shared/states/after.ts';
import { submittingUnit, yesOrNo } from '../shared/words.ts';
import {
  adoptionRules,
  adviserRequired,
  conclusions,
  deliberationRules,
  materials,
  parameters,
  passing,
  questions,
  rules,
} from './rules.ts';

export const fields = z.strictObject({
  submittingUnit,
  affectsMarketEntities: yesOrNo('涉及经营者经济活动', false),
  technical: yesOrNo('专业性、技术性较强', false),
  socialRisk: yesOrNo('可能对社会稳定、公共安全等造成不利影响', false),
  confidential: yesOrNo('依法不予公开', false),
});

const fieldExamples = [{}, { affectsMarketEntities: true }, { technical: true, socialRisk: true }];

const plan: ReviewPlan = {
  key: 'major-decision',
  parameters,
  materials,
  conclusions,
  passing,
  questions,
  adviserRequired,
  outcomes: [
    { when: concludes('legal', conclusions.legal), target: 'adoption' },
    { when: concludes('needs-revision', conclusions['needs-revision']), target: 'adoption' },
    { when: concludes('illegal', conclusions.illegal), target: 'revising' },
  ],
  acts: ['deliberation.record', 'decision.make'],
  rules,
};

const act: States = {
  adoption: adoptionState(plan, {
    target: 'deliberation',
    citation: citations.majorReview,
    revision: 'needs-revision',
    rules: adoptionRules,
  }),
  deliberation: deliberationState(plan, { target: 'decision', rules: deliberationRules }),
  decision: {
    meta: {
      stage: '待作出决策',
      task: { key: 'decision', role: 'leader', label: '作出决策', completes: ['decision.make'] },
    },
    on: {
      'decision.make': {
        guard: gate({ rules: [rules.concluded, datesPlausible()] }),
        target: at(plan, 'publicising'),
        actions: [
          actHappened,
          record('decided', ({ event }) => ({ on: event.payload.on, documentNumber: event.payload.documentNumber })),
          notifyDrafter('decision.made', '决策已作出，请在期限内公布。'),
        ],
      },
    },
  },
  publicising: publicisingState(plan, 'filing'),
  filing: filingState(plan, { publicity: 'stop' }),
  ...archiveStates(plan),
  ...shelvingStates(plan),
};

const events = {
  ...spineEvents({ conclusions, passing, questions, fields, fieldExamples }),
  'adoption.record': actEvents['adoption.record'],
  'deliberation.record': actEvents['deliberation.record'],
  'decision.make': {
    ...actEvents['decision.make'],
    label: '作出决策',
    examples: actEvents['decision.make'].examples.map((each) => ({ ...each, documentNumber: '镇政发〔2024〕2号' })),
  },
  publicise: actEvents.publicise,
  file: actEvents.file,
};

export const definition: Definition = defineWorkflow({
  key: plan.key,
  version: 1,
  kind: 'review',
  label: '重大行政决策',
  count: { label: '重大行政决策', unit: '项', order: 4 },
  acts: plan.acts,
  course: courseOf('adoption.record', 'deliberation.record', 'decision.make', 'publicise', 'file'),
  obligations: { ...spineObligations, ...shelvingObligations },
  facts: factsOf('adopted', 'deliberated', 'decided', 'publicised', 'filed'),
  parameters,
  ladder: ladder(parameters),
  closing: closing(parameters),
  materials,
  series: spineSeries,
  fields,
  fieldExamples,
  initialContext: (input) => ({ ...newContext(input, fields.parse(input.fields)) }),
  clocks: {
    ...spineClocks({
      parameters,
      citation: citations.majorReview,
      limitKey: () => 'review.limit',
      floorKey: 'review.floor',
    }),
    publicity: clockFromAct({
      label: '公布期限',
      citation: citations.publicInformation,
      parameters,
      limitKey: 'publicity.limit',
      unit: 'workday',
    }),
  },
  events,
  papers: papersOf(plan, events),
  letter: letterSpec(conclusions),
  machine: reviewMachine(plan, act),
});

export default definition;
