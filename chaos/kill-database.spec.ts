/** SIGKILL of the database during concurrent cases; the server ends with it and both are started again. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sizes, timeoutMs } from '@lawgate/sizes';
import { until } from '../e2e/owner.ts';
import { startTown, surroundings } from '../e2e/town.ts';
import {
  eventsIn,
  expectAsAcknowledged,
  expectLetters,
  expectReminders,
  expectSound,
  passAllTimers,
  untilDelivered,
  walksOf,
} from './crowd-checks.ts';
import { Crowd } from './crowd.ts';
import { emptyQueue } from './soundness.ts';

const { cases, clients } = sizes({ short: { cases: 8, clients: 16 }, full: { cases: 24, clients: 32 } });
/** Milliseconds of wall time for one of these tests on a busy machine; a hanging test still ends. */
const testTimeoutMs = timeoutMs(600_000);

/** A lost delivery is repeated after two seconds. */
const environment = { ...surroundings, LAWGATE_RESCUE_AFTER_MS: '2000' };
let crowd: Crowd;

beforeAll(async () => {
  // Only an embedded database may be killed, and ends the server.
  const { server, town } = await startTown(environment, 'embedded');
  crowd = new Crowd(server, town, environment);
}, 240_000);

afterAll(async () => {
  if (crowd === undefined) return;
  // A database whose server was killed keeps running; the next server stops it.
  const server = crowd.server.exited ? await crowd.server.restart(environment) : crowd.server;
  await server.remove();
}, 120_000);

const walks = walksOf(cases, 'database');

describe('a database that is killed', () => {
  it(
    'ends the server with one clear line, and after a restart nothing acknowledged is lost',
    async () => {
      const file = path.join(crowd.server.dataDir, 'postgres', 'cluster', 'postmaster.pid');
      const database = Number((await readFile(file, 'utf8')).split('\n')[0]);
      const walking = crowd.walkAll(walks, clients);
      await Promise.race([crowd.acknowledged(Math.floor(eventsIn(walks) / 3)), walking]);
      await crowd.replace(async (server) => {
        // At the moment of the acknowledgement: what is not on disk by then is lost.
        process.kill(database, 'SIGKILL');
        await until('the server to end', () => (server.exited ? true : null));
        expect(server.log).toMatch(/^Lawgate 出错 \(error\) \[database\.gone\]: /m);
        expect(await server.stop()).toBe(1);
      });
      await walking;
      await expectAsAcknowledged(crowd, walks);
      // Jobs of the dead server stay until their lock expires; here the whole queue is emptied as well.
      await emptyQueue(crowd.server.dataDir);
      await untilDelivered(crowd);
      await expectSound(crowd);
    },
    testTimeoutMs,
  );

  it('has left opinion letters 1 to n, each for its case', () => expectLetters(crowd, walks));

  it(
    'has left reminders that are all sent, each once',
    async () => {
      await passAllTimers(crowd);
      await expectReminders(crowd, walks);
      await expectSound(crowd);
    },
    testTimeoutMs,
  );
});
