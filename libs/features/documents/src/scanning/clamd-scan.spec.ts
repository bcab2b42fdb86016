import { Readable } from 'node:stream';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { clamdScan } from './clamd-scan.ts';
import { eicar, startClamd } from './clamd.fixtures.ts';

const clamd = await startClamd();
afterAll(() => clamd.close());
beforeEach(() => {
  clamd.answer = null;
});

const scan = (content: Buffer | string, url = clamd.url, silenceMs?: number) =>
  clamdScan(url, silenceMs).scan(Readable.from([Buffer.from(content)]), new AbortController().signal);

describe('a scan by clamd', () => {
  it('sends every byte and returns the verdict', async () => {
    const large = Buffer.alloc(3 * 1024 * 1024, 'a');
    expect(await scan(large)).toEqual({ state: 'clean' });
    expect(clamd.received.at(-1)?.equals(large)).toBe(true);
    expect(await scan(`合同${eicar}`)).toEqual({ state: 'infected', finding: 'Eicar-Signature' });
  });

  it('fails when clamd gives no verdict, does not answer, or is down', async () => {
    for (const answer of ['INSTREAM size limit exceeded. ERROR', 'UNKNOWN COMMAND', '']) {
      clamd.answer = answer;
      await expect(scan('x')).rejects.toThrow(/no verdict/u);
    }
    clamd.answer = 'silence';
    await expect(scan('x', clamd.url, 100)).rejects.toThrow(/does not answer/u);
    const other = await startClamd();
    await other.close();
    await expect(scan('x', other.url)).rejects.toThrow(/ECONNREFUSED/u);
  });
});
