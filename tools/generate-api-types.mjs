// npm run generate:api: writes the types of the interface from the sources; no server and no build is needed.
import path from 'node:path';
import { ensureInstalled, root, runNode, sourceFlags } from './workspace.mjs';

await ensureInstalled();
process.exitCode = await runNode([...sourceFlags, path.join(root, 'tools', 'api-types.ts')]);
