/**
 * ZIP archives that declare wrong sizes, expand or are broken: one class of error, within the limits, and never a hang.
 */
import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { propertyRuns } from '@lawgate/sizes';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import fc from 'fast-check';
import { ZipFile } from 'yazl';
import { openZip, type ZipLimits } from './open-zip.ts';
import { packZip } from './pack-zip.ts';
import { ZipError } from './zip-error.ts';
import { bombPart, zipBomb, zipOf, zipOfMany, zipOfParts, type ZipEnd, type ZipPart } from './zip.fixtures.ts';

const MiB = 1024 * 1024;
const limits: ZipLimits = { maxEntries: 100, maxEntryBytes: 16 * MiB, maxTotalBytes: 32 * MiB };
const content = Buffer.from('甲方与乙方');
const two: ZipPart[] = [
  { name: 'a.xml', content },
  { name: 'b.xml', content },
];

/** Reads everything; returns the problem where it is refused, and throws any other error. */
async function outcome(bytes: Buffer, within = limits): Promise<string> {
  try {
    await (await openZip(bytes, within)).readAll();
    return 'read';
  } catch (error) {
    if (error instanceof ZipError) return error.problem;
    throw error;
  }
}

describe('an ordinary archive', () => {
  it('is read back unchanged, folders and Chinese names included', async () => {
    const entries = new Map([
      ['word/', Buffer.alloc(0)],
      ['word/document.xml', content],
      ['附件/清单.txt', Buffer.alloc(0)],
    ]);
    const archive = await openZip(packZip(entries, new Date(1980, 0, 1)), limits);
    expect(archive.names).toEqual([...entries.keys()]);
    expect(archive.declaredBytes).toBe(content.length);
    expect(await archive.readAll()).toEqual(entries);
    expect(await archive.read('word/styles.xml')).toBeNull();
  });

  it('is read with stored entries, with sizes after the data, and as ZIP64, as POI and SSRS write them', async () => {
    const zip = new ZipFile();
    zip.addBuffer(content, 'stored.xml', { compress: false });
    zip.addReadStreamLazy('streamed.xml', { forceZip64Format: true }, (take) => {
      void import('node:stream').then(({ Readable }) => take(null, Readable.from([content])));
    });
    zip.addBuffer(content, 'large.xml', { forceZip64Format: true });
    zip.end({ forceZip64Format: true, comment: '' });
    const read = await (await openZip(await buffer(zip.outputStream as never), limits)).readAll();
    expect([...read.values()]).toEqual([content, content, content]);
  });

  it('is read where its names have backslashes, as old programs on Windows wrote them', async () => {
    expect((await openZip(zipOf({ 'xl\\workbook.xml': content }), limits)).names).toEqual(['xl/workbook.xml']);
  });
});

describe('an archive that swells', () => {
  it('is read no further than a limit, whatever it declares', async () => {
    // After the zeros come bytes that cannot be inflated: a reader that continues reports them as damaged.
    const bomb = bombPart('a', 2048 * MiB, 10);
    const bytes = zipOfParts([
      { ...bomb, packed: Buffer.concat([bomb.packed ?? content, Buffer.from('ffff', 'hex')]) },
    ]);
    const before = process.resourceUsage().maxRSS;
    const much = { maxEntries: 1, maxEntryBytes: 256 * MiB, maxTotalBytes: 256 * MiB, maxRatio: Infinity };
    expect(await outcome(bytes, much)).toBe('entry-too-large');
    expect(await outcome(bytes, { ...much, maxEntryBytes: Infinity, maxTotalBytes: 32 * MiB })).toBe(
      'archive-too-large',
    );
    expect(await outcome(bytes, { ...much, maxRatio: 10 })).toBe('ratio-too-high');
    // KiB for 256 MiB inflated bytes: bytes beyond the 10 allowed are counted and not kept.
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(96 * 1024);
  });

  it('is refused as a whole where its entries are small', async () => {
    const entries = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`${n}.xml`, Buffer.alloc(MiB)]));
    expect(await outcome(zipOf(entries), { ...limits, maxTotalBytes: 4 * MiB })).toBe('archive-too-large');
  });

  it('is refused by the number of its entries, before any of them is read', async () => {
    expect(await outcome(zipOfMany(100_000))).toBe('too-many-entries');
    expect(await outcome(zipOfMany(100))).toBe('read');
    expect(await outcome(zipOfParts(two, { zip64: { count: 2 ** 40 } }))).toBe('too-many-entries');
  });

  it('reports an exceeded limit by one flag', async () => {
    await expect(openZip(zipBomb('a', 64 * MiB), limits).then((zip) => zip.read('a'))).rejects.toMatchObject({
      isTooLarge: true,
    });
    await expect(openZip(content, limits)).rejects.toMatchObject({ isTooLarge: false });
  });
});

