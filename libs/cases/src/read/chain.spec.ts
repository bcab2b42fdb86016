import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, chainHash, genesisHash, sm3, verifyChain, type ChainLink } from './loaded-case.ts';

const chainOf = (bodies: readonly string[]): ChainLink[] => {
  let prevHash = genesisHash;
  return bodies.map((body, index) => {
    const hash = chainHash(prevHash, body);
    const link = { seq: index + 1, body, prevHash, hash };
    prevHash = hash;
    return link;
  });
};
const lastOf = (links: readonly ChainLink[]): string => links.at(-1)?.hash ?? genesisHash;

describe('SM3', () => {
  it('gives the values of GB/T 32905', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  it('hashes UTF-8, so that rare characters count', () => {
    expect(sm3('㐀𠮷')).not.toBe(sm3('㐁𠮷'));
    expect(sm3('㐀𠮷')).toBe(sm3(Buffer.from('㐀𠮷', 'utf8').toString('utf8')));
  });
});

describe('canonical JSON', () => {
  it('does not depend on the order in which properties were written', () => {
    expect(canonicalJson({ b: [1, { d: null, c: '字' }], a: true })).toBe('{"a":true,"b":[1,{"c":"字","d":null}]}');
    expect(canonicalJson({ a: 1, b: 2 })).toBe(canonicalJson({ b: 2, a: 1 }));
  });

  it('leaves out what is undefined and keeps what is null', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
    expect(canonicalJson([undefined, null])).toBe('[null,null]');
    expect(canonicalJson(undefined)).toBe('null');
  });

  it('is JSON of the same value, and stable over a round trip', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

describe('the chain', () => {
  const links = chainOf(['{"a":1}', '{"a":2}', '{"a":3}']);

  it('verifies when unchanged', () => {
    expect(verifyChain(links, lastOf(links))).toEqual({ intact: true });
    expect(verifyChain([], genesisHash)).toEqual({ intact: true });
  });

  it('reports the row whose text was changed', () => {
    const changed = links.map((link) => (link.seq === 2 ? { ...link, body: '{"a":20}' } : link));
    expect(verifyChain(changed, lastOf(links))).toMatchObject({ intact: false, seq: 2 });
  });

  it('reports the row of which one character was changed', () => {
    const changed = links.map((link) => (link.seq === 2 ? { ...link, body: '{"a":4}' } : link));
    expect(verifyChain(changed, lastOf(links))).toMatchObject({ intact: false, seq: 2 });
  });

  it('reports the row whose previous hash is wrong', () => {
    for (const seq of [1, 2, 3]) {
      const changed = links.map((link) => (link.seq === seq ? { ...link, prevHash: 'x' } : link));
      expect(verifyChain(changed, lastOf(links))).toMatchObject({ intact: false, seq });
    }
  });

  it('reports the row after a changed one whose hash was recomputed', () => {
    const forged = links.map((link) =>
      link.seq === 2 ? { ...link, body: '{"a":20}', hash: chainHash(link.prevHash, '{"a":20}') } : link,
    );
    expect(verifyChain(forged, lastOf(links))).toMatchObject({ intact: false, seq: 3 });
  });

  it('reports a missing row, at any position', () => {
    const without = (seq: number): ChainLink[] => links.filter((link) => link.seq !== seq);
    expect(verifyChain(without(1), lastOf(links))).toMatchObject({ intact: false, seq: 1 });
    expect(verifyChain(without(2), lastOf(links))).toMatchObject({ intact: false, seq: 2 });
    expect(verifyChain(without(3), lastOf(links))).toMatchObject({ intact: false, seq: 3 });
  });

  it('reports two rows that were exchanged', () => {
    const [first, second, third] = links as [ChainLink, ChainLink, ChainLink];
    expect(verifyChain([first, third, second], lastOf(links))).toMatchObject({ intact: false });
  });

  it('reports a chain that was rewritten, by the hash that the case stores', () => {
    const rewritten = chainOf(['{"a":1}', '{"a":20}', '{"a":3}']);
    expect(verifyChain(rewritten, lastOf(rewritten))).toEqual({ intact: true });
    expect(verifyChain(rewritten, lastOf(links))).toMatchObject({ intact: false, seq: 4 });
  });
});
