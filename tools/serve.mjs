// nx serve api: runs the server from its sources, and restarts it when one of them changes. With DATABASE_URL only the
// api; without it the all-in-one server with its own database and the demonstration town, like `npm start`.
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
