/** Looks into a zip before anything else does: how much comes out of it is measured, never believed. */
import { crc32, inflateRawSync } from 'node:zlib';
import { TableError } from './table.ts';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
/** Bytes of a comment, at most, and of the end record before it. */
const mostEnd = 65_535 + 22;
const mostEntries = 2_000;
const pieceBytes = 64 * 1024;
/** Bytes of everything in the workbook, inflated. A register of 100,000 rows takes some 60 MiB of sheet and text. */
const mostInflated = 160 * 1024 * 1024;

/**
 * Inflates every entry once, with a bound.
 *
 * @param wanted what of it is kept
 * @param most bytes of everything together
 * @returns the wanted entries by name
 * @throws TableError `register.workbook-too-large`, `register.file-unreadable`
 */
export function unpackZip(bytes: Buffer, wanted: (name: string) => boolean, most = mostInflated): Map<string, Buffer> {
  const end = findEnd(bytes);
  if (end === null) throw unreadable();
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > mostEntries) throw tooLarge();
  const entries = new Map<string, Buffer>();
  let left = most;
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
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
      const content = inflated(entryBytes(bytes, bytes.readUInt32LE(at + 42), packed), method, left);
      left -= content.length;
      if (wanted(name)) entries.set(name, content);
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    // A place that lies outside of the file, or bytes that do not inflate.
    throw unreadable();
  }
  return entries;
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

function inflated(packed: Buffer, method: number, left: number): Buffer {
  if (method === 0) {
    if (packed.length > left) throw tooLarge();
    return packed;
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: left });
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw error;
  }
}

/**
 * The same entries as a plain zip without compression, in pieces. Who reads it meets nothing that was not measured:
 * the original may say something else to one who reads it from its beginning than to one who begins at its end.
 */
export function* plainZip(entries: ReadonlyMap<string, Buffer>): Generator<Buffer> {
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, content] of entries) {
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(content), 10);
    head.writeUInt32LE(content.length, 14);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const named = Buffer.from(name);
    yield Buffer.concat([signature(localSignature), head, named]);
    // In one piece, a whole sheet would stand in the reader's queue at once.
    for (let from = 0; from < content.length; from += pieceBytes) yield content.subarray(from, from + pieceBytes);
    central.push(signature(entrySignature), Buffer.from([20, 0]), head, place, named);
    at += 30 + named.length + content.length;
  }
  const listed = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.size, 4);
  end.writeUInt16LE(entries.size, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  yield Buffer.concat([listed, signature(endSignature), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
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
