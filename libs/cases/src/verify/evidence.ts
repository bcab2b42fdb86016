/** Reads what verification compares, in one statement. */
import type { Viewer } from '@lawgate/database';
import type pg from 'pg';
import { sqlText } from '../sql-text.ts';
import type { CaseRows, Spot } from './verify-case.ts';

const oneCase = sqlText('case-evidence');
const nextCases = sqlText('cases-evidence');
const keep = sqlText('keep-verification');

type Client = Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>;

/** @returns null where the viewer does not see the case */
export async function readCaseRows(client: Client, viewer: Viewer, caseId: string): Promise<CaseRows | null> {
  const found = await (client as pg.Pool).query<{ evidence: CaseRows | null }>(oneCase, [
    viewer.scope,
    viewer.orgPath,
    viewer.id === '' ? null : viewer.id,
    caseId,
  ]);
  return found.rows[0]?.evidence ?? null;
}

/**
 * The next cases of an organisation and those below it, in the order of their ids.
 *
 * @param after the last case before
 */
export async function readNextCaseRows(
  client: Client,
  orgPath: string,
  after: string,
  limit: number,
): Promise<{ readonly id: string; readonly evidence: CaseRows }[]> {
  const found = await (client as pg.Pool).query<{ id: string; evidence: CaseRows }>(nextCases, [orgPath, after, limit]);
  return found.rows;
}

/** The spots in the bytes of a case, when all of them were last hashed again. */
export interface KeptContent {
  readonly spots: readonly Spot[];
  /** ISO instant. */
  readonly at: string;
}

/** What the last verification of a case found; null where it never was verified. */
export function keptResult({
  anchor,
}: CaseRows): { readonly broken: number; readonly content: KeptContent | null } | null {
  if (anchor === null) return null;
  const { broken, content, content_checked_at: at } = anchor;
  const kept = content == null || at == null ? null : { spots: content as Spot[], at: String(at) };
  return { broken: Number(broken), content: kept };
}

/**
 * Stores the result with the case, and the ends of its chains where everything agreed: a case that is gone, or whose chain
 * was rewritten, is found by the next verification.
 *
 * @param content the spots in its bytes, where all of them were hashed again
 */
export async function keepResult(
  client: Client,
  { case: row, history, log }: CaseRows,
  { broken, at, content }: { readonly broken: number; readonly at: Date; readonly content: readonly Spot[] | null },
): Promise<void> {
  const result = {
    case: row['id'],
    version: history.length,
    lastHash: history.at(-1)?.['hash'] ?? '',
    logSeq: log.length,
    logHash: log.at(-1)?.['hash'] ?? null,
    broken,
    at: at.toISOString(),
    content,
    contentAt: content === null ? null : at.toISOString(),
  };
  await (client as pg.Pool).query(keep, [JSON.stringify(result)]);
}
