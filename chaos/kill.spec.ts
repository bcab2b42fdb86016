/** SIGKILL during many concurrent cases, repeatedly; then while reminders are sent. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CrashPoint } from '@lawgate/process';
import { sizes, timeoutMs } from '@lawgate/sizes';
import { asOwner } from '../e2e/owner.ts';
import { setClock, startTown, surroundings } from '../e2e/town.ts';
import { CrashOrders } from './crash-orders.ts';
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
import { emptyQueue, letTimePass } from './soundness.ts';

const { cases, clients, kills } = sizes({
  short: { cases: 32, clients: 16, kills: 2 },
  full: { cases: 200, clients: 32, kills: 10 },
});
/** Milliseconds of wall time for one of these tests on a busy machine; a hanging test still ends. */
const testTimeoutMs = timeoutMs(600_000);

let orders: CrashOrders;
let crowd: Crowd;

beforeAll(async () => {
  orders = await CrashOrders.open();
  const environment = { ...surroundings, ...orders.environment };
  const { server, town } = await startTown(environment, 'shared');
  crowd = new Crowd(server, town, environment);
}, 240_000);

afterAll(async () => {
  await crowd?.server.remove();
  await orders?.close();
}, 120_000);

const walks = walksOf(cases, 'kill');

describe('a server that is killed', () => {
  it(
    `${kills} times amid ${cases} concurrent cases loses and doubles nothing`,
    async () => {
      const every = Math.floor(eventsIn(walks) / (kills + 1));
      const walking = crowd.walkAll(walks, clients);
      for (let kill = 0; kill < kills; kill += 1) {
        await Promise.race([crowd.acknowledged(every), walking]);
        await crowd.replace(async (server) => {
          await server.kill();
          await asOwner(server.dataDir, letTimePass);
        });
      }
      await walking;
      expect(crowd.kills).toBe(kills);
      expect(crowd.faults).toEqual([]);
      await expectAsAcknowledged(crowd, walks);
      await untilDelivered(crowd);
      await expectSound(crowd);
    },
    testTimeoutMs,
  );
});

describe('what is left', () => {
  it('has opinion letters 1 to n, each for its case', () => expectLetters(crowd, walks));

  it(
    'survives two more kills while reminders are sent: every one of them is shown, once',
    async () => {
      // On two of the days the delivery of a reminder is killed: taken and not written, written and not acknowledged.
      const deaths: CrashPoint[] = ['delivery.before-write', 'delivery.after-write'];
      await passAllTimers(crowd, async (moment) => {
        const point = deaths.shift();
        if (point !== undefined) await dieDelivering(point, moment);
      });
      expect(deaths).toEqual([]);
      await expectReminders(crowd, walks);
      await expectSound(crowd);
    },
    testTimeoutMs,
  );
});

/** The server dies at a named point of its work when the clock is moved to `moment`, and is started again. */
async function dieDelivering(point: CrashPoint, moment: string): Promise<void> {
  const doomed = crowd.server;
  await emptyQueue(doomed.dataDir);
  await orders.dieDuring(doomed, point, () => setClock(doomed.base, moment));
  await crowd.replace((server) => asOwner(server.dataDir, letTimePass));
}
