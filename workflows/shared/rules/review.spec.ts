import { describe, expect, it } from '@jest/globals';
import type { StepOpinion } from '@lawgate/engine';
import type { ReviewContext } from '../context.ts';
import { people } from '../walking.fixtures.ts';
import { inputOf, messageOf } from './input.fixtures.ts';
import {
  adviserOpinionRequired,
  advisersEligible,
  allPointsAnswered,
  extensionOnce,
  extensionPermitted,
  letterRestsOnOpinions,
  problemsHaveReasons,
  rebuttalRequired,
} from './review.ts';

const { adviser, adviser2, drafter, reviewer } = people;
const opinion = (by: string, conclusion: 'agree' | 'illegal' = 'agree') => ({ adviser: by, by, conclusion }) as const;

describe('advisers', () => {
  const other = { ...adviser, id: 'other', name: '顾问丙' };
  const known = { people: { [adviser.id]: adviser, [adviser2.id]: adviser2, other, [drafter.id]: drafter } };
  const chosen = (advisers: readonly string[], context: Partial<ReviewContext> = {}, recused: string[] = []) => ({
    payload: { advisers },
    context: { drafter: 'd', ...context },
    env: known,
    recused,
  });

  it.each<[string, ReturnType<typeof chosen>, string | null]>([
    ['two advisers of the town', chosen([adviser.id, 'other']), null],
    ['a stranger', chosen(['stranger']), '“stranger”不是本镇的法律顾问'],
    ['a person who is no adviser', chosen([drafter.id]), `“${drafter.id}”不是本镇的法律顾问`],
    ['one adviser twice', chosen(['other', 'other']), '顾问丙重复'],
    ['the drafter', chosen(['other'], { drafter: 'other' }), '顾问丙是本案的承办人'],
    ['who handed the case in', chosen(['other'], { handedInBy: 'other' }), '顾问丙是本案的承办人'],
    ['who recorded the findings', chosen(['other'], { reviewer: 'other' }), '顾问丙是本案的审查人'],
    ['one who is recused', chosen(['other'], {}, ['somebody', 'other']), '顾问丙已就本案回避'],
    ['one who may and one who may not', chosen([adviser.id, 'stranger', 'nobody']), '法律顾问；“nobody”'],
  ])('are chosen: %s', (_who, given, fault) => {
    expect(advisersEligible.holds(inputOf(given))).toBe(fault === null);
    if (fault !== null) expect(messageOf(advisersEligible, given)).toContain(fault);
  });

  it('must not assign themselves', () => {
    const given = { ...chosen(['other']), env: { ...known, actor: other } };
    expect(advisersEligible.holds(inputOf(given))).toBe(false);
    expect(messageOf(advisersEligible, given)).toContain('顾问丙是本案的审查人');
  });

  it.each<[string, Partial<ReviewContext>, boolean, boolean]>([
    ['one of two is outstanding', { advisers: ['a', 'b'], opinions: [opinion('a')] }, false, false],
    ['both were in', { advisers: ['a', 'b'], opinions: [opinion('a'), opinion('b')] }, true, true],
    ['none was asked and none is needed', {}, false, true],
    ['none was asked and one is needed', {}, true, false],
  ])('are given before the findings: %s', (_what, context, isRequired, holds) => {
    expect(adviserOpinionRequired(() => isRequired, '第一条').holds(inputOf({ context }))).toBe(holds);
  });

  it('are reported as outstanding only where some were asked', () => {
    const rule = adviserOpinionRequired(() => true, '第一条');
    expect(messageOf(rule, { context: { advisers: ['a'] } })).toContain('尚未全部出具');
    expect(messageOf(rule, {})).toContain('请先指派');
  });
});

