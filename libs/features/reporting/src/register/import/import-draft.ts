import type { Principal } from '@lawgate/contracts';
import { newId } from '@lawgate/database';
import type { Definition } from '@lawgate/engine';
import type { Table } from '@lawgate/files';
import { suggestCategory } from './category-suggestion.ts';
import { findHeader, suggestMapping } from './columns.ts';
import type { StoredImport } from './import-store.ts';

/** What is recognised of a table: its sheet, its heading and its columns. */
export type Recognised = Pick<StoredImport, 'sheet' | 'headerLine' | 'headings' | 'mapping' | 'isMappingKept'>;

/** A new import of a file, before its table is recognised. */
export function draftOf(
  { id: createdBy, name: createdByName, orgId, orgPath }: Principal,
  fileName: string,
  { size, sha256, sm3 }: { readonly size: number; readonly sha256: string; readonly sm3: string },
  { format, encoding, sheets }: Table,
  createdAt: Date,
): Omit<StoredImport, keyof Recognised> {
  return {
    id: newId(),
    orgId,
    orgPath,
    fileName,
    size,
    fileHash: sha256,
    fileSm3: sm3,
    format,
    encoding,
    sheets: sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows })),
    state: 'draft',
    version: 1,
    createdBy,
    createdByName,
    createdAt,
    startedAt: null,
    finishedAt: null,
  };
}

/** @param definitions those installed, whose labels are the categories */
export function recognise(definitions: readonly Definition[], fileName: string, table: Table): Recognised {
  const header = findHeader(table.rows);
  const { columns } = suggestMapping(header.headings);
  const labels = definitions.map(({ label }) => label);
  const category = suggestCategory(labels, { table, header, columns, fileName });
  return {
    sheet: table.sheet,
    headerLine: header.line,
    headings: [...header.headings],
    mapping: { columns, defaults: category === null ? {} : { category } },
    isMappingKept: false,
  };
}
