import { describe, expect, it } from '@jest/globals';
import { applyTask, openTaskSet, votesNeeded } from './index.ts';

describe('votes needed', () => {
  it('is exact for every fraction up to 60 seats, whatever floating point makes of it', () => {
    for (let of = 1; of <= 60; of += 1) {
      for (let yes = 1; yes <= of; yes += 1) {
        for (let total = 1; total <= 60; total += 1) {
          const exact = Math.floor((yes * total + of - 1) / of);
          if (votesNeeded(yes / of, total) !== exact) throw new Error(`${yes}/${of} of ${total}`);
        }
      }
    }
  });

  it('is never zero, so that a tiny ratio does not pass without a vote', () => {
    expect(votesNeeded(1e-12, 3)).toBe(1);
  });
});

describe('an invalid set is not opened', () => {
  it.each([0, -0.5, 1.01, Number.NaN])('refuses the ratio %p', (ratio) => {
    expect(() => openTaskSet({ kind: 'vote', ratio }, ['zhang'])).toThrow(
      expect.objectContaining({ code: 'task-set.bad-ratio' }),
    );
  });

  it('refuses one person on two seats, and a blank name', () => {
    expect(() => openTaskSet({ kind: 'all' }, ['zhang', null, 'zhang'])).toThrow(
      expect.objectContaining({ code: 'task-set.duplicate-holder' }),
    );
    expect(() => openTaskSet({ kind: 'all' }, [' '])).toThrow(
      expect.objectContaining({ code: 'task-set.blank-holder' }),
    );
  });

  it('throws on an operation that does not exist', () => {
    const set = openTaskSet({ kind: 'all' }, ['zhang']);
    expect(() => applyTask(set, { op: 'approve', by: 'zhang' } as never)).toThrow(
      expect.objectContaining({ code: 'task-set.unknown-operation' }),
    );
  });
});
