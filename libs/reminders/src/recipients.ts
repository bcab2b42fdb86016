/** Who is told: active people of the case's organisation who may see the case. */
import { scopeOf } from '@lawgate/contracts';
import type pg from 'pg';

export type To = { readonly kind: 'person'; readonly id: string } | { readonly kind: 'role'; readonly role: string };

interface Candidate {
  readonly id: string;
  readonly roles: string[];
  /** Whether the case was given to the person and not taken away. */
  readonly given: boolean;
}

/**
 * Ids of the people behind `to`, each once. Nobody is told of a case that he may not see: people who recused
 * themselves (回避), advisers to whom it was not given, and administrators are left out.
 */
export async function recipientsOf(
  tx: pg.PoolClient,
  row: { readonly caseId: string; readonly orgPath: string },
  to: readonly To[],
): Promise<string[]> {
  const people = to.flatMap((one) => (one.kind === 'person' ? [one.id] : []));
  const roles = to.flatMap((one) => (one.kind === 'role' ? [one.role] : []));
  const found = await tx.query<Candidate>({
    name: 'recipients',
    text: `select p.id, p.roles, coalesce(a.person_id is not null and a.revoked_at is null, false) as given
             from review_case c cross join person p
             left join case_access a on a.person_id = p.id and a.case_id = $1
            where c.id = $1 and p.active and p.org_path = $2 and (p.id = any($3::uuid[]) or p.roles && $4::text[])
              and not coalesce((c.stored -> 'recused')::jsonb ? p.id::text, false)
            order by p.id`,
    values: [row.caseId, row.orgPath, people, roles],
  });
  return found.rows.filter(({ roles: own, given }) => maySee(own, given)).map(({ id }) => id);
}

function maySee(roles: readonly string[], given: boolean): boolean {
  const scope = scopeOf(roles);
  return scope === 'organisation' || (scope === 'assigned' && given);
}
