// npm run mutants [-- group...] [--incremental] [--record]: mutation testing of the pure sources; a test must fail for
// each mutant.
import { groups } from './mutants/groups.mjs';
import { recordOnPage } from './mutants/page.mjs';
import { mutate } from './mutants/stryker.mjs';
import { inOneLine, verdictOf } from './mutants/verdict.mjs';
import { giveUp } from './workspace.mjs';

const given = process.argv.slice(2);
const [isIncremental, isRecorded] = ['--incremental', '--record'].map((option) => given.includes(option));
const names = given.filter((word) => !word.startsWith('--'));
const unknown = names.filter((name) => !(name in groups));
if (unknown.length > 0) giveUp(`No such group: ${unknown.join(', ')}. There are: ${Object.keys(groups).join(', ')}.`);

for (const name of names.length > 0 ? names : Object.keys(groups)) {
  const startedAt = Date.now();
  const mutants = await mutate(name, groups[name], { isIncremental });
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const verdict = verdictOf(name, groups[name], mutants);
  report(verdict, seconds);
  if (isRecorded) await recordOnPage(verdict, seconds);
  if (verdict.failures.length > 0) process.exitCode = 1;
}

function report({ name, mutants, killed, score, survivors, failures }, seconds) {
  for (const survivor of survivors.filter(({ reason }) => reason === undefined)) {
    console.log(`survived, and no reason is given: ${inOneLine(survivor)}`);
  }
  console.log(`${name}: ${score} % (${killed} of ${mutants} mutants) in ${seconds} s`);
  for (const failure of failures) console.error(`FAILED ${name}: ${failure}`);
}
