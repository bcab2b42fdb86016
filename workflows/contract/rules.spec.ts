import { describe, expect, it } from '@jest/globals';
import { possibleEvents } from '@lawgate/engine';
import { citations } from '../shared/citations.ts';
import { refusedTomorrow } from '../shared/date-refusals.fixtures.ts';
import { DrivenCase, toAssigning, toLetter, toSubmitted, withPayload } from '../shared/driving.fixtures.ts';
import { exampleContent, exampleDay, exampleFindings } from '../shared/examples.ts';
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

const { drafter, reviewer, director, archivist, leader, adviser } = people;

const spine: SpineOf = {
  definition,
  conclusions: { passing: 'may-sign', unfavourable: 'should-not-sign' },
  questions,
  citations: {
    materials: citations.townRules,
    urgent: citations.townRules,
    points: citations.townRules,
    adviser: citations.advisers,
    concluded: citations.advisers,
  },
  fields: { scale: 'large' },
  act: { type: 'contract.sign', by: drafter },
};

const revised = withPayload(toLetter, 'findings.record', exampleFindings(questions, 'sign-after-changes'));
const acceptance = definition.events['comparison.accept']?.examples[0] as Record<string, unknown>;
const signed = [...toLetter, [drafter, 'contract.sign']] as const;

const unsealed = [{ id: 'd', kind: 'draft', sha256: exampleContent }];
const withLaterDraft = [
  ...unsealed,
  { id: 'e', kind: 'draft', sha256: '3'.repeat(64) },
  { id: 's', kind: 'sealed-copy', sha256: exampleContent },
];
const withTender = [
  { id: 'd', kind: 'draft', sha256: exampleContent },
  { id: 't', kind: 'tender', sha256: '1'.repeat(64) },
  { id: 's', kind: 'sealed-copy', sha256: exampleContent },
];

