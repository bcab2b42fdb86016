import { describe, expect, it } from '@jest/globals';
import type { StepOpinion } from '@lawgate/engine';
import type { ReviewContext } from '../context.ts';
import {
  adoptionLines,
  adoptionReasons,
  adoptionRecorded,
  datesPlausible,
  deliberationFloor,
  reviewConcluded,
  revisedInFull,
  revisionCalledFor,
} from './act.ts';
import { inputOf, messageOf, today, tomorrow, yesterday } from './input.fixtures.ts';

const citation = '第一条';

describe('a review that lets the act happen', () => {
  const rule = reviewConcluded({
    conclusions: { legal: '合法', illegal: '不合法' },
    passing: ['legal', 'revised'],
    adviserRequired: ({ fields }) => fields.large === true,
    citation,
  });
  const opinions = [{ adviser: 'a', by: 'a', conclusion: 'agree' }] as const;
  const signed = { signedOn: today, director: 'director', conclusion: 'legal', opinions } as const;

  it.each<[string, Partial<ReviewContext>, boolean]>([
    ['signed and favourable', signed, true],
    ['favourable with the second of the passing conclusions', { ...signed, conclusion: 'revised' }, true],
    ['not signed', { ...signed, signedOn: null }, false],
    ['signed by nobody', { ...signed, director: null }, false],
    ['without a conclusion', { ...signed, conclusion: null }, false],
    ['unfavourable', { ...signed, conclusion: 'illegal' }, false],
    ['without the adviser whom the case needs', { ...signed, opinions: [], fields: { large: true } }, false],
    ['with the adviser whom the case needs', { ...signed, fields: { large: true } }, true],
    ['without an adviser where none is needed', { ...signed, opinions: [] }, true],
    ['nothing yet', {}, false],
  ])('is %s', (_what, context, holds) => {
    expect(rule.holds(inputOf({ context }))).toBe(holds);
  });

  it('is reported as unfavourable, by its conclusion, only after it was signed', () => {
    const named = '审查结论为“不合法”';
    expect(messageOf(rule, { context: { ...signed, conclusion: 'illegal' } })).toContain(named);
    expect(messageOf(rule, { context: { ...signed, conclusion: 'illegal', signedOn: null } })).not.toContain('结论');
    expect(messageOf(rule, { context: { ...signed, conclusion: null } })).not.toContain('结论');
    expect(messageOf(rule, { context: { ...signed, opinions: [], fields: { large: true } } })).not.toContain('结论');
    expect(messageOf(rule, { context: { ...signed, conclusion: 'unknown' } })).toContain('“unknown”');
  });
});

describe('the answer to the letter', () => {
  it.each([
    [null, false],
    ['full', true],
    ['none', true],
  ] as const)('is checked when recorded as %p', (adoption, holds) => {
    expect(adoptionRecorded(citation).holds(inputOf({ context: { adoption } }))).toBe(holds);
  });

  it.each<[string, Record<string, unknown>, boolean]>([
    ['in full', { adoption: 'full' }, true],
    ['in part without a word', { adoption: 'partial' }, false],
    ['in part with reasons', { adoption: 'partial', reasons: '理由' }, true],
    ['in part, the open line with its reason', byLine({ adopted: 'full' }, { adopted: 'none', reason: '理由' }), true],
    ['in part, adopted in part with a reason', byLine({ adopted: 'partial', reason: '理由' }), true],
    ['in part, the open line without a reason', byLine({ adopted: 'full' }, { adopted: 'none' }), false],
    ['in part, one of two with a reason', byLine({ adopted: 'none', reason: '理由' }, { adopted: 'partial' }), false],
    ['in part although every line is adopted', byLine({ adopted: 'full', reason: '理由' }), false],
    ['in part by the older form, with a reason', byLine({ adopted: true }, { adopted: false, reason: '理由' }), true],
    ['in part by the older form, without a reason', byLine({ adopted: false }), false],
    ['in part by the older form, everything adopted', byLine({ adopted: true, reason: '理由' }), false],
    ['in part with no lines at all', byLine(), false],
  ])('is checked when given %s', (_how, payload, holds) => {
    expect(adoptionReasons(citation).holds(inputOf({ payload }))).toBe(holds);
  });

  function byLine(...lines: readonly Record<string, unknown>[]): Record<string, unknown> {
    return { adoption: 'partial', lines };
  }
});

