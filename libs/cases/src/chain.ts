/** Canonical JSON and the SM3 chain over a case's history. */
import { createHash } from 'node:crypto';

/**
 * JSON with sorted keys and no white space: the same value gives the same bytes, anyone who writes it. `undefined`
 * members are left out.
 */
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
