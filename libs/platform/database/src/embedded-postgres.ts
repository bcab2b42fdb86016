import type { ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { keptPassword, makeCluster } from './cluster.ts';
import { DatabaseStartError, diskFull, explainStartFailure, inUse } from './database-start-error.ts';
import { ended, postgresPrograms, serverAccount, spawnAs } from './postgres-programs.ts';
import type { Account, PostgresPrograms } from './postgres-programs.ts';
import { OWNER_SETTING, clearOrphan, readPostmaster } from './postmaster.ts';

export interface EmbeddedPostgresOptions {
  /** Folder that holds the cluster, its password, its port and its log. Created when missing. */
  dataDir: string;
  /** TCP port on 127.0.0.1. Default: a free one, chosen at the first start and kept in `dataDir`. */
  port?: number;
  /** Receives one line for each logged step. */
  log?: (line: string) => void;
  /**
   * False switches fsync off: a crash of the machine then loses everything. Only for temporary databases of tests; an
   * acknowledged event must be on disk. Default true.
   */
  durable?: boolean;
  /** Bytes that must be free on the disk before the start. Default 256 MiB for a new cluster, 64 MiB for a used one. */
  requiredFreeBytes?: number;
}

export interface EmbeddedPostgres {
  /** Connection URL of the owner (superuser of this cluster) to the database `lawgate`. */
  url: string;
  port: number;
  /** Fast shutdown: open transactions are rolled back, a checkpoint is written. Resolves when the process is gone. */
  stop(): Promise<void>;
  /** Resolves when the server process has ended, whether or not it was asked to. */
  ended: Promise<void>;
}

export const EMBEDDED_POSTGRES_MAJOR = '18';
const OWNER = 'lawgate_owner';
const DATABASE = 'lawgate';
const MIB = 1024 * 1024;
const START_ATTEMPTS = 6;
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;
const LOG_LIMIT_BYTES = 8 * MIB;

/**
 * Sized for an office machine with 2 cores and 4 GB that also runs a browser; durability settings keep their defaults.
 */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  // TCP only: a socket path may be too long for the system, and the account may not be able to write there.
  unix_socket_directories: '',
  max_connections: '120',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  // Statements are small; JIT compilation would cost more than their execution.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

const NOT_DURABLE: Record<string, string> = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the bundled PostgreSQL server on `dataDir` and waits until it accepts connections. A server that a killed
 * process left running is shut down first. A partial cluster never exists, because it is created in a temporary folder.
 *
 * @throws DatabaseStartError with code `database.version-mismatch`, `database.in-use`, `database.disk-full` or
 * `database.start-failed`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  try {
    return await start(options);
  } catch (error) {
    if (error instanceof DatabaseStartError) {
      throw error;
    }
    const { code = '', message } = error as NodeJS.ErrnoException;
    throw explainStartFailure(options.dataDir, `${code} ${message}`, error);
  }
}

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {});
  const durable = options.durable ?? true;
  mkdirSync(options.dataDir, { recursive: true, mode: 0o711 });
  const dataDir = realpathSync(options.dataDir);
  const clusterDir = path.join(dataDir, 'cluster');
  const logFile = path.join(dataDir, 'postgres.log');
  const fresh = !existsSync(clusterDir);
  const needed = options.requiredFreeBytes ?? (fresh ? 256 * MIB : 64 * MIB);
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < needed) {
    throw diskFull(dataDir);
  }

  const programs = await postgresPrograms();
  const account = serverAccount(clusterDir);
  const password = keptPassword(path.join(dataDir, 'password'));
  if (fresh) {
    log('正在创建数据库 (creating the database cluster)');
    await makeCluster({ programs, account, dataDir, clusterDir, owner: OWNER, password, durable });
  }
  const version = readFileSync(path.join(clusterDir, 'PG_VERSION'), 'utf8').trim();
  if (version !== EMBEDDED_POSTGRES_MAJOR) {
    throw new DatabaseStartError(
      'database.version-mismatch',
      `数据目录属于 PostgreSQL ${version}，本程序需要 ${EMBEDDED_POSTGRES_MAJOR}：${dataDir} (data folder belongs to another PostgreSQL version)`,
    );
  }
  if ((await clearOrphan(clusterDir)) === 'in-use') {
    throw inUse(dataDir);
  }

  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) {
    rmSync(logFile);
  }
  const portFile = path.join(dataDir, 'port');
  let port = options.port ?? (await freePort(readNumber(portFile)));
  for (let attempt = 1; ; attempt += 1) {
    const server = launch({ programs, account, clusterDir, logFile, port, durable });
    const refusal = await readyOrRefusal(server, clusterDir, logFile);
    if (refusal === undefined) {
      writeFileSync(portFile, String(port));
      const stop = stopper(server.process, log);
      const url = `postgres://${OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`;
      try {
        await ensureDatabase(url);
      } catch (error) {
        await stop();
        throw error;
      }
      return { url, port, stop, ended: server.exit.then(() => {}) };
    }
    // Another program took the port between the check and the start. A port that the caller asked for is not replaced.
    if (
      options.port === undefined &&
      attempt < START_ATTEMPTS &&
      /could not bind|could not create any TCP/.test(refusal)
    ) {
      port = await freePort();
      continue;
    }
    // The main process of the last server was killed; its children end shortly after and release the shared memory.
    if (attempt < START_ATTEMPTS && refusal.includes('pre-existing shared memory block')) {
      await delay(500);
      continue;
    }
    throw explainStartFailure(dataDir, refusal);
  }
}

