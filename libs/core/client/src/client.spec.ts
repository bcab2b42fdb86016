import { describe, expect, it } from '@jest/globals';
import { answerOf, createLawgateClient, LawgateProblem } from './index.ts';

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
const problem = { type: 'x', title: '未登录', status: 401, code: 'auth.required', detail: '请先登录。' };

/** A client whose server gives these answers in order, and the requests that it sent. */
function clientOf(...answers: readonly Response[]) {
  const sent: Request[] = [];
  const left = [...answers];
  const client = createLawgateClient({
    baseUrl: 'http://lawgate.test',
    fetch: async (request) => {
      sent.push(request);
      const next = left.shift();
      if (next === undefined) throw new Error('asked once too often');
      return next;
    },
  });
  return { client, sent };
}

describe('the client', () => {
  it('sends the session that it was given, until it ends', async () => {
    const cookie = { 'set-cookie': 'lawgate_session=abc-1; Max-Age=43200; Path=/; HttpOnly; SameSite=Lax' };
    const { client, sent } = clientOf(
      json(200, { id: '1' }, cookie),
      json(200, { items: [] }),
      json(204, undefined, { 'set-cookie': 'lawgate_session=; Max-Age=0; Path=/', 'content-length': '0' }),
      json(401, problem),
    );
    expect(await client.login('clerk', 'secret')).toEqual({ id: '1' });
    await client.GET('/api/cases', { params: { query: { status: 'active', limit: 5 } } });
    await client.logout();
    await client.GET('/api/auth/me');
    expect(sent.map(({ url, headers }) => [url.replace('http://lawgate.test', ''), headers.get('cookie')])).toEqual([
      ['/api/auth/login', null],
      ['/api/cases?status=active&limit=5', 'lawgate_session=abc-1'],
      ['/api/auth/logout', 'lawgate_session=abc-1'],
      ['/api/auth/me', null],
    ]);
    expect(await sent[0]?.json()).toEqual({ username: 'clerk', password: 'secret' });
  });

  it('throws the problem where a successful answer is required, and returns it otherwise', async () => {
    const { client } = clientOf(json(401, problem), json(401, problem));
    const refused = answerOf(client.GET('/api/auth/me'));
    await expect(refused).rejects.toMatchObject({ code: 'auth.required', status: 401, message: '请先登录。', problem });
    expect((await client.GET('/api/auth/me')).error).toEqual(problem);
  });

  it('reports what it received when a proxy answers with its own page', async () => {
    const page = new Response('<h1>Bad gateway</h1>', { status: 502, statusText: 'Bad Gateway' });
    const { client } = clientOf(page);
    const failure = await answerOf(client.GET('/api/auth/me')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LawgateProblem);
    expect(failure).toMatchObject({ code: 'server.unclear', status: 502, message: 'HTTP 502 Bad Gateway' });
  });

  it('reports when no answer came', async () => {
    await expect(answerOf(clientOf().client.GET('/api/auth/me'))).rejects.toThrow('asked once too often');
  });
});
