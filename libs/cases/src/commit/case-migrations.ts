/** Migrates the open cases of an organisation from one version of their category to another. */
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import {
  migrateCase,
  type CaseMigration,
  type DefinitionMigration,
  type OpenClock,
  type StepEnvironment,
} from '@lawgate/engine';
import { actorOf } from './step-environment.ts';
import { untilCommitted } from './answers.ts';
import type { ClockCommitParts } from '../clocks/clock-commits.ts';
import { newId, typedQueries } from '@lawgate/database';
import { sql } from 'kysely';
import type { CaseTables } from '../tables.ts';
import { latestClocks, type LoadedCase, migrated } from '../read/loaded-case.ts';
import { planCommit } from './write-plan.ts';

/** One open case, and the effect of the migration on it. */
export interface MigratedCase {
  readonly caseId: string;
  /** Label of the stage before the migration. */
  readonly stage: string;
  /** Changes of the case, in Chinese; empty where only the version changes. */
  readonly changes: readonly string[];
  /** Why it cannot be migrated, in Chinese; empty where it can. */
  readonly reasons: readonly string[];
  readonly written: boolean;
}

export interface MigrationRequest {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  /** False for a dry run, which writes nothing. */
  readonly write: boolean;
}

export class CaseMigrations {
  constructor(private readonly parts: Omit<ClockCommitParts, 'actorOf'>) {}

  /**
   * Migrates the open cases of the organisation one by one, each in a separate commit that its history shows. A case
   * that cannot be migrated stays open under its own version, and is listed with the reasons. Migrated cases are not
   * selected again, so an interrupted run can simply be repeated.
   *
   * @param system the system principal of the organisation of the cases
   * @param by name of the person who ordered it, for the history of each case
   * @throws ProblemError 404 `resource.not-found` where no such migration is installed
   */
  async run(
    system: Principal,
    by: string,
    { key, from, to, write }: MigrationRequest,
  ): Promise<readonly MigratedCase[]> {
    const migration = this.parts.definitions.migration(key, from, to);
    if (migration === null) throw notFound('该流程版本的迁移');
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
    const cases: MigratedCase[] = [];
    for (const { id } of found) {
      const done = await this.#one(system, id, migration, write ? by : null);
      if (done !== null) cases.push(done);
    }
    return cases;
  }

  /** Null where the case has ended or left that version in the meantime. */
  async #one(
    system: Principal,
    caseId: string,
    migration: DefinitionMigration,
    by: string | null,
  ): Promise<MigratedCase | null> {
    let stage = '';
    try {
      return await untilCommitted(async () => {
        const loaded = await this.parts.store.load(system, caseId);
        if (loaded.kind !== 'case') return null;
        const before = loaded.case;
        stage = before.stage;
        if (before.status === 'done' || before.stored.definitionVersion !== migration.from) return null;
        const { result, env } = await this.#migrate(system, before, migration);
        const row = { caseId, stage, written: false };
        if (!result.ok) return { ...row, changes: [], reasons: result.reasons };
        if (by === null) return { ...row, changes: result.changes, reasons: [] };
        await this.#write(system, before, migration, result, env, by);
        return { ...row, changes: result.changes, reasons: [], written: true };
      });
    } catch (error) {
      // A case that loses every race must not end the run: the others are migrated, and the run can be repeated for it.
      if (!(error instanceof ProblemError) || error.code !== 'case.version-conflict') throw error;
      const reason = '案件正在被频繁办理，本次没有迁移。请稍后再运行一次迁移（case.version-conflict）';
      return { caseId, stage, changes: [], reasons: [reason], written: false };
    }
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
    by: string,
  ): Promise<void> {
    const plan = planCommit({
      definition: this.parts.definitions.ofCase(next),
      before,
      accepted: { next, effects, overridden: [] },
      event: { type: migrated, payload: { from, to, orderedBy: by, changes } },
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
