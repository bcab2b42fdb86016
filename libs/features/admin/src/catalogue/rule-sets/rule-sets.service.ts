/** Entering and looking up rule sets, in a transaction scoped to the person. */
import { civilDateOf, type CivilDate } from '@lawgate/calendar';
import { ProblemError, refuseUnstorable, type Principal } from '@lawgate/contracts';
import { boundsOf, initialState, type Definition } from '@lawgate/engine';
import {
  advisoryLocks,
  CLOCK,
  Database,
  json,
  RulesetEntity,
  RulesetParameterEntity,
  type Clock,
  type Transaction,
} from '@lawgate/database';
import {
  AuditTrail,
  builtIn,
  DefinitionRegistry,
  hashRequest,
  repeated,
  RuleSetStore,
  settingOf,
  versionInForce,
  type Idempotency,
  type RuleSet,
  type RuleSetHead,
} from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { changesBetween, refusalsOf, sinceVersion, withValues } from './rule-set-change.ts';
import type {
  CurrentRuleSetView,
  RuleSetList,
  RuleSetPreviewRequest,
  RuleSetPreviewView,
  RuleSetRequest,
  RuleSetView,
} from './rule-set-views.ts';

/** Maximum number of sets in the history; a few are entered in a year. */
const maxListed = 200;

const rulesets = (db: Transaction['db']) =>
  db
    .selectFrom('ruleset as r')
    .innerJoin('organisation as o', 'o.id', 'r.orgId')
    .select(['r.version', 'r.orgPath', 'r.documentNumber', 'r.note', 'r.baseVersion', 'r.orgId', 'o.name as orgName'])
    .select(({ ref }) => ref('r.effectiveFrom').$castTo<CivilDate>().as('effectiveFrom'))
    .select(['r.enteredBy as byId', 'r.enteredByName as byName', 'r.enteredAt as at']);

type SetRow = Awaited<ReturnType<ReturnType<typeof rulesets>['executeTakeFirstOrThrow']>>;

interface Compared {
  readonly base: RuleSet;
  readonly next: Pick<RuleSet, 'values'>;
  readonly preview: Omit<RuleSetPreviewView, 'keeping'>;
}

