/** 特许经营协议: a category outside Lawgate, such as a town may write and configure by LAWGATE_WORKFLOWS. */
import { defineWorkflow, gate, type Definition, type EventSpec, type PaperSpec } from '@lawgate/engine';
import { citations } from '@lawgate/workflows/shared/citations';
import { spineClocks } from '@lawgate/workflows/shared/clocks';
import { newContext, type ReviewContext } from '@lawgate/workflows/shared/context';
import { courseOf, spineObligations } from '@lawgate/workflows/shared/course';
import { spineEvents } from '@lawgate/workflows/shared/events';
import { factsOf } from '@lawgate/workflows/shared/facts';
import type { State } from '@lawgate/workflows/shared/machine';
import { closing, ladder, retention, spineParameters, spineSeries } from '@lawgate/workflows/shared/parameters';
import { letterSpec, papersOf } from '@lawgate/workflows/shared/papers/index';
import { letterOf, paragraph } from '@lawgate/workflows/shared/papers/wording';
import { at, concludes, type ReviewPlan } from '@lawgate/workflows/shared/plan';
import { issuePaper, recordOwn } from '@lawgate/workflows/shared/records';
import { datesPlausible, reviewConcluded } from '@lawgate/workflows/shared/rules/act';
import { materialsComplete } from '@lawgate/workflows/shared/rules/materials';
import {
  adviserOpinionRequired,
  allPointsAnswered,
  extensionPermitted,
  problemsHaveReasons,
  rebuttalRequired,
} from '@lawgate/workflows/shared/rules/review';
import { reviewMachine } from '@lawgate/workflows/shared/spine';
import { actHappened, archiveStates, drafterTask } from '@lawgate/workflows/shared/states/after';
import { day, submittingUnit, text } from '@lawgate/workflows/shared/words';
import { z } from 'zod';

const conclusions = { grant: '可以授予', refuse: '不应授予' } as const;
const passing = ['grant'] as const;
const questions = { authority: '授权主体与程序', content: '协议内容是否合法' } as const;
const materials = [
  { kind: 'draft', label: '特许经营协议草案', required: true },
  { kind: 'franchise-plan', label: '特许经营实施方案', required: true },
] as const;
const parameters = {
  ...spineParameters,
  ...retention(30),
  'review.limit': {
    value: 8,
    label: '审查期限',
    unit: '工作日',
    citation: citations.townRules,
    bounds: { min: 1, max: 60 },
  },
  'review.extension': {
    value: 5,
    label: '审查期限可延长（一次）',
    unit: '工作日',
    citation: citations.townRules,
    bounds: { min: 0, max: 60 },
  },
} as const;
const adviserRequired = (): boolean => true;
const fields = z.strictObject({ submittingUnit, concessionaire: text('特许经营者', 200).optional() });
const fieldExamples = [{}, { concessionaire: '某燃气有限公司' }];

const plan: ReviewPlan = {
  key: 'franchise',
  parameters,
  materials,
  conclusions,
  passing,
  questions,
  adviserRequired,
  outcomes: [
    { when: concludes('grant', conclusions.grant), target: 'granting' },
    { when: concludes('refuse', conclusions.refuse), target: 'revising' },
  ],
  acts: ['franchise.grant'],
  rules: {
    materials: [materialsComplete(materials, citations.townRules)],
    submit: [],
    accept: [],
    reviewer: [],
    findings: [
      allPointsAnswered(questions, citations.townRules),
      problemsHaveReasons(questions),
      rebuttalRequired(passing),
    ],
    extension: [extensionPermitted(parameters, citations.townRules)],
    adviserOpinion: adviserOpinionRequired(adviserRequired, citations.advisers),
    concluded: reviewConcluded({ conclusions, passing, adviserRequired, citation: citations.advisers }),
  },
};

const grant: EventSpec = {
  label: '授予特许经营权',
  by: ['leader'],
  payload: z.strictObject({ on: day('授予日期'), years: z.int().min(1).max(30).meta({ title: '特许经营期限（年）' }) }),
  examples: [{ on: '2024-03-15', years: 20 }],
};

const granting: State = {
  meta: {
    stage: '待授予特许经营权',
    clocks: { review: 'stop' },
    task: { key: 'granting', role: 'leader', label: '授予特许经营权', completes: ['franchise.grant'] },
  },
  on: {
    'franchise.grant': {
      guard: gate<ReviewContext>({ rules: [plan.rules.concluded, datesPlausible()] }),
      target: at(plan, 'handover'),
      actions: [
        actHappened,
        recordOwn('granted', ({ event }) => ({ on: event.payload.on, years: event.payload.years })),
        issuePaper('franchise-certificate'),
      ],
    },
  },
};

const handover: State = {
  meta: { stage: '待移交', task: drafterTask('handover', '登记移交', ['franchise.hand-over']) },
  on: { 'franchise.hand-over': { target: at(plan, 'archiving'), actions: [recordOwn('handed-over')] } },
};

const certificate: PaperSpec = {
  kind: 'franchise-certificate',
  title: '特许经营权授予书',
  event: 'franchise.grant',
  compose: (source) =>
    letterOf(source, {
      title: '特许经营权授予书',
      number: null,
      body: [
        paragraph(
          `《${source.title}》（${source.categoryLabel}）的特许经营期限为${String(source.cause.payload?.years ?? '')}年。`,
        ),
      ],
    }),
};

const events = {
  ...spineEvents({ conclusions, passing, questions, fields, fieldExamples }),
  'franchise.grant': grant,
  'franchise.hand-over': {
    label: '登记移交',
    by: ['submitter'],
    payload: z.strictObject({}),
    examples: [{}],
  } satisfies EventSpec,
};

export const definition: Definition = defineWorkflow({
  key: plan.key,
  version: 1,
  kind: 'review',
  label: '特许经营协议',
  count: { label: '特许经营', unit: '宗', order: 9 },
  acts: plan.acts,
  course: courseOf('franchise.grant', 'franchise.hand-over'),
  obligations: spineObligations,
  facts: {
    ...factsOf(),
    granted: z.strictObject({ round: z.int(), on: z.iso.date(), years: z.int() }),
    'handed-over': z.strictObject({ round: z.int() }),
  },
  parameters,
  ladder: ladder(parameters),
  closing: closing(parameters),
  materials,
  series: spineSeries,
  fields,
  fieldExamples,
  initialContext: (input) => ({ ...newContext(input, fields.parse(input.fields)) }),
  clocks: spineClocks({ parameters, citation: citations.townRules, limitKey: () => 'review.limit' }),
  events,
  papers: [...papersOf(plan, events), certificate],
  letter: letterSpec(conclusions),
  machine: reviewMachine(plan, { granting, handover, ...archiveStates(plan) }),
});
