import { proveOverTheWalk } from '../shared/walk-suite.fixtures.ts';
import { definition } from './definition.ts';
import { isLarge as adviserRequired, passing } from './rules.ts';

proveOverTheWalk({
  definition,
  passing,
  adviserRequired,
  cases: { 'an ordinary contract': {}, 'a large contract': { scale: 'large' } },
});