describe('an archive that contradicts itself', () => {
  const first = (said: Partial<ZipPart>): Buffer => zipOfParts([{ name: 'a.xml', content, ...said }, ...two.slice(1)]);
  const second = zipOfParts(two.slice(0, 1)).indexOf('PK\x01\x02', 'latin1');

  it.each<[string, Buffer, string]>([
    ['declares more than there is', first({ size: 100 }), 'damaged'],
    ['declares less than there is', first({ size: 5 }), 'damaged'],
    ['declares a stored entry larger than it is', first({ method: 0, packed: content, size: 16 }), 'damaged'],
    ['says another size at the entry', first({ local: { size: 5 } }), 'damaged'],
    ['says another packed size at the entry', first({ local: { packedSize: 1 } }), 'damaged'],
    ['says no sizes at the entry and none behind it', first({ local: { size: 0, packedSize: 0 } }), 'damaged'],
    ['has another name at the entry', first({ local: { name: 'b.xml' } }), 'damaged'],
    ['has another method at the entry', first({ local: { method: 0 } }), 'damaged'],
    ['cuts an entry short', first({ packedSize: 3, local: { packedSize: 3 } }), 'damaged'],
    [
      'has packed bytes that reach into the next entry',
      first({ packedSize: 40, local: { packedSize: 40 } }),
      'overlapping-entries',
    ],
    [
      'has packed bytes that reach out of the file',
      first({ packedSize: 9_999, local: { packedSize: 9_999 } }),
      'damaged',
    ],
    ['has a wrong checksum', first({ crc: 1 }), 'damaged'],
    [
      'uses the same bytes for two entries',
      zipOfParts([...two, { name: 'a.xml', content, offset: 0 }]),
      'duplicate-name',
    ],
    [
      'lists an entry within another',
      zipOfParts([
        { name: 'a', content: Buffer.alloc(0), packed: zipOfParts(two.slice(1)), method: 0, size: 0 },
        { name: 'b.xml', content, offset: 31 },
      ]),
      'overlapping-entries',
    ],
    ['has an entry behind its directory', zipOfParts([{ name: 'a', content, offset: second }]), 'damaged'],
    ['has an entry nowhere', zipOfParts([{ name: 'a', content, offset: 0x7fff_ffff }]), 'damaged'],
    ['is encrypted', first({ flags: 1 }), 'encrypted'],
    ['is encrypted strongly', first({ flags: 0x41 }), 'encrypted'],
    ['is encrypted by the local header only', first({ local: { flags: 1 } }), 'damaged'],
    ['is packed by another method', first({ method: 12 }), 'unsupported-method'],
    ['has a name twice', zipOfParts([...two, { name: 'a.xml', content }]), 'duplicate-name'],
    ['has a name twice in other letters', zipOfParts([...two, { name: 'A.XML', content }]), 'duplicate-name'],
    ['has a name twice with another slash', zipOf({ 'a/b': content, 'a\\b': content }), 'duplicate-name'],
  ])('%s is refused', async (_, bytes, problem) => expect(await outcome(bytes)).toBe(problem));

  it.each(['', '/etc/passwd', '../a', 'a/../../b', 'a\\..\\b', 'C:\\a', 'a//b', './a', 'a\0b'])(
    'with the name %j is refused',
    async (name) => expect(await outcome(zipOf({ [name]: content }))).toBe('unsafe-name'),
  );

  it.each<[string, ZipEnd]>([
    ['names fewer entries than there are', { count: 1 }],
    ['names more entries than there are', { count: 3 }],
    ['has a directory of another size', { size: 10 }],
    ['has its directory elsewhere', { start: 3 }],
    ['has its directory behind its end', { start: 0xffff_fffe }],
    ['has a ZIP64 record that names another count', { count: 2, zip64: { count: 1 } }],
    ['has a ZIP64 record that names another place', { start: 0xffff_ffff, zip64: { start: 3 } }],
    ['has a ZIP64 record that names no place', { start: 0xffff_ffff, zip64: { start: 2 ** 53 } }],
  ])('%s is refused', async (_, end) => expect(await outcome(zipOfParts(two, end))).toBe('damaged'));

  it('is refused with bytes after its end and wherever it is truncated', async () => {
    const whole = zipOfParts(two);
    expect(await outcome(Buffer.concat([whole, Buffer.alloc(1)]))).toBe('damaged');
    expect(await outcome(Buffer.concat([whole, whole]))).toBe('damaged');
    for (let length = 0; length < whole.length; length += 1) {
      expect(await outcome(whole.subarray(0, length))).toBe('damaged');
    }
  });
});

it('a Word document is read or refused with one error class, however its bytes are changed', async () => {
  const children = Array.from({ length: 20 }, (_, n) => new Paragraph({ children: [new TextRun(`第${n}条`)] }));
  const whole = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  const hard = { maxEntries: 50, maxEntryBytes: MiB, maxTotalBytes: MiB };
  const directory = whole.indexOf('PK\x01\x02', 'latin1');
  // Half of the changes are in the directory and the end record, where a byte matters most.
  const place = fc.oneof(fc.nat(whole.length - 1), fc.integer({ min: directory, max: whole.length - 1 }));
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.constantFrom(...[0, 0xff].map((one) => new Uint8Array(4).fill(one))),
  );
  const change = fc.record({ at: place, bytes, insert: fc.boolean() });
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      let broken = Buffer.from(whole);
      for (const { at, bytes: put, insert } of changes) {
        broken = Buffer.concat([broken.subarray(0, at), put, broken.subarray(insert ? at : at + put.length)]);
      }
      try {
        const read = await (await openZip(broken, hard)).readAll();
        expect([...read.values()].reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(MiB);
        outcomes.add('read');
      } catch (error) {
        expect(error).toBeInstanceOf(ZipError);
        outcomes.add((error as ZipError).problem);
      }
    }),
    { numRuns: propertyRuns(300) },
  );
  expect(outcomes).toContain('damaged');
});

it('bytes that only begin like a deflated entry are reported as damaged, and do not crash the process', async () => {
  const packed = deflateRawSync(Buffer.alloc(MiB)).subarray(0, 20);
  expect(await outcome(zipOfParts([{ name: 'a', content: Buffer.alloc(MiB), packed }]))).toBe('damaged');
});
