import { describe, expect, it } from '@jest/globals';
import { clockOf, small } from './check.fixtures.ts';
import { defineWorkflow } from './definition.ts';
import { defaultLadder, ladderOf, type Ladder } from './declared-clocks.ts';

const ladder = (overdueDays: number): Ladder => ({ overdueDays, standInFrom: 1, directorFrom: 1 });
const definition = defineWorkflow(
  small(
    {},
    {
      ladder: (given: Record<string, number>) => ladder(given['days'] ?? 7),
      clocks: { plain: clockOf(), steep: clockOf({ ladder: () => ladder(1) }) },
    },
  ),
);

describe('the ladder of a task', () => {
  it('is that of its clock, else that of the definition, by the parameters of the case', () => {
    expect(ladderOf(definition, 'steep', {})).toEqual(ladder(1));
    expect(ladderOf(definition, 'plain', {})).toEqual(ladder(7));
    expect(ladderOf(definition, 'plain', { days: 9 })).toEqual(ladder(9));
  });

  it('of a task without a clock, or with a removed clock, is that of the definition', () => {
    for (const clock of [null, 'gone', 'constructor']) expect(ladderOf(definition, clock, {})).toEqual(ladder(7));
  });

  it('is the default where none is declared', () => {
    expect(ladderOf(defineWorkflow(small()), 'any', {})).toEqual(defaultLadder);
    expect(defaultLadder).toEqual({ overdueDays: 5, standInFrom: 2, directorFrom: 3 });
  });
});
