import { runMigrations } from 'bullmq';
import pg from 'pg';
import { advisoryLocks } from './advisory-locks.ts';
import { bringUpToDate } from './schema.ts';
import { SQL_FOLDER } from './sql-files.ts';

type Log = (line: string) => void;

/** Maximum number of files of `current/` that the log names; more are only counted. */
const maxNamedFiles = 5;

const ROLES = ['lawgate_app', 'lawgate_worker'] as const;

/** The schema of BullMQ's PostgreSQL backend. */
export const QUEUE_SCHEMA = 'bullmq';

/**
 * Brings the database up to date: the two roles that cannot bypass row-level security, then every `sql/NNNN-name.sql`
 * that has not run here yet, then every file of `sql/current/` whose applied content differs, all in one transaction.
 * Any number of processes may call it at the same time.
 *
 * @param ownerUrl connection of a user who may create roles and tables
 * @param folder folder of the SQL files, with a trailing slash; by default the schema of this package
 * @returns the names of what this call ran: migrations, and files of `current/`
 * @throws SchemaError when the database belongs to another version
 */
export async function migrate(ownerUrl: string, log: Log = () => {}, folder: URL = SQL_FOLDER): Promise<string[]> {
  return await underLock(ownerUrl, async (client) => {
    await ensureRoles(client);
    const { migrated, applied } = await bringUpToDate(client, folder);
    if (migrated.length > 0) log(`已执行数据库迁移 (migrated): ${migrated.join(', ')}`);
    // A new database applies all of them, so the log does not name each.
    const files = applied.length > maxNamedFiles ? `${applied.length}` : applied.join(', ');
    if (applied.length > 0) log(`已更新数据库函数、触发器与策略 (functions, triggers and policies applied): ${files}`);
    return [...migrated, ...applied];
  });
}

/** Creates or upgrades BullMQ's own tables in schema `bullmq` and lets both roles work with them. */
export async function migrateQueue(ownerUrl: string, log: Log = () => {}): Promise<void> {
  await underLock(ownerUrl, async (client) => {
    await ensureRoles(client);
    const version = await runMigrations(client, QUEUE_SCHEMA);
    // Queue rows contain ids and tokens, no case text, so no row-level security is needed here. CREATE is needed
    // because BullMQ creates one sequence for each queue when its first job is added, as the role that adds that job;
    // the default privileges let the other role use it too.
    await client.query(`
      grant usage, create on schema ${QUEUE_SCHEMA} to ${ROLES.join(', ')};
      grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${ROLES.join(', ')};
      grant usage, select on all sequences in schema ${QUEUE_SCHEMA} to ${ROLES.join(', ')};
      grant execute on all functions in schema ${QUEUE_SCHEMA} to ${ROLES.join(', ')};
      alter default privileges for role ${ROLES.join(', ')} in schema ${QUEUE_SCHEMA}
        grant usage, select, update on sequences to ${ROLES.join(', ')};
    `);
    log(`队列表已就绪 (queue schema version ${version})`);
  });
}

async function underLock<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'lawgate-migrate' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLocks.migration]);
    return await work(client);
  } finally {
    // The lock belongs to the session and is released with it.
    await client.end();
  }
}

/**
 * Roles belong to the whole server while the lock belongs to one database: a migration of another database may be
 * creating them too.
 */
async function ensureRoles(client: pg.Client): Promise<void> {
  for (const role of ROLES) {
    await client.query(`
      do $$
      begin
        if not exists (select from pg_roles where rolname = '${role}') then
          begin
            create role ${role} nologin nobypassrls;
          exception when duplicate_object or unique_violation then null;
          end;
        end if;
        if not (select rolsuper from pg_roles where rolname = current_user) then
          grant ${role} to current_user;
        end if;
      end $$`);
  }
}
