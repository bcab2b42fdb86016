/** One process at a time runs the maintenance loops; the others wait for its lock. */
import { advisoryLocks, typedQueries } from '@lawgate/database';
import { sql } from 'kysely';
import type pg from 'pg';

export class Leader {
  #client: pg.PoolClient | null = null;
  #asking: Promise<boolean> | null = null;

  constructor(private readonly pool: pg.Pool) {}

  /** Whether this process held the lock at the last check. */
  get leads(): boolean {
    return this.#client !== null;
  }

  /** True while this process holds the lock. The lock belongs to the connection: a process that dies releases it. */
  async isLeader(): Promise<boolean> {
    if (this.#client !== null) return true;
    // Several loops check at once when they start. If each had its own connection, all but one would be refused because
    // of the lock of their own process, and would wait for their next turn: up to an hour.
    this.#asking ??= this.#ask().finally(() => (this.#asking = null));
    return this.#asking;
  }

  async #ask(): Promise<boolean> {
    const client = await this.pool.connect();
    try {
      const lock = sql<{ got: boolean }>`select pg_try_advisory_lock(${advisoryLocks.leader}) as got`;
      const answer = await lock.execute(typedQueries(client));
      if (answer.rows[0]?.got !== true) {
        client.release();
        return false;
      }
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
    client.on('error', this.#onBroken);
    this.#client = client;
    return true;
  }

  readonly #onBroken = (error: Error): void => {
    const client = this.#client;
    this.#client = null;
    // A broken connection that is not released would keep its place in the pool, and the pool could never end.
    client?.release(error);
  };

  async resign(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    if (client === null) return;
    client.off('error', this.#onBroken);
    const unlock = sql`select pg_advisory_unlock(${advisoryLocks.leader})`;
    await unlock.execute(typedQueries(client)).catch(() => {});
    client.release();
  }
}
