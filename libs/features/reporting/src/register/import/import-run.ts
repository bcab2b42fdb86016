/**
 * Takes the lines of started imports over as recorded cases, one transaction for each line: a case exists completely or
 * not at all.
 */
import { civilDateOf } from '@lawgate/calendar';
import { ProblemError, type Principal } from '@lawgate/contracts';
import { json, newId, statementsWithin, type Database, type Transaction } from '@lawgate/database';
import { CaseRuntime, CaseStore, systemPrincipal, untilCommitted, type OpenRuntime, type People } from '@lawgate/cases';
import { sql } from 'kysely';
import type { ReportingTables } from '../../tables.ts';
import { completable, receivedOf, sameMatters } from './import-check.ts';
import { imports, knownCases, linesOf, type KnownCase, type StoredImport, type StoredLine } from './import-store.ts';
import { missingFacts, recordOf } from './recorded-row.ts';
import { checkRow, whole, type CheckedRow, type RegisterRow, type RowProblem } from './row-check.ts';

export interface ImportParts extends Pick<OpenRuntime, 'clock' | 'definitions' | 'calendars' | 'settings'> {
  readonly database: Database<ReportingTables>;
}

type Tx = Transaction<ReportingTables>;

const uniqueViolation = '23505';

/** Nobody is looked up: a recorded case names people as its register does. */
export const nobody: People = { find: async () => ({}) };

/**
 * Runs in the worker with its own database role. After an interruption, a run continues with the lines that are not
 * cases yet.
 */
export class RegisterImportRun {
  constructor(
    private readonly parts: ImportParts,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Takes over the lines of one started import; stops between two lines when `signal` is aborted. */
  async run(id: string, signal: AbortSignal): Promise<void> {
    const { database, clock } = this.parts;
    const started = await database.asWorker((tx) =>
      imports(tx).where('i.id', '=', id).where('i.state', '=', 'running').executeTakeFirst(),
    );
    if (started === undefined || !(await this.#runAll(started, signal))) return;
    await database.asWorker(({ db }) =>
      db
        .updateTable('register_import')
        .set({ state: 'done', finishedAt: clock.now() })
        .where('id', '=', id)
        .where('state', '=', 'running')
        .execute(),
    );
  }

  /** @returns false when it was asked to stop before the end */
  async #runAll(of: StoredImport, signal: AbortSignal): Promise<boolean> {
    const system = systemPrincipal(of.orgId, of.orgPath);
    for (;;) {
      const lines = await this.parts.database.as(system, async (tx) => {
        const some = await linesOf(tx, of.id, 'add').next();
        return some.value ?? [];
      });
      if (lines.length === 0) return true;
      for (const line of lines) {
        if (signal.aborted) return false;
        await this.#runLine(of, system, line);
      }
    }
  }

  async #runLine(of: StoredImport, system: Principal, line: StoredLine): Promise<void> {
    const checked = checkRow(line, {
      mapping: of.mapping,
      headings: of.headings,
      definitions: this.parts.definitions.all(),
      today: civilDateOf(this.parts.clock.now()),
    });
    if (checked.row === null) return this.#settle(of, line.line, 'refuse', checked.problems);
    const { row } = checked;
    try {
      await untilCommitted(() => this.parts.database.as(system, (tx) => this.#record(tx, of, line, checked, row)));
    } catch (error) {
      if (isClaimed(error) || error instanceof SaidAlready) {
        return this.#settle(of, line.line, 'skip', [whole('row.known', '系统内已有同一事项，跳过。')]);
      }
      await this.#settle(of, line.line, 'refuse', [this.#problemOf(error, line.line)]);
    }
  }

  #problemOf(error: unknown, line: number): RowProblem {
    if (error instanceof ProblemError) return whole('row.engine', `无法补录：${error.message}`);
    // A fault of the database is not a problem of the row: the import continues when the database is back.
    if (!(error instanceof Error) || isOutage(error)) throw error;
    this.onError(new Error(`line ${line} of an imported register`, { cause: error }));
    return whole('row.engine', '补录时发生内部错误，请联系系统管理员。');
  }

  async #settle(
    of: StoredImport,
    line: number,
    state: 'refuse' | 'skip',
    problems: readonly RowProblem[],
  ): Promise<void> {
    await this.parts.database.asWorker(({ db }) =>
      db
        .updateTable('register_import_line')
        .set({ state, problems: json([...problems]) })
        .where('importId', '=', of.id)
        .where('line', '=', line)
        .where('state', '=', 'add')
        .execute(),
    );
  }

  async #record(tx: Tx, of: StoredImport, line: StoredLine, checked: CheckedRow, row: RegisterRow): Promise<void> {
    // A line that a power cut takes away was not marked either, and is done again: no need to wait for the disk.
    await sql`set local synchronous_commit = off`.execute(tx.db);
    const held = await tx.db
      .selectFrom('register_import_line')
      .select('line')
      .where('importId', '=', of.id)
      .where('line', '=', line.line)
      .where('state', '=', 'add')
      .forUpdate()
      .executeTakeFirst();
    if (held === undefined) return;
    const { definitions, calendars, settings, clock } = this.parts;
    const store = new CaseStore(statementsWithin(tx.client));
    const { recorded } = new CaseRuntime(store, definitions, calendars, nobody, clock, settings);
    const completes = line.problems.some(({ code }) => code === 'row.completes');
    const made = recordOf(of, line, checked, row);
    const known = completes ? await knownOf(tx, of, checked, row) : null;
    const caseId = known?.id ?? newId();
    const facts = known === null ? made.facts : missingFacts(row, known.facts);
    if (known === null) await recorded.record(importerOf(of), { ...made, id: caseId });
    else await recorded.complete(importerOf(of), caseId, { ...made, facts });
    // A matter has lines with the same name and days: the one that it was recorded from, and those that completed it.
    const completed = completes ? `+${facts.map(({ fact }) => fact).join('+')}` : '';
    await tx.db
      .updateTable('register_import_line')
      .set({
        state: 'added',
        caseId,
        rowKey: `${checked.rowKey}${completed}`,
        problems: json(completes ? [...line.problems] : []),
      })
      .where('importId', '=', of.id)
      .where('line', '=', line.line)
      .execute();
  }
}

/** A line that was to complete a matter, of which everything is known by now. */
class SaidAlready extends Error {}

/** @throws SaidAlready */
async function knownOf(tx: Tx, of: StoredImport, checked: CheckedRow, row: RegisterRow): Promise<KnownCase> {
  const { number } = checked;
  const asked = [{ title: row.title, receivedOn: receivedOf(row) }];
  const named = await knownCases(tx, of.orgId, asked, number === null ? [] : [number.code]);
  const known = completable(sameMatters(checked, named), row);
  if (known === null) throw new SaidAlready();
  return known;
}

/** The person who imports, with the rights of the organisation and no role: the history names them. */
export function importerOf({ orgId, orgPath, createdBy, createdByName }: StoredImport): Principal {
  return { ...systemPrincipal(orgId, orgPath), id: createdBy, name: createdByName, roles: [] };
}

/** Another import has created a case for the same row. */
function isClaimed(error: unknown): boolean {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code === uniqueViolation && constraint === 'register_import_line_once';
}

/** True if the server is down, shutting down, or out of resources; other errors are about the row. */
function isOutage(error: Error): boolean {
  const code = (error as { code?: string }).code ?? '';
  if (/^(08|53|57|58|40)/.test(code) || /^E[A-Z]+$/.test(code)) return true;
  return code === '' && /connection|terminat|timeout/i.test(error.message);
}
