/** The reminder of a clock that no task carries: of a case's own statutory time, a payment, a validity, a contract's end. */
import { civilDateOf, type ClockState } from '@lawgate/calendar';
import { declaredKey } from '@lawgate/engine';
import {
  clockOfSubject,
  ladderOfTask,
  overdueDayOf,
  windowStage,
  type ReminderHandler,
  type TimerRecord,
} from '@lawgate/runtime';
import type pg from 'pg';
import { standInsOf } from './escalation.ts';
import type { HandlerParts } from './handler-parts.ts';
import { clockReminderText } from './notice-text.ts';
import { recipientsOf, type To } from './recipients.ts';
import { isFirst, tell } from './tell.ts';

interface RunningClock {
  readonly state: ClockState;
  readonly category: string;
  readonly rulesetVersion: number;
  readonly drafter: string;
  readonly backDated: boolean;
}

/** The handler of timers of kind `clock-reminder`. Their first stage tells of the window, the last ones of the overdue days. */
export function clockReminder({ definitions, calendars, ruleSets }: HandlerParts): ReminderHandler {
  return async (tx, timer, at) => {
    const clock = await runningClock(tx, timer);
    const definition = clock && definitions.find(clock.category);
    const remind = clock && definition?.clocks[declaredKey(clock.state.key)]?.remind;
    // Ended or paused in the meantime: nobody has to be reminded.
    const dueOn = clock?.state.dueOn ?? null;
    if (clock === null || definition === null || remind == null || dueOn === null) return;
    const { state } = clock;
    const today = civilDateOf(at);
    // What was over when a back-dated case was entered is told to nobody; its next reminder may lie ahead.
    if (clock.backDated && civilDateOf(timer.fireAt) < today) return;
    const overdueDay = overdueDayOf(timer.stage);
    if (overdueDay > 0 && (state.provisional || today <= dueOn)) return;
    if (!(await isFirst(tx, timer, at))) return;
    const to: To[] = remind.to.map((one) =>
      one === 'drafter' ? { kind: 'person', id: clock.drafter } : { kind: 'role', role: one },
    );
    const ladder = await ladderOfTask(ruleSets, definition, { ...clock, clock: declaredKey(state.key) }, tx);
    if (overdueDay >= ladder.standInFrom && remind.to.includes('drafter')) {
      to.push(...(await standInsOf(tx, clock.drafter, today)));
    }
    if (overdueDay >= ladder.directorFrom) to.push({ kind: 'role', role: 'director' });
    await tell(tx, timer, at, {
      kind: `clock-reminder.${timer.stage}`,
      text: clockReminderText(calendars.current(), today, {
        categoryLabel: definition.label,
        caseId: timer.caseId,
        clockLabel: state.label,
        dueOn,
        provisional: state.provisional,
        opening: timer.stage === windowStage ? (remind.windowLabel ?? null) : null,
        advice: remind.advice,
      }),
      source: `clock-reminder:${timer.caseId}:${state.key}:${timer.visit}:${timer.stage}`,
      people: await somebody(tx, timer, to),
    });
  };
}

/**
 * Years may lie between the act and its last day. Where nobody of those is left in the office the directors are told, so
 * that no date passes in silence.
 */
async function somebody(tx: pg.PoolClient, timer: TimerRecord, to: readonly To[]): Promise<string[]> {
  const people = await recipientsOf(tx, timer, to);
  return people.length > 0 ? people : recipientsOf(tx, timer, [{ kind: 'role', role: 'director' }]);
}

async function runningClock(tx: pg.PoolClient, timer: TimerRecord): Promise<RunningClock | null> {
  const clock = clockOfSubject(timer.subject);
  if (clock === null) return null;
  const found = await tx.query<RunningClock>(
    `select k.state, c.category, c.ruleset_version as "rulesetVersion", c.created_by as drafter, c.back_dated as "backDated"
       from clock k join review_case c on c.id = k.case_id
      where k.case_id = $1 and k.key = $2 and k.run = $3 and k.status = 'running'`,
    [timer.caseId, clock.key, clock.run],
  );
  return found.rows[0] ?? null;
}
