/** Names the parts whose text was not read, with the place at which a person finds them. */
import type { UnreadPart, UnreadReason } from './read-text.ts';

/** Maximum characters of the words that name a place. */
const maxPlace = 15;
/** Maximum entries that name their place; beyond it, equal parts are counted. */
const maxPlaces = 200;

/** An unread part with the first words of the paragraph at which it is; empty at the start. */
export interface PlacedPart extends UnreadPart {
  readonly place?: string;
}

/** The first words of the first line that is not blank, without marks of tracked changes; empty where there is none. */
export function startOfLine(text: string): string {
  // Searched only at the start, because a paragraph may have millions of characters.
  const line = /\S[^\r\n\v\f\u2028\u2029]{0,80}/u.exec(text.slice(0, 10_000))?.[0] ?? '';
  const words = [...line.replace(/〔(?:插入|删除)：|〕/gu, '').replace(/[\s\0“”]+/gu, ' ')].slice(0, maxPlace + 1);
  const whole = words.length <= maxPlace;
  return words.slice(0, maxPlace).join('').toWellFormed().trim() + (whole ? '' : '…');
}

/** Equal entries become one with their number. */
export function merged(unread: readonly PlacedPart[]): UnreadPart[] {
  const named = grouped(unread.map(withPlace));
  return named.length <= maxPlaces ? named : grouped(unread.map(withoutPlace));
}

function withPlace({ place, ...one }: PlacedPart): UnreadPart {
  if (place === undefined) return one;
  return { ...one, part: place === '' ? `${one.part}（开头）` : `${one.part}（“${place}”处）` };
}

function withoutPlace({ part, page, reason }: PlacedPart): UnreadPart {
  return { part, page, reason };
}

function grouped(unread: readonly UnreadPart[]): UnreadPart[] {
  const counts = new Map<string, { readonly one: UnreadPart; count: number }>();
  for (const one of unread) {
    const key = `${one.part}\n${one.page}\n${one.reason}`;
    const found = counts.get(key);
    if (found === undefined) counts.set(key, { one, count: 1 });
    else found.count += 1;
  }
  return [...counts.values()].map(({ one, count }) =>
    count === 1 ? one : { ...one, part: `${one.part}（${count}处）` },
  );
}

/**
 * What an element of a Word document draws that is not read; null for other elements.
 *
 * @param inObject whether it is in an embedded object, whose picture shows it a second time
 */
export function unreadElement(
  name: string,
  attributes: Readonly<Record<string, string>>,
  inObject: () => boolean,
): [what: string, reason: UnreadReason] | null {
  switch (name) {
    case 'o:OLEObject':
      return [/equation|mathtype/iu.test(attributes.ProgID ?? '') ? '公式对象' : '嵌入对象', 'object'];
    case 'w:control':
      return ['控件', 'object'];
    case 'w:subDoc':
      return ['子文档', 'unsupported'];
    case 'v:fill':
      return attributes['r:id'] === undefined ? null : ['图片', 'picture'];
    case 'a:blip':
    case 'v:imagedata':
      return inObject() ? null : ['图片', 'picture'];
    default:
      return null;
  }
}
