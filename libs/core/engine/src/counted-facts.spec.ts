import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { countedColumns, countedFacts, jsonTypeOf } from './counted-facts.ts';

describe('the details that reports count', () => {
  it('have one type under one name, whichever fact has them', () => {
    const types = new Map<string, Set<string | null>>();
    for (const { shape } of Object.values(countedFacts)) {
      for (const [detail, part] of Object.entries(shape)) {
        types.set(detail, (types.get(detail) ?? new Set()).add(jsonTypeOf(part)));
      }
    }
    for (const [detail, found] of types) expect([detail, found.size]).toEqual([detail, 1]);
    expect([...countedColumns().values()].map(({ detail }) => detail)).toEqual([...types.keys()]);
  });

  it('are columns in snake case, with the type of SQL', () => {
    const columns = Object.fromEntries(countedColumns());
    expect(columns.on_time).toEqual({ detail: 'onTime', type: 'boolean' });
    expect(columns.file_number).toEqual({ detail: 'fileNumber', type: 'text' });
    expect(columns.problems).toEqual({ detail: 'problems', type: 'int' });
  });

  it('take absence and null for no type of their own', () => {
    expect(jsonTypeOf(z.int().optional())).toBe('integer');
    expect(jsonTypeOf(z.boolean().nullable())).toBe('boolean');
    expect(jsonTypeOf(z.enum(['full', 'none']))).toBe('string');
    expect(jsonTypeOf(z.unknown())).toBeNull();
  });
});
