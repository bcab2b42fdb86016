/** Database access for features: transactions with a viewer, with typed queries and the unit of work in them. */
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import type { InferKyselyDB } from '@mikro-orm/sql';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { buildersOf, clientDialect, typedQueries } from './client-dialect.ts';
import { knownEntities } from './define-entity.ts';
import type { sharedEntities } from './tables/index.ts';
import { asViewer, beginSnapshot, inTransaction, type Viewer } from './viewer-transaction.ts';

export type DatabaseRole = 'lawgate_app' | 'lawgate_worker';

/** Tables and columns as typed queries name them: tables as in SQL, columns in camel case. */
export type TablesOf<Entities extends readonly { readonly name: string }[]> = InferKyselyDB<
  Entities[number],
  { columnNamingStrategy: 'property' }
>;

/** The tables that several packages read. A package adds its own: an interface that extends
 * this and `TablesOf<typeof ownEntities>`, because the compiler keeps what it knows of a named type. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Tables extends TablesOf<typeof sharedEntities> {}

/** One open transaction. */
export class Transaction<T = Tables> {
  #em: EntityManager | undefined;

  constructor(
    /** The connection itself, for SQL files, functions of the database and code that needs a client. */
    readonly client: pg.PoolClient,
  ) {}

  /** The unit of work. Changed entities are written before the commit, or by `flush`. */
  get em(): EntityManager {
    if (this.#em === undefined) {
      this.#em = entityManager().fork({ clear: true });
      this.#em.setTransactionContext(buildersOf(this.client).plain);
    }
    return this.#em;
  }

  /**
   * Typed queries, like `em.getKysely()` with columns in camel case, but without MikroORM's discovery of all entities,
   * which takes a process 0.1 s.
   */
  get db(): Kysely<T> {
    return buildersOf(this.client).typed as Kysely<T>;
  }

  /** Writes changed entities. @throws DriverException with the `code` of PostgreSQL */
  async flush(): Promise<void> {
    await this.#em?.flush();
  }
}

/**
 * What features use: each transaction either has a viewer, by whom row-level security decides, or is the worker's, which
 * sees every town. Stores that hold a connection of their own use `typedQueries`.
 */
export class Database<T = Tables> {
  constructor(
    readonly pool: pg.Pool,
    private readonly role: DatabaseRole,
  ) {}

  /**
   * Runs `work` in one transaction scoped to `viewer` by row-level security, and writes changed entities before the
   * commit.
   */
  as<R>(viewer: Viewer, work: (tx: Transaction<T>) => Promise<R>): Promise<R> {
    return asViewer(this.pool, viewer, (client) => this.#run(client, work));
  }

  /**
   * The same without a viewer, with the worker's role.
   *
   * @throws Error where the pool has another role
   */
  async asWorker<R>(work: (tx: Transaction<T>) => Promise<R>): Promise<R> {
    this.#requireWorker();
    return inTransaction(this.pool, (client) => this.#run(client, work));
  }

  /** The same, but every statement reads the same moment, and none may write. */
  async asWorkerSnapshot<R>(work: (tx: Transaction<T>) => Promise<R>): Promise<R> {
    this.#requireWorker();
    return inTransaction(this.pool, (client) => this.#run(client, work), beginSnapshot);
  }

  /**
   * Typed queries by the worker's role, each a transaction of its own.
   *
   * @throws Error where the pool is another role's
   */
  get workerQueries(): Kysely<T> {
    this.#requireWorker();
    return typedQueries<T>(this.pool);
  }

  #requireWorker(): void {
    if (this.role !== 'lawgate_worker') throw new Error('only the worker has no viewer: use Database.as');
  }

  async #run<R>(client: pg.PoolClient, work: (tx: Transaction<T>) => Promise<R>): Promise<R> {
    const tx = new Transaction<T>(client);
    const result = await work(tx);
    await tx.flush();
    return result;
  }
}

let opened: { readonly em: EntityManager; readonly entities: number } | undefined;

/**
 * Knows every entity and has no connection of its own: a query outside a transaction throws. Created at the first use,
 * which takes 0.1 s, and shared by all pools of the process.
 */
function entityManager(): EntityManager {
  if (opened?.entities !== knownEntities.size) {
    const orm = new MikroORM({
      entities: [...knownEntities],
      dbName: 'lawgate',
      driverOptions: clientDialect() as never,
      forceUtcTimezone: true,
      ensureDatabase: false,
    });
    opened = { em: orm.em, entities: knownEntities.size };
  }
  return opened.em;
}
