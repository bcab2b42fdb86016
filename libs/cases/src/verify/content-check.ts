/** Hashes the bytes of documents and papers again, from the content store. */
import { createHash } from 'node:crypto';
import { wordsFor, type CaseRows, type Spot } from './verify-case.ts';

/** What this needs of the content store. */
export interface ReadableContent {
  /** @returns null where there is no such content of this size */
  read(sha256: string, size: number): Promise<AsyncIterable<Uint8Array> | null>;
}

export interface ContentCheck {
  readonly spots: readonly Spot[];
  /** Files of the case, and how many of them were hashed. */
  readonly files: number;
  readonly checked: number;
  /** `table id` of those. */
  readonly names: ReadonlySet<string>;
}

/**
 * Streams one file after the other; the memory does not depend on their size.
 *
 * @param maxBytes files that no longer fit are left out: small ones come first
 */
export async function checkContent(
  { tables }: Pick<CaseRows, 'tables'>,
  store: ReadableContent,
  maxBytes = Number.POSITIVE_INFINITY,
  signal?: AbortSignal,
): Promise<ContentCheck> {
  const files = ['document', 'paper'].flatMap((table) =>
    (tables[table] ?? []).map((row) => ({
      table,
      id: String(row['id']),
      size: Number(row['size']),
      sha256: String(row['sha256']),
      sm3: String(row['sm3']),
    })),
  );
  const spots: Spot[] = [];
  let left = maxBytes;
  const names = new Set<string>();
  // The same bytes may have been handed in more than once.
  const known = new Map<string, Hashes | null>();
  for (const { table, id, size, sha256, sm3 } of files.toSorted((one, other) => one.size - other.size)) {
    if (size > left || signal?.aborted === true) break;
    const name = `${sha256} ${size}`;
    if (!known.has(name)) {
      left -= size;
      known.set(name, await hashesOf(store, sha256, size));
    }
    const found = known.get(name) ?? null;
    names.add(`${table} ${id}`);
    if (found !== null && found.sha256 === sha256 && found.sm3 === sm3 && found.size === size) continue;
    spots.push({
      ...{ table, row: id, column: 'content', kind: 'content', seq: null },
      reason: found === null ? `${wordsFor(table, 'content')}缺失` : `${wordsFor(table, 'content')}与登记的校验值不符`,
      said: sha256,
      found: found?.sha256 ?? null,
    });
  }
  return { spots, files: files.length, checked: names.size, names };
}

interface Hashes {
  readonly sha256: string;
  readonly sm3: string;
  readonly size: number;
}

async function hashesOf(store: ReadableContent, sha256: string, size: number): Promise<Hashes | null> {
  // A changed row may name what is no hash at all.
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  const stream = await store.read(sha256, size);
  if (stream === null) return null;
  const hashes = { sha256: createHash('sha256'), sm3: createHash('sm3') };
  let read = 0;
  for await (const piece of stream) {
    hashes.sha256.update(piece);
    hashes.sm3.update(piece);
    read += piece.length;
  }
  return { sha256: hashes.sha256.digest('hex'), sm3: hashes.sm3.digest('hex'), size: read };
}
