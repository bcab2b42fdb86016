/**
 * The events of the demonstration town in 2024 as data: person, event and time. No randomness, no ids, no product
 * rules.
 */
import { contractsUntilJune } from './script/contracts-until-june.ts';
import { contractsFromJuly } from './script/contracts-from-july.ts';
import { otherCases } from './script/other-cases.ts';

export type Who =
  | 'clerk'
  | 'clerk2'
  | 'intake'
  | 'intake2'
  | 'adviser'
  | 'adviser2'
  | 'director'
  | 'leader'
  | 'archivist'
  | 'east-clerk'
  | 'east-intake'
  | 'east-director';

/**
 * Beijing time as `2024-02-05 09:40`, person, event type, and differences from the definition's own example of that
 * event. The type is an event of the case, or `create`, `urge`, `copy`. `@clerk` represents that person's id.
 */
export type Act = readonly [at: string, by: Who, what: string, payload?: Readonly<Record<string, unknown>>];

export interface ScriptedCase {
  /** The title, which also names the case in the log. */
  readonly name: string;
  readonly category: string;
  /** The notices that it causes. */
  readonly about: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  /** Materials in addition to the required ones. */
  readonly materials?: readonly string[];
  readonly acts: readonly Act[];
  /** Its outcome in the figures of 2024; `open` when it continues in 2025, `draft` when it was not submitted. */
  readonly ends: 'concluded' | 'returned' | 'declined' | 'withdrawn' | 'open' | 'draft';
  /** The opinion letter came after the review's last day. */
  readonly late?: true;
}

export interface Leave {
  readonly at: string;
  readonly away: Who;
  readonly standIn: Who;
  /** First day, and the day after the last. */
  readonly from: string;
  readonly to: string;
}

export const firstDay = '2024-01-01';
export const lastDay = '2025-01-10';

export const leaves: readonly Leave[] = [
  { at: '2024-04-15 09:00', away: 'clerk', standIn: 'clerk2', from: '2024-04-18', to: '2024-04-24' },
  { at: '2024-07-08 09:00', away: 'clerk2', standIn: 'clerk', from: '2024-07-10', to: '2024-07-20' },
  { at: '2024-09-20 15:00', away: 'clerk', standIn: 'clerk2', from: '2024-09-29', to: '2024-10-10' },
];

export const cases: readonly ScriptedCase[] = [...contractsUntilJune, ...contractsFromJuly, ...otherCases];
