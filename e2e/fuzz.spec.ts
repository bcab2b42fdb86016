/** Several hundred random requests to every route: none of them causes a fault of the server. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { answerOf, createLawgateClient, LawgateProblem } from '@lawgate/client';
import { propertyRuns, timeoutMs } from '@lawgate/sizes';
import fc from 'fast-check';
import { faultsIn } from '../chaos/soundness.ts';
import { demonstrationPassword } from './client.ts';
import { asOwner } from './owner.ts';
import type { PlainRequest } from './plain-http.ts';
import { expectProblem, Sender } from './refusal.ts';
import type { Server } from './server.ts';
import * as contract from './town.ts';
import { startTown } from './town.ts';

interface Route {
  readonly method: string;
  /** Path with `{name}` for each parameter. */
  readonly path: string;
  readonly query: readonly string[];
}

const limitMs = timeoutMs(120_000);

let server: Server;
let senders: Sender[];
let caseIds: string[];
let routes: Route[];
/** Names of properties in request bodies. */
let names: string[];
let components: string[];
let eventTypes: string[];
let categories: string[];

/**
 * Setting the clock, ending the session and the endless stream are left out: they would disturb the test, not the
 * server.
 */
const leftOut = ['/api/test/clock', '/api/auth/logout', '/api/auth/login', '/api/events/stream'];

beforeAll(async () => {
  const started = await startTown();
  server = started.server;
  senders = await Promise.all(
    ['clerk', 'intake', 'adviser', 'director', 'leader'].map((name) => Sender.login(server, name)),
  );
  const ways = [[], contract.acceptedSoFar.slice(0, 1), contract.acceptedSoFar, contract.ordinaryWay];
  caseIds = await Promise.all(ways.map((way, index) => contract.openCase(started.town, `fuzz-${index}`, way)));
  const documented = await senders[0]?.get('/api/openapi.json');
  const openApi = JSON.parse(documented?.text ?? '') as OpenApi;
  ({ routes, names } = readOpenApi(openApi));
  components = Object.keys(openApi.components.schemas);
  const listed = await senders[0]?.get('/api/definitions');
  const { items } = JSON.parse(listed?.text ?? '') as { items: { key: string; events: { type: string }[] }[] };
  categories = items.map(({ key }) => key);
  eventTypes = [...new Set(items.flatMap(({ events }) => events.map(({ type }) => type)))];
}, 240_000);

afterAll(() => server?.remove(), 60_000);

interface OpenApi {
  readonly components: { readonly schemas: object };
  readonly paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>>;
}

function readOpenApi(documented: OpenApi): { routes: Route[]; names: string[] } {
  const found = Object.entries(documented.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => ({
      method: method.toUpperCase(),
      path,
      query: parameters.filter((each) => each.in === 'query').map(({ name }) => name),
    })),
  );
  return { routes: found.filter(({ path }) => !leftOut.includes(path)), names: [...propertyNames(documented)] };
}

/** Every name of a property of any schema, at any depth. */
function propertyNames(value: unknown, found = new Set<string>()): Set<string> {
  if (value === null || typeof value !== 'object') return found;
  const { properties } = value as { properties?: Record<string, unknown> };
  if (typeof properties === 'object') for (const name of Object.keys(properties)) found.add(name);
  for (const child of Object.values(value)) propertyNames(child, found);
  return found;
}

const oddTexts = [
  '',
  ' ',
  '\0',
  '\u{20bb7}',
  '__proto__',
  'constructor',
  '../..',
  '%',
  '%00',
  "'",
  '"',
  '\\',
  '-1',
  '1e999',
  'NaN',
  'null',
  '9'.repeat(40),
  '2024-02-30',
  '9999-12-31',
  '0001-01-01',
  '2026-03-02',
  'draft',
  'active',
  '[]',
  '{}',
];

const anyText = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(...oddTexts),
    fc.constantFrom(...caseIds, ...eventTypes, ...categories),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.string({ maxLength: 300 }),
    // Lone surrogates among them, as JSON can encode them.
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 5 }).map((units) => String.fromCharCode(...units)),
  );

const anyCursor = (): fc.Arbitrary<string> =>
  fc.jsonValue({ maxDepth: 2 }).map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'));

const anyName = (): fc.Arbitrary<string> => fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, anyText());

