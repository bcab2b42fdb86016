/** A folder as content store: `<folder>/sha256/ab/cd/<hash>`, and `<folder>/incoming` for incomplete uploads. */
import { constants } from 'node:fs';
import { chmod, mkdir, open, opendir, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { addressOf, isAddress } from './content-address.ts';
import type { ContentStore, IncomingContent, KeptContent } from './content-store.ts';
import { IncomingFolder, writing } from './incoming-folder.ts';

/** Suffix of a content that is being removed, after the hash. */
const going = '.going';

export class FolderContentStore implements ContentStore {
  readonly #incoming: IncomingFolder;
  readonly #kept: string;

  constructor(private readonly folder: string) {
    this.#incoming = new IncomingFolder(path.join(folder, 'incoming'));
    this.#kept = path.join(folder, 'sha256');
  }

  async open(): Promise<void> {
    await this.#incoming.open();
    await mkdir(this.#kept, { recursive: true });
  }

  async receive(source: Readable): Promise<IncomingContent> {
    const arrived = await this.#incoming.receive(source);
    return { ...arrived, keep: () => writing(() => this.#keep(arrived)) };
  }

  async #keep({ path: file, sha256, size }: Omit<IncomingContent, 'keep'>): Promise<void> {
    const target = this.#address(sha256);
    const now = new Date();
    // Sets the time of an existing file to now before anyone relies on it: the cleaner removes only older files. If
    // there is none, or it is incomplete, moves our own bytes there.
    const marked = await utimes(target, now, now).then(
      () => stat(target).catch(() => null),
      () => null,
    );
    if (marked?.size === size) {
      await rm(file, { force: true });
      return;
    }
    const folder = path.dirname(target);
    await mkdir(folder, { recursive: true });
    await chmod(file, 0o400);
    await rename(file, target);
    // A rename is durable when its folder is synced, and so are the folders that may have been created.
    for (const touched of [folder, path.dirname(folder), this.#kept]) await syncFolder(touched);
  }

  async read(sha256: string, size: number): Promise<Readable | null> {
    if (!isAddress(sha256)) return null;
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

  async *list(): AsyncIterable<KeptContent> {
    for await (const entry of await opendir(this.#kept, { recursive: true })) {
      // A content that a killed cleaner had already renamed is listed too, and so removed later.
      const sha256 = entry.name.replace(going, '');
      if (!entry.isFile() || !isAddress(sha256)) continue;
      const found = await stat(path.join(entry.parentPath, entry.name)).catch(() => null);
      if (found !== null) yield { sha256, size: found.size, keptAt: found.mtime };
    }
  }

  async remove(sha256: string, before: Date): Promise<boolean> {
    if (!isAddress(sha256)) return false;
    const target = this.#address(sha256);
    const aside = `${target}${going}`;
    // Renamed before the last check of its time: anyone who stores the same bytes from now on finds no file and writes
    // their own; anyone who did so before has updated the time that is checked.
    await rename(target, aside).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    const found = await stat(aside).catch(() => null);
    if (found === null) return false;
    if (found.mtime >= before) {
      await rename(aside, target);
      return false;
    }
    await rm(aside, { force: true });
    return true;
  }

  #address(sha256: string): string {
    return path.join(this.folder, ...addressOf(sha256));
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
