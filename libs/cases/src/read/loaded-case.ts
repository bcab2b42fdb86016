/**
 * A case as the hot path reads it (the answer of the SQL function `load_case`), its history with the SM3 chain over it, and
 * the cache of cases that this process wrote.
 */
import type { ClockState } from '@lawgate/calendar';
import { type MaterialSpec, type StoredCase, datesEntered, lapsed, settled } from '@lawgate/engine';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '@lawgate/database';
import { createHash } from 'node:crypto';
import type { MovedDate } from '../clocks/clock-recount.ts';

export interface LoadedDocument {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly version: number;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly sm3: string;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
}

export interface LoadedTask {
  readonly id: string;
  readonly key: string;
  readonly visit: number;
  readonly seat: string;
  readonly turn: number;
  readonly role: string;
  readonly label: string;
  readonly holder: string | null;
  readonly clock: string | null;
  readonly dueOn: string | null;
  readonly provisional: boolean;
  readonly openedAt: string;
}

export interface LoadedClock {
  readonly run: number;
  readonly onDue: string | null;
  readonly state: ClockState;
}

export interface LoadedOpinion {
  readonly id: string;
  readonly act: string;
  readonly round: number;
  readonly by: { readonly id: string; readonly name: string };
  readonly conclusion: string;
  readonly text: string;
  readonly points: readonly Record<string, unknown>[];
  readonly at: string;
  readonly hash: string;
}

export interface LoadedNumber {
  readonly text: string;
  readonly purpose: string;
  readonly takenAt: string;
  readonly voidReason: string | null;
}

export interface LoadedCase {
  readonly id: string;
  readonly orgId: string;
  readonly orgPath: string;
  readonly category: string;
  readonly title: string;
  readonly state: string;
  readonly stage: string;
  readonly status: 'active' | 'done';
  readonly version: number;
  readonly stored: StoredCase;
  readonly lastHash: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly backDated: boolean;
  /** Number of documents in all versions; a commit that saw another number is refused. */
  readonly documentCount: number;
  /** The end of the log of the case when it was read; absent in a new case. Rows may have been added since. */
  readonly log?: { readonly seq: number; readonly hash: string | null };
  /** Names of the people who have or had a part in the case, by id. */
  readonly names: Readonly<Record<string, string>> | null;
  readonly documents: readonly LoadedDocument[];
  /** Open tasks only. */
  readonly tasks: readonly LoadedTask[];
  /** Every run of every clock, by key and run. */
  readonly clocks: readonly LoadedClock[];
  readonly opinions: readonly LoadedOpinion[];
  readonly numbers: readonly LoadedNumber[];
  readonly history: readonly { readonly body: string; readonly hash: string }[];
}

/** One history row as it is hashed. */
export interface HistoryBody {
  readonly case: string;
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly actor: { readonly id: string; readonly name: string } | null;
  /** The holder whose stand-in acted (代理); absent where the holder acted. */
  readonly onBehalfOf?: { readonly id: string; readonly name: string };
  /** The rule set under which the case begins; in its first row only. */
  readonly ruleset?: number;
  readonly from: string | null;
  readonly to: string;
  readonly payload: unknown;
  readonly overridden: readonly { readonly rule: string; readonly reason: string }[];
  readonly numbers: readonly string[];
  /** What this event signed: the opinion and the SM3 hash of the signed content. */
  readonly signed?: readonly { readonly id: string; readonly act: string; readonly hash: string }[];
  /**
   * The documents that the step read: their number, and the SM3 hash of their SHA-256 hashes in the order of kind and
   * version.
   */
  readonly documents: { readonly count: number; readonly hash: string };
  /** The SM3 hash of what the commit wrote, in `history_write`; absent in rows of earlier versions. */
  readonly wrote?: string;
  /** The entry of the log of the case that the step knew of; absent where the log had none. */
  readonly log?: { readonly seq: number; readonly hash: string };
  /** Further effects of the commit, such as `startClock:review`. */
  readonly effects: readonly string[];
}

