import { openPromise, type ZipFile } from 'yauzl';

export interface ListedEntry {
  readonly name: string;
  /** Inflated size that the archive declares, in bytes. */
  readonly declaredBytes: number;
}

/** The entries that callers look for are near the start of the directory or absent. */
const maxListed = 10_000;

/**
 * The entries that the directory of a ZIP file lists, up to its first error; null where the file has none. Reads no
 * content and verifies nothing: for detecting a type, not for opening.
 */
export async function listZip(path: string): Promise<ListedEntry[] | null> {
  const entries: ListedEntry[] = [];
  let zip: ZipFile | null = null;
  try {
    zip = await openPromise(path, { decodeStrings: false, validateEntrySizes: false, autoClose: false });
    for await (const entry of zip.eachEntry()) {
      entries.push({ name: entry.fileNameRaw.toString('utf8'), declaredBytes: entry.uncompressedSize });
      if (entries.length === maxListed) break;
    }
    return entries;
  } catch (error) {
    // An error of the file system has a code; errors of yauzl are about the archive.
    if (error instanceof Error && 'code' in error) throw error;
    return zip === null ? null : entries;
  } finally {
    zip?.close();
  }
}
