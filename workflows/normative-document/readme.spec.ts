import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { renewedReadme } from '../readme.ts';
import { definition } from './definition.ts';

it('has a current README; otherwise build and run tools/generate-workflow-readmes.mjs', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  expect(renewedReadme(readme, definition)).toBe(readme);
});
