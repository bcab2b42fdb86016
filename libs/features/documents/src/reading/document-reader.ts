/** The worker's part: reads the text of documents and compares two of them, as rows ask for it. */
import { buffer } from 'node:stream/consumers';
import type { ContentStore } from '@lawgate/files';
import type { Clock } from '@lawgate/database';
import type pg from 'pg';
import { compareInThread, readInThread, defaultLimits, type ThreadLimits } from './in-thread.ts';
import { readDocument } from './read-document.ts';
import { ReadError, type ReadProblem, type ReadText } from './read-text.ts';

/** Bytes of a document that is read; larger ones are pictures, whatever they are called. */
const mostBytes = 128 * 1024 * 1024;
/** Bytes of a plain text that needs no thread of its own: nothing can come out of it but what is there. */
const plainBytes = 1024 * 1024;
/** How often something is begun that never came to an end: each time, it took the process with it. */
const mostAttempts = 3;

interface Job {
  readonly id: string;
  readonly attempts: number;
}

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

  /** Takes what waits, one after the other; between two it stops when asked to. */
  async work(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && ((await this.#readNext(signal)) || (await this.#compareNext(signal))));
  }

  async #readNext(signal: AbortSignal): Promise<boolean> {
    const job = await this.#begin('document_text', 'document_id', 'queued_at', '');
    if (job === null) return false;
    try {
      if (job.attempts > mostAttempts) throw new ReadError('too-large');
      await this.#keepText(job.id, await this.#read(job.id, signal));
    } catch (error) {
      if (!(error instanceof ReadError)) return this.#putBack('document_text', 'document_id', job, error, signal);
      await this.pool.query(
        `update document_text set state = 'failed', code = $2, read_at = $3 where document_id = $1 and state = 'pending'`,
        [job.id, error.problem, this.clock.now()],
      );
    }
    return true;
  }

  /** Counts the attempt before anything is done, in a commit of its own. */
  async #begin(table: string, id: string, queuedAt: string, ready: string): Promise<Job | null> {
    const found = await this.pool.query<Job>(
      `update ${table} set attempts = attempts + 1
        where ${id} = (select ${id} from ${table} where state = 'pending' ${ready} order by ${queuedAt}, ${id} limit 1)
        returning ${id} as id, attempts`,
    );
    return found.rows[0] ?? null;
  }

  /** Asked to stop in the middle: it is none of the document's doing, and is begun again by whoever leads next. */
  async #putBack(table: string, id: string, job: Job, error: unknown, signal: AbortSignal): Promise<boolean> {
    await this.pool.query(`update ${table} set attempts = attempts - 1 where ${id} = $1 and state = 'pending'`, [
      job.id,
    ]);
    if (!signal.aborted) throw error;
    return false;
  }

  async #read(documentId: string, signal: AbortSignal): Promise<ReadText> {
    const found = await this.pool.query<{ sha256: string; size: number; mediaType: string }>(
      `select sha256, size::float8 as size, media_type as "mediaType" from document where id = $1`,
      [documentId],
    );
    const row = found.rows[0];
    if (row === undefined) throw new ReadError('damaged');
    if (row.size > mostBytes) throw new ReadError('too-large');
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

  async #compareNext(signal: AbortSignal): Promise<boolean> {
    // Both texts first; a document that has none by its type waits for nothing.
    const job = await this.#begin(
      'comparison',
      'id',
      'asked_at',
      `and not exists (select from document_text t where t.document_id in (left_id, right_id) and t.state = 'pending')`,
    );
    if (job === null) return false;
    try {
      if (job.attempts > mostAttempts) throw new ReadError('too-large');
      await this.#compare(job.id, signal);
    } catch (error) {
      if (!(error instanceof ReadError)) return this.#putBack('comparison', 'id', job, error, signal);
      await this.pool.query(
        `update comparison set state = 'failed', code = $2, finished_at = $3 where id = $1 and state = 'pending'`,
        [job.id, error.problem, this.clock.now()],
      );
    }
    return true;
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
    for (const { code } of [left, right]) if (code !== null) throw new ReadError(code);
    const paragraphs = [left, right].map(({ text }) => text?.split('\n') ?? []);
    if (left.text !== null && right.text !== null) {
      const { hunks } = await compareInThread(paragraphs[0] ?? [], paragraphs[1] ?? [], this.limits, signal);
      return this.#keepComparison(id, 'text', hunks.length, hunks, left, right);
    }
    // A picture of a page says how many pages there are and nothing else; the rest is for a person's eyes.
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
