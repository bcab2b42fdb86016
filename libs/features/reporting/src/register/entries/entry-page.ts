/** The query of a page of the register, and that of its length. */
import { containing, type Transaction } from '@lawgate/database';
import type { ReportingTables } from '../../tables.ts';
import type { EntryFilters, EntrySort } from './entry-views.ts';

type Tx = Transaction<ReportingTables>;

type SortColumn = 'receivedOn' | 'acceptedOn' | 'concludedOn' | 'filedOn';

const sortings: Readonly<Record<EntrySort, readonly [column: SortColumn, direction: 'asc' | 'desc']>> = {
  receivedOn: ['receivedOn', 'asc'],
  '-receivedOn': ['receivedOn', 'desc'],
  acceptedOn: ['acceptedOn', 'asc'],
  '-acceptedOn': ['acceptedOn', 'desc'],
  concludedOn: ['concludedOn', 'asc'],
  '-concludedOn': ['concludedOn', 'desc'],
  filedOn: ['filedOn', 'asc'],
  '-filedOn': ['filedOn', 'desc'],
};

const dates = ['received', 'accepted', 'concluded', 'filed', 'ended'] as const;

/** The last row of the page before: its sort value, null where it has none, and its case. */
export type EntryCursor = readonly [sortOn: string | null, id: string];

/** A list that is longer is not counted to its end. */
export const maxCounted = 10_000;

export interface Search {
  /** Null where nothing is searched, or where the index has found the cases. */
  readonly contained: string | null;
  readonly found: readonly string[] | null;
}

/** @param paths of the organisations that are looked into */
export function entryPage(
  tx: Tx,
  paths: readonly string[],
  filters: EntryFilters,
  search: Search,
  sort: EntrySort,
  after: EntryCursor | null,
  limit: number,
) {
  const [column, direction] = sortings[sort];
  const sorted = `e.${column}` as const;
  let page = matching(tx, paths, filters, search);
  if (after !== null) {
    const [sortOn, id] = after;
    const than = direction === 'desc' ? '<' : '>';
    page = page.where(({ eb, and, or, refTuple, tuple }) => {
      if (sortOn === null) return and([eb(sorted, 'is', null), eb('e.caseId', than, id)]);
      const isBehind = eb(refTuple(sorted, 'e.caseId'), than, tuple(sortOn, id));
      // What has no such date comes last whichever way it is sorted; the first day of receipt is always there.
      return column === 'receivedOn' ? isBehind : or([isBehind, eb(sorted, 'is', null)]);
    });
  }
  return tx.db
    .with('page', () =>
      page
        .selectAll('e')
        .orderBy(sorted, (order) => nullsLast(order[direction]()))
        .orderBy('e.caseId', direction)
        .limit(limit),
    )
    .selectFrom('page as p')
    .innerJoin('review_case as c', 'c.id', 'p.caseId')
    .innerJoin('organisation as o', 'o.id', 'p.orgId')
    .select([
      'p.caseId as id',
      'p.orgId',
      'o.code as orgCode',
      'o.name as orgName',
      'p.receivedOn',
      'p.unit',
      'p.title',
    ])
    .select(['p.category', 'p.acceptedOn', 'p.reviewers', 'p.advisers', 'p.conclusion', 'p.number', 'p.concludedOn'])
    .select(['p.filedOn', 'p.outcome', 'p.endedOn', 'c.stage', 'p.reason', 'p.adoption', 'p.overdue', 'p.urgent'])
    .select(['p.recorded', 'p.undated', 'p.days as workingDays', `p.${column} as sortOn` as const])
    .orderBy(`p.${column}` as const, (order) => nullsLast(order[direction]()))
    .orderBy('p.caseId', direction);

  /** The first day of receipt is never null, and its index is sorted without a word about nulls. */
  function nullsLast<Order extends { nullsLast(): Order }>(order: Order): Order {
    return column === 'receivedOn' ? order : order.nullsLast();
  }
}

/** @returns how many rows there are, up to one more than {@link maxCounted} */
export async function countEntries(
  tx: Tx,
  paths: readonly string[],
  filters: EntryFilters,
  search: Search,
): Promise<number> {
  const some = matching(tx, paths, filters, search)
    .select('e.caseId')
    .limit(maxCounted + 1);
  const { n } = await tx.db
    .selectFrom(some.as('page'))
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

function matching({ db }: Tx, paths: readonly string[], filters: EntryFilters, { contained, found }: Search) {
  const [path, ...others] = paths;
  let rows = db
    .selectFrom('register_entry as e')
    // Of one organisation the index gives the rows in their order; of a list of organisations it cannot.
    .where(({ eb, fn, val }) =>
      eb('e.orgPath', '=', path === undefined || others.length > 0 ? fn.any(val(paths)) : path),
    );
  if (contained !== null) rows = rows.where('e.search', 'ilike', containing(contained));
  if (found !== null) rows = rows.where(({ eb, fn, val }) => eb('e.caseId', '=', fn.any(val(found))));
  const { category, unit, reviewer, adviser, conclusion, number, status, adoption, overdue, urgent, recorded } =
    filters;
  if (category !== undefined) rows = rows.where('e.category', '=', category);
  if (unit !== undefined) rows = rows.where('e.unit', 'ilike', containing(unit));
  if (reviewer !== undefined) rows = rows.where(({ eb, fn, val }) => eb(val(reviewer), '=', fn.any('e.reviewers')));
  if (adviser !== undefined) rows = rows.where(({ eb, fn, val }) => eb(val(adviser), '=', fn.any('e.advisers')));
  if (conclusion !== undefined) rows = rows.where('e.conclusion', '=', conclusion);
  if (number !== undefined) rows = rows.where('e.number', 'ilike', containing(number));
  if (status === 'open') rows = rows.where('e.outcome', 'is', null);
  else if (status !== undefined) rows = rows.where('e.outcome', '=', status);
  if (adoption !== undefined) rows = rows.where('e.adoption', '=', adoption);
  if (overdue !== undefined) rows = rows.where('e.overdue', '=', overdue === 'true');
  if (recorded !== undefined) rows = rows.where('e.recorded', '=', recorded === 'true');
  if (urgent !== undefined) rows = rows.where('e.urgent', '=', urgent === 'true');
  for (const date of dates) {
    const [from, to] = [filters[`${date}From` as const], filters[`${date}To` as const]];
    if (from !== undefined) rows = rows.where(`e.${date}On` as const, '>=', from);
    if (to !== undefined) rows = rows.where(`e.${date}On` as const, '<=', to);
  }
  return rows;
}
