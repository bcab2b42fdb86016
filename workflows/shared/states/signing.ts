/**
 * The signatures under the findings: the director's, the leader's where adviser and reviewer differ, and the
 * transitions back.
 */
import { both, gate, not, update, type Condition } from '@lawgate/engine';
import type { ReviewContext } from '../context.ts';
import type { Transition } from '../machine.ts';
import { at, type ReviewPlan } from '../plan.ts';
import { letterIssued, letterSigned, notifyReviewer } from '../records.ts';
import { foundIllegalByAdviser, letterRestsOnOpinions } from '../rules/review.ts';
import { adviserNotSignatory, directorNotDrafter, directorNotReviewer } from '../rules/separation.ts';
import { nobodyLeft, opinionsLeft, personLeaves } from './advising.ts';
import { valueOf } from '../clocks.ts';

export const findingsCleared = update<ReviewContext>(() => ({ reviewer: null, conclusion: null, director: null }));

const adviceCleared = update<ReviewContext>(() => ({ advisers: [], opinions: [] }));

/** True when the actor gave the only opinion in a case that requires one. */
export function lastRequiredOpinion(plan: ReviewPlan): Condition<ReviewContext> {
  return {
    id: 'recusal.last-required-opinion',
    label: '回避后已无法律顾问意见',
    holds: (input) => plan.adviserRequired(input.context) && input.context.opinions.length > 0 && !opinionsLeft(input),
  };
}

const areOwnFindings: Condition<ReviewContext> = {
  id: 'recusal.reviewer-of-findings',
  label: '回避者为提出审查意见的审查人',
  holds: ({ context, event }) => context.reviewer === event.env.actor.id,
};

/**
 * Findings of a person with a conflict of interest are invalid, and so are findings that are based only on such a
 * person's opinion.
 */
export function recusedBeforeSignature(plan: ReviewPlan): Transition[] {
  const last = lastRequiredOpinion(plan);
  return [
    {
      guard: gate({ when: last }),
      actions: [nobodyLeft, personLeaves, findingsCleared],
      target: at(plan, 'review.assigning'),
    },
    {
      guard: gate({ when: both(not(last), areOwnFindings) }),
      actions: [personLeaves, findingsCleared],
      target: at(plan, 'review.examining'),
    },
    { guard: gate({ when: both(not(last), not(areOwnFindings)) }), actions: [personLeaves] },
  ];
}

/**
 * When an adviser finds the matter illegal and the reviewer lets it pass, the leader has to sign as well, unless the
 * town's rule set only records it.
 */
function leaderMustSign(plan: ReviewPlan): Condition<ReviewContext> {
  return {
    id: 'leader-approval.required',
    label: '法律顾问认为不合法而审查结论相反',
    holds: ({ context, event }) =>
      foundIllegalByAdviser(context) &&
      plan.passing.includes(context.conclusion ?? '') &&
      valueOf(plan.parameters, event.env.parameters, 'leader-approval.required') > 0,
  };
}

const signs = update<ReviewContext>(({ event }) => ({ director: event.env.actor.id }));

export const letterDated = update<ReviewContext>(({ event }) => ({ signedOn: event.env.today }));

export function signOff(plan: ReviewPlan): Transition[] {
  const rules = [adviserNotSignatory, directorNotDrafter, directorNotReviewer, letterRestsOnOpinions];
  const leader = leaderMustSign(plan);
  return [
    {
      // Issued only with the leader's signature, because a number cannot be taken back.
      guard: gate({ when: leader, rules }),
      target: at(plan, 'leader-approval'),
      actions: [signs, letterSigned(plan.conclusions)],
    },
    ...plan.outcomes.map(({ when, target }) => ({
      guard: gate({ when: both(not(leader), when), rules }),
      target: at(plan, target),
      actions: [signs, letterSigned(plan.conclusions), letterDated, ...letterIssued],
    })),
  ];
}

const sendBackStrategy = (strategy: 'continue' | 'restart', label: string): Condition<ReviewContext> => ({
  id: `send-back.${strategy}`,
  label,
  readsPayload: true,
  holds: ({ event }) => event.payload.strategy === strategy,
});

export function sendBack(plan: ReviewPlan): Transition[] {
  const rules = [adviserNotSignatory, directorNotDrafter];
  const notice = notifyReviewer('review.sent-back', '审签人已退回，请按退回意见重新办理。');
  return [
    {
      guard: gate({ when: sendBackStrategy('continue', '重新提出审查意见'), rules }),
      target: at(plan, 'review.examining'),
      actions: [notice, findingsCleared],
    },
    {
      guard: gate({ when: sendBackStrategy('restart', '重新征求法律顾问意见'), rules }),
      target: at(plan, 'review.assigning'),
      actions: [notice, findingsCleared, adviceCleared],
    },
  ];
}
