/** The times of timers: reminders of tasks and of clocks that belong to no task, and the events of due dates. Pure. */
import {
  addCalendarDays,
  addWorkingDays,
  instantOf,
  type Calendar,
  type CivilDate,
  nextWorkingDay,
  windowDay,
  type ClockState,
} from '@lawgate/calendar';
import { defaultLadder, type Ladder, declaredKey, type Definition } from '@lawgate/engine';
import type { LoadedClock, LoadedTask } from '../read/loaded-case.ts';

export interface TimerRow {
  readonly id: string;
  readonly kind: 'reminder' | 'clock-due' | 'clock-reminder';
  readonly subject: string;
  readonly visit: number;
  readonly stage: string;
  /** ISO instant; the timer never fires before it. */
  readonly fireAt: string;
}

export interface ReminderStage {
  readonly stage: string;
  /** Working days from the due date to the day of the reminder. */
  readonly offset: number;
}

/**
 * Stages of a reminder, in their order: `T-2`, `T-1`, `T`, `overdue`, `overdue-2` and so on to the maximum of the
 * ladder.
 */
export function reminderStages({ overdueDays }: Ladder = defaultLadder): ReminderStage[] {
  const overdue = Array.from({ length: overdueDays }, (_, index) => index + 1);
  return [
    { stage: 'T-2', offset: -2 },
    { stage: 'T-1', offset: -1 },
    { stage: 'T', offset: 0 },
    ...overdue.map((day) => ({ stage: day === 1 ? 'overdue' : `overdue-${day}`, offset: day })),
  ];
}

/** The overdue day of a stage, 0 for one that is not overdue. */
export function overdueDayOf(stage: string): number {
  const found = /^overdue(?:-(\d+))?$/.exec(stage);
  return found === null ? 0 : Number(found[1] ?? 1);
}

export interface ReminderInput {
  readonly task: Pick<LoadedTask, 'id' | 'visit'>;
  readonly dueOn: CivilDate;
  readonly provisional: boolean;
  readonly today: CivilDate;
  readonly calendar: Calendar;
  readonly openingHour: string;
  readonly ladder?: Ladder | undefined;
  readonly newId: () => string;
}

/**
 * The remaining reminders of a task. A stage whose day is past is left out, so that nobody gets "two days left" on the
 * last day. A provisional due date (暂估) never causes an overdue reminder.
 */
export function reminderTimers(input: ReminderInput): TimerRow[] {
  const { task, dueOn, provisional, today, calendar, openingHour, newId } = input;
  return reminderStages(input.ladder)
    .filter(({ stage }) => !(provisional && overdueDayOf(stage) > 0))
    .map(({ stage, offset }) => ({ stage, day: offset === 0 ? dueOn : addWorkingDays(calendar, dueOn, offset) }))
    .filter(({ day }) => day >= today)
    .map(({ stage, day }) => ({
      id: newId(),
      kind: 'reminder',
      subject: task.id,
      visit: task.visit,
      stage,
      fireAt: instantOf(day, input.ladder?.opening ?? openingHour),
    }));
}

/** The reminder after `stage`, computed for the day on which that one was due; null after the last. */
export function nextReminder(input: ReminderInput, stage: string): TimerRow | null {
  const stages = reminderStages(input.ladder);
  const passed = stages.findIndex((each) => each.stage === stage);
  // A stage that the ladder does not have was beyond its maximum.
  if (passed === -1) return null;
  const later = new Set(stages.slice(passed + 1).map((each) => each.stage));
  return reminderTimers(input).find((timer) => later.has(timer.stage)) ?? null;
}

/**
 * The timer that sends a clock's own event: at the first moment after its last day. None while the clock is paused,
 * ended or provisional.
 */
export function clockDueTimer(clock: LoadedClock, subject: string, newId: () => string): TimerRow | null {
  const { state } = clock;
  if (state.status !== 'running' || state.dueOn === null || state.provisional) return null;
  return {
    id: newId(),
    kind: 'clock-due',
    subject,
    visit: clock.run,
    stage: 'due',
    fireAt: instantOf(addCalendarDays(state.dueOn, 1)),
  };
}