/** The latest run of each clock, by key. */
export function latestClocks(clocks: readonly LoadedClock[]): Map<string, LoadedClock> {
  const latest = new Map<string, LoadedClock>();
  for (const clock of clocks) {
    const known = latest.get(clock.state.key);
    if (known === undefined || known.run < clock.run) latest.set(clock.state.key, clock);
  }
  return latest;
}

/** The latest run of each clock as a state, by key. */
export function latestStates(clocks: readonly LoadedClock[]): Map<string, LoadedClock['state']> {
  return new Map([...latestClocks(clocks)].map(([key, { state }]) => [key, state]));
}

/** A case of typical length takes about 20 KB. */
const maxCases = 1000;

export class CaseCache {
  readonly #cases = new LRUCache<string, LoadedCase>({ max: maxCases });

  /**
   * Only for viewers who see every case of their own organisation. An adviser's access can be revoked at any moment,
   * and access from an organisation above is decided by row-level security: both always read from the database.
   */
  find(viewer: Viewer, caseId: string): LoadedCase | null {
    const known = this.#cases.get(caseId);
    if (known === undefined || viewer.scope !== 'organisation' || viewer.orgPath !== known.orgPath) return null;
    return known;
  }

  /** A finished case accepts no further event. */
  keep(after: LoadedCase): void {
    if (after.status === 'done') this.#cases.delete(after.id);
    else this.#cases.set(after.id, after);
  }

  drop(caseId: string): void {
    this.#cases.delete(caseId);
  }
}

/** JSON with sorted keys and no white space: equal values give equal bytes. `undefined` properties are left out. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(',')}]`;
  const record = value as Record<string, unknown>;
  const members: string[] = [];
  for (const key of Object.keys(record).sort()) {
    const member = record[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

/** SM3 (GB/T 32905) in hexadecimal. */
export function sm3(text: string): string {
  return createHash('sm3').update(text).digest('hex');
}

/** The previous hash of the first history row of a case. */
export const genesisHash = '0'.repeat(64);

export function chainHash(prevHash: string, body: string): string {
  return sm3(`${prevHash}\n${body}`);
}

export interface ChainLink {
  readonly seq: number;
  readonly body: string;
  readonly prevHash: string;
  readonly hash: string;
}

export type ChainVerdict =
  { readonly intact: true } | { readonly intact: false; readonly seq: number; readonly reason: string };

/**
 * Verifies the chain of one case; `lastHash` is the hash that the case row stores. The rows must be ordered by `seq`.
 * Returns the first row that does not fit.
 */
export function verifyChain(links: readonly ChainLink[], lastHash: string): ChainVerdict {
  let prev = genesisHash;
  for (const [index, link] of links.entries()) {
    if (link.seq !== index + 1) return { intact: false, seq: index + 1, reason: '缺少记录' };
    if (link.prevHash !== prev) return { intact: false, seq: link.seq, reason: '与上一条记录不衔接' };
    if (chainHash(prev, link.body) !== link.hash) return { intact: false, seq: link.seq, reason: '记录内容被改动' };
    prev = link.hash;
  }
  if (prev !== lastHash) return { intact: false, seq: links.length + 1, reason: '末尾记录缺失或案件记录被改动' };
  return { intact: true };
}

/** Types of history rows that no event of a definition writes. */
export const migrated = 'version.migrated';
export const recomputed = 'calendar.recomputed';
export const numberVoided = 'number.void';
export const recorded = 'register.record';
export const converted = 'register.converted';
/** A later register said more of a recorded case. */
export const completed = 'register.completed';
/** Names the rows that the import of an earlier version had generated, in a case in which somebody has acted since. */
export const generatedRows = 'register.generated';
/** Kind of the register's file where an earlier version had put it in the place of the materials. */
export const registerFile = 'register-file';

/** A year of the calendar that was changed, and the document that it was changed by. */
export interface ChangedYear {
  readonly year: number;
  readonly documentNumber: string;
}

/**
 * Description of a changed calendar in the history; for several changes at once the last one, with a list of the
 * others.
 */
export interface CalendarReason extends Partial<ChangedYear> {
  readonly together?: readonly ChangedYear[];
}

