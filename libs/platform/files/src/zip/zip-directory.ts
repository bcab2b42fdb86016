/** Position of the directory of an archive, according to all of its end records. */
import type { ZipFile } from 'yauzl';
import { ZipError } from './zip-error.ts';

const locatorSignature = 0x0706_4b50;
const endBytes = 22;
const locatorBytes = 20;
/** Values in the end record that mean that the real value is in the ZIP64 record. */
const inZip64 = { 2: 0xffff, 4: 0xffff_ffff } as const;

export interface ZipDirectory {
  /** Offset of its first entry. */
  readonly start: number;
  /** Offset after its last entry. */
  readonly end: number;
}

/**
 * An archive may have two end records, and programs differ in which of them they use, so both must agree.
 *
 * @throws ZipError `damaged`
 */
export function directoryOf(bytes: Buffer, zip: ZipFile): ZipDirectory {
  const end = bytes.length - endBytes - zip.comment.length;
  const said = {
    onThisDisk: bytes.readUInt16LE(end + 8),
    count: bytes.readUInt16LE(end + 10),
    size: bytes.readUInt32LE(end + 12),
    start: bytes.readUInt32LE(end + 16),
  };
  const locator = end - locatorBytes;
  if (locator < 0 || bytes.readUInt32LE(locator) !== locatorSignature) {
    if (said.onThisDisk !== said.count || said.start + said.size !== end) throw new ZipError('damaged');
    return { start: said.start, end };
  }
  // yauzl has found the record there; otherwise the archive would have been refused before.
  const record = numberAt(bytes, locator + 8);
  const start = numberAt(bytes, record + 48);
  const size = numberAt(bytes, record + 40);
  const count = numberAt(bytes, record + 32);
  const agrees = (width: 2 | 4, value: number, known: number): boolean => value === known || value === inZip64[width];
  if (
    record + 12 + numberAt(bytes, record + 4) !== locator ||
    start + size !== record ||
    numberAt(bytes, record + 24) !== count ||
    !agrees(2, said.onThisDisk, count) ||
    !agrees(2, said.count, count) ||
    !agrees(4, said.size, size) ||
    !agrees(4, said.start, start)
  ) {
    throw new ZipError('damaged');
  }
  return { start, end: record };
}

/**
 * 64 bits; a number that JavaScript cannot represent exactly is larger than any allowed archive and matches nothing.
 */
function numberAt(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}
