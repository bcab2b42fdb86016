/** Metrics of the process for Prometheus: requests, connections, commits, and the Node metrics of prom-client. */
import { commitTimes, type CommitTime } from '@lawgate/cases';
import type { AnsweredRequest } from '@lawgate/http';
import type pg from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Upper bounds in seconds. */
const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const connectionStates = {
  total: ({ totalCount }: pg.Pool) => totalCount,
  idle: ({ idleCount }: pg.Pool) => idleCount,
  waiting: ({ waitingCount }: pg.Pool) => waitingCount,
} as const;

export class ProcessMetrics {
  readonly #registry = new Registry();
  readonly #requests = new Histogram({
    name: 'lawgate_http_request_duration_seconds',
    help: 'From the arrival of a request to the end of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers: [this.#registry],
  });
  readonly #commits = new Histogram({
    name: 'lawgate_commit_duration_seconds',
    help: 'Of the transaction that writes one event of a case',
    buckets,
    registers: [this.#registry],
  });
  readonly #onCommit = (time: unknown): void => this.#commits.observe((time as CommitTime).seconds);

  /** @param pools connection pools by label */
  constructor(pools: Readonly<Record<string, pg.Pool>>) {
    new Gauge({
      name: 'lawgate_database_pool_connections',
      help: 'Connections of a pool, those of them that are idle, and requests that wait for one',
      labelNames: ['pool', 'state'],
      registers: [this.#registry],
      collect() {
        for (const [name, pool] of Object.entries(pools)) {
          for (const [state, count] of Object.entries(connectionStates)) {
            this.set({ pool: name, state }, count(pool));
          }
        }
      },
    });
    collectDefaultMetrics({ register: this.#registry });
    commitTimes.subscribe(this.#onCommit);
  }

  /** The label is the declared route, so that the number of series is bounded. */
  answered({ method, route, status, durationMs }: AnsweredRequest): void {
    this.#requests.observe({ method, route: route ?? 'none', status }, durationMs / 1000);
  }

  /** The metrics in the text format of Prometheus. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }

  close(): void {
    commitTimes.unsubscribe(this.#onCommit);
  }
}
