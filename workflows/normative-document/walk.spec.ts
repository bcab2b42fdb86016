import { proveOverTheWalk } from '../shared/walk-suite.fixtures.ts';
import { definition } from './definition.ts';
import { adviserRequired, passing } from './rules.ts';

const states = (recipient: string, ...names: string[]): string[] =>
  names.map((name) => `publication.filing-${recipient}.${name}`);

proveOverTheWalk({
  definition,
  passing,
  adviserRequired,
  advisedOnce: true,
  cases: { 'a usual case': {} },
  closedByDefault: [...states('congress', 'open', 'done'), ...states('party', 'open', 'done')],
  ruleSets: {
    'filed with the congress as well': {
      parameters: { 'filing.congress.limit': 30 },
      reports: ['government', 'congress'],
      closed: [...states('congress', 'not-asked'), ...states('party', 'open', 'done')],
    },
    'filed with everybody': {
      parameters: { 'filing.congress.limit': 30, 'filing.party.limit': 30 },
      reports: ['government', 'congress', 'party'],
      closed: [...states('congress', 'not-asked'), ...states('party', 'not-asked')],
    },
  },
});
