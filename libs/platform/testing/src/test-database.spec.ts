import { afterAll, describe, expect, it } from '@jest/globals';
import { Queue, createPostgresBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { redisUrl, testDatabase } from './test-database.ts';

const first = await testDatabase();
const second = await testDatabase();

afterAll(async () => {
  await first.drop();
  await second.drop();
});

describe('the servers for spec files', () => {
  it('gives each caller a migrated database that the others do not see', async () => {
    await first.ownerPool.query('create table mine (n int)');
    const { rows } = await second.ownerPool.query(
      `select to_regclass('mine') as mine, count(*)::int as ran from schema_migration`,
    );
    expect(rows[0]).toMatchObject({ mine: null });
    expect(rows[0].ran).toBeGreaterThan(0);
  });

  it('gives pools with their own roles', async () => {
    const roles = await Promise.all(
      [first.appPool, first.workerPool].map(
        async (pool) => (await pool.query('select current_user as role')).rows[0].role,
      ),
    );
    expect(roles).toEqual(['lawgate_app', 'lawgate_worker']);
  });

  it('lets both roles add to the same queue, whichever comes first', async () => {
    for (const role of ['lawgate_app', 'lawgate_worker']) {
      const connection = { connectionString: first.url, options: `-c role=${role}` };
      const queue = new Queue('roles', { connection }, createPostgresBackend);
      queue.on('error', () => {});
      try {
        const job = await queue.add('greet', { to: '所长' });
        expect(await queue.getJobState(job.id ?? '')).toBe('waiting');
      } finally {
        await queue.close();
      }
    }
    const { rows } = await first.ownerPool.query('select count(*)::int as jobs from bullmq.job');
    expect(rows).toEqual([{ jobs: 2 }]);
  });

  it('gives each caller an empty Redis database, where there is Redis', async () => {
    const urls = [await redisUrl(), await redisUrl()];
    if (urls[0] === null || urls[1] === null) {
      expect(process.env.CI).not.toBe('true');
      return;
    }
    const [a, b] = urls.map((url) => new Redis(url as string, { maxRetriesPerRequest: 1 }));
    try {
      await a?.set('key', '1');
      expect(await b?.dbsize()).toBe(0);
    } finally {
      a?.disconnect();
      b?.disconnect();
    }
  });
});
