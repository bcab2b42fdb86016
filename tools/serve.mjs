// nx serve api: the server from its sources, started again when one of them changes. With DATABASE_URL it is the api
// alone; without, the all-in-one with its own database and the demonstration town, as `npm start` runs it.
import path from 'node:path';
import { ensureInstalled, root, runNode, sourceFlags } from './workspace.mjs';

await ensureInstalled();
const app = process.env.DATABASE_URL ? 'api' : 'server';
const watched = ['apps', 'libs', 'workflows'].map((folder) => `--watch-path=${path.join(root, folder)}`);
process.exitCode = await runNode([
  ...watched,
  '--watch-preserve-output',
  ...sourceFlags,
  path.join(root, 'apps', app, 'src', 'main.ts'),
]);