refuseEachRuleOnce(definition, [
  ...spineRefusals(spine),
  ...separationRefusals(spine),
  extensionRefusedTwice(spine),
  extensionNotPermitted(spine, citations.townRules),
  {
    rule: 'adoption.recorded',
    citation: citations.normativeReview,
    because: 'the changes are not answered yet',
    attempt: () => new DrivenCase(definition).go(...revised).try(drafter, 'contract.sign'),
  },
  {
    rule: 'adoption.lines',
    citation: citations.normativeReview,
    because: 'the unit answers a line that the letter does not have',
    attempt: () =>
      new DrivenCase(definition)
        .go(...revised)
        .try(drafter, 'adoption.record', { adoption: 'full', lines: [{ line: 7, adopted: 'full' }] }),
  },
  {
    rule: 'adoption.reasons',
    citation: citations.normativeReview,
    because: 'the unit adopts in part and says nothing',
    attempt: () => new DrivenCase(definition).go(...revised).try(drafter, 'adoption.record', { adoption: 'partial' }),
  },
  {
    rule: 'round.revision-called-for',
    citation: null,
    because: 'the rule reads a letter that asks for no revision',
    // A favourable conclusion never reaches adoption; the rule must still refuse one in a stored case.
    attempt: () => {
      const stored = new DrivenCase(definition).go(...revised);
      stored.stored = { ...stored.stored, context: { ...stored.stored.context, conclusion: 'may-sign' } };
      return stored.try(drafter, 'submit');
    },
  },
  {
    rule: 'dates.plausible',
    citation: null,
    because: 'the contract is signed tomorrow',
    attempt: () => new DrivenCase(definition).go(...toLetter).try(drafter, 'contract.sign', { on: futureDay }),
  },
  ...(
    [
      ['a payment is before the signing', { payments: [{ on: '2024-03-14' }] }],
      ['the contract ends on the day of signing', { expiresOn: exampleDay }],
      ['a payment is further away than anybody means', { payments: [{ on: '2224-03-14' }] }],
      ['one of two payments is a day further away than that', { payments: [{ on: exampleDay }, { on: '2124-03-15' }] }],
      ['the contract ends a day later than anybody means', { expiresOn: '2124-03-15' }],
    ] as const
  ).map(([because, dates]) => ({
    rule: 'contract.dates-plausible',
    citation: null,
    because,
    attempt: () =>
      new DrivenCase(definition).go(...toLetter).try(drafter, 'contract.sign', { on: exampleDay, ...dates }),
  })),
  {
    rule: 'sealed-copy.handed-in',
    citation: citations.townRules,
    because: 'nobody has handed in the sealed copy',
    attempt: () => new DrivenCase(definition).go(...signed).try(reviewer, 'file', undefined, { documents: unsealed }),
  },
  {
    rule: 'sealed-copy.compared',
    citation: citations.townRules,
    because: 'the sealed copy is there and nobody has compared it',
    attempt: () => new DrivenCase(definition).go(...signed).try(reviewer, 'file'),
  },
  {
    rule: 'sealed-copy.with-reviewed',
    citation: null,
    because: 'another copy was compared than the one that is there',
    attempt: () =>
      new DrivenCase(definition)
        .go(...signed)
        .try(reviewer, 'comparison.accept', { ...acceptance, right: '0'.repeat(64) }),
  },
  ...(
    [
      ['the reviewed text is that of another material', { left: '1'.repeat(64) }],
      ['the text is no material at all', { left: '2'.repeat(64) }],
    ] as const
  ).map(([because, more]) => ({
    rule: 'sealed-copy.with-reviewed',
    citation: null,
    because,
    attempt: () =>
      new DrivenCase(definition)
        .go(...signed)
        .try(reviewer, 'comparison.accept', { ...acceptance, ...more }, { documents: withTender }),
  })),
  {
    rule: 'sealed-copy.reasons',
    citation: citations.townRules,
    because: 'only the pages were counted and nobody says what was seen',
    attempt: () =>
      new DrivenCase(definition).go(...signed).try(reviewer, 'comparison.accept', { ...acceptance, basis: 'pages' }),
  },
  {
    rule: 'sealed-copy.reasons',
    citation: citations.townRules,
    because: 'the copy differs and nobody says why that is right',
    attempt: () =>
      new DrivenCase(definition).go(...signed).try(reviewer, 'comparison.accept', { ...acceptance, differences: 2 }),
  },
  {
    rule: 'sealed-copy.checked-by-hand',
    citation: citations.townRules,
    because: 'a page was not compared and nobody has compared it by hand',
    attempt: () =>
      new DrivenCase(definition)
        .go(...signed)
        .try(reviewer, 'comparison.accept', { ...acceptance, notCompared: 1, reason: '第3页为扫描件。' }),
  },
  {
    rule: 'sealed-copy.with-reviewed',
    citation: null,
    because: 'it was compared with a draft that was handed in after the review',
    attempt: () =>
      new DrivenCase(definition)
        .go(...signed)
        .try(reviewer, 'comparison.accept', { ...acceptance, left: '3'.repeat(64) }, { documents: withLaterDraft }),
  },
  ...refusedTomorrow(definition, [[[...signed, [reviewer, 'comparison.accept']], reviewer, 'file']]),
  {
    rule: 'filing.drafter-or-reviewer',
    citation: null,
    because: 'a colleague of the drafter files',
    attempt: () =>
      new DrivenCase(definition).go(...signed).try({ ...drafter, id: 'colleague', roles: ['submitter'] }, 'file'),
  },
]);

proveMaterials(
  definition,
  ['draft', 'counterparty-standing', 'unit-opinion', 'approval', 'tender', 'risk-paper', 'sealed-copy'],
  ['draft', 'counterparty-standing'],
  [
    {
      of: 'a large contract',
      fields: { scale: 'large' },
      required: ['draft', 'counterparty-standing', 'risk-paper'],
    },
    { of: 'an ordinary contract', fields: { scale: 'ordinary' }, required: ['draft', 'counterparty-standing'] },
  ],
);

