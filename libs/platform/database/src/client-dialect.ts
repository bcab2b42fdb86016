/** Kysely over one connection that is open already; begin and commit are the business of its holder. */
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
  constructor(private readonly client: pg.ClientBase) {}

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

/** A connection of a pool is used again, and its builders with it. */
const known = new WeakMap<pg.ClientBase, Builders>();

export function buildersOf(client: pg.ClientBase): Builders {
  let builders = known.get(client);
  if (builders === undefined) {
    const plain = new Kysely<unknown>({ dialect: clientDialect(client) });
    builders = { plain, typed: plain.withPlugin(camelCase) };
    known.set(client, builders);
  }
  return builders;
}

/** @param client the connection; without one every query is refused */
export function clientDialect(client?: pg.ClientBase): Dialect {
  return {
    createDriver: () => driverOf(client),
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
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
