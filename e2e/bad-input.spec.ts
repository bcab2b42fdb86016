/**
 * Every invalid event or new case gets a specific 4xx problem, never causes a fault of the server, and leaves nothing
 * behind.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asOwner } from './owner.ts';
import { plainBytes, plainRequest, type PlainAnswer } from './plain-http.ts';
import { expectProblem, expectRefused, recordState, Sender } from './refusal.ts';
import type { Server } from './server.ts';
import * as contract from './town.ts';
import { startTown, type Town } from './town.ts';

let server: Server;
let town: Town;
let clerk: Sender;
let intake: Sender;
let leader: Sender;
/** A draft without documents. */
let bare: string;
let draft: string;
let submitted: string;

beforeAll(async () => {
  ({ server, town } = await startTown());
  clerk = await Sender.login(server, 'clerk');
  intake = await Sender.login(server, 'intake');
  leader = await Sender.login(server, 'leader');
  bare = contract.expectStatus(await contract.create(town, 'bare', 'ordinary', 'bare'), 201).body.id;
  draft = await contract.openCase(town, 'draft', []);
  submitted = await contract.openCase(town, 'submitted', [contract.submit]);
  // Deliveries write rows too; they are finished before rows are counted.
  await asOwner(server.dataDir, contract.untilDelivered);
}, 240_000);

afterAll(() => server?.remove(), 60_000);

const refused = (status: number, code: string, request: () => Promise<PlainAnswer>) =>
  expectRefused(server, status, code, request);
const events = (id: string): string => `/api/cases/${id}/events`;
const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const loneSurrogate = '\\ud800';
const nul = '\\u0000';

/** Status, code and request, by name. */
type Refusals = Record<string, readonly [status: number, code: string, request: () => Promise<PlainAnswer>]>;

function eachRefused(refusals: Refusals): void {
  it.each(Object.entries(refusals))('%s', (_, [status, code, request]) => refused(status, code, request));
}