describe('findings', () => {
  const questions = { powers: '权限', content: '内容' };
  const ok = (point: string) => ({ point, finding: 'ok' });

  it.each([
    ['both', [ok('content'), ok('powers')], null],
    ['the first alone', [ok('powers')], '还缺：内容。'],
    ['none', [], '还缺：权限、内容。'],
    ['others', [ok('other')], '还缺：权限、内容。'],
  ])('answer of two questions %s', (_which, points, message) => {
    const rule = allPointsAnswered(questions, '第一条');
    expect(rule.holds(inputOf({ payload: { points } }))).toBe(message === null);
    if (message !== null) expect(messageOf(rule, { payload: { points } })).toContain(message);
  });

  it.each([
    ['nothing wrong', [ok('powers')], null],
    ['a problem and its reason', [{ point: 'powers', finding: 'problem', reason: '越权' }], null],
    ['a problem without a reason', [ok('content'), { point: 'powers', finding: 'problem' }], '：权限。'],
    ['a point of an older list', [{ point: 'older', finding: 'problem' }], '：older。'],
  ])('find %s', (_what, points, message) => {
    const rule = problemsHaveReasons(questions);
    expect(rule.holds(inputOf({ payload: { points } }))).toBe(message === null);
    if (message !== null) expect(messageOf(rule, { payload: { points } })).toContain(message);
  });

  it.each<[string, Partial<ReviewContext>, Record<string, unknown>, boolean]>([
    ['an adviser who agrees', { opinions: [opinion('a')] }, { conclusion: 'legal' }, true],
    [
      'one of two who says illegal',
      { opinions: [opinion('a'), opinion('b', 'illegal')] },
      { conclusion: 'legal' },
      false,
    ],
    [
      'one who says illegal, refuted',
      { opinions: [opinion('b', 'illegal')] },
      { conclusion: 'legal', rebuttal: '理由' },
      true,
    ],
    ['one who says illegal, followed', { opinions: [opinion('b', 'illegal')] }, { conclusion: 'illegal' }, true],
    ['nobody', {}, { conclusion: 'legal' }, true],
  ])('follow %s', (_whom, context, payload, holds) => {
    expect(rebuttalRequired(['revised', 'legal']).holds(inputOf({ context, payload }))).toBe(holds);
  });
});

describe('a letter', () => {
  const validOpinion = (id: string, act: string, by: string) => ({
    id,
    act,
    by: { id: by },
    round: 1,
    points: [{}, {}],
  });
  const opinions = [
    validOpinion('f', 'reviewer', 'r'),
    validOpinion('o', 'adviser', 'a'),
  ] as unknown as readonly StepOpinion[];
  const context = { reviewer: 'r', opinions: [opinion('a')] };
  const given = (...lines: readonly (readonly string[])[]) => ({
    context,
    payload: { letter: { lines: lines.map((from) => ({ from })) } },
    env: { opinions },
  });

  it.each<[string, ReturnType<typeof given>, string | null]>([
    ['findings and opinions', given(['f'], ['o'], ['f#1', 'o#0']), null],
    ['nothing', given(['f'], []), '第2句'],
    ['a point that does not exist', given(['f#2']), '第1句'],
    ['an opinion that nobody gave', given(['o', 'x'], ['f'], ['x#0']), '第1、3句'],
  ])('rests on %s', (_what, input, message) => {
    expect(letterRestsOnOpinions.holds(inputOf(input))).toBe(message === null);
    if (message !== null) expect(messageOf(letterRestsOnOpinions, input)).toContain(message);
  });

  it('rests on opinions alone where no findings are valid', () => {
    const input = { ...given(['o']), context: { ...context, reviewer: null } };
    expect(letterRestsOnOpinions.holds(inputOf(input))).toBe(true);
    expect(letterRestsOnOpinions.holds(inputOf({ ...given(['f']), context: input.context }))).toBe(false);
  });

  it('that the system writes is not checked', () => {
    expect(letterRestsOnOpinions.holds(inputOf({ payload: {} }))).toBe(true);
    expect(letterRestsOnOpinions.holds(inputOf(given()))).toBe(true);
  });

  it('rests on no opinion of a case in which none was recorded', () => {
    expect(letterRestsOnOpinions.holds(inputOf({ payload: { letter: { lines: [{ from: ['f'] }] } } }))).toBe(false);
  });
});

it.each([
  [true, false],
  [false, true],
])('of a review that was already extended: %p', (extended, holds) => {
  expect(extensionOnce.holds(inputOf({ context: { extended }, env: { actor: reviewer } }))).toBe(holds);
});

it.each([
  [0, false],
  [1, true],
])('of an extension by %i days', (days, holds) => {
  const rule = extensionPermitted({}, '第一条');
  expect(rule.holds(inputOf({ env: { parameters: { 'review.extension': days } } }))).toBe(holds);
});
