/** The gate is the same run every time: it tells whether a change holds. Runs at the desk go on looking for new cases. */
import fc from 'fast-check';

if (process.env.CI === 'true') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20231231 });