/** The stage at the beginning of the window before the last day. */
export const windowStage = 'window';

export interface ClockReminderInput {
  readonly clock: Pick<LoadedClock, 'run' | 'state'>;
  readonly today: CivilDate;
  readonly calendar: Calendar;
  /** HH:MM at which reminders of a day are sent. */
  readonly openingHour: string;
  readonly ladder: Ladder;
  readonly newId: () => string;
}

/** The subject of a clock's timers. */
export function clockSubject(key: string, run: number): string {
  return `clock:${key}:${run}`;
}

/** Key and run of a timer's subject; null for the subject of a task. */
export function clockOfSubject(subject: string): { key: string; run: number } | null {
  const found = /^clock:(.+):(\d+)$/.exec(subject);
  return found === null ? null : { key: found[1] as string, run: Number(found[2]) };
}

/** Whether the definition declares reminders for this clock itself. */
export function isReminded(definition: Pick<Definition, 'clocks'>, key: string): boolean {
  return definition.clocks[declaredKey(key)]?.remind !== undefined;
}

/** Whether the clock runs on after the case. */
export function isKept(definition: Pick<Definition, 'clocks'>, key: string): boolean {
  return definition.clocks[declaredKey(key)]?.keeps === true;
}

/**
 * The day of each stage, in order: `window`, `T-2`, `T-1`, `T`, and for clocks that become overdue `overdue` and so on
 * to the maximum. All are working days: where the last day is a day off, the last reminder before it is sent on the
 * working day before it; a window that opens on a day off is reported on the next working day, and one that opened
 * before `today` at once.
 */
export function clockReminderDays(
  { calendar, ladder, today }: Pick<ClockReminderInput, 'calendar' | 'ladder' | 'today'>,
  state: ClockState,
): { stage: string; day: CivilDate }[] {
  const { dueOn } = state;
  if (state.status !== 'running' || dueOn === null) return [];
  const isMute = state.provisional || state.atEnd === 'lapse';
  const lastWorked = calendar.isWorkingDay(dueOn) ? dueOn : addWorkingDays(calendar, dueOn, -1);
  const days = reminderStages(ladder)
    .filter(({ stage }) => !(isMute && overdueDayOf(stage) > 0))
    .map(({ stage, offset }) => {
      const from = offset > 0 ? dueOn : lastWorked;
      return { stage, day: offset === 0 ? from : addWorkingDays(calendar, from, offset) };
    });
  const first = days[0]?.day;
  if (state.window === undefined || first === undefined) return days;
  const opens = windowDay(calendar, dueOn, state.window);
  const day = nextWorkingDay(calendar, opens < today ? today : opens);
  // A window that is no earlier than the standard reminders is left out.
  return day < first ? [{ stage: windowStage, day }, ...days] : days;
}

/** The remaining reminders, in order; none for a clock that does not run. */
export function clockReminderTimers(input: ClockReminderInput): TimerRow[] {
  const { clock, today, openingHour, newId } = input;
  return clockReminderDays(input, clock.state)
    .filter(({ day }) => day >= today)
    .map(({ stage, day }) => ({
      id: newId(),
      kind: 'clock-reminder' as const,
      subject: clockSubject(clock.state.key, clock.run),
      visit: clock.run,
      stage,
      fireAt: instantOf(day, input.ladder.opening ?? openingHour),
    }));
}

/** The reminder after `stage`, computed for the day on which that one was due; null after the last. */
export function nextClockReminder(input: ClockReminderInput, stage: string): TimerRow | null {
  const stages = [windowStage, ...reminderStages(input.ladder).map((each) => each.stage)];
  const passed = stages.indexOf(stage);
  if (passed === -1) return null;
  const later = new Set(stages.slice(passed + 1));
  return clockReminderTimers(input).find((timer) => later.has(timer.stage)) ?? null;
}
