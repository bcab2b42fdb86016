import { crc32 } from 'node:zlib';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const pieceBytes = 64 * 1024;

/**
 * Writes entries as a ZIP without compression, in pieces: the workbook library reads ZIPs as a stream, and only gets
 * bytes that were already counted against the limits.
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
    // In one piece, a whole sheet would be in the reader's queue at once.
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
