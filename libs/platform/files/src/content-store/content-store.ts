import type { Readable } from 'node:stream';

export const CONTENT_STORE = Symbol('CONTENT_STORE');

/** Bytes that have arrived completely and wait for a decision. Exactly one of `keep` and `discard` must be called. */
export interface IncomingContent {
  /** A file on this machine, to check the content before it is kept. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Hexadecimal; GB/T 32905. */
  readonly sm3: string;
  /** Makes the content durable under its SHA-256; afterwards a crash of the machine does not lose it. */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/** A stored content, for the cleaner. */
export interface KeptContent {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** When the same bytes were last uploaded; wall time. */
  readonly keptAt: Date;
}

/** Store for the bytes of documents. The address of a content is its SHA-256, so equal bytes are stored once. */
export interface ContentStore {
  /** Makes the store ready; removes incomplete uploads of processes that have ended. */
  open(): Promise<void>;
  /**
   * Reads bytes until `source` ends. If it fails, nothing is stored.
   *
   * @throws ContentStoreError when the store cannot write; otherwise the error of `source`.
   */
  receive(source: Readable): Promise<IncomingContent>;
  /** @returns null when there is no such content or it is not `size` bytes long. */
  read(sha256: string, size: number): Promise<Readable | null>;
  /** All stored contents, unordered. Changes during the iteration may be missed. */
  list(): AsyncIterable<KeptContent>;
  /**
   * Removes a content that was not uploaded again since `before` (wall time).
   *
   * @returns whether it was removed
   */
  remove(sha256: string, before: Date): Promise<boolean>;
}

/** The store failed; the request was valid. */
export class ContentStoreError extends Error {
  constructor(
    readonly code: 'content.full' | 'content.unwritable' | 'content.unreachable',
    cause: Error,
  ) {
    super(`${code}: ${cause.message}`, { cause });
    this.name = 'ContentStoreError';
  }
}
