/**
 * The reader of ZIP archives: yauzl reads the directory, this file checks it. Sizes in headers are claims; bytes are
 * counted while they are inflated.
 */
import { crc32, createInflateRaw } from 'node:zlib';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { directoryOf } from './zip-directory.ts';
import { ZipError } from './zip-error.ts';
import { nameOf } from './zip-names.ts';

export interface ZipLimits {
  /** Maximum number of entries in the directory, folders included. */
  readonly maxEntries: number;
  /** Maximum bytes of one entry, inflated. */
  readonly maxEntryBytes: number;
  /** Maximum bytes of all entries that are read, inflated. */
  readonly maxTotalBytes: number;
  /** Maximum ratio of inflated to packed bytes of an entry; entries below 1 MiB are exempt. Default 400. */
  readonly maxRatio?: number;
}

export interface ZipArchive {
  /** In the order of the directory; a folder's name ends with a slash. Backslashes have become slashes. */
  readonly names: readonly string[];
  /** Inflated size that all entries declare: may be used to refuse an archive early, never to accept one. */
  readonly declaredBytes: number;
  /**
   * The content of an entry; null where there is none of that name.
   *
   * @throws ZipError
   */
  readonly read: (name: string) => Promise<Buffer | null>;
  /**
   * The contents of all entries, in the order of the directory.
   *
   * @throws ZipError
   */
  readonly readAll: () => Promise<Map<string, Buffer>>;
}

interface Located {
  readonly name: string;
  readonly entry: Entry;
  readonly packed: Buffer;
}

const stored = 0;
const deflated = 8;
const defaultRatio = 400;
const ratioFloorBytes = 1024 * 1024;
const pieceBytes = 64 * 1024;
/** Flags of an entry. */
const encryptedFlag = 0x0001;
const descriptorFlag = 0x0008;
/** Marks a size that is in a ZIP64 field. */
const inZip64 = 0xffff_ffff;

/**
 * Checks the directory and the headers of an archive. Contents are inflated when they are read.
 *
 * @throws ZipError
 */
export async function openZip(bytes: Buffer, limits: ZipLimits): Promise<ZipArchive> {
  const entries = await located(bytes, limits);
  let left = limits.maxTotalBytes;
  const spend = (count: number): void => {
    left -= count;
    if (left < 0) throw new ZipError('archive-too-large');
  };
  const read = async (name: string): Promise<Buffer | null> => {
    const found = entries.get(name);
    return found === undefined ? null : contentOf(found, limits, spend);
  };
  return {
    names: [...entries.keys()],
    declaredBytes: [...entries.values()].reduce((sum, { entry }) => sum + entry.uncompressedSize, 0),
    read,
    readAll: async () => {
      const contents = new Map<string, Buffer>();
      for (const [name, found] of entries) contents.set(name, await contentOf(found, limits, spend));
      return contents;
    },
  };
}

async function located(bytes: Buffer, { maxEntries }: ZipLimits): Promise<Map<string, Located>> {
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: false });
    if (zip.entryCount > maxEntries) throw new ZipError('too-many-entries');
    const directory = directoryOf(bytes, zip);
    const entries = new Map<string, Located>();
    const seen = new Set<string>();
    const places: Place[] = [];
    let at = directory.start;
    for await (const entry of zip.eachEntry()) {
      at += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
      if ((entry.generalPurposeBitFlag & encryptedFlag) !== 0) throw new ZipError('encrypted');
      const name = nameOf(entry.fileNameRaw);
      const key = name.toLowerCase();
      if (seen.has(key)) throw new ZipError('duplicate-name');
      seen.add(key);
      const from = await dataStart(zip, entry);
      const to = from + entry.compressedSize;
      places.push({ from: entry.relativeOffsetOfLocalHeader, to });
      entries.set(name, { name, entry, packed: bytes.subarray(from, to) });
    }
    // A reader that uses the size of the directory must find the same entries as one that uses their count.
    if (at !== directory.end) throw new ZipError('damaged');
    refuseOverlaps(places, directory.start);
    return entries;
  } catch (error) {
    if (error instanceof ZipError) throw error;
    const encrypted = error instanceof Error && /encryption/.test(error.message);
    throw new ZipError(encrypted ? 'encrypted' : 'damaged', error);
  }
}

/**
 * Offset of an entry's bytes. Its local header must agree with the directory: a program that reads the archive as a
 * stream sees only the local one.
 */
async function dataStart(zip: ZipFile, entry: Entry): Promise<number> {
  const local = await zip.readLocalFileHeaderPromise(entry);
  const later = (local.generalPurposeBitFlag & descriptorFlag) !== 0;
  const agree = (said: number, known: number): boolean => said === known || said === inZip64 || (later && said === 0);
  if (
    !local.fileName.equals(entry.fileNameRaw) ||
    local.compressionMethod !== entry.compressionMethod ||
    ((local.generalPurposeBitFlag ^ entry.generalPurposeBitFlag) & encryptedFlag) !== 0 ||
    !agree(local.compressedSize, entry.compressedSize) ||
    !agree(local.uncompressedSize, entry.uncompressedSize) ||
    (local.crc32 !== entry.crc32 && !(later && local.crc32 === 0))
  ) {
    throw new ZipError('damaged');
  }
  return local.fileDataStart;
}

/** From the local header to the end of the data. */
interface Place {
  readonly from: number;
  readonly to: number;
}

/** Entries that share bytes multiply the inflated size, and no normal program writes them. */
function refuseOverlaps(places: readonly Place[], directory: number): void {
  let end = 0;
  for (const { from, to } of places.toSorted((a, b) => a.from - b.from)) {
    if (from < end) throw new ZipError('overlapping-entries');
    end = to;
  }
  if (end > directory) throw new ZipError('overlapping-entries');
}

async function contentOf(
  { entry, packed }: Located,
  { maxEntryBytes, maxRatio = defaultRatio }: ZipLimits,
  spend: (count: number) => void,
): Promise<Buffer> {
  const maxByRatio = Math.max(ratioFloorBytes, packed.length * maxRatio);
  const pieces: Buffer[] = [];
  let count = 0;
  for await (const piece of unpacked(entry.compressionMethod, packed)) {
    count += piece.length;
    if (count > maxEntryBytes) throw new ZipError('entry-too-large');
    if (count > maxByRatio) throw new ZipError('ratio-too-high');
    spend(piece.length);
    // Bytes beyond the declared size are counted, to report whether a limit is exceeded, and not kept.
    if (count <= entry.uncompressedSize) pieces.push(piece);
    else pieces.length = 0;
  }
  if (count !== entry.uncompressedSize) throw new ZipError('damaged');
  const content = Buffer.concat(pieces);
  if (crc32(content) !== entry.crc32) throw new ZipError('damaged');
  return content;
}

async function* unpacked(method: number, packed: Buffer): AsyncGenerator<Buffer> {
  if (method === stored) {
    yield packed;
    return;
  }
  if (method !== deflated) throw new ZipError('unsupported-method');
  const inflate = createInflateRaw({ chunkSize: pieceBytes });
  inflate.end(packed);
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch (error) {
    throw new ZipError('damaged', error);
  }
}
