// npm run bench [-- name]: runs bench/<name>.ts (default: throughput) against the built packages.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, giveUp, root, runNode } from './workspace.mjs';

const [name = 'throughput', ...rest] = process.argv.slice(2);
const file = path.join(root, 'bench', `${name}.ts`);
if (!/^[\w-]+$/.test(name) || !existsSync(file)) {
  giveUp(`没有名为 ${name} 的基准测试 (no bench of this name in bench/)`);
}
await ensureInstalled();
await ensureBuilt();
// Node strips the types itself; workspace packages come from their dist, as in production.
process.exitCode = await runNode([file, ...rest]);
