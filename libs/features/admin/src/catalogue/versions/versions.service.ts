/** The versions of each category, their open cases, and the migrations between them as people order and follow them. */
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { advisoryLocks, CLOCK, Database, isId, newId, type Clock, type Transaction } from '@lawgate/database';
import { AuditTrail, CaseRuntime, DefinitionRegistry, systemPrincipal, type MigratedCase } from '@lawgate/cases';
import { addJob } from '@lawgate/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { AdminTables } from '../../tables.ts';
import { migrationKind } from './migration-run.ts';
import type {
  MigratedCaseView,
  MigrationOrderView,
  MigrationRequest,
  MigrationResult,
  OrderSummary,
  VersionList,
} from './migration-views.ts';

type Tx = Transaction<AdminTables>;

/** Cases that a view of an order names. */
const maxNamed = 1_000;
/** Orders that are listed of each category. */
const maxListed = 5;

const orders = ({ db }: Tx) =>
  db
    .selectFrom('definition_migration as m')
    .select(['m.id', 'm.key', 'm.fromVersion', 'm.toVersion', 'm.reason', 'm.orderedBy', 'm.orderedByName'])
    .select(['m.orderedAt', 'm.state', 'm.finishedAt'])
    .orderBy('m.orderedAt', 'desc')
    .orderBy('m.id', 'desc');

type OrderRow = Awaited<ReturnType<ReturnType<typeof orders>['executeTakeFirstOrThrow']>>;

@Injectable()
export class VersionsService {
  constructor(
    private readonly database: Database<AdminTables>,
    private readonly definitions: DefinitionRegistry,
    private readonly runtime: CaseRuntime,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(principal: Principal): Promise<VersionList> {
    const open = await this.database.as(systemOf(principal), ({ db }) =>
      db
        .selectFrom('review_case')
        .select(['category', 'definitionVersion as version'])
        .select(({ fn }) => fn.countAll<number>().as('cases'))
        .where('orgPath', '=', principal.orgPath)
        // Written out, for the index of the open ones.
        .where('status', '=', sql.lit('active'))
        .groupBy(['category', 'definitionVersion'])
        .execute(),
    );
    return this.database.as(principal, async (tx) => {
      const hashes = await tx.db.selectFrom('definition_version').select(['key', 'version', 'hash']).execute();
      const items: VersionList['items'] = [];
      for (const { key, label, version: newest, migrations = [] } of this.definitions.all()) {
        const of = <Row extends { key?: string; category?: string; version: number }>(
          rows: readonly Row[],
          n: number,
        ) => rows.find((row) => (row.key ?? row.category) === key && row.version === n);
        const rows = await orders(tx).where('m.key', '=', key).limit(maxListed).execute();
        items.push({
          key,
          label,
          versions: this.definitions
            .versionsOf(key)
            .toReversed()
            .map(({ version }) => ({
              version,
              current: version === newest,
              openCases: of(open, version)?.cases ?? 0,
              hash: of(hashes, version)?.hash ?? null,
            })),
          migrations: migrations
            .filter(({ from, to }) => this.definitions.migration(key, from, to) !== null)
            .map(({ from, to }) => ({ from, to })),
          orders: await summariesOf(tx, rows),
        });
      }
      return { items };
    });
  }

  /** @throws ProblemError 404 where no such migration is installed */
  async tryAll(principal: Principal, key: string, { from, to }: MigrationRequest): Promise<MigrationResult> {
    const cases = await this.runtime.migrations.tryAll(systemOf(principal), { key, from, to });
    const createdAt = await this.#createdAt(
      principal,
      cases.map(({ caseId }) => caseId),
    );
    return {
      cases: cases.map((each) =>
        viewOf({ ...each, outcome: each.refusals.length > 0 ? 'kept' : 'waiting' }, createdAt),
      ),
    };
  }

  /**
   * Orders the migration; the worker does it. The same one that waits or runs already is given back instead of a second.
   *
   * @throws ProblemError 404 where no such migration is installed; 409 `definition.migration-running` while another one of
   *   the category is open
   */
  async order(
    principal: Principal,
    key: string,
    { from, to, reason }: MigrationRequest,
    address: string,
  ): Promise<MigrationOrderView> {
    this.runtime.migrations.find({ key, from, to });
    const id = await this.database.as(principal, async (tx) => {
      // Two clicks at once would each find none.
      const lock = advisoryLocks.definitionMigration;
      await sql`select pg_advisory_xact_lock(${lock}, hashtext(${`${principal.orgPath} ${key}`}))`.execute(tx.db);
      const open = await orders(tx)
        .where('m.key', '=', key)
        .where('m.state', 'in', ['waiting', 'running'])
        .executeTakeFirst();
      if (open !== undefined) return sameOrder(open, from, to);
      const order = newId();
      const { id: orderedBy, name: orderedByName, orgId, orgPath } = principal;
      await tx.db
        .insertInto('definition_migration')
        .values({
          id: order,
          orgId,
          orgPath,
          key,
          fromVersion: from,
          toVersion: to,
          reason: reason ?? null,
          orderedBy,
          orderedByName,
          orderedAt: this.clock.now(),
        })
        .execute();
      await addJob(tx.client, { kind: migrationKind, key: order, organisation: principal });
      await this.audit.recordIn(tx.client, {
        orgId,
        actor: principal,
        action: 'version.migration-ordered',
        subject: { kind: 'definition', id: key },
        address,
        detail: { from, to, migration: order },
      });
      return order;
    });
    return this.find(principal, key, id);
  }

