/** Zips byte by byte, so that they may lie about themselves. */
import { constants, crc32, deflateRawSync } from 'node:zlib';

/** @param declared what every entry says its size is; the truth where it is left out */
export function zipOf(entries: Readonly<Record<string, Buffer>>, declared?: number): Buffer {
  return zipOfPacked(
    Object.entries(entries).map(([name, content]) => ({
      name,
      packed: deflateRawSync(content),
      crc: crc32(content),
      size: declared ?? content.length,
    })),
  );
}

const piece = 16 * 1024 * 1024;

/** An entry that inflates to so many zeros, made without ever having them: a GiB of it is one MiB. */
export function zipBomb(name: string, bytes: number, declared = bytes): Buffer {
  const some = deflateRawSync(Buffer.alloc(piece), { finishFlush: constants.Z_SYNC_FLUSH });
  const packed = [...Array.from({ length: Math.ceil(bytes / piece) }, () => some), deflateRawSync(Buffer.alloc(0))];
  return zipOfPacked([{ name, packed: Buffer.concat(packed), crc: 0, size: declared }]);
}

interface Packed {
  readonly name: string;
  readonly packed: Buffer;
  readonly crc: number;
  /** What it says that its size is. */
  readonly size: number;
}

function zipOfPacked(entries: readonly Packed[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, packed, crc, size } of entries) {
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc, 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(size, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), head, place, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(Buffer.concat(central).length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, ...central, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
