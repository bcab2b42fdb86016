import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { countedDetails, countedFacts, jsonTypeOf } from './counted-facts.ts';

describe('the details that reports count', () => {
  it('have one type per name, in every fact', () => {
    const types = new Map<string, Set<string | null>>();
    for (const { shape } of Object.values(countedFacts)) {
      for (const [detail, part] of Object.entries(shape)) {
        types.set(detail, (types.get(detail) ?? new Set()).add(jsonTypeOf(part)));
      }
    }
    for (const [detail, found] of types) expect([detail, found.size]).toEqual([detail, 1]);
    expect([...countedDetails().values()].map(({ detail }) => detail)).toEqual([...types.keys()]);
  });

  it('have a name in snake case and a type in SQL', () => {
    const details = Object.fromEntries(countedDetails());
    expect(details.on_time).toEqual({ detail: 'onTime', type: 'boolean' });
    expect(details.file_number).toEqual({ detail: 'fileNumber', type: 'text' });
    expect(details.problems).toEqual({ detail: 'problems', type: 'int' });
  });

  it('ignore absence and null when the type is determined', () => {
    expect(jsonTypeOf(z.int().optional())).toBe('integer');
    expect(jsonTypeOf(z.boolean().nullable())).toBe('boolean');
    expect(jsonTypeOf(z.enum(['full', 'none']))).toBe('string');
    expect(jsonTypeOf(z.unknown())).toBeNull();
  });
});
