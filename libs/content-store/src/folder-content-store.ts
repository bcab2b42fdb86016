/** A folder as content store: `<folder>/sha256/ab/cd/<hash>`, and `<folder>/incoming` for what is still arriving. */
import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { ContentStoreError, type ContentStore, type IncomingContent } from './content-store.ts';

/** An upload of another machine counts as broken when nothing was written to it for so long, in milliseconds. */
const abandonedMs = 3_600_000;
const hashForm = /^[0-9a-f]{64}$/;

export class FolderContentStore implements ContentStore {
  readonly #incoming: string;
  readonly #kept: string;
  readonly #host = encodeURIComponent(hostname());

  constructor(folder: string) {
    this.#incoming = path.join(folder, 'incoming');
    this.#kept = path.join(folder, 'sha256');
  }

  async open(): Promise<void> {
    await mkdir(this.#incoming, { recursive: true });
    await mkdir(this.#kept, { recursive: true });
    for (const name of await readdir(this.#incoming)) {
      const file = path.join(this.#incoming, name);
      if (await this.#isAbandoned(name, file)) await rm(file, { force: true });
    }
  }

  /** The name tells which process wrote it: several may share the folder, also from several machines. */
  async #isAbandoned(name: string, file: string): Promise<boolean> {
    const [, host, pid] = /^(.*)~(\d+)~[^~]+$/.exec(name) ?? [];
    // What bears our own number was left by a process that had it before us: we have not begun yet.
    if (host === this.#host) return Number(pid) === process.pid || !isAlive(Number(pid));
    const found = await stat(file).catch(() => null);
    return found !== null && found.mtimeMs < Date.now() - abandonedMs;
  }

  async receive(source: Readable): Promise<IncomingContent> {
    // It may fail before anybody reads it; the reading below then tells.
    source.once('error', () => {});
    const file = path.join(this.#incoming, `${this.#host}~${process.pid}~${randomUUID()}`);
    const discard = () => rm(file, { force: true });
    const handle = await this.#writing(() => open(file, 'wx', 0o600));
    try {
      const hashed = await this.#write(source, handle);
      await this.#writing(() => handle.sync());
      await handle.close();
      return { path: file, ...hashed, keep: () => this.#writing(() => this.#keep(file, hashed)), discard };
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
      await this.#writing(() => handle.writeFile(chunk));
    }
    return { size, sha256: sha256.digest('hex'), sm3: sm3.digest('hex') };
  }

  async #keep(file: string, { sha256, size }: { sha256: string; size: number }): Promise<void> {
    const target = this.#address(sha256);
    const known = await stat(target).catch(() => null);
    if (known?.size === size) {
      await rm(file, { force: true });
      return;
    }
    const folder = path.dirname(target);
    await mkdir(folder, { recursive: true });
    await chmod(file, 0o400);
    await rename(file, target);
    // A rename is durable when its folder is; so are the folders that may have been made on the way.
    for (const touched of [folder, path.dirname(folder), this.#kept]) await syncFolder(touched);
  }

  async read(sha256: string, size: number): Promise<Readable | null> {
    if (!hashForm.test(sha256)) return null;
    let handle: FileHandle;
    try {
      handle = await open(this.#address(sha256), constants.O_RDONLY);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    if ((await handle.stat()).size !== size) {
      await handle.close();
      return null;
    }
    return handle.createReadStream();
  }

  #address(sha256: string): string {
    return path.join(this.#kept, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  async #writing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const full = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
      throw new ContentStoreError(full ? 'content.full' : 'content.unwritable', error as Error);
    }
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
