import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { IdentityHttpModule } from './index.ts';
import { Sessions, sessionLifeMs } from '@lawgate/http';
import { openTestApp, password } from '@lawgate/cases/test-app-fixtures';

const town = await openTestApp({ modules: [IdentityHttpModule] });
afterAll(() => town.close());

// The throttle counts over fifteen minutes: each test begins an hour after the previous one.
beforeEach(() => town.clock.set(new Date(town.clock.now().getTime() + 3_600_000)));

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${town.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

const login = (username: string, secret = password) => post('/api/auth/login', { username, password: secret });

/** The value of a `Cookie` header, by a login with the right password. */
const cookieOf = async (username: string): Promise<string> =>
  ((await login(username)).headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';

async function codeOf(response: Response): Promise<[number, string]> {
  return [response.status, ((await response.json()) as { code: string }).code];
}

const get = (path: string, cookie?: string, url = town.url) =>
  fetch(`${url}${path}`, cookie === undefined ? {} : { headers: { cookie } });

describe('login', () => {
  it('returns the person and sets a cookie that scripts and other sites cannot read', async () => {
    const response = await login('east-clerk');
    expect(await response.json()).toMatchObject({
      username: 'east-clerk',
      roles: ['submitter'],
      organisation: { name: '东镇', path: '/county/east/' },
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^lawgate_session=[A-Za-z0-9_-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('keeps no token in the database, only its hash', async () => {
    const token = (await cookieOf('east-clerk')).split('=')[1] ?? '';
    const { rows } = await town.database.ownerPool.query<{ all: string }>(
      `select string_agg(s::text, ' ') as all from session s`,
    );
    expect(rows[0]?.all).not.toContain(token);
  });

  it('gives the same answer for a wrong password, an unknown name and a deactivated account', async () => {
    await town.database.ownerPool.query(`update person set active = false where username = 'west-adviser'`);
    const answers = await Promise.all([login('east-clerk', 'wrong'), login('nobody'), login('west-adviser')]);
    const bodies = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
    expect(bodies[0]?.[0]).toBe(401);
    expect(bodies[0]?.[1]).toContain('auth.invalid-credentials');
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  });

  it('refuses a malformed login', async () => {
    expect(await codeOf(await post('/api/auth/login', { username: 'east-clerk' }))).toEqual([422, 'request.invalid']);
    expect(await codeOf(await login('east-clerk', 'x'.repeat(257)))).toEqual([422, 'request.invalid']);
  });

  it('accepts ten failures for a name in fifteen minutes, also concurrently, and then not even the right password', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, () => login('east-auditor', 'guess')));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(10).fill(401), ...Array<number>(15).fill(429)]);
    const refused = await login('east-auditor');
    expect(await codeOf(refused)).toEqual([429, 'auth.too-many-attempts']);
    expect(Number(refused.headers.get('retry-after'))).toBe(900);
    expect((await login('west-auditor')).status).toBe(200);
    town.clock.set(new Date(town.clock.now().getTime() + 900_001));
    expect((await login('east-auditor')).status).toBe(200);
  });

  it('accepts fifty failures from an address', async () => {
    for (let wave = 0; wave < 5; wave += 1) {
      await Promise.all(Array.from({ length: 10 }, (_, n) => login(`guess-${wave}-${n}`)));
    }
    expect((await login('east-clerk')).status).toBe(429);
  });

  it('does not count logins that succeed', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => login('east-clerk')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe('a session', () => {
  it('opens the routes that need one', async () => {
    expect(await codeOf(await get('/api/auth/me'))).toEqual([401, 'auth.required']);
    expect(await codeOf(await get('/api/probe', 'lawgate_session=forged'))).toEqual([401, 'auth.required']);
    expect(await codeOf(await get('/api/probe', `lawgate_session=${'A'.repeat(43)}`))).toEqual([401, 'auth.required']);
    const cookie = await cookieOf('east-clerk');
    expect(await (await get('/api/auth/me', cookie)).json()).toMatchObject({ username: 'east-clerk' });
    expect((await get('/api/probe', cookie)).status).toBe(200);
  });

  it('answers without a promise the second time', async () => {
    const token = (await cookieOf('east-clerk')).split('=')[1] ?? '';
    expect(town.app.get(Sessions).find(token)).toMatchObject({ username: 'east-clerk', scope: 'organisation' });
  });

  it('ends twelve hours after the login, even if it was used all the time', async () => {
    const cookie = await cookieOf('east-clerk');
    const began = town.clock.now().getTime();
    town.clock.set(new Date(began + sessionLifeMs - 1));
    expect((await get('/api/auth/me', cookie)).status).toBe(200);
    town.clock.set(new Date(began + sessionLifeMs));
    expect(await codeOf(await get('/api/auth/me', cookie))).toEqual([401, 'auth.required']);
  });

  it('ends at once at logout, and the cookie is removed', async () => {
    const cookie = await cookieOf('east-clerk');
    expect((await get('/api/probe', cookie)).status).toBe(200);
    const response = await fetch(`${town.url}/api/auth/logout`, { method: 'POST', headers: { cookie } });
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toMatch(/^lawgate_session=;.*Expires=Thu, 01 Jan 1970/);
    expect((await get('/api/probe', cookie)).status).toBe(401);
    expect((await fetch(`${town.url}/api/auth/logout`, { method: 'POST' })).status).toBe(204);
  });

  it('ends in the other processes too, by notice, without waiting for their caches to expire', async () => {
    const other = await town.another();
    try {
      const cookie = await cookieOf('east-clerk');
      expect((await get('/api/probe', cookie, other.url)).status).toBe(200);
      const notified = new Promise<void>((resolve) => {
        void town.database.ownerPool.connect().then(async (client) => {
          client.on('notification', () => {
            client.release(true);
            resolve();
          });
          await client.query('listen session_closed');
          await fetch(`${town.url}/api/auth/logout`, { method: 'POST', headers: { cookie } });
        });
      });
      await notified;
      // Both listeners were notified by one commit; the other process may read its socket a moment after this one.
      let status = 200;
      for (let asked = 0; asked < 200 && status === 200; asked += 1) {
        ({ status } = await get('/api/probe', cookie, other.url));
      }
      expect(status).toBe(401);
    } finally {
      await other.close();
    }
  });

  it('ends within five seconds for a deactivated person', async () => {
    const cookie = await cookieOf('west-clerk');
    await town.database.ownerPool.query(`update person set active = false where username = 'west-clerk'`);
    town.clock.set(new Date(town.clock.now().getTime() + 5_000));
    expect((await get('/api/probe', cookie)).status).toBe(401);
    await town.database.ownerPool.query(`update person set active = true where username = 'west-clerk'`);
  });
});

describe('people', () => {
  it('lists those of the own organisation, by role', async () => {
    const cookie = await cookieOf('east-clerk');
    const { items: all } = (await (await get('/api/people', cookie)).json()) as { items: { username: string }[] };
    expect(all.map(({ username }) => username)).toEqual([
      'east-adviser',
      'east-auditor',
      'east-clerk',
      'east-reviewer',
    ]);
    const { items: advisers } = (await (await get('/api/people?role=adviser', cookie)).json()) as { items: unknown[] };
    expect(advisers).toEqual([
      { id: expect.any(String), username: 'east-adviser', name: 'east-adviser', roles: ['adviser'] },
    ]);
    expect((await get('/api/people?role=%00', cookie)).status).toBe(422);
  });
});

describe('a cross-site request', () => {
  const cross: [string, Record<string, string>, string][] = [
    [
      'a multipart form',
      { 'content-type': 'multipart/form-data; boundary=b', origin: 'https://evil.example' },
      '--b--',
    ],
    ['a fetch of another origin', { 'content-type': 'application/json', origin: 'https://evil.example' }, '{}'],
    ['a fetch of no origin', { 'content-type': 'application/json', origin: 'null' }, '{}'],
    ['another site, as the browser says', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, '{}'],
    ['a neighbour site', { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' }, '{}'],
  ];
  it.each(cross)('is refused: %s', async (_, headers, body) => {
    const cookie = await cookieOf('east-clerk');
    const response = await fetch(`${town.url}/api/probe`, { method: 'POST', headers: { cookie, ...headers }, body });
    expect(await codeOf(response)).toEqual([403, 'auth.cross-site']);
  });

  it.each([
    ['a plain form', 'application/x-www-form-urlencoded', 'a=1'],
    ['a form as text', 'text/plain', '{}'],
  ])('is refused before its body is read: %s', async (_, type, body) => {
    const headers = { cookie: await cookieOf('east-clerk'), 'content-type': type };
    const response = await fetch(`${town.url}/api/probe`, { method: 'POST', headers, body });
    expect(await codeOf(response)).toEqual([415, 'request.media-type']);
  });

  it('is refused at the login too', async () => {
    const answer = await post(
      '/api/auth/login',
      { username: 'east-clerk', password },
      { origin: 'https://evil.example' },
    );
    expect(answer.status).toBe(403);
  });

  it('check does not affect our own page, nor a program', async () => {
    const cookie = await cookieOf('east-clerk');
    const own = { cookie, origin: town.url, 'sec-fetch-site': 'same-origin' };
    expect((await post('/api/probe', {}, own)).status).toBe(201);
    expect((await post('/api/probe', {}, { cookie })).status).toBe(201);
    expect((await fetch(`${town.url}/api/probe`, { method: 'POST', headers: { cookie } })).status).toBe(201);
  });
});
