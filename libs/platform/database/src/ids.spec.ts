import { describe, expect, it } from '@jest/globals';
import { isId, newId } from './time-and-ids.ts';

describe('ids', () => {
  it('are version 7 UUIDs', () => {
    for (let index = 0; index < 2000; index += 1) {
      const id = newId();
      expect(isId(id)).toBe(true);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it('contain their milliseconds and sort by them', () => {
    const at = Date.parse('2024-02-08T01:00:00Z');
    const ids = [0, 1, 1000, 86_400_000].map((more) => newId(at + more));
    expect([...ids].sort()).toEqual(ids);
    expect(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16)).toBe(at);
  });

  it('sort in the order of creation, also within one millisecond', () => {
    const ids = Array.from({ length: 1000 }, () => newId(1_707_354_000_000));
    expect([...ids].sort()).toEqual(ids);
  });

  it('never repeat, also within one millisecond and across refills of the random pool', () => {
    const many = 20_000;
    expect(new Set(Array.from({ length: many }, () => newId(1))).size).toBe(many);
  });
});
