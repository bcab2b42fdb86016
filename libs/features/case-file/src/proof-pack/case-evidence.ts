/** Everything that is known of one case, read at one moment. */
import { attachmentsOf, type Attachment } from '../archive/attachments.ts';
import type { CaseFileTables } from '../tables.ts';
import { civilDateOf, viewClock, type Calendar, type CivilDate, type ClockView } from '@lawgate/calendar';
import type { Principal } from '@lawgate/contracts';
import { describeDefinition, type Definition, type DefinitionDescription } from '@lawgate/engine';
import {
  CaseStore,
  readCaseRows,
  verifyCase,
  type CaseRows,
  type Spot,
  type Verdict,
  parametersOf,
  systemPrincipal,
  type ChainLink,
  type HistoryBody,
  type LoadedCase,
  type OpenRuntime,
  type RuleSet,
} from '@lawgate/cases';
import { statementsWithin, type Database, type Transaction } from '@lawgate/database';
import { sqlText } from '../sql-text.ts';

export interface EvidenceParts extends Pick<OpenRuntime, 'definitions' | 'calendars' | 'ruleSets'> {
  /** The worker's. */
  readonly database: Database<CaseFileTables>;
}

/** An event that a rule refused. */
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
  /**
   * The day of the last history row: running clocks are shown as of that day, so that the same case gives the same
   * pack.
   */
  readonly asOf: CivilDate;
  readonly links: readonly (ChainLink & { readonly body: string })[];
  readonly rows: readonly HistoryBody[];
  readonly attachments: readonly Attachment[];
  readonly clocks: readonly (ClockView & { readonly run: number })[];
  readonly tasks: readonly TaskDone[];
  readonly access: readonly AccessGiven[];
  readonly facts: readonly { readonly kind: string; readonly on: string; readonly detail: unknown }[];
  readonly refusals: readonly RefusalMet[];
  /** The rows as they are in the database, and where they differ from the chains. */
  readonly caseRows: CaseRows;
  readonly verdict: Verdict;
  readonly ruleSet: RuleSet;
  /** Null where the category is not installed any more. */
  readonly definition: DefinitionDescription | null;
}

/**
 * Reads a case for its pack.
 *
 * @param seenFrom path of the organisation that ordered the pack: cases outside it count as missing
 * @returns null where there is no such case
 */
export async function readEvidence(
  { database, definitions, calendars, ruleSets }: EvidenceParts,
  caseId: string,
  seenFrom: string,
): Promise<CaseEvidence | null> {
  // One moment for all that is read: an event that comes meanwhile belongs to a later pack.
  return database.asWorkerSnapshot(async (tx) => {
    const head = await readHead(tx, caseId, seenFrom);
    if (head === null) return null;
    try {
      const evidence = await read(tx, caseId, head);
      if (evidence === null) return null;
      const { loaded } = evidence;
      const ruleSet = await ruleSets.of(loaded.stored.rulesetVersion, tx.client);
      const definition = definitions.find(loaded.category, loaded.stored.definitionVersion);
      return { ...evidence, ruleSet, ...asOfLastRow(evidence, calendars.current(), definition, ruleSet) };
    } catch (error) {
      const { spots } = head.verdict;
      throw spots.length === 0 ? error : new ChangedCaseError(String(head.caseRows.case['title']), spots, error);
    }
  });
}

/** The case was changed behind the chain so that it cannot be shown any more. */
export class ChangedCaseError extends Error {
  constructor(
    readonly title: string,
    readonly spots: readonly Spot[],
    cause: unknown,
  ) {
    super(`${spots.length} spots`, { cause });
  }
}

type Read = Omit<CaseEvidence, 'ruleSet' | 'definition' | 'clocks' | 'asOf'>;

/** What the view of a case does not need and its proof does. */
const evidenceText = sqlText('evidence');

interface Head extends Pick<CaseEvidence, 'organisation' | 'caseRows' | 'verdict'> {
  readonly system: Principal;
}

async function readHead(tx: Transaction<CaseFileTables>, caseId: string, seenFrom: string): Promise<Head | null> {
  const organisation = await tx.db
    .selectFrom('review_case as c')
    // A case that names an organisation which is not there is to be proved changed, not missing.
    .leftJoin('organisation as o', 'o.id', 'c.orgId')
    .select(['c.orgId as id', 'c.orgPath as path', 'o.name'])
    .where('c.id', '=', caseId)
    .where('c.orgPath', '^@', seenFrom)
    .executeTakeFirst();
  if (organisation === undefined) return null;
  const system = systemPrincipal(organisation.id, organisation.path);
  const caseRows = await readCaseRows(tx.client, system, caseId);
  if (caseRows === null) return null;
  return { system, organisation: organisation.name ?? '', caseRows, verdict: verifyCase(caseRows) };
}

async function read(
  tx: Transaction<CaseFileTables>,
  caseId: string,
  { system, organisation, caseRows, verdict }: Head,
): Promise<Read | null> {
  const answer = await new CaseStore(statementsWithin(tx.client)).load(system, caseId);
  if (answer.kind !== 'case') return null;
  const links = await tx.db
    .selectFrom('history')
    .select(['seq', 'body', 'prevHash', 'hash'])
    .where('caseId', '=', caseId)
    .orderBy('seq')
    .execute();
  const rest = await tx.client.query<Pick<CaseEvidence, 'tasks' | 'access' | 'facts' | 'refusals'>>(evidenceText, [
    caseId,
  ]);
  const { tasks, access, facts, refusals } = rest.rows[0] ?? { tasks: [], access: [], facts: [], refusals: [] };
  return {
    loaded: answer.case,
    organisation,
    links,
    rows: links.map(({ body }) => JSON.parse(body) as HistoryBody),
    caseRows,
    verdict,
    attachments: await attachmentsOf(tx, answer.case),
    tasks,
    access,
    facts,
    refusals,
  };
}

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
