// node tools/record-database.mjs FOLDER: records the database of the version that is checked out. Run once for each
// released version; see e2e/upgrade/0.1/README.md.
import path from 'node:path';
import { ensureBuilt, ensureInstalled, giveUp, root, runNode, sourceFlags } from './workspace.mjs';

const [folder] = process.argv.slice(2);
if (folder === undefined) giveUp('node tools/record-database.mjs FOLDER');
await ensureInstalled();
await ensureBuilt();
process.exitCode = await runNode([...sourceFlags, path.join(root, 'e2e', 'upgrade', 'record.ts'), folder]);