describe('an event that cannot be', () => {
  eachRefused({
    unknown: [422, 'event.unknown', () => clerk.post(events(draft), { type: 'frobnicate' })],
    'of the engine itself': [422, 'event.unknown', () => clerk.post(events(draft), { type: 'xstate.init' })],
    'of the engine, for a state': [
      422,
      'event.unknown',
      () => clerk.post(events(draft), { type: 'xstate.done.state.x' }),
    ],
    'of a task set, sent by hand': [422, 'event.unknown', () => clerk.post(events(draft), { type: 'task.settled' })],
    'named like a property of every object': [
      422,
      'event.unknown',
      () => clerk.post(events(draft), { type: 'constructor' }),
    ],
    'named like the prototype': [422, 'event.unknown', () => clerk.post(events(draft), { type: '__proto__' })],
    'a wildcard': [422, 'event.unknown', () => clerk.post(events(draft), { type: '*' })],
    'of the due date alone': [
      403,
      'event.forbidden',
      () => clerk.post(events(submitted), { type: 'supplement.expire' }),
    ],
    'of another role': [403, 'event.forbidden', () => clerk.post(events(submitted), { type: 'accept' })],
    'not possible now': [409, 'event.not-possible', () => leader.post(events(submitted), { type: 'leader.approve' })],
    'without what it needs': [
      422,
      'event.payload-invalid',
      () => intake.post(events(submitted), { type: 'supplement.request' }),
    ],
    'with a payload that is no object': [
      422,
      'event.payload-invalid',
      () => intake.post(events(submitted), { type: 'supplement.request', payload: 'x' }),
    ],
    'with too much text': [
      422,
      'event.payload-invalid',
      () => clerk.post(events(submitted), { type: 'withdraw', payload: { reason: '长'.repeat(2001) } }),
    ],
    'with too many entries': [
      422,
      'event.payload-invalid',
      () =>
        intake.post(events(submitted), { type: 'supplement.request', payload: { items: Array(100_000).fill('项') } }),
    ],
    'with many entries of the wrong kind': [
      422,
      'event.payload-invalid',
      () => intake.post(events(submitted), { type: 'supplement.request', payload: { items: Array(300_000).fill(1) } }),
    ],
    'with a key that is not known': [
      422,
      'event.payload-invalid',
      () => clerk.post(events(submitted), { type: 'withdraw', payload: { reason: '不办了', resaon: 'x' } }),
    ],
    'with many keys that are not known': [
      422,
      'event.payload-invalid',
      () =>
        clerk.post(events(submitted), {
          type: 'withdraw',
          payload: {
            reason: '不办了',
            ...Object.fromEntries(
              Array(50_000)
                .fill(0)
                .map((_, i) => [`k${i}`, 1]),
            ),
          },
        }),
    ],
    'with a NUL in its text': [
      422,
      'text.unstorable',
      () => clerk.post(events(submitted), `{"type":"withdraw","payload":{"reason":"a${nul}b"}}`),
    ],
    'with half a character in its text': [
      422,
      'text.unstorable',
      () => clerk.post(events(submitted), `{"type":"withdraw","payload":{"reason":"a${loneSurrogate}b"}}`),
    ],
    'with a NUL in a key': [
      422,
      'text.unstorable',
      () => clerk.post(events(submitted), `{"type":"withdraw","payload":{"rea${nul}son":"x"}}`),
    ],
    'with a NUL in its name': [
      422,
      'text.unstorable',
      () => clerk.post(events(submitted), `{"type":"with${nul}draw"}`),
    ],
    'with half a character in its name': [
      422,
      'text.unstorable',
      () => clerk.post(events(submitted), `{"type":"${loneSurrogate}"}`),
    ],
    'with a NUL in the reason for passing a rule': [
      422,
      'text.unstorable',
      () => clerk.post(events(draft), `{"type":"submit","payload":{"vouched":true},"overrides":{"x":"${nul}"}}`),
    ],
    'nested 10,000 levels deep': [
      422,
      'request.too-deep',
      () => clerk.post(events(draft), `{"type":"submit","payload":${deep(10_000)}}`),
    ],
    'nested as deep as a request is long': [
      422,
      'request.too-deep',
      () => clerk.post(events(draft), `{"type":"submit","payload":${deep(500_000)}}`),
    ],
    'nested, with a key': [
      422,
      'request.too-deep',
      () => clerk.post(events(draft), `{"type":"submit","payload":${deep(10_000)}}`, { 'idempotency-key': 'deep' }),
    ],
    'without a type': [422, 'request.invalid', () => clerk.post(events(draft), {})],
    'with a type that is no text': [422, 'request.invalid', () => clerk.post(events(draft), { type: ['submit'] })],
    'with a type that is too long': [
      422,
      'request.invalid',
      () => clerk.post(events(draft), { type: 'x'.repeat(101) }),
    ],
    'with more than an event has': [
      422,
      'request.invalid',
      () => clerk.post(events(draft), { type: 'submit', actor: 'x' }),
    ],
    'with reasons that are no texts': [
      422,
      'request.invalid',
      () => clerk.post(events(draft), { type: 'submit', overrides: { a: 1 } }),
    ],
    'that is a list': [422, 'request.invalid', () => clerk.post(events(draft), [])],
    'that is null': [422, 'request.invalid', () => clerk.post(events(draft), 'null')],
    'that is a number': [422, 'request.invalid', () => clerk.post(events(draft), '1')],
    'on a negative version': [
      422,
      'request.invalid',
      () => clerk.post(events(draft), { type: 'submit', expectedVersion: -1 }),
    ],
    'on a broken version': [
      422,
      'request.invalid',
      () => clerk.post(events(draft), { type: 'submit', expectedVersion: 1.5 }),
    ],
    'on an endless version': [
      422,
      'request.invalid',
      () => clerk.post(events(draft), '{"type":"submit","expectedVersion":1e999}'),
    ],
    'on a version in words': [
      422,
      'request.invalid',
      () => clerk.post(events(draft), { type: 'submit', expectedVersion: '1' }),
    ],
    'before everything is handed in': [
      422,
      'event.refused',
      () => clerk.post(events(bare), { type: 'submit', payload: { vouched: true } }),
    ],
  });
});

