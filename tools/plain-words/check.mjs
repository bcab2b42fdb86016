// npm run lint, target `words`: checks the Markdown and SQL files against the list of words.mjs. Code in Markdown is not
// checked, and neither are numbered migrations: a migration that has run somewhere cannot be changed.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../workspace.mjs';
import { bannedIn, messageOf } from './words.mjs';

/** Migrations that may have run already, and the recorded schema of a released version. */
const FIXED = /\/sql\/\d{4}-[^/]*\.sql$|^e2e\/upgrade\/[^/]+\/schema\//;

/** Replaces everything that is not prose by blanks, so that lines keep their numbers. */
export function proseOf(markdown) {
  return markdown.replace(/^```[\s\S]*?^```|`[^`\n]*`|\]\([^)\n]*\)/gm, (code) => code.replace(/[^\n]/g, ' '));
}

export function findingsOf(file, text) {
  const prose = file.endsWith('.md') ? proseOf(text) : text;
  return bannedIn(prose).map((found) => {
    const line = prose.slice(0, found.index).split('\n').length;
    return { file, line, message: messageOf(found) };
  });
}

export function checkedFiles() {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.md', '*.sql'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((file) => file !== '' && !FIXED.test(file));
}

if (process.argv[1] === import.meta.filename) {
  const findings = checkedFiles().flatMap((file) => findingsOf(file, readFileSync(path.join(root, file), 'utf8')));
  for (const { file, line, message } of findings) process.stderr.write(`${file}:${line}  ${message}\n`);
  process.exit(findings.length === 0 ? 0 : 1);
}