@Injectable()
export class RuleSetsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly definitions: DefinitionRegistry,
    private readonly sets: RuleSetStore,
    private readonly audit: AuditTrail,
  ) {}

  /** The sets of the own organisation, of those above (which may be inherited) and of those below, newest first. */
  async list(principal: Principal): Promise<RuleSetList> {
    return this.database.as(principal, async (tx) => {
      const rows = await rulesets(tx.db).orderBy('r.version', 'desc').limit(maxListed).execute();
      const items: RuleSetView[] = [];
      for (const row of rows) items.push(await this.#view(tx, row, rows));
      return { items };
    });
  }

  async current(principal: Principal): Promise<CurrentRuleSetView> {
    return this.database.as(principal, async (tx) => {
      const reach = await inReach(tx, principal);
      const set = await this.sets.of(versionInForce(reach, principal.orgPath, this.#today()), tx.client);
      const line = await this.#line(tx, set);
      return {
        version: set.version,
        effectiveFrom: set.effectiveFrom,
        documentNumber: set.documentNumber,
        latestVersion: latestOf(reach),
        categories: this.definitions.all().map(({ key: category, label, parameters }) => ({
          category,
          label,
          parameters: parametersIn(set, line, category, parameters),
        })),
      };
    });
  }

  /**
   * The effect of entering the set. Writes nothing.
   *
   * @throws ProblemError as {@link enter}
   */
  async preview(principal: Principal, request: RuleSetPreviewRequest): Promise<RuleSetPreviewView> {
    refuseUnstorable(request);
    return this.database.as(principal, async (tx) => {
      const { preview } = await this.#compare(tx, principal, request);
      return { ...preview, keeping: await this.#keeping(tx, request.effectiveFrom) };
    });
  }

  /**
   * Enters a set for the principal's organisation.
   *
   * @throws ProblemError 409 `ruleset.stale`; 422 with the code of the first rule that refuses, and all in `refusals`
   */
  async enter(principal: Principal, request: RuleSetRequest, idempotency: Idempotency | null): Promise<RuleSetView> {
    refuseUnstorable(request);
    return this.database.as(principal, async (tx) => {
      await sql`select pg_advisory_xact_lock(${advisoryLocks.ruleSetEntry})`.execute(tx.db);
      const hash = idempotency === null ? null : hashRequest(idempotency.request);
      if (idempotency !== null) {
        const first = await firstAnswer(tx, principal, idempotency.key);
        if (first !== null) return repeated<RuleSetView>(first, hash).body;
      }
      const { base, next } = await this.#compare(tx, principal, request);
      const view = await this.#write(tx, principal, request, base, next);
      if (idempotency !== null) await this.#remember(tx, principal, idempotency.key, hash ?? '', view);
      await this.audit.recordIn(tx.client, {
        orgId: principal.orgId,
        actor: principal,
        action: 'ruleset.entered',
        subject: { kind: 'ruleset', id: String(view.version) },
        detail: { effectiveFrom: view.effectiveFrom, documentNumber: view.documentNumber },
      });
      return view;
    });
  }

  async #compare(tx: Transaction, principal: Principal, request: RuleSetPreviewRequest): Promise<Compared> {
    const { effectiveFrom, values, expectedVersion } = request;
    const reach = await inReach(tx, principal);
    const latestVersion = latestOf(reach);
    if (expectedVersion !== undefined && expectedVersion !== latestVersion) {
      throw new ProblemError(409, 'ruleset.stale', `参数已有更新的版本（第${latestVersion}版），请刷新核对后再录入。`, {
        currentVersion: latestVersion,
      });
    }
    const definitions = this.definitions.all();
    const base = await this.sets.of(versionInForce(reach, principal.orgPath, effectiveFrom), tx.client);
    const refusals = refusalsOf(definitions, base, { today: this.#today(), effectiveFrom, values });
    const [first] = refusals;
    if (first !== undefined) {
      const more = refusals.length > 1 ? `（共${refusals.length}处问题）` : '';
      throw new ProblemError(422, first.rule, `没有录入${more}：${first.message}`, { refusals });
    }
    const next = withValues(definitions, base, values);
    return {
      base,
      next,
      preview: {
        effectiveFrom,
        baseVersion: base.version,
        latestVersion,
        changes: changesBetween(definitions, base, next),
        followedBy: reach
          .filter((set) => set.orgPath === principal.orgPath && set.effectiveFrom > effectiveFrom)
          .map(({ version, effectiveFrom: from, documentNumber }) => ({
            version,
            effectiveFrom: from,
            documentNumber,
          })),
      },
    };
  }

  async #write(
    tx: Transaction,
    principal: Principal,
    { effectiveFrom, documentNumber, note }: RuleSetRequest,
    base: RuleSet,
    { values }: Pick<RuleSet, 'values'>,
  ): Promise<RuleSetView> {
    const set = tx.em.create(RulesetEntity, {
      orgId: principal.orgId,
      orgPath: principal.orgPath,
      effectiveFrom,
      documentNumber,
      note: note ?? null,
      baseVersion: base.version,
      enteredBy: principal.id,
      enteredByName: principal.name,
      enteredAt: this.clock.now(),
    });
    // The database assigns the version.
    await tx.flush();
    const { version, orgPath } = set;
    for (const [category, ofCategory] of Object.entries(values)) {
      for (const [key, setting] of Object.entries(ofCategory)) {
        tx.em.create(RulesetParameterEntity, { version, orgPath, category, key, ...setting });
      }
    }
    await tx.flush();
    const all = await rulesets(tx.db).where('r.orgPath', '=', principal.orgPath).execute();
    const row = all.find((each) => each.version === version) as SetRow;
    const definitions = this.definitions.all();
    // Not through the store, which caches what it reads: this transaction may still be rolled back.
    return viewOf(row, this.#stateOf(row, all), changesBetween(definitions, base, { values }));
  }

  async #remember(tx: Transaction, principal: Principal, key: string, hash: string, view: RuleSetView): Promise<void> {
    const kept = await tx.db
      .insertInto('idempotency')
      .values({
        personId: principal.id,
        key,
        requestHash: hash,
        status: 201,
        response: json(view),
        createdAt: this.clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    // A concurrent command of another kind took the key.
    if (kept.numInsertedOrUpdatedRows === 0n) repeated({ requestHash: '', status: 0, response: null }, hash);
  }

  async #view(tx: Transaction, row: SetRow, among: readonly SetRow[]): Promise<RuleSetView> {
    const [base, set] = [await this.sets.of(row.baseVersion, tx.client), await this.sets.of(row.version, tx.client)];
    return viewOf(row, this.#stateOf(row, among), changesBetween(this.definitions.all(), base, set));
  }

  #stateOf(row: SetRow, among: readonly SetRow[]): RuleSetView['state'] {
    const today = this.#today();
    if (row.effectiveFrom > today) return 'future';
    const own = among.filter(({ orgPath }) => orgPath === row.orgPath);
    return versionInForce(own, row.orgPath, today) === row.version ? 'in-force' : 'past';
  }

  /** The set, its base set, and so on back to the built-in one. */
  async #line(tx: Transaction, set: RuleSet): Promise<RuleSet[]> {
    const line = [set];
    for (let at = set; at.baseVersion !== null; line.push(at)) at = await this.sets.of(at.baseVersion, tx.client);
    return line;
  }

  async #keeping(tx: Transaction, day: CivilDate): Promise<RuleSetPreviewView['keeping']> {
    const found = await sql<{ category: string; state: string; cases: number }>`select category, state, cases
      from ruleset_keepers(${day})`.execute(tx.db);
    const keeping = { drafts: 0, running: 0 };
    for (const { category, state, cases } of found.rows) {
      const definition = this.definitions.find(category);
      const isDraft = definition !== null && state === initialState(definition);
      keeping[isDraft ? 'drafts' : 'running'] += cases;
    }
    return keeping;
  }

  #today(): CivilDate {
    return civilDateOf(this.clock.now());
  }
}

function parametersIn(
  set: RuleSet,
  line: readonly RuleSet[],
  category: string,
  parameters: Definition['parameters'],
): CurrentRuleSetView['categories'][number]['parameters'] {
  return Object.entries(parameters).map(([key, spec]) => {
    const { value, citation } = settingOf(set, category, key, spec);
    return {
      key,
      label: spec.label,
      unit: spec.unit,
      value,
      default: spec.value,
      bounds: boundsOf(spec),
      citation: citation ?? spec.citation,
      since: sinceVersion(line, category, key, spec),
    };
  });
}

/** The sets of the own organisation and of those above. */
function inReach({ db }: Transaction, { orgPath }: Principal): Promise<readonly SetRow[]> {
  return rulesets(db)
    .where(({ eb, val, ref }) => eb(val(orgPath), '^@', ref('r.orgPath')))
    .orderBy('r.effectiveFrom')
    .orderBy('r.version')
    .execute();
}

function latestOf(sets: readonly RuleSetHead[]): number {
  return Math.max(builtIn.version, ...sets.map(({ version }) => version));
}

function viewOf(row: SetRow, state: RuleSetView['state'], changes: RuleSetView['changes']): RuleSetView {
  const { version, effectiveFrom, documentNumber, note, baseVersion } = row;
  return {
    version,
    organisation: { id: row.orgId, name: row.orgName, path: row.orgPath },
    ...{ effectiveFrom, documentNumber, note },
    by: { id: row.byId, name: row.byName },
    at: row.at.toISOString(),
    state,
    baseVersion,
    changes,
  };
}

interface FirstAnswer {
  readonly requestHash: string;
  readonly status: number;
  readonly response: unknown;
}

async function firstAnswer({ db }: Transaction, { id }: Principal, key: string): Promise<FirstAnswer | null> {
  const found = await db
    .selectFrom('idempotency')
    .select(['requestHash', 'status', 'response'])
    .where('personId', '=', id)
    .where('key', '=', key)
    .executeTakeFirst();
  return found ?? null;
}
