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
    file: 'workflows/shared/amending.ts',
    code: '() => false',
    replacement: '() => undefined',
    reason: 'A rule that gives nothing does not hold, as one that gives false.',
  },
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

export const accepted = [
  {
    file: /calendar\/src\/civil-date\.ts$/,
    change: /kept|LAST_KEPT_DAY_NUMBER|number >= 0/,
    reason: 'Equivalent: the cache of names saves work and changes no name.',
  },
  {
    file: /calendar\/src\/import\//,
    change: /^Regex/,
    reason: 'Spellings that no official notice and no public data set has used so far.',
  },
  {
    file: /calendar\/src\/import\//,
    change: /^(StringLiteral: ['`]|LogicalOperator: .* \?\? '')/,
    reason: 'The words that a problem repeats; tests name its code.',
  },
  {
    file: /task-set\/(seats|answering)\.ts$/,
    change: /outcome\?\.by|holder !== null/,
    reason:
      'Equivalent: a seat that is done has its outcome, and a stand-in has a holder; the check is for the compiler.',
  },
  {
    file: /task-set\/settle\.ts$/,
    change: /seat\.status === status/,
    reason: 'Equivalent: a copy of a seat that has its status already is the same seat.',
  },
  {
    file: /task-set\/settle\.ts$/,
    change: /delegatedTo === undefined →|\? \[\] :/,
    reason: 'Equivalent: a delegated seat has its helper; the check is for the compiler.',
  },
];
