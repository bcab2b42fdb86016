import { randomBytes } from 'node:crypto';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ask } from './broker.ts';
import type { FirstStart } from './data-folder.ts';
import { onServer } from './test-database.ts';

/** The result of a first start, for a server that does not start PostgreSQL itself. */
export interface ServerDatabase {
  /** The owner's connection. */
  readonly url: string;
  /** A separate data folder, without a PostgreSQL in it. */
  readonly dataDir: string;
  /** Cuts every connection and removes the database; not the folder. */
  drop(): Promise<void>;
}

/**
 * A copy of the database and of the data folder that the first start of the built server left in the PostgreSQL of this
 * run. A start on them costs neither a PostgreSQL nor the copy of its files.
 *
 * @throws Error with the server's output when that first start failed
 */
export async function serverDatabase({ demonstration, clock }: FirstStart): Promise<ServerDatabase> {
  const query = `demonstration=${demonstration ? 'on' : 'off'}&clock=${clock}`;
  const first = await ask<{ url: string; template: string; folder: string }>(`/server-database?${query}`);
  const name = `s_${randomBytes(6).toString('hex')}`;
  await onServer(first.url, `create database ${name} template ${first.template} strategy file_copy`);
  const dataDir = await mkdtemp(path.join(tmpdir(), 'lawgate-e2e-'));
  await cp(first.folder, dataDir, { recursive: true, mode: 0 });
  const url = new URL(first.url);
  url.pathname = `/${name}`;
  return { url: url.href, dataDir, drop: () => onServer(first.url, `drop database ${name} with (force)`) };
}
