// npm run soak [-- NAME …]: the long forms of the tests that `npm test` runs in a short form. Without a name, lists them.
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt, ensureInstalled, giveUp, jest, root, runNode } from './workspace.mjs';

/** Spec files by name; those of `properties` are found by their imports. */
const suites = {
  year: { what: 'the disturbed year in full, on both queue backends', files: ['chaos/year-'] },
  kill: { what: 'SIGKILL amid 200 concurrent cases, ten times; of the database amid 24', files: ['chaos/kill'] },
  'crash-points': { what: 'every kind of work at every crash point', files: ['chaos/crash-points'] },
  'reminder-flood': { what: '700 reminders of one minute', files: ['chaos/reminder-flood'] },
  files: { what: '400 public files against the readings of other programs', files: ['e2e/files/files'] },
  properties: { what: 'every fast-check property with twenty times the runs', files: propertySpecs },
};

const names = process.argv.slice(2);
const wanted = names.includes('all') ? Object.keys(suites) : names;
const unknown = wanted.filter((name) => !(name in suites));
if (unknown.length > 0) giveUp(`unknown: ${unknown.join(', ')}; known: ${Object.keys(suites).join(', ')}, all`);
if (wanted.length === 0) list();
else await soak(wanted);

function list() {
  for (const [name, { what }] of Object.entries(suites)) process.stdout.write(`${name.padEnd(16)}${what}\n`);
  process.stdout.write(`${'all'.padEnd(16)}one after the other\n`);
}

async function soak(wanted) {
  await ensureInstalled();
  await ensureBuilt();
  const seed = process.env.LAWGATE_SEED || String(randomInt(2 ** 31));
  const environment = { LAWGATE_SOAK: 'on', LAWGATE_SEED: seed };
  const failed = [];
  for (const name of wanted) {
    const { files } = suites[name];
    process.stdout.write(`\nsoak ${name}: again with LAWGATE_SEED=${seed} npm run soak -- ${name}\n`);
    const selected = typeof files === 'function' ? files() : files;
    // Two long suites at a time would compete for the cores and exceed their time limits.
    const code = await runNode([...jest, '--runInBand', '--testTimeout=3600000', ...selected], environment);
    if (code !== 0) failed.push(name);
  }
  process.stdout.write(`\nsoak with seed ${seed}: ${failed.length === 0 ? 'passed' : `FAILED ${failed.join(', ')}`}\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

/** Paths of the specs that import fast-check. */
function propertySpecs() {
  const isProperty = (file) =>
    /\.spec\.ts$/.test(file) &&
    !/(^|\/)(node_modules|dist)\//.test(file) &&
    readFileSync(path.join(root, file), 'utf8').includes("from 'fast-check'");
  return ['libs', 'apps', 'workflows', 'e2e']
    .flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true }).map((file) => `${folder}/${file}`))
    .filter(isProperty)
    .sort();
}
