/** A simulated year of the demonstration town: its log of reminders and notices is exactly the expected one. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool } from '@lawgate/database';
import type pg from 'pg';
import { ownerUrl } from '../owner.ts';
import { Server } from '../server.ts';
import { surroundings } from '../town.ts';
import { readLog } from './log.ts';
import { createTown } from './people.ts';
import { playYear } from './player.ts';

const golden = path.resolve(import.meta.dirname, 'golden/2024.log');

let server: Server;
let pool: pg.Pool;

beforeAll(async () => {
  server = await Server.start({ env: surroundings });
  pool = createPool(await ownerUrl(server.dataDir), { max: 2, applicationName: 'owner-of-the-year' });
  await createTown(pool);
}, 120_000);

afterAll(async () => {
  await pool?.end();
  await server?.remove();
}, 60_000);

it('has exactly the expected log', async () => {
  const started = performance.now();
  await playYear({ base: server.base, pool });
  console.log(`${Math.round(performance.now() - started)} ms`);
  const log = await readLog(pool);
  if (process.env.LAWGATE_UPDATE_GOLDEN === 'year') await writeFile(golden, log);
  expect(log.split('\n')).toEqual((await readFile(golden, 'utf8')).split('\n'));
}, 600_000);
