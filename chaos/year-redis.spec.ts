import { expect, it } from '@jest/globals';
import { redisUrl } from '@lawgate/testing';
import { disturbYear, quietTimeoutMs } from './disturbed-year.ts';

it(
  'the simulated year is the same to the letter, whatever happens to worker and queue in Redis',
  async () => {
    const redis = await redisUrl();
    if (redis !== null) return disturbYear(redis);
    process.stderr.write('\n*** SKIPPED: the disturbed year on Redis (no redis-server on the PATH) ***\n');
    expect(process.env.CI).not.toBe('true');
  },
  quietTimeoutMs,
);
