/** Running servers for spec files that can share one: each serves one spec file after the other. */
import { cp } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { startBuiltServer } from './built-server.ts';
import type { BuiltServer } from './built-server.ts';

/** The result of a first start of the built server: a template database on the shared PostgreSQL, and a data folder. */
export interface ServerTemplate {
  /** The owner's connection to the PostgreSQL that contains the template. */
  readonly url: string;
  readonly template: string;
  readonly folder: string;
}

export class SharedServers {
  readonly #started: Promise<BuiltServer>[] = [];
  readonly #idle: BuiltServer[] = [];
  readonly #inUse = new Map<string, BuiltServer>();

  /**
   * @param first the result of a first start; it is copied
   * @param parent folder of the copies
   * @returns the address of a server for exclusive use until it is returned
   */
  async take(first: ServerTemplate, parent: string): Promise<string> {
    const server = this.#idle.pop() ?? (await this.#start(first, parent));
    this.#inUse.set(server.base, server);
    return server.base;
  }

  takeBack(base: string): void {
    const server = this.#inUse.get(base);
    if (server === undefined) throw new Error(`no server at ${base} is in use`);
    this.#inUse.delete(base);
    this.#idle.push(server);
  }

  async stop(): Promise<void> {
    const started = await Promise.allSettled(this.#started);
    await Promise.all(started.map((each) => (each.status === 'fulfilled' ? each.value.stop() : undefined)));
  }

  #start(first: ServerTemplate, parent: string): Promise<BuiltServer> {
    const name = `lent_${this.#started.length}`;
    const started = copyOf(first, name, path.join(parent, name));
    this.#started.push(started);
    return started;
  }
}

async function copyOf({ url, template, folder }: ServerTemplate, name: string, own: string): Promise<BuiltServer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  } finally {
    await client.end();
  }
  await cp(folder, own, { recursive: true });
  const database = new URL(url);
  database.pathname = `/${name}`;
  return startBuiltServer(own, { DATABASE_URL: database.href });
}
