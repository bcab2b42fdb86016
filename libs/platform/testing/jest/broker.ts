import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
// Relative on purpose: Jest's global set-up runs outside Jest's resolver, on sources, before anything is built.
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../database/src/embedded-postgres.ts';
import { migrate, migrateQueue } from '../../database/src/migrate.ts';
import { clearOrphan, isAlive } from '../../database/src/postmaster.ts';
import pg from 'pg';
import { ensureBuilt } from '../../../../tools/workspace.mjs';
import { firstStart } from './first-start.ts';
import { SharedServers } from './shared-servers.ts';
import type { ServerTemplate } from './shared-servers.ts';
import { findOnPath, startRedis, stopLeftRedis } from './redis-server.ts';
import type { RunningRedis } from './redis-server.ts';

/**
 * Lives in Jest's main process and provides real servers to the spec files, which run in other processes. Servers start
 * at the first request, so that a run of pure packages pays nothing, and there is one of each for the whole run.
 *
 * `GET /postgres` answers `{ url, template }`, `GET /redis` answers `{ url }` with a database number of its own for
 * each request, or `{ url: null }` when the machine has no `redis-server`. `GET
 * /data-folder?demonstration=on|off&clock=…` answers `{ folder }`, which the built server's first start with these
 * settings has left; it is copied, never used.
 * `GET /built` answers when everything is built, for spec files that start built processes or read what is built.
 * `GET /server` answers `{ base }`, a running server with the demonstration for one spec file at a time, which gives it
 * back by `GET /server/return?base=…`.
 * `GET /server-database?…` with the same settings answers `{ url, template, folder }`: the first start was made on the
 * shared PostgreSQL, and its database is a template.
 */
const FOLDER = /^lawgate-test-(\d+)-/;
const TEMPLATE = 'lawgate_template';

let folder: string | undefined;
let server: Server | undefined;
let postgres: Promise<EmbeddedPostgres> | undefined;
let redis: Promise<RunningRedis> | undefined;
let redisDatabases = 0;
let built: Promise<void> | undefined;
/** Folders by the settings of their first start. */
const dataFolders = new Map<string, Promise<string>>();
const sharedServers = new SharedServers();
const serverTemplates = new Map<string, Promise<ServerTemplate>>();

