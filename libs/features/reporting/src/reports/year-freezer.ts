/** Freezes one town's year: manually through the service, at the end of the year through the worker's job. */
import { civilDateOf } from '@lawgate/calendar';
import { newId } from '@lawgate/database';
import type pg from 'pg';
import { freezeStatement } from './annual-report.service.ts';

export interface FreezeOrder {
  readonly organisation: { readonly id: string; readonly path: string };
  readonly year: number;
  readonly revision: number;
  readonly reason: string | null;
  readonly by: { readonly id: string | null; readonly name: string };
  readonly at: Date;
  /** Digest of the previous revision; a revision with the same digest is not written. */
  readonly lastDigest: string | null;
}

/** A case that breaks the balance of the year. */
export interface UnbalancedCase {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly receivedOn: string | null;
  readonly outcome: string | null;
  readonly outcomeOn: string | null;
}

export type FreezeAnswer =
  | { readonly kind: 'frozen' }
  | { readonly kind: 'unbalanced'; readonly cases: readonly UnbalancedCase[] }
  /** Nothing differs from the revision before. */
  | { readonly kind: 'unchanged' }
  /** Somebody else wrote this revision first. */
  | { readonly kind: 'taken' };

export async function freezeYear(client: pg.Pool | pg.PoolClient, order: FreezeOrder): Promise<FreezeAnswer> {
  const { organisation, year, revision, reason, by, at, lastDigest } = order;
  const found = await client.query<{ made: number; digest: string; wrong: UnbalancedCase[] }>({
    ...freezeStatement,
    values: [year, [organisation.path], [], newId(), organisation.id, revision, reason, by.id, by.name, at, lastDigest],
  });
  const { made, digest, wrong } = found.rows[0] as (typeof found.rows)[number];
  if (made === 1) return { kind: 'frozen' };
  if (wrong.length > 0) return { kind: 'unbalanced', cases: wrong };
  return { kind: digest === lastDigest ? 'unchanged' : 'taken' };
}

/** Whether the last day of the year has passed in Asia/Shanghai. */
export function isOver(year: number, now: Date): boolean {
  return civilDateOf(now) > `${year}-12-31`;
}

/** The past year, from 00:30 on the first of January on: late commits of the last evening are stored by then. */
export function yearBehind(now: Date): number {
  const halfAnHourAgo = civilDateOf(new Date(now.getTime() - 30 * 60_000));
  return Number(halfAnHourAgo.slice(0, 4)) - 1;
}
