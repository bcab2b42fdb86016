/** Entering and looking up rule sets, in a transaction scoped to the person. */
import { civilDateOf, type CivilDate } from '@lawgate/calendar';
import { ProblemError, refuseUnstorable, type Principal } from '@lawgate/contracts';
import { boundsOf, initialState, type Definition } from '@lawgate/engine';
import { advisoryLocks, APP_POOL, asViewer, CLOCK, type Clock } from '@lawgate/database';
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
import type pg from 'pg';
import { changesBetween, refusalsOf, sinceVersion, withValues } from './rule-set-change.ts';
import type {
  CurrentRuleSetView,
  RuleSetList,
  RuleSetPreviewRequest,
  RuleSetPreviewView,
  RuleSetRequest,
  RuleSetView,
} from './rule-set-views.ts';

/** Sets that the history lists; a few are entered in a year. */
const mostListed = 200;

interface SetRow extends RuleSetHead {
  readonly documentNumber: string;
  readonly note: string | null;
  readonly baseVersion: number;
  readonly byId: string;
  readonly byName: string;
  readonly at: Date;
  readonly orgId: string;
  readonly orgName: string;
}

const rowText = `select r.version, r.org_path as "orgPath", r.effective_from::text as "effectiveFrom",
    r.document_number as "documentNumber", r.note, r.base_version as "baseVersion", r.entered_by as "byId",
    r.entered_by_name as "byName", r.entered_at as at, r.org_id as "orgId", o.name as "orgName"
  from ruleset r join organisation o on o.id = r.org_id`;

interface Compared {
  readonly base: RuleSet;
  readonly next: Pick<RuleSet, 'values'>;
  readonly preview: Omit<RuleSetPreviewView, 'keeping'>;
}

