import { describe, expect, it } from '@jest/globals';
import { CaseCache, type LoadedCase } from './loaded-case.ts';
import { SeriesMemory } from '../commit/case-store.ts';

const viewer = { id: 'v', orgId: 'o', orgPath: 'town', scope: 'organisation' } as const;
const caseOf = (id: string, more: Partial<LoadedCase> = {}): LoadedCase =>
  ({ id, orgPath: 'town', status: 'active', ...more }) as LoadedCase;

describe('the cache of cases', () => {
  it('evicts the least recently used case, and never exceeds its maximum', () => {
    const cache = new CaseCache();
    for (let n = 0; n < 1000; n += 1) cache.keep(caseOf(String(n)));
    expect(cache.find(viewer, '0')).not.toBeNull();
    cache.keep(caseOf('1000'));
    expect(cache.find(viewer, '0')).not.toBeNull();
    expect(cache.find(viewer, '1')).toBeNull();
    expect(cache.find(viewer, '1000')).not.toBeNull();
  });

  it('returns nothing to viewers who do not see the case’s whole organisation, and keeps no finished case', () => {
    const cache = new CaseCache();
    cache.keep(caseOf('a'));
    expect(cache.find({ ...viewer, scope: 'assigned' } as never, 'a')).toBeNull();
    expect(cache.find({ ...viewer, orgPath: 'county' }, 'a')).toBeNull();
    cache.keep(caseOf('a', { status: 'done' }));
    expect(cache.find(viewer, 'a')).toBeNull();
  });
});

it('guesses numbers only in series that this process has seen, and never below the highest number seen', () => {
  const memory = new SeriesMemory();
  const request = { code: '合审', year: 2024, purpose: 'x' };
  expect(memory.guess(viewer, 'o', [request])).toBeNull();
  memory.keep('o', [{ ...request, number: 7, text: '' }]);
  memory.keep('o', [{ ...request, number: 5, text: '' }]);
  expect(memory.guess(viewer, 'o', [request])?.map(({ number }) => number)).toEqual([8]);
  memory.drop('o', [request]);
  expect(memory.guess(viewer, 'o', [request])).toBeNull();
});
