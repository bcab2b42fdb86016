import type { DayRow } from '../calendar.ts';

type Day = Pick<DayRow, 'date' | 'kind'> & { readonly name?: string | undefined };

/** How a table differs from the one it would replace. */
export interface TableDiff {
  readonly added: readonly Day[];
  readonly removed: readonly Day[];
  /** Days that were off and are worked now, or the other way round. */
  readonly changed: readonly { readonly date: string; readonly from: DayRow['kind']; readonly to: DayRow['kind'] }[];
}

/** Names are not compared: they are shown to people and have no effect. */
export function compareTables(before: readonly Day[], after: readonly Day[]): TableDiff {
  const old = new Map(before.map((day) => [day.date, day]));
  const now = new Map(after.map((day) => [day.date, day]));
  return {
    added: after.filter(({ date }) => !old.has(date)).map(plain),
    removed: before.filter(({ date }) => !now.has(date)).map(plain),
    changed: after.flatMap(({ date, kind }) => {
      const from = old.get(date)?.kind;
      return from === undefined || from === kind ? [] : [{ date, from, to: kind }];
    }),
  };
}

function plain({ date, kind, name }: Day): Day {
  return { date, kind, ...(name === undefined ? {} : { name }) };
}
