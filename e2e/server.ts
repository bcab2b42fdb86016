/** Starts the built server as a separate process and stops it gracefully or by SIGKILL. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { freePort } from '@lawgate/database';
import { built, serverDatabase, spawnBuiltApp, spentOn, usedDataFolder, type FirstStart } from '@lawgate/testing';
import { leaveDatabase, sharedDatabaseFile } from './owner.ts';

const startTimeoutMs = 120_000;

export interface ServerOptions {
  /**
   * The PostgreSQL to use: the one of this test run, which provides a database (`shared`, the default and much the
   * faster start), or the server's own (`embedded`), as in a new installation.
   */
  readonly postgres?: 'shared' | 'embedded';
  readonly port?: number;
  readonly env?: Record<string, string>;
}

/** Resources of a process, which the next one on the same data reuses. */
interface Place {
  readonly dataDir: string;
  readonly port: number;
  /** The settings that name the database; empty where the server starts its own. */
  readonly databaseEnv: Readonly<Record<string, string>>;
  readonly dropDatabase: () => Promise<void>;
}

export class Server {
  private constructor(
    private readonly place: Place,
    private readonly child: ChildProcess,
    private readonly output: string[],
  ) {}

  /** @throws Error with the server's output when it does not become ready; then it has been ended */
  static start(options: ServerOptions = {}): Promise<Server> {
    return spentOn('server', () => Server.#start(options));
  }

  static async #start({ postgres = 'shared', port, env = {} }: ServerOptions): Promise<Server> {
    await built();
    const prepare = postgres === 'shared' ? sharedPlace : embeddedPlace;
    return Server.#startAt(await prepare(firstStartOf(env), port ?? (await freePort())), env);
  }

  static async #startAt(place: Place, env: Readonly<Record<string, string>>): Promise<Server> {
    const { dataDir, port, databaseEnv } = place;
    const child = spawnBuiltApp('server', { ...databaseEnv, PORT: String(port), LAWGATE_DATA: dataDir, ...env });
    const output: string[] = [];
    const server = new Server(place, child, output);
    await untilReady(child, output).catch(async (error: unknown) => {
      await server.kill();
      throw error;
    });
    return server;
  }

  get base(): string {
    return `http://127.0.0.1:${this.place.port}`;
  }

  get dataDir(): string {
    return this.place.dataDir;
  }

  get log(): string {
    return this.output.join('');
  }

  get exited(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Resolves when the process has ended by itself, as at a crash point. */
  async ended(): Promise<void> {
    if (!this.exited) await once(this.child, 'exit');
  }

  /** Stops it like Ctrl-C. @returns the exit code */
  async stop(): Promise<number | null> {
    if (!this.exited) {
      this.child.kill('SIGINT');
      await once(this.child, 'exit');
    }
    return this.child.exitCode;
  }

  /** Kills the process, like a power failure. */
  async kill(): Promise<void> {
    if (this.exited) return;
    await spentOn('kill', () => {
      this.child.kill('SIGKILL');
      return once(this.child, 'exit');
    });
  }

  /** The same data and port, a new process. */
  restart(env: Record<string, string> = {}): Promise<Server> {
    return spentOn('kill', () => Server.#startAt(this.place, env));
  }

  remove(): Promise<void> {
    return spentOn('server', async () => {
      await leaveDatabase(this.dataDir);
      await this.stop();
      await this.place.dropDatabase();
      await rm(this.dataDir, { recursive: true, force: true });
    });
  }
}

/** Resolves when the process reports that it is ready, which it does once it answers. */
function untilReady(child: ChildProcess, output: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (problem: string | null): void => {
      clearTimeout(timeout);
      if (problem === null) resolve();
      else reject(new Error(`the server ${problem}:\n${output.join('')}`));
    };
    // Generous timeout; not a benchmark.
    const timeout = setTimeout(() => settle('did not become ready'), startTimeoutMs);
    const onOutput = (chunk: Buffer): void => {
      output.push(chunk.toString());
      if (output.join('').includes('(ready)')) settle(null);
    };
    child.stdout?.on('data', onOutput);
    child.stderr?.on('data', onOutput);
    child.once('exit', (code, signal) => settle(`ended with ${code ?? signal}`));
  });
}

async function sharedPlace(first: FirstStart, port: number): Promise<Place> {
  const { url, dataDir, drop } = await serverDatabase(first);
  await writeFile(sharedDatabaseFile(dataDir), url);
  return { dataDir, port, databaseEnv: { DATABASE_URL: url }, dropDatabase: drop };
}

async function embeddedPlace(first: FirstStart, port: number): Promise<Place> {
  return { dataDir: await usedDataFolder(first), port, databaseEnv: {}, dropDatabase: async () => {} };
}

function firstStartOf(env: Readonly<Record<string, string>>): FirstStart {
  const clock = env['LAWGATE_CLOCK'] === 'simulated' ? 'simulated' : 'system';
  return { demonstration: env['LAWGATE_DEMONSTRATION'] !== 'off', clock };
}
