import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from '@jest/globals';
import { built } from '@lawgate/testing';
import { firstLoad, scripts } from './first-load.ts';

beforeAll(built);

it('is a production build, also when a test run built it', () => {
  // Ant Design marks the classes of a development build; such a build is slower and gives every dialog the same id.
  const ofDevelopers = scripts().filter((file) => readFileSync(file, 'utf8').includes('css-dev-only'));
  expect(ofDevelopers).toEqual([]);
});

// On a slow mobile connection every 100 kB take about a second.
it.each(['work/work-page', 'queue/queue-page', 'case/case-page', 'submit/submit-page'])(
  '%s loads at most 400 kB of JavaScript',
  (page) => {
    expect(firstLoad(`src/pages/${page}.tsx`)).toBeLessThanOrEqual(400_000);
  },
);
