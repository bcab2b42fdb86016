/** Compares everything that was read of two documents, and lists what could not be compared. Pure. */
import { templatesOf } from '../reading/pdf/page-edges.ts';
import { gapsOf, type ReadText } from '../reading/read-text.ts';
import { compareParagraphs, type Hunk } from './compare-texts.ts';
import { foldText } from './fold-text.ts';
import type { Paragraph } from './sentences.ts';

export type Reading = Pick<ReadText, 'parts' | 'unread' | 'pages'>;

/** What was not compared; the words are shown to people. */
export interface NotCompared {
  readonly part: string;
  /** From 1; null where the format has no pages before it is printed. */
  readonly page: number | null;
  readonly reason: string;
}

export interface ReadingComparison {
  readonly hunks: Hunk[];
  readonly close: boolean;
  readonly notCompared: NotCompared[];
}

interface Loose extends Paragraph {
  readonly key: string;
}

interface Side {
  body: Paragraph[];
  /** Headers and footers, each once; then notes, comments, text boxes and others that formats put in other places. */
  running: Loose[];
  loose: Loose[];
}

/** @param ms milliseconds after which sentences are no longer compared by word */
export function compareReadings(left: Reading, right: Reading, ms: number): ReadingComparison {
  const [before, after] = [sideOf(left), sideOf(right)];
  const [goneRunning, comeRunning] = unmatched(before.running, after.running);
  const [goneLoose, comeLoose] = unmatched(before.loose, after.loose);
  // What one format keeps apart, another prints on the page.
  const gone = [...goneRunning, ...goneLoose].filter((part) => !takeFrom(after, part, before));
  const come = [...comeRunning, ...comeLoose].filter((part) => !takeFrom(before, part, after));
  const body = compareParagraphs(before.body, after.body, ms);
  const rest = compareParagraphs(separate(gone), separate(come), ms);
  return {
    hunks: markRecognised([...body.hunks, ...rest.hunks], recognisedIn(left), recognisedIn(right)),
    close: body.close && rest.close,
    notCompared: notComparedOf(left, right),
  };
}

/** Numbers of the paragraphs that were recognised from a picture. */
function recognisedIn({ parts }: Reading): ReadonlySet<number> {
  const all = parts.flatMap(({ paragraphs, recognised }) => paragraphs.map(() => recognised === true));
  return new Set(all.flatMap((recognised, index) => (recognised ? [index] : [])));
}

const markRecognised = (hunks: Hunk[], left: ReadonlySet<number>, right: ReadonlySet<number>): Hunk[] =>
  hunks.map((hunk) =>
    (hunk.left !== null && left.has(hunk.left)) || (hunk.right !== null && right.has(hunk.right))
      ? { ...hunk, recognised: true }
      : hunk,
  );

/** Paragraphs that do not run into each other. */
const separate = (parts: readonly Loose[]): Paragraph[] =>
  parts.map(({ index, text }) => ({ index, text: `${text}\n;` }));

/** What is left of 第1页 共3页, - 1 -, Page 1 of 3 without its numbers. */
const pageWords = /^(?:[\P{L}&&\P{N}]|[第页頁共总之张頁]|page|of)*$/iv;

function sideOf({ parts, pages }: Reading): Side {
  const side: Side = { body: [], running: [], loose: [] };
  const edges: { index: number; text: string; page: number | null; kind: string }[] = [];
  let index = 0;
  for (const { kind, page, paragraphs } of parts) {
    for (const raw of paragraphs) {
      const text = raw.normalize('NFC');
      if (kind === 'body' || kind === 'chunk') side.body.push({ index, text });
      else if (kind === 'header' || kind === 'footer') edges.push({ index, text, page, kind });
      else side.loose.push({ index, text, key: foldText(text) });
      index += 1;
    }
  }
  const seen = new Set<string>();
  for (const kind of ['header', 'footer']) {
    const own = edges.filter((edge) => edge.kind === kind);
    for (const [at, template] of templatesOf(own, pages).entries()) {
      const key = foldText(template);
      // Strokes, and the words around a page number, say nothing: another format leaves the whole line out.
      if (pageWords.test(key) || seen.has(key)) continue;
      seen.add(key);
      side.running.push({ index: own[at]?.index ?? 0, text: template, key });
    }
  }
  return side;
}

/** What only one of the two has, each as often as it has it more. */
function unmatched(left: readonly Loose[], right: readonly Loose[]): [Loose[], Loose[]] {
  const without = (own: readonly Loose[], other: readonly Loose[]): Loose[] => {
    const counts = new Map<string, number>();
    for (const { key } of other) counts.set(key, (counts.get(key) ?? 0) + 1);
    return own.filter(({ key }) => {
      const count = counts.get(key) ?? 0;
      counts.set(key, count - 1);
      return key !== '' && count <= 0;
    });
  };
  return [without(left, right), without(right, left)];
}

/** Marks of a note, which some formats print before its text. */
const mark = /^[\s]*(?:[¹²³⁰-⁹①-⑳*]{1,3}|\[?\d{1,3}\]?)?\s*$/u;

/**
 * Takes the text of a part out of the body of the other document, where that has it more often than the own body.
 * Returns false where it is not there.
 */
function takeFrom(other: Side, { key }: Loose, own: Side): boolean {
  const has = (side: Side): Paragraph[] => side.body.filter(({ text }) => foldText(text).includes(key));
  const there = has(other);
  if (there.length <= has(own).length) return false;
  for (const paragraph of there) {
    const at = rangeOf(paragraph.text, key);
    if (at === null) continue;
    const [before, after] = [paragraph.text.slice(0, at[0]), paragraph.text.slice(at[1])];
    const rest = mark.test(before) ? after : before + after;
    other.body = other.body.flatMap((one) => (one !== paragraph ? [one] : rest === '' ? [] : [{ ...one, text: rest }]));
    return true;
  }
  return false;
}

/** Where in the text the folded key is, as offsets of the text. */
function rangeOf(text: string, key: string): [number, number] | null {
  for (let from = 0; from < text.length; from += 1) {
    if (!foldText(text.slice(from, from + 2)).startsWith(key[0] ?? '')) continue;
    for (let to = from + 1; to <= text.length; to += 1) {
      const folded = foldText(text.slice(from, to));
      if (folded === key) return [from, to];
      if (!key.startsWith(folded)) break;
    }
  }
  return null;
}

/** What is not compared of the one or the other; what both lack in the same place is named once. */
function notComparedOf(left: Reading, right: Reading): NotCompared[] {
  const [before, after] = [gapsOf(left), gapsOf(right)];
  const same = (a: NotCompared, b: NotCompared): boolean =>
    a.part === b.part && a.page === b.page && a.reason === b.reason;
  const named = (of: string, own: readonly NotCompared[], other: readonly NotCompared[]): NotCompared[] =>
    own.filter((one) => !other.some((two) => same(one, two))).map((one) => ({ ...one, part: `${of}${one.part}` }));
  return [
    ...before.filter((one) => after.some((two) => same(one, two))),
    ...named('原文：', before, after),
    ...named('后文：', after, before),
  ];
}
