/**
 * Random access to a ZIP file: its directory first, then single files.
 *
 * `blob` is {size, read(from, length)}; `inflate` takes the compressed chunks and returns the plain ones. A file is
 * {size, pieces(), blob}: its bytes chunk by chunk, and a blob where they are stored without compression.
 */

const piece = 1 << 20;

export async function openZip(blob, inflate) {
  const tail = await blob.read(Math.max(0, blob.size - 65_557), Math.min(blob.size, 65_557));
  let end = tail.length - 22;
  while (end >= 0 && numberAt(tail, end, 4) !== 0x06054b50) end -= 1;
  if (end < 0) throw new Error('不是完整的 ZIP 文件');
  let [count, length, from] = [numberAt(tail, end + 10, 2), numberAt(tail, end + 12, 4), numberAt(tail, end + 16, 4)];
  const locator = end - 20;
  if (locator >= 0 && numberAt(tail, locator, 4) === 0x07064b50) {
    const large = await blob.read(numberAt(tail, locator + 8, 8), 56);
    [count, length, from] = [numberAt(large, 32, 8), numberAt(large, 40, 8), numberAt(large, 48, 8)];
  }
  const list = await blob.read(from, length);
  const files = new Map();
  for (let at = 0, n = 0; n < count; n += 1) {
    if (numberAt(list, at, 4) !== 0x02014b50) throw new Error('ZIP 文件的目录损坏');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => numberAt(list, at + offset, 2));
    const name = new TextDecoder().decode(list.subarray(at + 46, at + 46 + nameLength));
    const extra = list.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const entry = {
      method: numberAt(list, at + 10, 2),
      packed: numberAt(list, at + 20, 4),
      size: numberAt(list, at + 24, 4),
      header: numberAt(list, at + 42, 4),
    };
    readLargeSizes(entry, extra);
    if (!name.endsWith('/')) files.set(name, fileOf(blob, entry, inflate));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

/** Sizes past 4 GB stand in an extra field, in this order, and only those that need it. */
function readLargeSizes(entry, extra) {
  for (let at = 0; at + 4 <= extra.length; at += 4 + numberAt(extra, at + 2, 2)) {
    if (numberAt(extra, at, 2) !== 1) continue;
    let from = at + 4;
    for (const key of ['size', 'packed', 'header']) {
      if (entry[key] !== 0xffffffff) continue;
      entry[key] = numberAt(extra, from, 8);
      from += 8;
    }
  }
}

function fileOf(blob, { method, packed, size, header }, inflate) {
  const start = async () => {
    const local = await blob.read(header, 30);
    if (numberAt(local, 0, 4) !== 0x04034b50) throw new Error('ZIP 文件损坏');
    return header + 30 + numberAt(local, 26, 2) + numberAt(local, 28, 2);
  };
  const raw = async function* () {
    const from = await start();
    for (let at = 0; at < packed; at += piece) yield await blob.read(from + at, Math.min(piece, packed - at));
  };
  if (method === 0) {
    const inner = { size, read: async (at, length) => blob.read((await start()) + at, length) };
    return { size, pieces: raw, blob: async () => inner };
  }
  if (method !== 8) throw new Error('ZIP 文件用了不认识的压缩方法');
  const pieces = () => inflate(raw());
  return { size, pieces, blob: async () => blobOf(await wholeOf(pieces())) };
}

export function blobOf(bytes) {
  return { size: bytes.length, read: async (from, length) => bytes.subarray(from, from + length) };
}

export async function wholeOf(pieces) {
  const parts = [];
  let length = 0;
  for await (const part of pieces) {
    parts.push(part);
    length += part.length;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function numberAt(bytes, at, length) {
  let number = 0;
  for (let i = length - 1; i >= 0; i -= 1) number = number * 256 + (bytes[at + i] ?? 0);
  return number;
}
