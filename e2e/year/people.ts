/** The people of the demonstration town, and two more: a stand-in for the clerk, and a second reviewer. */
import { IdentityWriter } from '@lawgate/cases';
import type pg from 'pg';
import { createPeople, demonstrationPassword, town } from '../../apps/server/src/demonstration/people.ts';

export async function createTown(ownerPool: pg.Pool): Promise<void> {
  await createPeople(ownerPool);
  const found = await ownerPool.query<{ hash: string }>(
    `select password_hash as hash from person where username = 'clerk'`,
  );
  const passwordHash = found.rows[0]?.hash ?? '';
  const writer = new IdentityWriter(ownerPool);
  const added = { org: town, passwordHash };
  await writer.createPerson({ ...added, username: 'clerk2', name: '钱承办', roles: ['submitter'] });
  await writer.createPerson({
    ...added,
    username: 'intake2',
    name: '何审查',
    roles: ['reviewer'],
    qualifications: ['national-legal'],
  });
}

export { demonstrationPassword };