describe('a contract', () => {
  it('is paid from the day of its signing and ends within a hundred years', () => {
    const dates = { payments: [{ on: exampleDay }, { on: '2124-03-14' }], expiresOn: '2124-03-14' };
    const toSign = new DrivenCase(definition).go(...toLetter);
    expect(toSign.try(drafter, 'contract.sign', { on: exampleDay, ...dates }).ok).toBe(true);
  });

  it('signed on a day in the future is refused by that rule alone', () => {
    const result = new DrivenCase(definition)
      .go(...toLetter)
      .try(drafter, 'contract.sign', { on: futureDay, payments: [{ on: exampleDay }], expiresOn: exampleDay });
    expect(result.ok || result.refusals.map(({ rule }) => rule)).toEqual(['dates.plausible']);
  });

  it('may differ from its reviewed text with a reason, and can be compared by hand under a name', () => {
    const accepted = (more: Record<string, unknown>) =>
      new DrivenCase(definition).go(...signed).try(reviewer, 'comparison.accept', { ...acceptance, ...more }).ok;
    expect(accepted({ differences: 2, reason: '补填开户银行。' })).toBe(true);
    expect(accepted({ basis: 'pages', reason: '逐页核对无误。' })).toBe(false);
    expect(accepted({ basis: 'pages', reason: '逐页核对无误。', checkedBy: '王某' })).toBe(true);
    expect(accepted({ notCompared: 2, reason: '附图逐项核对无误。', checkedBy: '王某' })).toBe(true);
  });

  it('lets the comparison be accepted before its result is known', () => {
    const open = new DrivenCase(definition).go(...signed);
    const possible = possibleEvents(definition, open.stored, open.env(reviewer));
    expect(possible.find(({ type }) => type === 'comparison.accept')).toMatchObject({ allowed: true });
  });

  it('is reviewed without an adviser unless it is large, as most of 2023 were', () => {
    const standard = new DrivenCase(definition)
      .go(...toAssigning, [reviewer, 'findings.record'], [director, 'sign-off'])
      .go([drafter, 'contract.sign'], [reviewer, 'comparison.accept'], [reviewer, 'file'], [archivist, 'archive']);
    expect(standard.state).toBe('archived');
    expect(standard.numbers()).toEqual(['acceptance', 'opinion-letter', 'filing']);
    expect(standard.recorded('concluded')).toEqual([
      { round: 1, conclusion: 'may-sign', overdue: false, urgent: false, advisers: 0 },
    ]);
  });

  it('goes straight to signing when it may be signed, and answers the changes otherwise', () => {
    expect(new DrivenCase(definition).go(...toLetter).state).toBe('signing');
    expect(new DrivenCase(definition).go(...revised).state).toBe('adoption');
    expect(new DrivenCase(definition).go(...revised, [drafter, 'adoption.record']).state).toBe('signing');
  });

  it.each([
    ['standard', 2],
    ['ordinary', 5],
    ['large', 10],
  ])('of scale %s is reviewed within %i working days, and its adviser has no more time than that', (scale, days) => {
    const started = new DrivenCase(definition, { scale }).go(...toAssigning, [reviewer, 'advisers.assign']);
    const limits = started.effects.flatMap((effect) =>
      effect.type === 'startClock' ? [[effect.clock.key, effect.clock.limit]] : [],
    );
    expect(Object.fromEntries(limits)).toMatchObject({
      review: { value: days, unit: 'workday' },
      adviser: { value: Math.min(3, days), unit: 'workday' },
    });
  });

  it('that should not be signed comes back as a new round with a new clock and is received only once', () => {
    const again = new DrivenCase(definition)
      .go(...withPayload(toLetter, 'findings.record', exampleFindings(questions, 'should-not-sign')))
      .go([drafter, 'submit'], [reviewer, 'accept']);
    expect(again.context).toMatchObject({ round: 2, conclusion: null, opinions: [], director: null });
    expect(again.recorded('received')).toHaveLength(1);
    expect(again.recorded('resubmitted')).toEqual([{ round: 2, urgent: false }]);
    expect(again.clockStatus('review')).toBe('running');
  });

  it('resubmitted and then returned goes back to the unit, since its review is already counted', () => {
    const back = new DrivenCase(definition)
      .go(...withPayload(toLetter, 'findings.record', exampleFindings(questions, 'should-not-sign')))
      .go([drafter, 'submit'], [reviewer, 'return']);
    expect(back.state).toBe('resubmission-returned');
    expect(back.recorded('returned')).toEqual([]);
    expect(back.go([archivist, 'archive']).state).toBe('archived');
  });

  it('withdrawn before acceptance ends as withdrawn', () => {
    const withdrawn = new DrivenCase(definition).go(...toSubmitted, [drafter, 'withdraw']);
    expect([withdrawn.state, withdrawn.clockStatus('intake')]).toEqual(['withdrawn', 'stopped']);
  });

  it('whose adviser says illegal is overruled only with a rebuttal and the leader, and its letter waits for the leader', () => {
    const illegal = definition.events['opinion.give']?.examples[2];
    const waiting = new DrivenCase(definition, { scale: 'large' })
      .go(...toAssigning, [reviewer, 'advisers.assign'], [adviser, 'opinion.give', illegal])
      .go([reviewer, 'findings.record', definition.events['findings.record']?.examples[1]], [director, 'sign-off']);
    expect([waiting.state, waiting.numbers()]).toEqual(['leader-approval', ['acceptance']]);
    const rejected = new DrivenCase(definition);
    rejected.stored = waiting.stored;
    expect(rejected.go([leader, 'leader.reject']).state).toBe('review.examining');
    waiting.go([leader, 'leader.approve']);
    expect([waiting.state, waiting.numbers()]).toEqual(['signing', ['acceptance', 'opinion-letter']]);
  });

  it('is not held back by the adviser’s objection where the rule set only records it', () => {
    const illegal = definition.events['opinion.give']?.examples[2];
    const recorded = new DrivenCase(definition, {}, { parameters: { 'leader-approval.required': 0 } })
      .go(...toAssigning, [reviewer, 'advisers.assign'], [adviser, 'opinion.give', illegal])
      .go([reviewer, 'findings.record', definition.events['findings.record']?.examples[1]], [director, 'sign-off']);
    expect(recorded.state).toBe('signing');
  });

  it('keeps payment clocks in the order of their days and an expiry clock; none where the contract names no dates', () => {
    const payments = [{ on: '2024-06-28', note: '尾款' }, { on: '2024-04-12' }];
    const started = (more: Record<string, unknown>) =>
      new DrivenCase(definition, {}, { parameters: { 'payment.window': 3, 'expiry.window': 60 } })
        .go(...toLetter, [drafter, 'contract.sign', { on: exampleDay, ...more }])
        .effects.flatMap((effect) => (effect.type === 'startClock' && effect.clock.until !== undefined ? [effect] : []))
        .map(({ clock, onDue }) => [clock.key, clock.label, clock.until, clock.window, onDue]);
    expect(started({ payments, expiresOn: '2025-03-14' })).toEqual([
      ['payment.1', '第1期付款', '2024-04-12', { value: 3, unit: 'workday' }, null],
      ['payment.2', '第2期付款', '2024-06-28', { value: 3, unit: 'workday' }, null],
      ['expiry', '合同期限', '2025-03-14', { value: 60, unit: 'day' }, 'clock.lapsed'],
    ]);
    expect(started({})).toEqual([]);
  });

  it.each(['experts', 'superior', 'investigation'])(
    'pauses the review clock while advice or facts are sought: %s',
    (kind) => {
      const resting = new DrivenCase(definition).go(...toAssigning, [
        reviewer,
        'inquiry.begin',
        { kind, question: '付款条件是否可行？' },
      ]);
      expect([resting.state, resting.clockStatus('review')]).toEqual(['inquiring', 'paused']);
    },
  );

  it('is filed without a sealed copy only where the town does not ask for one, and compared again where it was replaced', () => {
    const of = (sha256: string | null) => ({
      documents: [
        { id: 'd', kind: 'draft', sha256: exampleContent },
        ...(sha256 === null ? [] : [{ id: 's', kind: 'sealed-copy', sha256 }]),
      ],
    });
    const compared = () => new DrivenCase(definition).go(...signed).go([reviewer, 'comparison.accept']);
    const { parameters } = new DrivenCase(definition).env(reviewer);
    const notAsked = { ...of(null), parameters: { ...parameters, 'filing.sealed-copy': 0 } };
    expect(new DrivenCase(definition).go(...signed).try(reviewer, 'file', undefined, of(null)).ok).toBe(false);
    expect(new DrivenCase(definition).go(...signed).try(reviewer, 'file', undefined, notAsked).ok).toBe(true);
    expect(compared().try(reviewer, 'file', undefined, of(exampleContent)).ok).toBe(true);
    expect(compared().try(reviewer, 'file', undefined, of('1'.repeat(64))).ok).toBe(false);
  });

  it('is filed on time or late by the clock that counts from the day of signing', () => {
    const clocks = { filing: { status: 'running', dueOn: exampleDay, used: 5, provisional: false } } as const;
    const filed = (on: string) =>
      new DrivenCase(definition, {}, { clocks, today: futureDay, receiptDay: futureDay })
        .go(...toAssigning, [reviewer, 'findings.record'], [director, 'sign-off'])
        .go([drafter, 'contract.sign', { on: futureDay }], [reviewer, 'comparison.accept'])
        .go([reviewer, 'file', { on, target: '县司法局' }])
        .recorded('filed');
    expect(filed(futureDay)).toEqual([{ round: 1, on: futureDay, onTime: false }]);
  });
});
