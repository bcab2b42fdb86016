/** The result of a group: its score, and for each survivor the accepted reason. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { accepted, equivalents } from './reasons.mjs';
import { lawAt } from './rules-of-law.mjs';

const caught = new Set(['Killed', 'Timeout']);
const missed = new Set(['Survived', 'NoCoverage']);
const maxShownLength = 100;

export function verdictOf(name, group, mutants) {
  const judged = mutants.filter(({ status }) => caught.has(status) || missed.has(status));
  const killed = judged.filter(({ status }) => caught.has(status)).length;
  const score = judged.length === 0 ? 0 : Math.floor((killed / judged.length) * 1000) / 10;
  const survivors = judged
    .filter(({ status }) => missed.has(status))
    .map(survivorOf)
    .sort(byPlace);
  const failures = [
    ...(score >= group.minimumScore ? [] : [`score ${score} is below ${group.minimumScore}`]),
    ...survivors
      .filter(({ isHard, isEquivalent }) => isHard && !isEquivalent)
      .map((survivor) => `a hard rule has a survivor: ${inOneLine(survivor)}`),
  ];
  return { name, mutants: judged.length, killed, score, survivors, failures };
}

export function inOneLine({ file, line, mutator, code, replacement }) {
  return `${file}:${line} ${mutator}: ${shorten(code)} → ${shorten(replacement)}`;
}

function survivorOf({ fileName, location, mutatorName, replacement }) {
  const file = path.relative(process.cwd(), fileName);
  const { line } = location.start;
  const survivor = {
    file,
    line,
    mutator: mutatorName,
    code: textAt(file, location),
    replacement: flat(replacement ?? ''),
  };
  const equivalent = equivalents.find((entry) => isSame(entry, survivor));
  const reason = equivalent?.reason ?? accepted.find((entry) => matches(entry, survivor))?.reason;
  return { ...survivor, reason, isEquivalent: equivalent !== undefined, isHard: lawAt(file, line) === 'hard' };
}

/** Compared by text, not by line, because lines move. */
function isSame(entry, { file, code, replacement }) {
  return entry.file === file && entry.code === code && entry.replacement === replacement;
}

function matches({ file, change }, survivor) {
  return file.test(survivor.file) && change.test(`${survivor.mutator}: ${survivor.code} → ${survivor.replacement}`);
}

function textAt(file, { start, end }) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = lines[last].slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return flat(lines.join('\n'));
}

function flat(text) {
  return text.replace(/\s+/g, ' ').trim();
}

function shorten(text) {
  return text.length > maxShownLength ? `${text.slice(0, maxShownLength)}…` : text;
}

function byPlace(a, b) {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}
