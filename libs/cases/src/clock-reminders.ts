/** When people are reminded of a clock that no task carries. Pure. */
import {
  addWorkingDays,
  instantOf,
  nextWorkingDay,
  windowDay,
  type Calendar,
  type CivilDate,
  type ClockState,
} from '@lawgate/calendar';
import { declaredKey, type Definition, type Ladder } from '@lawgate/engine';
import type { LoadedClock } from './loaded-case.ts';
import { overdueDayOf, reminderStages, type TimerRow } from './timer-plan.ts';

/** The stage at the beginning of the window before the last day. */
export const windowStage = 'window';

export interface ClockReminderInput {
  readonly clock: Pick<LoadedClock, 'run' | 'state'>;
  readonly today: CivilDate;
  readonly calendar: Calendar;
  /** HH:MM at which reminders of a day go out. */
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

/** Whether the definition has people reminded of this clock itself. */
export function isReminded(definition: Pick<Definition, 'clocks'>, key: string): boolean {
  return definition.clocks[declaredKey(key)]?.remind !== undefined;
}

/** Whether the clock goes on after the case. */
export function isKept(definition: Pick<Definition, 'clocks'>, key: string): boolean {
  return definition.clocks[declaredKey(key)]?.keeps === true;
}

/**
 * The day of each stage, in order: `window`, `T-2`, `T-1`, `T`, and for what becomes overdue `overdue` and so on to the
 * cap. All are working days: where the last day is a day off, the last reminder before it comes on the working day
 * before it; a window that opens on a day off is reported on the next working day, and one that opened before `today`
 * at once.
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
  // Where the window is no earlier than the usual reminders they say it all.
  return day < first ? [{ stage: windowStage, day }, ...days] : days;
}

/** The reminders that are still ahead, in order; none for a clock that does not run. */
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

/** The reminder after `stage`, seen from the day on which that one was due; null after the last. */
export function nextClockReminder(input: ClockReminderInput, stage: string): TimerRow | null {
  const stages = [windowStage, ...reminderStages(input.ladder).map((each) => each.stage)];
  const passed = stages.indexOf(stage);
  if (passed === -1) return null;
  const later = new Set(stages.slice(passed + 1));
  return clockReminderTimers(input).find((timer) => later.has(timer.stage)) ?? null;
}
