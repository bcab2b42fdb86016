/**
 * One connection of a process that listens for work added by any process, and holds the lock that shows that this
 * process is alive.
 */
import { randomInt } from 'node:crypto';
import { advisoryLocks, typedQueries } from '@lawgate/database';
import { sql } from 'kysely';
import pg from 'pg';
import { sqlText } from '../sql-text.ts';

const announceText = sqlText('announce-work');

/** Notified by `announce_work` and `announceWork`; the payload names a scheduled kind, or nothing. */
export const workChannel = 'lawgate_work';
/** Delay before listening is tried again; milliseconds. */
const retryMs = 1_000;

export class WorkListener {
  /** Second key of the lock; positive, so that `pg_locks` shows the same number. */
  readonly runner = randomInt(1, 2 ** 31 - 1);
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(
    private readonly pool: pg.Pool,
    private readonly onWork: (kind: string) => void,
  ) {}

  /** @throws Error when the database does not answer; after a later loss of the connection it reconnects */
  async start(): Promise<void> {
    const client = new pg.Client(this.pool.options);
    this.#client = client;
    client.on('notification', ({ payload }) => this.onWork(payload ?? ''));
    // An `error` is always followed by `end`, which starts listening again.
    client.on('error', () => {});
    try {
      await client.connect();
      await sql`select pg_advisory_lock(${advisoryLocks.jobRunner}, ${this.runner})`.execute(typedQueries(client));
      await client.query(`listen ${workChannel}`);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    client.once('end', () => this.#again());
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#client?.end().catch(() => {});
  }

  #again(): void {
    if (this.#stopped) return;
    this.#retry = setTimeout(() => {
      if (this.#stopped) return;
      this.start().then(
        // Notifications in between were lost.
        () => this.onWork(''),
        () => this.#again(),
      );
    }, retryMs);
    this.#retry.unref();
  }
}

/**
 * Notifies the dispatcher in any process after a commit added work; best effort. Many at once share one statement: a
 * notification inside each commit would make the commits wait for each other.
 */
export function workAnnouncer(pool: pg.Pool): () => void {
  let isNotifying = false;
  let again = false;
  const notify = (): void => {
    if (isNotifying) {
      again = true;
      return;
    }
    isNotifying = true;
    pool
      .query({ name: 'announce-work', text: announceText, values: [workChannel] })
      .catch(() => {})
      .finally(() => {
        isNotifying = false;
        if (!again) return;
        again = false;
        notify();
      });
  };
  return notify;
}
