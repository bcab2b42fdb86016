/**
 * Writes libs/core/calendar/src/official-days.json: the official days off and make-up working days, table by table,
 * as `chinese-days` holds them. Run it again after an update of that package, and read the difference before
 * committing:
 *
 *   node tools/calendar/generate-official-days.mjs
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** Older tables exist, but no case handled here reaches back that far. */
const FIRST_YEAR = 2018;

const packageFolder = dirname(createRequire(import.meta.url).resolve('chinese-days/package.json'));
const outFile = join(import.meta.dirname, '../../libs/core/calendar/src/official-days.json');

/**
 * `chinese-days` files a day under the calendar year it is in. The State Council's notice for a year, however, opens
 * with the New Year holiday, which may begin in the last days of December before (the 2023 notice holds 2022-12-31).
 */
function tableOf(date, name) {
  const year = Number(date.slice(0, 4));
  return name === '元旦' && date.slice(5, 7) === '12' ? year + 1 : year;
}

/** The addresses of the notices are only in the comments of the package's source, one block per year. */
function readSources() {
  const text = readFileSync(join(packageFolder, 'src/holidays/generate.ts'), 'utf8');
  const sources = new Map();
  let year;
  for (const line of text.split('\n')) {
    const heading = /^\s*\*\s*(20\d\d)\s*$/.exec(line);
    if (heading) year = Number(heading[1]);
    const address = /https?:\/\/(www\.gov\.cn\/\S+)/.exec(line);
    if (address && year) sources.set(year, [...(sources.get(year) ?? []), `https://${address[1]}`]);
  }
  return sources;
}

const days = [];
for (const file of readdirSync(join(packageFolder, 'dist/years'))) {
  if (!/^\d{4}\.json$/.test(file)) continue;
  const content = JSON.parse(readFileSync(join(packageFolder, 'dist/years', file), 'utf8'));
  for (const [kind, entries] of [
    ['off', content.holidays],
    ['work', content.workdays],
  ]) {
    for (const [date, text] of Object.entries(entries)) {
      // An entry reads "English name,中文名,number of statutory days".
      const name = text.split(',')[1];
      const year = tableOf(date, name);
      if (year >= FIRST_YEAR) days.push({ date, kind, year, name });
    }
  }
}
days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

const sources = readSources();
const spring = new Set(days.filter((day) => day.name === '春节').map((day) => day.year));
// A December day of a year whose own notice is not out yet must not pass for a table of that year.
const years = [...new Set(days.map((day) => day.year))].filter((year) => spring.has(year)).sort();
const tables = years.map((year) => {
  const source = sources.get(year);
  if (!source) throw new Error(`The notice behind the table of ${year} is not named in chinese-days.`);
  return { year, source: source.join(' ') };
});

// Prettier decides the layout, so that the lint run never disagrees with the generator.
const options = await resolveConfig(outFile);
writeFileSync(outFile, await format(JSON.stringify({ tables, days }), { printWidth: 120, ...options, parser: 'json' }));
console.log(`${days.length} days in ${tables.length} tables (${years.at(0)}-${years.at(-1)})`);
