/** The case that somebody urges or copies, and what of it they must be allowed. */
import { isStorable, notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { json, typedQueries, type Tables } from '@lawgate/database';
import { sql } from 'kysely';
import type pg from 'pg';
import { z } from 'zod';
import type { To } from './recipients.ts';

export interface CasePart {
  readonly id: string;
  readonly orgPath: string;
  readonly version: number;
  readonly createdBy: string;
  /** People whom a conflict of interest took away from the case (回避). */
  readonly recused: readonly string[];
}

/** A remark of the person who urges or copies. It stays in the case; notices never carry it. */
export const Note = z
  .string()
  .trim()
  .max(500, '附言不超过500字')
  .refine(isStorable, '附言中含有无法保存的字符')
  .optional();

/** @throws ProblemError 404 where row-level security does not show the case; an id that is no id names none */
export async function seenCase(tx: pg.PoolClient, id: string): Promise<CasePart> {
  if (!z.uuid().safeParse(id).success) throw notFound('该案件');
  const part = await typedQueries<Tables>(tx)
    .selectFrom('review_case')
    .select(['id', 'orgPath', 'version', 'createdBy'])
    .select(sql<readonly string[]>`coalesce(stored -> 'recused', '[]')`.as('recused'))
    .where('id', '=', id)
    .executeTakeFirst();
  if (part === undefined) throw notFound('该案件');
  return part;
}

/** @throws ProblemError 403 `case.read-only` for an organisation above: it looks on */
export function requireOwnCase(principal: Principal, part: CasePart): void {
  if (part.orgPath === principal.orgPath) return;
  throw new ProblemError(403, 'case.read-only', '上级机关对下级的案件只能查看，不能办理。');
}

/** Reviewer, director, leader, and anyone who handed the case in; nobody who has recused themselves. */
export function hasPart(principal: Principal, part: CasePart): boolean {
  if (part.recused.includes(principal.id)) return false;
  return (
    principal.id === part.createdBy || ['reviewer', 'director', 'leader'].some((role) => principal.roles.includes(role))
  );
}

export interface LeftNotice {
  /** The outbox row's. */
  readonly id: string;
  readonly kind: 'urge' | 'copy';
  readonly to: readonly To[];
  readonly text: string;
}

/** Leaves a notice for the worker, in the transaction that records why. */
export async function leaveNotice(tx: pg.PoolClient, part: CasePart, at: Date, notice: LeftNotice): Promise<void> {
  const { id, kind, to, text } = notice;
  const payload = json({ to, notice: kind, text });
  await typedQueries<Tables>(tx)
    .insertInto('outbox')
    .values({ id, caseId: part.id, orgPath: part.orgPath, kind: 'notice', payload, createdAt: at })
    .execute();
}
