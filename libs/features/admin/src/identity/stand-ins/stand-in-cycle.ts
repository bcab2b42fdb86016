/** Whether a new stand-in would close a cycle. Pure. */
import type { CivilDate } from '@lawgate/calendar';

/** `standIn` acts for `person` from `from` to the day before `to`. */
export interface StandInRange {
  readonly person: string;
  readonly standIn: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * True when on some day of `added` somebody would, through any number of others, stand in for themselves: A is away and
 * B acts for them, while B is away and A acts for B. On days that the ranges do not share there is no cycle.
 */
export function closesCircle(known: readonly StandInRange[], added: StandInRange): boolean {
  return reaches(known, added.standIn, added.person, added.from, added.to, new Set([added.standIn]));
}

function reaches(
  known: readonly StandInRange[],
  at: string,
  goal: string,
  from: CivilDate,
  to: CivilDate,
  passed: ReadonlySet<string>,
): boolean {
  return known
    .filter(({ person }) => person === at)
    .some((next) => {
      const begins = next.from > from ? next.from : from;
      const ends = next.to < to ? next.to : to;
      if (begins >= ends) return false;
      if (next.standIn === goal) return true;
      if (passed.has(next.standIn)) return false;
      return reaches(known, next.standIn, goal, begins, ends, new Set([...passed, next.standIn]));
    });
}