interface Launched {
  process: ChildProcess;
  exit: Promise<number | string>;
  /** Offset in the log file at which the output of this start begins. */
  logFrom: number;
}

function launch(at: {
  programs: PostgresPrograms;
  account: Account | undefined;
  clusterDir: string;
  logFile: string;
  port: number;
  durable: boolean;
}): Launched {
  const settings = { ...SETTINGS, ...(at.durable ? {} : NOT_DURABLE), [OWNER_SETTING]: String(process.pid) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A file, not a pipe: the server must survive a killed parent, so that the next start can find and stop it.
  const output = openSync(at.logFile, 'a', 0o600);
  try {
    const logFrom = statSync(at.logFile).size;
    const child = spawnAs(at.account, at.programs.postgres, ['-D', at.clusterDir, '-p', String(at.port), ...flags], {
      cwd: at.clusterDir,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', output, output],
      // A separate process group: Ctrl-C in the terminal must not stop the database before the processes that use it.
      detached: true,
    });
    return { process: child, exit: ended(child), logFrom };
  } finally {
    closeSync(output);
  }
}

/** @returns undefined when the server accepts connections, or its log output when it ended. */
async function readyOrRefusal(server: Launched, clusterDir: string, logFile: string): Promise<string | undefined> {
  let gone: number | string | undefined;
  void server.exit.then((code) => (gone = code));
  for (let waited = 0; waited < START_TIMEOUT_MS && gone === undefined; waited += 20) {
    const postmaster = readPostmaster(clusterDir);
    if (postmaster?.pid === server.process.pid && postmaster?.ready) {
      return undefined;
    }
    await delay(20);
  }
  if (gone === undefined) {
    server.process.kill('SIGQUIT');
  }
  const said = readFileSync(logFile).subarray(server.logFrom).toString();
  return said.trim() || `postgres: ${gone ?? 'no answer within a minute'}`;
}

function stopper(child: ChildProcess, log: (line: string) => void): () => Promise<void> {
  // Fallback when this process exits without calling stop(): a signal can be sent synchronously, waiting is impossible.
  const leave = () => child.kill('SIGINT');
  process.on('exit', leave);
  const exit = ended(child);
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    child.kill('SIGINT');
    const impatience = setTimeout(() => {
      log('数据库没有及时停止，改为立即停止 (immediate shutdown)');
      child.kill('SIGQUIT');
    }, STOP_TIMEOUT_MS);
    await exit;
    clearTimeout(impatience);
    process.off('exit', leave);
  };
  return () => (stopping ??= stop());
}

async function ensureDatabase(url: string): Promise<void> {
  const { default: pg } = await import('pg');
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) {
      await client.query(`create database ${DATABASE}`);
    }
  } finally {
    await client.end();
  }
}

function readNumber(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

/** @returns the preferred port when nobody listens on it, otherwise any free one. */
export async function freePort(preferred = 0): Promise<number> {
  const probe = createServer();
  const port = await new Promise<number | undefined>((resolve) => {
    probe.once('error', () => resolve(undefined));
    probe.listen(preferred, '127.0.0.1', () => resolve((probe.address() as AddressInfo).port));
  });
  await new Promise((resolve) => probe.close(resolve));
  return port ?? freePort();
}
