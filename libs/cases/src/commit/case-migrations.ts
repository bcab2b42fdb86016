/** Migrates open cases of an organisation from one version of their category to another. */
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import {
  migrateCase,
  stageOf,
  type CaseMigration,
  type DefinitionMigration,
  type MigrationChange,
  type MigrationRefusal,
  type OpenClock,
  type StepEnvironment,
} from '@lawgate/engine';
import { actorOf } from './step-environment.ts';
import { untilCommitted } from './answers.ts';
import type { ClockCommitParts } from '../clocks/clock-commits.ts';
import { newId, typedQueries } from '@lawgate/database';
import { sql } from 'kysely';
import type { CaseTables } from '../tables.ts';
import { latestClocks, migrated, type HistoryBody, type LoadedCase, type OwnPayloads } from '../read/loaded-case.ts';
import { planCommit } from './write-plan.ts';

/** One open case, and the effect of the migration on it. */
export interface MigratedCase {
  readonly caseId: string;
  /** Label of the stage before the migration. */
  readonly stage: string;
  /** Label of the stage after the migration; null where the case cannot be migrated. */
  readonly toStage: string | null;
  /** Changes of the case; empty where only the version changes. */
  readonly changes: readonly MigrationChange[];
  /** Why it cannot be migrated; empty where it can. */
  readonly refusals: readonly CaseRefusal[];
  readonly written: boolean;
}

export interface CaseRefusal {
  readonly rule: MigrationRefusal['rule'] | 'case.version-conflict';
  readonly message: string;
}

export interface MigrationOfKey {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Who ordered a migration and why; the history of each case says it. */
export interface MigrationOrder {
  /** Name of the person. */
  readonly by: string;
  readonly reason: string | null;
}

export class CaseMigrations {
  constructor(private readonly parts: Omit<ClockCommitParts, 'actorOf'>) {}

  /** @throws ProblemError 404 `resource.not-found` where no such migration is installed */
  find({ key, from, to }: MigrationOfKey): DefinitionMigration {
    const migration = this.parts.definitions.migration(key, from, to);
    if (migration === null) throw notFound('该流程版本的迁移');
    return migration;
  }

  /** Ids of the open cases of the organisation that belong to this version, in ascending order. */
  async openCases(system: Principal, { key, from }: Omit<MigrationOfKey, 'to'>): Promise<readonly string[]> {
    const found = await this.parts.store.within(system, (client) =>
      typedQueries<CaseTables>(client)
        .selectFrom('review_case')
        .select('id')
        .where('orgPath', '=', system.orgPath)
        .where('category', '=', key)
        .where('definitionVersion', '=', from)
        // Written out, for the index of the open ones.
        .where('status', '=', sql.lit('active'))
        .orderBy('id')
        .execute(),
    );
    return found.map(({ id }) => id);
  }

  /**
   * What the migration would do with each open case. Writes nothing.
   *
   * @param system the system principal of the organisation whose cases are meant
   * @throws ProblemError 404 `resource.not-found` where no such migration is installed
   */
  async tryAll(system: Principal, wanted: MigrationOfKey): Promise<readonly MigratedCase[]> {
    const migration = this.find(wanted);
    const cases: MigratedCase[] = [];
    for (const caseId of await this.openCases(system, wanted)) {
      const tried = await this.#one(system, caseId, migration, null);
      if (tried !== null) cases.push(tried);
    }
    return cases;
  }

  /**
   * Migrates one case in a commit of its own that its history shows. A case that cannot be migrated stays open under its
   * own version, and the answer has the reasons.
   *
   * @param planned called right before each try of the commit with what it writes; its own changes are no part of it
   * @returns null where the case has ended or left that version in the meantime
   */
  async migrate(
    system: Principal,
    caseId: string,
    migration: DefinitionMigration,
    order: MigrationOrder,
    planned: (migrated: MigratedCase) => Promise<void> = async () => {},
  ): Promise<MigratedCase | null> {
    try {
      return await this.#one(system, caseId, migration, { ...order, planned });
    } catch (error) {
      // One busy case must not end the batch: the others are migrated, and the migration can be ordered again for it.
      if (!(error instanceof ProblemError) || error.code !== 'case.version-conflict') throw error;
      const message = '案件正在被频繁办理，本次没有迁移。请稍后再迁移一次';
      const refusals = [{ rule: 'case.version-conflict', message } as const];
      const loaded = await this.#loaded(system, caseId);
      return { caseId, stage: loaded?.stage ?? '', toStage: null, changes: [], refusals, written: false };
    }
  }

