// node tools/test-project.mjs NAME FOLDER: the tests of one project, as Nx runs them; leaves their record in coverage/.
import path from 'node:path';
import { recordOf } from './test-summary.mjs';
import { jest, root, runNode } from './workspace.mjs';

/** Projects that Nx runs alone (`parallelism: false`) use both cores; the others run two at a time. */
const ALONE = ['e2e', 'chaos'];

const [name, folder] = process.argv.slice(2);
process.env.LAWGATE_TEST_RECORD = recordOf(name);
process.exitCode = await runNode([
  ...jest,
  '--passWithNoTests',
  `--roots=${path.join(root, folder)}`,
  ...(ALONE.includes(name) ? [] : ['--runInBand']),
]);
