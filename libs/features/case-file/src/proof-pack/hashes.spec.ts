/** The verifier's own hash functions against OpenSSL: for every length around a block, and for chunks of any size. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

interface Hasher {
  update(bytes: Uint8Array): Hasher;
  hex(): string;
}
const { Sha256, Sm3 } = (await import(new URL('../../verify/hashes.mjs', import.meta.url).href)) as Record<
  'Sha256' | 'Sm3',
  new () => Hasher
>;

describe.each([
  ['sm3', Sm3],
  ['sha256', Sha256],
] as const)('%s of the verifier', (name, Own) => {
  const expected = (bytes: Uint8Array): string => createHash(name).update(bytes).digest('hex');

  it('is that of OpenSSL at every length of up to three blocks', () => {
    for (let length = 0; length <= 192; length += 1) {
      const bytes = Buffer.alloc(length, length);
      expect(new Own().update(bytes).hex()).toBe(expected(bytes));
    }
  });

  it('does not depend on the chunks of the input', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 10 }), (pieces) => {
        const own = new Own();
        for (const piece of pieces) own.update(piece);
        expect(own.hex()).toBe(expected(Buffer.concat(pieces)));
      }),
    );
  });
});
