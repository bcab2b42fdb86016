/** ZIPs built byte by byte, so that their headers can contain anything. */
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Fields of the headers of an entry; the correct value where left out. */
interface Said {
  readonly name?: string;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly packedSize?: number;
  readonly size?: number;
}

export interface ZipPart extends Said {
  readonly name: string;
  readonly content: Buffer;
  /** The packed bytes, where they differ from the deflated content. */
  readonly packed?: Buffer;
  /** Fields of the local header, where they differ from the directory. */
  readonly local?: Said;
  /** Offset of the local header in the directory, where it is wrong. */
  readonly offset?: number;
}

/** Fields of the end record; the correct value where left out. */
export interface ZipEnd {
  readonly count?: number;
  readonly start?: number;
  readonly size?: number;
  /** Also writes a ZIP64 record, with these values. */
  readonly zip64?: { readonly count?: number; readonly start?: number };
}

/** @param declared the size that every entry claims; the correct one where left out */
export function zipOf(entries: Readonly<Record<string, Buffer>>, declared?: number): Buffer {
  return zipOfParts(
    Object.entries(entries).map(([name, content]) => ({ name, content, size: declared ?? content.length })),
  );
}

const piece = 16 * 1024 * 1024;

/** An entry that inflates to this many zeros, made without holding them in memory: 1 GiB of zeros takes 1 MiB. */
export function bombPart(name: string, bytes: number, declared = bytes): ZipPart {
  const some = deflateRawSync(Buffer.alloc(piece), { finishFlush: constants.Z_SYNC_FLUSH });
  const packed = [...Array.from({ length: Math.ceil(bytes / piece) }, () => some), deflateRawSync(Buffer.alloc(0))];
  return { name, content: Buffer.alloc(0), packed: Buffer.concat(packed), crc: 0, size: declared };
}

export function zipBomb(name: string, bytes: number, declared = bytes): Buffer {
  return zipOfParts([bombPart(name, bytes, declared)]);
}

export function zipOfParts(parts: readonly ZipPart[], end: ZipEnd = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const packed = part.packed ?? deflateRawSync(part.content);
    const known = { crc: crc32(part.content), packedSize: packed.length, size: part.content.length, ...part };
    const localHead = headOf({ ...known, ...part.local });
    const place = Buffer.alloc(14);
    place.writeUInt32LE(part.offset ?? at, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), localHead, packed]);
    const head = headOf(known);
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), head.subarray(0, 26), place, head.subarray(26)]),
    );
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(central);
  return Buffer.concat([...locals, listed, endOf(parts.length, at, listed.length, end)]);
}

/** This many empty entries, with a ZIP64 record. */
export function zipOfMany(count: number): Buffer {
  const name = (n: number): string => String(n).padStart(6, '0');
  const one = zipOfParts([{ name: name(0), content: Buffer.alloc(0), packed: Buffer.alloc(0), method: 0 }]);
  const [localBytes, entryBytes] = [36, 52];
  const start = count * localBytes;
  const bytes = Buffer.alloc(start + count * entryBytes);
  for (let n = 0; n < count; n += 1) {
    const local = n * localBytes;
    const entry = start + n * entryBytes;
    one.copy(bytes, local, 0, localBytes);
    one.copy(bytes, entry, localBytes, localBytes + entryBytes);
    bytes.write(name(n), local + 30);
    bytes.write(name(n), entry + 46);
    bytes.writeUInt32LE(local, entry + 42);
  }
  return Buffer.concat([bytes, endOf(count, start, count * entryBytes, { zip64: {} })]);
}

function headOf({ name = '', flags = 0, method = 8, crc = 0, packedSize = 0, size = 0 }: Said): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(flags, 2);
  head.writeUInt16LE(method, 4);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(packedSize, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(Buffer.byteLength(name, 'latin1'), 22);
  return Buffer.concat([head, Buffer.from(name, 'latin1')]);
}

function endOf(count: number, start: number, size: number, said: ZipEnd): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  const clipped = said.zip64 === undefined ? count : Math.min(count, 0xffff);
  end.writeUInt16LE(said.count ?? clipped, 8);
  end.writeUInt16LE(said.count ?? clipped, 10);
  end.writeUInt32LE(said.size ?? size, 12);
  end.writeUInt32LE(said.start ?? start, 16);
  if (said.zip64 === undefined) return end;
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  for (const at of [24, 32]) record.writeBigUInt64LE(BigInt(said.zip64.count ?? count), at);
  record.writeBigUInt64LE(BigInt(size), 40);
  record.writeBigUInt64LE(BigInt(said.zip64.start ?? start), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(start + size), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator, end]);
}
