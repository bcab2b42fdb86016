import type { DocumentView, Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, newId, type Clock } from '@lawgate/database';
import type { LoadedCase } from '../read/loaded-case.ts';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { sqlText } from '../sql-text.ts';
import { logRows } from './case-log.ts';

export interface NewDocument {
  readonly kind: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly sm3: string;
}

/** The case was changed between reading and writing. */
export class CaseMovedError extends Error {}

const lockCaseVersion = sqlText('commit/lock-case-version');
const latestDocument = sqlText('commit/latest-document');
const insertDocument = sqlText('commit/insert-document');

const attempts = 50;
const uniqueViolation = '23505';

@Injectable()
export class DocumentWriter {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Writes the row of a document as the next version of its kind, in the current round of the case. When the latest
   * version has the same bytes and is of this round, returns that version: a repeated upload changes nothing. (Older
   * bytes uploaded again are a new version, because they are valid from now on.)
   *
   * @throws CaseMovedError when the case is no longer at the version that was read
   */
  async write(principal: Principal, to: LoadedCase, document: NewDocument): Promise<DocumentView> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await asViewer(this.pool, principal, (client) => this.#write(client, principal, to, document));
      } catch (error) {
        // Another upload took the version number; the next attempt reads its row.
        if ((error as { code?: string }).code !== uniqueViolation || attempt === attempts) throw error;
      }
    }
  }

  async #write(
    client: pg.PoolClient,
    principal: Principal,
    to: LoadedCase,
    document: NewDocument,
  ): Promise<DocumentView> {
    // Blocks events until the row is written.
    const held = await client.query<{ version: number }>(lockCaseVersion, [to.id]);
    if (held.rows[0]?.version !== to.version) throw new CaseMovedError();
    const latest = await client.query<DocumentView & { round: number }>(latestDocument, [to.id, document.kind]);
    const before = latest.rows[0];
    const round = roundOf(to);
    if (before?.sha256 === document.sha256 && before.round === round) return before;
    const { kind, name, size, mediaType, sha256, sm3 } = document;
    const at = this.clock.now();
    const id = newId();
    const version = (before?.version ?? 0) + 1;
    const values = [id, to.id, to.orgPath, kind, name, version, size, mediaType, sha256, sm3, principal.id, at, round];
    await client.query(insertDocument, values);
    await logRows(client, {
      caseId: to.id,
      type: 'document.handed-in',
      actor: principal,
      at,
      rows: [{ in: 'document', key: { id } }],
    });
    return { id, kind, name, version, size, mediaType, sha256, sm3, uploadedAt: at.toISOString() };
  }
}

/** A case whose workflow counts no rounds is in round 1. */
function roundOf({ stored }: LoadedCase): number {
  const { round } = stored.context;
  return typeof round === 'number' && Number.isInteger(round) && round > 0 ? round : 1;
}
