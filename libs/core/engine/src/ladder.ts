/** How long, how high and at what hour reminders of a task go (催办、提级). Pure. */
import type { Definition } from './definition.ts';

/** Days are working days after the due date, from 1. */
export interface Ladder {
  /** On so many overdue days a reminder goes out, one a day; then it is quiet. */
  readonly overdueDays: number;
  /** From this overdue day also to who stands in for the holder. */
  readonly standInFrom: number;
  /** From this overdue day also to the directors of the organisation. */
  readonly directorFrom: number;
  /** The hour at which they go out, HH:MM of Asia/Shanghai; without one that of the process. */
  readonly opening?: string;
}

export type LadderOf = (parameters: Readonly<Record<string, number>>) => Ladder;

/** Where a definition says nothing. */
export const defaultLadder: Ladder = { overdueDays: 5, standInFrom: 2, directorFrom: 3 };

/**
 * The ladder of a task: its clock's own, else the definition's.
 *
 * @param clock key of the task's clock, null for a task without one
 * @param parameters of the rule set under which the case began
 */
export function ladderOf(
  definition: Pick<Definition, 'clocks' | 'ladder'>,
  clock: string | null,
  parameters: Readonly<Record<string, number>>,
): Ladder {
  const own = clock !== null && Object.hasOwn(definition.clocks, clock) ? definition.clocks[clock]?.ladder : undefined;
  return (own ?? definition.ladder)?.(parameters) ?? defaultLadder;
}
