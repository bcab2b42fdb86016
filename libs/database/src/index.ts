export { DatabaseStartError } from './database-start-error.ts';
export type { DatabaseStartErrorCode } from './database-start-error.ts';
export { EMBEDDED_POSTGRES_MAJOR, freePort, startEmbeddedPostgres } from './embedded-postgres.ts';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.ts';
export { QUEUE_SCHEMA, migrate, migrateQueue } from './migrate.ts';
export { clearOrphan, isAlive } from './postmaster.ts';
export { createPool } from './pool.ts';
export type { PoolOptions } from './pool.ts';
