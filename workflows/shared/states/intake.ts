/** From the draft to acceptance, the supplement, and the ends before a review. */
import { gate, not, update, type Condition, type TaskSpec } from '@lawgate/engine';
import { blankRound, type CaseRule, type ReviewContext } from '../context.ts';
import type { State, States, Transition, Transitions } from '../machine.ts';
import { at, dropped, type ReviewPlan } from '../plan.ts';
import { filePapers, issuePaper, notifyDrafter, notifyReviewer, record, takeNumber } from '../records.ts';
import { urgentApprovedBefore } from '../rules/materials.ts';
import { drafterNotReviewer, ownCase, reviewerNotAdviser } from '../rules/separation.ts';

const spineClockKeys = ['intake', 'review', 'adviser', 'supplement', 'inquiry'] as const;

export const drafterOnly = ({ drafter }: ReviewContext): readonly string[] => [drafter];

/** From the second round on the case has an opinion letter: a refusal sends it back to the unit and does not end it. */
export const resubmitted: Condition<ReviewContext> = {
  id: 'round.resubmitted',
  label: '重新送审的事项',
  impliesFacts: ['resubmitted'],
  holds: ({ context }) => context.resubmitted,
};

const fromReview: Condition<ReviewContext> = {
  id: 'supplement.from-review',
  label: '审查中要求补正',
  holds: ({ context }) => context.supplementFrom === 'review',
};

const declineFirstRoundOnly: CaseRule = {
  id: 'decline.first-round-only',
  message: '本事项此前已经审查，不能再不予审核；材料不符合要求的，请退回。',
  citation: null,
  holds: ({ context }) => !context.resubmitted,
};

const submitTask = {
  role: 'submitter',
  completes: ['submit'],
  holders: drafterOnly,
} as const;

const draftTask: TaskSpec = { ...submitTask, key: 'draft', label: '提交送审' };
const reviseTask = (key: string): TaskSpec => ({ ...submitTask, key, label: '修改后重新送审' });

/**
 * Refuses, with the article that requires the review, acts that are possible only after it; this text explains the
 * disabled button.
 */
export function heldBack(plan: ReviewPlan, ...rules: readonly CaseRule[]): Transitions {
  const refusing = rules.length > 0 ? rules : [plan.rules.concluded];
  return Object.fromEntries(plan.acts.map((act) => [act, { guard: gate({ when: tooEarly, rules: refusing }) }]));
}

/** Always true; its label shows in the diagram that the transition is a refusal. */
export const tooEarly: Condition<ReviewContext> = { id: 'act.too-early', label: '此时不得办理', holds: () => true };

const handIn = update<ReviewContext>(({ event }) => ({
  handedInBy: event.env.actor.id,
  urgent: event.payload.urgent !== undefined,
}));

const nextRound = update<ReviewContext>(({ context, event }) => ({
  ...blankRound,
  round: context.round + 1,
  resubmitted: true,
  supplementFrom: 'intake',
  handedInBy: event.env.actor.id,
  urgent: event.payload.urgent !== undefined,
}));

/**
 * A new round: the old one is cleared from the context and stays in the history; the next acceptance starts a new
 * clock.
 */
export function submitAgain(plan: ReviewPlan, rules: readonly CaseRule[] = []): readonly Transition[] {
  return submission(plan, rules, [
    nextRound,
    record('resubmitted', ({ context }) => ({ urgent: context.urgent })),
    issuePaper('submission-form'),
  ]);
}

function submission(plan: ReviewPlan, rules: readonly CaseRule[], actions: readonly unknown[]): readonly Transition[] {
  const kept = [...rules, ...plan.rules.materials, ...plan.rules.submit, urgentApprovedBefore];
  const target = at(plan, 'submitted');
  const through = plan.submitThrough;
  if (through === undefined) return [{ guard: gate({ rules: kept }), target, actions }];
  return [
    { guard: gate({ when: through.when, rules: kept }), target: at(plan, through.state), actions },
    { guard: gate({ when: not(through.when), rules: kept }), target, actions },
  ];
}

