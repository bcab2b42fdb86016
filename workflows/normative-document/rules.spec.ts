import { describe, expect, it } from '@jest/globals';
import { citations } from '../shared/citations.ts';
import { refusedTomorrow } from '../shared/date-refusals.fixtures.ts';
import { DrivenCase, toAdvising, toExamining, toLetter, toSubmitted, withPayload } from '../shared/driving.fixtures.ts';
import { exampleDay, exampleFindings } from '../shared/examples.ts';
import {
  extensionNotPermitted,
  extensionRefusedTwice,
  futureDay,
  spineRefusals,
  tooEarlyDay,
  type SpineOf,
} from '../shared/refusals.fixtures.ts';
import { proveMaterials } from '../shared/materials-suite.fixtures.ts';
import { inputOf } from '../shared/rules/input.fixtures.ts';
import { refuseEachRuleOnce } from '../shared/rules-suite.fixtures.ts';
import { separationRefusals } from '../shared/separation-refusals.fixtures.ts';
import { people } from '../shared/walking.fixtures.ts';
import { definition } from './definition.ts';
import { promulgationRules, questions } from './rules.ts';

const { drafter, reviewer, reviewerDirector, adviser, adviser2, director, archivist, system } = people;
const source = citations.normativeReview;

const spine: SpineOf = {
  definition,
  conclusions: { passing: 'legal', unfavourable: 'illegal' },
  questions,
  citations: { materials: source, urgent: source, points: source, adviser: citations.advisers, concluded: source },
  act: { type: 'deliberation.record', by: drafter },
};

const toDeliberation = [...toLetter, [drafter, 'adoption.record']] as const;
const toPromulgated = [...toDeliberation, [drafter, 'deliberation.record'], [drafter, 'promulgate']] as const;
const toRevision = withPayload(toLetter, 'findings.record', exampleFindings(questions, 'needs-revision'));
const floored = {
  clocks: { review: { status: 'met', dueOn: null, floorOn: '2024-03-20', used: 2, provisional: false } },
} as const;

it('requires the fair competition review by exactly one rule', () => {
  const market = new DrivenCase(definition, { affectsMarketEntities: true, consultationDays: 30 });
  const documents = market.env(drafter).documents.filter(({ kind }) => kind !== 'fair-competition');
  const result = market.try(drafter, 'submit', undefined, { documents });
  expect(result.ok ? [] : result.refusals.map(({ rule }) => rule)).toEqual(['materials.fair-competition']);
});