  /** @throws ProblemError 404 */
  async find(principal: Principal, key: string, id: string): Promise<MigrationOrderView> {
    if (!isId(id)) throw notFound('该次迁移');
    const { summary, cases } = await this.database.as(principal, async (tx) => {
      const row = await orders(tx).where('m.id', '=', id).where('m.key', '=', key).executeTakeFirst();
      if (row === undefined) throw notFound('该次迁移');
      const [found] = await summariesOf(tx, [row]);
      const named = await tx.db
        .selectFrom('definition_migration_case')
        .select(['caseId', 'outcome', 'stage', 'toStage', 'changes', 'refusals'])
        .where('migrationId', '=', id)
        .orderBy(sql`array_position(array['kept', 'left', 'migrated', 'waiting'], outcome)`)
        .orderBy('caseId')
        .limit(maxNamed)
        .execute();
      return { summary: found as OrderSummary, cases: named };
    });
    const createdAt = await this.#createdAt(
      principal,
      cases.map(({ caseId }) => caseId),
    );
    return {
      ...summary,
      key,
      cases: cases.map((each) => viewOf({ ...each, written: each.outcome === 'migrated' }, createdAt)),
    };
  }

  /** When each case was made: no word of it. */
  async #createdAt(principal: Principal, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.as(systemOf(principal), ({ db }) =>
      db
        .selectFrom('review_case')
        .select(['id', 'createdAt'])
        .where('id', 'in', [...ids])
        .execute(),
    );
    return new Map(rows.map(({ id, createdAt }) => [id, createdAt.toISOString()]));
  }
}

function sameOrder(open: OrderRow, from: number, to: number): string {
  if (open.fromVersion === from && open.toVersion === to) return open.id;
  throw new ProblemError(
    409,
    'definition.migration-running',
    `该类别正在由第${open.fromVersion}版迁移到第${open.toVersion}版（${open.orderedByName}下达）。请等它完成后再迁移。`,
  );
}

async function summariesOf({ db }: Tx, rows: readonly OrderRow[]): Promise<OrderSummary[]> {
  if (rows.length === 0) return [];
  const counted = await db
    .selectFrom('definition_migration_case')
    .select(['migrationId', 'outcome'])
    .select(({ fn }) => fn.countAll<number>().as('cases'))
    .where(
      'migrationId',
      'in',
      rows.map(({ id }) => id),
    )
    .groupBy(['migrationId', 'outcome'])
    .execute();
  return rows.map((row) => {
    const of = counted.filter(({ migrationId }) => migrationId === row.id);
    const count = (outcome: string): number => of.find((each) => each.outcome === outcome)?.cases ?? 0;
    return {
      id: row.id,
      from: row.fromVersion,
      to: row.toVersion,
      reason: row.reason,
      orderedBy: { id: row.orderedBy, name: row.orderedByName },
      orderedAt: row.orderedAt.toISOString(),
      state: row.state,
      finishedAt: row.finishedAt?.toISOString() ?? null,
      counts: {
        total: of.reduce((sum, { cases }) => sum + cases, 0),
        waiting: count('waiting'),
        migrated: count('migrated'),
        kept: count('kept'),
        left: count('left'),
      },
    };
  });
}

type Shown = MigratedCase & Pick<MigratedCaseView, 'outcome'>;

function viewOf({ changes, refusals, ...row }: Shown, createdAt: ReadonlyMap<string, string>): MigratedCaseView {
  return {
    ...row,
    createdAt: createdAt.get(row.caseId) ?? '',
    changes: changes.map(({ text }) => text),
    parts: changes,
    reasons: refusals.map(({ message }) => message),
    refusals: refusals.map((each) => ({ ...each, citation: null, overridable: false })),
  };
}

/** Administrators see no case; what is counted and named here holds no word of one. */
const systemOf = ({ orgId, orgPath }: Principal): Principal => systemPrincipal(orgId, orgPath);
