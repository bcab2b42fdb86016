/**
 * The XML of a part as tags and texts in their order. Constructs that Word never writes are refused and not
 * interpreted.
 */

export type Token =
  | { readonly kind: 'open' | 'close' | 'empty'; readonly name: string; readonly raw: string }
  | { readonly kind: 'text'; readonly raw: string };

/** Not well-formed, or a construct that parsers treat differently: a DTD, CDATA, a custom entity. */
export class XmlError extends Error {}

const pattern =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(\/?)([\p{L}_][\p{L}\p{N}_.:-]*)((?:\s+[\p{L}\p{N}_.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/guy;
const entity = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});/g;
/** Maximum depth of nested elements. */
const maxDepth = 256;

/** @throws XmlError */
export function readXml(xml: string): Token[] {
  const tokens: Token[] = [];
  const open: string[] = [];
  let at = 0;
  while (at < xml.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (found === null) throw new XmlError(`at ${at}`);
    at = pattern.lastIndex;
    const [raw, slash, name, , empty] = found;
    if (raw.startsWith('<!--') || raw.startsWith('<?')) continue;
    if (name === undefined) {
      if (raw.replace(entity, '').includes('&')) throw new XmlError('an entity of its own');
      tokens.push({ kind: 'text', raw });
    } else if (slash === '/') {
      if (open.pop() !== name) throw new XmlError(`</${name}> closes nothing`);
      tokens.push({ kind: 'close', name, raw });
    } else if (empty === '/') {
      tokens.push({ kind: 'empty', name, raw });
    } else {
      open.push(name);
      if (open.length > maxDepth) throw new XmlError('too deep');
      tokens.push({ kind: 'open', name, raw });
    }
  }
  if (open.length > 0 || tokens.length === 0) throw new XmlError('not closed');
  return tokens;
}

export function attributeOf(token: Token, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(token.raw);
  return found === null ? null : decodeXml(found[1] ?? found[2] ?? '');
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function decodeXml(text: string): string {
  return text.replace(entity, (raw) => {
    const body = raw.slice(1, -1);
    if (!body.startsWith('#')) return named[body] ?? raw;
    const code = body.startsWith('#x') ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Also drops the characters that XML 1.0 excludes. */
export function encodeXml(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- excluded by XML 1.0
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')
  );
}