refuseEachRuleOnce(definition, [
  ...spineRefusals(spine),
  ...separationRefusals(spine),
  extensionNotPermitted(spine, source),
  {
    ...extensionRefusedTwice(spine),
    // The default allows no extension; a rule set that allows one still allows only one.
    attempt: () =>
      new DrivenCase(definition, {}, { parameters: { 'review.extension': 5 } })
        .go(...toAdvising, [director, 'review.extend'])
        .try(director, 'review.extend'),
  },
  {
    rule: 'materials.fair-competition',
    citation: citations.fairCompetition,
    because: 'market entities are concerned',
    attempt: () => {
      const market = new DrivenCase(definition, { affectsMarketEntities: true, consultationDays: 30 });
      const documents = market.env(drafter).documents.filter(({ kind }) => kind !== 'fair-competition');
      return market.try(drafter, 'submit', undefined, { documents });
    },
  },
  {
    rule: 'materials.consultation-days',
    citation: citations.businessConsultation,
    because: 'the public had 29 days',
    attempt: () =>
      new DrivenCase(definition, { affectsMarketEntities: true, consultationDays: 29 }).try(drafter, 'submit'),
  },
  {
    rule: 'identification.is-normative',
    citation: citations.normativeManagement,
    because: 'the checklist says that it is none',
    attempt: () => new DrivenCase(definition, { isNormative: false }).go(...toSubmitted).try(reviewer, 'accept'),
  },
  {
    rule: 'identification.is-normative',
    citation: citations.normativeManagement,
    because: 'one of its features is denied',
    attempt: () =>
      new DrivenCase(definition, { identification: { generallyBinding: false } })
        .go(...toSubmitted)
        .try(reviewer, 'accept'),
  },
  {
    rule: 'adoption.recorded',
    citation: source,
    because: 'the letter is not answered yet',
    attempt: () => new DrivenCase(definition).go(...toLetter).try(drafter, 'deliberation.record'),
  },
  {
    rule: 'adoption.lines',
    citation: source,
    because: 'the unit answers a line that the letter does not have',
    attempt: () =>
      new DrivenCase(definition)
        .go(...toLetter)
        .try(drafter, 'adoption.record', { adoption: 'full', lines: [{ line: 7, adopted: 'full' }] }),
  },
  {
    rule: 'adoption.reasons',
    citation: source,
    because: 'the unit adopts nothing and says nothing',
    attempt: () => new DrivenCase(definition).go(...toLetter).try(drafter, 'adoption.record', { adoption: 'none' }),
  },
  {
    rule: 'adoption.revised-in-full',
    citation: source,
    because: 'the needed revision is made in part',
    attempt: () =>
      new DrivenCase(definition)
        .go(...toRevision)
        .try(drafter, 'adoption.record', { adoption: 'partial', reasons: '理由' }),
  },
  {
    rule: 'round.revision-called-for',
    citation: null,
    because: 'the letter is favourable',
    attempt: () => new DrivenCase(definition).go(...toLetter).try(drafter, 'submit'),
  },
  {
    rule: 'deliberation.floor',
    citation: source,
    because: 'the meeting is before the floor of working days',
    attempt: () => new DrivenCase(definition, {}, floored).go(...toDeliberation).try(drafter, 'deliberation.record'),
  },
  ...(
    [
      ['signed-by-head', 'the town asks for the signature', {}, { 'promulgation.signature-required': 1 }],
      ['signed-by-head', 'the day is missing', { signedBy: '镇长' }, { 'promulgation.signature-required': 1 }],
      ['signed-by-head', 'the name is missing', { signedOn: exampleDay }, { 'promulgation.signature-required': 1 }],
      ['registered', 'the town asks for the number of its register', {}, { 'promulgation.registration-required': 1 }],
      ['signed-in-order', 'it is signed after its publication', { signedBy: '镇长', signedOn: futureDay }, {}],
      ['signed-in-order', 'it is signed before its review was', { signedBy: '镇长', signedOn: tooEarlyDay }, {}],
    ] as const
  ).map(([rule, because, more, parameters]) => ({
    rule: `promulgation.${rule}`,
    citation: citations.normativeManagement,
    because,
    attempt: () =>
      new DrivenCase(definition, {}, { parameters })
        .go(...toDeliberation, [drafter, 'deliberation.record'])
        .try(drafter, 'promulgate', { on: exampleDay, documentNumber: '镇政发〔2024〕6号', ...more }),
  })),
  ...(
    [
      ['a document is to be valid for a day longer than five years', {}, '2029-03-15'],
      ['a trial document is to be valid for a day longer than two years', { trial: true }, '2026-03-15'],
      ['the validity ends before it begins', {}, '2024-03-14'],
    ] as const
  ).map(([because, fields, validUntil]) => ({
    rule: 'validity.within-limit',
    citation: citations.townRules,
    because,
    attempt: () =>
      new DrivenCase(definition, fields)
        .go(...toDeliberation, [drafter, 'deliberation.record'])
        .try(drafter, 'promulgate', { on: exampleDay, documentNumber: '镇政发〔2024〕6号', validUntil }),
  })),
  {
    rule: 'dates.plausible',
    citation: null,
    because: 'the meeting was before the sign-off',
    attempt: () =>
      new DrivenCase(definition)
        .go(...toDeliberation)
        .try(drafter, 'deliberation.record', { heldOn: tooEarlyDay, meeting: '镇长办公会', result: 'passed' }),
  },
  ...refusedTomorrow(definition, [
    [toPromulgated, drafter, 'publicise'],
    [toPromulgated, reviewer, 'file'],
  ]),
  {
    rule: 'filing.drafter-or-reviewer',
    citation: null,
    because: 'a colleague of the drafter files',
    attempt: () =>
      new DrivenCase(definition)
        .go(...toDeliberation, [drafter, 'deliberation.record'], [drafter, 'promulgate'])
        .try({ ...drafter, id: 'colleague', roles: ['submitter'] }, 'file'),
  },
  {
    rule: 'filing.recipient-asked',
    citation: citations.townRules,
    because: 'the town files with the government alone',
    attempt: () =>
      new DrivenCase(definition)
        .go(...toDeliberation, [drafter, 'deliberation.record'], [drafter, 'promulgate'])
        .try(reviewer, 'file', { on: exampleDay, target: '县人大常委会', recipient: 'congress' }),
  },
  {
    rule: 'filing.once',
    citation: null,
    because: 'the government has its report, and the congress still waits for its own',
    attempt: () =>
      new DrivenCase(definition, {}, { parameters: { 'filing.congress.limit': 30 } })
        .go(...toDeliberation, [drafter, 'deliberation.record'], [drafter, 'promulgate'], [reviewer, 'file'])
        .try(reviewer, 'file'),
  },
]);

