import { describe, expect, it } from '@jest/globals';
import { possibleEvents } from '@lawgate/engine';
import { citations } from '../shared/citations.ts';
import { refusedTomorrow } from '../shared/date-refusals.fixtures.ts';
import { DrivenCase, toAssigning, toLetter, toSubmitted, withPayload } from '../shared/driving.fixtures.ts';
import { exampleFindings } from '../shared/examples.ts';
import {
  extensionNotPermitted,
  extensionRefusedTwice,
  futureDay,
  spineRefusals,
  type SpineOf,
} from '../shared/refusals.fixtures.ts';
import { proveMaterials } from '../shared/materials-suite.fixtures.ts';
import { refuseEachRuleOnce } from '../shared/rules-suite.fixtures.ts';
import { separationRefusals } from '../shared/separation-refusals.fixtures.ts';
import { people } from '../shared/walking.fixtures.ts';
import { definition } from './definition.ts';
import { questions } from './rules.ts';

const { drafter, reviewer, leader, archivist } = people;

const spine: SpineOf = {
  definition,
  conclusions: { passing: 'agree', unfavourable: 'problems' },
  questions,
  citations: {
    materials: citations.penaltyReview,
    urgent: citations.penaltyUrgency,
    points: citations.enforcementPublicity,
    adviser: citations.advisers,
    concluded: citations.penaltyReview,
  },
  refusedCause: 'superior-order',
  act: { type: 'decision.make', by: leader },
};

const toExecution = [...toLetter, [leader, 'decision.make']] as const;
const withFilingDay = { caseFiledOn: '2024-01-15' };
const problems = withPayload(toLetter, 'findings.record', {
  ...exampleFindings(questions, 'problems'),
  problemKinds: ['investigate', 'discretion'],
});

refuseEachRuleOnce(definition, [
  ...spineRefusals(spine),
  ...separationRefusals(spine),
  extensionRefusedTwice(spine),
  extensionNotPermitted(spine, citations.townRules),
  {
    rule: 'separation.handler-not-host',
    citation: citations.penaltyHearing,
    because: 'the handler presided over the hearing',
    attempt: () => new DrivenCase(definition, { handler: 'handler', hearingHost: 'handler' }).try(drafter, 'submit'),
  },
  {
    rule: 'separation.handler-not-host',
    citation: citations.penaltyHearing,
    because: 'the drafter presided over the hearing',
    attempt: () => new DrivenCase(definition, { handler: 'handler', hearingHost: drafter.id }).try(drafter, 'submit'),
  },
  {
    rule: 'separation.handler-reviewer-host',
    citation: `${citations.penaltyReview}、第六十四条`,
    because: 'the handler of the case reviews',
    attempt: () => new DrivenCase(definition, { handler: reviewer.id }).go(...toSubmitted).try(reviewer, 'accept'),
  },
  {
    rule: 'separation.handler-reviewer-host',
    citation: `${citations.penaltyReview}、第六十四条`,
    because: 'the host of the hearing reviews',
    attempt: () => new DrivenCase(definition, { hearingHost: reviewer.id }).go(...toSubmitted).try(reviewer, 'accept'),
  },
  {
    rule: 'qualification.national-legal',
    citation: citations.penaltyReview,
    because: 'the reviewer has no qualification',
    attempt: () => new DrivenCase(definition).go(...toSubmitted).try({ ...reviewer, qualifications: [] }, 'accept'),
  },
  ...[['teacher'], undefined].map((qualifications) => ({
    rule: 'qualification.national-legal',
    citation: citations.penaltyReview,
    because: `the qualifications of the reviewer are ${qualifications?.join() ?? 'not known'}`,
    attempt: () => new DrivenCase(definition).go(...toSubmitted).try({ ...reviewer, qualifications }, 'accept'),
  })),
  {
    rule: 'dates.case-filed',
    citation: citations.penaltyTime,
    because: 'the case is filed tomorrow',
    attempt: () => new DrivenCase(definition, { caseFiledOn: futureDay }).try(drafter, 'submit'),
  },
  {
    rule: 'amend.case-filing-day-kept',
    citation: citations.penaltyTime,
    because: 'the clock of the case already counts from another day',
    attempt: () =>
      new DrivenCase(definition, withFilingDay)
        .go(...problems)
        .try(drafter, 'draft.amend', { title: '关于某决定的送审稿', caseFiledOn: '2024-02-15' }),
  },
  {
    rule: 'dates.plausible',
    citation: null,
    because: 'the decision is made tomorrow',
    attempt: () =>
      new DrivenCase(definition)
        .go(...toLetter)
        .try(leader, 'decision.make', { on: futureDay, documentNumber: '镇罚决字〔2024〕2号' }),
  },
  ...refusedTomorrow(definition, [
    [toExecution, drafter, 'decision.serve'],
    [toExecution, drafter, 'publicise'],
    [[...toExecution, [drafter, 'decision.serve'], [drafter, 'publicise']], reviewer, 'file'],
  ]),
  {
    rule: 'filing.drafter-or-reviewer',
    citation: null,
    because: 'a colleague of the drafter files',
    attempt: () =>
      new DrivenCase(definition)
        .go(...toExecution, [drafter, 'decision.serve'], [drafter, 'publicise'])
        .try({ ...drafter, id: 'colleague', roles: ['submitter'] }, 'file'),
  },
]);

