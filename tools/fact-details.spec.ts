import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { factDetailsFile, factDetailsSql } from './fact-details.ts';

// If this fails, run `node tools/generate-fact-details.mjs`.
it('the SQL functions that read facts are those that the engine declares', () => {
  expect(readFileSync(factDetailsFile, 'utf8')).toBe(factDetailsSql());
});
