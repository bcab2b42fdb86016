/** Commits to clocks outside the steps of a case: a clock that lapses, and one that is settled. Pure. */
import { stopClock, type Calendar, type CivilDate } from '@lawgate/calendar';
import { declaredKey, lapsed, settled, type Definition, type Effect, type Settlement } from '@lawgate/engine';
import { remindedPeople } from '../commit/write-plan.ts';
import type { LoadedCase, LoadedClock, OwnRow } from '../read/loaded-case.ts';

type Notify = Extract<Effect, { type: 'notify' }>;

/** A clock at its end, and the history row for it. */
export interface EndedClock {
  readonly clock: LoadedClock;
  readonly event: OwnRow;
}

/** The ended run of a clock that has lapsed before this day; null when it has not, or was ended otherwise. */
export function lapse(calendar: Calendar, clock: LoadedClock, today: CivilDate): EndedClock | null {
  const { state } = clock;
  const { key, label, dueOn } = state;
  if (state.atEnd !== 'lapse' || state.status !== 'running' || dueOn === null || today <= dueOn) return null;
  return {
    clock: { ...clock, state: stopClock(calendar, state, dueOn, 'stopped') },
    event: { type: lapsed, payload: { clock: key, label, lastDay: dueOn } },
  };
}

/** The notice that a clock has lapsed. */
export function lapseNotice(definition: Definition, before: LoadedCase, { clock }: EndedClock): Notify {
  const { key, label, dueOn } = clock.state;
  const advice = definition.clocks[declaredKey(key)]?.remind?.advice ?? '';
  return {
    type: 'notify',
    to: remindedPeople(definition, before, key),
    notice: lapsed,
    text: `期限届满：${label}已于${dueOn}届满。${advice}`,
  };
}

export function settle(calendar: Calendar, clock: LoadedClock, { on, note }: Settlement): EndedClock {
  const { key, label } = clock.state;
  return {
    clock: { ...clock, state: stopClock(calendar, clock.state, on, 'met') },
    event: { type: settled, payload: { clock: key, label, on, ...(note === undefined ? {} : { note }) } },
  };
}
