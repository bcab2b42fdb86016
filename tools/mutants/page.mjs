/** Writes scores and survivors into docs/mutants.md, between the markers of each group. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { inOneLine } from './verdict.mjs';

const page = path.resolve(import.meta.dirname, '../../docs/mutants.md');

export async function recordOnPage(verdict, seconds) {
  const before = readFileSync(page, 'utf8');
  const [begin, end] = [`<!-- ${verdict.name} -->`, `<!-- end of ${verdict.name} -->`];
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/mutants.md has no place for ${verdict.name}: ${begin} … ${end}`);
  const after = `${before.slice(0, from)}${begin}\n\n${sectionOf(verdict, seconds)}\n${before.slice(to)}`;
  writeFileSync(page, await format(after, { ...(await resolveConfig(page)), parser: 'markdown' }));
}

function sectionOf({ mutants, killed, score, survivors }, seconds) {
  const byReason = Map.groupBy(survivors, ({ reason }) => reason ?? 'No reason is given yet.');
  const groups = [...byReason].map(([reason, of]) => `- ${reason}\n\n${fenced(of.map(inOneLine).join('\n'))}\n`);
  const total = `Score ${score} %: ${killed} of ${mutants} mutants are noticed. The run took ${seconds} s.`;
  return [total, ...groups].join('\n\n').concat('\n');
}

function fenced(text) {
  return ['```text', ...text.split('\n'), '```'].map((line) => `  ${line}`).join('\n');
}
