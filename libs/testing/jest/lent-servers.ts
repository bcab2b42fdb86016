/** Running servers for spec files that need none of their own: each serves one spec file after the other. */
import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startBuiltServer } from './built-server.ts';
import type { BuiltServer } from './built-server.ts';

export class LentServers {
  readonly #started: Promise<BuiltServer>[] = [];
  readonly #idle: BuiltServer[] = [];
  readonly #inUse = new Map<string, BuiltServer>();

  /**
   * @param usedFolder what a first start has left; it is copied
   * @param parent where the copies are made
   * @returns the address of a server that nobody else uses until it is returned
   */
  async lend(usedFolder: string, parent: string): Promise<string> {
    const server = this.#idle.pop() ?? (await this.#start(usedFolder, parent));
    this.#inUse.set(server.base, server);
    return server.base;
  }

  takeBack(base: string): void {
    const server = this.#inUse.get(base);
    if (server === undefined) throw new Error(`no server at ${base} is lent`);
    this.#inUse.delete(base);
    this.#idle.push(server);
  }

  async stop(): Promise<void> {
    const started = await Promise.allSettled(this.#started);
    await Promise.all(started.map((each) => (each.status === 'fulfilled' ? each.value.stop() : undefined)));
  }

  #start(usedFolder: string, parent: string): Promise<BuiltServer> {
    const folder = path.join(parent, `lent-${this.#started.length}`);
    const started = copyFolder(usedFolder, folder).then(() => startBuiltServer(folder, {}));
    this.#started.push(started);
    return started;
  }
}

/** With owner and modes, also of the folder itself: the database's account may be another than ours. */
async function copyFolder(from: string, to: string): Promise<void> {
  mkdirSync(to);
  await promisify(execFile)('cp', ['-a', `${from}/.`, to]);
}
