/** The text of an HTML page, as the office systems that save HTML as .doc write it. Nothing outside of it is loaded. */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { formatNumber } from './number-format.ts';
import { declaredIn, decodedText } from './office-format.ts';
import { linesOf, maxCharacters, ReadError, textOnly, type ReadText } from './read-text.ts';
import { raised } from './symbols.ts';
import { merged, startOfLine, type PlacedPart } from './unread.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const ignored = new Set(['head', 'script', 'style', 'template', 'noscript', 'object', 'iframe', 'embed', 'xml']);
const embedded = new Set(['object', 'iframe', 'embed']);
const listFormats: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};
/** Maximum elements around a text that are searched for one that raises it. */
const maxAround = 8;
const blocks = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);

/** @param encoding of the envelope, where it has one @throws ReadError */
export function readHtml(bytes: Buffer, encoding: string | null = null): ReadText {
  const html = decodedText(bytes, { declared: encoding ?? declaredIn(bytes) });
  if (html === null) throw new ReadError('damaged');
  if (html.length > maxCharacters * 4) throw new ReadError('too-large');
  const pieces: string[] = [];
  const unread: PlacedPart[] = [];
  visit(parse(html).childNodes, pieces, unread);
  return { ...textOnly(linesOf(pieces.join(''))), unread: merged(unread) };
}

/** Without recursion: a page may be nested deeper than the stack. */
function visit(nodes: readonly Node[], pieces: string[], unread: PlacedPart[]): void {
  const waiting: (Node | string)[] = nodes.toReversed();
  const numbers = new ListNumbers();
  let place = '';
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') {
      pieces.push(node);
      continue;
    }
    if (defaultTreeAdapter.isTextNode(node)) {
      const text = textOf(node);
      pieces.push(text);
      place = startOfLine(text) || place;
    }
    if (!defaultTreeAdapter.isElementNode(node)) continue;
    const name = node.tagName;
    if (embedded.has(name)) unread.push({ part: '正文中的嵌入对象', page: null, reason: 'object', place });
    if (ignored.has(name)) continue;
    if (name === 'img') unread.push({ part: '正文中的图片', page: null, reason: 'picture', place });
    if (name === 'br') pieces.push('\n');
    if (name === 'input') pieces.push(inputText(node));
    const end = blocks.has(name) ? '\n' : '';
    pieces.push(end);
    if (name === 'li') pieces.push(numbers.next(node));
    waiting.push(end, ...node.childNodes.toReversed());
  }
}

function textOf(node: DefaultTreeAdapterTypes.TextNode): string {
  const around: string[] = [];
  for (let parent = node.parentNode; parent !== null && around.length < maxAround;) {
    if (!defaultTreeAdapter.isElementNode(parent)) break;
    around.push(parent.tagName);
    parent = parent.parentNode;
  }
  if (around.includes('pre') || around.includes('textarea')) return node.value;
  const text = node.value.replace(/[ \t\r\n\f]+/gu, ' ');
  const how = around.find((name) => name === 'sup' || name === 'sub');
  return how === undefined ? text : raised(text, how === 'sup' ? 'superscript' : 'subscript');
}

/** The numbers of the items of ordered lists (HTML, 4.4.5); a bullet for those of others. */
class ListNumbers {
  readonly #next = new Map<unknown, number>();

  next(item: Element): string {
    const list = item.parentNode;
    if (list === null || !defaultTreeAdapter.isElementNode(list) || list.tagName !== 'ol') return '• ';
    const reversed = attribute(list, 'reversed') !== undefined;
    const number = integer(attribute(item, 'value')) ?? this.#next.get(list) ?? startOf(list, reversed);
    this.#next.set(list, number + (reversed ? -1 : 1));
    const type = attribute(item, 'type') ?? attribute(list, 'type') ?? '';
    return `${formatNumber(number, listFormats[type] ?? 'decimal')}. `;
  }
}

function startOf(list: Element, reversed: boolean): number {
  const start = integer(attribute(list, 'start'));
  if (start !== null || !reversed) return start ?? 1;
  return list.childNodes.filter((node) => defaultTreeAdapter.isElementNode(node) && node.tagName === 'li').length;
}

function integer(text: string | undefined): number | null {
  const digits = /^\s*([+-]?\d{1,9})/u.exec(text ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

function inputText(input: Element): string {
  const type = attribute(input, 'type')?.toLowerCase() ?? 'text';
  if (type === 'hidden' || type === 'password') return '';
  if (type === 'checkbox' || type === 'radio') return attribute(input, 'checked') === undefined ? '☐' : '☑';
  return attribute(input, 'value') ?? '';
}
