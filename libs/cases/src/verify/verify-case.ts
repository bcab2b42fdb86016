/**
 * Compares the rows of a case with its chains: the history, what each commit wrote, and the log. The one judgement that the
 * answer to a person, the auditor's run and the proof pack share. Pure.
 */
import {
  canonicalJson,
  chainHash,
  genesisHash,
  sm3,
  verifyChain,
  type ChainVerdict,
  type HistoryBody,
} from '../read/loaded-case.ts';
import { coverage, tableOf, type CoveredTable } from './coverage.ts';
import { earlierSpots } from './earlier-rows.ts';
import { ExpectedRows, sameValue, type ExpectedRow, type Source } from './expected-rows.ts';
import { historyBody, logBody, writeBody } from './bodies.ts';
import { keyText } from './written-row.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A case as it is in the database: the answer of the SQL function `case_evidence`. */
export interface CaseRows {
  readonly case: Row;
  readonly history: readonly Row[];
  readonly log: readonly Row[];
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  /** Ids of documents in the order in which history rows hash them. */
  readonly documentOrder: readonly string[];
  /** The register's entry as it follows from the other rows; null where it has none. */
  readonly register: Row | null;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** The last renaming of a person by an officer; `name` is null in entries of earlier versions. */
  readonly renames: readonly { readonly person: string; readonly name: string | null }[];
  /** The ends of the chains when the case was last verified. */
  readonly anchor: Row | null;
}

/** A spot where the database and the chain differ. */
export interface Spot {
  readonly table: string;
  /** Key of the row. */
  readonly row: string;
  /** Null where the row as a whole is missing or was added. */
  readonly column: string | null;
  readonly kind: 'changed' | 'missing' | 'added' | 'chain' | 'content';
  /** The history row that says otherwise; null where none does. */
  readonly seq: number | null;
  /** Names table and column, and no text of the case. */
  readonly reason: string;
  /** What the chain says, and what the row says; null where there is nothing to say. */
  readonly said: string | null;
  readonly found: string | null;
}

/** Rows of an earlier version, of which the chain says nothing. */
export interface NotCovered {
  readonly table: string;
  readonly column: string;
  readonly label: string;
  readonly rows: number;
  /** ISO instant from which on rows of this case are recorded; null where none has been recorded yet. */
  readonly since: string | null;
}

export interface Verdict {
  readonly chain: ChainVerdict;
  readonly spots: readonly Spot[];
  readonly notCovered: readonly NotCovered[];
}

/** Where the case row has the end of a chain. */
const endColumns = { history: 'last_hash', case_log: 'log_hash' } as const;

/** Longer values are cut in a spot: it is to be found, not read. */
const shownCharacters = 120;

export function verifyCase(evidence: CaseRows): Verdict {
  const bodies = evidence.history.map(({ body }) => historyBody(body));
  const chain = verifyChain(
    evidence.history.map((row) => ({
      seq: Number(row['seq']),
      body: String(row['body']),
      prevHash: String(row['prev_hash']),
      hash: String(row['hash']),
    })),
    String(evidence.case['last_hash']),
  );
  const knowsAll = bodies[0]?.wrote !== undefined;
  const expected = expectedRows(evidence, bodies, knowsAll);
  const judge = new Judge(evidence, bodies, expected, knowsAll);
  judge.chains(chain);
  judge.rows();
  judge.derived();
  return { chain, spots: judge.spots, notCovered: judge.notCovered() };
}

/** Spots of the chains come first: they explain the others. */
class Judge {
  readonly spots: Spot[] = [];
  readonly #uncovered = new Map<string, number>();
  readonly #since: string | null;

  constructor(
    private readonly evidence: CaseRows,
    private readonly bodies: readonly (HistoryBody | null)[],
    private readonly expected: ExpectedRows,
    private readonly knowsAll: boolean,
  ) {
    const firsts = [
      bodies.find((body) => body?.wrote !== undefined)?.at,
      logBody(evidence.log[0]?.['body'])?.at,
    ].filter((at) => at !== undefined);
    this.#since = firsts.sort()[0] ?? null;
  }

