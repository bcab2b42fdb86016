/**
 * Compares two texts by sentence, then the sentences that changed by word. Lines and paragraphs do not matter: a PDF has
 * other ones than the document it was printed from. Pure.
 */
import { diffArrays } from 'diff';
import { sentencesOf, type Paragraph, type Sentence } from './sentences.ts';
import { foldText } from './fold-text.ts';
import { wordsOf, type WordKind } from './words.ts';

export interface Span {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  /** What the words are, where they are more than text. */
  readonly word?: WordKind;
}

/** One difference. A side is null where only the other one has the text. */
export interface Hunk {
  /** Number of the paragraph, from 0. */
  readonly left: number | null;
  readonly right: number | null;
  readonly spans: Span[];
  /** True where one of its paragraphs was recognised from a picture (OCR) and may be wrong. */
  readonly recognised?: boolean;
}

export interface TextComparison {
  readonly hunks: Hunk[];
  /**
   * False when the time limit was reached before every sentence was compared by word; then whole sentences are reported.
   */
  readonly close: boolean;
}

/** @param ms milliseconds after which sentences are no longer compared by word */
export function compareTexts(left: readonly string[], right: readonly string[], ms: number): TextComparison {
  const numbered = (texts: readonly string[]): Paragraph[] => texts.map((text, index) => ({ index, text }));
  return compareParagraphs(numbered(left), numbered(right), ms);
}

export function compareParagraphs(left: readonly Paragraph[], right: readonly Paragraph[], ms: number): TextComparison {
  const until = performance.now() + ms;
  const rest = (): number => Math.max(1, until - performance.now());
  const [before, after] = [sentencesOf(left), sentencesOf(right)];
  const [was, is] = [before.map(({ key }) => key), after.map(({ key }) => key)];
  // When the time limit is reached there is no result; then the whole texts are reported as different.
  const changes = diffArrays(was, is, { timeout: rest() }) ?? [
    { removed: true, added: false, value: was },
    { removed: false, added: true, value: is },
  ];
  const hunks: Hunk[] = [];
  let close = true;
  let [l, r] = [0, 0];
  for (let index = 0; index < changes.length; index += 1) {
    const change = changes[index];
    if (change === undefined) continue;
    if (!change.removed && !change.added) {
      l += change.value.length;
      r += change.value.length;
      continue;
    }
    const next = changes[index + 1];
    const counter = change.removed && next?.added ? next : null;
    if (counter !== null) index += 1;
    const removed = change.removed ? change.value.length : 0;
    const added = change.added ? change.value.length : (counter?.value.length ?? 0);
    const [gone, come] = [before.slice(l, l + removed), after.slice(r, r + added)];
    l += removed;
    r += added;
    if (wholeKey(gone) === wholeKey(come)) continue;
    for (const [a, b] of pairs(gone, come)) {
      if (a !== null && b !== null && a.key === b.key) continue;
      const compared = a === null || b === null || rest() <= 1 ? null : byWord(a, b, rest());
      if (a !== null && b !== null && compared === null) close = false;
      hunks.push(...(compared ?? whole(a, b)));
    }
  }
  return { hunks, close };
}

const wholeKey = (sentences: readonly Sentence[]): string => foldText(sentences.map(({ text }) => text).join('\n'));

/** Pairs removed with added sentences: in their order, with the most similar of the next few. */
function pairs(removed: readonly Sentence[], added: readonly Sentence[]): [Sentence | null, Sentence | null][] {
  const found: [Sentence | null, Sentence | null][] = [];
  const at = (index: number): Sentence | null => added[index] ?? null;
  let from = 0;
  for (const sentence of removed) {
    let best = -1;
    let likeness = 0.4;
    for (let b = from; b < Math.min(added.length, from + 8); b += 1) {
      const alike = likenessOf(sentence.key, added[b]?.key ?? '');
      if (alike > likeness) [best, likeness] = [b, alike];
    }
    if (best < 0 && removed.length === 1 && added.length === 1) best = 0;
    if (best < 0) found.push([sentence, null]);
    else {
      for (let b = from; b < best; b += 1) found.push([null, at(b)]);
      found.push([sentence, at(best)]);
      from = best + 1;
    }
  }
  for (let b = from; b < added.length; b += 1) found.push([null, at(b)]);
  return found;
}

