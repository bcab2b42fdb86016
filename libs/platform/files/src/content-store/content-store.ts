import type { Readable } from 'node:stream';

export const CONTENT_STORE = Symbol('CONTENT_STORE');

/** Bytes that have arrived whole and wait for a decision. Exactly one of `keep` and `discard` is called. */
export interface IncomingContent {
  /** A file on this machine, to look at the content before it is kept. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Hexadecimal; GB/T 32905. */
  readonly sm3: string;
  /** Makes the content durable under its SHA-256; afterwards a crash of the machine loses nothing of it. */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/** A content as the cleaner sees it. */
export interface KeptContent {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** When the same bytes were last handed over to be kept; wall time. */
  readonly keptAt: Date;
}

/** Where the bytes of documents are. The address of a content is its SHA-256, so the same bytes are kept once. */
export interface ContentStore {
  /** Makes ready; removes what broken uploads of a process that is gone have left. */
  open(): Promise<void>;
  /**
   * Takes bytes in until `source` ends. When it fails, nothing stays.
   *
   * @throws ContentStoreError when the store cannot write; otherwise whatever `source` failed with.
   */
  receive(source: Readable): Promise<IncomingContent>;
  /** @returns null when there is no such content or it is not `size` bytes long. */
  read(sha256: string, size: number): Promise<Readable | null>;
  /** Everything that is kept, in no order. What comes or goes meanwhile may be missed. */
  list(): AsyncIterable<KeptContent>;
  /**
   * Removes a content that nobody has handed over since `before` (wall time).
   *
   * @returns whether it is gone
   */
  remove(sha256: string, before: Date): Promise<boolean>;
}

/** The store failed; nobody outside did anything wrong. */
export class ContentStoreError extends Error {
  constructor(
    readonly code: 'content.full' | 'content.unwritable' | 'content.unreachable',
    cause: Error,
  ) {
    super(`${code}: ${cause.message}`, { cause });
    this.name = 'ContentStoreError';
  }
}
