import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from '@jest/globals';
import { built } from '@lawgate/testing';
import { firstLoad, scripts } from './first-load.ts';

beforeAll(built);

it('is built for those who use it, also when a test run built it', () => {
  // Antd marks the classes of a build for developers; such a build is slower and gives every dialog the same id.
  const ofDevelopers = scripts().filter((file) => readFileSync(file, 'utf8').includes('css-dev-only'));
  expect(ofDevelopers).toEqual([]);
});

// On a phone in a village every hundred kilobytes are a second.
it.each(['work/work-page', 'queue/queue-page', 'case/case-page', 'submit/submit-page'])(
  '%s is there after 400 kB of JavaScript at most',
  (page) => {
    expect(firstLoad(`src/pages/${page}.tsx`)).toBeLessThanOrEqual(400_000);
  },
);