describe('a stale version', () => {
  it('is a conflict, answered with the current version', async () => {
    const send = () =>
      clerk.post(events(submitted), { type: 'withdraw', payload: { reason: '迟' }, expectedVersion: 1 });
    expect(await refused(409, 'case.version-conflict', send)).toMatchObject({ currentVersion: 2 });
    const ahead = () =>
      clerk.post(events(submitted), { type: 'withdraw', payload: { reason: '早' }, expectedVersion: 3 });
    expect(await refused(409, 'case.version-conflict', ahead)).toMatchObject({ currentVersion: 2 });
  });
});

describe('an idempotency key', () => {
  it('that was used for another body is refused, also in another case and for creating a case', async () => {
    const key = { 'idempotency-key': 'once' };
    const first = await clerk.post('/api/cases', { category: 'contract', title: '同一个键' }, key);
    expect(first.status).toBe(201);
    await asOwner(server.dataDir, contract.untilDelivered);
    await refused(422, 'idempotency.key-reused', () =>
      clerk.post('/api/cases', { category: 'contract', title: '别的' }, key),
    );
    await refused(422, 'idempotency.key-reused', () => clerk.post(events(draft), { type: 'submit' }, key));
    await refused(422, 'idempotency.key-reused', () => clerk.post(events(submitted), { type: 'submit' }, key));
    // The same key of another person is another key.
    await refused(403, 'event.forbidden', () => leader.post(events(submitted), { type: 'accept' }, key));
  });

  const withKey = (key: string) => clerk.post(events(draft), { type: 'submit' }, { 'idempotency-key': key });
  eachRefused({
    'that is empty': [422, 'idempotency.key-invalid', () => withKey('')],
    'that is too long': [422, 'idempotency.key-invalid', () => withKey('k'.repeat(201))],
    'with blanks': [422, 'idempotency.key-invalid', () => withKey('a b')],
    'with letters beyond ASCII': [422, 'idempotency.key-invalid', () => withKey('caf\u00e9')],
    'with a tab': [422, 'idempotency.key-invalid', () => withKey('a\tb')],
  });

  const raw = (line: string): Promise<PlainAnswer> => {
    const body = '{"type":"submit"}';
    const head = [`POST ${events(draft)} HTTP/1.1`, 'host: x', `cookie: ${clerk.cookie}`, 'connection: close'];
    const rest = ['content-type: application/json', `content-length: ${body.length}`, line];
    return plainBytes(server.base, [...head, ...rest, '', body].join('\r\n'));
  };

  it('adds no header of its own to the answer', async () => {
    const problem = await refused(422, 'event.payload-invalid', async () => {
      const answer = await raw('idempotency-key: a\r\nset-cookie: lawgate_session=mine');
      expect(answer.headers).not.toHaveProperty('set-cookie');
      return answer;
    });
    expect(JSON.stringify(problem)).not.toContain('mine');
  });

  it.each([
    ['a NUL', 'idempotency-key: a\0b'],
    ['a bare line feed', 'idempotency-key: a\nb'],
    ['a folded line', 'idempotency-key: a\r\n b'],
    ['a bare carriage return', 'idempotency-key: a\rset-cookie: b'],
  ])('with %s is refused', async (_, line) => {
    const asBefore = await recordState(server);
    const answer = await raw(line);
    expect([400, 422]).toContain(answer.status);
    expectProblem(answer);
    await asBefore();
  });

  it('that is sent twice is refused', () =>
    refused(422, 'idempotency.key-invalid', () => raw('idempotency-key: a\r\nidempotency-key: b')));
});

