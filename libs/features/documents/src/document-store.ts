/** Rows of documents as one person may see them, with what is known of each. */
import { type Principal, notFound, ProblemError } from '@lawgate/contracts';
import { newId, type Clock } from '@lawgate/database';
import { recusedFrom } from '@lawgate/cases';
import type pg from 'pg';
import { type ReadProblem, readProblems } from './reading/read-text.ts';
import type { AccessView, DocumentDetail, DocumentNote } from './document-views.ts';

export interface StoredDocument {
  readonly id: string;
  readonly caseId: string;
  readonly orgPath: string;
  readonly kind: string;
  readonly name: string;
  readonly version: number;
  readonly round: number;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly sm3: string;
  readonly uploadedBy: string;
  readonly uploadedByName: string | null;
  readonly uploadedAt: Date;
  readonly scan: 'not-scanned' | 'clean' | 'infected';
  readonly scanFinding: string | null;
  readonly scannedAt: Date | null;
  readonly textState: DocumentDetail['text']['state'];
  readonly textCode: ReadProblem | null;
  readonly characters: number | null;
  readonly pages: number | null;
  readonly insertions: number | null;
  readonly deletions: number | null;
  readonly macros: boolean | null;
  readonly externalLinks: number | null;
}

const columns = `d.id, d.case_id as "caseId", d.org_path as "orgPath", d.kind, d.name, d.version, d.round,
  d.size::float8 as size, d.media_type as "mediaType", d.sha256, d.sm3, d.uploaded_by as "uploadedBy",
  p.name as "uploadedByName", d.uploaded_at as "uploadedAt", d.scan, d.scan_finding as "scanFinding",
  d.scanned_at as "scannedAt", coalesce(t.state, 'not-read') as "textState", t.code as "textCode", t.characters, t.pages,
  t.insertions, t.deletions, t.macros, t.external_links as "externalLinks"`;
const tables = `document d left join person p on p.id = d.uploaded_by left join document_text t on t.document_id = d.id`;

/**
 * @throws ProblemError 404; 403 `document.part-ended` for an adviser who sees the case and not its documents any more
 */
export async function requireDocument(
  client: pg.PoolClient,
  viewer: Pick<Principal, 'id' | 'scope'>,
  caseId: string,
  documentId: string,
): Promise<StoredDocument> {
  await requireReadable(client, viewer, caseId);
  const found = await client.query<StoredDocument>(
    `select ${columns} from ${tables} where d.id = $1 and d.case_id = $2`,
    [documentId, caseId],
  );
  const row = found.rows[0];
  if (row === undefined) throw notFound('该材料');
  return row;
}

/**
 * @throws ProblemError 404 where the case is not the viewer's to see, 403 `document.part-ended` for an adviser whose
 * part
 *   is over, `case.recused` for anyone who has recused themselves (公务员法 76–77)
 */
export async function requireReadable(
  client: pg.PoolClient,
  viewer: Pick<Principal, 'id' | 'scope'>,
  caseId: string,
): Promise<void> {
  const seen = await client.query<{ ended: boolean; recused: boolean }>(
    `select $2 = 'assigned' and id not in (select readable_cases()) as ended,
            coalesce((stored -> 'recused')::jsonb ? $3, false) as recused
       from review_case where id = $1`,
    [caseId, viewer.scope, viewer.id],
  );
  if (seen.rows[0] === undefined) throw notFound('该案件');
  if (seen.rows[0].recused) throw recusedFrom();
  if (!seen.rows[0].ended) return;
  throw new ProblemError(
    403,
    'document.part-ended',
    '您在本案的法律顾问工作已经结束，不能再查阅送审材料；您本人出具的意见仍可查看。',
  );
}

/** Of one case, by kind and version. */
export async function documentsOf(
  client: pg.PoolClient,
  caseId: string,
  after: readonly [string, number] | null,
  limit: number,
): Promise<StoredDocument[]> {
  const found = await client.query<StoredDocument>(
    `select ${columns} from ${tables}
      where d.case_id = $1 and ($2::text is null or (d.kind, d.version) > ($2, $3::int))
      order by d.kind, d.version limit $4`,
    [caseId, after?.[0] ?? null, after?.[1] ?? null, limit],
  );
  return found.rows;
}

/** Writes down that somebody looks at a document, before they see any of it. */
export async function logAccess(
  client: pg.PoolClient,
  clock: Clock,
  principal: Principal,
  document: Pick<StoredDocument, 'id' | 'caseId' | 'orgPath'>,
  what: AccessView['what'],
): Promise<void> {
  await client.query(
    `insert into document_access (id, document_id, case_id, org_path, person_id, person_name, what, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [newId(), document.id, document.caseId, document.orgPath, principal.id, principal.name, what, clock.now()],
  );
}

export function toDetail(row: StoredDocument): DocumentDetail {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    version: row.version,
    round: row.round,
    size: row.size,
    mediaType: row.mediaType,
    sha256: row.sha256,
    sm3: row.sm3,
    uploadedAt: row.uploadedAt.toISOString(),
    uploadedBy: { id: row.uploadedBy, name: row.uploadedByName ?? '' },
    scan: { state: row.scan, finding: row.scanFinding, at: row.scannedAt?.toISOString() ?? null },
    text: textViewOf(row),
    notes: notesOf(row),
  };
}

export function textViewOf(row: StoredDocument): DocumentDetail['text'] {
  return {
    state: row.textState,
    code: row.textCode,
    message: row.textCode === null ? null : readProblems[row.textCode],
    characters: row.characters,
    pages: row.pages,
  };
}

export function notesOf(row: StoredDocument): DocumentNote[] {
  const notes: DocumentNote[] = [];
  const note = (code: DocumentNote['code'], message: string): void => void notes.push({ code, message });
  const { insertions, deletions, externalLinks } = row;
  if (row.scan === 'infected')
    note('infected', `查出病毒（${row.scanFinding ?? '未知'}），不提供下载。请送审单位重新上传。`);
  if (row.scan === 'not-scanned') note('not-scanned', '尚未查毒。');
  if ((insertions ?? 0) + (deletions ?? 0) > 0) {
    note(
      'tracked-changes',
      `含有未接受的修订：插入${insertions ?? 0}处、删除${deletions ?? 0}处。审查以哪一文本为准，请先核实。`,
    );
  }
  if (row.macros === true) note('macros', '含有宏。请不要启用宏；必要时请送审单位提供不含宏的版本。');
  if ((externalLinks ?? 0) > 0) note('external-links', `含有${externalLinks}处指向文件之外的链接，系统不会访问。`);
  if (row.textState === 'no-text') {
    const pages = row.pages === null ? '' : `共${row.pages}页，`;
    note('scan-without-text', `${pages}没有可读取的文字，可能是扫描件；不能检索，比对时只能核对页数并人工确认。`);
  }
  if (row.textCode !== null) note('not-readable', readProblems[row.textCode]);
  return notes;
}
