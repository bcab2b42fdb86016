import { describe, expect, it } from '@jest/globals';
import { citations } from '../shared/citations.ts';
import { refusedTomorrow } from '../shared/date-refusals.fixtures.ts';
import { DrivenCase, toLetter, withPayload } from '../shared/driving.fixtures.ts';
import { exampleDay, exampleFindings } from '../shared/examples.ts';
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
  conclusions: { passing: 'legal', unfavourable: 'illegal' },
  questions,
  citations: {
    materials: citations.majorMaterials,
    urgent: citations.townRules,
    points: citations.majorReviewPoints,
    adviser: citations.majorAdvisers,
    concluded: citations.majorReview,
  },
  act: { type: 'decision.make', by: leader },
};

const toDeliberation = [...toLetter, [drafter, 'adoption.record']] as const;
const toDecision = [...toDeliberation, [drafter, 'deliberation.record']] as const;
const toRevision = withPayload(toLetter, 'findings.record', exampleFindings(questions, 'needs-revision'));
const floored = {
  clocks: { review: { status: 'met', dueOn: null, floorOn: '2024-03-20', used: 2, provisional: false } },
} as const;

refuseEachRuleOnce(definition, [
  ...spineRefusals(spine),
  ...separationRefusals(spine),
  extensionRefusedTwice(spine),
  extensionNotPermitted(spine, citations.townRules),
  {
    rule: 'materials.fair-competition',
    citation: citations.fairCompetition,
    because: 'market entities are concerned',
    attempt: () => {
      const market = new DrivenCase(definition, { affectsMarketEntities: true });
      const documents = market.env(drafter).documents.filter(({ kind }) => kind !== 'fair-competition');
      return market.try(drafter, 'submit', undefined, { documents });
    },
  },
  {
    rule: 'adoption.recorded',
    citation: citations.majorReview,
    because: 'the letter is not answered yet',
    attempt: () => new DrivenCase(definition).go(...toLetter).try(leader, 'decision.make'),
  },
  {
    rule: 'adoption.lines',
    citation: citations.majorReview,
    because: 'the unit answers a line that the letter does not have',
    attempt: () =>
      new DrivenCase(definition)
        .go(...toLetter)
        .try(drafter, 'adoption.record', { adoption: 'full', lines: [{ line: 7, adopted: 'full' }] }),
  },
  {
    rule: 'adoption.reasons',
    citation: citations.majorReview,
    because: 'the unit adopts in part and says nothing',
    attempt: () => new DrivenCase(definition).go(...toLetter).try(drafter, 'adoption.record', { adoption: 'partial' }),
  },
  {
    rule: 'adoption.revised-in-full',
    citation: citations.majorReview,
    because: 'the needed revision is not made',
    attempt: () =>
      new DrivenCase(definition)
        .go(...toRevision)
        .try(drafter, 'adoption.record', { adoption: 'none', reasons: '理由' }),
  },
  {
    rule: 'round.revision-called-for',
    citation: null,
    because: 'the letter is favourable',
    attempt: () => new DrivenCase(definition).go(...toLetter).try(drafter, 'submit'),
  },
  {
    rule: 'deliberation.floor',
    citation: citations.majorMaterials,
    because: 'the meeting is before the floor of working days',
    attempt: () => new DrivenCase(definition, {}, floored).go(...toDeliberation).try(drafter, 'deliberation.record'),
  },
  {
    rule: 'deliberation.head-last',
    citation: citations.majorDeliberation,
    because: 'the head spoke first',
    attempt: () =>
      new DrivenCase(definition).go(...toDeliberation).try(drafter, 'deliberation.record', {
        heldOn: exampleDay,
        meeting: '镇长办公会',
        result: 'passed',
        headSpokeLast: false,
      }),
  },
  {
    rule: 'dates.plausible',
    citation: null,
    because: 'the decision is made tomorrow',
    attempt: () =>
      new DrivenCase(definition)
        .go(...toDecision)
        .try(leader, 'decision.make', { on: futureDay, documentNumber: '镇政发〔2024〕7号' }),
  },
  ...refusedTomorrow(definition, [[[...toDecision, [leader, 'decision.make']], drafter, 'publicise']]),
  {
    rule: 'filing.drafter-or-reviewer',
    citation: null,
    because: 'a colleague of the drafter files',
    attempt: () =>
      new DrivenCase(definition)
        .go(...toDecision, [leader, 'decision.make'], [drafter, 'publicise'])
        .try({ ...drafter, id: 'colleague', roles: ['submitter'] }, 'file'),
  },
]);

describe('a major decision that concerns market entities', () => {
  it('is refused by exactly one rule when the fair competition review is missing', () => {
    const market = new DrivenCase(definition, { affectsMarketEntities: true });
    const documents = market.env(drafter).documents.filter(({ kind }) => kind !== 'fair-competition');
    const result = market.try(drafter, 'submit', undefined, { documents });
    expect(result.ok || result.refusals.map(({ rule }) => rule)).toEqual(['materials.fair-competition']);
  });

  it('records, with a reason, minutes in which the head did not speak last', () => {
    const payload = { heldOn: exampleDay, meeting: '镇长办公会', result: 'passed', headSpokeLast: false };
    const overrides = { 'deliberation.head-last': '会议记录如此。' };
    const meeting = new DrivenCase(definition).go(...toDeliberation);
    expect(meeting.try(drafter, 'deliberation.record', payload, { overrides }).ok).toBe(true);
  });
});

proveMaterials(
  definition,
  ['draft', 'drafting-notes', 'legal-basis', 'consultation', 'expert-opinion', 'risk-paper', 'fair-competition'],
  ['draft', 'drafting-notes', 'legal-basis', 'consultation'],
  [
    {
      of: 'a decision made in public',
      fields: {},
      required: ['draft', 'drafting-notes', 'legal-basis', 'consultation'],
    },
    {
      of: 'a confidential decision',
      fields: { confidential: true },
      required: ['draft', 'drafting-notes', 'legal-basis'],
    },
    {
      of: 'a technical decision with risks that concerns market entities',
      fields: { technical: true, socialRisk: true, affectsMarketEntities: true },
      required: [
        'draft',
        'drafting-notes',
        'legal-basis',
        'consultation',
        'expert-opinion',
        'risk-paper',
        'fair-competition',
      ],
    },
  ],
);

describe('a major decision', () => {
  it('goes from the draft to the archive, decided by the leader', () => {
    const whole = new DrivenCase(definition)
      .go(...toDecision, [leader, 'decision.make'], [drafter, 'publicise'])
      .go([reviewer, 'file'], [archivist, 'archive']);
    expect(whole.state).toBe('archived');
    expect(whole.clockStatus('publicity')).toBe('met');
  });

  it('has a floor of seven working days', () => {
    const review = new DrivenCase(definition)
      .go(...toLetter)
      .effects.find((effect) => effect.type === 'startClock' && effect.clock.key === 'review');
    expect(review).toMatchObject({ clock: { floor: { value: 7, unit: 'workday' } } });
  });

  it('asks for experts and a risk paper where the fields say so', () => {
    const hard = new DrivenCase(definition, { technical: true, socialRisk: true });
    const documents = hard.env(drafter).documents.filter(({ kind }) => !/expert|risk/.test(kind));
    const result = hard.try(drafter, 'submit', undefined, { documents });
    expect(result.ok || result.message).toMatch(/专家论证意见、风险评估报告/);
  });
});