describe('the answer line by line to a letter of two lines', () => {
  const rule = adoptionLines(citation);
  const letter = [{ part: 'examination' }, { part: 'opinions' }, { part: 'opinions' }, { part: 'conclusion' }];
  const opinions = [{ act: 'director', round: 1, points: letter }] as unknown as readonly StepOpinion[];
  const full = (line?: number) => ({ line, adopted: 'full' });
  const none = (line?: number) => ({ line, adopted: 'none', reason: '理由' });
  const given = (adoption: string, lines?: readonly unknown[]) => ({
    payload: { adoption, lines },
    env: { opinions },
  });

  it.each<[string, string, readonly unknown[] | undefined]>([
    ['no line', 'none', undefined],
    ['lines without numbers alone', 'full', [none()]],
    ['both adopted', 'full', [full(1), full(2)]],
    ['both in the other order', 'full', [full(2), full(1)]],
    ['neither', 'none', [none(1), none(2)]],
    [
      'both in part',
      'partial',
      [
        { ...none(1), adopted: 'partial' },
        { ...none(2), adopted: 'partial' },
      ],
    ],
    ['one of them', 'partial', [full(1), none(2)]],
    ['both, and another remark without a number that is not', 'partial', [full(1), full(2), none()]],
    [
      'neither by the older form',
      'none',
      [
        { line: 1, adopted: false, reason: '理由' },
        { line: 2, adopted: false, reason: '理由' },
      ],
    ],
    [
      'one by the older form',
      'partial',
      [
        { line: 1, adopted: true },
        { line: 2, adopted: false, reason: '理由' },
      ],
    ],
  ])('accepts %s', (_what, adoption, lines) => {
    expect(rule.holds(inputOf(given(adoption, lines)))).toBe(true);
    expect(messageOf(rule, given(adoption, lines))).toBe('');
  });

  it.each<[string, string, readonly unknown[], string]>([
    ['lines that do not exist', 'full', [full(1), full(2), full(3), full(4)], '没有第3、4条'],
    ['one line twice', 'full', [full(1), full(2), full(1), full(2)], '第1、2条意见反馈了两次'],
    ['one line three times, named once', 'full', [full(1), full(1), full(1)], '第1条意见反馈了两次'],
    ['the second line left out', 'full', [full(1)], '还有第2条意见没有反馈'],
    ['the first line left out', 'full', [full(2)], '还有第1条意见没有反馈'],
    [
      'no reason',
      'none',
      [
        { line: 1, adopted: 'none' },
        { line: 2, adopted: 'partial' },
      ],
      '第1、2条意见未采纳',
    ],
    ['one of two without a reason', 'none', [none(1), { line: 2, adopted: 'none' }], '第2条意见未采纳'],
    ['all adopted, said to be in part', 'partial', [full(1), full(2)], '不一致'],
    ['none adopted, said to be in part', 'partial', [none(1), none(2)], '不一致'],
    ['one adopted, said to be all', 'full', [full(1), none(2)], '不一致'],
    ['one adopted, said to be none', 'none', [full(1), none(2)], '不一致'],
  ])('refuses %s', (_what, adoption, lines, message) => {
    expect(rule.holds(inputOf(given(adoption, lines)))).toBe(false);
    expect(messageOf(rule, given(adoption, lines))).toContain(message);
  });

  it('refuses a line when nobody has signed a letter', () => {
    expect(rule.holds(inputOf({ payload: { adoption: 'full', lines: [full(1)] } }))).toBe(false);
  });
});

it.each<[string, string | null, string, boolean]>([
  ['made in full', 'needs-revision', 'full', true],
  ['made in part', 'needs-revision', 'partial', false],
  ['not called for', 'legal', 'none', true],
  ['not concluded', null, 'none', true],
])('of a revision that is %s', (_what, conclusion, adoption, holds) => {
  const rule = revisedInFull('needs-revision', citation);
  expect(rule.holds(inputOf({ context: { conclusion }, payload: { adoption } }))).toBe(holds);
});

it.each<[string, string | null, string | null, boolean]>([
  ['the letter calls for it', 'needs-revision', 'needs-revision', true],
  ['the letter is favourable', 'needs-revision', 'legal', false],
  ['nothing is concluded', 'needs-revision', null, false],
  ['the category knows no revision', null, 'legal', false],
  ['the category knows no revision and nothing is concluded', null, null, false],
])('of a new round when %s', (_when, revision, conclusion, holds) => {
  expect(revisionCalledFor(revision).holds(inputOf({ context: { conclusion } }))).toBe(holds);
});

describe('the day of an act', () => {
  const beforeYesterday = '2024-03-13';

  it.each<[string, string, Partial<ReviewContext>, boolean]>([
    ['today', today, { signedOn: yesterday }, true],
    ['tomorrow', tomorrow, { signedOn: yesterday }, false],
    ['the day of the letter', yesterday, { signedOn: yesterday }, true],
    ['the day before the letter', beforeYesterday, { signedOn: yesterday }, false],
    ['the day of the act before it', yesterday, { signedOn: beforeYesterday, actOn: yesterday }, true],
    ['before the act before it', beforeYesterday, { signedOn: beforeYesterday, actOn: yesterday }, false],
    ['before the letter, after an act', beforeYesterday, { signedOn: yesterday, actOn: beforeYesterday }, false],
    ['any day without a letter', beforeYesterday, {}, true],
    ['before an act without a letter', beforeYesterday, { actOn: yesterday }, false],
  ])('is %s', (_what, day, context, holds) => {
    expect(datesPlausible().holds(inputOf({ context, payload: { on: day, heldOn: '1999-01-01' } }))).toBe(holds);
    expect(datesPlausible('heldOn').holds(inputOf({ context, payload: { heldOn: day } }))).toBe(holds);
  });

  it('is reported either as too late or as before the step that it follows', () => {
    const context = { signedOn: beforeYesterday, actOn: yesterday };
    expect(messageOf(datesPlausible(), { context, payload: { on: tomorrow } })).toContain('晚于今天');
    expect(messageOf(datesPlausible(), { context, payload: { on: beforeYesterday } })).toContain(yesterday);
    expect(messageOf(datesPlausible(), { payload: { on: today } })).not.toContain('晚于今天');
  });
});

it.each([
  ['before the floor', yesterday, today, false, false],
  ['on the floor', today, today, false, true],
  ['before the floor in an emergency', yesterday, today, true, true],
  ['without a floor', yesterday, undefined, false, true],
])('of a meeting is checked: %s', (_when, heldOn, floorOn, urgent, holds) => {
  const review = { status: 'met', dueOn: null, floorOn, used: 2, provisional: false } as const;
  const rule = deliberationFloor(citation);
  expect(rule.holds(inputOf({ context: { urgent }, payload: { heldOn }, env: { clocks: { review } } }))).toBe(holds);
});

it('of a meeting is accepted while no review clock runs', () => {
  expect(deliberationFloor(citation).holds(inputOf({ payload: { heldOn: yesterday } }))).toBe(true);
});
