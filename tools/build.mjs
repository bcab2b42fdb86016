// npm run build: installs what is missing and builds every project whose inputs changed, the pages too.
import { build, ensureInstalled } from './workspace.mjs';

await ensureInstalled();
process.exitCode = await build();
