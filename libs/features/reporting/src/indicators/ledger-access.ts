/** Who keeps the ledger, who reads it, and with which kinds. */
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import type { RoleRule } from '@lawgate/http';
import type pg from 'pg';
import { kindsOf, type Kind } from './kinds.ts';

/** Who keeps the ledger. */
export const ledgerKeepers: RoleRule = {
  roles: ['reviewer', 'director'],
  wholeOrganisation: true,
  code: 'indicator.forbidden',
  detail: '年度指标台账由审查人或司法所所长登记。',
};

/** @throws ProblemError 403 `indicator.forbidden` */
export function requireWholeOrganisation({ scope }: Principal): void {
  if (scope === 'organisation') return;
  throw new ProblemError(403, 'indicator.forbidden', '只有本机关的业务人员可以查看年度指标台账。');
}

export interface LedgerPlace {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly path: string;
}

/** The person's own organisation, or one below it by code or id. */
export async function findPlace(client: pg.PoolClient, viewer: Principal, organisation?: string): Promise<LedgerPlace> {
  const found = await client.query<LedgerPlace>(
    `select id, code, name, path from organisation where path ^@ $1 and (code = $2 or id::text = lower($2))`,
    [viewer.orgPath, organisation ?? viewer.orgId],
  );
  const place = found.rows[0];
  if (place === undefined) throw notFound('该机关');
  return place;
}

export async function readKinds(client: pg.Pool | pg.PoolClient, orgPath: string): Promise<Kind[]> {
  const changed = await client.query<Kind>(
    `select key, label, unit, mode, section, synonyms, expected, active from indicator_kind
      where org_path = $1 order by changed_at, key`,
    [orgPath],
  );
  return kindsOf(changed.rows);
}
