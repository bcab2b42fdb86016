/**
 * Why a mutant may survive.
 *
 * `equivalents`: no input tells the mutant from the source, by exact text. Only these are accepted in a hard rule.
 * `accepted`: a test could notice, and it is said why there is none. The first entry that fits is taken.
 */
const act = 'workflows/shared/rules/act.ts';
const invented = '"Stryker was here!"';
const inventedList = '["Stryker was here"]';

export const equivalents = [
  {
    file: act,
    code: "''",
    replacement: invented,
    reason:
      'Neither the empty text nor the invented one is among the passing conclusions or before a date of the case.',
  },
  {
    file: act,
    code: '[]',
    replacement: inventedList,
    reason:
      'The invented entry has no `line`, no `act` and no reason: it is passed over like none, or refused like none.',
  },
  {
    file: act,
    code: 'only !== undefined',
    replacement: 'true',
    reason: 'A set of one kind always has a first member; the comparison is there for the compiler.',
  },
  {
    file: act,
    code: 'context.actOn > signedOn',
    replacement: 'context.actOn >= signedOn',
    reason: 'On equal days both ways give the same day.',
  },
  {
    file: act,
    code: 'context.actOn !== null',
    replacement: 'true',
    reason: 'No comparison with null holds here, so the day of the letter is taken either way.',
  },
  {
    file: 'workflows/shared/rules/review.ts',
    code: '[]',
    replacement: inventedList,
    reason: 'The invented opinion has no act and no round, so that it is nobody’s.',
  },
  {
    file: 'workflows/shared/rules/separation.ts',
    code: '[]',
    replacement: inventedList,
    reason: 'The drafter of no case has the invented name.',
  },
  {
    file: 'workflows/enforcement-decision/rules.ts',
    code: '[]',
    replacement: inventedList,
    reason: 'The invented qualification is none of the two that the rule accepts.',
  },
];

export const accepted = [];
