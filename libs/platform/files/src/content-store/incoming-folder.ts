/** A folder for what is still arriving: every store looks at bytes on this machine before it keeps them. */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { ContentStoreError, type IncomingContent } from './content-store.ts';

/** An upload of another machine counts as broken when nothing was written to it for so long, in milliseconds. */
const abandonedMs = 3_600_000;

/** What has arrived whole, and its hashes. */
export type ArrivedContent = Omit<IncomingContent, 'keep'>;

/**
 * Fields of `/proc/<pid>/stat` after the program's name, which may hold anything: the 20th is the start of the process.
 */
const startField = 19;

export class IncomingFolder {
  readonly #host = encodeURIComponent(hostname());
  readonly #self = `${process.pid}.${startOf(process.pid)}`;

  constructor(private readonly folder: string) {}

  /** Removes what broken uploads of a process that is gone have left. */
  async open(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const name of await readdir(this.folder)) {
      const file = path.join(this.folder, name);
      if (await this.#isAbandoned(name, file)) await rm(file, { force: true });
    }
  }

  /** The name says which process wrote it: several may share the folder, also from several machines. */
  async #isAbandoned(name: string, file: string): Promise<boolean> {
    const [, host, pid, start] = /^(.*)~(\d+)\.(\d*)~[^~]+$/.exec(name) ?? [];
    // What has our own number was left by a process that had it before us: we have not begun yet.
    if (host === this.#host) return Number(pid) === process.pid || !isAlive(Number(pid), start ?? '');
    const found = await stat(file).catch(() => null);
    return found !== null && found.mtimeMs < Date.now() - abandonedMs;
  }

  /**
   * Takes bytes in until `source` ends. When it fails, nothing stays.
   *
   * @throws ContentStoreError when the folder cannot be written; otherwise whatever `source` failed with.
   */
  async receive(source: Readable): Promise<ArrivedContent> {
    // It may fail before anybody reads it; the reading below then fails.
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

/** Does something on the disk of this machine. @throws ContentStoreError */
export async function writing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const full = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
    throw new ContentStoreError(full ? 'content.full' : 'content.unwritable', error as Error);
  }
}

/** Whether the process that had this number lives; numbers are given out again, moments of birth are not. */
function isAlive(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(pid) === start;
}

/** When the process began, in the system's own count; empty where the system does not say. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[startField] ?? '';
  } catch {
    return '';
  }
}