  chains(chain: ChainVerdict): void {
    const { history, log, anchor } = this.evidence;
    if (!chain.intact) {
      this.#brokenLink('history', history, chain, this.evidence.case['last_hash']);
    }
    for (const [index, row] of history.entries()) {
      // Of a row that is no link of the chain nothing more can be said.
      if (!chain.intact && chain.seq === index + 1) continue;
      this.#historyRow(row, this.bodies[index] ?? null);
    }
    this.#logChain(chain);
    if (anchor === null) return;
    const ends = [
      ['history', history, anchor['version'], anchor['last_hash']],
      ['case_log', log, anchor['log_seq'], anchor['log_hash']],
    ] as const;
    for (const [table, rows, seq, hash] of ends) {
      if (Number(seq) === 0 || rows[Number(seq) - 1]?.['hash'] === hash) continue;
      const reason = `${labelOf(table)}第${String(seq)}条与上次核验时的链值不符`;
      this.#add(table, String(seq), 'hash', 'chain', reason, null, [hash, rows[Number(seq) - 1]?.['hash']]);
    }
  }

  /** Names the column of the first row that does not fit, where that is known. */
  #brokenLink(
    table: 'history' | 'case_log',
    rows: readonly Row[],
    { seq, reason }: Extract<ChainVerdict, { intact: false }>,
    end: unknown,
  ): void {
    const row = rows[seq - 1];
    const own = table === 'history' ? seq : null;
    const said = table === 'history' ? reason : `${labelOf(table)}第${seq}条：${reason}`;
    const add = (of: string, at: string, column: string | null): void => this.#add(of, at, column, 'chain', said, own);
    if (row === undefined) {
      const expected = this.expected.of('review_case').get(this.#caseId)?.values.get('version')?.value;
      const isCut =
        table === 'history' && expected !== rows.length && Number(this.evidence.case['version']) !== rows.length;
      return isCut ? add(table, String(seq), null) : add('review_case', this.#caseId, endColumns[table]);
    }
    if (row['seq'] !== seq) return add(table, String(seq), null);
    const before = seq === 1 ? genesisHash : rows[seq - 2]?.['hash'];
    if (row['prev_hash'] !== before) return add(table, String(seq), 'prev_hash');
    const next = rows[seq]?.['prev_hash'] ?? end;
    const isHash = chainHash(String(before), String(row['body'])) === next;
    add(table, String(seq), isHash ? 'hash' : 'body');
  }

  #historyRow(row: Row, body: HistoryBody | null): void {
    const seq = Number(row['seq']);
    if (body === null) {
      this.#add('history', String(seq), 'body', 'changed', `${wordsFor('history', 'body')}读不出来`, seq);
      return;
    }
    const said = { at: body.at, type: body.type, actor_id: body.actor?.id ?? null };
    for (const [column, value] of Object.entries(said)) {
      if (!sameValue(column, row[column], value)) {
        this.#changed('history', String(seq), column, seq, value, row[column]);
      }
    }
    const { wrote } = row;
    if (body.wrote === undefined) {
      if (wrote != null) this.#add('history_write', String(seq), null, 'added', '办理写入记录多出一条', seq);
    } else if (wrote == null) {
      this.#add('history_write', String(seq), null, 'missing', '办理写入记录缺少一条', seq);
    } else if (sm3(String(wrote)) !== body.wrote) {
      this.#changed('history_write', String(seq), 'body', seq, body.wrote, sm3(String(wrote)));
    }
    const entry = body.log === undefined ? null : this.evidence.log[body.log.seq - 1];
    if (body.log !== undefined && entry?.['hash'] !== body.log.hash) {
      const reason = `案外记录第${body.log.seq}条与办理记录第${seq}条所记的不符`;
      this.#add('case_log', String(body.log.seq), 'hash', 'chain', reason, seq, [body.log.hash, entry?.['hash']]);
    }
  }

  #logChain(chain: ChainVerdict): void {
    const { log, history } = this.evidence;
    const end = this.evidence.case['log_hash'] ?? genesisHash;
    const verdict = verifyChain(
      log.map((row) => ({
        seq: Number(row['seq']),
        body: String(row['body']),
        prevHash: String(row['prev_hash']),
        hash: String(row['hash']),
      })),
      String(end),
    );
    if (!verdict.intact) {
      this.#brokenLink('case_log', log, verdict, end);
    }
    const count = Number(this.evidence.case['log_seq']);
    if (count !== log.length) this.#changed('review_case', this.#caseId, 'log_seq', null, log.length, count);
    for (const row of log) {
      const body = logBody(row['body']);
      const seq = String(row['seq']);
      if (body === null) continue;
      for (const [column, value] of [
        ['at', body.at],
        ['type', body.type],
      ] as const) {
        if (!sameValue(column, row[column], value)) this.#changed('case_log', seq, column, null, value, row[column]);
      }
      const then = history[body.history.seq - 1]?.['hash'];
      if (!chain.intact || then === body.history.hash) continue;
      const reason = `办理记录第${body.history.seq}条与案外记录第${seq}条所记的不符`;
      this.#add('history', String(body.history.seq), 'hash', 'chain', reason, null, [body.history.hash, then]);
    }
  }

  /** Every table of which commits or the log write rows. */
  rows(): void {
    const { evidence } = this;
    const held: Readonly<Record<string, readonly Row[]>> = {
      ...evidence.tables,
      review_case: [{ ...evidence.case, stored: sm3(canonicalJson(evidence.case['stored'])) }],
    };
    for (const [table, covered] of Object.entries(coverage) as [string, CoveredTable][]) {
      if (!['commit', 'log'].includes(covered.cover) || table === 'person') continue;
      this.#table(table, covered, held[table] ?? []);
    }
    const path = this.expected.of('review_case').get(this.#caseId)?.values.get('org_path')?.value;
    const orgPath = path ?? evidence.case['org_path'];
    const writes = evidence.history.filter(({ wrote }) => wrote != null);
    for (const [table, rows] of Object.entries({
      ...evidence.tables,
      history_write: writes.map((row) => ({ seq: row['seq'], org_path: row['wrote_path'] })),
      history: evidence.history,
      case_log: evidence.log,
    })) {
      for (const row of rows) {
        if (row['org_path'] === orgPath) continue;
        this.#changed(table, keyText(table, row), 'org_path', null, orgPath, row['org_path']);
      }
    }
    this.spots.push(...earlierSpots(evidence, this.bodies, this.expected));
  }

  #table(table: string, covered: CoveredTable, rows: readonly Row[]): void {
    const expected = this.expected.of(table);
    const there = new Map(rows.map((row) => [keyText(table, row), row]));
    const added = [...there].filter(([key]) => !expected.has(key));
    const missing = [...expected].filter(([key]) => !there.has(key));
    for (const [key, row] of there) {
      const known = expected.get(key);
      if (known !== undefined) this.#compare(table, covered, key, known, row);
    }
    // A row whose key was changed is one spot, not two.
    for (const [key, row] of missing) {
      const at = added.findIndex(([, other]) => isSameRow(table, covered, row, other));
      const [found] = at === -1 ? [] : added.splice(at, 1);
      if (found === undefined) {
        this.#add(table, key, null, 'missing', `${covered.label}缺少一条记录`, seqOf(row.source));
        continue;
      }
      for (const column of covered.key) {
        if (sameValue(column, row.key[column], found[1][column])) continue;
        this.#changed(table, key, column, seqOf(row.source), row.key[column], found[1][column]);
      }
      this.#compare(table, covered, key, row, found[1]);
    }
    for (const [key, row] of added) this.#unrecorded(table, covered, key, row);
  }

  #compare(table: string, covered: CoveredTable, key: string, expected: ExpectedRow, row: Row): void {
    for (const [column, { value, source }] of expected.values) {
      if (!sameValue(column, row[column], value)) {
        this.#changed(table, key, column, seqOf(source), value, row[column]);
      }
    }
    if (expected.isWhole) return;
    for (const column of recordedNames(covered)) {
      if (!expected.values.has(column)) this.#leaveOut(table, column);
    }
  }

  /** A row of which no chain says anything: of an earlier version, or added by somebody. */
  #unrecorded(table: string, covered: CoveredTable, key: string, row: Row): void {
    if (this.expected.isUnknown(table, key)) return this.#leaveOutRow(table, covered);
    const at = covered.writtenAt === null ? null : row[covered.writtenAt];
    // A paper belongs to the history row that ordered it, whenever it was made.
    const cause = table === 'paper' ? this.bodies[Number(row['cause_seq']) - 1] : null;
    const isEarlier =
      at == null ||
      this.#since === null ||
      Date.parse(String(at)) < Date.parse(this.#since) ||
      (cause != null && cause.wrote === undefined);
    if (!this.knowsAll && isEarlier) return this.#leaveOutRow(table, covered);
    this.#add(table, key, null, 'added', `${covered.label}多出一条没有记录过的`, null);
  }

  #leaveOutRow(table: string, covered: CoveredTable): void {
    for (const column of recordedNames(covered)) this.#leaveOut(table, column);
  }

  #leaveOut(table: string, column: string): void {
    const name = `${table} ${column}`;
    this.#uncovered.set(name, (this.#uncovered.get(name) ?? 0) + 1);
  }

  /** What follows from other rows: the number of documents, the register, the names of today. */
  derived(): void {
    const { evidence } = this;
    const documents = evidence.tables['document'] ?? [];
    if (Number(evidence.case['documents']) !== documents.length) {
      this.#changed('review_case', this.#caseId, 'documents', null, documents.length, evidence.case['documents']);
    }
    this.#register();
    const names = this.expected.of('person');
    const renamed = new Map(evidence.renames.map(({ person, name }) => [person, name]));
    for (const { id, name } of evidence.people) {
      const known = names.get(id)?.values.get('name');
      if (known === undefined) {
        this.#leaveOut('person', 'name');
        continue;
      }
      if (known.value === name) continue;
      // An officer changed it, and the audit log says so; an entry of an earlier version does not say to what.
      const to = renamed.get(id);
      if (to === null || to === name) continue;
      this.#changed('person', id, 'name', seqOf(known.source), to ?? known.value, name);
    }
  }

  #register(): void {
    const [entry] = this.evidence.tables['register_entry'] ?? [];
    const { register } = this.evidence;
    if (entry === undefined && register === null) return;
    if (entry === undefined) return this.#add('register_entry', '', null, 'missing', '台账缺少本案', null);
    if (register === null) return this.#add('register_entry', '', null, 'added', '台账多出本案', null);
    for (const column of Object.keys(coverage.register_entry.columns)) {
      if (!sameValue(column, register[column], entry[column])) {
        this.#changed('register_entry', '', column, null, register[column], entry[column]);
      }
    }
  }

  notCovered(): NotCovered[] {
    return [...this.#uncovered].map(([name, rows]) => {
      const [table = '', column = ''] = name.split(' ');
      return { table, column, label: wordsFor(table, column), rows, since: this.#since };
    });
  }

  get #caseId(): string {
    return String(this.evidence.case['id']);
  }

  #changed(table: string, row: string, column: string, seq: number | null, said: unknown, found: unknown): void {
    this.#add(table, row, column, 'changed', `${wordsFor(table, column)}与记录不一致`, seq, [said, found]);
  }

  #add(
    table: string,
    row: string,
    column: string | null,
    kind: Spot['kind'],
    reason: string,
    seq: number | null,
    [said, found]: readonly [unknown?, unknown?] = [],
  ): void {
    this.spots.push({ table, row, column, kind, seq, reason, said: shown(said), found: shown(found) });
  }
}

