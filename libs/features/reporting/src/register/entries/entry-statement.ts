/** The statement of a page of the register, and that of its length. Pure but for reading the file. */
import { readFileSync } from 'node:fs';
import type { EntryFilters, EntrySort } from './entry-views.ts';

const text = readFileSync(new URL('../../../sql/register/entries.sql', import.meta.url), 'utf8');

const sortColumns = {
  receivedOn: 'received_on',
  acceptedOn: 'accepted_on',
  concludedOn: 'concluded_on',
  filedOn: 'filed_on',
} as const;

/** The last row of the page before: its sort value, null where it has none, and its case. */
export type EntryCursor = readonly [sortOn: string | null, id: string];

/** A list that is longer is not counted to its end. */
export const maxCounted = 10_000;

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Search {
  /** Null where nothing is searched, or where the index has found the cases. */
  readonly contained: string | null;
  readonly found: readonly string[] | null;
}

/**
 * Deliberately without a name: a plan that is made once for all filters would fit none of them.
 *
 * @param paths of the organisations that are looked into
 */
export function pageStatement(
  paths: readonly string[],
  filters: EntryFilters,
  search: Search,
  sort: EntrySort,
  after: EntryCursor | null,
  limit: number,
): Statement {
  const down = sort.startsWith('-');
  const column = sortColumns[sort.replace('-', '') as keyof typeof sortColumns];
  const than = down ? '<' : '>';
  let keyset = '';
  const last: unknown[] = [];
  if (after !== null && after[0] !== null) {
    keyset = `and ((e.${column}, e.case_id) ${than} ($25::date, $26::uuid) or e.${column} is null)`;
    // What has no such date comes last whichever way it is sorted; the first day of receipt is always there.
    if (column === 'received_on') keyset = `and (e.${column}, e.case_id) ${than} ($25::date, $26::uuid)`;
    last.push(...after);
  } else if (after !== null) {
    keyset = `and e.${column} is null and e.case_id ${than} $25::uuid`;
    last.push(after[1]);
  }
  // That column is never null, and its index is sorted without a word about nulls.
  const nulls = column === 'received_on' ? '' : ' nulls last';
  return {
    text: ofPaths(paths)
      .replace('-- keyset', keyset)
      .replaceAll(' nulls last', nulls)
      .replaceAll('sort_on', column)
      .replaceAll(' dir', down ? ' desc' : ' asc'),
    values: [...filterValues(paths, filters, search), limit, ...last],
  };
}

/** How many rows there are, up to one more than {@link maxCounted}. */
export function countStatement(paths: readonly string[], filters: EntryFilters, search: Search): Statement {
  const whole = ofPaths(paths);
  const page = whole.slice(whole.indexOf('with page'), whole.indexOf('-- rows'));
  return {
    text: `${page
      .replace('select e.*', 'select 1')
      .replace('-- keyset', '')
      .replace(/order by .*/, '')}select count(*)::int as n from page`,
    values: [...filterValues(paths, filters, search), maxCounted + 1],
  };
}

/** Of one organisation the index gives the rows in their order; of a list of organisations it cannot. */
function ofPaths(paths: readonly string[]): string {
  return paths.length === 1 ? text.replace('= any ($1::text[])', '= $1::text') : text;
}

function filterValues(paths: readonly string[], filters: EntryFilters, search: Search): unknown[] {
  const flag = (value: 'true' | 'false' | undefined): boolean | null => (value === undefined ? null : value === 'true');
  return [
    paths.length === 1 ? paths[0] : paths,
    filters.category ?? null,
    search.contained === null ? null : likeText(search.contained),
    search.found,
    filters.unit === undefined ? null : likeText(filters.unit),
    filters.reviewer ?? null,
    filters.adviser ?? null,
    filters.conclusion ?? null,
    filters.number === undefined ? null : likeText(filters.number),
    filters.status ?? null,
    filters.adoption ?? null,
    flag(filters.overdue),
    flag(filters.urgent),
    ...[filters.receivedFrom, filters.receivedTo, filters.acceptedFrom, filters.acceptedTo],
    ...[filters.concludedFrom, filters.concludedTo, filters.filedFrom, filters.filedTo],
    ...[filters.endedFrom, filters.endedTo],
  ].map((value) => value ?? null);
}

/** What a person typed, with the wildcards of LIKE taken as themselves. */
function likeText(typed: string): string {
  return typed.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}
