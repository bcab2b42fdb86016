/** One file for each queue, so that the two years run in parallel. */
import { it } from '@jest/globals';
import { disturbYear, quietTimeoutMs } from './disturbed-year.ts';

it(
  'the simulated year is the same to the letter, whatever happens to worker and queue in PostgreSQL',
  () => disturbYear(null),
  quietTimeoutMs,
);
