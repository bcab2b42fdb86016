/** Refusals in the history of a case: none is lost, none is out of place. */
import { describe, expect, it } from '@jest/globals';
import type { RefusalMet } from '@lawgate/client';
import { refusalLines, withRefusals } from './refusal-lines.ts';

let ids = 0;
const met = (version: number, more: Partial<RefusalMet> = {}): RefusalMet => ({
  id: String((ids += 1)),
  version,
  event: 'submit',
  label: '提交送审',
  by: { id: 'li', name: '李某' },
  at: `2026-03-02T01:00:${String(version).padStart(2, '0')}.000Z`,
  refusals: [{ rule: 'materials.complete', message: '缺少起草说明', citation: null, overridable: false }],
  ...more,
});

describe('repeated refusals', () => {
  it('are one line with every time, and another person, act, rule or wording begins a new one', () => {
    const [reason] = met(1).refusals;
    const lines = refusalLines([
      met(9),
      met(8),
      met(7, { by: { id: 'sun', name: '孙某' } }),
      met(6),
      met(5, { event: 'sign' }),
      met(4, { refusals: [{ rule: 'x', message: '缺少起草说明', citation: null, overridable: false }] }),
      met(3, { refusals: reason === undefined ? [] : [{ ...reason, message: '缺少依据' }] }),
    ]);
    expect(lines.map(({ version, times }) => [version, times.length])).toEqual([
      [9, 2],
      [7, 1],
      [6, 1],
      [5, 1],
      [4, 1],
      [3, 1],
    ]);
    expect(lines[0]?.times).toEqual([met(9).at, met(8).at]);
  });
});

describe('the history with refusals', () => {
  const order = (history: number[], refusals: readonly RefusalMet[]) =>
    withRefusals(
      history.map((seq) => ({ seq })),
      refusals,
    ).map((each) => ('row' in each ? each.row.seq : `被拒绝 ${each.refusal.version}`));

  it('has each refusal after the row of its version, whatever the times are', () => {
    const late = { by: { id: 'sun', name: '孙某' }, at: '2030-01-01T00:00:00.000Z' };
    expect(order([1, 2, 3], [met(3), met(1, late)])).toEqual(['被拒绝 3', 3, 2, '被拒绝 1', 1]);
  });

  it('loses none whose row has not been read yet', () => {
    expect(order([1], [met(2)])).toEqual(['被拒绝 2', 1]);
    expect(order([1, 2], [])).toEqual([2, 1]);
  });
});
