/**
 * For each rule of the spine one refusal that is caused by that rule alone, so that every rule is tested with its
 * citation.
 */
import type { Accepted, Actor, Definition, Refusal } from '@lawgate/engine';
import { citations } from './citations.ts';
import {
  DrivenCase,
  toAdvising,
  toAssigning,
  toExamining,
  toLetter,
  toSigningOff,
  toSubmitted,
  withPayload,
} from './driving.fixtures.ts';
import { exampleDay, exampleFindings } from './examples.ts';
import type { UrgentCause } from './payloads.ts';
import { people } from './walking.fixtures.ts';

export interface RefusedOnce {
  readonly rule: string;
  readonly citation: string | null;
  readonly because: string;
  readonly attempt: () => Accepted | Refusal;
}

export interface SpineOf {
  readonly definition: Definition;
  readonly conclusions: { readonly passing: string; readonly unfavourable: string };
  readonly questions: Readonly<Record<string, string>>;
  readonly citations: {
    readonly materials: string | null;
    readonly urgent: string;
    readonly points: string;
    readonly adviser: string;
    readonly concluded: string;
  };
  /** A cause of urgency that the category does not accept; by default the end of a case's statutory time limit. */
  readonly refusedCause?: UrgentCause;
  /** Fields that make the adviser mandatory. */
  readonly fields?: Record<string, unknown>;
  /** An act that needs a concluded review, and who records it. */
  readonly act: { readonly type: string; readonly by: Actor };
}

const { drafter, reviewer, reviewerDirector, adviser, adviserDirector, director } = people;

