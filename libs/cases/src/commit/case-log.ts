/**
 * The log of a case: what is written between two commits (documents, papers, recordings and the like), chained by SM3 as
 * history is. It has no version of the case, so writers do not conflict with events; a history row names the entry that its
 * step saw.
 */
import type pg from 'pg';
import { canonicalJson, chainHash, genesisHash } from '../read/loaded-case.ts';
import { sqlText } from '../sql-text.ts';
import { recordedColumns, type LogBody } from '../verify/written-row.ts';

/** Types of entries, with the labels that people read. */
export const logLabels = {
  'document.handed-in': '报送材料',
  'document.scanned': '病毒检查',
  'paper.made': '制作文书',
  'recording.entered': '登记音像记录',
  'recording.voided': '作废音像记录',
  'comparison.asked': '发起比对',
  'comparison.done': '完成比对',
  'pages.counted': '填写页数',
  'refusal.met': '规则不予通过',
  'task.urged': '催办',
  'case.copied': '抄送',
  'case.handed-over': '移交档案',
} as const;
export type LogType = keyof typeof logLabels;

/** A row that the current transaction wrote. */
export interface LoggedRow {
  readonly in: string;
  /** Values of the key columns, see `coverage`. */
  readonly key: Readonly<Record<string, string | number>>;
  /** Changed columns of a row that was there before; absent for a new row. */
  readonly changed?: readonly string[];
}

export interface LogEntry {
  readonly caseId: string;
  readonly type: LogType;
  /** Null for work of the system. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly at: Date;
  readonly rows: readonly LoggedRow[];
}

interface LogEnd {
  readonly orgPath: string;
  readonly seq: number;
  readonly hash: string | null;
  readonly version: number;
  readonly lastHash: string;
  readonly rows: readonly (Readonly<Record<string, unknown>> | null)[];
}

const lockStatement = sqlText('commit/lock-case-version');
const endStatement = sqlText('commit/case-log-end');
const addStatement = sqlText('commit/case-log-add');

/** Locks the case as an event does, for writers that lock another row of it before they call `logRows`. */
export async function lockCase(client: pg.ClientBase, caseId: string): Promise<void> {
  await client.query(lockStatement, [caseId]);
}

/**
 * Records rows in the log of their case, in the transaction that wrote them: both are written, or neither. Locks the case
 * until the end of the transaction. Of several cases in one transaction, call it in the order of their ids.
 *
 * @throws Error where the case or one of the rows is not there
 */
export async function logRows(client: pg.ClientBase, entry: LogEntry): Promise<void> {
  const { caseId, type, actor, at, rows } = entry;
  const wanted = JSON.stringify(rows.map(({ in: table, key }) => ({ in: table, key })));
  const found = await client.query<{ end: LogEnd | null }>(endStatement, [caseId, wanted]);
  const end = found.rows[0]?.end ?? null;
  if (end === null) throw new Error(`there is no case ${caseId} whose log could have ${type}`);
  const body: LogBody = {
    case: caseId,
    seq: end.seq + 1,
    at: at.toISOString(),
    type,
    actor: actor === null ? null : { id: actor.id, name: actor.name },
    history: { seq: end.version, hash: end.lastHash },
    rows: rows.map(({ in: table, key, changed }, index) => {
      const row = end.rows[index];
      if (row == null) throw new Error(`the row of ${table} that ${type} wrote is not there`);
      const set = recordedColumns(table, row, changed);
      return { in: table, key, ...(changed === undefined ? { add: true } : {}), set };
    }),
  };
  const text = canonicalJson(body);
  const prevHash = end.hash ?? genesisHash;
  await client.query(addStatement, [
    JSON.stringify({
      case: caseId,
      seq: body.seq,
      at: body.at,
      type,
      body: text,
      prevHash,
      hash: chainHash(prevHash, text),
    }),
  ]);
}
