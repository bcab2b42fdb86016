// Working days, due dates, pauses and years without an official table.
const tables = 'libs/calendar/src/calendar.ts';
const dueDate = 'libs/calendar/src/due-date.ts';
const reckoning = 'libs/calendar/src/clock-reckoning.ts';

export const calendar = [
  {
    claim: 'a make-up day at a weekend is worked',
    file: tables,
    from: '): boolean => worked.get(number) ?? isMondayToFriday(number);',
    to: '): boolean => isMondayToFriday(number) && worked.get(number) !== false;',
    spec: 'libs/calendar/src/due-date.spec.ts',
    test: 'dates that must come out',
  },
  {
    claim: 'two ways of counting working days agree',
    file: tables,
    from: 'total += isWorked ? 1 : -1;',
    to: 'total -= 1;',
    spec: 'libs/calendar/src/calendar.spec.ts',
    test: 'counts between two days exactly as one by one',
  },
  {
    claim: 'what comes at closing time is in time',
    file: tables,
    from: 'timeOfDayOf(instant) > parseTimeOfDay(closingTime)',
    to: 'timeOfDayOf(instant) >= parseTimeOfDay(closingTime)',
    spec: 'libs/calendar/src/calendar.spec.ts',
    test: 'keeps the day up to closing time and no longer',
  },
  {
    claim: 'a limit in calendar days ends on a working day',
    file: dueDate,
    from: 'return { due, rolled: nextWorkingDayNumber(calendar, due) };',
    to: 'return { due, rolled: due };',
    spec: 'libs/calendar/src/due-date.spec.ts',
    test: 'ends a limit in calendar days on a working day, with nothing but days off in the roll',
  },
  {
    claim: 'a due date that reaches into a year without a table is provisional',
    file: dueDate,
    from: 'year <= lastYear; year += 1',
    to: 'year < lastYear; year += 1',
    spec: 'libs/calendar/src/due-date.spec.ts',
    test: 'is provisional when only the roll reaches into the unofficial year',
  },
  {
    claim: 'counting goes on after the day of resumption',
    file: reckoning,
    from: 'from = Math.max(from, dayNumber(pause.to));\n    if',
    to: 'from = Math.max(from, dayNumber(pause.to) - 1);\n    if',
    spec: 'libs/calendar/src/clock.spec.ts',
    test: 'worked case (a): a supplement in the review of a document is due 2023-05-19 with what is left',
  },
  {
    claim: 'a pause does not hide that a clock was overdue',
    file: reckoning,
    from: 'if (pausedOn > rolled) lateSince ??= rolled;',
    to: 'if (pausedOn > rolled + 1) lateSince ??= rolled;',
    spec: 'libs/calendar/src/clock.spec.ts',
    test: 'stays overdue when it is paused on the day after its last one',
  },
  {
    claim: 'a floor counts anew after a restart only',
    file: reckoning,
    from: "left = pause.mode === 'restart' ? floor.value : Math.max(0, left - used);",
    to: 'left = floor.value;',
    spec: 'libs/calendar/src/clock.spec.ts',
    test: 'keeps a floor that was reached before the pause, and moves one that was not',
  },
  {
    claim: 'a term of years ends on the day before the anniversary',
    file: 'libs/calendar/src/span.ts',
    from: 'addCalendarDays(anniversary, -1) : anniversary',
    to: 'addCalendarDays(anniversary, 0) : anniversary',
    spec: 'libs/calendar/src/span.spec.ts',
    test: 'a term of years',
  },
  {
    claim: 'a clock that ends within another one threatens nothing',
    file: 'libs/calendar/src/clock-projection.ts',
    from: 'end !== null && end > keeper.dueOn ?',
    to: 'end !== null && end >= keeper.dueOn ?',
    spec: 'libs/calendar/src/clock-projection.spec.ts',
    test: 'never come from a clock that does not rest and ends in time',
  },
];
