/** The worker's part: scans what was not scanned yet, the oldest first. */
import type { ContentStore } from '@lawgate/files';
import type { Clock } from '@lawgate/database';
import type pg from 'pg';
import type { VirusScan } from './virus-scan.ts';

interface Unscanned {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
}

export class DocumentScanner {
  constructor(
    private readonly pool: pg.Pool,
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
    let after: readonly [Date | null, string | null] = [null, null];
    for (;;) {
      const next = await this.#next(...after);
      if (next === null || signal.aborted) return;
      after = [next.at, next.id];
      await this.#scan(next, signal);
    }
  }

  async #next(at: Date | null, id: string | null): Promise<(Unscanned & { readonly at: Date }) | null> {
    const found = await this.pool.query<Unscanned & { at: Date }>(
      `select id, sha256, size::float8 as size, uploaded_at as at from document
        where scan = 'not-scanned' and ($1::timestamptz is null or (uploaded_at, id) > ($1, $2::uuid))
        order by uploaded_at, id limit 1`,
      [at, id],
    );
    return found.rows[0] ?? null;
  }

  async #scan({ sha256, size }: Unscanned, signal: AbortSignal): Promise<void> {
    const content = await this.store.read(sha256, size);
    // What is not there is reported to the person who asks for it; here it is passed over.
    if (content === null) return;
    const found = await this.scanner.scan(content, signal);
    const finding = found.state === 'infected' ? found.finding : null;
    // The same bytes are the same everywhere.
    await this.pool.query(
      `update document set scan = $2, scan_finding = $3, scanned_at = $4 where sha256 = $1 and scan = 'not-scanned'`,
      [sha256, found.state, finding, this.clock.now()],
    );
  }
}
