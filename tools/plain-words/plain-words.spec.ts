/** The list of banned words, and the checks that use it. */
import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint/universal';
import { findingsOf } from './check.mjs';
import { plainWords } from './eslint-rule.mjs';
import { BANNED, bannedIn, wordsOfName } from './words.mjs';

const words = (text: string, kind?: 'names'): string[] => bannedIn(text, kind).map(({ word }) => word);

/** Samples of an alternative, derived from its expression. */
function samplesOf(expression: string): string[] {
  return expression
    .replace(/^\(\?:(.*)\)$/, '$1')
    .split(/\|(?![^(]*\))/)
    .map((one) =>
      one
        .replace(/\(\?:(\w+)[^)]*\)\??/g, '')
        .replace(/\[(\w)\w*\]\??/g, '')
        .replace(/\w\?/g, ''),
    );
}

function lint(code: string, filename = 'src/a.mjs'): string[] {
  const config = {
    files: ['**/*.mjs'],
    plugins: { lawgate: { rules: { 'plain-words': plainWords as never } } },
    rules: { 'lawgate/plain-words': 'error' as const },
  };
  return new Linter()
    .verify(code, [config], { filename })
    .map(({ line, message }) => `${line} ${message.split(' ')[0]}`);
}

describe('the list', () => {
  it.each(BANNED)('finds $words in a sentence, at its beginning too, or in a name', ({ words: expression, only }) => {
    for (const sample of samplesOf(expression)) {
      expect(words(`a ${sample} b`, only)).toEqual([sample]);
      expect(words(`${sample[0]?.toUpperCase()}${sample.slice(1)} b`, only)).toHaveLength(1);
      expect(words(wordsOfName(`a${sample[0]?.toUpperCase()}${sample.slice(1)}Row`), 'names')).toHaveLength(1);
    }
  });

  it.each([
    'a stand-in (代理) may stand in for them',
    'written by hand',
    'handler, beforehand, understand, outstanding, standard',
    'materials are handed in; the clerk hands the draft in',
    'a hand-over record',
    'room for one more row',
    'this, the, then, bearer, lieutenant, foretell',
    'the standing committee',
  ])('accepts: %s', (text) => {
    expect(words(text)).toEqual([]);
  });

  it('accepts words in sentences that are banned only in names', () => {
    expect(words('the longest of most things')).toEqual([]);
    expect(words(wordsOfName('mostBytes'), 'names')).toEqual(['most']);
  });
});

describe('the lint rule', () => {
  it('finds comments, declared names, members, sentences and file names', () => {
    expect(lint('// told\nconst lentServer = 1;')).toEqual(['1 "told"', '2 "lent"']);
    expect(lint('class A { patienceMs = 1; }\nfunction f(anew) {}')).toEqual(['1 "patience"', '2 "anew"']);
    expect(lint("it('is told of it', () => {});\nthrow new Error(`lies in ${1}`);")).toEqual(['1 "told"', '2 "lies"']);
    expect(lint('export {};', 'src/later-things.mjs')).toEqual(['1 "things"']);
  });

  it('accepts keys, other packages’ names and Chinese texts', () => {
    expect(lint("import { told } from 'x';\nconst key = 'told';\nx.told();\nconst 说明 = '由 he 办理 told';")).toEqual(
      [],
    );
  });
});

describe('the check of documents', () => {
  it('checks prose and not code, and reports the line', () => {
    const markdown = 'Plain.\n\n`told` [a](told.md)\n\n```sh\ntold\n```\n\nIt was told anew.';
    expect(findingsOf('a.md', markdown).map(({ line, message }) => `${line} ${message.split(' ')[0]}`)).toEqual([
      '9 "anew"',
      '9 "told"',
    ]);
    expect(findingsOf('a.sql', '-- stands here\nselect 1').map(({ line }) => line)).toEqual([1]);
  });
});
