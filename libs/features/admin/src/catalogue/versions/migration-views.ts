/** The public shapes of versions and migrations. The administrator reads no case: its id, its day and names of stages. */
import { nameSchemas, PersonRef, RuleRefusalView } from '@lawgate/contracts';
import { z } from 'zod';
import { VersionStep } from '../views.ts';

export const MigrationRequest = z.strictObject({
  from: z.int({ error: '请填写原版本' }).min(1, { error: '请填写原版本' }),
  to: z.int({ error: '请填写新版本' }).min(1, { error: '请填写新版本' }),
  /** False for a dry run, which writes nothing. */
  write: z.boolean({ error: '请写明是试迁移还是正式迁移' }).default(false),
  /** Why; the history of each migrated case says it. */
  reason: z.string().trim().min(1, { error: '请填写理由' }).max(500, { error: '理由不超过500字' }).optional(),
});
export type MigrationRequest = z.infer<typeof MigrationRequest>;

const Change = z.object({ part: z.enum(['state', 'context', 'task', 'clock']), text: z.string() });

const MigratedCaseView = z.object({
  caseId: z.string(),
  createdAt: z.string(),
  /** Before. */
  stage: z.string(),
  /** After; null where the case stays. */
  toStage: z.string().nullable(),
  /** The texts of `parts`. */
  changes: z.array(z.string()),
  parts: z.array(Change).readonly(),
  /** The messages of `refusals`. */
  reasons: z.array(z.string()),
  /** Why the case stays under its own version; empty where it can be migrated. */
  refusals: z.array(RuleRefusalView),
  written: z.boolean(),
  /** `left`: ended, or left the version by another way, before its turn came. A dry run has `waiting` and `kept`. */
  outcome: z.enum(['waiting', 'migrated', 'kept', 'left']),
});
export type MigratedCaseView = z.infer<typeof MigratedCaseView>;

export const MigrationResult = z.object({ cases: z.array(MigratedCaseView) });
export type MigrationResult = z.infer<typeof MigrationResult>;

const Counts = z.object({
  total: z.number(),
  waiting: z.number(),
  migrated: z.number(),
  kept: z.number(),
  left: z.number(),
});

const OrderSummary = z.object({
  id: z.string(),
  from: z.number(),
  to: z.number(),
  reason: z.string().nullable(),
  orderedBy: PersonRef,
  orderedAt: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  finishedAt: z.string().nullable(),
  /** Cases by outcome; all 0 until the work begins. */
  counts: Counts,
});
export type OrderSummary = z.infer<typeof OrderSummary>;

export const MigrationOrderView = OrderSummary.extend({
  key: z.string(),
  /** Those that stay first; at most a thousand, `counts` counts all. */
  cases: z.array(MigratedCaseView),
});
export type MigrationOrderView = z.infer<typeof MigrationOrderView>;

const Version = z.object({
  version: z.number(),
  /** New cases begin under it. */
  current: z.boolean(),
  /** Of the own organisation. */
  openCases: z.number(),
  /** SHA-256, hex, by which a start recognises the version. */
  hash: z.string().nullable(),
});

const CategoryVersions = z.object({
  key: z.string(),
  label: z.string(),
  /** The newest first; an older one is listed as long as it is installed. */
  versions: z.array(Version),
  /** Between which versions open cases may be migrated. */
  migrations: z.array(VersionStep),
  /** The latest five, newest first. */
  orders: z.array(OrderSummary),
});

export const VersionList = z.object({ items: z.array(CategoryVersions) });
export type VersionList = z.infer<typeof VersionList>;

nameSchemas(import.meta.url, {
  DefinitionMigrationRequest: MigrationRequest,
  DefinitionMigrationResult: MigrationResult,
  DefinitionMigrationChange: Change,
  DefinitionMigrationCounts: Counts,
  DefinitionMigrationSummary: OrderSummary,
  DefinitionMigrationOrder: MigrationOrderView,
  MigratedCase: MigratedCaseView,
  InstalledVersion: Version,
  CategoryVersions,
  CategoryVersionList: VersionList,
});