export function spineRefusals(spine: SpineOf): RefusedOnce[] {
  const { definition, questions, conclusions, fields } = spine;
  const start = (): DrivenCase => new DrivenCase(definition, fields);
  const findings = (conclusion: string, extra: Record<string, unknown> = {}) =>
    exampleFindings(questions, conclusion, extra);
  const [firstPoint, ...otherPoints] = Object.keys(questions);
  const intoSecondRound = (): DrivenCase =>
    start()
      .go(...withPayload(toLetter, 'findings.record', findings(conclusions.unfavourable)))
      .go([drafter, 'submit']);
  return [
    {
      rule: 'materials.complete',
      citation: spine.citations.materials,
      because: 'the draft is missing',
      attempt: () => {
        const missing = start();
        const documents = missing.env(drafter).documents.filter(({ kind }) => kind !== 'draft');
        return missing.try(drafter, 'submit', undefined, { documents });
      },
    },
    {
      rule: 'submitter.own-case',
      citation: null,
      because: 'a colleague withdraws',
      attempt: () =>
        start()
          .go(...toSubmitted)
          .try({ ...drafter, id: 'colleague' }, 'withdraw'),
    },
    {
      rule: 'amend.before-submission',
      citation: null,
      because: 'the case has been handed in',
      attempt: () =>
        start()
          .go(...toSubmitted)
          .try(drafter, 'draft.amend'),
    },
    {
      rule: 'withdraw.before-acceptance',
      citation: null,
      because: 'the case is accepted and waits for a supplement',
      attempt: () =>
        start()
          .go(...toAssigning, [reviewer, 'supplement.request'])
          .try(drafter, 'withdraw'),
    },
    {
      rule: 'decline.first-round-only',
      citation: null,
      because: 'the case has an opinion letter',
      attempt: () => intoSecondRound().try(reviewer, 'decline'),
    },
    {
      rule: 'separation.drafter-not-reviewer',
      citation: citations.civilServants,
      because: 'the drafter accepts their own case',
      attempt: () =>
        start()
          .go(...toSubmitted)
          .try(drafter, 'accept'),
    },
    {
      rule: 'separation.reviewer-not-adviser',
      citation: citations.normativeReview,
      because: 'the adviser of the case records findings',
      attempt: () =>
        start()
          .go(...toExamining)
          .try({ ...reviewer, id: adviser.id, roles: ['reviewer', 'adviser'] }, 'findings.record'),
    },
    {
      rule: 'separation.adviser-without-part',
      citation: citations.lawyers,
      because: 'the drafter was added as an adviser',
      attempt: () => {
        const both: Actor = { ...drafter, roles: ['submitter', 'adviser'] };
        const added = start().go(...toAdvising);
        const known = { people: { ...added.env(reviewer).people, [both.id]: both } };
        added.accept(added.try(reviewer, 'task.add-signer', { person: both.id }, known), 'task.add-signer');
        return added.try(both, 'opinion.give');
      },
    },
    {
      rule: 'separation.adviser-not-signatory',
      citation: `${citations.normativeReview}；${citations.majorAdvisers}`,
      because: 'an adviser of the case is also a director',
      attempt: () =>
        start()
          .go(...toAssigning, [reviewer, 'advisers.assign', { advisers: [adviserDirector.id] }])
          .go([adviserDirector, 'opinion.give'], [reviewer, 'findings.record'])
          .try(adviserDirector, 'sign-off'),
    },
    {
      rule: 'separation.director-not-drafter',
      citation: citations.civilServants,
      because: 'the drafter is also a director',
      attempt: () =>
        start()
          .go(...toSigningOff)
          .try({ ...drafter, roles: ['submitter', 'director'] }, 'sign-off'),
    },
    {
      rule: 'separation.director-not-reviewer',
      citation: null,
      because: 'the director recorded the findings',
      attempt: () =>
        start()
          .go(...toExamining, [reviewerDirector, 'findings.record'])
          .try(reviewerDirector, 'sign-off'),
    },
    {
      rule: 'letter.sources',
      citation: citations.townRules,
      because: 'a sentence of the letter rests on an opinion that nobody gave',
      attempt: () =>
        start()
          .go(...toSigningOff)
          .try(director, 'sign-off', {
            letter: { lines: [{ part: 'conclusion', text: '合法。', from: ['nobody#0'] }] },
          }),
    },
    {
      rule: 'advisers.eligible',
      citation: citations.lawyers,
      because: 'the chosen person is no adviser',
      attempt: () =>
        start()
          .go(...toAssigning)
          .try(reviewer, 'advisers.assign', { advisers: [director.id] }),
    },
    {
      rule: 'adviser-opinion.required',
      citation: spine.citations.adviser,
      because: 'nobody was asked',
      attempt: () =>
        start()
          .go(...toAssigning)
          .try(reviewer, 'findings.record'),
    },
    {
      rule: 'findings.all-points',
      citation: spine.citations.points,
      because: 'the first question is not answered',
      attempt: () =>
        start()
          .go(...toExamining)
          .try(reviewer, 'findings.record', {
            conclusion: conclusions.passing,
            text: '意见',
            points: otherPoints.map((point) => ({ point, finding: 'ok' })),
          }),
    },
    {
      rule: 'findings.problem-needs-reason',
      citation: null,
      because: 'a problem has no reason',
      attempt: () =>
        start()
          .go(...toExamining)
          .try(reviewer, 'findings.record', {
            conclusion: conclusions.passing,
            text: '意见',
            points: [
              { point: firstPoint, finding: 'problem' },
              ...otherPoints.map((point) => ({ point, finding: 'ok' })),
            ],
          }),
    },
    {
      rule: 'rebuttal.required',
      citation: citations.advisers,
      because: 'the adviser says illegal',
      attempt: () =>
        start()
          .go(...withPayload(toExamining, 'opinion.give', definition.events['opinion.give']?.examples[2]))
          .try(reviewer, 'findings.record', findings(conclusions.passing)),
    },
    {
      rule: 'urgent.named-cause',
      citation: spine.citations.urgent,
      because: 'the cause is not named for this category',
      attempt: () => {
        const cause = spine.refusedCause ?? 'statutory-deadline';
        const urgent = { cause, basisDocument: '镇政函〔2024〕1号', approver: '分管副镇长' };
        return start().try(drafter, 'submit', { vouched: true, urgent });
      },
    },
    {
      rule: 'urgent.approved-before',
      citation: citations.townRules,
      because: 'nobody has approved it yet',
      attempt: () => {
        const urgent = { cause: 'emergency', basisDocument: '镇政函〔2024〕1号', approver: '分管副镇长' };
        return start().try(drafter, 'submit', { vouched: true, urgent: { ...urgent, approvedOn: futureDay } });
      },
    },
    {
      rule: 'review.concluded',
      citation: spine.citations.concluded,
      because: 'there is no review yet',
      attempt: () => start().try(spine.act.by, spine.act.type),
    },
    {
      rule: 'review.concluded',
      citation: spine.citations.concluded,
      because: 'the review was unfavourable',
      attempt: () =>
        start()
          .go(...withPayload(toLetter, 'findings.record', findings(conclusions.unfavourable)))
          .try(spine.act.by, spine.act.type),
    },
  ];
}

/** Extension, refused the second time. */
export function extensionRefusedTwice({ definition, fields }: SpineOf): RefusedOnce {
  return {
    rule: 'extension.once',
    citation: citations.townRules,
    because: 'the review was extended before',
    attempt: () =>
      new DrivenCase(definition, fields).go(...toAssigning, [director, 'review.extend']).try(director, 'review.extend'),
  };
}

/** Extension where the rule set allows none. */
export function extensionNotPermitted({ definition, fields }: SpineOf, citation: string): RefusedOnce {
  return {
    rule: 'extension.permitted',
    citation,
    because: 'the rule set gives no extension',
    attempt: () =>
      new DrivenCase(definition, fields, { parameters: { 'review.extension': 0 } })
        .go(...toAssigning)
        .try(director, 'review.extend'),
  };
}

/** A day before the sign-off. */
export const tooEarlyDay = '2024-03-14';
/** A day after the example day. */
export const futureDay = '2024-03-16';
export { exampleDay };
