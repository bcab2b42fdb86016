/** Copies of a document in which one character of one part is another. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export type ChangedPart = 'body' | 'table' | 'note' | 'header' | 'text-box';

export interface Changed {
  readonly part: ChangedPart;
  readonly bytes: Buffer;
}

/**
 * Of a package every part that has text of its own; of other formats the body, where a word of `witnessed` is in the
 * bytes once and unpacked.
 *
 * @param witnessed the text that another program reads
 */
export function changedCopies(extension: string, bytes: Buffer, witnessed: string): Changed[] {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return changedPackages(bytes);
  const changed = changedWord(bytes, witnessed, extension === 'pdf');
  return changed === null ? [] : [{ part: 'body', bytes: changed }];
}

function changedPackages(bytes: Buffer): Changed[] {
  const entries = unzipSync(bytes);
  const copies: Changed[] = [];
  const done = new Set<ChangedPart>();
  for (const name of Object.keys(entries).sort()) {
    for (const part of partsIn(name)) {
      if (done.has(part)) continue;
      const xml = strFromU8(entries[name] ?? new Uint8Array());
      const changed = changedText(xml, part);
      if (changed === null) continue;
      done.add(part);
      copies.push({ part, bytes: Buffer.from(zipSync({ ...entries, [name]: strToU8(changed) })) });
    }
  }
  return copies;
}

function partsIn(name: string): ChangedPart[] {
  if (/^word\/document\d*\.xml$/u.test(name)) return ['body', 'table', 'text-box'];
  if (/^word\/(?:foot|end)notes\.xml$/u.test(name)) return ['note'];
  if (/^word\/header\d*\.xml$/u.test(name)) return ['header'];
  if (/Pages\/[^/]+\/Content\.xml$/iu.test(name)) return ['body'];
  if (/^xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml$/u.test(name)) return ['body'];
  return name === 'content.xml' ? ['body'] : [];
}

/** Elements around a text that say which part it belongs to, and those whose text is shown otherwise or not at all. */
const tag =
  /<(\/?)(?:\w+:)?(tbl|txbxContent|Fallback|del|moveFrom|fldSimple|instrText|t|TextCode|p)\b([^<>]*)>([^<]*)/gu;

function changedText(xml: string, part: ChangedPart): string | null {
  const depth = new Map<string, number>();
  for (const found of xml.matchAll(tag)) {
    const [whole, slash = '', name = '', attributes = '', text = ''] = found;
    if (slash === '/') depth.set(name, (depth.get(name) ?? 1) - 1);
    else if (!attributes.endsWith('/')) depth.set(name, (depth.get(name) ?? 0) + 1);
    const isIn = (each: string): boolean => (depth.get(each) ?? 0) > 0;
    const isText = slash === '' && ['t', 'TextCode'].includes(name);
    if (!isText || ['Fallback', 'del', 'moveFrom', 'fldSimple'].some(isIn)) continue;
    const own = isIn('txbxContent') ? 'text-box' : isIn('tbl') ? 'table' : 'body';
    if ((part === 'body' || part === 'table' || part === 'text-box') && own !== part) continue;
    const at = lastLetterOf(text);
    if (at === null) continue;
    const place = found.index + whole.length - text.length + at;
    return xml.slice(0, place) + another(xml[place] ?? '') + xml.slice(place + 1);
  }
  return null;
}

/** Of a text with two letters in a row: a single one may be a mark or a page number. */
function lastLetterOf(text: string): number | null {
  const found = /[A-Za-z]{2}(?=[^A-Za-z;]|$)|\p{Script=Han}{2}/u.exec(text);
  return found === null || text.includes('&') ? null : found.index + 1;
}

const another = (char: string): string =>
  /[A-Z]/u.test(char)
    ? char === 'X'
      ? 'Y'
      : 'X'
    : /[a-z]/u.test(char)
      ? char === 'x'
        ? 'y'
        : 'x'
      : char === '甲'
        ? '乙'
        : '甲';

function changedWord(bytes: Buffer, witnessed: string, isPdf: boolean): Buffer | null {
  for (const word of new Set(witnessed.match(/[A-Za-z]{5,20}/gu))) {
    for (const encoding of ['latin1', 'utf16le'] as const) {
      const given = Buffer.from(word, encoding);
      const at = bytes.indexOf(given);
      if (at < 0 || bytes.indexOf(given, at + 1) >= 0) continue;
      // In PDF the word may be in the properties as well as in a packed stream: only shown text counts.
      const around = bytes.subarray(at, at + 200).toString('latin1');
      if (isPdf && !/^[^()]*\)\s*(?:Tj|\]\s*TJ)/u.test(around)) continue;
      const changed = Buffer.from(bytes);
      changed.write(another(word.at(-1) ?? ''), at + given.length - (encoding === 'latin1' ? 1 : 2), encoding);
      return changed;
    }
  }
  return null;
}
