/** Everything that is known of one case, read at one moment. */
import { attachmentsOf, type Attachment } from '../archive/attachments.ts';
import { civilDateOf, viewClock, type Calendar, type CivilDate, type ClockView } from '@lawgate/calendar';
import { describeDefinition, type Definition, type DefinitionDescription } from '@lawgate/engine';
import {
  CaseStore,
  parametersOf,
  systemPrincipal,
  type ChainLink,
  type HistoryBody,
  type LoadedCase,
  type OpenRuntime,
  type RuleSet,
} from '@lawgate/cases';
import { statementsWithin } from '@lawgate/database';
import type pg from 'pg';

export type EvidenceParts = Pick<OpenRuntime, 'appPool' | 'definitions' | 'calendars' | 'ruleSets'>;

/** An event that a rule stopped. */
export interface RefusalMet {
  readonly version: number;
  readonly event: string;
  readonly refusals: readonly { readonly rule: string; readonly message: string; readonly citation: string | null }[];
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
}

export interface TaskDone {
  readonly key: string;
  readonly label: string;
  readonly visit: number;
  readonly seat: string;
  readonly role: string;
  readonly holder: string | null;
  readonly dueOn: string | null;
  readonly outcome: string | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
}

export interface AccessGiven {
  readonly person: string;
  readonly grantedAt: string;
  readonly revokedAt: string | null;
  readonly reason: string | null;
}

export interface CaseEvidence {
  readonly loaded: LoadedCase;
  readonly organisation: string;
  /** The day of the last row of the history: running clocks are shown as of it, so that the same case gives the same pack. */
  readonly asOf: CivilDate;
  readonly links: readonly (ChainLink & { readonly body: string })[];
  readonly rows: readonly HistoryBody[];
  readonly attachments: readonly Attachment[];
  readonly clocks: readonly (ClockView & { readonly run: number })[];
  readonly tasks: readonly TaskDone[];
  readonly access: readonly AccessGiven[];
  readonly facts: readonly { readonly kind: string; readonly on: string; readonly detail: unknown }[];
  readonly refusals: readonly RefusalMet[];
  readonly ruleSet: RuleSet;
  /** Null where the category is not installed any more. */
  readonly definition: DefinitionDescription | null;
}

/**
 * Reads a case for its pack.
 *
 * @param seenFrom path of the organisation that asked: a case outside of it is not there
 * @returns null where there is no such case
 */
export async function readEvidence(
  { appPool, definitions, calendars, ruleSets }: EvidenceParts,
  caseId: string,
  seenFrom: string,
): Promise<CaseEvidence | null> {
  const client = await appPool.connect();
  try {
    // One moment for all that is read: an event that comes meanwhile belongs to a later pack.
    await client.query('begin isolation level repeatable read read only');
    const evidence = await read(client, caseId, seenFrom);
    if (evidence === null) return null;
    const { loaded } = evidence;
    const ruleSet = await ruleSets.of(loaded.stored.rulesetVersion, client);
    const definition = definitions.find(loaded.category, loaded.stored.definitionVersion);
    return { ...evidence, ruleSet, ...asOfLastRow(evidence, calendars.current(), definition, ruleSet) };
  } finally {
    await client.query('rollback').then(
      () => client.release(),
      (fault: Error) => client.release(fault),
    );
  }
}

type Read = Omit<CaseEvidence, 'ruleSet' | 'definition' | 'clocks' | 'asOf'>;

async function read(client: pg.PoolClient, caseId: string, seenFrom: string): Promise<Read | null> {
  const place = await client.query<{ id: string; path: string; name: string }>(
    `select o.id, o.path, o.name from review_case c join organisation o on o.id = c.org_id
      where c.id = $1 and c.org_path ^@ $2`,
    [caseId, seenFrom],
  );
  const organisation = place.rows[0];
  if (organisation === undefined) return null;
  const system = systemPrincipal(organisation.id, organisation.path);
  const answer = await new CaseStore(statementsWithin(client)).load(system, caseId);
  if (answer.kind !== 'case') return null;
  const history = await client.query<ChainLink>(
    `select seq, body, prev_hash as "prevHash", hash from history where case_id = $1 order by seq`,
    [caseId],
  );
  const rest = await client.query<Pick<CaseEvidence, 'tasks' | 'access' | 'facts' | 'refusals'>>(evidenceText, [
    caseId,
  ]);
  const { tasks, access, facts, refusals } = rest.rows[0] ?? { tasks: [], access: [], facts: [], refusals: [] };
  return {
    loaded: answer.case,
    organisation: organisation.name,
    links: history.rows,
    rows: history.rows.map(({ body }) => JSON.parse(body) as HistoryBody),
    attachments: await attachmentsOf(client, answer.case),
    tasks,
    access,
    facts,
    refusals,
  };
}

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What the view of a case does not need and its proof does. Parameter: the case. */
const evidenceText = `select
  coalesce((select json_agg(json_build_object('key', t.key, 'label', t.label, 'visit', t.visit, 'seat', t.seat,
      'role', t.role, 'holder', h.name, 'dueOn', t.due_on, 'outcome', t.outcome, 'openedAt', ${instant('t.opened_at')},
      'closedAt', ${instant('t.closed_at')}, 'closedBy', b.name) order by t.opened_at, t.id)
    from task t left join person h on h.id = t.holder left join person b on b.id = t.closed_by
    where t.case_id = $1), '[]') as tasks,
  coalesce((select json_agg(json_build_object('person', p.name, 'grantedAt', ${instant('a.granted_at')},
      'revokedAt', ${instant('a.revoked_at')}, 'reason', a.revoked_reason) order by a.granted_at, a.person_id)
    from case_access a join person p on p.id = a.person_id where a.case_id = $1), '[]') as access,
  coalesce((select json_agg(json_build_object('kind', f.kind, 'on', f.on_date, 'detail', f.detail) order by f.id)
    from fact f where f.case_id = $1), '[]') as facts,
  coalesce((select json_agg(json_build_object('version', r.version, 'event', r.event, 'refusals', r.refusals,
      'by', json_build_object('id', r.by_person, 'name', r.by_name), 'at', ${instant('r.at')}) order by r.at, r.id)
    from refusal_met r where r.case_id = $1), '[]') as refusals`;

function asOfLastRow(
  { loaded, rows }: Read,
  calendar: Calendar,
  definition: Definition | null,
  ruleSet: RuleSet,
): Pick<CaseEvidence, 'asOf' | 'clocks' | 'definition'> {
  const asOf = civilDateOf(rows.at(-1)?.at ?? loaded.updatedAt);
  return {
    asOf,
    clocks: loaded.clocks.map(({ run, state }) => ({ ...viewClock(calendar, state, asOf), run })),
    definition: definition === null ? null : describeDefinition(definition, parametersOf(ruleSet, definition)),
  };
}