  /** True where the last migration of the case was this one: a process that ended after the commit did not say so. */
  async wasMigrated(system: Principal, caseId: string, { from, to }: DefinitionMigration): Promise<boolean> {
    const loaded = await this.#loaded(system, caseId);
    if (loaded === null || loaded.stored.definitionVersion !== to) return false;
    const rows = loaded.history.map(({ body }) => JSON.parse(body) as HistoryBody);
    const last = rows.findLast(({ type }) => type === migrated)?.payload as OwnPayloads[typeof migrated] | undefined;
    return last?.from === from && last.to === to;
  }

  async #loaded(system: Principal, caseId: string): Promise<LoadedCase | null> {
    const answer = await this.parts.store.load(system, caseId);
    return answer.kind === 'case' ? answer.case : null;
  }

  /** Null where the case has ended or left that version in the meantime. */
  #one(
    system: Principal,
    caseId: string,
    migration: DefinitionMigration,
    order: (MigrationOrder & { readonly planned: (migrated: MigratedCase) => Promise<void> }) | null,
  ): Promise<MigratedCase | null> {
    return untilCommitted(async () => {
      const before = await this.#loaded(system, caseId);
      if (before === null) return null;
      if (before.status === 'done' || before.stored.definitionVersion !== migration.from) return null;
      const { result, env } = await this.#migrate(system, before, migration);
      const row = { caseId, stage: before.stage, written: false };
      if (!result.ok) return { ...row, toStage: null, changes: [], refusals: result.refusals };
      const toStage = stageOf(this.parts.definitions.ofCase(result.next), result.next.value);
      const moved = { ...row, toStage, changes: result.changes, refusals: [] };
      if (order === null) return moved;
      await order.planned(moved);
      await this.#write(system, before, migration, result, env, order);
      return { ...moved, written: true };
    });
  }

  async #migrate(
    system: Principal,
    before: LoadedCase,
    migration: DefinitionMigration,
  ): Promise<{ result: CaseMigration; env: StepEnvironment }> {
    const { definitions } = this.parts;
    const from = definitions.ofCase(before.stored);
    const to = definitions.ofCase({ definitionKey: migration.key, definitionVersion: migration.to });
    const ruleSet = await this.parts.ruleSetOf(before, system);
    const env = this.parts.stepEnvironmentOf(to, ruleSet, before, actorOf(system));
    return { result: migrateCase(from, to, migration, before.stored, env, openClocks(before)), env };
  }

  async #write(
    system: Principal,
    before: LoadedCase,
    { from, to }: DefinitionMigration,
    { next, effects, changes }: Extract<CaseMigration, { ok: true }>,
    env: StepEnvironment,
    { by, reason }: MigrationOrder,
  ): Promise<void> {
    const payload = {
      from,
      to,
      orderedBy: by,
      ...(reason === null ? {} : { reason }),
      changes: changes.map(({ text }) => text),
    };
    const plan = planCommit({
      definition: this.parts.definitions.ofCase(next),
      before,
      accepted: { next, effects, overridden: [] },
      event: { type: migrated, payload },
      env,
      calendar: this.parts.calendars.current(),
      openingHour: this.parts.openingHour,
      stoodInFor: {},
      numbers: [],
      newId,
    });
    await this.parts.store.commit(system, [], { caseId: before.id, orgId: before.orgId, at: env.at }, () => plan);
    this.parts.written(plan);
  }
}

function openClocks(loaded: LoadedCase): Record<string, OpenClock> {
  const open = [...latestClocks(loaded.clocks)].filter(([, { state }]) => state.endedOn === undefined);
  return Object.fromEntries(
    open.map(([key, { state }]) => [
      key,
      { startedOn: state.startedOn, changes: state.pauses.length + (state.extensions?.length ?? 0) },
    ]),
  );
}
