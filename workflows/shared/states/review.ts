/** The review: assigning advisers, their opinions, the findings, the director's sign-off, and the leader's where adviser and reviewer differ. */
import { both, effect, gate, not, taskSatisfied, update } from '@lawgate/engine';
import { asPeople, type ReviewContext } from '../context.ts';
import type { States, Transition } from '../machine.ts';
import { at, type ReviewPlan } from '../plan.ts';
import {
  findingsSigned,
  issuePaper,
  leaderSigned,
  letterIssued,
  notifyDrafter,
  notifyReviewer,
  record,
} from '../records.ts';
import { advisersEligible, extensionOnce, outstandingAdvisers } from '../rules/review.ts';
import { adviserNotSignatory, drafterNotReviewer, reviewerNotAdviser } from '../rules/separation.ts';
import {
  adviserJoins,
  adviserRemoved,
  nobodyAdvised,
  nobodyLeft,
  opinionGiven,
  opinionTakenBack,
  personLeaves,
  restIsEnough,
} from './advising.ts';
import { heldBack, supplementAsked, tooEarly } from './intake.ts';
import {
  findingsCleared,
  lastRequiredOpinion,
  letterDated,
  recusedBeforeSignature,
  sendBack,
  signOff,
} from './signing.ts';
import { valueOf } from '../clocks.ts';

/**
 * Advice sought outside the office. The review's clock is paused from the day on which it is sought, which still counts
 * as used, until the answer arrives. The reviewer begins and ends the inquiry.
 */
const inquiring = {
  begin: [
    record('inquiry', ({ event }) => ({ kind: event.payload.kind })),
    notifyDrafter('inquiry.begun', '您送审的事项正在组织论证或者请示上级，审查期限暂停计算。'),
  ],
  end: [record('inquiry-ended'), notifyDrafter('inquiry.ended', '您送审的事项已恢复审查，审查期限继续计算。')],
} as const;

