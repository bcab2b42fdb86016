/** Who is notified: active people of the case's organisation who may see the case. */
import { scopeOf } from '@lawgate/contracts';
import type pg from 'pg';
import { sqlText } from '../sql-text.ts';

export type To = { readonly kind: 'person'; readonly id: string } | { readonly kind: 'role'; readonly role: string };

const recipientsStatement = {
  name: 'recipients',
  text: sqlText('recipients'),
};

interface Candidate {
  /** Index of the audience among those that were queried. */
  readonly asked: number;
  readonly id: string;
  readonly roles: string[];
  /** True if the case was assigned to the person and not revoked. */
  readonly given: boolean;
}

/** A case, and the addressees in its organisation. */
export interface Audience {
  readonly caseId: string;
  readonly orgPath: string;
  readonly to: readonly To[];
}

/**
 * Ids of the people behind `to`, each once. Nobody is notified of a case that they may not see: people who recused
 * themselves (回避), advisers without the case, and administrators are left out.
 */
export async function recipientsOf(
  tx: pg.PoolClient,
  { caseId, orgPath }: { readonly caseId: string; readonly orgPath: string },
  to: readonly To[],
): Promise<string[]> {
  const [people = []] = await recipientsOfEach(tx, [{ caseId, orgPath, to }]);
  return people;
}

/** The same for many cases by one statement, in the order of `audiences`. */
export async function recipientsOfEach(tx: pg.PoolClient, audiences: readonly Audience[]): Promise<string[][]> {
  const asked = audiences.map(({ caseId, orgPath, to }, index) => ({
    asked: index,
    caseId,
    orgPath,
    people: to.flatMap((one) => (one.kind === 'person' ? [one.id] : [])),
    roles: to.flatMap((one) => (one.kind === 'role' ? [one.role] : [])),
  }));
  const found = await tx.query<Candidate>({
    ...recipientsStatement,
    values: [JSON.stringify(asked)],
  });
  const people = audiences.map((): string[] => []);
  for (const { asked: index, id, roles, given } of found.rows) if (maySee(roles, given)) people[index]?.push(id);
  return people;
}

function maySee(roles: readonly string[], given: boolean): boolean {
  const scope = scopeOf(roles);
  return scope === 'organisation' || (scope === 'assigned' && given);
}
