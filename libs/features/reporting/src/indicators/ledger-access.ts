/** Who keeps the ledger, who reads it, and with which kinds. */
import { ProblemError, type Principal } from '@lawgate/contracts';
import type { Transaction } from '@lawgate/database';
import type { RoleRule } from '@lawgate/http';
import { sql } from 'kysely';
import type { ReportingTables } from '../tables.ts';
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

/** The kinds of an organisation, also those switched off. */
export async function readKinds({ db }: Transaction<ReportingTables>, orgPath: string): Promise<Kind[]> {
  const changed = await db
    .selectFrom('indicator_kind')
    .select(['key', 'label', 'unit', 'mode', 'section', 'synonyms', 'expected', 'active'])
    .where('orgPath', '=', orgPath)
    .orderBy('changedAt')
    .orderBy('key')
    .execute();
  return kindsOf(changed);
}

/** The quarter of a day of the ledger, 1 to 4. */
export const quarterOfEntry = sql<number>`extract(quarter from ${sql.ref('e.onDate')})`;
