import type { FileHandle } from 'node:fs/promises';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** The end record has 22 bytes and a comment of up to 65,535. */
const longestEnd = 22 + 65_535;
/** Bytes of a directory that are looked at; the marker of a document format stands near the front or not at all. */
const longestDirectory = 1024 * 1024;

export interface ZipEntry {
  readonly name: string;
  /** Bytes that the archive says it has when it is taken out. */
  readonly expanded: number;
}

/** What stands in a ZIP archive's central directory, or null when it has none. Reads no content. */
export async function zipEntries(file: FileHandle, size: number): Promise<ZipEntry[] | null> {
  const tail = await bytesAt(file, Math.max(0, size - longestEnd), Math.min(size, longestEnd));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < 0) return null;
  const length = Math.min(tail.readUInt32LE(end + 12), longestDirectory);
  const directory = await bytesAt(file, tail.readUInt32LE(end + 16), length);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === entrySignature;) {
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    entries.push({ name, expanded: directory.readUInt32LE(at + 24) });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Up to `length` bytes from `position`; fewer at the end of the file. */
export async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