proveMaterials(
  definition,
  [
    'investigation-report',
    'draft',
    'evidence',
    'notice',
    'av-index',
    'hearing-record',
    'appraisal',
    'collective-discussion',
  ],
  ['investigation-report', 'draft', 'evidence', 'notice', 'av-index'],
  [
    {
      of: 'a decision after a hearing',
      fields: { trigger: 'after-hearing' },
      required: ['investigation-report', 'draft', 'evidence', 'notice', 'av-index', 'hearing-record'],
    },
    {
      of: 'another decision',
      fields: { trigger: 'difficult-case' },
      required: ['investigation-report', 'draft', 'evidence', 'notice', 'av-index'],
    },
  ],
);

describe('an enforcement decision', () => {
  it('records inspection, notice, hearing and service in full, each required by its material or event', () => {
    const seenBy = definition.recordings?.map(({ stage, materials = [], events = [] }) => [
      stage,
      ...materials,
      ...events,
    ]);
    expect(seenBy).toEqual([
      ['inspection', 'investigation-report'],
      ['notice', 'notice'],
      ['hearing', 'hearing-record'],
      ['service', 'decision.serve'],
    ]);
  });

  it('accepts: filed today, evidence examined by a third person, a reviewer with experience from before the law', () => {
    const hearing = { handler: 'handler', hearingHost: 'host', caseFiledOn: '2024-03-15' };
    const submitted = new DrivenCase(definition, hearing).go(...toSubmitted);
    const experienced = { ...reviewer, qualifications: ['other', 'enforcement-review-experience'] };
    expect(submitted.try(experienced, 'accept').ok).toBe(true);
  });

  it('does not accept another filing day once its clock runs; before that the day can be amended', () => {
    const amended = { title: '关于某决定的送审稿', caseFiledOn: '2024-01-16' };
    expect(new DrivenCase(definition, withFilingDay).try(drafter, 'draft.amend', amended).ok).toBe(true);
    const returned = new DrivenCase(definition, withFilingDay).go(...problems);
    expect(returned.try(drafter, 'draft.amend', { ...amended, ...withFilingDay }).ok).toBe(true);
    expect(returned.try(drafter, 'draft.amend', amended).ok).toBe(false);
    const possible = possibleEvents(definition, returned.stored, returned.env(drafter));
    expect(possible.find(({ type }) => type === 'draft.amend')).toMatchObject({ allowed: true });
  });

  it('goes from the draft to the archive, served and publicised in either order', () => {
    const whole = new DrivenCase(definition, withFilingDay).go(...toExecution);
    expect(whole.state).toBe('execution.service.open + execution.publicity.open');
    whole.go([drafter, 'publicise'], [drafter, 'decision.serve']).go([reviewer, 'file'], [archivist, 'archive']);
    expect(whole.state).toBe('archived');
    expect(whole.clockStatus('statutory')).toBe('met');
  });

  it('runs the statutory clock from the day of filing the case, and only where that day is known', () => {
    const started = new DrivenCase(definition, withFilingDay).go(...toSubmitted);
    expect(started.state).toBe('submitted');
    expect(started.effects).toContainEqual(
      expect.objectContaining({
        type: 'startClock',
        from: '2024-01-15',
        clock: expect.objectContaining({ key: 'statutory', limit: { value: 90, unit: 'day' }, pausable: false }),
      }),
    );
    expect(new DrivenCase(definition).go(...toSubmitted).clockStatus('statutory')).toBe('absent');
  });

  it('does not pause the clock of the case for a supplement, nor start it again in the next round', () => {
    const supplement = new DrivenCase(definition, withFilingDay).go(...toAssigning, [reviewer, 'supplement.request']);
    expect([supplement.clockStatus('review'), supplement.clockStatus('statutory')]).toEqual(['paused', 'running']);
    const again = new DrivenCase(definition, withFilingDay).go(...problems, [drafter, 'submit']);
    const starts = again.effects.filter((effect) => effect.type === 'startClock' && effect.clock.key === 'statutory');
    expect([starts.length, again.clockStatus('statutory'), again.context.round]).toEqual([1, 'running', 2]);
  });

  it('with problems is not decided but comes back or is closed', () => {
    const closed = new DrivenCase(definition, withFilingDay).go(...problems);
    expect(closed.state).toBe('revising');
    expect(closed.go([archivist, 'archive']).state).toBe('archived');
    expect(closed.clockStatus('statutory')).toBe('stopped');
  });

  it('is publicised within 7 working days when it is a penalty and within 20 otherwise', () => {
    const limitOf = (decisionKind: string) =>
      new DrivenCase(definition, { decisionKind })
        .go(...toExecution)
        .effects.flatMap((effect) =>
          effect.type === 'startClock' && effect.clock.key === 'publicity' ? [effect.clock.limit.value] : [],
        );
    expect([limitOf('penalty'), limitOf('licence'), limitOf('other')]).toEqual([[7], [7], [20]]);
  });

  it('asks for the hearing record after a hearing', () => {
    const hearing = new DrivenCase(definition, { trigger: 'after-hearing' });
    const documents = hearing.env(drafter).documents.filter(({ kind }) => kind !== 'hearing-record');
    const result = hearing.try(drafter, 'submit', undefined, { documents });
    expect(result.ok || result.message).toContain('听证笔录');
  });

  it('may be handled urgently when the time of the case runs out', () => {
    const urgent = { cause: 'statutory-deadline', basisDocument: '立案审批表', approver: '分管副镇长' };
    expect(new DrivenCase(definition).try(drafter, 'submit', { vouched: true, urgent }).ok).toBe(true);
  });
});
