import { zipSync, type Zippable } from 'fflate';

/**
 * A ZIP that depends on names, contents and their order alone.
 *
 * @param modified what every entry says of its last change. The format holds local time without a zone, so it is read by
 *   its parts in the zone of this process.
 */
export function packZip(entries: Iterable<readonly [name: string, content: Uint8Array]>, modified: Date): Buffer {
  // Without a prototype: a file of a template may be called `__proto__`.
  const ordered = Object.create(null) as Zippable;
  for (const [name, content] of entries) ordered[name] = [content, { mtime: modified, level: 6, os: 0 }];
  const packed = zipSync(ordered);
  return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
}
