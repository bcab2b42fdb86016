/** 规范性文件: review, deliberation, promulgation, then publicity and filing in parallel. */
import { defineWorkflow, gate, update, type Definition } from '@lawgate/engine';
import { z } from 'zod';
import { citations } from '../shared/citations.ts';
import { clockFromAct, spineClocks, closing, ladder, valueOf } from '../shared/clocks.ts';
import { newContext, type ReviewContext } from '../shared/context.ts';
import { courseOf, shelvingObligations, spineObligations } from '../shared/course.ts';
import { actEvents, spineEvents } from '../shared/events.ts';
import { recordedDocumentDates, validityClock, validityWithinLimit } from '../shared/kept-clocks.ts';
import { factsOf } from '../shared/facts.ts';
import type { States } from '../shared/machine.ts';
import { spineSeries } from '../shared/parameters.ts';
import { letterSpec, papersOf } from '../shared/papers/index.ts';
import { at, concludes, type ReviewPlan } from '../shared/plan.ts';
import { record } from '../shared/records.ts';
import { datesPlausible } from '../shared/rules/act.ts';
import { reviewMachine } from '../shared/spine.ts';
import {
  actHappened,
  adoptionState,
  archiveStates,
  deliberationState,
  drafterTask,
  publicityRegion,
  shelvingStates,
} from '../shared/states/after.ts';
import { fileWithRecipient, filingRegions, furtherFilingClocks } from '../shared/states/filing.ts';
import { submittingUnit, yesOrNo } from '../shared/words.ts';
import {
  adoptionRules,
  adviserRequired,
  conclusions,
  deliberationRules,
  materials,
  parameters,
  passing,
  promulgationRules,
  questions,
  rules,
} from './rules.ts';

export const fields = z.strictObject({
  submittingUnit,
  affectsMarketEntities: yesOrNo('与市场主体生产经营活动密切相关', false),
  trial: yesOrNo('试行、暂行文件', false),
  consultationDays: z.int().min(0).max(3650).meta({ title: '公开征求意见天数' }).optional(),
  isNormative: yesOrNo('认定为规范性文件', true),
  /** The identification checklist: a document is normative when all three are true. */
  identification: z
    .strictObject({
      affectsRights: yesOrNo('涉及公民、法人和其他组织权利义务', true),
      generallyBinding: yesOrNo('具有普遍约束力', true),
      repeatedlyApplied: yesOrNo('在一定期限内反复适用', true),
    })
    .default({ affectsRights: true, generallyBinding: true, repeatedlyApplied: true })
    .meta({ title: '规范性文件认定', description: '三项均符合的，属于规范性文件。' }),
});

const fieldExamples = [{}, { affectsMarketEntities: true, consultationDays: 30 }, { trial: true }];

const plan: ReviewPlan = {
  key: 'normative-document',
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
  acts: ['deliberation.record', 'promulgate'],
  rules,
};

const act: States = {
  adoption: adoptionState(plan, {
    target: 'deliberation',
    citation: citations.normativeReview,
    revision: 'needs-revision',
    rules: adoptionRules,
  }),
  deliberation: deliberationState(plan, { target: 'promulgation', rules: deliberationRules }),
  promulgation: {
    meta: { stage: '待公布', task: drafterTask('promulgation', '统一登记、编号、公布', ['promulgate']) },
    on: {
      promulgate: {
        guard: gate({
          rules: [rules.concluded, datesPlausible(), ...promulgationRules, validityWithinLimit(parameters)],
        }),
        target: at(plan, 'publication'),
        actions: [
          actHappened,
          update<ReviewContext>(({ event: { payload } }) =>
            payload.validUntil === undefined ? {} : { kept: { validUntil: payload.validUntil } },
          ),
          record('promulgated', ({ context, event }) => ({
            on: event.payload.on,
            documentNumber: event.payload.documentNumber,
            registrationNumber: event.payload.registrationNumber ?? null,
            validityYears: valueOf(
              parameters,
              event.env.parameters,
              context.fields.trial === true ? 'validity.trial-years' : 'validity.years',
            ),
          })),
        ],
      },
    },
  },
  publication: {
    type: 'parallel',
    meta: { stage: '公开与备案', clocks: { validity: 'run' } },
    states: { publicity: publicityRegion, ...filingRegions(parameters) },
    onDone: at(plan, 'archiving'),
  },
  ...archiveStates(plan),
  ...shelvingStates(plan),
};

const events = {
  ...spineEvents({ conclusions, passing, questions, fields, fieldExamples }),
  'adoption.record': actEvents['adoption.record'],
  'deliberation.record': actEvents['deliberation.record'],
  promulgate: actEvents.promulgate,
  publicise: actEvents.publicise,
  file: fileWithRecipient,
};

export const definition: Definition = defineWorkflow({
  key: plan.key,
  version: 1,
  kind: 'review',
  label: '规范性文件',
  count: { label: '规范性文件', unit: '件', order: 1 },
  acts: plan.acts,
  course: courseOf('adoption.record', 'deliberation.record', 'promulgate', 'publicise', 'file'),
  obligations: { ...spineObligations, ...shelvingObligations },
  facts: factsOf('adopted', 'deliberated', 'promulgated', 'publicised', 'filed'),
  parameters,
  ladder: ladder(parameters),
  closing: closing(parameters),
  materials,
  series: spineSeries,
  recordedDates: recordedDocumentDates,
  fields,
  fieldExamples,
  initialContext: (input) => ({ ...newContext(input, fields.parse(input.fields)) }),
  clocks: {
    ...spineClocks({
      parameters,
      citation: citations.normativeReview,
      limitKey: () => 'review.limit',
      floorKey: 'review.floor',
    }),
    publicity: clockFromAct({
      label: '公开期限',
      citation: citations.publicInformation,
      parameters,
      limitKey: 'publicity.limit',
      unit: 'workday',
    }),
    filing: clockFromAct({
      label: '备案期限',
      citation: citations.normativeManagement,
      parameters,
      limitKey: 'filing.limit',
      unit: 'day',
    }),
    ...furtherFilingClocks(parameters),
    validity: validityClock(parameters),
  },
  events,
  papers: papersOf(plan, events),
  letter: letterSpec(conclusions),
  machine: reviewMachine(plan, act),
});

export default definition;
