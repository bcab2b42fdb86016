/** The history of a case: canonical JSON and the SM3 chain over its rows, and the rows that no event of a definition writes. */
import { createHash } from 'node:crypto';
import { lapsed, settled } from '@lawgate/engine';
import type { MovedDate } from '../clocks/clock-recount.ts';

/** JSON with sorted keys and no white space: the same value gives the same bytes, whoever writes it. `undefined` members are left out. */
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

/** What the first history row of a case is chained to. */
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
 * Verifies the chain of one case; `lastHash` is what the case row holds. The rows must come in order of `seq`.
 * Names the first row that does not fit.
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

/** Types of rows that no event of a definition writes. */
export const migrated = 'version.migrated';
export const recomputed = 'calendar.recomputed';
export const numberVoided = 'number.void';

/** A year of the calendar that was changed, and the document that changed it. */
export interface ChangedYear {
  readonly year: number;
  readonly documentNumber: string;
}

/** What a changed calendar says of itself in the history; of several changes at once it names the last and lists the others. */
export interface CalendarReason extends Partial<ChangedYear> {
  readonly together?: readonly ChangedYear[];
}

/** The payload of each kind of row. What a new case says of itself are its fields, its title, and how it was imported. */
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
    readonly changes: readonly string[];
  };
  readonly [numberVoided]: { readonly number: string; readonly reason: string };
}

/** Who writes one beside the steps of a case writes one of these. */
export type OwnRow = {
  [Type in keyof OwnPayloads]: { readonly type: Type; readonly payload: OwnPayloads[Type] };
}[keyof OwnPayloads];

const labels: Readonly<Record<keyof OwnPayloads, string>> = {
  create: '新建',
  [recomputed]: '节假日安排变动，期限重新计算',
  [lapsed]: '期限届满，自行终止',
  // Where the clock's declaration has words for it, those are shown.
  [settled]: '期限办结',
  [migrated]: '流程版本迁移',
  [numberVoided]: '作废文号',
};

/** Null where an event of a definition writes such rows. */
export function ownLabel(type: string): string | null {
  return Object.hasOwn(labels, type) ? labels[type as keyof OwnPayloads] : null;
}
