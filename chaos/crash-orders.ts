/** Makes a running server exit at a named point: a file that names it for as long as it is there. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CrashPoint } from '@lawgate/process';
import { until } from '../e2e/owner.ts';
import type { Server } from '../e2e/server.ts';
import { isConnectionLost } from '../e2e/town.ts';

export class CrashOrders {
  private constructor(private readonly folder: string) {}

  static async open(): Promise<CrashOrders> {
    return new CrashOrders(await mkdtemp(path.join(tmpdir(), 'lawgate-crash-')));
  }

  get #file(): string {
    return path.join(this.folder, 'point');
  }

  /** What a server that shall obey is started with. */
  get environment(): Record<string, string> {
    return { LAWGATE_CRASH_AT: `@${this.#file}` };
  }

  /** Does `what`, during which the server dies at the point; resolves when it is dead and the next one would live. */
  async dieDuring(server: Server, point: CrashPoint, what: () => Promise<unknown>): Promise<void> {
    await writeFile(this.#file, point);
    // The answer may have come out before the end, or not: either is right.
    await what().catch((error: unknown) => {
      if (!isConnectionLost(error)) throw error;
    });
    await until(`the process to die at ${point}`, () => (server.exited ? true : null));
    await this.withdraw();
  }

  /** Lets the server live, and the next one. */
  async withdraw(): Promise<void> {
    await rm(this.#file, { force: true });
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}
