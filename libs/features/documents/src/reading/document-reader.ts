/** The worker's part: reads the text of a document, or compares two documents. */
import { buffer } from 'node:stream/consumers';
import { logRows } from '@lawgate/cases';
import type { ContentStore } from '@lawgate/files';
import { json, type Clock, type Database } from '@lawgate/database';
import { NotYetError } from '@lawgate/jobs';
import { sql, type ExpressionBuilder, type UpdateObject, type Updateable } from 'kysely';
import type { NotCompared, Reading, ReadingComparison } from '../comparing/compare-readings.ts';
import type { DocumentTables } from '../tables.ts';
import { compareInThread, readInThread, defaultLimits, type ThreadLimits } from './in-thread.ts';
import { readDocument } from './read-document.ts';
import { readerVersion, ReadError, type ReadProblem, type ReadText } from './read-text.ts';
import { fromStored, toStored, type StoredText } from './stored-text.ts';

/** Maximum bytes of a document that is read; larger ones are scans, whatever their type. */
const maxBytes = 128 * 1024 * 1024;
/** Types that cannot expand. */
const plainTypes = ['text/plain', 'text/csv', 'text/markdown'];
/** Maximum bytes of a plain text that is read without a thread, because it cannot expand. */
const plainBytes = 1024 * 1024;
/** Kinds of the jobs; their keys are the ids of a document and of a comparison. */
export const readKind = 'document.text';
export const compareKind = 'document.comparison';
/** Written out: indexes repeat the condition. */
const pending = sql.lit('pending' as const);
/** How often something is begun that never came to an end: each time, it took the process with it. */
export const readAttempts = 3;

/** Not read yet, or by an older reader. */
const isDue = ({ eb, or }: ExpressionBuilder<DocumentTables, 'document_text'>) =>
  or([eb('state', '=', pending), eb('reader', '<', readerVersion)]);

export class DocumentReader {
  constructor(
    private readonly database: Database<DocumentTables>,
    private readonly store: ContentStore,
    private readonly clock: Clock,
    private readonly limits: ThreadLimits = defaultLimits,
  ) {}

  /**
   * @throws Error when it was asked to stop, or another attempt may succeed; a problem of the document itself is stored
   */
  async read(documentId: string, signal: AbortSignal): Promise<void> {
    const waiting = this.#db
      .selectFrom('document_text')
      .select('documentId')
      .where('documentId', '=', documentId)
      .where(isDue);
    if ((await waiting.executeTakeFirst()) === undefined) return;
    try {
      await this.#keepText(documentId, await this.#read(documentId, signal));
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      await this.failText(documentId, error.problem);
    }
  }

  /** @throws NotYetError while one of the two is still to be read; Error as {@link read} does */
  async compare(id: string, signal: AbortSignal): Promise<void> {
    const waiting = this.#db.selectFrom('comparison').select('id').where('id', '=', id).where('state', '=', pending);
    if ((await waiting.executeTakeFirst()) === undefined) return;
    try {
      await this.#compare(id, signal);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      await this.failComparison(id, error.problem);
    }
  }

  async failText(documentId: string, problem: ReadProblem): Promise<void> {
    await this.#db
      .updateTable('document_text')
      .set({ state: 'failed', code: problem, reader: readerVersion, readAt: this.clock.now() })
      .where('documentId', '=', documentId)
      .where('state', '=', pending)
      .execute();
    // What an older reader could read remains.
    await this.#db
      .updateTable('document_text')
      .set({ reader: readerVersion, unread: json([{ part: '全文', page: null, reason: 'damaged' }]) })
      .where('documentId', '=', documentId)
      .where('state', '<>', pending)
      .where('reader', '<', readerVersion)
      .execute();
  }

  /** Ids of documents that an older reader read, the newest first. */
  async outdated(limit: number): Promise<{ id: string; orgId: string; orgPath: string }[]> {
    return this.#db
      .selectFrom('document_text as t')
      .innerJoin('review_case as c', 'c.id', 't.caseId')
      .select(['t.documentId as id', 'c.orgId', 'c.orgPath'])
      .where('t.state', '<>', pending)
      .where('t.reader', '<', readerVersion)
      .orderBy('t.queuedAt', 'desc')
      .orderBy('t.documentId', 'desc')
      .limit(limit)
      .execute();
  }

  async failComparison(id: string, problem: ReadProblem): Promise<void> {
    await this.#endComparison(id, { state: 'failed', code: problem });
  }

