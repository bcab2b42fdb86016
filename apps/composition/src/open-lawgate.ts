/** The one sequence that opens every process of Lawgate. Everything is closed in reverse order at shutdown. */
import path from 'node:path';
import { openRuntime, recordDefinitionVersions, type OpenRuntime, type RuntimeOptions } from '@lawgate/cases';
import { createPool, followClock, migrate, migrateQueue, openClock, type Clock } from '@lawgate/database';
import type { Definition } from '@lawgate/engine';
import { openContentStore, type ContentStore } from '@lawgate/files';
import { checkDataFolder, checkPort, reach, StartError, type ProcessContext } from '@lawgate/process';
import { identityOf, installedDefinitions } from '@lawgate/workflows';
import type pg from 'pg';

/**
 * Common resources of every side of a process: a migrated database, queue tables, checked definitions, clock and
 * documents.
 */
export interface Lawgate extends ProcessContext {
  readonly databaseUrl: string;
  /** `redis://…`, or `postgres://…` with existing queue tables. */
  readonly queueUrl: string;
  readonly definitions: readonly Definition[];
  readonly clock: Clock;
  readonly contentStore: ContentStore;
  /** True if another process may set the simulated clock. */
  readonly followsClock: boolean;
}

export interface OpeningOptions {
  /** True if the process listens on HOST and PORT: the port is checked before any slow step. */
  readonly listens: boolean;
  /** Returns the address of the database. Default: DATABASE_URL, which must be set. */
  readonly database?: (context: ProcessContext) => Promise<string> | string;
  /** Runs after the database is up to date and before requests and jobs, with the owner's connections. */
  readonly beforeUse?: (lawgate: Lawgate, ownerPool: pg.Pool) => Promise<void>;
  /** Default: true. */
  readonly followsClock?: boolean;
}

/**
 * Settings were read before; then: port and data folder, database and its schema, tables of the queue, definitions and
 * their recorded versions, clock, content store.
 *
 * @throws StartError, SchemaError, WorkflowLoadError, DefinitionVersionError with a stable code when a step fails
 */
export async function openLawgate(context: ProcessContext, options: OpeningOptions): Promise<Lawgate> {
  const { settings, shutdown, log } = context;
  if (options.listens) await checkPort(settings.host, settings.port);
  checkDataFolder(settings.dataDir);
  const databaseUrl = await (options.database ?? databaseOfSettings)(context);
  const queueUrl = settings.queueUrl ?? databaseUrl;
  shutdown.signal.throwIfAborted();
  await reach('DATABASE_URL', () => migrate(databaseUrl, log));
  if (!queueUrl.startsWith('redis')) await reach('QUEUE_URL', () => migrateQueue(queueUrl));
  shutdown.signal.throwIfAborted();
  const definitions = await installedDefinitions(settings.workflowsDir);
  const contentStore = await openContentStore({
    folder: path.join(settings.dataDir, 'documents'),
    url: settings.contentUrl,
  });
  const ownerPool = createPool(databaseUrl, { max: 2, applicationName: 'lawgate-owner' });
  try {
    await recordDefinitionVersions(ownerPool, definitions, identityOf);
    const clock = await openClock(settings.clock, ownerPool);
    const followsClock = options.followsClock ?? true;
    const lawgate = { ...context, databaseUrl, queueUrl, definitions, clock, contentStore, followsClock };
    await options.beforeUse?.(lawgate, ownerPool);
    shutdown.signal.throwIfAborted();
    return lawgate;
  } finally {
    await ownerPool.end();
  }
}

/** @throws StartError `settings.invalid` */
function databaseOfSettings({ settings }: ProcessContext): string {
  if (settings.databaseUrl !== undefined) return settings.databaseUrl;
  const message = '请设置 DATABASE_URL (DATABASE_URL is needed; npm start brings its own database)';
  throw new StartError('settings.invalid', message);
}

export type SideOptions = Pick<RuntimeOptions, 'role'>;

/** Opens the runtime of one side, requests of people or background work, with the rights of its role. */
export async function openSide(lawgate: Lawgate, options: SideOptions): Promise<OpenRuntime> {
  const { databaseUrl, definitions, clock, shutdown } = lawgate;
  const parts = await openRuntime({ databaseUrl, definitions, clock, ...options });
  shutdown.opened('database', () => parts.close());
  if (lawgate.followsClock) {
    const unfollow = followClock(clock, parts.appPool, () => parts.runtime.events.emit('workEnqueued'));
    shutdown.opened('clock', async () => unfollow());
  }
  return parts;
}