/** What the chains say, as far as their bodies can be read. */
function expectedRows(
  { history, log }: CaseRows,
  bodies: readonly (HistoryBody | null)[],
  knowsAll: boolean,
): ExpectedRows {
  const expected = new ExpectedRows(knowsAll);
  const entries = log.map(({ body }) => logBody(body));
  let next = 0;
  const logUpTo = (version: number): void => {
    for (let entry = entries[next]; next < entries.length; entry = entries[(next += 1)]) {
      if (entry == null) continue;
      if (entry.history.seq > version) return;
      for (const row of entry.rows) expected.apply(row, { in: 'log', seq: entry.seq });
      if (entry.actor !== null) {
        const { id, name } = entry.actor;
        expected.apply({ in: 'person', key: { id }, set: { name } }, { in: 'log', seq: entry.seq });
      }
    }
  };
  for (const [index, row] of history.entries()) {
    const seq = bodies[index]?.seq ?? Number(row['seq']);
    logUpTo(seq - 1);
    if (bodies[index]?.wrote === undefined) continue;
    for (const written of writeBody(row['wrote'])?.rows ?? []) expected.apply(written, { in: 'history', seq });
  }
  logUpTo(Number.POSITIVE_INFINITY);
  return expected;
}

/** More than half of the values agree: the same row under another key. */
function isSameRow(table: string, covered: CoveredTable, expected: ExpectedRow, row: Row): boolean {
  const names = [...expected.values.keys()];
  const same = names.filter((column) => sameValue(column, expected.values.get(column)?.value, row[column]));
  return covered.key.length > 0 && same.length * 2 > names.length;
}

function recordedNames({ columns, covers }: CoveredTable): string[] {
  return Object.keys(columns).filter((column) => column !== 'org_path' && covers?.[column] === undefined);
}

function seqOf(source: Source): number | null {
  return source.in === 'history' ? source.seq : null;
}

function labelOf(table: string): string {
  return tableOf(table)?.label ?? table;
}

/** 意见的“正文” */
export function wordsFor(table: string, column: string): string {
  const label = tableOf(table)?.columns[column] ?? column;
  return `${labelOf(table)}的“${label}”`;
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'string' ? value : canonicalJson(value);
  return text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
}