@Injectable()
export class RuleSetsService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly definitions: DefinitionRegistry,
    private readonly sets: RuleSetStore,
    private readonly audit: AuditTrail,
  ) {}

  /** The sets of the own organisation, of those above (they may be inherited) and of those below, newest first. */
  async list(principal: Principal): Promise<RuleSetList> {
    return asViewer(this.pool, principal, async (tx) => {
      const rows = await tx.query<SetRow>(`${rowText} order by r.version desc limit ${mostListed}`);
      const items: RuleSetView[] = [];
      for (const row of rows.rows) items.push(await this.#view(tx, row, rows.rows));
      return { items };
    });
  }

  async current(principal: Principal): Promise<CurrentRuleSetView> {
    return asViewer(this.pool, principal, async (tx) => {
      const reach = await inReach(tx, principal);
      const set = await this.sets.of(versionInForce(reach, principal.orgPath, this.#today()), tx);
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
   * What entering the set would change. Writes nothing.
   *
   * @throws ProblemError as {@link enter}
   */
  async preview(principal: Principal, request: RuleSetPreviewRequest): Promise<RuleSetPreviewView> {
    refuseUnstorable(request);
    return asViewer(this.pool, principal, async (tx) => {
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
    return asViewer(this.pool, principal, async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1)', [advisoryLocks.ruleSetEntry]);
      const hash = idempotency === null ? null : hashRequest(idempotency.request);
      if (idempotency !== null) {
        const first = await firstAnswer(tx, principal, idempotency.key);
        if (first !== null) return repeated<RuleSetView>(first, hash).body;
      }
      const { base, next } = await this.#compare(tx, principal, request);
      const view = await this.#write(tx, principal, request, base, next);
      if (idempotency !== null) await this.#remember(tx, principal, idempotency.key, hash ?? '', view);
      await this.audit.recordIn(tx, {
        orgId: principal.orgId,
        actor: principal,
        action: 'ruleset.entered',
        subject: { kind: 'ruleset', id: String(view.version) },
        detail: { effectiveFrom: view.effectiveFrom, documentNumber: view.documentNumber },
      });
      return view;
    });
  }

  async #compare(tx: pg.PoolClient, principal: Principal, request: RuleSetPreviewRequest): Promise<Compared> {
    const { effectiveFrom, values, expectedVersion } = request;
    const reach = await inReach(tx, principal);
    const latestVersion = latestOf(reach);
    if (expectedVersion !== undefined && expectedVersion !== latestVersion) {
      throw new ProblemError(409, 'ruleset.stale', `参数已有更新的版本（第${latestVersion}版），请刷新核对后再录入。`, {
        currentVersion: latestVersion,
      });
    }
    const definitions = this.definitions.all();
    const base = await this.sets.of(versionInForce(reach, principal.orgPath, effectiveFrom), tx);
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
    tx: pg.PoolClient,
    principal: Principal,
    { effectiveFrom, documentNumber, note }: RuleSetRequest,
    base: RuleSet,
    { values }: Pick<RuleSet, 'values'>,
  ): Promise<RuleSetView> {
    const written = await tx.query<{ version: number }>(
      `insert into ruleset (org_id, org_path, effective_from, document_number, note, base_version, entered_by,
                            entered_by_name, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning version`,
      [
        principal.orgId,
        principal.orgPath,
        effectiveFrom,
        documentNumber,
        note ?? null,
        base.version,
        principal.id,
        principal.name,
        this.clock.now(),
      ],
    );
    const { version } = written.rows[0] as { version: number };
    const rows = Object.entries(values).flatMap(([category, ofCategory]) =>
      Object.entries(ofCategory).map(([key, setting]) => ({ category, key, ...setting })),
    );
    await tx.query(
      `insert into ruleset_parameter (version, org_path, category, key, value, citation)
       select $1, $2, x.category, x.key, x.value, x.citation
         from jsonb_to_recordset($3::jsonb) as x (category text, key text, value double precision, citation text)`,
      [version, principal.orgPath, JSON.stringify(rows)],
    );
    const all = await tx.query<SetRow>(`${rowText} where r.org_path = $1`, [principal.orgPath]);
    const row = all.rows.find((each) => each.version === version) as SetRow;
    const definitions = this.definitions.all();
    // Not by the store: what it has read it keeps, and this transaction may still be rolled back.
    return viewOf(row, this.#stateOf(row, all.rows), changesBetween(definitions, base, { values }));
  }

  async #remember(
    tx: pg.PoolClient,
    principal: Principal,
    key: string,
    hash: string,
    view: RuleSetView,
  ): Promise<void> {
    const kept = await tx.query(
      `insert into idempotency (person_id, key, request_hash, status, response, created_at)
       values ($1, $2, $3, 201, $4, $5) on conflict do nothing`,
      [principal.id, key, hash, JSON.stringify(view), this.clock.now()],
    );
    // Another kind of command took the key in this very moment; nobody else can.
    if (kept.rowCount === 0) repeated({ requestHash: '', status: 0, response: null }, hash);
  }

  async #view(tx: pg.PoolClient, row: SetRow, among: readonly SetRow[]): Promise<RuleSetView> {
    const [base, set] = [await this.sets.of(row.baseVersion, tx), await this.sets.of(row.version, tx)];
    return viewOf(row, this.#stateOf(row, among), changesBetween(this.definitions.all(), base, set));
  }

  #stateOf(row: SetRow, among: readonly SetRow[]): RuleSetView['state'] {
    const today = this.#today();
    if (row.effectiveFrom > today) return 'future';
    const own = among.filter(({ orgPath }) => orgPath === row.orgPath);
    return versionInForce(own, row.orgPath, today) === row.version ? 'in-force' : 'past';
  }

  /** The set, the one that it was made of, and so on to what is built in. */
  async #line(tx: pg.PoolClient, set: RuleSet): Promise<RuleSet[]> {
    const line = [set];
    for (let at = set; at.baseVersion !== null; line.push(at)) at = await this.sets.of(at.baseVersion, tx);
    return line;
  }

  async #keeping(tx: pg.PoolClient, day: CivilDate): Promise<RuleSetPreviewView['keeping']> {
    const found = await tx.query<{ category: string; state: string; cases: number }>(
      'select category, state, cases from ruleset_keepers($1)',
      [day],
    );
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
async function inReach(tx: pg.PoolClient, { orgPath }: Principal): Promise<readonly SetRow[]> {
  const found = await tx.query<SetRow>(`${rowText} where $1 ^@ r.org_path order by r.effective_from, r.version`, [
    orgPath,
  ]);
  return found.rows;
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

async function firstAnswer(tx: pg.PoolClient, { id }: Principal, key: string): Promise<FirstAnswer | null> {
  const found = await tx.query<FirstAnswer>(
    `select request_hash as "requestHash", status, response from idempotency where person_id = $1 and key = $2`,
    [id, key],
  );
  return found.rows[0] ?? null;
}