/** @returns the address that spec files call. @throws when CI lacks `redis-server`: there, skipping is not allowed. */
export async function openBroker(): Promise<string> {
  await sweep();
  if (findOnPath('redis-server') === undefined) {
    if (process.env.CI === 'true') {
      throw new Error('redis-server is not on the PATH, and CI=true does not allow to skip the tests on real Redis');
    }
    process.stderr.write(
      '\n*** SKIPPED: every test on real Redis (no redis-server on the PATH; CI must have it) ***\n\n',
    );
  }
  folder = mkdtempSync(path.join(tmpdir(), `lawgate-test-${process.pid}-`));
  // Without a listener, Ctrl-C ends the process without its exit hooks, and the servers would keep running.
  process.once('SIGINT', () => process.exit(130));
  server = createServer((request, response) => {
    answer(request.url ?? '').then(
      (body) => response.writeHead(200, { connection: 'close' }).end(JSON.stringify(body)),
      (error: Error) => response.writeHead(500, { connection: 'close' }).end(error.stack),
    );
  });
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

export async function closeBroker(): Promise<void> {
  await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve)));
  try {
    await sharedServers.stop();
  } finally {
    // A server that failed to start has reported its error to the spec that requested it.
    const [database, cache] = await Promise.all([postgres?.catch(() => undefined), redis?.catch(() => undefined)]);
    await Promise.all([database?.stop(), cache?.stop()]);
    if (folder !== undefined) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

async function answer(request: string): Promise<unknown> {
  const { pathname, searchParams } = new URL(request, 'http://broker');
  switch (pathname) {
    case '/postgres': {
      const { url } = await (postgres ??= startTemplate());
      return { url, template: TEMPLATE };
    }
    case '/redis': {
      if (findOnPath('redis-server') === undefined) {
        return { url: null };
      }
      const { url, databases } = await (redis ??= startRedis(requireFolder()));
      redisDatabases += 1;
      return { url: `${url}/${redisDatabases % databases}` };
    }
    case '/built':
      await (built ??= ensureBuilt());
      return {};
    case '/data-folder':
      return { folder: await usedFolder(firstStartSettings(searchParams)) };
    case '/server-database':
      return serverTemplate(firstStartSettings(searchParams));
    case '/server':
      return {
        base: await sharedServers.take(await serverTemplate(firstStartSettings(searchParams)), requireFolder()),
      };
    case '/server/return':
      sharedServers.takeBack(searchParams.get('base') ?? '');
      return {};
    default:
      throw new Error(`the broker of test servers does not know ${request}`);
  }
}

type FirstStartSettings = Readonly<Record<'LAWGATE_DEMONSTRATION' | 'LAWGATE_CLOCK', string>>;

function firstStartSettings(parameters: URLSearchParams): FirstStartSettings {
  return {
    LAWGATE_DEMONSTRATION: parameters.get('demonstration') ?? 'on',
    LAWGATE_CLOCK: parameters.get('clock') ?? 'system',
  };
}

async function usedFolder(settings: FirstStartSettings): Promise<string> {
  await (built ??= ensureBuilt());
  const key = Object.values(settings).join('-');
  const made = dataFolders.get(key) ?? firstStart(path.join(requireFolder(), key), settings);
  dataFolders.set(key, made);
  return await made;
}

async function serverTemplate(settings: FirstStartSettings): Promise<ServerTemplate> {
  await (built ??= ensureBuilt());
  const key = Object.values(settings).join('_');
  const made = serverTemplates.get(key) ?? startServerTemplate(key, settings);
  serverTemplates.set(key, made);
  return await made;
}

async function startServerTemplate(key: string, settings: Readonly<Record<string, string>>): Promise<ServerTemplate> {
  const { url } = await (postgres ??= startTemplate());
  const template = `lawgate_server_${key}`;
  const own = new URL(url);
  own.pathname = `/${template}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database ${template} template ${TEMPLATE} strategy file_copy`);
    const folder = path.join(requireFolder(), `server-${key}`);
    await firstStart(folder, { ...settings, DATABASE_URL: own.href });
    await client.query(`alter database ${template} with is_template true allow_connections false`);
    return { url, template, folder };
  } finally {
    await client.end();
  }
}

async function startTemplate(): Promise<EmbeddedPostgres> {
  const started = await startEmbeddedPostgres({ dataDir: path.join(requireFolder(), 'postgres'), durable: false });
  const client = new pg.Client({ connectionString: started.url });
  await client.connect();
  try {
    await client.query(`create database ${TEMPLATE}`);
    const template = new URL(started.url);
    template.pathname = `/${TEMPLATE}`;
    await migrate(template.href);
    await migrateQueue(template.href);
    // A template with an open connection (also of autovacuum) cannot be copied.
    await client.query(`alter database ${TEMPLATE} with is_template true allow_connections false`);
    return started;
  } catch (error) {
    await client.end();
    await started.stop();
    throw error;
  } finally {
    await client.end();
  }
}

function requireFolder(): string {
  if (folder === undefined) {
    throw new Error('openBroker() has not run');
  }
  return folder;
}

/** A killed run could not stop its servers; the next run does, so that they do not accumulate. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(FOLDER.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) {
      const left = path.join(tmpdir(), name);
      stopLeftRedis(left);
      // The server of the run, and that of a first start that was under way.
      for (const folder of ['.', ...readdirSync(left)])
        await clearOrphan(path.join(left, folder, 'postgres', 'cluster'));
      rmSync(left, { recursive: true, force: true });
    }
  }
}
