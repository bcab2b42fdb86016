/**
 * Effects of the spine's acts: take numbers, record facts, sign opinions, send notices. Machines yield effects; the
 * commit writes them.
 */
import { effect, recordFact, type Effect, type MachineEvent } from '@lawgate/engine';
import type { z } from 'zod';
import type { ReviewContext } from './context.ts';
import type { onwardFacts, spineFacts } from './facts.ts';
import { draftLetter } from './letter.ts';
import type { Labels } from './words.ts';

interface ActInput {
  readonly context: ReviewContext;
  readonly event: MachineEvent;
}

type Facts = typeof spineFacts & typeof onwardFacts;
type Detail<K extends keyof Facts> = Omit<z.input<Facts[K]>, 'round'>;

/**
 * Records a fact of the spine; the year's figures are counts of these. `detail` is evaluated after the transition's
 * updates; the round is added.
 */
export function record<K extends keyof Facts>(
  fact: K,
  ...[detail]: object extends Detail<K> ? [detail?: (input: ActInput) => Detail<K>] : [(input: ActInput) => Detail<K>]
) {
  return recordOwn(fact, detail);
}

/** Records a fact that only this category has; its schema is in the `facts` of the definition. */
export function recordOwn(fact: string, detail: (input: ActInput) => Readonly<Record<string, unknown>> = () => ({})) {
  return recordFact<ReviewContext>(fact, (input) => ({ round: input.context.round, ...detail(input) }));
}

export function takeNumber(series: string, purpose: string) {
  return effect<ReviewContext>({ type: 'takeNumber', series, purpose });
}

/** Issues a paper of the category, made from the rows that this commit and earlier ones wrote. */
export function issuePaper(paper: string) {
  return effect<ReviewContext>(({ context }): Effect => ({ type: 'issuePaper', paper, round: context.round }));
}

/** Papers that archiving adds to the file. */
export const filePapers = [issuePaper('register-sheet'), issuePaper('file-cover'), issuePaper('file-index')];

/** A notice contains neither parties nor facts of the case. */
export function notifyDrafter(notice: string, text: string) {
  return effect<ReviewContext>(({ context }): Effect => ({
    type: 'notify',
    to: [{ kind: 'person', id: context.drafter }],
    notice,
    text,
  }));
}

/** Notifies the person who recorded the findings, or the role when nobody has. */
export function notifyReviewer(notice: string, text: string) {
  return effect<ReviewContext>(({ context }): Effect => ({
    type: 'notify',
    to: [context.reviewer === null ? { kind: 'role', role: 'reviewer' } : { kind: 'person', id: context.reviewer }],
    notice,
    text,
  }));
}

export const adviserOpinionSigned = effect<ReviewContext>(({ context, event }) => ({
  type: 'recordOpinion',
  opinion: {
    act: 'adviser',
    conclusion: event.payload.conclusion,
    text: event.payload.text,
    points: event.payload.points ?? [],
    round: context.round,
  },
}));

/** The reviewer's signed findings: every question with its finding and reason, and the rebuttal as a separate point. */
export function findingsSigned(questions: Labels) {
  return effect<ReviewContext>(({ context, event }) => {
    const points: { point: string; finding: string; reason?: string }[] = event.payload.points;
    const rebuttal: string | undefined = event.payload.rebuttal;
    return {
      type: 'recordOpinion',
      opinion: {
        act: 'reviewer',
        conclusion: event.payload.conclusion,
        text: event.payload.text,
        points: [
          ...points.map(({ point, finding, reason }) => ({
            problem: questions[point] ?? point,
            finding,
            ...(reason === undefined ? {} : { basis: reason }),
          })),
          ...(rebuttal === undefined ? [] : [{ problem: '不采纳法律顾问意见的理由', basis: rebuttal }]),
        ],
        round: context.round,
      },
    };
  });
}

/** The director's signature under the letter as edited, or as assembled from the findings. */
export function letterSigned(conclusions: Labels) {
  return effect<ReviewContext>(({ context, event }) => ({
    type: 'recordOpinion',
    opinion: {
      act: 'director',
      conclusion: context.conclusion ?? '',
      text: event.payload.note ?? '同意',
      points: event.payload.letter?.lines ?? draftLetter(conclusions, context, event.env.opinions ?? []),
      round: context.round,
    },
  }));
}

/** The leader's signature under the letter that the director signed. */
export const leaderSigned = effect<ReviewContext>(({ context, event }) => ({
  type: 'recordOpinion',
  opinion: {
    act: 'leader',
    conclusion: context.conclusion ?? '',
    text: event.payload.note ?? '同意',
    points: [],
    round: context.round,
  },
}));

/** Issues the opinion letter: takes its number, now and not at drafting, and counts the review in this year. */
export const letterIssued = [
  takeNumber('opinion-letter', '审查意见书'),
  issuePaper('opinion-letter'),
  record('concluded', ({ context, event }) => ({
    conclusion: context.conclusion,
    overdue: event.env.clocks.review?.status === 'overdue',
    urgent: context.urgent,
    advisers: context.opinions.length,
  })),
  notifyDrafter('review.concluded', '您送审的事项已审结，请查看审查意见书并办理后续事项。'),
];
