/**
 * Converts what the import of an earlier version had replayed: it had generated opinions, findings and later steps that
 * nobody made. A case in which nobody has acted since becomes a recorded case; in the others the history names the
 * generated rows.
 */
import { civilDateOf } from '@lawgate/calendar';
import { isRecorded } from '@lawgate/engine';
import { statementsWithin } from '@lawgate/database';
import {
  CaseRuntime,
  CaseStore,
  converted,
  generatedRows,
  systemPrincipal,
  untilCommitted,
  type HistoryBody,
  type LoadedCase,
} from '@lawgate/cases';
import type { TableRow } from '@lawgate/files';
import { importerOf, nobody, type ImportParts } from '../import/import-run.ts';
import { imports, type StoredImport } from '../import/import-store.ts';
import { recordOf } from '../import/recorded-row.ts';
import { checkRow } from '../import/row-check.ts';

/** The kind of the job; its key is the id of an import. A migration adds one for each import of an earlier version. */
export const registerConversionKind = 'register.conversion';

interface ImportedLine extends TableRow {
  readonly caseId: string;
}

export class RegisterConversion {
  constructor(
    private readonly parts: ImportParts,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Converts the cases of one import, each in a transaction of its own; stops between two when `signal` is aborted. */
  async run(importId: string, signal: AbortSignal): Promise<void> {
    const { database } = this.parts;
    const of = await database.asWorker((tx) => imports(tx).where('i.id', '=', importId).executeTakeFirst());
    if (of === undefined) return;
    const lines = await database.as(systemPrincipal(of.orgId, of.orgPath), ({ db }) =>
      db
        .selectFrom('register_import_line as l')
        .innerJoin('review_case as c', 'c.id', 'l.caseId')
        .select(['l.line', 'l.cells', 'c.id as caseId'])
        .where('l.importId', '=', importId)
        .where('c.recorded', '=', false)
        .orderBy('l.line')
        .execute(),
    );
    for (const line of lines) {
      if (signal.aborted) return;
      await untilCommitted(() => this.#convert(of, line));
    }
  }

  async #convert(of: StoredImport, line: ImportedLine): Promise<void> {
    const { database, definitions, calendars, settings, clock } = this.parts;
    const by = importerOf(of);
    await database.as(systemPrincipal(of.orgId, of.orgPath), async (tx) => {
      const store = new CaseStore(statementsWithin(tx.client));
      const runtime = new CaseRuntime(store, definitions, calendars, nobody, clock, settings);
      const answer = await store.load(by, line.caseId);
      if (answer.kind !== 'case' || isRecorded(answer.case.stored)) return;
      const until = lastGenerated(answer.case, of);
      if (until === null) return;
      const checked = checkRow(line, {
        mapping: of.mapping,
        headings: of.headings,
        definitions: definitions.all(),
        today: civilDateOf(clock.now()),
      });
      if (checked.row !== null && until === answer.case.version) {
        await runtime.recorded.convert(by, line.caseId, recordOf(of, line, checked, checked.row));
        return;
      }
      if (checked.row === null)
        this.onError(new Error(`line ${line.line} of an imported register reads differently now`));
      await runtime.recorded.markGenerated(by, line.caseId, until);
    });
  }
}

/**
 * The last history row of those that the import had generated; the version of the case where nobody has acted since.
 * What the system did later, such as a clock that lapsed, followed from them.
 *
 * @returns null where the rows are marked already
 */
function lastGenerated(loaded: LoadedCase, of: StoredImport): number | null {
  const rows = loaded.history.map(({ body }) => JSON.parse(body) as HistoryBody);
  if (rows.some(({ type }) => type === converted || type === generatedRows)) return null;
  // A line was replayed with the days of the register, none of them after the import had ended.
  const ended = (of.finishedAt ?? of.startedAt ?? of.createdAt).toISOString();
  const first = rows.find(({ at, actor }) => actor !== null && at > ended);
  return first === undefined ? loaded.version : first.seq - 1;
}
