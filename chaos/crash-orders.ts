/** Makes a running server exit at a named crash point: by a file that contains its name. */
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

  /** Environment of a server that can be ordered to exit. */
  get environment(): Record<string, string> {
    return { LAWGATE_CRASH_AT: `@${this.#file}` };
  }

  /** Runs `what`, during which the server dies at the point; resolves when it is dead and the order is withdrawn. */
  async dieDuring(server: Server, point: CrashPoint, what: () => Promise<unknown>): Promise<void> {
    await writeFile(this.#file, point);
    // The answer may or may not have been sent before the end.
    await what().catch((error: unknown) => {
      if (!isConnectionLost(error)) throw error;
    });
    await until(`the process to die at ${point}`, () => (server.exited ? true : null));
    await this.withdraw();
  }

  /** Withdraws the order, so that servers keep running. */
  async withdraw(): Promise<void> {
    await rm(this.#file, { force: true });
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}
