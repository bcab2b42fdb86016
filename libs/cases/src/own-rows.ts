/** Rows of the history that no event of a definition writes: what they are called, and what is in them. */
import { lapsed, settled } from '@lawgate/engine';
import { migrated } from './case-migrations.ts';
import { recomputed, type MovedDate } from './clock-recount.ts';
import { numberVoided } from './number-commits.ts';

/** A year of the calendar that was changed, and the document that changed it. */
export interface ChangedYear {
  readonly year: number;
  readonly documentNumber: string;
}

/**
 * What a changed calendar says of itself in the history; of several changes at once it names the last and lists the
 * others.
 */
export interface CalendarReason extends Partial<ChangedYear> {
  readonly together?: readonly ChangedYear[];
}

/**
 * The payload of each kind of row. What a new case says of itself are its fields, its title, and how it was imported.
 */
export interface OwnPayloads {
  readonly create: Readonly<Record<string, unknown>>;
  readonly [recomputed]: CalendarReason & { readonly clocks: readonly MovedDate[] };
  readonly [lapsed]: { readonly clock: string; readonly label: string; readonly lastDay: string };
  readonly [settled]: { readonly clock: string; readonly label: string; readonly on: string; readonly note?: string };
  readonly [migrated]: {
    readonly from: number;
    readonly to: number;
    /** Name of the administrator. */
    readonly orderedBy: string;
    readonly changes: readonly string[];
  };
  readonly [numberVoided]: { readonly number: string; readonly reason: string };
}

/** Who writes one next to the steps of a case writes one of these. */
export type OwnRow = {
  [Type in keyof OwnPayloads]: { readonly type: Type; readonly payload: OwnPayloads[Type] };
}[keyof OwnPayloads];

const labels: Readonly<Record<keyof OwnPayloads, string>> = {
  create: '新建',
  [recomputed]: '节假日安排变动，期限重新计算',
  [lapsed]: '期限届满，自行终止',
  // Where the clock's declaration has words for it, those are shown.
  [settled]: '期限办结',
  [migrated]: '流程版本迁移',
  [numberVoided]: '作废文号',
};

/** Null where an event of a definition writes such rows. */
export function ownLabel(type: string): string | null {
  return Object.hasOwn(labels, type) ? labels[type as keyof OwnPayloads] : null;
}
