/** 重大执法决定: review before the decision; afterwards service and publicity in parallel. */
import { defineWorkflow, gate, type Condition, type Definition } from '@lawgate/engine';
import { z } from 'zod';
import { citations } from '../shared/citations.ts';
import { clockFromAct, spineClocks, closing, ladder, valueOf } from '../shared/clocks.ts';
import { newContext, type ReviewContext } from '../shared/context.ts';
import { courseOf, spineObligations } from '../shared/course.ts';
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
  archiveStates,
  drafterTask,
  filingState,
  publicityRegion,
  region,
} from '../shared/states/after.ts';
import { choice, day, person, submittingUnit } from '../shared/words.ts';
import {
  adviserRequired,
  conclusions,
  materials,
  parameters,
  passing,
  problemKinds,
  questions,
  recordings,
  rules,
  triggers,
} from './rules.ts';

const decisionKinds = { penalty: '行政处罚', licence: '行政许可', other: '其他执法决定' } as const;

export const fields = z.strictObject({
  submittingUnit,
  trigger: choice('法制审核情形', triggers).default('major-public-interest'),
  decisionKind: choice('决定种类', decisionKinds).default('penalty'),
  caseFiledOn: day('立案日期').meta({ description: '填写后自送审之日起显示办案期限。' }).optional(),
  handler: person('办案人员').optional(),
  hearingHost: person('听证主持人').optional(),
});

const caseFiledOn = ({ fields: given }: ReviewContext): string | null =>
  typeof given.caseFiledOn === 'string' ? given.caseFiledOn : null;

/**
 * The statutory clock starts only where the day of filing the case is known, so that no due date is based on a guess.
 */
const caseFilingKnown: Condition<ReviewContext> = {
  id: 'statutory.case-filing-known',
  label: '已填立案日期',
  holds: ({ context }) => caseFiledOn(context) !== null,
};

const fieldExamples = [{}, { trigger: 'after-hearing', caseFiledOn: '2024-01-15' }, { decisionKind: 'other' }];

const plan: ReviewPlan = {
  key: 'enforcement-decision',
  parameters,
  materials,
  conclusions,
  passing,
  questions,
  adviserRequired,
  outcomes: [
    { when: concludes('agree', conclusions.agree), target: 'decision' },
    { when: concludes('problems', conclusions.problems), target: 'revising' },
  ],
  acts: ['decision.make'],
  rules,
  submitThrough: { when: caseFilingKnown, state: 'case-clock' },
  ownClocks: ['statutory'],
};

const act: States = {
  'case-clock': { meta: { stage: '计算办案期限', clocks: { statutory: 'run' } }, always: at(plan, 'submitted') },
  decision: {
    meta: {
      stage: '待作出决定',
      clocks: { review: 'stop' },
      // The head of the office decides (行政处罚法 57); if the drafter recorded the decision, two separate acts would become
      // one.
      task: { key: 'decision', role: 'leader', label: '作出决定', completes: ['decision.make'] },
    },
    on: {
      'decision.make': {
        guard: gate({ rules: [rules.concluded, datesPlausible()] }),
        target: at(plan, 'execution'),
        actions: [
          actHappened,
          record('decided', ({ event }) => ({ on: event.payload.on, documentNumber: event.payload.documentNumber })),
          notifyDrafter('decision.made', '决定已作出，请在期限内送达、公示。'),
        ],
      },
    },
  },
  execution: {
    type: 'parallel',
    meta: { stage: '送达与公示', clocks: { statutory: 'stop' } },
    states: {
      service: region({
        stage: '待送达',
        doneStage: '已送达',
        clock: 'service',
        task: drafterTask('service', '送达', ['decision.serve'], 'service'),
        event: 'decision.serve',
        rules: [datesPlausible()],
        actions: [record('served', ({ event }) => ({ on: event.payload.on }))],
      }),
      publicity: publicityRegion,
    },
    onDone: at(plan, 'filing'),
  },
  filing: filingState(plan, {}),
  ...archiveStates(plan),
};

const events = {
  ...spineEvents({
    conclusions,
    passing,
    questions,
    fields,
    fieldExamples,
    extra: {
      problemKinds: z
        .array(choice('问题处理', problemKinds))
        .max(5, { error: '问题处理不能超过5项' })
        .meta({ title: '问题处理' })
        .optional(),
    },
  }),
  'decision.make': actEvents['decision.make'],
  'decision.serve': actEvents['decision.serve'],
  publicise: actEvents.publicise,
  file: actEvents.file,
};

export const definition: Definition = defineWorkflow({
  key: plan.key,
  version: 1,
  kind: 'review',
  label: '重大执法决定',
  count: { label: '重大执法决定', unit: '个', order: 3 },
  acts: plan.acts,
  course: courseOf('decision.make', 'decision.serve', 'publicise', 'file'),
  obligations: spineObligations,
  facts: factsOf('decided', 'served', 'publicised', 'filed'),
  parameters,
  ladder: ladder(parameters),
  closing: closing(parameters),
  materials,
  recordings,
  series: spineSeries,
  fields,
  fieldExamples,
  initialContext: (input) => ({ ...newContext(input, fields.parse(input.fields)) }),
  clocks: {
    ...spineClocks({ parameters, citation: citations.townRules, limitKey: () => 'review.limit' }),
    // The clock of the case itself runs next to the review and is not paused by it.
    statutory: {
      label: '办案期限',
      citation: citations.penaltyTime,
      pausable: false,
      limit: (_context: ReviewContext, given) => ({
        value: valueOf(parameters, given, 'statutory.limit'),
        unit: 'day',
      }),
      parameter: () => 'statutory.limit',
      from: caseFiledOn,
      remind: {
        to: ['drafter', 'reviewer'],
        window: (given) => ({ value: valueOf(parameters, given, 'statutory.window'), unit: 'day' }),
        advice: '办案期限不因法制审核中止，请在期限内作出决定，必要时依法办理延长。',
      },
      // Warns when the remaining time of this clock does not cover a paused review and the rest of it.
      covers: [{ clock: 'review', pausedFor: ['supplement', 'inquiry'] }],
    },
    service: clockFromAct({
      label: '送达期限',
      citation: citations.penaltyService,
      parameters,
      limitKey: 'service.limit',
      unit: 'workday',
    }),
    publicity: clockFromAct({
      label: '公示期限',
      citation: citations.penaltyPublicity,
      parameters,
      limitKey: (context) => (context.fields.decisionKind === 'other' ? 'publicity.limit.other' : 'publicity.limit'),
      unit: 'workday',
    }),
  },
  events,
  papers: papersOf(plan, events),
  letter: letterSpec(conclusions),
  machine: reviewMachine(plan, act),
});

export default definition;
