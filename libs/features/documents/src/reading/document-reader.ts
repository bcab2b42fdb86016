/** The worker's part: reads the text of a document, or compares two of them, as a job asks for it. */
import { buffer } from 'node:stream/consumers';
import type { ContentStore } from '@lawgate/files';
import type { Clock } from '@lawgate/database';
import { NotYetError } from '@lawgate/jobs';
import type pg from 'pg';
import { compareInThread, readInThread, defaultLimits, type ThreadLimits } from './in-thread.ts';
import { readDocument } from './read-document.ts';
import { ReadError, type ReadProblem, type ReadText } from './read-text.ts';

/** Bytes of a document that is read; larger ones are pictures, whatever they are called. */
const maxBytes = 128 * 1024 * 1024;
/** Bytes of a plain text that needs no thread of its own: nothing can come out of it but what is there. */
const plainBytes = 1024 * 1024;
/** Kinds of the jobs that do it; the keys are a document and a comparison. */
export const readKind = 'document.text';
export const compareKind = 'document.comparison';
/** How often something is begun that never came to an end: each time, it took the process with it. */
export const readAttempts = 3;

interface Side {
  readonly state: string;
  readonly code: ReadProblem | null;
  readonly text: string | null;
  readonly pages: number | null;
}

export class DocumentReader {
  constructor(
    private readonly pool: pg.Pool,
    private readonly store: ContentStore,
    private readonly clock: Clock,
    private readonly limits: ThreadLimits = defaultLimits,
  ) {}

  /** @throws Error when it was asked to stop, or another try may do better; what is wrong with the document is kept */
  async read(documentId: string, signal: AbortSignal): Promise<void> {
    if (!(await this.#waits('document_text', 'document_id', documentId))) return;
    try {
      await this.#keepText(documentId, await this.#read(documentId, signal));
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      await this.failText(documentId, error.problem);
    }
  }

  /** @throws NotYetError while one of the two is still to be read; Error as {@link read} does */
  async compare(id: string, signal: AbortSignal): Promise<void> {
    if (!(await this.#waits('comparison', 'id', id))) return;
    try {
      await this.#compare(id, signal);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      await this.failComparison(id, error.problem);
    }
  }

  async failText(documentId: string, problem: ReadProblem): Promise<void> {
    await this.pool.query(
      `update document_text set state = 'failed', code = $2, read_at = $3 where document_id = $1 and state = 'pending'`,
      [documentId, problem, this.clock.now()],
    );
  }

  async failComparison(id: string, problem: ReadProblem): Promise<void> {
    await this.pool.query(
      `update comparison set state = 'failed', code = $2, finished_at = $3 where id = $1 and state = 'pending'`,
      [id, problem, this.clock.now()],
    );
  }

  async #waits(table: string, column: string, id: string): Promise<boolean> {
    const found = await this.pool.query(`select from ${table} where ${column} = $1 and state = 'pending'`, [id]);
    return found.rowCount === 1;
  }

  async #read(documentId: string, signal: AbortSignal): Promise<ReadText> {
    const found = await this.pool.query<{ sha256: string; size: number; mediaType: string }>(
      `select sha256, size::float8 as size, media_type as "mediaType" from document where id = $1`,
      [documentId],
    );
    const row = found.rows[0];
    if (row === undefined) throw new ReadError('damaged');
    if (row.size > maxBytes) throw new ReadError('too-large');
    const content = await this.store.read(row.sha256, row.size);
    if (content === null) throw new ReadError('damaged');
    const bytes = await buffer(content);
    if (row.mediaType.startsWith('text/') && row.size <= plainBytes) return readDocument(bytes, row.mediaType);
    return readInThread(bytes, row.mediaType, this.limits, signal);
  }

  async #keepText(documentId: string, read: ReadText): Promise<void> {
    // What PostgreSQL keeps in no text; it says nothing either.
    const text = read.paragraphs.join('\n').replaceAll('\0', '').toWellFormed();
    await this.pool.query(
      `update document_text set state = $2, characters = $3, pages = $4, text = $5, insertions = $6, deletions = $7,
              macros = $8, external_links = $9, read_at = $10
        where document_id = $1 and state = 'pending'`,
      [
        documentId,
        text === '' ? 'no-text' : 'done',
        [...text.replace(/\s/gu, '')].length,
        read.pages,
        text === '' ? null : text,
        read.insertions,
        read.deletions,
        read.macros,
        read.externalLinks,
        this.clock.now(),
      ],
    );
  }

  async #compare(id: string, signal: AbortSignal): Promise<void> {
    const found = await this.pool.query<Side>(
      `select coalesce(t.state, 'not-read') as state, t.code, t.text, t.pages
         from comparison c cross join lateral (values (1, c.left_id), (2, c.right_id)) as side (place, document_id)
         left join document_text t on t.document_id = side.document_id
        where c.id = $1 order by side.place`,
      [id],
    );
    const [left, right] = found.rows;
    if (left === undefined || right === undefined) throw new ReadError('damaged');
    // A document that has no text by its type waits for nothing.
    if (left.state === 'pending' || right.state === 'pending') throw new NotYetError();
    for (const { code } of [left, right]) if (code !== null) throw new ReadError(code);
    const paragraphs = [left, right].map(({ text }) => text?.split('\n') ?? []);
    if (left.text !== null && right.text !== null) {
      const { hunks } = await compareInThread(paragraphs[0] ?? [], paragraphs[1] ?? [], this.limits, signal);
      return this.#keepComparison(id, 'text', hunks.length, hunks, left, right);
    }
    // A picture of a page says how many pages there are and nothing else; the rest is for a person to compare.
    const differences = left.pages === null || right.pages === null ? null : Math.abs(left.pages - right.pages);
    return this.#keepComparison(id, 'pages', differences, [], left, right);
  }

  async #keepComparison(
    id: string,
    basis: 'text' | 'pages',
    differences: number | null,
    hunks: readonly unknown[],
    left: Side,
    right: Side,
  ): Promise<void> {
    await this.pool.query(
      `update comparison set state = 'done', basis = $2, differences = $3, hunks = $4, left_pages = $5, right_pages = $6,
              finished_at = $7 where id = $1 and state = 'pending'`,
      [id, basis, differences, JSON.stringify(hunks), left.pages, right.pages, this.clock.now()],
    );
  }
}
