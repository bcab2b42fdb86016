// node tools/generate-fact-details.mjs: writes the SQL functions that read the details of facts; no build is needed.
import path from 'node:path';
import { ensureInstalled, root, runNode, sourceFlags } from './workspace.mjs';

await ensureInstalled();
process.exitCode = await runNode([...sourceFlags, path.join(root, 'tools', 'fact-details.ts')]);
