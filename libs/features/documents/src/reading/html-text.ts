/** The text of an HTML page, as the office systems that save HTML as .doc write it. Nothing outside of it is loaded. */
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';
import { decodedText } from './office-format.ts';
import { linesOf, maxCharacters, ReadError, textOnly, type ReadText, type UnreadPart } from './read-text.ts';
import { raised } from './symbols.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const ignored = new Set(['head', 'script', 'style', 'template', 'noscript', 'object', 'iframe', 'xml']);
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
  const unread: UnreadPart[] = [];
  visit(parse(html).childNodes, pieces, unread);
  return { ...textOnly(linesOf(pieces.join(''))), unread };
}

/** The encoding that the page declares. */
function declaredIn(bytes: Buffer): string | null {
  const start = bytes.subarray(0, 4096).toString('latin1');
  return /<meta[^>]*charset\s*=\s*["']?([\w-]+)/iu.exec(start)?.[1] ?? null;
}

/** Without recursion: a page may be nested deeper than the stack. */
function visit(nodes: readonly Node[], pieces: string[], unread: UnreadPart[]): void {
  const waiting: (Node | string)[] = nodes.toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node === 'string') {
      pieces.push(node);
      continue;
    }
    if (defaultTreeAdapter.isTextNode(node)) pieces.push(textOf(node));
    if (!defaultTreeAdapter.isElementNode(node) || ignored.has(node.tagName)) continue;
    const name = node.tagName;
    if (name === 'img') unread.push({ part: '正文中的图片', page: null, reason: 'picture' });
    if (name === 'br') pieces.push('\n');
    if (name === 'input') pieces.push(inputText(node));
    const end = blocks.has(name) ? '\n' : '';
    pieces.push(end);
    waiting.push(end, ...node.childNodes.toReversed());
  }
}

function textOf(node: DefaultTreeAdapterTypes.TextNode): string {
  const parent = node.parentNode as Element | null;
  if (parent?.tagName === 'pre' || parent?.tagName === 'textarea') return node.value;
  const text = node.value.replace(/[ \t\r\n\f]+/gu, ' ');
  if (parent?.tagName === 'sup') return raised(text, 'superscript');
  return parent?.tagName === 'sub' ? raised(text, 'subscript') : text;
}

function inputText({ attrs }: Element): string {
  const value = (name: string): string | undefined => attrs.find((one) => one.name === name)?.value;
  const type = value('type')?.toLowerCase() ?? 'text';
  if (type === 'hidden' || type === 'password') return '';
  if (type === 'checkbox' || type === 'radio') return value('checked') === undefined ? '☐' : '☑';
  return value('value') ?? '';
}