proveMaterials(
  definition,
  [
    'draft',
    'drafting-notes',
    'legal-basis',
    'consultation',
    'fair-competition',
    'unit-opinion',
    'expert-opinion',
    'hearing-record',
    'risk-paper',
  ],
  ['draft', 'drafting-notes', 'legal-basis', 'consultation'],
  [
    {
      of: 'a document about market entities',
      fields: { affectsMarketEntities: true, consultationDays: 30 },
      required: ['draft', 'drafting-notes', 'legal-basis', 'consultation', 'fair-competition'],
    },
    { of: 'another document', fields: {}, required: ['draft', 'drafting-notes', 'legal-basis', 'consultation'] },
  ],
);

describe('a normative document', () => {
  it('goes from the draft to the archive', () => {
    const whole = new DrivenCase(definition)
      .go(...toDeliberation, [drafter, 'deliberation.record'], [drafter, 'promulgate'])
      .go([reviewer, 'file'], [drafter, 'publicise'], [archivist, 'archive']);
    expect(whole.state).toBe('archived');
    expect(whole.recorded('promulgated')).toEqual([
      { round: 1, on: exampleDay, documentNumber: '镇政发〔2024〕6号', registrationNumber: null, validityYears: 5 },
    ]);
    expect(['review', 'publicity', 'filing'].map((key) => whole.clockStatus(key))).toEqual(['met', 'met', 'met']);
  });

  it('is signed by the head and registered where the town requires both', () => {
    const parameters = { 'promulgation.signature-required': 1, 'promulgation.registration-required': 1 };
    const whole = new DrivenCase(definition, {}, { parameters }).go(
      ...toDeliberation,
      [drafter, 'deliberation.record'],
      [
        drafter,
        'promulgate',
        {
          on: exampleDay,
          documentNumber: '镇政发〔2024〕6号',
          signedBy: '镇长',
          signedOn: exampleDay,
          registrationNumber: 'LLDR-2024-0010001',
        },
      ],
    );
    expect(whole.recorded('promulgated')).toMatchObject([{ registrationNumber: 'LLDR-2024-0010001' }]);
  });

  it('issued on trial is valid for two years', () => {
    const trial = new DrivenCase(definition, { trial: true }).go(
      ...toDeliberation,
      [drafter, 'deliberation.record'],
      [drafter, 'promulgate'],
    );
    expect(trial.recorded('promulgated')).toMatchObject([{ validityYears: 2 }]);
  });

  it.each([
    ['for five years', {}, exampleDay, {}, '2029-03-14'],
    ['on trial for two years', { trial: true }, exampleDay, {}, '2026-03-14'],
    ['of a leap day through the last of a February', {}, '2024-02-29', {}, '2029-02-28'],
    ['for as long as its drafter says', {}, exampleDay, { validUntil: '2027-12-31' }, '2027-12-31'],
    ['for as long as it may be at most', {}, exampleDay, { validUntil: '2029-03-14' }, '2029-03-14'],
  ] as const)('is valid %s', (_how, fields, on, more, until) => {
    const world = { today: on, receiptDay: on };
    const valid = new DrivenCase(definition, fields, world)
      .go(...toLetter, [drafter, 'adoption.record'])
      .go([drafter, 'deliberation.record', { heldOn: on, meeting: '镇长办公会', result: 'passed' }])
      .go([drafter, 'promulgate', { on, documentNumber: '镇政发〔2024〕6号', ...more }]);
    expect(valid.effects).toContainEqual(
      expect.objectContaining({
        type: 'startClock',
        from: on,
        onDue: 'clock.lapsed',
        clock: expect.objectContaining({ key: 'validity', until, window: { value: 6, unit: 'month' }, atEnd: 'lapse' }),
      }),
    );
    expect(valid.clockStatus('validity')).toBe('running');
  });

  it('counts publicity and filing from the day of promulgation, also when it is recorded later', () => {
    const late = new DrivenCase(definition).go(...toDeliberation, [drafter, 'deliberation.record']);
    late.accept(
      late.try(drafter, 'promulgate', undefined, { today: '2024-03-20', receiptDay: '2024-03-20' }),
      'promulgate',
    );
    const from = late.effects.flatMap((effect) =>
      effect.type === 'startClock' && effect.clock.key !== 'review' ? [[effect.clock.key, effect.from]] : [],
    );
    expect(Object.fromEntries(from)).toMatchObject({ publicity: exampleDay, filing: exampleDay });
  });

  it('is deliberated before the floor only with a reason, which is recorded', () => {
    const early = new DrivenCase(definition, {}, floored).go(...toDeliberation);
    const result = early.try(drafter, 'deliberation.record', undefined, {
      overrides: { 'deliberation.floor': '县政府要求本周上会' },
    });
    expect(result.ok && result.overridden).toEqual([{ rule: 'deliberation.floor', reason: '县政府要求本周上会' }]);
  });

  it('has no floor in a named emergency', () => {
    const urgent = withPayload(toDeliberation, 'submit', definition.events.submit?.examples[1]);
    expect(new DrivenCase(definition, {}, floored).go(...urgent).try(drafter, 'deliberation.record').ok).toBe(true);
  });

  it('put off at the meeting goes back on the agenda', () => {
    const again = new DrivenCase(definition)
      .go(...toDeliberation, [drafter, 'deliberation.record', definition.events['deliberation.record']?.examples[2]])
      .go([drafter, 'deliberation.record']);
    expect(again.state).toBe('promulgation');
    expect(again.recorded('deliberated').map(({ result }) => result)).toEqual(['again', 'passed']);
  });

  it('rejected by the meeting is closed without being promulgated', () => {
    const rejected = new DrivenCase(definition)
      .go(...toDeliberation, [drafter, 'deliberation.record', definition.events['deliberation.record']?.examples[1]])
      .go([archivist, 'archive']);
    expect(rejected.state).toBe('not-adopted');
  });

  it('that turns out not to be normative is declined, with a number from the return series', () => {
    const declined = new DrivenCase(definition, { isNormative: false }).go(...toSubmitted, [reviewer, 'decline']);
    expect([declined.state, declined.numbers()]).toEqual(['declined', ['return']]);
  });
});

