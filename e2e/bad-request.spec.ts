/** Requests that are invalid regardless of their route: each gets a specific 4xx and leaves nothing behind. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword, IdentityWriter } from '@lawgate/cases';
import { demonstrationPassword } from './client.ts';
import { asOwner } from './owner.ts';
import { plainBytes, plainRequest, type PlainAnswer } from './plain-http.ts';
import { expectProblem, expectRefused, recordState, Sender } from './refusal.ts';
import type { Server } from './server.ts';
import * as contract from './town.ts';
import { startTown } from './town.ts';

let server: Server;
let clerk: Sender;
let leader: Sender;
/** A clerk of another town. */
let stranger: Sender;
let draft: string;
let submitted: string;

beforeAll(async () => {
  const started = await startTown();
  server = started.server;
  await asOwner(server.dataDir, async (pool) => {
    const writer = new IdentityWriter(pool);
    await writer.createOrganisation({ code: 'south', name: '南河镇', kind: 'town', parent: null });
    const passwordHash = await hashPassword(demonstrationPassword);
    await writer.createPerson({ org: 'south', username: 'stranger', name: '外人', roles: ['submitter'], passwordHash });
  });
  clerk = await Sender.login(server, 'clerk');
  leader = await Sender.login(server, 'leader');
  stranger = await Sender.login(server, 'stranger');
  draft = await contract.openCase(started.town, 'draft', []);
  submitted = await contract.openCase(started.town, 'submitted', [contract.submit]);
  // Deliveries write rows too; they are finished before rows are counted.
  await asOwner(server.dataDir, contract.untilDelivered);
}, 240_000);

afterAll(() => server?.remove(), 60_000);

const refused = (status: number, code: string, request: () => Promise<PlainAnswer>) =>
  expectRefused(server, status, code, request);
const events = (id: string): string => `/api/cases/${id}/events`;

/** Status, code and request, by name. */
type Refusals = Record<string, readonly [status: number, code: string, request: () => Promise<PlainAnswer>]>;

function eachRefused(refusals: Refusals): void {
  it.each(Object.entries(refusals))('%s', (_, [status, code, request]) => refused(status, code, request));
}

