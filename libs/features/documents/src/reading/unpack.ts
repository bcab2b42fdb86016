/** Takes single entries out of a ZIP archive; how much comes out is measured, never believed. */
import { inflateRawSync } from 'node:zlib';
import { ReadError } from './read-text.ts';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** Bytes of a comment, at most, and of the end record before it. */
const mostEnd = 65_535 + 22;
const mostEntries = 10_000;
/** Bytes of all wanted entries, inflated. A contract of 1,000 pages has some 20 MiB of text with its markup. */
const mostInflated = 128 * 1024 * 1024;

export interface Archive {
  readonly names: readonly string[];
  /** @throws ReadError `too-large`, `damaged`, `encrypted` */
  readonly entry: (name: string) => string | null;
}

/** @throws ReadError `damaged`, `too-large` */
export function openArchive(bytes: Buffer): Archive {
  const entries = directoryOf(bytes);
  let left = mostInflated;
  return {
    names: [...entries.keys()],
    entry: (name) => {
      const at = entries.get(name);
      if (at === undefined) return null;
      const content = readEntry(bytes, at, left);
      left -= content.length;
      return content.toString('utf8');
    },
  };
}

function directoryOf(bytes: Buffer): Map<string, number> {
  let end = bytes.length - 22;
  const least = Math.max(0, bytes.length - mostEnd);
  while (end >= least && bytes.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < least) throw new ReadError('damaged');
  const entries = new Map<string, number>();
  try {
    const count = bytes.readUInt16LE(end + 10);
    if (count > mostEntries) throw new ReadError('too-large');
    let at = bytes.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
      if (bytes.readUInt32LE(at) !== entrySignature) throw new ReadError('damaged');
      const length = bytes.readUInt16LE(at + 28);
      entries.set(bytes.toString('utf8', at + 46, at + 46 + length), at);
      at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  } catch (error) {
    // A place that lies outside of the file.
    throw error instanceof ReadError ? error : new ReadError('damaged', error);
  }
  return entries;
}

function readEntry(bytes: Buffer, at: number, left: number): Buffer {
  try {
    const flags = bytes.readUInt16LE(at + 8);
    const method = bytes.readUInt16LE(at + 10);
    if ((flags & 1) !== 0) throw new ReadError('encrypted');
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== localSignature) throw new ReadError('damaged');
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
    if (method !== 0) throw new ReadError('damaged');
    if (packed.length > left) throw new ReadError('too-large');
    return packed;
  } catch (error) {
    if (error instanceof ReadError) throw error;
    const tooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ReadError(tooLarge ? 'too-large' : 'damaged', error);
  }
}
