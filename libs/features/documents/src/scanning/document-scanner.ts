/** The worker's part: scans documents without a result, the oldest first. */
import type { ContentStore } from '@lawgate/files';
import type { Clock, Database } from '@lawgate/database';
import { logRows } from '@lawgate/cases';
import { sql } from 'kysely';
import type { VirusScan } from './virus-scan.ts';

interface Unscanned {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly uploadedAt: Date;
}

/** Two scans lock the cases of their documents in the same order. */
const byCase = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;

export class DocumentScanner {
  constructor(
    private readonly database: Database,
    private readonly store: ContentStore,
    private readonly scanner: VirusScan,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs until nothing is left, or it is asked to stop.
   *
   * @throws Error when the scanner is down; the document then stays without a result
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
    // Missing content is reported to the person who opens the document; here it is skipped.
    if (content === null) return;
    const found = await this.scanner.scan(content, signal);
    const finding = found.state === 'infected' ? found.finding : null;
    const at = this.clock.now();
    await this.database.asWorker(async ({ db, client }) => {
      // The same bytes are the same everywhere.
      const scanned = await db
        .updateTable('document')
        .set({ scan: found.state, scanFinding: finding, scannedAt: at })
        .where('sha256', '=', sha256)
        .where('scan', '=', sql.lit('not-scanned'))
        .returning(['id', 'caseId'])
        .execute();
      const changed = ['scan', 'scan_finding', 'scanned_at'];
      for (const [caseId, documents] of [...Map.groupBy(scanned, (each) => each.caseId)].toSorted(byCase)) {
        const rows = documents.map(({ id }) => ({ in: 'document', key: { id }, changed }));
        await logRows(client, { caseId, type: 'document.scanned', actor: null, at, rows });
      }
    });
  }
}
