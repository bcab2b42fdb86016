/** A folder for incomplete uploads: every store checks bytes on this machine before it keeps them. */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { ContentStoreError, type IncomingContent } from './content-store.ts';

/** An upload of another machine counts as abandoned when nothing was written to it for this time, in milliseconds. */
const abandonedMs = 3_600_000;

/** Content that has arrived completely, and its hashes. */
export type ArrivedContent = Omit<IncomingContent, 'keep'>;

/**
 * Index, among the fields of `/proc/<pid>/stat` after the program's name (which may contain blanks), of the start time
 * of the process, the 20th of these fields.
 */
const startField = 19;

export class IncomingFolder {
  readonly #host = encodeURIComponent(hostname());
  readonly #self = `${process.pid}.${startOf(process.pid)}`;

  constructor(private readonly folder: string) {}

  /** Removes incomplete uploads of processes that have ended. */
  async open(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const name of await readdir(this.folder)) {
      const file = path.join(this.folder, name);
      if (await this.#isAbandoned(name, file)) await rm(file, { force: true });
    }
  }

  /** The name contains the process that wrote it: several may share the folder, also from several machines. */
  async #isAbandoned(name: string, file: string): Promise<boolean> {
    const [, host, pid, start] = /^(.*)~(\d+)\.(\d*)~[^~]+$/.exec(name) ?? [];
    // A file with our own process id was left by an earlier process with that id: this one has not received anything
    // yet.
    if (host === this.#host) return Number(pid) === process.pid || !isAlive(Number(pid), start ?? '');
    const found = await stat(file).catch(() => null);
    return found !== null && found.mtimeMs < Date.now() - abandonedMs;
  }

  /**
   * Reads bytes until `source` ends. If it fails, nothing is stored.
   *
   * @throws ContentStoreError when the folder cannot be written; otherwise the error of `source`.
   */
  async receive(source: Readable): Promise<ArrivedContent> {
    // The source may fail before it is read; the read below then fails.
    source.once('error', () => {});
    const file = path.join(this.folder, `${this.#host}~${this.#self}~${randomUUID()}`);
    const discard = () => rm(file, { force: true });
    const handle = await writing(() => open(file, 'wx', 0o600));
    try {
      const hashed = await this.#write(source, handle);
      await writing(() => handle.sync());
      await handle.close();
      return { path: file, ...hashed, discard };
    } catch (error) {
      await handle.close().catch(() => {});
      await discard();
      throw error;
    }
  }

  async #write(source: Readable, handle: FileHandle): Promise<{ size: number; sha256: string; sm3: string }> {
    const sha256 = createHash('sha256');
    const sm3 = createHash('sm3');
    let size = 0;
    for await (const chunk of source as AsyncIterable<Buffer>) {
      sha256.update(chunk);
      sm3.update(chunk);
      size += chunk.length;
      await writing(() => handle.writeFile(chunk));
    }
    return { size, sha256: sha256.digest('hex'), sm3: sm3.digest('hex') };
  }
}

/** Runs a file operation. @throws ContentStoreError if it fails */
export async function writing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const full = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
    throw new ContentStoreError(full ? 'content.full' : 'content.unwritable', error as Error);
  }
}

/** Whether the process with this id lives; ids are reused, start times are not. */
function isAlive(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: the process lives, and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(pid) === start;
}

/** Start time of the process in the unit of the system; empty where the system does not provide it. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[startField] ?? '';
  } catch {
    return '';
  }
}
