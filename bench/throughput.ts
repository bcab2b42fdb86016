/**
 * Durable events per second, in process and over HTTP with 32 clients, compared with the limit: XState's pure
 * transition and one SQL statement in one commit, on the same PostgreSQL in the same run. Compare ratios: the rates of
 * these machines vary.
 *
 *   npm run bench [-- throughput [rounds]]
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import {
  createPool,
  freePort,
  migrate,
  migrateQueue,
  startEmbeddedPostgres,
  newId,
  systemClock,
} from '@lawgate/database';
import { begin, restore, type Definition, type StoredCase } from '@lawgate/engine';
import { defaultSettings, openRuntime } from '@lawgate/cases';
import { loadDefinitions } from '@lawgate/workflows';
import { transition } from 'xstate';
import { HttpSession } from './http-session.ts';
import { line, measure, median, type Measured } from './measure.ts';
import { caseWay, makeDrafts, makeTowns, password, type Town } from './town.ts';

const clients = 32;
const rounds = Number(process.argv[2] ?? 3);
const casesPerClient = 12;

const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
try {
  await migrate(postgres.url);
  await migrateQueue(postgres.url);
  const ownerPool = createPool(postgres.url, { max: clients });
  const definitions = await loadDefinitions();
  const definition = definitions.find((candidate) => candidate.events['contract.sign'] !== undefined) as Definition;
  const parts = await openRuntime({
    databaseUrl: postgres.url,
    definitions,
    clock: systemClock,
    settings: defaultSettings,
    role: 'lawgate_app',
    maxConnections: 12,
  });
  const towns = await makeTowns(ownerPool, clients);
  await ownerPool.query('create table limit_row (id uuid primary key, case_id uuid, body text)');
  const drafts = (): Promise<string[][]> =>
    Promise.all(towns.map((town) => makeDrafts(ownerPool, parts.runtime, definition, town, casesPerClient)));

  // The limit is measured without row-level security, as the owner: the least that a durable transition can cost.
  const limitPool = createPool(postgres.url, { max: 12 });
  const limit = async (): Promise<Measured> => {
    const town = towns[0] as Town;
    const facts = {
      ...(
        await parts.runtime.read(town.clerk, (await makeDrafts(ownerPool, parts.runtime, definition, town, 1))[0] ?? '')
      ).env,
    };
    const { next } = begin(definition, { drafter: town.clerk.id, fields: {}, round: 1 }, facts, 1);
    const event = { type: 'submit', payload: { vouched: true }, facts, seat: null, recused: [], overrides: {} };
    const body = JSON.stringify({ ...next, padding: 'x'.repeat(1500) });
    const job = async (): Promise<void> => {
      // Another object each time, as from the database: the same object would be restored only once.
      transition(definition.machine, restore(definition, { ...(next as StoredCase) }), event as never);
      await limitPool.query({
        name: 'limit',
        text: 'insert into limit_row (id, case_id, body) values ($1, $2, $3)',
        values: [newId(), newId(), body],
      });
    };
    return measure(Array.from({ length: clients }, () => Array.from({ length: casesPerClient * 9 }, () => job)));
  };
  const inProcess = async (): Promise<Measured> => {
    const ids = await drafts();
    return measure(
      towns.map((town, index) =>
        (ids[index] ?? []).flatMap((caseId) =>
          caseWay(definition, town).map(
            ({ by, type, payload }) =>
              () =>
                parts.runtime.send(town[by], { caseId, event: { type, payload } }, () => null),
          ),
        ),
      ),
    );
  };

  const port = await freePort();
  const server = spawn(process.execPath, [new URL('../apps/api/dist/main.js', import.meta.url).pathname], {
    env: {
      ...process.env,
      DATABASE_URL: postgres.url,
      PORT: String(port),
      LAWGATE_DATA: folder,
      LAWGATE_MIGRATE: 'off',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const base = `http://127.0.0.1:${port}`;
  await untilReady(base);
  const sessions = await Promise.all(
    towns.map(async (town) => {
      const login = async (who: keyof Town) => HttpSession.login(base, town[who].username, password);
      return {
        clerk: await login('clerk'),
        intake: await login('intake'),
        adviser: await login('adviser'),
        director: await login('director'),
        archivist: await login('archivist'),
      };
    }),
  );
  const overHttp = async (): Promise<Measured> => {
    const ids = await drafts();
    return measure(
      towns.map((town, index) =>
        (ids[index] ?? []).flatMap((caseId) =>
          caseWay(definition, town).map(
            ({ by, type, payload }) =>
              () =>
                (sessions[index] as Record<keyof Town, HttpSession>)[by].send(caseId, { type, payload }),
          ),
        ),
      ),
    );
  };

  await limit();
  await inProcess();
  await overHttp();
  const results: { limit: Measured; inProcess: Measured; http: Measured }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const result = { limit: await limit(), inProcess: await inProcess(), http: await overHttp() };
    results.push(result);
    console.log(`round ${round}`);
    console.log(line('  limit (transition + 1 statement)', result.limit));
    console.log(line('  in process', result.inProcess));
    console.log(line(`  over HTTP, ${clients} clients`, result.http));
  }
  const ratio = (pick: 'inProcess' | 'http'): number =>
    median(results.map((result) => result[pick].rate / result.limit.rate));
  console.log(
    `\nmedian of ${rounds}: in process ${ratio('inProcess').toFixed(2)} of the limit, over HTTP ${ratio('http').toFixed(2)}`,
  );
  console.log(`median rate over HTTP: ${median(results.map((result) => result.http.rate)).toFixed(0)} events/s`);
  await printCost();
  console.log(
    `machine: ${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
  );

  for (const each of sessions.flatMap((session) => Object.values(session))) each.close();
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  await Promise.all([parts.close(), ownerPool.end(), limitPool.end()]);

  /** Counts the statements of one case's events, with a separate runtime on a single connection. */
  async function printCost(): Promise<void> {
    const own = await openRuntime({
      databaseUrl: postgres.url,
      definitions,
      clock: systemClock,
      settings: defaultSettings,
      role: 'lawgate_app',
      maxConnections: 1,
    });
    const town = towns[0] as Town;
    const [first = '', caseId = ''] = await makeDrafts(ownerPool, own.runtime, definition, town, 2);
    const client = await own.appPool.connect();
    client.release();
    let statements = 0;
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, { query: (...args: unknown[]) => ((statements += 1), query(...args)) });
    // The first case makes the runtime cache the number series.
    for (const { by, type, payload } of caseWay(definition, town)) {
      await own.runtime.send(town[by], { caseId: first, event: { type, payload } }, () => null);
    }
    console.log('\ncost of one event, in statements (each is one round trip):');
    for (const { by, type, payload } of caseWay(definition, town)) {
      statements = 0;
      await own.runtime.send(town[by], { caseId, event: { type, payload } }, () => null);
      console.log(`  ${type.padEnd(20)} ${statements}`);
    }
    await own.close();
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function untilReady(base: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const ready = await fetch(`${base}/api/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the server did not become ready');
}
