/** Receives the news of workers in any process, by PostgreSQL's LISTEN. */
import { APP_POOL } from '@lawgate/database';
import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { liveChannel, parseLiveMessage } from './live-channel.ts';
import { LiveUpdates } from './live-updates.ts';

/** Delay before connecting is tried again; milliseconds. */
const retryMs = 1_000;

@Injectable()
export class LiveListener implements OnModuleInit, OnModuleDestroy {
  readonly #log = new Logger(LiveListener.name);
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly live: LiveUpdates,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.#listen();
  }

  async onModuleDestroy(): Promise<void> {
    this.#stopped = true;
    if (this.#retry !== null) clearTimeout(this.#retry);
    await this.#client?.end().catch(() => {});
  }

  /** A separate connection with the pool's role: a connection that listens must not be shared. */
  async #listen(): Promise<void> {
    const client = new pg.Client(this.pool.options);
    this.#client = client;
    client.on('notification', ({ payload }) => {
      const message = parseLiveMessage(payload ?? '');
      if (message !== null) this.live.publishMessage(message);
    });
    client.on('error', (error) => this.#log.warn(`实时更新的数据库连接断开 (live updates lost): ${error.message}`));
    client.once('end', () => this.#again());
    try {
      await client.connect();
      await client.query(`listen ${liveChannel}`);
    } catch (error) {
      // Live updates are optional: without them the pages poll, so the process starts all the same.
      this.#log.warn(`实时更新暂不可用 (cannot listen): ${(error as Error).message}`);
      await client.end().catch(() => {});
      this.#again();
    }
  }

  #again(): void {
    if (this.#stopped || this.#retry !== null) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.#listen().then(() => this.live.publishMissed());
    }, retryMs);
    this.#retry.unref();
  }
}
