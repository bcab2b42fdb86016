/** Carries out the migrations that administrators ordered, in the worker: case by case, and keeps what became of each. */
import { AuditTrail, CaseRuntime, systemPrincipal, type MigratedCase } from '@lawgate/cases';
import { CLOCK, Database, json, type Clock } from '@lawgate/database';
import { NotYetError } from '@lawgate/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { AdminTables } from '../../tables.ts';

/** The kind of the job that does it; its key is the order. */
export const migrationKind = 'definition.migration';

interface Order {
  readonly id: string;
  readonly orgId: string;
  readonly orgPath: string;
  readonly key: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  readonly reason: string | null;
  readonly orderedBy: string;
  readonly orderedByName: string;
}

type KeptRow = { readonly outcome: 'waiting' | 'migrated' | 'kept' | 'left' } & Partial<ReturnType<typeof wordsOf>>;

@Injectable()
export class DefinitionMigrationRun {
  constructor(
    private readonly database: Database<AdminTables>,
    private readonly runtime: CaseRuntime,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Migrates the cases of an order that have not had their turn. A run that was cut off is simply run again: a case that
   * was committed is recognised by its history. Asked to stop by `signal` it leaves the rest to the next run.
   *
   * @throws Error the first fault, after all other cases had their turn; NotYetError while another order of the same
   *   category is open
   */
  async run(id: string, signal: AbortSignal): Promise<void> {
    const order = await this.#begin(id);
    if (order === null) return;
    const system = systemPrincipal(order.orgId, order.orgPath);
    const migration = this.runtime.migrations.find({ key: order.key, from: order.fromVersion, to: order.toVersion });
    await this.#plan(order);
    const errors: unknown[] = [];
    for (const caseId of await this.#waiting(id)) {
      if (signal.aborted) return;
      try {
        const by = { by: order.orderedByName, reason: order.reason };
        const result = await this.runtime.migrations.migrate(system, caseId, migration, by, (planned) =>
          this.#keep(id, caseId, { ...wordsOf(planned), outcome: 'waiting' }),
        );
        if (result !== null) {
          await this.#keep(id, caseId, { ...wordsOf(result), outcome: result.written ? 'migrated' : 'kept' });
        } else if (await this.runtime.migrations.wasMigrated(system, caseId, migration)) {
          // A run that was cut off after this commit kept its words before it.
          await this.#keep(id, caseId, { outcome: 'migrated' });
        } else {
          await this.#keep(id, caseId, { outcome: 'left', toStage: null, changes: json([]), refusals: json([]) });
        }
      } catch (error) {
        // One case that cannot be worked on must not keep the others from it; its turn comes again.
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
    await this.#end(order, 'done');
  }

  /** All tries failed: cases that had no turn stay under their version until the job is retried. */
  async giveUp(id: string): Promise<void> {
    const order = await this.#find(id);
    if (order !== null) await this.#end(order, 'failed');
  }

  /** Null where the order is done. */
  async #begin(id: string): Promise<Order | null> {
    const order = await this.#find(id);
    if (order === null) return null;
    const begun = await this.database.asWorker(({ db }) =>
      db
        .updateTable('definition_migration')
        .set({ state: 'running', finishedAt: null })
        .where('id', '=', id)
        .where('state', '<>', 'done')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('definition_migration as other')
                .select('other.id')
                .where('other.orgId', '=', order.orgId)
                .where('other.key', '=', order.key)
                .where('other.id', '<>', id)
                .where('other.state', 'in', ['waiting', 'running']),
            ),
          ),
        )
        .executeTakeFirst(),
    );
    // A job that failed and is retried, while a later order for the same category is open.
    if (begun.numUpdatedRows === 0n) throw new NotYetError();
    return order;
  }

  async #find(id: string): Promise<Order | null> {
    const found = await this.database.asWorker(({ db }) =>
      db
        .selectFrom('definition_migration')
        .select(['id', 'orgId', 'orgPath', 'key', 'fromVersion', 'toVersion', 'reason', 'orderedBy', 'orderedByName'])
        .where('id', '=', id)
        .where('state', '<>', 'done')
        .executeTakeFirst(),
    );
    return found ?? null;
  }

  /** Lists the cases that are open under the old version, so that the order knows what it began with. */
  async #plan({ id, orgPath, key, fromVersion }: Order): Promise<void> {
    await this.database.asWorker(({ db }) =>
      db
        .insertInto('definition_migration_case')
        .columns(['migrationId', 'caseId', 'orgPath', 'stage'])
        .expression(({ selectFrom }) =>
          selectFrom('review_case as c')
            .select([sql<string>`${id}::uuid`.as('migrationId'), 'c.id', 'c.orgPath', 'c.stage'])
            .where('c.orgPath', '=', orgPath)
            .where('c.category', '=', key)
            .where('c.definitionVersion', '=', fromVersion)
            // Written out, for the index of the open ones.
            .where('c.status', '=', sql.lit('active')),
        )
        .onConflict((conflict) => conflict.columns(['migrationId', 'caseId']).doNothing())
        .execute(),
    );
  }

  async #waiting(id: string): Promise<readonly string[]> {
    const found = await this.database.asWorker(({ db }) =>
      db
        .selectFrom('definition_migration_case')
        .select('caseId')
        .where('migrationId', '=', id)
        .where('outcome', '=', 'waiting')
        .orderBy('caseId')
        .execute(),
    );
    return found.map(({ caseId }) => caseId);
  }

  async #keep(id: string, caseId: string, row: KeptRow): Promise<void> {
    await this.database.asWorker(({ db }) =>
      db
        .updateTable('definition_migration_case')
        .set(row)
        .where('migrationId', '=', id)
        .where('caseId', '=', caseId)
        .execute(),
    );
  }

  /** Ends the order, and writes the audit entry with it: both are there, or neither. */
  async #end(order: Order, state: 'done' | 'failed'): Promise<void> {
    const { id, orgId, orderedBy, orderedByName, key, fromVersion: from, toVersion: to } = order;
    await this.database.asWorker(async ({ db, client }) => {
      const ended = await db
        .updateTable('definition_migration')
        .set({ state, finishedAt: this.clock.now() })
        .where('id', '=', id)
        .where('state', 'in', ['waiting', 'running'])
        .executeTakeFirst();
      if (ended.numUpdatedRows === 0n) return;
      const counted = await db
        .selectFrom('definition_migration_case')
        .select(({ fn }) => [
          fn.countAll<number>().filterWhere('outcome', '=', 'migrated').as('migrated'),
          fn.countAll<number>().filterWhere('outcome', '=', 'kept').as('kept'),
        ])
        .where('migrationId', '=', id)
        .executeTakeFirstOrThrow();
      await this.audit.recordIn(client, {
        orgId,
        actor: { id: orderedBy, name: orderedByName },
        action: 'version.migrated',
        subject: { kind: 'definition', id: key },
        outcome: state,
        detail: { from, to, migration: id, ...counted },
      });
    });
  }
}

const wordsOf = ({ stage, toStage, changes, refusals }: MigratedCase) => ({
  stage,
  toStage,
  changes: json(changes),
  refusals: json(refusals),
});
