import type { FileHandle } from 'node:fs/promises';

/** Maximum sectors of the directory that are read; each contains at least four entries. */
const maxSectors = 256;
const endOfChain = 0xfffffffa;

/**
 * The names of the streams in an OLE compound file ([MS-CFB]): old Office and WPS documents, but also installers and
 * mails, so the signature alone is not enough. Null when the file is damaged.
 */
export async function oleStreams(file: FileHandle): Promise<string[] | null> {
  const header = await bytesAt(file, 0, 512);
  if (header.length < 512) return null;
  const shift = header.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const sectorSize = 1 << shift;
  const names: string[] = [];
  const visited = new Set<number>();
  let sector = header.readUInt32LE(48);
  while (sector < endOfChain && visited.size < maxSectors) {
    if (visited.has(sector)) return null;
    visited.add(sector);
    const entries = await bytesAt(file, (sector + 1) * sectorSize, sectorSize);
    if (entries.length < sectorSize) return null;
    for (let at = 0; at < sectorSize; at += 128) {
      // Length in bytes, including the closing NUL; at most 64.
      const length = entries.readUInt16LE(at + 64);
      if (length >= 2 && length <= 64) names.push(entries.toString('utf16le', at, at + length - 2));
    }
    const next = await nextSector(file, header, sectorSize, sector);
    if (next === null) return null;
    sector = next;
  }
  return names;
}

/** Follows the allocation table; the first 109 of its sectors are listed in the header, and that spans 6.8 MB or more. */
async function nextSector(
  file: FileHandle,
  header: Buffer,
  sectorSize: number,
  sector: number,
): Promise<number | null> {
  const perSector = sectorSize / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return null;
  const tableSector = header.readUInt32LE(76 + table * 4);
  if (tableSector >= endOfChain) return null;
  const entry = await bytesAt(file, (tableSector + 1) * sectorSize + (sector % perSector) * 4, 4);
  return entry.length === 4 ? entry.readUInt32LE(0) : null;
}

/** Up to `length` bytes from `position`; fewer at the end of the file. */
async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
