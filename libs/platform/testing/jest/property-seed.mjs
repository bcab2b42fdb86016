/**
 * Seed and number of runs of the properties: the same seed in every run under CI, the seed of LAWGATE_SEED if it is
 * set, otherwise a new one each time.
 */
import fc from 'fast-check';
import { propertyRuns, seedOr } from '../../../core/sizes/src/index.ts';

const seed = seedOr(process.env.CI === 'true' ? 20231231 : undefined);
const numRuns = propertyRuns(100);
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns, ...(seed === undefined ? {} : { seed }) });
