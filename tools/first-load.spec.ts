import { beforeAll, expect, it } from '@jest/globals';
import { built } from '@lawgate/testing';
import { firstLoad } from './first-load.ts';

beforeAll(built);

// On a phone in a village every hundred kilobytes are a second.
it.each(['work/work-page', 'queue/queue-page', 'case/case-page', 'submit/submit-page'])(
  '%s is there after 400 kB of JavaScript at most',
  (page) => {
    expect(firstLoad(`src/pages/${page}.tsx`)).toBeLessThanOrEqual(400_000);
  },
);
