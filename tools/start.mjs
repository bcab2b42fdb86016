// npm start: install what is missing, build what changed, run the server until it is stopped.
import { builtApp, ensureBuilt, ensureInstalled, runNode } from './workspace.mjs';

await ensureInstalled();
await ensureBuilt();
process.exitCode = await runNode(['--enable-source-maps', ...builtApp('server')]);