describe('the promulgation of a normative document', () => {
  const promulgated = (on: string, more: Record<string, unknown>, world = {}) =>
    new DrivenCase(definition, {}, world)
      .go(...toDeliberation, [drafter, 'deliberation.record'])
      .try(drafter, 'promulgate', { on, documentNumber: '镇政发〔2024〕6号', ...more });

  it('may be on the day on which its head signs, which may be the day of the letter', () => {
    expect(promulgated(exampleDay, { signedBy: '镇长', signedOn: exampleDay }).ok).toBe(true);
  });

  it('of a case without a letter is not refused by the rule on the order of dates', () => {
    const inOrder = promulgationRules.find(({ id }) => id === 'promulgation.signed-in-order');
    const payload = { on: exampleDay, signedOn: tooEarlyDay };
    expect(inOrder?.holds(inputOf({ payload }))).toBe(true);
  });

  it('may give a validity of a single day', () => {
    expect(promulgated(exampleDay, { validUntil: exampleDay }).ok).toBe(true);
  });

  it('on a day in the future is refused by that rule alone', () => {
    const result = promulgated(futureDay, { validUntil: tooEarlyDay });
    expect(result.ok || result.refusals.map(({ rule }) => rule)).toEqual(['dates.plausible']);
  });
});

describe('a supplement', () => {
  const two = [
    ...toAdvising.slice(0, 2),
    [reviewer, 'advisers.assign', { advisers: [adviser.id, adviser2.id] }],
  ] as const;

  it('pauses the review and returns to the same state, asking only the advisers who have not given an opinion', () => {
    const paused = new DrivenCase(definition).go(...two, [adviser, 'opinion.give'], [reviewer, 'supplement.request']);
    expect([
      paused.state,
      paused.clockStatus('review'),
      paused.clockStatus('adviser'),
      paused.clockStatus('supplement'),
    ]).toEqual(['supplementing', 'paused', 'paused', 'running']);
    paused.go([drafter, 'supplement.provide']);
    expect([paused.state, paused.clockStatus('review'), paused.clockStatus('supplement')]).toEqual([
      'review.advising',
      'running',
      'met',
    ]);
    expect(paused.stored.tasks.opinion?.set.seats.map(({ holder }) => holder)).toEqual([adviser2.id]);
    expect(paused.go([adviser2, 'opinion.give']).context.opinions).toHaveLength(2);
  });

  it('asked for before acceptance does not keep the unit from withdrawing', () => {
    const asked = new DrivenCase(definition).go(...toSubmitted, [reviewer, 'supplement.request']);
    expect(asked.go([drafter, 'withdraw']).state).toBe('withdrawn');
  });

  it('asked for before acceptance returns to intake', () => {
    const intake = new DrivenCase(definition).go(
      ...toSubmitted,
      [reviewer, 'supplement.request'],
      [drafter, 'supplement.provide'],
    );
    expect([intake.state, intake.clockStatus('review')]).toEqual(['submitted', 'absent']);
  });

  it('not delivered in time returns the case by a system event', () => {
    const expired = new DrivenCase(definition).go(
      ...toExamining,
      [reviewer, 'supplement.request'],
      [system, definition.clocks['supplement']?.onDue ?? 'none'],
    );
    expect([expired.state, expired.clockStatus('review'), expired.clockStatus('supplement')]).toEqual([
      'returned',
      'stopped',
      'stopped',
    ]);
    expect(expired.recorded('returned')).toEqual([{ round: 1, reason: '补正逾期' }]);
  });

  it('cannot be returned for lateness by a person', () => {
    const result = new DrivenCase(definition)
      .go(...toExamining, [reviewer, 'supplement.request'])
      .try(drafter, 'supplement.expire', {});
    expect(result.ok || result.kind).toBe('forbidden');
  });
});