const anyValue = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    anyText(),
    fc.jsonValue({ maxDepth: 3 }),
    fc.double(),
    fc.array(anyText(), { maxLength: 5 }),
    fc.dictionary(anyName(), anyText(), { maxKeys: 4 }),
  );

const anyBody = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: anyEvent() },
    { weight: 2, arbitrary: fc.dictionary(anyName(), anyValue(), { maxKeys: 6 }) },
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 50 }) },
  );

const anyEvent = (): fc.Arbitrary<unknown> =>
  fc.record(
    {
      type: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...eventTypes, 'task.transfer', 'task.delegate', 'task.add-signer') },
        anyText(),
      ),
      payload: fc.oneof(
        fc.constant({ vouched: true }),
        fc.constant({}),
        fc.dictionary(anyName(), anyValue(), { maxKeys: 5 }),
        anyValue(),
      ),
      expectedVersion: fc.oneof(fc.integer(), fc.double(), anyText()),
      overrides: fc.dictionary(anyText(), anyText(), { maxKeys: 3 }),
    },
    { requiredKeys: ['type'] },
  );

/** Encodes a text for a URL; a lone surrogate becomes the replacement character, as in a browser. */
const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());

const anyRequest = (): fc.Arbitrary<PlainRequest & { by: number }> =>
  fc.constantFrom(...routes).chain((route) =>
    fc
      .record({
        by: fc.nat({ max: senders.length - 1 }),
        parameters: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...caseIds) }, anyText()), {
          minLength: 3,
          maxLength: 3,
        }),
        query: fc.array(
          fc.tuple(fc.constantFrom(...route.query, 'cursor', '__proto__'), fc.oneof(anyText(), anyCursor())),
          { maxLength: 4 },
        ),
        body: anyBody(),
        key: fc.option(fc.stringMatching(/^[\x20-\x7e]{0,20}$/)),
      })
      .map(({ by, parameters, query, body, key }) => {
        let next = 0;
        const path = route.path.replace(/\{[^}]*\}/g, () => encoded(parameters[next++ % parameters.length] ?? ''));
        const asked = query.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
        return {
          by,
          method: route.method,
          path: asked === '' ? path : `${path}?${asked}`,
          headers: { 'content-type': 'application/json', ...(key === null ? {} : { 'idempotency-key': key.trim() }) },
          body: route.method === 'GET' ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
        };
      }),
  );

it(
  'answers every request normally or with a problem',
  async () => {
    await fc.assert(
      fc.asyncProperty(anyRequest(), async ({ by, ...request }) => {
        const answer = await senders[by]?.send(request);
        if (answer === undefined) throw new Error('nobody sends');
        if (answer.status >= 500) throw new Error(`${answer.status}: ${answer.text}\n${server.log.slice(-3000)}`);
        if (answer.status >= 400) expectProblem(answer);
      }),
      { numRuns: propertyRuns(150) },
    );
  },
  limitMs,
);

it('contains the names of its definitions and of the simulated clock', () => {
  expect(components).toEqual(expect.arrayContaining(['Case', 'ContractOpinionGiveEvent', 'Problem', 'TestClock']));
});

it('works with the published client', async () => {
  const client = createLawgateClient({ baseUrl: server.base });
  const refusal = await client.login('clerk', 'wrong').catch((error: unknown) => error);
  expect(refusal).toMatchObject({ name: 'LawgateProblem', status: 401, code: 'auth.invalid-credentials' });
  const me = await client.login('clerk', demonstrationPassword);
  const { items } = await answerOf(client.GET('/api/cases', { params: { query: { mine: 'submitted', limit: 2 } } }));
  expect(items).toHaveLength(2);
  const unknown = client.POST('/api/cases/{id}/events', {
    params: { path: { id: items[0]?.id ?? '' } },
    body: { type: 'submit', payload: { vouched: true }, expectedVersion: 0 },
  });
  await expect(answerOf(unknown)).rejects.toBeInstanceOf(LawgateProblem);
  expect(me).toEqual(await answerOf(client.GET('/api/auth/me')));
  await client.logout();
  await expect(answerOf(client.GET('/api/auth/me'))).rejects.toMatchObject({ code: 'auth.required' });
});

it('is consistent after all that', async () => {
  expect(await asOwner(server.dataDir, faultsIn)).toEqual([]);
});
