/** Looks into a zip before anything else does: how much comes out of it is measured, never believed. */
import { inflateRawSync } from 'node:zlib';
import { TableError } from './table.ts';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** Bytes of a comment, at most, and of the end record before it. */
const mostEnd = 65_535 + 22;
const mostEntries = 2_000;
/** Bytes of everything in the workbook, inflated. A register of 100,000 rows takes some 60 MiB of sheet and text. */
const mostInflated = 160 * 1024 * 1024;

/**
 * Inflates every entry once, with a bound, and throws the result away.
 *
 * @returns the names of the entries
 * @throws TableError `register.workbook-too-large`, `register.file-unreadable`
 */
export function checkZip(bytes: Buffer): string[] {
  const end = findEnd(bytes);
  if (end === null) throw unreadable();
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > mostEntries) throw tooLarge();
  const names: string[] = [];
  let left = mostInflated;
  try {
    for (let index = 0; index < count; index += 1) {
      if (bytes.readUInt32LE(at) !== entrySignature) throw unreadable();
      const flags = bytes.readUInt16LE(at + 8);
      const method = bytes.readUInt16LE(at + 10);
      const packed = bytes.readUInt32LE(at + 20);
      const declared = bytes.readUInt32LE(at + 24);
      const nameLength = bytes.readUInt16LE(at + 28);
      // Encrypted, or of a method that no spreadsheet uses: nothing that could be read.
      if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) throw unreadable();
      if (declared > left) throw tooLarge();
      names.push(bytes.toString('utf8', at + 46, at + 46 + nameLength));
      left -= inflatedSize(entryBytes(bytes, bytes.readUInt32LE(at + 42), packed), method, left);
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    // A place that lies outside of the file, or bytes that do not inflate.
    throw unreadable();
  }
  return names;
}

function findEnd(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - mostEnd); at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  return null;
}

function entryBytes(bytes: Buffer, at: number, packed: number): Buffer {
  if (bytes.readUInt32LE(at) !== localSignature) throw unreadable();
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (from + packed > bytes.length) throw unreadable();
  return bytes.subarray(from, from + packed);
}

function inflatedSize(packed: Buffer, method: number, left: number): number {
  if (method === 0) {
    if (packed.length > left) throw tooLarge();
    return packed.length;
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: left }).length;
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw error;
  }
}

function unreadable(): TableError {
  return new TableError(
    'register.file-unreadable',
    '不是能读的 xlsx 工作簿（可能已损坏或加密）。请在表格软件中打开，另存为 xlsx 或 csv 后重新上传。',
  );
}

function tooLarge(): TableError {
  return new TableError(
    'register.workbook-too-large',
    `工作簿展开后超过${mostInflated / 1024 / 1024}MB，不予打开。请只保留台账工作表，或按年份拆开后上传。`,
  );
}