export function intakeStates(plan: ReviewPlan): States {
  const { rules } = plan;
  const reviews = [drafterNotReviewer, reviewerNotAdviser];
  return {
    draft: {
      meta: { stage: '起草', task: draftTask },
      on: {
        ...heldBack(plan),
        submit: submission(
          plan,
          [],
          [handIn, record('received', ({ context }) => ({ urgent: context.urgent })), issuePaper('submission-form')],
        ),
      },
    },
    submitted: {
      meta: {
        stage: '待受理',
        clocks: { intake: 'run', supplement: 'stop' },
        task: {
          key: 'intake',
          role: 'reviewer',
          label: '受理',
          completes: ['accept', 'return', 'decline', 'supplement.request', 'recuse'],
          clock: 'intake',
        },
      },
      on: {
        ...heldBack(plan),
        accept: {
          guard: gate({ rules: [...reviews, ...rules.reviewer, ...rules.accept] }),
          target: 'review',
          actions: [
            takeNumber('acceptance', '受理通知书'),
            issuePaper('acceptance'),
            record('accepted'),
            notifyDrafter('case.accepted', '您送审的事项已受理。'),
          ],
        },
        'supplement.request': {
          guard: gate({ rules: reviews }),
          target: 'supplementing',
          actions: supplementAsked('intake'),
        },
        return: turnedAway(reviews, 'returned', 'resubmission-returned', [
          takeNumber('return', '退回通知书'),
          issuePaper('return'),
          notifyDrafter('case.returned', '您送审的事项已退回，请查看退回理由。'),
        ]),
        decline: {
          guard: gate({ rules: [...reviews, declineFirstRoundOnly] }),
          target: 'declined',
          actions: [
            takeNumber('return', '不予审核通知书'),
            issuePaper('decline'),
            record('declined', ({ event }) => ({ reason: event.payload.reason })),
            notifyDrafter('case.declined', '您送审的事项不予审核，请查看理由。'),
          ],
        },
        withdraw: turnedAway([ownCase], 'withdrawn', 'resubmission-withdrawn', []),
        recuse: {},
      },
    },
    supplementing: {
      meta: {
        stage: '待补正',
        clocks: { intake: 'stop', review: 'pause', adviser: 'pause', supplement: 'run' },
        task: {
          key: 'supplement',
          role: 'submitter',
          label: '补正材料',
          completes: ['supplement.provide'],
          clock: 'supplement',
          holders: drafterOnly,
        },
      },
      on: {
        ...heldBack(plan),
        'supplement.provide': [
          // Returns to the state before; advisers who have already given an opinion are not asked again.
          { ...supplementProvided(plan, fromReview), target: 'review.before' },
          { ...supplementProvided(plan, not(fromReview)), target: 'submitted' },
        ],
        'supplement.expire': turnedAway([], 'returned', 'resubmission-returned', [
          takeNumber('return', '退回通知书'),
          issuePaper('return'),
          notifyDrafter('case.returned', '补正逾期，您送审的事项已退回。'),
          notifyReviewer('case.returned', '补正逾期，案件已退回。'),
        ]),
        withdraw: turnedAway([ownCase, notAccepted], 'withdrawn', 'resubmission-withdrawn', []),
      },
    },
    revising: revisingState(plan, 'revise', '审查未通过，待修改', { review: 'stop' }),
    'resubmission-returned': revisingState(plan, 'revise-returned', '重新送审被退回或撤回', dropped(...spineClockKeys)),
    returned: ended(plan, '已退回'),
    declined: ended(plan, '不予审核'),
    withdrawn: ended(plan, '已撤回'),
  };
}

const notAccepted: CaseRule = {
  id: 'withdraw.before-acceptance',
  message: '案件已经受理，不能再撤回；不再办理的，请与审查人联系。',
  citation: null,
  holds: ({ context }) => context.supplementFrom === 'intake',
};

/**
 * Notice of everything that is missing, all at once; the review's clock is paused from the notice until everything was
 * received.
 */
export function supplementAsked(from: ReviewContext['supplementFrom']): readonly unknown[] {
  return [
    update<ReviewContext>(() => ({ supplementFrom: from })),
    takeNumber('supplement', '补正通知书'),
    issuePaper('supplement'),
    record('supplemented', ({ event }) => ({ items: event.payload.items.length })),
    notifyDrafter('supplement.requested', '您送审的事项需要补正材料，请查看补正通知。'),
  ];
}

function supplementProvided(plan: ReviewPlan, when: Condition<ReviewContext>): Transition {
  return {
    guard: gate({ when, rules: plan.rules.materials }),
    actions: [record('supplement-provided'), notifyReviewer('supplement.provided', '补正材料已提交，请继续办理。')],
  };
}

/** The first time it is an end; a resubmission goes back to the unit, because its concluded review stays counted. */
function turnedAway(
  rules: readonly CaseRule[],
  end: 'returned' | 'withdrawn',
  later: 'resubmission-returned' | 'resubmission-withdrawn',
  actions: readonly unknown[],
): Transition[] {
  const reason = ({ event }: { event: { type: string; payload: { reason?: string } } }) => ({
    reason: event.type === 'supplement.expire' ? '补正逾期' : event.payload.reason,
  });
  return [
    { guard: gate({ when: not(resubmitted), rules }), target: end, actions: [...actions, record(end, reason)] },
    {
      guard: gate({ when: resubmitted, rules }),
      target: 'resubmission-returned',
      actions: [...actions, record(later, reason)],
    },
  ];
}

/** The unit revises and submits again, or the archivist archives the case. */
function revisingState(plan: ReviewPlan, task: string, stage: string, clocks: Record<string, 'stop' | 'drop'>): State {
  return {
    meta: { stage, task: reviseTask(task), clocks },
    on: {
      ...heldBack(plan),
      submit: submitAgain(plan),
      archive: {
        target: at(plan, 'archived'),
        actions: [
          record('archived', ({ event }) => ({
            outcome: 'unfavourable',
            fileNumber: event.payload.fileNumber ?? null,
          })),
          ...filePapers,
        ],
      },
    },
  };
}

/** An end before the act stops every clock. */
function ended(plan: ReviewPlan, stage: string): State {
  return { type: 'final', meta: { stage, clocks: dropped(...spineClockKeys, ...(plan.ownClocks ?? [])) } };
}
