import { expect, it } from '@jest/globals';
import { inputOf } from '../rules/input.fixtures.ts';
import { resubmitted } from './intake.ts';

it('passes a resubmitted case to the check of a definition', () => {
  expect(resubmitted).toMatchObject({ id: 'round.resubmitted', impliesFacts: ['resubmitted'] });
  expect(resubmitted.holds(inputOf({ context: { resubmitted: true } }))).toBe(true);
  expect(resubmitted.holds(inputOf({}))).toBe(false);
});
