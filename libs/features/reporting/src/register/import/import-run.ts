/**
 * Replays the lines of started imports through the engine, one transaction for each line: a case exists completely or
 * not at all.
 */
import { civilDateOf } from '@lawgate/calendar';
import { ProblemError, type Principal } from '@lawgate/contracts';
import type { Role } from '@lawgate/engine';
import { json, newId, SimulatedClock, statementsWithin, type Database, type Transaction } from '@lawgate/database';
import { CaseRuntime, CaseStore, logRows, systemPrincipal, type OpenRuntime, type People } from '@lawgate/cases';
import { sql } from 'kysely';
import type { ReportingTables } from '../../tables.ts';
import { RegisterReplay, type Cast } from '../replay.ts';
import { RegisterError, type RegisterRow } from '../register-file.ts';
import type { TableRow } from '@lawgate/files';
import { imports, linesOf, type StoredImport } from './import-store.ts';
import { checkRow, whole, type CheckedRow, type RowProblem } from './row-check.ts';

export interface ImportParts extends Pick<OpenRuntime, 'clock' | 'definitions' | 'calendars' | 'settings'> {
  readonly database: Database<ReportingTables>;
}

type Tx = Transaction<ReportingTables>;

const opinion = '据历史台账补录，法律顾问的原意见见纸质档案。';
const uniqueViolation = '23505';

/**
 * Runs in the worker with its own database role. After an interruption, a run continues with the lines that are not
 * cases yet.
 */
export class RegisterImportRun {
  /** Ids of people who were found or added by a valid line, by organisation, role and name. */
  readonly #people = new Map<string, string>();

  constructor(
    private readonly parts: ImportParts,
    private readonly onError: (error: Error) => void,
  ) {}

  /** Replays the lines of one started import; stops between two lines when `signal` is aborted. */
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

  async #runLine(of: StoredImport, system: Principal, line: TableRow): Promise<void> {
    const checked = checkRow(line, {
      mapping: of.mapping,
      headings: of.headings,
      definitions: this.parts.definitions.all(),
      today: civilDateOf(this.parts.clock.now()),
    });
    if (checked.row === null) return this.#settle(of, line.line, 'refuse', checked.problems);
    const { row } = checked;
    const found = new Map<string, string>();
    try {
      await this.parts.database.as(system, (tx) => this.#replay(tx, of, checked, row, found));
      for (const [key, id] of found) this.#people.set(key, id);
    } catch (error) {
      if (isClaimed(error)) {
        return this.#settle(of, line.line, 'skip', [whole('row.known', '系统内已有同一事项，跳过。')]);
      }
      await this.#settle(of, line.line, 'refuse', [this.#problemOf(error, line.line)]);
    }
  }

