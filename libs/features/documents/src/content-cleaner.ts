/** Removes content that no row refers to: what an upload left that was cut off between its bytes and its row. */
import type { Database } from '@lawgate/database';
import type { ContentStore } from '@lawgate/files';
import { sql } from 'kysely';

/** Milliseconds for which bytes may wait for their row; the longest transaction takes seconds. Wall time, as files have it. */
export const graceMs = 24 * 3_600_000;
/** Contents that are asked for at once. */
const atOnce = 500;

export class ContentCleaner {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
    private readonly wallTime: () => number = Date.now,
  ) {}

  /** @returns how many contents are gone */
  async work(signal: AbortSignal): Promise<number> {
    const before = new Date(this.wallTime() - graceMs);
    let removed = 0;
    let waiting: string[] = [];
    for await (const { sha256, keptAt } of this.store.list()) {
      if (signal.aborted) return removed;
      if (keptAt < before) waiting.push(sha256);
      if (waiting.length < atOnce) continue;
      removed += await this.#removeUnused(waiting, before);
      waiting = [];
    }
    return removed + (await this.#removeUnused(waiting, before));
  }

  async #removeUnused(contents: readonly string[], before: Date): Promise<number> {
    if (contents.length === 0) return 0;
    const { rows } = await sql<{ sha256: string }>`select contents_in_use(${contents}) as sha256`.execute(
      this.database.workerQueries,
    );
    const used = new Set(rows.map(({ sha256 }) => sha256));
    let removed = 0;
    for (const sha256 of contents) {
      if (!used.has(sha256) && (await this.store.remove(sha256, before))) removed += 1;
    }
    return removed;
  }
}
