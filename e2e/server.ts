/** Starts the built server as its own process, as a newcomer gets it, and ends it the polite or the hard way. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '@lawgate/database';
import { built, usedDataFolder, type FirstStart } from '@lawgate/testing';

const main = path.resolve(import.meta.dirname, '../apps/server/dist/main.js');

export interface ServerOptions {
  /** By default one that a first start has left, of its own. */
  readonly dataDir?: string;
  readonly port?: number;
  readonly env?: Record<string, string>;
}

export class Server {
  private constructor(
    readonly base: string,
    readonly dataDir: string,
    readonly port: number,
    private readonly child: ChildProcess,
    private readonly output: string[],
  ) {}

  /** @throws Error with the server's output when it does not become ready; then it has been ended */
  static async start(options: ServerOptions = {}): Promise<Server> {
    await built();
    const dataDir = options.dataDir ?? (await usedDataFolder(firstStartOf(options.env ?? {})));
    const port = options.port ?? (await freePort());
    const child = spawn(process.execPath, [main], {
      env: { ...withoutJest(process.env), PORT: String(port), LAWGATE_DATA: dataDir, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    const server = new Server(`http://127.0.0.1:${port}`, dataDir, port, child, output);
    await server.#untilReady().catch(async (error: unknown) => {
      await server.kill();
      throw error;
    });
    return server;
  }

  get log(): string {
    return this.output.join('');
  }

  get exited(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Resolves when the process has ended by itself, as it does at a crash point. */
  async ended(): Promise<void> {
    if (!this.exited) await once(this.child, 'exit');
  }

  /** As Ctrl-C does. @returns the exit code */
  async stop(): Promise<number | null> {
    if (!this.exited) {
      this.child.kill('SIGINT');
      await once(this.child, 'exit');
    }
    return this.child.exitCode;
  }

  /** As a power cut does to this process. */
  async kill(): Promise<void> {
    if (this.exited) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }

  /** The same data and port, a new process. */
  restart(env: Record<string, string> = {}): Promise<Server> {
    return Server.start({ dataDir: this.dataDir, port: this.port, env });
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  async #untilReady(): Promise<void> {
    // Patience, no measure: a busy machine takes its time.
    const deadline = Date.now() + 120_000;
    while (Date.now() < deadline) {
      if (this.exited) throw new Error(`the server ended with ${this.child.exitCode}:\n${this.log}`);
      const ready = await fetch(`${this.base}/api/health/ready`).then(
        (response) => response.ok,
        () => false,
      );
      if (ready) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the server did not become ready:\n${this.log}`);
  }
}

function firstStartOf(env: Readonly<Record<string, string>>): FirstStart {
  const clock = env['LAWGATE_CLOCK'] === 'simulated' ? 'simulated' : 'system';
  return { demonstration: env['LAWGATE_DEMONSTRATION'] !== 'off', clock };
}

/** The server is started as people start it, not as a part of a test run. */
function withoutJest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, JEST_WORKER_ID: _worker, NODE_ENV: _env, ...rest } = env;
  return rest;
}
