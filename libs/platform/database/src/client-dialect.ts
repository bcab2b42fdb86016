/** Kysely over one connection that is open already, whose holder begins and commits; or over a pool, for single statements. */
import {
  CamelCasePlugin,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import pg from 'pg';

/**
 * How values come out of a typed query: a civil date as `2026-03-02`, an instant as a Date, a bigint as a number (sizes
 * and counts stay far below 2^53), json as its value.
 */
const typedValues = new pg.TypeOverrides();
typedValues.setTypeParser(pg.types.builtins.DATE, (text) => text);
typedValues.setTypeParser(pg.types.builtins.INT8, Number);

class ClientConnection implements DatabaseConnection {
  constructor(readonly client: pg.ClientBase) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, rowCount, command } = await this.client.query({
      text: sql,
      values: [...parameters],
      types: typedValues,
    });
    const changes = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE';
    return { rows: rows as R[], ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
  }

  streamQuery(): never {
    throw new Error('a typed query is not streamed: read page by page, or use a cursor on the connection');
  }
}

/**
 * Table names stay; `orgPath` is written `org_path`, and back. What is inside of json stays as it is: an object is built by
 * `jsonBuildObject`, whose keys are texts, and not from columns (`jsonObjectFrom`), whose names would stay `org_path`.
 */
const camelCase = new CamelCasePlugin({ maintainNestedObjectKeys: true });

interface Builders {
  /** Names as they are: what MikroORM writes its own statements by. */
  readonly plain: Kysely<unknown>;
  /** Columns in camel case. */
  readonly typed: Kysely<unknown>;
}

/** A pool and its connections are used again, and their builders with them. */
const known = new WeakMap<pg.ClientBase | pg.Pool, Builders>();

export function buildersOf(connection: pg.ClientBase | pg.Pool): Builders {
  let builders = known.get(connection);
  if (builders === undefined) {
    const driver = connection instanceof pg.Pool ? poolDriver(connection) : driverOf(connection);
    const plain = new Kysely<unknown>({ dialect: dialectOf(driver) });
    builders = { plain, typed: plain.withPlugin(camelCase) };
    known.set(connection, builders);
  }
  return builders;
}

/**
 * Typed queries with columns in camel case, for stores that hold a connection themselves. On a pool each query is a
 * transaction of its own; on a client it is a part of the transaction that is open there. Row-level security decides by
 * the viewer of that transaction: without one the application role sees no row of any town.
 */
export function typedQueries<T>(connection: pg.ClientBase | pg.Pool): Kysely<T> {
  return buildersOf(connection).typed as Kysely<T>;
}

/** Refuses every query: each transaction brings a connection of its own. */
export function clientDialect(): Dialect {
  return dialectOf(driverOf(undefined));
}

function dialectOf(driver: Driver): Dialect {
  return {
    createDriver: () => driver,
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  };
}

/** As with `inStatement`, a connection on which a statement was refused is kept; one that broke the pool drops itself. */
function poolDriver(pool: pg.Pool): Driver {
  return {
    ...driverOf(undefined),
    acquireConnection: async () => new ClientConnection(await pool.connect()),
    releaseConnection: async (connection) => ((connection as ClientConnection).client as pg.PoolClient).release(),
  };
}

function driverOf(client: pg.ClientBase | undefined): Driver {
  const connection = client === undefined ? null : new ClientConnection(client);
  const byHolder = async (): Promise<never> => {
    throw new Error('the transaction belongs to Database.as or Database.asWorker, which begin and end it');
  };
  return {
    init: async () => {},
    acquireConnection: async () => {
      if (connection !== null) return connection;
      throw new Error('no query without a viewer: use the transaction that Database.as or Database.asWorker gives');
    },
    beginTransaction: byHolder,
    commitTransaction: byHolder,
    rollbackTransaction: byHolder,
    releaseConnection: async () => {},
    destroy: async () => {},
  };
}
