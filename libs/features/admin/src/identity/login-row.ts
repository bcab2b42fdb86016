/** The account behind a user name, as long as nobody is logged in. */
import { typedQueries } from '@lawgate/database';
import { sql } from 'kysely';
import type pg from 'pg';

export interface LoginRow {
  readonly id: string;
  readonly orgId: string;
  readonly passwordHash: string;
  readonly active: boolean;
}

/** By a function of the database, because the application role has no right to read hashes of passwords. */
export async function loginRow(pool: pg.Pool, username: string): Promise<LoginRow | null> {
  const found = await sql<LoginRow>`select id, org_id, password_hash, active from login_row(${username})`.execute(
    typedQueries(pool),
  );
  return found.rows[0] ?? null;
}