  #problemOf(error: unknown, line: number): RowProblem {
    if (error instanceof RegisterError || error instanceof ProblemError) {
      const text = error.message.replace(/^第\d+行：/u, '');
      return whole('row.engine', `按办理规则无法补录：${text}`);
    }
    // A fault of the database is not a problem of the row: the import continues when the database is back.
    if (!(error instanceof Error) || isOutage(error)) throw error;
    this.onError(new Error(`line ${line} of an imported register`, { cause: error }));
    return whole('row.engine', '补录时发生内部错误，请联系系统管理员。');
  }

  async #person(
    { db }: Tx,
    { orgId }: StoredImport,
    role: Role,
    name: string,
    found: Map<string, string>,
  ): Promise<string> {
    const key = JSON.stringify([orgId, role, name]);
    const known = this.#people.get(key);
    if (known !== undefined) return known;
    const now = this.parts.clock.now();
    const asked = await sql<{ id: string }>`select past_person(${orgId}, ${role}, ${name}, ${now}) as id`.execute(db);
    const id = asked.rows[0]?.id ?? '';
    found.set(key, id);
    return id;
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

  async #replay(
    tx: Tx,
    of: StoredImport,
    checked: CheckedRow,
    row: RegisterRow,
    found: Map<string, string>,
  ): Promise<void> {
    // A line that a power cut takes away was not marked either, and is done again: no need to wait for the disk.
    await sql`set local synchronous_commit = off`.execute(tx.db);
    const held = await tx.db
      .selectFrom('register_import_line')
      .select('line')
      .where('importId', '=', of.id)
      .where('line', '=', row.line)
      .where('state', '=', 'add')
      .forUpdate()
      .executeTakeFirst();
    if (held === undefined) return;
    const { definitions, calendars, settings } = this.parts;
    const until = this.parts.clock.now();
    const clock = new SimulatedClock(until);
    const cast = await castOf(of, row, (role, name) => this.#person(tx, of, role, name, found));
    const people = new PastPeople(Object.values(cast.advisers));
    const store = new CaseStore(statementsWithin(tx.client));
    const runtime = new CaseRuntime(store, definitions, calendars, people, clock, settings);
    const caseId = newId();
    const replay = new RegisterReplay(
      {
        runtime,
        definitions,
        calendars,
        clock,
        addDocument: async (by, id, kind) => {
          await handInFile(tx, of, row.line, { by, caseId: id, kind, at: clock.now() });
          runtime.invalidate(id);
        },
        continueSeries: async () => {},
      },
      cast,
      {
        backDated: true,
        // The only date that a register has after the letter is the day of filing. Without it the further events are
        // unknown, and the case stays in its state after the letter.
        complete: row.filedOn !== null,
        past: {
          caseId,
          number: checked.number,
          evidence: { import: { file: of.fileHash, name: of.fileName, line: row.line } },
          until,
          opinion,
        },
      },
    );
    await replay.run([row]);
    await tx.db
      .updateTable('register_import_line')
      .set({ state: 'added', caseId, rowKey: checked.rowKey, problems: json([]) })
      .where('importId', '=', of.id)
      .where('line', '=', row.line)
      .execute();
  }
}

/** Past advisers may have no account today, so the present directory does not contain them. */
class PastPeople implements People {
  constructor(private readonly advisers: readonly Principal[]) {}

  async find(_viewer: unknown, ids: readonly string[]): ReturnType<People['find']> {
    return Object.fromEntries(
      this.advisers
        .filter(({ id }) => ids.includes(id))
        .map(({ id, name, roles, qualifications }) => [
          id,
          { id, name, roles: roles as readonly Role[], qualifications },
        ]),
    );
  }
}

/**
 * The people of a row: those of the organisation that it names; for unnamed ones a placeholder name that gives the
 * source.
 */
async function castOf(
  of: StoredImport,
  row: RegisterRow,
  find: (role: Role, name: string) => Promise<string>,
): Promise<Cast> {
  const person = async (role: Role, name: string): Promise<Principal> => ({
    ...systemPrincipal(of.orgId, of.orgPath),
    id: await find(role, name),
    name,
    username: '',
    roles: [role],
    // The qualification of a past reviewer is not checked again.
    qualifications: ['enforcement-review-experience'],
  });
  const adviser = row.adviser === null ? null : await person('adviser', row.adviser);
  return {
    clerk: await person('submitter', '承办人（台账补录）'),
    intake: await person('reviewer', row.reviewer ?? '审查人（台账补录）'),
    director: await person('director', '审签人（台账补录）'),
    leader: await person('leader', '分管领导（台账补录）'),
    archivist: await person('archivist', '档案员（台账补录）'),
    advisers: adviser === null || row.adviser === null ? {} : { [row.adviser]: adviser },
  };
}

/** The imported file takes the place of the materials, which are on paper. */
async function handInFile(
  { db, client }: Tx,
  of: StoredImport,
  line: number,
  to: { readonly by: Principal; readonly caseId: string; readonly kind: string; readonly at: Date },
): Promise<void> {
  const mediaType =
    of.format === 'csv' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const id = newId();
  await db
    .insertInto('document')
    .values({
      id,
      caseId: to.caseId,
      orgPath: of.orgPath,
      kind: to.kind,
      name: `台账第${line}行-${of.fileName}`.slice(0, 200),
      version: 1,
      size: of.size,
      mediaType,
      sha256: of.fileHash,
      sm3: of.fileSm3,
      uploadedBy: to.by.id,
      uploadedAt: to.at,
    })
    .execute();
  await logRows(client, {
    caseId: to.caseId,
    type: 'document.handed-in',
    actor: to.by,
    at: to.at,
    rows: [{ in: 'document', key: { id } }],
  });
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
