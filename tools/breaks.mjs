// npm run breaks: makes each mistake of tools/breaks.list.mjs in turn and checks that its test or lint command fails.
// npm run breaks -- TEXT …: those whose claim, file or spec contains one of the texts. --write puts the results into
// docs/testing.md. Exits 1 where a mistake was not found. Each file is restored, also on Ctrl-C.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { breaks } from './breaks.list.mjs';
import { tableOf, writeTable } from './breaks/table.mjs';
import { giveUp, PROJECT_NODE, root } from './workspace.mjs';

const given = process.argv.slice(2);
const texts = given.filter((argument) => !argument.startsWith('--'));
const chosen = breaks.filter(isChosen);
if (chosen.length === 0) giveUp(`no break contains "${texts.join('" or "')}"`);
refuseUncommitted(chosen.map(({ file }) => file));

const folder = mkdtempSync(path.join(os.tmpdir(), 'lawgate-breaks-'));
let restore = () => {};
let child;
let broker;
process.on('exit', () => {
  restore();
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    restore();
    if (child !== undefined) {
      child.kill(signal);
      await once(child, 'exit');
    }
    process.exit(128 + os.constants.signals[signal]);
  });
}

const results = [];
for (const one of chosen) {
  const result = { ...one, ...(await attempt(one)) };
  results.push(result);
  process.stderr.write(`${result.found ? 'found' : 'NOT FOUND'}  ${one.claim}: ${result.reason}\n`);
}
process.stdout.write(`\n${tableOf(results)}\n`);
if (given.includes('--write')) await writeTable(results, breaks);
const missed = results.filter(({ found }) => !found);
process.stdout.write(`\n${results.length} tried, ${missed.length} not found\n`);
process.exit(missed.length === 0 ? 0 : 1);

function isChosen({ claim, file, spec = '' }) {
  return texts.length === 0 || texts.some((text) => [claim, file, spec].some((part) => part.includes(text)));
}

/** A file with uncommitted changes could not be distinguished from one that a killed run left broken. */
function refuseUncommitted(files) {
  const changed = execFileSync('git', ['status', '--porcelain', '--', ...files], { cwd: root, encoding: 'utf8' });
  if (changed !== '') giveUp(`commit or undo these changes first:\n${changed}`);
}

async function attempt(one) {
  const file = path.join(root, one.file);
  const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const parts = source.split(one.from);
  if (parts.length !== 2) return missedFor(`stale: "from" occurs ${parts.length - 1} times in ${one.file}`);
  restore = () => writeFileSync(file, source);
  try {
    writeFileSync(file, parts.join(one.to));
    return one.lint === undefined ? await runSpec(one) : await runLint(one);
  } finally {
    restore();
    restore = () => {};
  }
}

function missedFor(reason) {
  return { found: false, reason };
}

async function runLint({ lint, expected }) {
  const [command, ...args] = lint.split(' ');
  const { code, output } = await run(PROJECT_NODE, [path.join(root, 'node_modules', '.bin', command), ...args]);
  if (code === 0) return missedFor(`${command} passed`);
  return output.includes(expected) ? { found: true, reason: expected } : missedFor(`no "${expected}" in:\n${output}`);
}

/** A failed test counts; a spec that cannot be loaded, or a test that exceeded its time limit, does not. */
async function runSpec({ file, spec, test }) {
  const answer = path.join(folder, 'answer.json');
  rmSync(answer, { force: true });
  const pattern = test.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const args = ['tools/test.mjs', spec, '-t', pattern, '--json', `--outputFile=${answer}`];
  const { output } = await run(PROJECT_NODE, args, await testServers(file, spec));
  if (!existsSync(answer)) return missedFor(`Jest gave no answer:\n${output.slice(-2000)}`);
  const { testResults, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(answer, 'utf8'));
  if (numRuntimeErrorTestSuites > 0) return missedFor(`the spec could not be loaded:\n${testResults[0].message}`);
  const ran = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ fullName }) => fullName.includes(test));
  if (ran.length === 0) return missedFor(`stale: ${spec} has no test "${test}"`);
  const failed = ran.filter(({ status }) => status === 'failed');
  const messages = failed.map(({ failureMessages }) => failureMessages.join('\n'));
  if (failed.length === 0) return missedFor(`${ran.length} passed`);
  if (messages.every((message) => message.includes('Exceeded timeout'))) return missedFor('only ran out of time');
  return { found: true, reason: `${failed.map(({ fullName }) => fullName).join('; ')}: ${firstLines(messages[0])}` };
}

function firstLines(message) {
  // eslint-disable-next-line no-control-regex -- Jest colours its messages.
  const plain = message.replace(/\u001b\[\d+m/g, '');
  return plain.split('\n').filter(Boolean).slice(0, 4).join(' / ');
}

/**
 * One broker provides the servers for all runs, except where the schema itself is broken, which is migrated into each
 * new server, and where the spec starts built processes, because the broker builds only once.
 */
async function testServers(file, spec) {
  if (file.startsWith('libs/platform/database/') || /^(e2e|chaos)\//.test(spec)) return {};
  broker ??= await startBroker();
  return { LAWGATE_TEST_BROKER: broker };
}

/** It ends with this process, when the channel between them closes. */
async function startBroker() {
  const program = path.join(root, 'libs', 'platform', 'testing', 'jest', 'broker-process.ts');
  const started = spawn(PROJECT_NODE, [program], { cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [url] = await Promise.race([once(started, 'message'), once(started, 'exit').then(() => [undefined])]);
  if (url === undefined) throw new Error('the broker of test servers did not start, see above');
  return url;
}

async function run(program, args, environment = {}) {
  const env = { ...process.env, ...environment };
  child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  const [code] = await once(child, 'close');
  child = undefined;
  return { code, output: Buffer.concat(output).toString() };
}
