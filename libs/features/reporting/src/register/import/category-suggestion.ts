/** Suggests one category for a whole register: many registers have one category alone and no column of it. Pure. */
import type { Table } from '@lawgate/files';
import type { Header, Mapping } from './columns.ts';
import { looseLabel } from './row-check.ts';

/**
 * The label that the heading of the names (合同名称), the sheet's name, a title above the heading or the file's name contains;
 * the first of these that contains any counts. Nothing where there is a column of categories, or where two are named.
 *
 * @param labels of the installed categories
 */
export function suggestCategory(
  labels: readonly string[],
  {
    table,
    header,
    columns,
    fileName,
  }: {
    readonly table: Pick<Table, 'sheet' | 'rows'>;
    readonly header: Header;
    readonly columns: Mapping['columns'];
    readonly fileName: string;
  },
): string | null {
  if (columns.category !== undefined || header.line === null) return null;
  const above = table.rows.filter(({ line }) => line < (header.line ?? 0)).flatMap(({ cells }) => cells);
  const heading = columns.title === undefined ? '' : (header.headings[columns.title] ?? '');
  for (const text of [heading, table.sheet ?? '', ...above, fileName]) {
    const named = labels.filter((label) => looseLabel(text).includes(looseLabel(label)));
    if (named.length > 0) return named.length === 1 ? (named[0] ?? null) : null;
  }
  return null;
}