describe('a body that differs from its content type', () => {
  const send = (body: string | undefined, headers: Record<string, string>) =>
    clerk.send({ method: 'POST', path: events(draft), body, headers });
  const json = { 'content-type': 'application/json' };
  const event = '{"type":"submit"}';
  eachRefused({
    'broken JSON': [400, 'request.malformed-json', () => send('{"type":', json)],
    'JSON with a comma too many': [400, 'request.malformed-json', () => send('{"type":"submit",}', json)],
    'no JSON': [400, 'request.malformed-json', () => send('type=submit', json)],
    'nothing, called JSON': [400, 'request.malformed-json', () => send('', json)],
    'a bare NUL': [400, 'request.malformed-json', () => send('\0', json)],
    'plain text': [415, 'request.media-type', () => send(event, { 'content-type': 'text/plain' })],
    'a form': [
      415,
      'request.media-type',
      () => send('type=submit', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    XML: [415, 'request.media-type', () => send('<event/>', { 'content-type': 'application/xml' })],
    'of a type that is none': [415, 'request.media-type', () => send(event, { 'content-type': 'json' })],
    'of no type': [415, 'request.media-type', () => send(event, { 'content-type': '' })],
    'a multipart form where an event belongs': [
      422,
      'request.invalid',
      () => send('--x--\r\n', { 'content-type': 'multipart/form-data; boundary=x' }),
    ],
    'longer than 1 MB': [413, 'request.too-large', () => send(`{"type":"${'x'.repeat(1_100_000)}"}`, json)],
  });

  it('of invalid UTF-8 does not cause a fault', async () => {
    const asBefore = await recordState(server);
    const body = Buffer.from([...Buffer.from('{"type":"'), 0xc3, 0x28, 0xff, ...Buffer.from('"}')]);
    const answer = await clerk.send({ method: 'POST', path: events(draft), body, headers: json });
    expect([400, 422]).toContain(answer.status);
    expectProblem(answer);
    await asBefore();
  });
});

describe('an unknown resource', () => {
  const nobody = '01890000-0000-7000-8000-000000000000';
  const withdraw = { type: 'withdraw', payload: { reason: 'x' } };
  eachRefused({
    'a case': [404, 'resource.not-found', () => clerk.get(`/api/cases/${nobody}`)],
    'an event for it': [404, 'resource.not-found', () => clerk.post(events(nobody), withdraw)],
    'an event for an id that is none': [404, 'resource.not-found', () => clerk.post(events('1'), withdraw)],
    'a case with a NUL in its id': [404, 'resource.not-found', () => clerk.get('/api/cases/%00')],
    'a case with a NUL at the end of its id': [404, 'resource.not-found', () => clerk.get(`/api/cases/${nobody}%00`)],
    'an event for an id with a NUL': [404, 'resource.not-found', () => clerk.post(events(`${nobody}%00`), withdraw)],
    'a case with a path in its id': [404, 'resource.not-found', () => clerk.get('/api/cases/..%2f..%2fetc%2fpasswd')],
    'a case whose id is a quotation mark': [404, 'resource.not-found', () => clerk.get(`/api/cases/%27%3b--`)],
    'a case with a very long id': [414, 'request.too-long', () => clerk.get(`/api/cases/${'x'.repeat(400)}`)],
    'a case of another town': [404, 'resource.not-found', () => stranger.get(`/api/cases/${submitted}`)],
    'an event for a case of another town': [
      404,
      'resource.not-found',
      () => stranger.post(events(submitted), withdraw),
    ],
    'a contract of another town, to be supplemented': [
      422,
      'case.fields-invalid',
      () => stranger.post('/api/cases', { category: 'contract', title: 'x', parentCase: submitted }),
    ],
    'a document': [404, 'resource.not-found', () => clerk.get(`/api/cases/${draft}/documents/${nobody}/content`)],
    'a document with a NUL in its id': [
      404,
      'resource.not-found',
      () => clerk.get(`/api/cases/${draft}/documents/%00/content`),
    ],
    'a notification': [404, 'resource.not-found', () => clerk.post(`/api/notifications/${nobody}/read`, {})],
    'a notification with a NUL in its id': [
      404,
      'resource.not-found',
      () => clerk.post('/api/notifications/%00/read', {}),
    ],
    'a definition': [404, 'resource.not-found', () => clerk.get('/api/definitions/treaty')],
    'a definition named like the prototype': [404, 'resource.not-found', () => clerk.get('/api/definitions/__proto__')],
    'a definition named like a method': [404, 'resource.not-found', () => clerk.get('/api/definitions/toString')],
    'a definition with a NUL': [404, 'resource.not-found', () => clerk.get('/api/definitions/%00')],
    'an address': [404, 'route.not-found', () => clerk.get('/api/nothing')],
    'an address outside': [404, 'route.not-found', () => clerk.get('/../../etc/passwd')],
    'a page of the docs outside': [403, 'request.refused', () => clerk.get('/api/docs/../../../package.json')],
    'a method: DELETE of a case': [
      404,
      'route.not-found',
      () => clerk.send({ method: 'DELETE', path: `/api/cases/${draft}` }),
    ],
    'a method: PUT of a case': [
      404,
      'route.not-found',
      () => clerk.send({ method: 'PUT', path: `/api/cases/${draft}`, body: {} }),
    ],
    'a method: PATCH of a case': [
      404,
      'route.not-found',
      () => clerk.send({ method: 'PATCH', path: `/api/cases/${draft}`, body: {} }),
    ],
    'a method: GET of events': [404, 'route.not-found', () => clerk.get(events(draft))],
    'a method: TRACE': [404, 'route.not-found', () => clerk.send({ method: 'TRACE', path: '/api/cases' })],
  });
});

describe('malformed HTTP', () => {
  const head = (first: string, ...lines: string[]): string =>
    [first, 'host: x', ...lines, 'connection: close', '', ''].join('\r\n');
  it.each([
    ['bad percent-encoding', 'GET /api/cases/%zz HTTP/1.1'],
    ['half a percent-encoded character', 'GET /api/cases/%e4%bd HTTP/1.1'],
    ['bad percent-encoding in the query', 'GET /api/cases?q=%zz HTTP/1.1'],
    ['a method nobody knows', 'FROBNICATE /api/cases HTTP/1.1'],
    ['a protocol nobody knows', 'GET /api/cases HTTP/9.9'],
    ['a NUL in the path', 'GET /api/cases/\0 HTTP/1.1'],
    ['nothing of HTTP', 'hello'],
  ])('for %s', async (_, first) => {
    const asBefore = await recordState(server);
    const answer = await plainBytes(server.base, head(first, `cookie: ${clerk.cookie}`));
    if (answer.status !== 200) {
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expectProblem(answer);
    }
    await asBefore();
  });

  it.each([
    ['headers without end', [`x-long: ${'x'.repeat(100_000)}`], 431],
    ['two lengths', ['content-length: 1', 'content-length: 2'], 400],
    ['a length that is none', ['content-length: -1'], 400],
    ['a length and chunks', ['content-length: 1', 'transfer-encoding: chunked'], 400],
    ['a header without a name', [': x'], 400],
  ])('for %s', async (_, lines, status) => {
    const answer = await plainBytes(server.base, head('POST /api/cases HTTP/1.1', ...lines));
    expect(answer.status).toBe(status);
    expectProblem(answer);
  });
});

describe('a cross-site request', () => {
  const submit = (headers: Record<string, string>) => clerk.post(events(draft), { type: 'submit' }, headers);
  eachRefused({
    'from another site': [403, 'auth.cross-site', () => submit({ origin: 'https://evil.example' })],
    'from no site': [403, 'auth.cross-site', () => submit({ origin: 'null' })],
    'from a site whose name begins with that of the server': [
      403,
      'auth.cross-site',
      () => submit({ origin: `${server.base}.evil.example` }),
    ],
    'from nonsense': [403, 'auth.cross-site', () => submit({ origin: 'http://[' })],
    'that the browser calls cross-site': [403, 'auth.cross-site', () => submit({ 'sec-fetch-site': 'cross-site' })],
    'that the browser calls same-site': [403, 'auth.cross-site', () => submit({ 'sec-fetch-site': 'same-site' })],
    'a login from another site': [
      403,
      'auth.cross-site',
      () =>
        plainRequest(server.base, {
          method: 'POST',
          path: '/api/auth/login',
          body: { username: 'clerk', password: demonstrationPassword },
          headers: { origin: 'https://evil.example' },
        }),
    ],
  });
});

describe('a login that fails', () => {
  const login = (body: unknown, headers: Record<string, string> = {}) =>
    plainRequest(server.base, { method: 'POST', path: '/api/auth/login', body, headers });
  eachRefused({
    'with a wrong password': [401, 'auth.invalid-credentials', () => login({ username: 'clerk', password: 'wrong' })],
    'with an unknown name': [401, 'auth.invalid-credentials', () => login({ username: 'nobody', password: 'x' })],
    'with a NUL in the name': [
      422,
      'text.unstorable',
      () => login({ username: 'clerk\0', password: demonstrationPassword }),
    ],
    'with half a character in the password': [
      422,
      'text.unstorable',
      () => login('{"username":"clerk","password":"\\ud800"}', { 'content-type': 'application/json' }),
    ],
    'with a NUL after the right password': [
      422,
      'text.unstorable',
      () => login({ username: 'clerk', password: `${demonstrationPassword}\0` }),
    ],
    'without a password': [422, 'request.invalid', () => login({ username: 'clerk' })],
    'with a list for a name': [422, 'request.invalid', () => login({ username: ['clerk'], password: 'x' })],
    'with an object for a password': [
      422,
      'request.invalid',
      () => login({ username: 'clerk', password: { $ne: '' } }),
    ],
    'with an endless password': [
      422,
      'request.invalid',
      () => login({ username: 'clerk', password: 'x'.repeat(500_000) }),
    ],
    'with a made-up cookie': [
      401,
      'auth.required',
      () =>
        plainRequest(server.base, { path: '/api/auth/me', headers: { cookie: `lawgate_session=${'A'.repeat(43)}` } }),
    ],
    'with a broken cookie': [
      401,
      'auth.required',
      () => plainRequest(server.base, { path: '/api/auth/me', headers: { cookie: 'lawgate_session=%zz; ;=;' } }),
    ],
    'with a thousand cookies': [
      401,
      'auth.required',
      () =>
        plainRequest(server.base, { path: '/api/auth/me', headers: { cookie: Array(1000).fill('a=b').join('; ') } }),
    ],
  });
});

describe('an invalid query', () => {
  const cursor = (values: unknown): string => Buffer.from(JSON.stringify(values)).toString('base64url');
  const someId = '01890000-0000-7000-8000-000000000000';
  const invalid = 'request.invalid';
  const cursors = 'request.cursor-invalid';
  it.each([
    ['/api/cases?limit=0', invalid],
    ['/api/cases?limit=-1', invalid],
    ['/api/cases?limit=1e999', invalid],
    ['/api/cases?limit=201', invalid],
    ['/api/cases?limit=x', invalid],
    ['/api/cases?limit=1&limit=2', invalid],
    ['/api/cases?status=lost', invalid],
    ['/api/cases?from=yesterday', invalid],
    ['/api/cases?from=2024-13-45', invalid],
    ['/api/cases?to=2024-02-30', invalid],
    ['/api/cases?from=2024-01-01&from=2024-01-02', invalid],
    [`/api/cases?q=${'x'.repeat(201)}`, invalid],
    ['/api/cases?q=%00', 'text.unstorable'],
    ['/api/cases?category=%00', 'text.unstorable'],
    ['/api/cases?state=%00', 'text.unstorable'],
    ['/api/cases?organisation=%00', 'text.unstorable'],
    ['/api/cases?cursor=', cursors],
    ['/api/cases?cursor=%00', 'text.unstorable'],
    ['/api/cases?cursor=nonsense', cursors],
    [`/api/cases?cursor=${cursor([])}`, cursors],
    [`/api/cases?cursor=${cursor({})}`, cursors],
    [`/api/cases?cursor=${cursor(['x', someId])}`, cursors],
    [`/api/cases?cursor=${cursor(['2024-01-01T00:00:00Z', 'x'])}`, cursors],
    [`/api/cases?cursor=${cursor(['2024-01-01T00:00:00Z', `${someId}\0`])}`, cursors],
    ['/api/tasks?status=closed', invalid],
    ['/api/tasks?sort=name', invalid],
    [`/api/tasks?sort=due&cursor=${cursor(['x', someId])}`, cursors],
    [`/api/tasks?sort=due&cursor=${cursor(['2024-02-30', someId])}`, cursors],
    [`/api/tasks?sort=due&cursor=${cursor(['\0', someId])}`, cursors],
    [`/api/tasks?sort=opened&cursor=${cursor(['x', someId])}`, cursors],
    [`/api/tasks?sort=opened&cursor=${cursor([null, someId])}`, cursors],
    [`/api/tasks?sort=opened&cursor=${cursor(['2024-02-09', someId])}`, cursors],
    ['/api/notifications?unread=maybe', invalid],
    ['/api/notifications?cursor=nonsense', cursors],
    [`/api/notifications?cursor=${cursor(['x', someId])}`, cursors],
    ['/api/people?role=%00', 'text.unstorable'],
    ['/api/people?role=a&role=b', invalid],
    ['/api/calendar/due', invalid],
    ['/api/calendar/due?from=2024-02-30&days=5&unit=workday', invalid],
    ['/api/calendar/due?from=2024-02-08&days=-1&unit=workday', invalid],
    ['/api/calendar/due?from=2024-02-08&days=1e999&unit=workday', invalid],
    ['/api/calendar/due?from=2024-02-08&days=5&unit=year', invalid],
    ['/api/calendar/due?from=%00&days=5&unit=day', 'text.unstorable'],
    ['/api/reports/annual/1999', invalid],
    ['/api/reports/annual/-1', invalid],
    ['/api/reports/annual/%00', invalid],
    ['/api/reports/annual/1e3', invalid],
    ['/api/reports/annual/2023/cases?figure=wishes', invalid],
    ['/api/reports/annual/2023?organisation=%00', 'text.unstorable'],
    ['/api/reports/annual/2023/cases?figure=concluded&category=%00', 'text.unstorable'],
    ['/api/reports/annual/2023/cases?figure=concluded&limit=0', invalid],
    ['/api/reports/annual/2023/cases?figure=concluded&cursor=nonsense', cursors],
    [`/api/reports/annual/2023/cases?figure=concluded&cursor=${cursor(['x', 'y', 'z'])}`, cursors],
  ])('%s', (path, code) => refused(422, code, () => leader.get(path)));

  it.each([
    '/api/cases?q=%27%3b%20drop%20table%20review_case%3b--',
    '/api/cases?q=%25_%5c',
    '/api/cases?q=%f0%a0%ae%b7',
    '/api/cases?__proto__[x]=1&constructor=2&toString=3',
    '/api/cases?category=__proto__',
    '/api/people?role=constructor',
    '/api/reports/annual/2023?organisation=__proto__',
    `/api/tasks?sort=due&cursor=${cursor([null, someId])}`,
  ])('%s, however strange, is answered normally', async (path) => {
    const asBefore = await recordState(server);
    const answer = await leader.get(path);
    if (answer.status !== 200) expectProblem(answer);
    expect(answer.status).toBeLessThan(500);
    await asBefore();
  });
});
