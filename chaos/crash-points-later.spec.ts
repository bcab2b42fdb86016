/** The crash points after a commit: dispatch, timers, deliveries, packs. */
import { crashPoints } from '@lawgate/process';
import { dieAtEach } from './crashing.ts';

dieAtEach(crashPoints.filter((point) => !point.startsWith('commit.')));
