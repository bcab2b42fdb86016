import { proveOverTheWalk } from '../shared/walk-suite.fixtures.ts';
import { definition } from './definition.ts';
import { adviserRequired, passing } from './rules.ts';

proveOverTheWalk({
  definition,
  passing,
  adviserRequired,
  cases: { 'a usual case': {} },
});
