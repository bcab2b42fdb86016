import type { Principal } from '@lawgate/contracts';
import { newId } from '@lawgate/database';
import type { Table } from '@lawgate/files';
import { findHeader, suggestMapping } from './columns.ts';
import type { StoredImport } from './import-store.ts';

/** A new import of a table: its heading and columns as they are recognised. */
export function draftOf(
  { id: createdBy, name: createdByName, orgId, orgPath }: Principal,
  fileName: string,
  { size, sha256, sm3 }: { readonly size: number; readonly sha256: string; readonly sm3: string },
  { rows, format, encoding, sheet }: Table,
  createdAt: Date,
): StoredImport {
  const { line, headings } = findHeader(rows);
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
    sheet,
    headerLine: line,
    headings: [...headings],
    mapping: suggestMapping(headings),
    isMappingKept: false,
    state: 'draft',
    version: 1,
    createdBy,
    createdByName,
    createdAt,
    startedAt: null,
    finishedAt: null,
  };
}
