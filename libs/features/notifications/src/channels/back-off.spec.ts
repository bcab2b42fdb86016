import { describe, expect, it } from '@jest/globals';
import { backOffMs, maxAttempts, outageAfter, probeMs } from './back-off.ts';

describe('back-off', () => {
  it('doubles from 90 seconds and takes half a day for all attempts', () => {
    expect([1, 2, 3].map(backOffMs)).toEqual([90_000, 180_000, 360_000]);
    let whole = 0;
    for (let attempt = 1; attempt < maxAttempts; attempt += 1) whole += backOffMs(attempt);
    expect(whole / 3_600_000).toBeCloseTo(12.775);
  });

  it('probes a failing server less and less often, but at least four times an hour', () => {
    const minutes = [0, 1, 2, 3, 4, 5, 50].map((more) => probeMs(outageAfter + more) / 60_000);
    expect(minutes).toEqual([1, 2, 4, 8, 15, 15, 15]);
  });
});
