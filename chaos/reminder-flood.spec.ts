/** A small flood of reminders that become due at once, and a queue that is emptied while they are delivered. */
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Definition } from '@lawgate/engine';
import { redisUrl, testDatabase, type TestDatabase } from '@lawgate/testing';
import { sizes, timeoutMs } from '@lawgate/sizes';
import { loadDefinitions } from '@lawgate/workflows';
import { flood } from '../bench/flood.ts';

const redis = await redisUrl();
const reminders = sizes({ short: 160, full: 700 });
const allOnce = { recorded: reminders, shown: reminders, missing: 0, doubled: 0 };

if (redis === null) {
  it('runs on Redis too', () => {
    process.stderr.write('\n*** SKIPPED: the flood of reminders on Redis (no redis-server on the PATH) ***\n');
    expect(process.env.CI).not.toBe('true');
  });
}

describe.each(['postgres', ...(redis === null ? [] : ['redis'])])('reminders of one minute by %s', (backend) => {
  let definition: Definition;
  let db: TestDatabase;
  beforeAll(async () => {
    definition = (await loadDefinitions()).find((each) => each.events['contract.sign'] !== undefined) as Definition;
  });
  afterEach(() => db.drop());

  it.each([
    ['are shown once each', null],
    ['are shown once each though the queue is emptied half-way', reminders / 2],
  ])(
    '%s',
    async (_, emptyAfter) => {
      db = await testDatabase();
      const found = await flood({
        databaseUrl: db.url,
        queueUrl: backend === 'redis' ? (redis ?? '') : db.url,
        definition,
        reminders,
        emptyAfter,
        rescueAfterMs: 1_000,
        // One job at a time, so that the queue is not empty when it is emptied.
        concurrency: 1,
        // A job that was removed while its worker ran it is reported as an error, which is expected.
        onError: () => {},
      });
      expect(found).toMatchObject(allOnce);
      expect(found.emptied > 0).toBe(emptyAfter !== null);
    },
    timeoutMs(120_000),
  );
});
