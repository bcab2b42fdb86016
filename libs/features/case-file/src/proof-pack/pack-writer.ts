/** Writes a ZIP as a stream, file by file, and collects the list of its files. */
import { createHash, type Hash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { canonicalJson } from '@lawgate/cases';
import { ZipFile } from 'yazl';

/** A file in the list of the pack. */
export interface PackedFile {
  readonly path: string;
  /** Label in Chinese. */
  readonly label: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
  /** True for text that the verifier parses. */
  readonly text?: true;
  /** True for a pack within this pack. */
  readonly pack?: true;
}

/** Size and hash in a document's row. */
export interface Expected {
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
}

/** The bytes in the store differ from the row. */
export class ContentChangedError extends Error {}

/**
 * The same files give the same bytes: the caller determines names, order and contents, and every file has this time. It
 * is local time, because a ZIP stores local time without a zone.
 */
const settings = () => ({ mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true });

export class PackWriter {
  readonly #zip = new ZipFile();
  readonly #files: PackedFile[] = [];

  /** The ZIP as a stream; it must be read while files are added. */
  get output(): Readable {
    return this.#zip.outputStream as Readable;
  }

  get files(): readonly PackedFile[] {
    return this.#files;
  }

  addText(path: string, label: string, text: string, looked = false): void {
    const bytes = Buffer.from(text);
    const [sha256, sm3] = ['sha256', 'sm3'].map((name) => createHash(name).update(bytes).digest('hex')) as [
      string,
      string,
    ];
    this.#zip.addBuffer(bytes, path, settings());
    this.#files.push({ path, label, size: bytes.length, sha256, sm3, ...(looked ? { text: true } : {}) });
  }

  /**
   * Adds a file of any size as a stream.
   *
   * @throws ContentChangedError when the bytes differ from the expected ones; the pack must then be discarded
   */
  async addStream(path: string, label: string, source: Readable, expected: Expected): Promise<void> {
    const found = await this.#pump(path, source, { ...settings(), compressionLevel: 1 });
    if (found.size !== expected.size || found.sha256 !== expected.sha256 || found.sm3 !== expected.sm3) {
      throw new ContentChangedError(path);
    }
    this.#files.push({ path, label, ...found });
  }

  /** Adds a whole pack as one file, which `fill` writes at the same time. */
  async addPack(path: string, label: string, fill: (inner: PackWriter) => Promise<void>): Promise<void> {
    const inner = new PackWriter();
    const abort = (error: Error): void => void inner.output.destroy(error);
    // A ZIP is not compressed again.
    const pumped = this.#pump(path, inner.output, { ...settings(), compress: false });
    const [found] = await Promise.all([
      pumped,
      fill(inner).catch((error: unknown) => {
        abort(error instanceof Error ? error : new Error(String(error)));
        throw error;
      }),
    ]);
    this.#files.push({ path, label, ...found, pack: true });
  }

  /** Adds the list of all files with its seal, as the last file. @returns the seal's SM3 */
  end(manifest: Readonly<Record<string, unknown>>): string {
    const sealed = { ...manifest, files: this.#files };
    const body = canonicalJson(sealed);
    const [sha256, sm3] = ['sha256', 'sm3'].map((name) => createHash(name).update(body).digest('hex'));
    const text = `${canonicalJson({ ...sealed, seal: { sha256, sm3 } })}\n`;
    this.#zip.addBuffer(Buffer.from(text), 'manifest.json', settings());
    this.#zip.end();
    return sm3 ?? '';
  }

  async #pump(path: string, source: Readable, options: object): Promise<Expected> {
    const tap = new HashTap();
    source.on('error', (error) => tap.destroy(error));
    // When nobody reads the pack any more, its sources are closed.
    const unread = new Error('the pack is not read any more');
    if (this.output.destroyed) {
      source.destroy();
      throw unread;
    }
    const stop = (): void => void tap.destroy(unread);
    this.output.once('close', stop);
    this.#zip.addReadStream(tap, path, options);
    source.pipe(tap);
    try {
      await finished(tap);
      return tap.found();
    } finally {
      this.output.off('close', stop);
      if (!tap.readableEnded) source.destroy();
    }
  }
}

class HashTap extends Transform {
  readonly #hashes: readonly [Hash, Hash] = [createHash('sha256'), createHash('sm3')];
  #size = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.#size += chunk.length;
    for (const hash of this.#hashes) hash.update(chunk);
    done(null, chunk);
  }

  found(): Expected {
    const [sha256, sm3] = this.#hashes;
    return { size: this.#size, sha256: sha256.digest('hex'), sm3: sm3.digest('hex') };
  }
}
