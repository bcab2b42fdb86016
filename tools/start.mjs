// npm start: install what is missing, build what changed, run the server until it is told to stop.
import path from 'node:path';
import { ensureBuilt, ensureInstalled, root, runNode } from './workspace.mjs';

await ensureInstalled();
await ensureBuilt();
process.exitCode = await runNode(['--enable-source-maps', path.join(root, 'apps', 'server', 'dist', 'main.js')]);