/** Similarity from 0 to 1: the share of common pairs of neighbouring characters (Dice coefficient). */
function likenessOf(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return a === b ? 1 : 0;
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < a.length; at += 1) {
    const pair = a.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let at = 0; at + 1 < b.length; at += 1) {
    const pair = b.slice(at, at + 2);
    const left = counts.get(pair) ?? 0;
    if (left > 0) {
      shared += 1;
      counts.set(pair, left - 1);
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
}

interface Token {
  readonly text: string;
  readonly key: string;
  readonly kind: WordKind;
  readonly paragraph: number;
}

/** A word with the spaces behind it. */
function tokensOf({ text, starts }: Sentence): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let start = 0;
  for (const word of wordsOf(text)) {
    while ((starts[start + 1]?.[0] ?? Infinity) <= at) start += 1;
    const key = foldText(word.text);
    const last = tokens.at(-1);
    const shown = word.text.replaceAll('\n', '');
    if (key === '' && last !== undefined) tokens[tokens.length - 1] = { ...last, text: last.text + shown };
    else tokens.push({ text: shown, key, kind: word.kind, paragraph: starts[start]?.[1] ?? 0 });
    at += word.text.length;
  }
  return tokens;
}

/** The differences of two sentences, each with the rest of its paragraph. Null when the time limit was reached. */
function byWord(was: Sentence, is: Sentence, ms: number): Hunk[] | null {
  const [before, after] = [tokensOf(was), tokensOf(is)];
  const keys = (tokens: readonly Token[]): string[] => tokens.map(({ key }) => key);
  const changes = diffArrays(keys(before), keys(after), { timeout: ms });
  if (changes === undefined) return null;
  const hunks: Hunk[] = [];
  let spans: Span[] = [];
  let [left, right]: [number | null, number | null] = [null, null];
  const flush = (): void => {
    if (spans.some(({ kind }) => kind !== 'same')) hunks.push({ left, right, spans: merged(spans) });
    spans = [];
    [left, right] = [null, null];
  };
  let [l, r] = [0, 0];
  for (const { removed, added, value } of changes) {
    for (let count = value.length; count > 0; count -= 1) {
      const [a, b] = [added ? undefined : before[l], removed ? undefined : after[r]];
      const hasMoved =
        (a !== undefined && left !== null && a.paragraph !== left) ||
        (b !== undefined && right !== null && b.paragraph !== right);
      if (hasMoved && !added) flush();
      left ??= a?.paragraph ?? null;
      right ??= b?.paragraph ?? null;
      const { text, kind } = (a ?? b) as Token;
      if (a !== undefined && b !== undefined) spans.push({ kind: 'same', text });
      else spans.push({ kind: removed ? 'removed' : 'added', text, ...(kind === 'text' ? {} : { word: kind }) });
      if (a !== undefined) l += 1;
      if (b !== undefined) r += 1;
    }
  }
  flush();
  // The words are equal and what is between them is not, such as a space between two numbers.
  return hunks.length > 0 ? hunks : whole(was, is);
}

/** Neighbouring spans of one kind become one; a word stays a span of its own. */
function merged(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    if (last !== undefined && last.kind === span.kind && last.word === undefined && span.word === undefined) {
      found[found.length - 1] = { ...last, text: last.text + span.text };
    } else found.push(span);
  }
  return found;
}

function whole(was: Sentence | null, is: Sentence | null): Hunk[] {
  const span = (kind: 'removed' | 'added', sentence: Sentence | null): Span[] =>
    sentence === null ? [] : [{ kind, text: sentence.text.replaceAll('\n', ' ') }];
  const indexOf = (sentence: Sentence | null): number | null => sentence?.starts[0]?.[1] ?? null;
  return [{ left: indexOf(was), right: indexOf(is), spans: [...span('removed', was), ...span('added', is)] }];
}
