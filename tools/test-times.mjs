// node tools/test-times.mjs [BEFORE.json]: writes the times of the last `npm test` into docs/testing.md, by cause and
// by suite. BEFORE.json maps a suite to `{ seconds, asserts }` of an earlier measurement, for the columns "before".
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { readRecords } from './test-summary.mjs';
import { root } from './workspace.mjs';

const CAUSES = ['loading', 'database', 'server', 'kill', 'page', 'axe'];
const file = path.join(root, 'docs', 'testing.md');
const earlier = process.argv[2] === undefined ? {} : JSON.parse(readFileSync(process.argv[2], 'utf8'));
const suites = (await readRecords()).sort((a, b) => b.seconds - a.seconds);

const ofCause = (suite, cause) => suite.spent[cause] ?? 0;
const own = (suite) => suite.seconds - CAUSES.reduce((sum, cause) => sum + ofCause(suite, cause), 0);
const total = (of) => suites.reduce((sum, suite) => sum + of(suite), 0);
const inSeconds = (value) => (value < 0.05 ? '' : value.toFixed(1));
const row = (...cells) => `| ${cells.join(' | ')} |`;

const lines = [
  row('cause', 'seconds, all suites'),
  row('---', '---:'),
  ...CAUSES.map((cause) => row(cause, total((suite) => ofCause(suite, cause)).toFixed(0))),
  row('the tests themselves', total(own).toFixed(0)),
  row('**together**', `**${total(({ seconds }) => seconds).toFixed(0)}**`),
  '',
  `${suites.length} suites, ${total(({ passed }) => passed)} tests, ${total(({ asserts }) => asserts)} assertions.`,
  '',
  row('suite', 'before, s', 'now, s', ...CAUSES, 'assertions before', 'assertions now'),
  row('---', ...Array.from({ length: CAUSES.length + 4 }, () => '---:')),
  ...suites.map((suite) => {
    const { seconds, asserts } = earlier[suite.path] ?? {};
    const causes = CAUSES.map((cause) => inSeconds(ofCause(suite, cause)));
    return row(`\`${suite.path}\``, seconds ?? '', suite.seconds.toFixed(1), ...causes, asserts ?? '', suite.asserts);
  }),
];

const document = readFileSync(file, 'utf8');
const written = document.replace(
  /(<!-- times -->\n)[\s\S]*?(\n<!-- \/times -->)/,
  (_whole, start, end) => `${start}\n${lines.join('\n')}\n${end}`,
);
if (written === document && !document.includes('<!-- times -->'))
  throw new Error('docs/testing.md has no <!-- times -->');
writeFileSync(file, await format(written, { ...(await resolveConfig(file)), parser: 'markdown' }));
