import { zipSync, type Zippable } from 'fflate';

/**
 * A ZIP that depends only on names, contents and their order.
 *
 * @param modified time of the last change in every entry. The format stores local time without a zone, so its parts in
 * the zone of this process are used.
 */
export function packZip(entries: Iterable<readonly [name: string, content: Uint8Array]>, modified: Date): Buffer {
  // Without a prototype: a file of a template may be called `__proto__`.
  const ordered = Object.create(null) as Zippable;
  for (const [name, content] of entries) ordered[name] = [content, { mtime: modified, level: 6, os: 0 }];
  const packed = zipSync(ordered);
  return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
}
