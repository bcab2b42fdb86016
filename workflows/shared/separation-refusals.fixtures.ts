/** Separation of duties at every event of the spine. If one gate lacked a rule, the rule could be avoided there. */
import type { Actor } from '@lawgate/engine';
import { citations } from './citations.ts';
import {
  DrivenCase,
  toAssigning,
  toExamining,
  toLetter,
  toSigningOff,
  toSubmitted,
  withPayload,
  type Sent,
} from './driving.fixtures.ts';
import { exampleFindings } from './examples.ts';
import type { RefusedOnce, SpineOf } from './refusals.fixtures.ts';
import { people } from './walking.fixtures.ts';

const { drafter, reviewer, adviser, director } = people;

const drafterAs = (role: 'director' | 'leader'): Actor => ({ ...drafter, roles: ['submitter', role] });
/** The adviser of the case in another role, with the qualifications that a reviewer needs. */
const adviserAs = (role: 'reviewer' | 'director' | 'leader'): Actor => ({
  ...reviewer,
  id: adviser.id,
  roles: ['adviser', role],
});

const intakeEvents = ['accept', 'supplement.request', 'return', 'decline'];
const reviewEvents = ['findings.record', 'supplement.request', 'inquiry.begin'];

export function separationRefusals(spine: SpineOf): RefusedOnce[] {
  return [...reviewerRows(spine), ...signatoryRows(spine)];
}

function reviewerRows(spine: SpineOf): RefusedOnce[] {
  const secondRound = intoSecondRound(spine);
  const inquired: Sent = [reviewer, 'inquiry.begin'];
  const drafterActs: Attempt[] = [
    ...intakeEvents.map((type): Attempt => [toSubmitted, drafter, type]),
    ...['advisers.assign', ...reviewEvents].map((type): Attempt => [toAssigning, drafter, type]),
    ...reviewEvents.map((type): Attempt => [toExamining, drafter, type]),
    [[...toAssigning, inquired], drafter, 'inquiry.end'],
  ];
  const advising = adviserAs('reviewer');
  const adviserActs: Attempt[] = [
    ...intakeEvents.map((type): Attempt => [secondRound, advising, type]),
    [[...secondRound, [reviewer, 'accept']], advising, 'advisers.assign'],
    ...reviewEvents.map((type): Attempt => [toExamining, advising, type]),
    [[...toExamining, inquired], advising, 'inquiry.end'],
  ];
  return [
    ...refused(spine, 'separation.drafter-not-reviewer', citations.civilServants, drafterActs),
    ...refused(spine, 'separation.reviewer-not-adviser', citations.normativeReview, adviserActs),
  ];
}

function signatoryRows(spine: SpineOf): RefusedOnce[] {
  const { definition, conclusions, questions } = spine;
  const illegal = definition.events['opinion.give']?.examples[2];
  const overruled = exampleFindings(questions, conclusions.passing, { rebuttal: '不采纳的理由和依据。' });
  const toLeader: readonly Sent[] = [
    ...withPayload(toExamining, 'opinion.give', illegal),
    [reviewer, 'findings.record', overruled],
    [director, 'sign-off'],
  ];
  const sentBack = (who: Actor) =>
    ['continue', 'restart'].map((strategy): Attempt => [toSigningOff, who, 'send-back', { strategy, reason: '理由' }]);
  const led = (who: Actor) => ['leader.approve', 'leader.reject'].map((type): Attempt => [toLeader, who, type]);
  const adviserCitation = `${citations.normativeReview}；${citations.majorAdvisers}`;
  return [
    ...refused(spine, 'separation.adviser-not-signatory', adviserCitation, [
      ...sentBack(adviserAs('director')),
      [toLeader.slice(0, -1), adviserAs('director'), 'sign-off'],
      ...led(adviserAs('leader')),
    ]),
    ...refused(spine, 'separation.director-not-drafter', citations.civilServants, sentBack(drafterAs('director'))),
    ...refused(spine, 'separation.drafter-not-reviewer', citations.civilServants, led(drafterAs('leader'))),
  ];
}

type Attempt = readonly [way: readonly Sent[], who: Actor, type: string, payload?: unknown];

function refused(spine: SpineOf, rule: string, citation: string, attempts: readonly Attempt[]): RefusedOnce[] {
  return attempts.map(([way, who, type, payload]) => ({
    rule,
    citation,
    because: `${who.roles.join(' and ')} ${who.id} sends ${type} after ${way.at(-1)?.[1]}`,
    attempt: () => new DrivenCase(spine.definition, spine.fields).go(...way).try(who, type, payload),
  }));
}

function intoSecondRound({ questions, conclusions }: SpineOf): readonly Sent[] {
  return [
    ...withPayload(toLetter, 'findings.record', exampleFindings(questions, conclusions.unfavourable)),
    [drafter, 'submit'],
  ];
}
