/** When later things are due. Pure. */
import { addCalendarDays, addWorkingDays, instantOf, type Calendar, type CivilDate } from '@lawgate/calendar';
import { defaultLadder, type Ladder } from '@lawgate/engine';
import type { LoadedClock, LoadedTask } from './loaded-case.ts';

export interface TimerRow {
  readonly id: string;
  readonly kind: 'reminder' | 'clock-due' | 'clock-reminder';
  readonly subject: string;
  readonly visit: number;
  readonly stage: string;
  /** ISO instant; never fires before it. */
  readonly fireAt: string;
}

export interface ReminderStage {
  readonly stage: string;
  /** Working days from the due date to the day on which it goes out. */
  readonly offset: number;
}

/** Stages of a reminder, in their order: `T-2`, `T-1`, `T`, `overdue`, `overdue-2` and so on to the cap. */
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
 * The reminders of a task that are still ahead. A stage whose day is past is left out: nobody reads "two days left"
 * on the last day. A provisional due date never raises an overdue reminder (暂估).
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

/** The reminder after `stage`, seen from the day on which that one was due; null after the last. */
export function nextReminder(input: ReminderInput, stage: string): TimerRow | null {
  const stages = reminderStages(input.ladder);
  const passed = stages.findIndex((each) => each.stage === stage);
  // A stage that the ladder does not know was beyond its cap.
  if (passed === -1) return null;
  const later = new Set(stages.slice(passed + 1).map((each) => each.stage));
  return reminderTimers(input).find((timer) => later.has(timer.stage)) ?? null;
}

/**
 * The timer that sends a clock's own event: at the first moment after its last day. None while it is paused, ended or
 * provisional.
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
