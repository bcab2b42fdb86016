import { expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { advisoryLocks } from './advisory-locks.ts';

it('no two advisory locks have one number, and none is defined elsewhere', () => {
  const numbers = Object.values(advisoryLocks);
  expect(new Set(numbers).size).toBe(numbers.length);
  const root = path.resolve(import.meta.dirname, '../../../..');
  const elsewhere = globSync('{apps,libs}/**/src/**/*.ts', { cwd: root })
    .filter((file) => !/node_modules|\/dist\/|advisory-locks\.ts$/.test(file))
    .filter((file) => /[lL]ock = 0x/.test(readFileSync(path.join(root, file), 'utf8')));
  expect(elsewhere).toEqual([]);
});
