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
    file: /shared\/kept-clocks\.ts$/,
    change: /validUntil < on → validUntil <= on/,
    reason: 'Equivalent: a validity that ends on its first day is in order, so that nobody reads the message.',
  },
  {
    file: /shared\/kept-clocks\.ts$/,
    change: /ArrayDeclaration: \[\] →|expiresOn !== undefined → true/,
    reason: 'Equivalent: what has no day is not before another.',
  },
  {
    file: /calendar\/src\/calendar\.ts$/,
    change: /n < 0 → n <= 0/,
    reason: 'Equivalent: for 0 days no step is taken.',
  },
  {
    file: /calendar\/src\/civil-date\.ts$/,
    change: /^Regex: \/\^\(\\d\{4\}-/,
    reason: 'Equivalent: what stands before or behind moves the parts apart, so that no instant comes out of them.',
  },
  {
    file: /calendar\/src\/clock-(projection|view)\.ts$/,
    change: /keeper\.dueOn === null → false|(end|dueOn|endedOn) !== (null|undefined)/,
    reason: 'Equivalent: a running clock has its due date, and no comparison with what is missing holds.',
  },
  {
    file: /calendar\/src\/clock\.ts$/,
    change: /on < last\.from → on <= last\.from/,
    reason: 'Equivalent: on equal days both ways give the same day.',
  },
  {
    file: /calendar\/src\/clock\.ts$/,
    change: /again\.(segmentFrom|usedBefore) ===/,
    reason: 'Equivalent: a segment begins where the pauses say, and what was used are the days that were counted.',
  },
  {
    file: /calendar\/src\/due-date\.ts$/,
    change: /upTo <= after → upTo < after/,
    reason: 'Equivalent: between a day and itself lies none.',
  },
  {
    file: /calendar\/src\/span\.ts$/,
    change: /'0' → ""/,
    reason: 'Equivalent: every year that a date may have has four figures.',
  },
  {
    file: /calendar\/src\/import\/ics\.ts$/,
    change: /colon < 0 → colon <= 0|endText === undefined → false/,
    reason: 'Equivalent: a property without a name is read by nobody, and a missing end is no date either way.',
  },
  {
    file: /calendar\/src\/import\/(index|json|table)\.ts$/,
    change: /year (===|!==) null →/,
    reason: 'Equivalent: no day is of a year that is not known, and why it is not has been told.',
  },
  {
    file: /calendar\/src\/import\/table\.ts$/,
    change: /a\.date < b\.date → a\.date <= b\.date|return false; \} → \{\}/,
    reason: 'Equivalent: no two days of a table have one date; what is undefined does not hold either.',
  },
  {
    file: /calendar\/src\/import\/json\.ts$/,
    change: /^BlockStatement: .*unreadable/,
    reason: 'Equivalent but for the words: the text is refused by the same code as a value that is no table.',
  },
  {
    file: /calendar\/src\/import\/notice\.ts$/,
    change: /phrase === '' → false|all === '' → false/,
    reason: 'Equivalent: an empty phrase speaks of nothing, and of no match nothing is cut off.',
  },
  {
    file: /calendar\/src\/import\/notice\.ts$/,
    change: /rest === null → false|month === undefined → false|startMonth === undefined → false/,
    reason:
      'Equivalent: where no date was found there are no days, which is asked beside it; the check is for the compiler.',
  },
  {
    file: /calendar\/src\/import\/notice\.ts$/,
    change: /endDay !== undefined → true/,
    reason: 'Equivalent: a day without an end has no weekday of an end beside it.',
  },
  {
    file: /calendar\/src\/import\/notice\.ts$/,
    change: /kind === 'off' → true|OptionalChaining: words\?/,
    reason:
      'Equivalent: the words of a worked day hold no count, and those of a day off are found before it is asked for.',
  },
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
    file: /task-set\/answering\.ts$/,
    change: /each\.status === 'done' → true/,
    reason: 'Equivalent: a seat that leaves the count or is asked anew loses its answer.',
  },
  {
    file: /task-set\/apply\.ts$/,
    change: /ArrayDeclaration: \[\] →|default: return unknownOperation/,
    reason: 'Equivalent: nobody has the invented name, and an unknown operation has been refused by the switch before.',
  },
  {
    file: /task-set\/rules\.ts$/,
    change: /'TaskSetError' → ""/,
    reason: 'The name of the error is for the log; callers go by its code.',
  },
  {
    file: /task-set\/seats\.ts$/,
    change: /'done' → ""|seat\.status === 'done' → false|'stand-in' → ""/,
    reason: 'Equivalent: a seat that is done keeps no stand-in but the one who answered, and no helper.',
  },
  {
    file: /task-set\/seats\.ts$/,
    change: /set\.status !== 'open' → false/,
    reason: 'Equivalent: in a set that is closed no seat is in turn.',
  },
  {
    file: /task-set\/settle\.ts$/,
    change:
      /old\.outcome !== seat\.outcome → false|seat\.outcome !== old\?\.outcome → true|old\?\.outcome → old\.outcome/,
    reason: 'Equivalent: an answer comes and goes with the status of its seat, and no new seat has one.',
  },
  {
    file: /task-set\/settle\.ts$/,
    change: /ArrayDeclaration: \[\] → |'\*' → ""/,
    reason: 'Equivalent: nobody has the invented name, and any mark tells the candidates of a role from a person.',
  },
  {
    file: /task-set\/settle\.ts$/,
    change: /operation\.op === 'send-back' → true/,
    reason: 'Equivalent: no other operation has a strategy.',
  },
  {
    file: /task-set\/settle\.ts$/,
    change: /delegatedTo === undefined →|\? \[\] :/,
    reason: 'Equivalent: a delegated seat has its helper; the check is for the compiler.',
  },
];
