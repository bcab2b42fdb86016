import { afterAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@lawgate/testing';
import { IdentityWriter, type NewPerson } from './identity-writer.ts';
import { verifyPassword } from './password.ts';

const database = await testDatabase();
const writer = new IdentityWriter(database.ownerPool);
await writer.createOrganisation({ code: 'county', name: '示例县', kind: 'county', parent: null });
await writer.createOrganisation({ code: 'town', name: '示例镇', kind: 'town', parent: 'county' });
afterAll(() => database.drop());

const person = (change: Partial<NewPerson>): NewPerson => ({
  org: 'town',
  username: 'someone',
  name: '某人',
  passwordHash: 'none',
  roles: ['submitter'],
  ...(change as object),
});

describe('writing organisations and people', () => {
  it.each([
    [['administrator', 'auditor']],
    [['administrator', 'security-administrator']],
    [['auditor', 'leader']],
    [['submitter', 'security-administrator']],
  ] as const)('refuses one person as %j', async (roles) => {
    await expect(writer.createPerson(person({ roles }))).rejects.toMatchObject({ code: 'identity.roles-exclusive' });
  });

  it('refuses `system` as a role', async () => {
    await expect(writer.createPerson(person({ roles: ['system'] }))).rejects.toMatchObject({
      code: 'identity.role-unknown',
    });
  });

  it('stores a name of rare characters unchanged and the password as an argon2id hash', async () => {
    const name = '㐀𠮷🌾';
    const made = await writer.createPerson({
      ...person({ username: 'rare', name, roles: ['reviewer'] }),
      password: '密码',
    });
    expect(made).toMatchObject({ name, orgPath: '/county/town/', scope: 'organisation' });
    const { rows } = await database.ownerPool.query('select name, password_hash from person where id = $1', [made.id]);
    expect(rows[0].name).toBe(name);
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(rows[0].password_hash, '密码')).toBe(true);
    expect(await verifyPassword(rows[0].password_hash, '密碼')).toBe(false);
  });

  it('reports what is taken or unknown', async () => {
    await writer.createPerson(person({ username: 'twice' }));
    await expect(writer.createPerson(person({ username: 'twice' }))).rejects.toMatchObject({
      code: 'identity.username-taken',
    });
    await expect(writer.createPerson(person({ org: 'moon' }))).rejects.toMatchObject({
      code: 'identity.organisation-unknown',
    });
    await expect(
      writer.createOrganisation({ code: 'town', name: '同名镇', kind: 'town', parent: 'county' }),
    ).rejects.toMatchObject({ code: 'identity.code-taken' });
  });
});