export function reviewStates(plan: ReviewPlan): States {
  const mayReview = [drafterNotReviewer, reviewerNotAdviser, ...plan.rules.reviewer];
  const supplementRequest: Transition = {
    guard: gate({ rules: [drafterNotReviewer, reviewerNotAdviser] }),
    target: at(plan, 'supplementing'),
    actions: supplementAsked('review'),
  };
  const inquiryBegin: Transition = {
    guard: gate({ rules: [drafterNotReviewer, reviewerNotAdviser] }),
    target: at(plan, 'inquiring'),
    actions: inquiring.begin,
  };
  const findingsRecord: Transition = {
    guard: gate({ rules: [...mayReview, plan.rules.adviserOpinion, ...plan.rules.findings] }),
    target: at(plan, 'review.signing-off'),
    actions: [
      update<ReviewContext>(({ event }) => ({
        reviewer: event.env.actor.id,
        conclusion: event.payload.conclusion,
      })),
      findingsSigned(plan.questions),
      record('examined', ({ event }) => ({
        conclusion: event.payload.conclusion,
        problems: event.payload.points.filter(({ finding }: { finding: string }) => finding === 'problem').length,
      })),
    ],
  };
  return {
    review: {
      initial: 'assigning',
      meta: { stage: '审查', clocks: { intake: 'stop', review: 'run', supplement: 'stop', inquiry: 'stop' } },
      on: {
        ...heldBack(plan),
        'review.extend': {
          guard: gate({ rules: [...plan.rules.extension, extensionOnce] }),
          actions: [
            update<ReviewContext>(() => ({ extended: true })),
            effect<ReviewContext>(({ event }) => ({
              type: 'extendClock',
              key: 'review',
              by: valueOf(plan.parameters, event.env.parameters, 'review.extension'),
            })),
            record('extended', ({ event }) => ({ reason: event.payload.reason })),
            issuePaper('extension'),
            notifyDrafter('review.extended', '您送审的事项已延长审查期限。'),
          ],
        },
      },
      states: {
        assigning: {
          meta: {
            stage: '指派法律顾问',
            clocks: { adviser: 'drop' },
            task: {
              key: 'assign',
              role: 'reviewer',
              label: '指派法律顾问',
              completes: ['advisers.assign', 'findings.record', 'supplement.request', 'inquiry.begin', 'recuse'],
              clock: 'review',
            },
          },
          on: {
            'advisers.assign': {
              guard: gate({ rules: [drafterNotReviewer, reviewerNotAdviser, advisersEligible] }),
              target: 'advising',
              actions: [
                update<ReviewContext>(({ context, event }) => ({
                  advisers: asPeople(event.payload.advisers),
                  everAdvised: asPeople([...context.everAdvised, ...event.payload.advisers]),
                })),
                issuePaper('adviser-assignment'),
              ],
            },
            // Where the adviser is optional the reviewer continues alone; otherwise the rule names the missing opinion.
            'findings.record': findingsRecord,
            'supplement.request': supplementRequest,
            'inquiry.begin': inquiryBegin,
            recuse: {},
          },
        },
        advising: {
          meta: {
            stage: '法律顾问出具意见',
            clocks: { adviser: 'run' },
            task: {
              key: 'opinion',
              role: 'adviser',
              label: '出具法律顾问意见',
              policy: { kind: 'all' },
              completes: ['opinion.give', 'recuse'],
              clock: 'adviser',
              holders: outstandingAdvisers,
            },
          },
          on: {
            'opinion.give': [{ ...opinionGiven(taskSatisfied), target: 'examining' }, opinionGiven(not(taskSatisfied))],
            recuse: [
              { guard: gate({ when: restIsEnough }), actions: [personLeaves], target: 'examining' },
              { guard: gate({ when: nobodyAdvised }), actions: [personLeaves, nobodyLeft], target: 'assigning' },
              { guard: gate({ when: both(not(restIsEnough), not(nobodyAdvised)) }), actions: [personLeaves] },
            ],
            'task.add-signer': { actions: [adviserJoins] },
            'task.transfer': { actions: [adviserJoins] },
            'task.remove-signer': { actions: [adviserRemoved] },
            'task.settled': { actions: [adviserRemoved], target: 'examining' },
            'task.unmanned': { actions: [adviserRemoved, nobodyLeft], target: 'assigning' },
            'task.withdrawn': { actions: [opinionTakenBack] },
            'findings.record': { guard: gate({ when: tooEarly, rules: [...mayReview, plan.rules.adviserOpinion] }) },
            'supplement.request': supplementRequest,
            'inquiry.begin': inquiryBegin,
          },
        },
        examining: {
          meta: {
            stage: '提出审查意见',
            clocks: { adviser: 'stop' },
            task: {
              key: 'findings',
              role: 'reviewer',
              label: '提出审查意见',
              completes: ['findings.record', 'supplement.request', 'inquiry.begin', 'recuse'],
              clock: 'review',
            },
          },
          on: {
            'findings.record': findingsRecord,
            'supplement.request': supplementRequest,
            'inquiry.begin': inquiryBegin,
            recuse: [
              {
                guard: gate({ when: lastRequiredOpinion(plan) }),
                actions: [personLeaves, nobodyLeft],
                target: 'assigning',
              },
              { guard: gate({ when: not(lastRequiredOpinion(plan)) }), actions: [personLeaves] },
            ],
          },
        },
        'signing-off': {
          meta: {
            stage: '审签',
            task: {
              key: 'sign-off',
              role: 'director',
              label: '审签',
              completes: ['sign-off', 'send-back', 'recuse'],
              clock: 'review',
            },
          },
          on: {
            'sign-off': signOff(plan),
            'send-back': sendBack(plan),
            recuse: recusedBeforeSignature(plan),
          },
        },
        before: { type: 'history' },
      },
    },
    inquiring: {
      meta: {
        stage: '论证、请示中',
        clocks: { review: 'pause', adviser: 'pause', inquiry: 'run' },
        task: {
          key: 'inquiry',
          role: 'reviewer',
          label: '登记论证或者请示结果',
          completes: ['inquiry.end'],
          clock: 'inquiry',
        },
      },
      on: {
        ...heldBack(plan),
        'inquiry.end': {
          guard: gate({ rules: [drafterNotReviewer, reviewerNotAdviser] }),
          // Returns to the state before, as after a supplement.
          target: at(plan, 'review.before'),
          actions: inquiring.end,
        },
      },
    },
    'leader-approval': {
      meta: {
        stage: '领导审签',
        task: {
          key: 'leader-approval',
          role: 'leader',
          label: '审签（法律顾问意见与审查意见不一致）',
          completes: ['leader.approve', 'leader.reject', 'recuse'],
          clock: 'review',
        },
      },
      on: {
        ...heldBack(plan),
        'leader.approve': plan.outcomes.map(({ when, target }) => ({
          guard: gate({ when, rules: [adviserNotSignatory, drafterNotReviewer] }),
          target,
          actions: [leaderSigned, letterDated, ...letterIssued],
        })),
        'leader.reject': {
          guard: gate({ rules: [adviserNotSignatory, drafterNotReviewer] }),
          target: at(plan, 'review.examining'),
          actions: [notifyReviewer('review.sent-back', '领导未同意审查意见，请重新提出审查意见。'), findingsCleared],
        },
        recuse: recusedBeforeSignature(plan),
      },
    },
  };
}
