// npm run reset: deletes everything that the server on this machine has stored.
import { existsSync, readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { dataFolder, giveUp } from './workspace.mjs';

const folder = dataFolder();
const cluster = path.join(folder, 'postgres', 'cluster');

if (!existsSync(folder)) {
  process.stdout.write(`没有数据可清除：${folder} (nothing to clear)\n`);
  process.exit(0);
}
// A mistyped LAWGATE_DATA must not delete another folder.
const strangers = readdirSync(folder).filter((name) => !['postgres', 'server.pid', 'documents'].includes(name));
if (path.basename(folder) !== '.lawgate' && strangers.length > 0) {
  giveUp(`${folder} 中有不属于 Lawgate 的内容，未作清除 (holds files that are not ours: ${strangers[0]})`);
}
if (isAlive(readPid(path.join(folder, 'server.pid')), 'main.js')) {
  giveUp('服务器正在运行，请先停止 (the server is running on this data; stop it first)');
}
await stopOrphan(readPid(path.join(cluster, 'postmaster.pid')));
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`已清除 ${folder} (cleared)\n`);
if (process.env.DATABASE_URL) {
  process.stdout.write('DATABASE_URL 指向的数据库未被触碰 (the database of DATABASE_URL was not touched)\n');
}

/** A killed server may have left its database running; its files must not be deleted while it runs. */
async function stopOrphan(pid) {
  if (!isAlive(pid, 'postgres')) {
    return;
  }
  try {
    if (process.platform === 'linux' && readlinkSync(`/proc/${pid}/cwd`) !== cluster) {
      return;
    }
  } catch {
    return;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid, 'postgres'); waited += 50) {
    if (waited > 10_000) {
      giveUp('数据库没有停止，未作清除 (the database does not stop)');
    }
    await delay(50);
  }
}

function readPid(file) {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10);
  } catch {
    return Number.NaN;
  }
}

/** Process ids are reused: where the system provides the command line, it must contain the expected word. */
function isAlive(pid, word) {
  if (!(pid > 0)) {
    return false;
  }
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word);
  } catch {
    return false;
  }
}