/** What a register says of a matter; null where it says nothing. Days are civil dates, the other values its own words. */
export interface RegisterRecord {
  readonly unit: string | null;
  readonly receivedOn: string | null;
  readonly acceptedOn: string | null;
  readonly reviewer: string | null;
  readonly adviser: string | null;
  readonly conclusion: string | null;
  readonly number: string | null;
  readonly concludedOn: string | null;
  readonly filedOn: string | null;
  readonly status: string | null;
  readonly note: string | null;
}

/** The line of a register that a recorded case was taken from. */
export interface RegisterLine {
  readonly title: string;
  readonly file: { readonly name: string; readonly sha256: string; readonly sheet: string | null };
  /** Number of the line in the file, from 1. */
  readonly line: number;
  /** Every cell that is not empty, with its heading. */
  readonly said: readonly { readonly heading: string; readonly text: string }[];
  readonly record: RegisterRecord;
}

/** How many rows the import of an earlier version had generated for a case, by table. */
export type GeneratedRows = Readonly<Record<string, number>>;

/** The payload of each kind of row. Those of a new case are its fields, its title, and how it was imported. */
export interface OwnPayloads {
  readonly create: Readonly<Record<string, unknown>>;
  readonly [recomputed]: CalendarReason & { readonly clocks: readonly MovedDate[] };
  readonly [lapsed]: { readonly clock: string; readonly label: string; readonly lastDay: string };
  readonly [settled]: { readonly clock: string; readonly label: string; readonly on: string; readonly note?: string };
  readonly [migrated]: {
    readonly from: number;
    readonly to: number;
    /** Name of the administrator. */
    readonly orderedBy: string;
    /** Why it was ordered; not there where the administrator gave no reason. */
    readonly reason?: string;
    readonly changes: readonly string[];
  };
  readonly [numberVoided]: { readonly number: string; readonly reason: string };
  readonly [recorded]: RegisterLine;
  readonly [converted]: RegisterLine & {
    /** The last history row that the import of an earlier version had generated. */
    readonly until: number;
    readonly generated: GeneratedRows;
  };
  /** The later line; what it leaves blank remains as it was. */
  readonly [completed]: RegisterLine;
  readonly [generatedRows]: {
    /** The last history row that the import of an earlier version had generated. */
    readonly until: number;
  };
  /** The dates, by the schema of the category. */
  readonly [datesEntered]: Readonly<Record<string, unknown>>;
}

/** A history row outside the steps of a case. */
export type OwnRow = {
  [Type in keyof OwnPayloads]: { readonly type: Type; readonly payload: OwnPayloads[Type] };
}[keyof OwnPayloads];

const labels: Readonly<Record<keyof OwnPayloads, string>> = {
  create: '新建',
  [recomputed]: '节假日安排变动，期限重新计算',
  [lapsed]: '期限届满，自行终止',
  // A label in the clock's declaration takes precedence.
  [settled]: '期限办结',
  [migrated]: '流程版本迁移',
  [numberVoided]: '作废文号',
  [recorded]: '台账补录',
  [converted]: '转为补录事项',
  [completed]: '据后来的台账补记',
  [generatedRows]: '注明旧版导入生成的内容',
  [datesEntered]: '补记日期',
};

/** Null for types of rows that events of a definition write. */
export function ownLabel(type: string): string | null {
  return Object.hasOwn(labels, type) ? labels[type as keyof OwnPayloads] : null;
}

/** Event of a refused settlement of a clock: `clock.settled:payment.2`. */
export function settlementOf(clock: string): string {
  return `${settled}:${clock}`;
}

/** The history row that a refused event would have written: its type, and as much of its payload as its label needs. */
export function refusedRow(event: string): { readonly type: string; readonly payload: unknown } {
  const [type = event, clock] = event.split(':', 2);
  return { type, payload: clock === undefined ? {} : { clock } };
}

/**
 * The document with which a material is compared; undefined where there is none yet. A copy of the same bytes that was
 * handed in as the material itself is not it.
 */
export function reviewedTextFor(
  { kind, comparedWith }: MaterialSpec,
  { stored, documents }: Pick<LoadedCase, 'stored' | 'documents'>,
): LoadedDocument | undefined {
  const text = comparedWith?.(stored.context as never) ?? null;
  return documents.findLast((document) => document.sha256 === text && document.kind !== kind);
}