describe('a case that cannot be created', () => {
  const create = (body: unknown) => clerk.post('/api/cases', body);
  const titled = (title: string) => create(`{"category":"contract","title":"${title}"}`);
  eachRefused({
    'of a category that is not there': [
      422,
      'case.category-unknown',
      () => create({ category: 'treaty', title: '条约' }),
    ],
    'of a category named like the prototype': [
      422,
      'case.category-unknown',
      () => create({ category: '__proto__', title: 'x' }),
    ],
    'of a category with a NUL': [422, 'text.unstorable', () => create(`{"category":"${nul}","title":"x"}`)],
    'without a category': [422, 'request.invalid', () => create({ title: 'x' })],
    'without a title': [422, 'request.invalid', () => create({ category: 'contract' })],
    'with a title of blanks': [422, 'request.invalid', () => titled('   ')],
    'with a title of blanks of another script': [422, 'request.invalid', () => titled('\u3000\u3000')],
    'with a title of 201 characters': [422, 'request.invalid', () => titled('长'.repeat(201))],
    'with a title of nearly 1 MB': [422, 'request.invalid', () => titled('x'.repeat(1_000_000))],
    'with a title of more than 1 MB': [413, 'request.too-large', () => titled('x'.repeat(1_048_577))],
    'with a NUL in its title': [422, 'text.unstorable', () => titled(`a${nul}b`)],
    'with half a character in its title': [422, 'text.unstorable', () => titled(`a${loneSurrogate}b`)],
    'with the wrong half first': [422, 'text.unstorable', () => titled('\\udc00\\ud800')],
    'with an unknown field': [
      422,
      'case.fields-invalid',
      () => create({ category: 'contract', title: 'x', colour: 'red' }),
    ],
    'with an endless amount': [
      422,
      'case.fields-invalid',
      () => create('{"category":"contract","title":"x","amount":1e999}'),
    ],
    'with a negative amount': [
      422,
      'case.fields-invalid',
      () => create({ category: 'contract', title: 'x', amount: -1 }),
    ],
    'with a scale that is not there': [
      422,
      'case.fields-invalid',
      () => create({ category: 'contract', title: 'x', scale: 'vast' }),
    ],
    'that supplements a contract which is not there': [
      422,
      'case.fields-invalid',
      () => create({ category: 'contract', title: 'x', parentCase: '00000000-0000-4000-8000-000000000000' }),
    ],
    'that supplements a contract by an id that is none': [
      422,
      'case.fields-invalid',
      () => create({ category: 'contract', title: 'x', parentCase: 'a%00b' }),
    ],
    'with a deep field': [
      422,
      'request.too-deep',
      () => create(`{"category":"contract","title":"x","counterparty":${deep(10_000)}}`),
    ],
    'with a NUL in a field': [
      422,
      'text.unstorable',
      () => create(`{"category":"contract","title":"x","counterparty":"${nul}"}`),
    ],
    'with a key __proto__': [
      400,
      'request.malformed-json',
      () => create('{"category":"contract","title":"x","__proto__":{"a":1}}'),
    ],
    'with a key __proto__ far inside': [
      400,
      'request.malformed-json',
      () => create('{"category":"contract","title":"x","a":[{"__proto__":{"a":1}}]}'),
    ],
    'with a written-out __proto__': [
      400,
      'request.malformed-json',
      () => create('{"category":"contract","title":"x","\\u005f_proto__":{"a":1}}'),
    ],
    'with a constructor': [
      400,
      'request.malformed-json',
      () => create('{"category":"contract","title":"x","constructor":{"prototype":{"a":1}}}'),
    ],
    'by somebody who may not': [
      403,
      'case.create-forbidden',
      () => leader.post('/api/cases', { category: 'contract', title: 'x' }),
    ],
    'by nobody': [
      401,
      'auth.required',
      () =>
        plainRequest(server.base, { method: 'POST', path: '/api/cases', body: { category: 'contract', title: 'x' } }),
    ],
  });
});
