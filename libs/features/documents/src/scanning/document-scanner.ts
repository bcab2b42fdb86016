/** The worker's part: scans what was not scanned yet, the oldest first. */
import type { ContentStore } from '@lawgate/files';
import type { Clock, Database } from '@lawgate/database';
import { sql } from 'kysely';
import type { VirusScan } from './virus-scan.ts';

interface Unscanned {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly uploadedAt: Date;
}

export class DocumentScanner {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
    private readonly scanner: VirusScan,
    private readonly clock: Clock,
  ) {}

  /**
   * Until nothing is left, or it is asked to stop.
   *
   * @throws Error when the scanner is away: nothing is known of the document, and nothing is claimed
   */
  async work(signal: AbortSignal): Promise<void> {
    let last: Unscanned | undefined;
    for (;;) {
      const next = await this.#next(last);
      if (next === undefined || signal.aborted) return;
      last = next;
      await this.#scan(next, signal);
    }
  }

  async #next(last: Unscanned | undefined): Promise<Unscanned | undefined> {
    let waiting = this.database.workerQueries
      .selectFrom('document')
      .select(['id', 'sha256', 'size', 'uploadedAt'])
      .where('scan', '=', sql.lit('not-scanned'));
    if (last !== undefined) {
      waiting = waiting.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('uploadedAt', 'id'), '>', tuple(last.uploadedAt, last.id)),
      );
    }
    return waiting.orderBy('uploadedAt').orderBy('id').limit(sql.lit(1)).executeTakeFirst();
  }

  async #scan({ sha256, size }: Unscanned, signal: AbortSignal): Promise<void> {
    const content = await this.store.read(sha256, size);
    // What is not there is reported to the person who asks for it; here it is passed over.
    if (content === null) return;
    const found = await this.scanner.scan(content, signal);
    const finding = found.state === 'infected' ? found.finding : null;
    // The same bytes are the same everywhere.
    await this.database.workerQueries
      .updateTable('document')
      .set({ scan: found.state, scanFinding: finding, scannedAt: this.clock.now() })
      .where('sha256', '=', sha256)
      .where('scan', '=', sql.lit('not-scanned'))
      .execute();
  }
}
