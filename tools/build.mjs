// npm run build: installs what is missing and compiles everything, the pages too.
import { build, ensureInstalled } from './workspace.mjs';

await ensureInstalled();
process.exitCode = await build();
