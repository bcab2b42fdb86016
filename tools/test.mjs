// npm test [-- jest arguments]: every test, on real PostgreSQL, and on real Redis where there is one.
import { ensureBuilt, ensureInstalled, hasChromium, isOnPath, jest, runNode } from './workspace.mjs';

await ensureInstalled();
await ensureBuilt();
process.exitCode = await runNode([...jest, ...process.argv.slice(2)]);
if (!isOnPath('redis-server')) {
  // Said again here, because the first time has scrolled away by now.
  process.stderr.write('\n*** 已跳过：所有真实 Redis 上的测试，因为 PATH 中没有 redis-server ***\n');
  process.stderr.write('*** SKIPPED: every test on real Redis (no redis-server on the PATH) ***\n');
}
if (!hasChromium()) {
  process.stderr.write('\n*** 已跳过：所有浏览器中的测试，因为没有 Chromium ***\n');
  process.stderr.write(
    '*** SKIPPED: every journey in a browser (no Chromium; apt-get install chromium-headless-shell) ***\n',
  );
}
