/**
 * Reasons why a mutant may survive.
 *
 * `equivalents`: no input distinguishes the mutant from the source, by exact text. Only these are accepted in a hard
 * rule.
 * `accepted`: a test could detect the mutant, and the reason says why there is none. The first matching entry is used.
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
    reason: 'Equivalent: what comes before or behind moves the parts apart, so that no instant comes out of them.',
  },
  {
    file: /calendar\/src\/clock(-projection)?\.ts$/,
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
    reason: 'Equivalent: between a day and itself there is none.',
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
    reason: 'Equivalent: no day is of a year that is not known, and why it is not has been reported.',
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
      'Equivalent: where no date was found there are no days, which is asked next to it; the check is for the compiler.',
  },
  {
    file: /calendar\/src\/import\/notice\.ts$/,
    change: /endDay !== undefined → true/,
    reason: 'Equivalent: a day without an end has no weekday of an end next to it.',
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
    file: /task-set\/(seats|apply)\.ts$/,
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
    file: /task-set\/apply\.ts$/,
    change: /each\.status === 'done' → true/,
    reason: 'Equivalent: a seat that leaves the count or is asked again loses its answer.',
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
    reason:
      'Equivalent: nobody has the invented name, and any mark distinguishes the candidates of a role from a person.',
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
  {
    file: /engine\/src\/(rule|machine)\.ts$/,
    change:
      /last\?\.|ObjectLiteral: \{ (snapshot, index|definition, stored, snapshot) \} →|known !== undefined → false|scopes\.set/,
    reason: 'Equivalent: what is kept from the last call saves work and changes no answer.',
  },
  {
    file: /engine\/src\/machine\.ts$/,
    change: /StringLiteral: '' →/,
    reason: 'Equivalent: no snapshot and no action holds the id of the scope in which it was computed.',
  },
  {
    file: /engine\/src\/rule\.ts$/,
    change: /ArrayDeclaration: \[\] →|when === null → false/,
    reason:
      'Equivalent: a way without a condition is open or has a rule that fails; conditions are reported only where each way has one.',
  },
  {
    file: /engine\/src\/(rule|step)\.ts$/,
    change: /definition\.events\[type\]\?\.|spec === undefined → false/,
    reason: 'Equivalent: the types that are asked for here are declared; the check is for the compiler.',
  },
  {
    file: /engine\/src\/step\.ts$/,
    change: /'done' → ""|stored\.status === 'done' → false/,
    reason: 'Equivalent: a finished case has no possible events either way; asking first saves restoring it.',
  },
  {
    file: /engine\/src\/refusals\.ts$/,
    change: /possible\.length === 0 → false/,
    reason: 'It chooses between two sentences of one refusal; tests name its code.',
  },
  {
    file: /engine\/src\/step\.ts$/,
    change: /Object\.keys\(event\.overrides\)\.length === 0 → false|StringLiteral: '' →/,
    reason: 'Equivalent: a rule is passed only with a reason of its own, so that without reasons none is found.',
  },
  {
    file: /engine\/src\/effects\.ts$/,
    change: /states\.get\(path\)\?\.meta|spec === undefined( \|\| | → )|stored === undefined → false/,
    reason:
      'Equivalent: a marker has the path of its state, and a task is stored until its state is left; the check is for the compiler.',
  },
  {
    file: /engine\/src\/effects\.ts$/,
    change: /^StringLiteral: 'running' → ""/,
    reason:
      'Any mark but `absent` keeps a clock from starting twice, and the calendar pauses none whose last day the case names.',
  },
  {
    file: /engine\/src\/effects\.ts$/,
    change:
      /OptionalChaining: definition\.clocks\[key\]\?\.pausable|clock === undefined → false|ArrayDeclaration: \[\] → |StringLiteral: '' →/,
    reason:
      'Equivalent: a sound definition pauses no clock that it does not declare, what has dates is declared, and no parameter has the invented name.',
  },
  {
    file: /engine\/src\/definition\.ts$/,
    change: /ObjectLiteral: \{ effect: |'history' →|state\.type === 'history' → false/,
    reason:
      'Equivalent: XState lists an action by its type and parameters whether or not it can carry it out, and enters and leaves no history state.',
  },
  {
    file: /engine\/src\/describe\.ts$/,
    change: /node\.parent === undefined → false|StringLiteral: '' →|properties\[name\]\?\.format/,
    reason:
      'Equivalent: every state has one around it, and the names are those of the properties; the check is for the compiler.',
  },
  {
    file: /engine\/src\/declared-clocks\.ts$/,
    change: /clock !== null|definition\.clocks\[clock\]\?\.ladder/,
    reason: 'Equivalent: what is not declared as a clock has no ladder; the check is for the compiler.',
  },
  {
    file: /engine\/src\/declared-clocks\.ts$/,
    change: /ArrayDeclaration: \[\] →|pause !== undefined → true/,
    reason:
      'Equivalent: no clock has the invented name, and a paused clock threatens nothing unless a clock of the pause runs.',
  },
  {
    file: /engine\/src\/transitions\.ts$/,
    change: /ancestor\.path\.length <= node\.path\.length → true/,
    reason: 'Equivalent: a longer path has a key where the shorter one has none.',
  },
  {
    file: /engine\/src\/machine\.ts$/,
    change: /typeof child === 'object' → true/,
    reason: 'Equivalent: no state has an empty name.',
  },
  {
    file: /engine\/src\/machine\.ts$/,
    change: /OptionalChaining: node|StringLiteral: '' →/,
    reason: 'Equivalent: a compound state has a first one inside it; the check is for the compiler.',
  },
  {
    file: /engine\/src\/task-events\.ts$/,
    change: /\.payload as .*\?\.task|ArrayDeclaration: \[\] →|task === undefined → false/,
    reason:
      'Equivalent: the payload has passed its schema, and a stored task is one of the definition; the check is for the compiler.',
  },
  {
    file: /engine\/src\/task-move\.ts$/,
    change:
      /\.payload as .*\?\.reason →|task === undefined → false|StringLiteral: '' →|payload\.position === undefined → false/,
    reason:
      'Equivalent: what the schema of the event asks for is there, a stored task is one of the definition, and an undefined position is none.',
  },
  {
    file: /engine\/src\/task-move\.ts$/,
    change: /'task\.unmanned' → ""|seat\.needsSigner → false/,
    reason: 'Equivalent: each operation of a task event that is not refused leaves a seat that needs an answer.',
  },
  {
    file: /engine\/src\/task-move\.ts$/,
    change: /operation\.op !== 'complete' → false/,
    reason: 'Equivalent: no other operation has somebody to stand in for.',
  },
  {
    file: /engine\/src\/diagram\.ts$/,
    change: /node\.type === 'compound' → true|first !== undefined → true/,
    reason: 'Equivalent: only a compound state begins with another one, and that is inside it.',
  },
  {
    file: /engine\/src\/diagram\.ts$/,
    change: /^StringLiteral: '' → "Stryker was here!"/,
    reason:
      'Every state has an id, and that of the whole is never drawn; it is in the way of a state alone whose name is one sign, of which no category has one.',
  },
  {
    file: /engine\/src\/check\.ts$/,
    change: /typeof key === 'string' → true/,
    reason: 'Equivalent: no state is called `undefined`.',
  },
  {
    file: /engine\/src\/check\/(acts|obligations)\.ts$/,
    change: /BooleanLiteral: false → true|reach\.configurations\.get\(at\)\?\./,
    reason: 'Equivalent: a way leads through configurations that were found; the check is for the compiler.',
  },
  {
    file: /engine\/src\/check\/acts\.ts$/,
    change: /ArrayDeclaration: \[\] →/,
    reason: 'Equivalent: a way is spelled by the event and the end of each arrow; nothing else of the arrow is read.',
  },
  {
    file: /engine\/src\/check\/(clocks|keeping)\.ts$/,
    change: /clock === undefined → false|ArrayDeclaration: \[\] →|definition\.clocks\[key\]\?\.keeps/,
    reason:
      'Equivalent: the keys that are checked are those of the clocks, and every configuration has its arrows; the check is for the compiler.',
  },
  {
    file: /engine\/src\/check\/clocks\.ts$/,
    change: /one\.kind === 'clock' → true|one\.kind !== 'clock' → false/,
    reason: 'Equivalent: what is passed and is no clock has no key of one.',
  },
  {
    file: /engine\/src\/check\/(clocks|ways)\.ts$/,
    change: /OptionalChaining: (reach\.configurations\.get\(|configuration\?\.)/,
    reason: 'Equivalent: each arrow ends in a configuration that was found; the check is for the compiler.',
  },
  {
    file: /engine\/src\/check\/events\.ts$/,
    change: /StringLiteral: '；' → ""/,
    reason: 'A sign between the words of two mistakes; tests ask for the place of each.',
  },
  {
    file: /engine\/src\/check\/reach\.ts$/,
    change: /configurations\.size >= mostConfigurations/,
    reason:
      'The bound is a round number far above what a category needs; one configuration more is walked before the search ends.',
  },
  {
    file: /engine\/src\/check\/reach\.ts$/,
    change:
      /OptionalChaining: |arrow !== undefined → true|arrows\.get\(eventType as string\)\)$|node === undefined → false|BooleanLiteral: false → true/,
    reason:
      'Equivalent: each event of the skeleton is an arrow from an active state, each snapshot in the queue has its configuration, and a compound state has a first one; the check is for the compiler.',
  },
  {
    file: /engine\/src\/check\/reach\.ts$/,
    change: /node\.type === 'compound' → true|children\.length === 0 → false/,
    reason: 'Equivalent: a state without others inside has no first one, and says its type itself.',
  },
  {
    file: /engine\/src\/check\/reach\.ts$/,
    change: /'always' → ""/,
    reason: 'Equivalent: any mark but null and `done` marks an arrow that is taken at once.',
  },
  {
    file: /engine\/src\/check\/reach\.ts$/,
    change:
      /seen\.add\(|reach\.configurations\.values\(\)|for \(const one of passed\)|one\.kind [=!]== 'state' →|'state' → ""/,
    reason:
      'Equivalent: the skeleton takes one arrow at a time, so that each state that is entered is active afterwards; either of the two shows it.',
  },
  {
    file: /engine\/src\/check\/(reach|states)\.ts$/,
    change: /ArrayDeclaration: \[\] → |states\.get\(path\)\?\.node/,
    reason: 'Equivalent: nothing has the invented name, and active states are those of the definition.',
  },
  {
    file: /engine\/src\/check\/states\.ts$/,
    change: /StringLiteral: '' →/,
    reason: 'Equivalent: no action that the engine knows has the empty name or the invented one.',
  },
  {
    file: /engine\/src\/check\/ways\.ts$/,
    change: /\.filter\(\(fact\) => asked\.has\(fact\)\) → \[\.\.\.facts\]$|\.sort\(\) → \[\.\.\.facts\]$/,
    reason: 'Equivalent: fewer places are distinguished, which saves work and changes no way.',
  },
  {
    file: /engine\/src\/check\/ways\.ts$/,
    change: /one\.kind === 'fact' → true|ArrayDeclaration: \[\] →|event !== null → true/,
    reason:
      'Equivalent: nothing asks for the invented fact or for one without a name, no act is null, and each configuration has its arrows.',
  },
];
