// npm test: every test, on real PostgreSQL, and on real Redis where there is one. Nx runs the projects whose inputs
// changed since they last passed. npm test -- NAME|PATH|JEST ARGUMENTS: one Jest run over what is named.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { printSummary, readRecords, recordsFolder } from './test-summary.mjs';
import {
  ensureBuilt,
  ensureInstalled,
  hasChromium,
  isOnPath,
  jest,
  nx,
  PROJECT_NODE,
  root,
  runNode,
} from './workspace.mjs';

const given = process.argv.slice(2);
await ensureInstalled();
process.exitCode = given.length === 0 ? await runAll() : await runNode([...jest, ...given.map(placeOf)]);

/** The folder of a project given by its Nx name, with or without scope; other arguments unchanged. */
function placeOf(argument, at) {
  if (given[at - 1]?.startsWith('-')) return argument;
  const name = /^(?:@lawgate\/)?([a-z][a-z-]*)$/.exec(argument)?.[1];
  if (name === undefined) return argument;
  try {
    return `${path.relative(root, realpathSync(path.join(root, 'node_modules', '@lawgate', name)))}/`;
  } catch {
    return argument;
  }
}

async function runAll() {
  await ensureBuilt();
  rmSync(recordsFolder, { recursive: true, force: true });
  const { url, close } = await openBroker();
  process.env.LAWGATE_TEST_BROKER = url;
  const code = await nx('run-many', '-t', 'test', '--output-style=static');
  await close();
  const skipped = printSummary(await readRecords(), [
    ...(isOnPath('redis-server') ? [] : ['every test on real Redis (no redis-server on the PATH)']),
    ...(hasChromium() ? [] : ['every journey in a browser (no Chromium; apt-get install chromium-headless-shell)']),
  ]);
  return code === 0 && skipped > 0 && process.env.CI === 'true' ? 1 : code;
}

/** One broker process provides servers for the runs of all projects, so that PostgreSQL starts and migrates once. */
async function openBroker() {
  const file = path.join(root, 'libs', 'platform', 'testing', 'jest', 'broker-process.ts');
  const child = spawn(PROJECT_NODE, [file], { cwd: root, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [url] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => [undefined])]);
  if (url === undefined) throw new Error('the broker of test servers did not start, see above');
  const close = async () => {
    child.disconnect();
    await once(child, 'exit');
  };
  return { url, close };
}