  async #read(documentId: string, signal: AbortSignal): Promise<ReadText> {
    const row = await this.#db
      .selectFrom('document')
      .select(['sha256', 'size', 'mediaType'])
      .where('id', '=', documentId)
      .executeTakeFirst();
    if (row === undefined) throw new ReadError('damaged');
    if (row.size > maxBytes) throw new ReadError('too-large');
    const content = await this.store.read(row.sha256, row.size);
    if (content === null) throw new ReadError('damaged');
    const bytes = await buffer(content);
    if (plainTypes.includes(row.mediaType) && row.size <= plainBytes) return readDocument(bytes, row.mediaType);
    return readInThread(bytes, row.mediaType, this.limits, signal);
  }

  async #keepText(documentId: string, read: ReadText): Promise<void> {
    const { text, parts, unread } = toStored(read);
    const { pages, insertions, deletions, macros, externalLinks } = read;
    await this.#db
      .updateTable('document_text')
      .set({
        state: text === null ? 'no-text' : 'done',
        code: null,
        characters: [...(text ?? '').replace(/\s/gu, '')].length,
        text,
        parts: json(parts),
        unread: json(unread),
        reader: readerVersion,
        ...{ pages, insertions, deletions, macros, externalLinks },
        readAt: this.clock.now(),
      })
      .where('documentId', '=', documentId)
      .where(isDue)
      .execute();
  }

  async #compare(id: string, signal: AbortSignal): Promise<void> {
    const found = await this.#db
      .selectFrom('comparison as c')
      .leftJoin('document_text as l', 'l.documentId', 'c.leftId')
      .leftJoin('document_text as r', 'r.documentId', 'c.rightId')
      .select(['l.state as leftState', 'l.code as leftCode', 'l.text as left', 'l.pages as leftPages'])
      .select(['l.parts as leftParts', 'l.unread as leftUnread', 'l.reader as leftReader'])
      .select(['r.state as rightState', 'r.code as rightCode', 'r.text as right', 'r.pages as rightPages'])
      .select(['r.parts as rightParts', 'r.unread as rightUnread', 'r.reader as rightReader'])
      .where('c.id', '=', id)
      .executeTakeFirst();
    if (found === undefined) throw new ReadError('damaged');
    // A document that has no text by its type has no state, and waits for nothing.
    if (found.leftState === 'pending' || found.rightState === 'pending') throw new NotYetError();
    if ((found.leftReader ?? readerVersion) < readerVersion || (found.rightReader ?? readerVersion) < readerVersion) {
      throw new NotYetError();
    }
    const code = found.leftCode ?? found.rightCode;
    if (code !== null) throw new ReadError(code);
    const { left, right, leftPages, rightPages } = found;
    const before = readingOf(left, found.leftParts, found.leftUnread, leftPages);
    const after = readingOf(right, found.rightParts, found.rightUnread, rightPages);
    const compared = await compareInThread(before, after, this.limits, signal);
    const pages = { leftPages, rightPages };
    if (left !== null && right !== null) {
      return this.#keepComparison(id, compared, { basis: 'text', differences: compared.hunks.length, ...pages });
    }
    // A picture of a page says how many pages there are and nothing else; the rest is for a person to compare.
    const differences = leftPages === null || rightPages === null ? null : Math.abs(leftPages - rightPages);
    const notCompared: NotCompared[] = [
      ...(left === null ? [{ part: '原文：全文', page: null, reason: '没有可读取的文字' }] : []),
      ...(right === null ? [{ part: '后文：全文', page: null, reason: '没有可读取的文字' }] : []),
      ...compared.notCompared,
    ];
    return this.#keepComparison(id, { hunks: [], notCompared }, { basis: 'pages', differences, ...pages });
  }

  async #keepComparison(
    id: string,
    { hunks, notCompared }: Pick<ReadingComparison, 'hunks' | 'notCompared'>,
    found: Pick<Updateable<DocumentTables['comparison']>, 'basis' | 'differences' | 'leftPages' | 'rightPages'>,
  ): Promise<void> {
    await this.#endComparison(id, { state: 'done', ...found, hunks: json(hunks), notCompared: json(notCompared) });
  }

  /** Another attempt may have ended it. */
  async #endComparison(id: string, ended: UpdateObject<DocumentTables, 'comparison'>): Promise<void> {
    const at = this.clock.now();
    await this.database.asWorker(async ({ db, client }) => {
      const done = await db
        .updateTable('comparison')
        .set({ ...ended, finishedAt: at })
        .where('id', '=', id)
        .where('state', '=', pending)
        .returning('caseId')
        .executeTakeFirst();
      if (done === undefined) return;
      const changed = [
        'state',
        'code',
        'basis',
        'differences',
        'hunks',
        'not_compared',
        'left_pages',
        'right_pages',
        'finished_at',
      ];
      const rows = [{ in: 'comparison', key: { id }, changed }];
      await logRows(client, { caseId: done.caseId, type: 'comparison.done', actor: null, at, rows });
    });
  }

  get #db() {
    return this.database.workerQueries;
  }
}

function readingOf(
  text: string | null,
  parts: StoredText['parts'] | null,
  unread: StoredText['unread'] | null,
  pages: number | null,
): Reading {
  return { ...fromStored({ text, parts: parts ?? [], unread: unread ?? [] }), pages };
}
