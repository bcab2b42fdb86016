import { proveOverTheWalk } from '../shared/walk-suite.fixtures.ts';
import { definition } from './definition.ts';
import { adviserRequired, passing } from './rules.ts';

proveOverTheWalk({
  definition,
  passing,
  adviserRequired,
  cases: { 'a case without its filing day': {}, 'a case with its filing day': { caseFiledOn: '2024-01-15' } },
});