describe('advice sought outside of the office', () => {
  const asked = [reviewer, 'inquiry.begin', { kind: 'superior', question: '是否属于县级权限？' }] as const;

  it.each([
    ['before an adviser is named', toAdvising.slice(0, 2), 'review.assigning'],
    ['while an adviser works', toAdvising, 'review.advising'],
    ['before the findings', toExamining, 'review.examining'],
  ] as const)('pauses the review %s and returns to the same state', (_when, way, state) => {
    const resting = new DrivenCase(definition).go(...way, asked);
    expect([resting.state, resting.clockStatus('review')]).toEqual(['inquiring', 'paused']);
    expect(resting.clockStatus('inquiry')).toBe('running');
    resting.go([reviewer, 'inquiry.end']);
    const clocks = ['review', 'inquiry'].map((key) => resting.clockStatus(key));
    expect([resting.state, ...clocks]).toEqual([state, 'running', 'met']);
    expect(resting.recorded('inquiry')).toEqual([{ round: 1, kind: 'superior' }]);
  });

  it('asks only the adviser who has not given an opinion', () => {
    const two = [
      ...toAdvising.slice(0, 2),
      [reviewer, 'advisers.assign', { advisers: [adviser.id, adviser2.id] }],
    ] as const;
    const back = new DrivenCase(definition).go(...two, [adviser, 'opinion.give'], asked, [reviewer, 'inquiry.end']);
    expect(back.stored.tasks.opinion?.set.seats.map(({ holder }) => holder)).toEqual([adviser2.id]);
    expect(back.clockStatus('adviser')).toBe('running');
  });

  it('blocks decisions meanwhile, and can be neither begun nor ended by the drafter', () => {
    const resting = new DrivenCase(definition).go(...toExamining, asked);
    const early = resting.try(drafter, 'deliberation.record');
    expect(early.ok || early.refusals.map(({ rule }) => rule)).toEqual(['review.concluded']);
    const own = resting.try(drafter, 'inquiry.end');
    expect(own.ok || own.refusals.map(({ rule }) => rule)).toEqual(['separation.drafter-not-reviewer']);
    const begun = new DrivenCase(definition).go(...toExamining).try(drafter, 'inquiry.begin');
    expect(begun.ok || begun.refusals.map(({ rule }) => rule)).toEqual(['separation.drafter-not-reviewer']);
  });

  it('does not offer an investigation in this category', () => {
    const result = new DrivenCase(definition).go(...toExamining).try(reviewer, 'inquiry.begin', {
      kind: 'investigation',
      question: '现场情况如何？',
    });
    expect(result.ok || [result.kind, result.issues.map(({ path }) => path)]).toEqual(['payload', ['kind']]);
  });
});

