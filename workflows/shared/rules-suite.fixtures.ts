/** Every rule of a definition is seen to refuse once, with the article that it cites. */
import { expect, it } from '@jest/globals';
import type { Definition } from '@lawgate/engine';
import { rulesOf } from '../readme.ts';
import type { RefusedOnce } from './refusals.fixtures.ts';

export function refuseEachRuleOnce(definition: Definition, rows: readonly RefusedOnce[]): void {
  it.each(rows.map((row) => [row.rule, row.because, row] as const))('%s refuses when %s', (_rule, _because, row) => {
    const result = row.attempt();
    if (result.ok) throw new Error('It was accepted.');
    const { kind, refusals } = result;
    expect({ kind, refusals: refusals.filter(({ rule }) => rule === row.rule) }).toEqual({
      kind: 'rules',
      refusals: [
        expect.objectContaining({ citation: row.citation, message: expect.stringMatching(/[\u4e00-\u9fff].*[。]$/u) }),
      ],
    });
  });

  it('is seen to refuse by every one of its rules', () => {
    expect([...new Set(rows.map(({ rule }) => rule))].sort()).toEqual([...rulesOf(definition).keys()].sort());
  });
}
