/** The crash points of a commit. */
import { crashPoints } from '@lawgate/process';
import { dieAtEach } from './crashing.ts';

dieAtEach(crashPoints.filter((point) => point.startsWith('commit.')));