describe('parameters of the rule set for pauses and office hours', () => {
  const started = (parameters: Record<string, number>) =>
    new DrivenCase(definition, {}, { parameters })
      .go(...toAdvising.slice(0, 2))
      .effects.find((effect) => effect.type === 'startClock' && effect.clock.key === 'review');

  it('choose whether the review continues with what is left or starts again', () => {
    expect(started({})).toMatchObject({ clock: { resume: 'continue' } });
    expect(started({ 'review.resume-restarts': 1 })).toMatchObject({ clock: { resume: 'restart' } });
  });

  it('set when the office opens and closes, and whether closing time counts', () => {
    const hours = (parameters: Record<string, number>) => [
      definition.ladder?.(parameters).opening,
      definition.clocks.adviser?.ladder?.(parameters).opening,
      definition.closing?.(parameters),
    ];
    expect(hours({})).toEqual(['08:30', '08:30', '17:30']);
    expect(hours({ 'office.opening': 540, 'office.closing': 1439 })).toEqual(['09:00', '09:00', '23:59']);
    expect(hours({ 'office.closing': 1440 })).toEqual(['08:30', '08:30', null]);
  });
});

describe('a conflict of interest', () => {
  const two = [
    ...toAdvising.slice(0, 2),
    [reviewer, 'advisers.assign', { advisers: [adviser.id, adviser2.id] }],
  ] as const;

  it('of the only adviser requires another one', () => {
    const left = new DrivenCase(definition).go(...toAdvising, [adviser, 'recuse']);
    expect([left.state, left.context.advisers, left.clockStatus('adviser')]).toEqual([
      'review.assigning',
      [],
      'stopped',
    ]);
    const result = left.try(reviewer, 'advisers.assign', { advisers: [adviser.id] });
    expect(result.ok || result.refusals.map(({ rule }) => rule)).toEqual(['advisers.eligible']);
  });

  it('of one of two advisers keeps the other opinion valid', () => {
    const other = new DrivenCase(definition).go(...two, [adviser, 'opinion.give'], [adviser2, 'recuse']);
    expect([other.state, other.context.opinions.map(({ by }) => by)]).toEqual(['review.examining', [adviser.id]]);
  });

  it('of the last adviser who has to give an opinion after a supplement keeps the earlier opinion valid', () => {
    const remaining = new DrivenCase(definition).go(
      ...two,
      [adviser, 'opinion.give'],
      [reviewer, 'supplement.request'],
      [drafter, 'supplement.provide'],
      [adviser2, 'recuse'],
    );
    expect([remaining.state, remaining.context.opinions.map(({ by }) => by)]).toEqual([
      'review.examining',
      [adviser.id],
    ]);
  });

  it('found after the opinion was given removes the opinion, and the findings based on it', () => {
    const out = new DrivenCase(definition).go(...toExamining, [reviewer, 'findings.record'], [adviser, 'recuse']);
    expect([out.state, out.context.opinions, out.context.conclusion]).toEqual(['review.assigning', [], null]);
  });

  it('of the reviewer after the findings requires findings by another reviewer', () => {
    const other = new DrivenCase(definition).go(...toExamining, [reviewer, 'findings.record'], [reviewer, 'recuse']);
    expect([other.state, other.context.reviewer]).toEqual(['review.examining', null]);
    expect(other.go([reviewerDirector, 'findings.record'], [director, 'sign-off']).state).toBe('adoption');
  });
});

