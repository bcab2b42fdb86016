/** SHA-256 (FIPS 180-4) and SM3 (GB/T 32905) in plain JavaScript, for browsers and Node. */

const sha256Words = Int32Array.from(primeRoots(64, 1 / 3));
const sha256Start = primeRoots(8, 1 / 2);
/** In a shift, 32 counts as 0: the constants of the rounds 0 and 32 are not rotated. */
const sm3Words = Int32Array.from({ length: 64 }, (_, i) => {
  const word = i < 16 ? 0x79cc4519 : 0x7a879d8a;
  return (word << i) | (i % 32 === 0 ? 0 : word >>> (32 - (i % 32)));
});
const sm3Start = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e];

/** The first 32 bits of the fractional parts of the roots of the first primes, the constants of SHA-256. */
function primeRoots(count, power) {
  const words = [];
  for (let candidate = 2; words.length < count; candidate += 1) {
    let isPrime = true;
    for (let factor = 2; factor * factor <= candidate; factor += 1) if (candidate % factor === 0) isPrime = false;
    if (isPrime) words.push(((candidate ** power % 1) * 2 ** 32) | 0);
  }
  return words;
}

/** The common part: blocks of 64 bytes, padded with the length in bits. */
class BlockHash {
  constructor(start) {
    this.state = Int32Array.from(start);
    this.block = new Uint8Array(64);
    this.view = new DataView(this.block.buffer);
    this.filled = 0;
    this.length = 0;
  }

  update(bytes) {
    this.length += bytes.length;
    let at = 0;
    while (at < bytes.length) {
      const taken = Math.min(64 - this.filled, bytes.length - at);
      this.block.set(bytes.subarray(at, at + taken), this.filled);
      this.filled += taken;
      at += taken;
      if (this.filled === 64) {
        this.mix();
        this.filled = 0;
      }
    }
    return this;
  }

  hex() {
    const bits = this.length * 8;
    this.update(Uint8Array.of(0x80));
    while (this.filled !== 56) this.update(new Uint8Array(1));
    this.view.setUint32(56, Math.floor(bits / 2 ** 32));
    this.view.setUint32(60, bits >>> 0);
    this.mix();
    return Array.from(this.state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  }
}

function turn(x, n) {
  return (x << n) | (x >>> (32 - n));
}

export class Sha256 extends BlockHash {
  constructor() {
    super(sha256Start);
    this.words = new Int32Array(64);
  }

  mix() {
    const { words, view, state } = this;
    for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(i * 4);
    for (let i = 16; i < 64; i += 1) {
      const [x, y] = [words[i - 15], words[i - 2]];
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      words[i] = words[i - 16] + s0 + words[i - 7] + s1;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const first = (h + s1 + ((e & f) ^ (~e & g)) + sha256Words[i] + words[i]) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const second = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] += word));
  }
}

export class Sm3 extends BlockHash {
  constructor() {
    super(sm3Start);
    this.words = new Int32Array(68);
  }

  mix() {
    const { words, view, state } = this;
    for (let i = 0; i < 16; i += 1) words[i] = view.getInt32(i * 4);
    for (let i = 16; i < 68; i += 1) {
      const x = words[i - 16] ^ words[i - 9] ^ turn(words[i - 3], 15);
      words[i] = x ^ turn(x, 15) ^ turn(x, 23) ^ turn(words[i - 13], 7) ^ words[i - 6];
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      const early = i < 16;
      const a12 = (a << 12) | (a >>> 20);
      const s1 = turn((a12 + e + sm3Words[i]) | 0, 7);
      const ff = early ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
      const gg = early ? e ^ f ^ g : (e & f) | (~e & g);
      const first = (ff + d + (s1 ^ a12) + (words[i] ^ words[i + 4])) | 0;
      const second = (gg + h + s1 + words[i]) | 0;
      d = c;
      c = turn(b, 9);
      b = a;
      a = first;
      h = g;
      g = turn(f, 19);
      f = e;
      e = second ^ turn(second, 9) ^ turn(second, 17);
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] ^= word));
  }
}

const encoder = new TextEncoder();

export function sm3Of(text) {
  return new Sm3().update(encoder.encode(text)).hex();
}

export function sha256Of(text) {
  return new Sha256().update(encoder.encode(text)).hex();
}
