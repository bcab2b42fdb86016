/** Accounts, and the separation of the three officers (三员分立). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@lawgate/testing';
import { hashPassword, IdentityWriter } from '@lawgate/cases';
import { IdentityHttpModule } from '../index.ts';
import { insert, rowsOf } from '../row-level-security.fixtures.ts';
import { openTestApp, password } from '@lawgate/cases/test-app-fixtures';

const town = await openTestApp({ modules: [IdentityHttpModule] });
const { ownerPool } = town.database;
afterAll(() => town.close());

interface Answer {
  readonly status: number;
  // Whatever the route answers.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

const cookies = new Map<string, string>();

async function call(by: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const cookie = cookies.get(by) ?? (await town.cookieOf(by));
  cookies.set(by, cookie);
  return callWith(cookie, method, path, body);
}

async function callWith(cookie: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(town.url + path, {
    method,
    headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

async function login(username: string, secret: string): Promise<{ status: number; cookie: string }> {
  const response = await fetch(`${town.url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: secret }),
  });
  return { status: response.status, cookie: (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '' };
}

const people = '/api/administration/people';

async function logOf(action: string): Promise<{ outcome: string; body: string; org: string }[]> {
  const found = await ownerPool.query<{ outcome: string; body: string; org: string }>(
    `select a.outcome, a.body, o.code as org from audit_entry a join organisation o on o.id = a.org_id
      where a.action = $1 order by a.at, a.id`,
    [action],
  );
  return found.rows;
}

let created: { id: string; oneTimePassword: string };

beforeAll(async () => {
  const writer = new IdentityWriter(ownerPool);
  const passwordHash = await hashPassword(password);
  for (const [org, username, role] of [
    ['east', 'east-admin', 'administrator'],
    ['east', 'east-security', 'security-administrator'],
    ['county', 'county-admin', 'administrator'],
  ] as const) {
    await writer.createPerson({ org, username, name: username, passwordHash, roles: [role] });
  }
});

describe('organisations', () => {
  it('are listed from the own one downwards, and never a neighbouring one', async () => {
    const codes = async (by: string) =>
      (await call(by, 'GET', '/api/organisations')).body.items.map(({ code }: { code: string }) => code);
    expect(await codes('county')).toEqual(['county', 'east', 'west']);
    expect(await codes('east-clerk')).toEqual(['east']);
  });
});

describe('an account', () => {
  it('is created without roles by the system administrator, with a password for one login', async () => {
    const { status, body } = await call('east-admin', 'POST', people, { username: 'east-new', name: '新人' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      username: 'east-new',
      name: '新人',
      roles: [],
      active: true,
      mustChangePassword: true,
      organisation: { code: 'east' },
    });
    expect(body.oneTimePassword).toMatch(/^[a-z2-9]{20}$/);
    created = body;
    const [entry] = await logOf('account.created');
    expect(entry).toMatchObject({ org: 'east', outcome: 'done' });
    expect(entry?.body).not.toContain(body.oneTimePassword);
  });

  it('has a unique name, and cannot be created in an organisation that is not below', async () => {
    const made = (by: string, more: object) =>
      call(by, 'POST', people, { username: 'east-new', name: '新人', ...more });
    expect(await made('east-admin', {})).toMatchObject({ status: 409, body: { code: 'identity.username-taken' } });
    expect(await made('east-admin', { username: 'x1', organisation: 'west' })).toMatchObject({
      status: 422,
      body: { code: 'identity.organisation-unknown' },
    });
    expect(await made('county-admin', { username: 'west-made', organisation: 'west' })).toMatchObject({ status: 201 });
    expect(await made('east-admin', { username: 'UPPER' })).toMatchObject({ status: 422 });
  });

  it('is created and deactivated by nobody else', async () => {
    for (const by of ['east-clerk', 'east-security', 'east-auditor', 'east-adviser']) {
      for (const [method, path, body] of [
        ['POST', people, { username: 'x2', name: '某' }],
        ['PATCH', `${people}/${created.id}`, { name: '某' }],
        ['POST', `${people}/${created.id}/deactivate`, undefined],
        ['POST', `${people}/${created.id}/activate`, undefined],
        ['POST', `${people}/${created.id}/reset-password`, undefined],
      ] as const) {
        expect(await call(by, method, path, body)).toMatchObject({ status: 403, body: { code: 'account.forbidden' } });
      }
    }
  });

  it('gets its roles from the security administrator only, and never two that exclude each other', async () => {
    const grant = (by: string, roles: string[], id = created.id) => call(by, 'PUT', `${people}/${id}/roles`, { roles });
    expect(await grant('east-admin', ['reviewer'])).toMatchObject({ status: 403, body: { code: 'account.forbidden' } });
    expect(await grant('east-security', ['auditor', 'reviewer'])).toMatchObject({
      status: 422,
      body: { code: 'identity.roles-exclusive' },
    });
    expect(await grant('east-security', ['system'])).toMatchObject({
      status: 422,
      body: { code: 'identity.role-unknown' },
    });
    const westClerk = town.people['west-clerk']?.id ?? '';
    expect(await grant('east-security', ['reviewer'], westClerk)).toMatchObject({ status: 404 });
    expect(await grant('east-security', ['reviewer', 'reviewer'])).toMatchObject({
      status: 200,
      body: { roles: ['reviewer'] },
    });
    expect(JSON.parse((await logOf('account.roles-granted')).at(-1)?.body ?? '')).toMatchObject({
      subject: { kind: 'person', id: created.id },
      detail: { before: { roles: [] }, after: { roles: ['reviewer'] } },
    });
  });

  it('cannot be administered by its own person', async () => {
    const idOf = async (username: string): Promise<string> =>
      (await call('east-auditor', 'GET', `${people}?q=${username}`)).body.items[0].id;
    expect(await call('east-admin', 'POST', `${people}/${await idOf('east-admin')}/deactivate`)).toMatchObject({
      status: 422,
      body: { code: 'account.own' },
    });
    const security = await idOf('east-security');
    expect(await call('east-security', 'PUT', `${people}/${security}/roles`, { roles: ['director'] })).toMatchObject({
      status: 422,
      body: { code: 'account.own' },
    });
  });

  it('allows only changing the password until it is changed', async () => {
    const { cookie } = await login('east-new', created.oneTimePassword);
    expect(await callWith(cookie, 'GET', '/api/people')).toMatchObject({
      status: 403,
      body: { code: 'auth.password-change-required' },
    });
    expect(await callWith(cookie, 'GET', '/api/auth/me')).toMatchObject({
      status: 200,
      body: { mustChangePassword: true },
    });
    const change = (current: string, next: string) => callWith(cookie, 'POST', '/api/auth/password', { current, next });
    expect(await change('wrong', 'a-good-Passw0rd')).toMatchObject({
      status: 422,
      body: { code: 'auth.password-wrong' },
    });
    for (const weak of ['short', created.oneTimePassword, 'x-east-new-x', 'aaaaaaaaaaaa']) {
      expect(await change(created.oneTimePassword, weak)).toMatchObject({
        status: 422,
        body: { code: 'auth.password-weak' },
      });
    }
    const other = await login('east-new', created.oneTimePassword);
    expect((await change(created.oneTimePassword, 'a-good-Passw0rd')).status).toBe(204);
    // The session that changed it stays, the other one ends, and the old password is invalid.
    expect((await callWith(cookie, 'GET', '/api/people')).status).toBe(200);
    expect((await callWith(other.cookie, 'GET', '/api/people')).status).toBe(401);
    expect((await login('east-new', created.oneTimePassword)).status).toBe(401);
    expect((await logOf('auth.password-changed')).map(({ outcome }) => outcome)).toEqual(['failed', 'done']);
  });

  it('loses its sessions when its password is reset, when its roles change, and when it is deactivated', async () => {
    const works = (cookie: string) => callWith(cookie, 'GET', '/api/auth/me').then(({ status }) => status);
    let { cookie } = await login('east-new', 'a-good-Passw0rd');
    expect((await call('east-security', 'PUT', `${people}/${created.id}/roles`, { roles: [] })).status).toBe(200);
    expect(await works(cookie)).toBe(401);
    cookie = (await login('east-new', 'a-good-Passw0rd')).cookie;
    const reset = await call('east-admin', 'POST', `${people}/${created.id}/reset-password`);
    expect(await works(cookie)).toBe(401);
    cookie = (await login('east-new', reset.body.oneTimePassword)).cookie;
    expect(await works(cookie)).toBe(200);
    expect((await call('east-admin', 'POST', `${people}/${created.id}/deactivate`)).body.active).toBe(false);
    expect(await works(cookie)).toBe(401);
    expect((await login('east-new', reset.body.oneTimePassword)).status).toBe(401);
    expect((await call('east-admin', 'POST', `${people}/${created.id}/activate`)).body.active).toBe(true);
    expect((await login('east-new', reset.body.oneTimePassword)).status).toBe(200);
  });

  it('with open tasks is not deactivated before they are transferred or somebody is stand-in', async () => {
    const clerk = town.people['east-clerk']!;
    const adviser = town.people['east-adviser']!;
    const reviewer = town.people['east-reviewer']!;
    const organisation = { id: clerk.orgId, path: clerk.orgPath, code: 'east' } as never;
    const ids = { caseId: '00000000-0000-7000-8000-000000000001', otherCaseId: '00000000-0000-7000-8000-000000000002' };
    const rows = rowsOf({ organisation, clerk, adviser, ...ids });
    await insert(ownerPool, 'review_case', rows['review_case']![0]!);
    await insert(ownerPool, 'task', {
      ...rows['task']![0],
      label: '出具审查意见',
      role: 'reviewer',
      holder: reviewer.id,
      due_on: '2026-03-05',
    });
    const deactivate = () => call('east-admin', 'POST', `${people}/${reviewer.id}/deactivate`);
    const refused = await deactivate();
    expect(refused).toMatchObject({ status: 409, body: { code: 'account.open-tasks' } });
    expect(refused.body.detail).toContain('出具审查意见（2026-03-05到期）');
    expect(await call('east-security', 'PUT', `${people}/${reviewer.id}/roles`, { roles: [] })).toMatchObject({
      status: 409,
      body: { code: 'account.open-tasks' },
    });
    await insert(ownerPool, 'stand_in', {
      ...{ id: ids.otherCaseId, org_id: clerk.orgId, org_path: clerk.orgPath },
      ...{ person_id: reviewer.id, stand_in_id: clerk.id, from_on: '2026-03-01', to_on: '2026-04-01' },
      ...{ entered_by: clerk.id, entered_at: town.clock.now() },
    });
    expect(await deactivate()).toMatchObject({ status: 200, body: { active: false } });
  });

  it('is listed for the three officers by name, page by page, and for nobody else', async () => {
    const page = async (by: string, query: string): Promise<string[]> =>
      (await call(by, 'GET', `${people}?${query}`)).body.items.map(({ username }: { username: string }) => username);
    const all = await page('east-auditor', '');
    expect(all).toEqual([...all].sort());
    expect(all).toEqual(expect.arrayContaining(['east-admin', 'east-new', 'east-clerk']));
    expect(all.some((username) => username.startsWith('west'))).toBe(false);
    const first = await call('east-auditor', 'GET', `${people}?limit=2`);
    expect(await page('east-auditor', `limit=2&cursor=${first.body.next}`)).toEqual(all.slice(2, 4));
    expect(await page('east-security', 'role=submitter')).toEqual(['east-clerk']);
    expect(await page('east-admin', 'active=false')).toEqual(['east-reviewer']);
    expect(await page('county-admin', 'organisation=west&q=made')).toEqual(['west-made']);
    expect((await call('east-clerk', 'GET', people)).status).toBe(403);
    expect((await call('east-admin', 'PATCH', `${people}/no-id`, { name: '某' })).status).toBe(404);
  });

  it('is found among colleagues by a part of the name', async () => {
    const { body } = await call('east-clerk', 'GET', `/api/people?q=${encodeURIComponent('新')}`);
    expect(body.items.map(({ username }: { username: string }) => username)).toEqual(['east-new']);
  });
});

describe('the log of logins', () => {
  it('records failures in the account’s own organisation, and does not store unknown names', async () => {
    await login('west-clerk', 'wrong-password');
    await login('not-a-name-but-a-secret', 'x');
    const failures = await eventually(
      async () => (await logOf('auth.login')).filter(({ outcome }) => outcome === 'failed'),
      (found) => found.some(({ org }) => org === 'west'),
    );
    expect(failures.every(({ body }) => JSON.parse(body).actor === null)).toBe(true);
    const { rows } = await ownerPool.query<{ all: string }>(`select string_agg(body, ' ') as all from audit_entry`);
    expect(rows[0]?.all).not.toContain('secret');
    expect(rows[0]?.all).not.toContain('wrong-password');
  });
});