describe('operations on the advisers’ task', () => {
  const two = [
    ...toAdvising.slice(0, 2),
    [reviewer, 'advisers.assign', { advisers: [adviser.id, adviser2.id] }],
  ] as const;

  it('a removed adviser need not give an opinion, and the task can complete without them', () => {
    const removed = new DrivenCase(definition).go(
      ...two,
      [reviewer, 'task.remove-signer', { person: adviser2.id }],
      [adviser, 'opinion.give'],
    );
    expect([removed.state, removed.context.advisers]).toEqual(['review.examining', [adviser.id]]);
  });

  it('a transferred opinion is due from the new adviser', () => {
    const moved = new DrivenCase(definition).go(...toAdvising, [
      reviewer,
      'task.transfer',
      { from: adviser.id, to: adviser2.id },
    ]);
    expect(moved.context.advisers).toEqual([adviser2.id]);
    expect(moved.go([adviser2, 'opinion.give']).state).toBe('review.examining');
  });

  it('an opinion taken back while others are due does not count', () => {
    const back = new DrivenCase(definition).go(...two, [adviser, 'opinion.give'], [adviser, 'task.withdraw', {}]);
    expect([back.state, back.context.opinions]).toEqual(['review.advising', []]);
  });
});

describe('a director who sends back', () => {
  it('continues with the reviewer, or lets the advisers act again', () => {
    const [continued, restarted] = definition.events['send-back']?.examples ?? [];
    const signing = () => new DrivenCase(definition).go(...toExamining, [reviewer, 'findings.record']);
    expect(signing().go([director, 'send-back', continued])).toMatchObject({
      state: 'review.examining',
      context: { conclusion: null, opinions: [{ by: adviser.id }] },
    });
    expect(signing().go([director, 'send-back', restarted])).toMatchObject({
      state: 'review.assigning',
      context: { conclusion: null, opinions: [], everAdvised: [adviser.id] },
    });
  });
});
