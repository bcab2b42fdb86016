/** Rows of documents that one person may see, with the results of reading and scanning. */
import { type Principal, notFound, ProblemError } from '@lawgate/contracts';
import { newId, type Clock, type Transaction } from '@lawgate/database';
import { recusedFrom, registerFile } from '@lawgate/cases';
import { sql } from 'kysely';
import { gapsOf, readProblems, type PartKind, type UnreadReason } from './reading/read-text.ts';
import type { AccessView, DocumentDetail, DocumentNote } from './document-views.ts';
import type { DocumentTables } from './tables.ts';

type Tx = Transaction<DocumentTables>;

const documents = ({ db }: Tx) =>
  db
    .selectFrom('document as d')
    .leftJoin('person as p', 'p.id', 'd.uploadedBy')
    .leftJoin('document_text as t', 't.documentId', 'd.id')
    .innerJoin('review_case as c', 'c.id', 'd.caseId')
    .select(['d.id', 'd.caseId', 'd.orgPath', 'd.kind', 'd.name', 'd.version', 'd.round', 'd.size', 'd.mediaType'])
    .select(['d.sha256', 'd.sm3', 'd.uploadedBy', 'p.name as uploadedByName', 'd.uploadedAt'])
    .select(['d.scan', 'd.scanFinding', 'd.scannedAt'])
    .select(({ fn, val }) => fn.coalesce('t.state', val<'not-read'>('not-read')).as('textState'))
    .select(['t.code as textCode', 't.characters', 't.pages', 't.insertions', 't.deletions', 't.macros'])
    .select(['t.parts', 't.unread'])
    .select(['t.externalLinks', 'c.recorded']);

export type StoredDocument = Readonly<Awaited<ReturnType<ReturnType<typeof documents>['executeTakeFirstOrThrow']>>>;

/**
 * @throws ProblemError 404; 403 `document.part-ended` for an adviser who may see the case but no longer its documents
 */
export async function requireDocument(
  tx: Tx,
  viewer: Pick<Principal, 'id' | 'scope'>,
  caseId: string,
  documentId: string,
): Promise<StoredDocument> {
  await requireReadable(tx, viewer, caseId);
  const row = await documents(tx).where('d.id', '=', documentId).where('d.caseId', '=', caseId).executeTakeFirst();
  if (row === undefined) throw notFound('该材料');
  return row;
}

/**
 * @throws ProblemError 404 where the viewer may not see the case, 403 `document.part-ended` for an adviser whose part
 * is over, `case.recused` for people who have recused themselves (公务员法 76–77)
 */
export async function requireReadable(
  { db }: Tx,
  viewer: Pick<Principal, 'id' | 'scope'>,
  caseId: string,
): Promise<void> {
  const readable = db.selectNoFrom(sql<string>`readable_cases()`.as('id'));
  const seen = await db
    .selectFrom('review_case')
    .select((eb) => (viewer.scope === 'assigned' ? eb('id', 'not in', readable) : eb.lit(false)).as('ended'))
    .select(sql<boolean>`coalesce((stored -> 'recused')::jsonb ? ${viewer.id}, false)`.as('recused'))
    .where('id', '=', caseId)
    .executeTakeFirst();
  if (seen === undefined) throw notFound('该案件');
  if (seen.recused) throw recusedFrom();
  if (!seen.ended) return;
  throw new ProblemError(
    403,
    'document.part-ended',
    '您在本案的法律顾问工作已经结束，不能再查阅送审材料；您本人出具的意见仍可查看。',
  );
}

/** The documents of one case, by kind and version. */
export async function documentsOf(
  tx: Tx,
  caseId: string,
  after: readonly [string, number] | null,
  limit: number,
): Promise<StoredDocument[]> {
  let page = documents(tx).where('d.caseId', '=', caseId);
  if (after !== null) {
    page = page.where(({ eb, refTuple, tuple }) => eb(refTuple('d.kind', 'd.version'), '>', tuple(...after)));
  }
  return page.orderBy('d.kind').orderBy('d.version').limit(limit).execute();
}

/** Logs an access to a document, before any of it is shown. */
export async function logAccess(
  { db }: Tx,
  clock: Clock,
  principal: Principal,
  document: Pick<StoredDocument, 'id' | 'caseId' | 'orgPath'>,
  what: AccessView['what'],
): Promise<void> {
  await db
    .insertInto('document_access')
    .values({
      id: newId(),
      documentId: document.id,
      caseId: document.caseId,
      orgPath: document.orgPath,
      personId: principal.id,
      personName: principal.name,
      what,
      at: clock.now(),
    })
    .execute();
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
    ...(row.recorded && row.kind !== registerFile ? { attachedLater: true as const } : {}),
  };
}

export function textViewOf(row: StoredDocument): DocumentDetail['text'] {
  return {
    state: row.textState,
    code: row.textCode,
    message: row.textCode === null ? null : readProblems[row.textCode],
    characters: row.characters,
    pages: row.pages,
    unread: gapsIn(row),
  };
}

/** Parts that a note names; the text view lists all. */
const maxNamed = 10;

/** The parts are named without their text, which the row does not carry. */
const gapsIn = ({ parts, unread }: Pick<StoredDocument, 'parts' | 'unread'>) =>
  gapsOf({
    parts: (parts ?? []).map(({ kind, page, recognised }) => ({
      kind: kind as PartKind,
      page,
      paragraphs: [],
      ...(recognised === true ? { recognised } : {}),
    })),
    unread: (unread ?? []).map(({ part, page, reason }) => ({ part, page, reason: reason as UnreadReason })),
  });

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
    note('scan-without-text', `${pages}没有可读取的文字；不能检索，比对时只能核对页数并人工确认。`);
  }
  const unread = gapsIn(row);
  if (unread.length > 0) {
    const shown = unread.slice(0, maxNamed).map(({ part, reason }) => `${part}${reason}`);
    const more = unread.length > maxNamed ? `等${unread.length}处` : '';
    note('not-read', `须人工查看：${shown.join('；')}${more}。`);
  }
  if (row.textCode !== null) note('not-readable', readProblems[row.textCode]);
  return notes;
}
