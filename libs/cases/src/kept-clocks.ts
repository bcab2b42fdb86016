/**
 * What commits write of clocks next to the steps of the case: warnings, the end of one that lapses, and of one that is
 * settled. Pure.
 */
import { stopClock, type Calendar, type CivilDate } from '@lawgate/calendar';
import {
  declaredKey,
  lapsed,
  newThreats,
  settled,
  threatened,
  threatsIn,
  type Definition,
  type Effect,
  type Recipient,
  type Settlement,
} from '@lawgate/engine';
import { latestClocks, type LoadedCase, type LoadedClock } from './loaded-case.ts';
import type { OwnRow } from './own-rows.ts';

type Notify = Extract<Effect, { type: 'notify' }>;

/** A clock as it ended, and what the history says of it. */
export interface EndedClock {
  readonly clock: LoadedClock;
  readonly event: OwnRow;
}

/** One notice for each clock that this commit endangers, to those who are reminded of it. */
export function threatNotices(
  { definition, before, calendar }: Readonly<{ definition: Definition; before: LoadedCase; calendar: Calendar }>,
  clocks: readonly LoadedClock[],
): Notify[] {
  if (!Object.values(definition.clocks).some(({ covers }) => covers !== undefined)) return [];
  const threats = (all: readonly LoadedClock[]) => threatsIn(definition, calendar, latestStates(all));
  return newThreats(threats(before.clocks), threats(clocks)).map(({ key, message }) => ({
    type: 'notify',
    to: remindedPeople(definition, before, key),
    notice: threatened,
    text: `期限预警：${message}`,
  }));
}

/** The latest run of each clock as a state, by key. */
export function latestStates(clocks: readonly LoadedClock[]): Map<string, LoadedClock['state']> {
  return new Map([...latestClocks(clocks)].map(([key, { state }]) => [key, state]));
}

/** The run of a clock that has ended by itself before this day; null when it has not, or was ended otherwise. */
export function lapse(calendar: Calendar, clock: LoadedClock, today: CivilDate): EndedClock | null {
  const { state } = clock;
  const { key, label, dueOn } = state;
  if (state.atEnd !== 'lapse' || state.status !== 'running' || dueOn === null || today <= dueOn) return null;
  return {
    clock: { ...clock, state: stopClock(calendar, state, dueOn, 'stopped') },
    event: { type: lapsed, payload: { clock: key, label, lastDay: dueOn } },
  };
}

/** Reports the end of a clock that nobody ended. */
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

function remindedPeople(definition: Definition, before: LoadedCase, key: string): Recipient[] {
  return (definition.clocks[declaredKey(key)]?.remind?.to ?? []).map((to) =>
    to === 'drafter' ? { kind: 'person', id: before.createdBy } : { kind: 'role', role: to },
  );
}
