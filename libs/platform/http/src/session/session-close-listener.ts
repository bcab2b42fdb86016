import { APP_POOL } from '@lawgate/database';
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { Sessions } from './sessions.ts';

/** Delay before listening is tried again after the connection broke, in milliseconds. */
const retryMs = 1_000;

/**
 * Listens for sessions that another process closed. Uses one connection of the pool permanently.
 *
 * It is an optimisation: while it is disconnected, a closed session remains valid in this process for the few seconds
 * for which `Sessions` caches an answer.
 */
@Injectable()
export class SessionCloseListener implements OnModuleInit, OnModuleDestroy {
  #client: pg.PoolClient | null = null;
  #retry: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly sessions: Sessions,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.#listen();
  }

  onModuleDestroy(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
    // Discarded rather than returned to the pool, where it would go on listening.
    this.#client?.release(true);
    this.#client = null;
  }

  async #listen(): Promise<void> {
    try {
      const client = await this.pool.connect();
      client.on('error', () => this.#lost(client));
      client.on('end', () => this.#lost(client));
      client.on('notification', ({ payload }) => {
        if (payload !== undefined) this.sessions.drop(payload);
      });
      this.#client = client;
      await client.query('listen session_closed');
      if (this.#stopped) this.onModuleDestroy();
    } catch {
      this.#lost(this.#client);
    }
  }

  #lost(client: pg.PoolClient | null): void {
    if (client !== this.#client || this.#stopped) return;
    this.#client = null;
    client?.release(true);
    this.sessions.dropAll();
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.#listen(), retryMs);
    this.#retry.unref();
  }
}
