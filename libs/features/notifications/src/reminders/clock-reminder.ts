/**
 * Reminders of clocks that belong to no task: the statutory clock of a case, a payment, a validity, the end of a
 * contract.
 */
import { civilDateOf, type ClockState } from '@lawgate/calendar';
import { declaredKey, type ClockDefinition, type Ladder } from '@lawgate/engine';
import {
  clockOfSubject,
  clockSubject,
  ladderOfTask,
  overdueDayOf,
  windowStage,
  type NoticeTimerHandler,
  type TimerRecord,
} from '@lawgate/cases';
import type pg from 'pg';
import { reachesStandIn, standInsOfEach } from './escalation.ts';
import { clockReminderText } from './notice-text.ts';
import { recipientsOfEach, type To } from './recipients.ts';
import type { ReminderParts } from './task-reminders.ts';
import { firstOf, writeNotices } from './write-notices.ts';
import { sqlText } from '../sql-text.ts';

const runningClocksStatement = {
  name: 'running-clocks',
  text: sqlText('running-clocks'),
};

interface RunningClock {
  readonly caseId: string;
  readonly run: number;
  readonly state: ClockState;
  readonly category: string;
  readonly definitionVersion: number;
  readonly rulesetVersion: number;
  readonly drafter: string;
  readonly backDated: boolean;
}

interface ClockReminder {
  readonly timer: TimerRecord;
  readonly clock: RunningClock;
  readonly dueOn: string;
  readonly remind: NonNullable<ClockDefinition['remind']>;
  readonly ladder: Ladder;
}

/**
 * The handler of timers of kind `clock-reminder`. The first stage is the window, the last ones are the overdue days.
 */
export function clockReminders({ definitions, calendars, ruleSets, named }: ReminderParts): NoticeTimerHandler {
  return async (tx, timers, at) => {
    const today = civilDateOf(at);
    const clocks = await runningClocks(tx, timers);
    const wanted: ClockReminder[] = [];
    for (const timer of timers) {
      const clock = clocks.get(timer.caseId + timer.subject);
      const definition = clock && definitions.find(clock.category, clock.definitionVersion);
      // Ended or paused in the meantime: no reminder is needed.
      if (clock === undefined || definition == null) continue;
      const key = declaredKey(clock.state.key);
      const { dueOn, provisional } = clock.state;
      const remind = definition.clocks[key]?.remind;
      if (remind === undefined || dueOn === null) continue;
      // Nobody is reminded of dates that had passed when a back-dated case was entered; its next reminder may be in the
      // future.
      if (clock.backDated && civilDateOf(timer.fireAt) < today) continue;
      if (overdueDayOf(timer.stage) > 0 && (provisional || today <= dueOn)) continue;
      const ladder = await ladderOfTask(ruleSets, definition, { ...clock, clock: key }, tx);
      wanted.push({ timer, clock, dueOn, remind, ladder });
    }
    const reminders = await firstOf(tx, wanted, at);
    if (reminders.length === 0) return;
    const drafters = reminders.filter(reachesDraftersStandIn).map(({ clock }) => clock.drafter);
    const standIns = await standInsOfEach(tx, drafters, today);
    const people = await somebodyOfEach(
      tx,
      reminders.map((reminder) => ({ ...audience(reminder), to: reachedBy(reminder, standIns) })),
    );
    const calendar = calendars.current();
    const notices = reminders.map(({ timer, clock: { state, category }, dueOn, remind }, index) => ({
      caseId: timer.caseId,
      orgPath: timer.orgPath,
      kind: `clock-reminder.${timer.stage}`,
      text: clockReminderText(calendar, today, {
        ...named(category, timer.caseId),
        clockLabel: state.label,
        dueOn,
        provisional: state.provisional,
        opening: timer.stage === windowStage ? (remind.windowLabel ?? null) : null,
        advice: remind.advice,
      }),
      source: `clock-reminder:${timer.caseId}:${state.key}:${timer.visit}:${timer.stage}`,
      people: people[index] ?? [],
    }));
    await writeNotices(tx, notices, at);
  };
}

function reachesDraftersStandIn({ timer, remind, ladder }: ClockReminder): boolean {
  return remind.to.includes('drafter') && reachesStandIn(timer.stage, ladder);
}

/** As with tasks: the recipients of the clock, then the drafter's stand-in, then the directors. */
function reachedBy(reminder: ClockReminder, standIns: ReadonlyMap<string, To>): To[] {
  const { timer, clock, remind, ladder } = reminder;
  const to: To[] = remind.to.map((one) =>
    one === 'drafter' ? { kind: 'person', id: clock.drafter } : { kind: 'role', role: one },
  );
  const standIn = standIns.get(clock.drafter);
  if (standIn !== undefined && reachesDraftersStandIn(reminder)) to.push(standIn);
  if (overdueDayOf(timer.stage) >= ladder.directorFrom) to.push({ kind: 'role', role: 'director' });
  return to;
}

function audience({ timer: { caseId, orgPath } }: ClockReminder): { caseId: string; orgPath: string } {
  return { caseId, orgPath };
}

/**
 * Years may pass between the act and its last day. If none of the recipients is left in the office, the directors are
 * notified, so that no date passes unnoticed.
 */
async function somebodyOfEach(
  tx: pg.PoolClient,
  asked: Parameters<typeof recipientsOfEach>[1],
): Promise<readonly (readonly string[])[]> {
  const people = await recipientsOfEach(tx, asked);
  const silent = asked.flatMap(({ caseId, orgPath }, index) =>
    people[index]?.length === 0 ? [{ caseId, orgPath, index }] : [],
  );
  if (silent.length === 0) return people;
  const directors = await recipientsOfEach(
    tx,
    silent.map(({ caseId, orgPath }) => ({ caseId, orgPath, to: [{ kind: 'role', role: 'director' }] })),
  );
  const instead = new Map(silent.map(({ index }, place) => [index, directors[place] ?? []]));
  return people.map((some, index) => instead.get(index) ?? some);
}

/** The running clocks, by case and subject of the timer. */
async function runningClocks(tx: pg.PoolClient, timers: readonly TimerRecord[]): Promise<Map<string, RunningClock>> {
  const asked = timers.flatMap(({ caseId, subject }) => {
    const clock = clockOfSubject(subject);
    return clock === null ? [] : [{ case: caseId, ...clock }];
  });
  const found = await tx.query<RunningClock>({
    ...runningClocksStatement,
    values: [JSON.stringify(asked)],
  });
  return new Map(found.rows.map((clock) => [clock.caseId + clockSubject(clock.state.key, clock.run), clock]));
}
