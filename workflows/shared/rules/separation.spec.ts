import { expect, it } from '@jest/globals';
import type { CaseRule, ReviewContext } from '../context.ts';
import { people } from '../walking.fixtures.ts';
import { inputOf } from './input.fixtures.ts';
import {
  adviserNotSignatory,
  adviserWithoutPart,
  directorNotDrafter,
  directorNotReviewer,
  drafterNotReviewer,
  ownCase,
  ownCaseOrReviewer,
  reviewerNotAdviser,
} from './separation.ts';

const me = { id: 'me', name: '我', roles: ['submitter'] } as const;
const standIn = { ...me, standsInFor: ['somebody', 'absent'] };
const opinion = (by: string) => ({ adviser: 'absent', by, conclusion: 'agree' }) as const;

const drafted: Partial<ReviewContext> = { drafter: 'me' };
const handedIn: Partial<ReviewContext> = { handedInBy: 'me' };
const advisedBefore: Partial<ReviewContext> = { everAdvised: ['other', 'me'] };
const advisedInPlace: Partial<ReviewContext> = { opinions: [opinion('other'), opinion('me')] };
const reviewed: Partial<ReviewContext> = { reviewer: 'me' };
const partOfOthers: Partial<ReviewContext> = {
  handedInBy: 'other',
  everAdvised: ['other'],
  opinions: [opinion('other')],
  reviewer: 'other',
};

it.each<[string, CaseRule, string, Partial<ReviewContext>, boolean]>([
  ['the drafter reviews', drafterNotReviewer, 'drafted', drafted, false],
  ['who handed the case in reviews', drafterNotReviewer, 'handed in', handedIn, false],
  ['somebody without a part reviews', drafterNotReviewer, 'others', partOfOthers, true],
  ['an adviser of an earlier round reviews', reviewerNotAdviser, 'advised', advisedBefore, false],
  ['a stand-in who gave an opinion reviews', reviewerNotAdviser, 'advised in place', advisedInPlace, false],
  ['somebody without a part reviews', reviewerNotAdviser, 'others', partOfOthers, true],
  ['an adviser of an earlier round signs', adviserNotSignatory, 'advised', advisedBefore, false],
  ['a stand-in who gave an opinion signs', adviserNotSignatory, 'advised in place', advisedInPlace, false],
  ['somebody without a part signs', adviserNotSignatory, 'others', partOfOthers, true],
  ['the drafter signs', directorNotDrafter, 'drafted', drafted, false],
  ['who handed the case in signs', directorNotDrafter, 'handed in', handedIn, false],
  ['somebody without a part signs', directorNotDrafter, 'others', partOfOthers, true],
  ['the reviewer signs', directorNotReviewer, 'reviewed', reviewed, false],
  ['somebody without a part signs', directorNotReviewer, 'others', partOfOthers, true],
  ['the drafter advises', adviserWithoutPart, 'drafted', drafted, false],
  ['who handed the case in advises', adviserWithoutPart, 'handed in', handedIn, false],
  ['the reviewer advises', adviserWithoutPart, 'reviewed', reviewed, false],
  ['somebody without a part advises', adviserWithoutPart, 'others', partOfOthers, true],
  ['the drafter withdraws', ownCase, 'drafted', drafted, true],
  ['who handed the case in withdraws', ownCase, 'handed in', handedIn, true],
  ['somebody without a part withdraws', ownCase, 'others', partOfOthers, false],
])('when %s: %p on a case that they %s', (_when, rule, _part, context, holds) => {
  expect(rule.holds(inputOf({ context, env: { actor: me } }))).toBe(holds);
});

it('lets a stand-in of the drafter act, but no stand-in of somebody else', () => {
  const env = { actor: standIn };
  expect(ownCase.holds(inputOf({ context: { drafter: 'absent' }, env }))).toBe(true);
  expect(ownCase.holds(inputOf({ context: { handedInBy: 'absent' }, env }))).toBe(true);
  expect(ownCase.holds(inputOf({ context: { drafter: 'third' }, env }))).toBe(false);
});

it('lets only the drafter or a reviewer report the filing', () => {
  const holds = (actor: typeof me | typeof people.reviewer, context: Partial<ReviewContext> = {}) =>
    ownCaseOrReviewer.holds(inputOf({ context, env: { actor } }));
  expect([holds(me), holds(me, drafted), holds(people.reviewer), holds({ ...me, roles: ['submitter'] })]).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
