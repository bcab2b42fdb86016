/** The little of XML that filling a template needs: its tags and texts in order, and nothing that is run or fetched. */
import { ProblemError } from '@lawgate/contracts';

export interface Token {
  readonly kind: 'open' | 'close' | 'empty' | 'other' | 'text';
  /** Qualified name of a tag, such as `w:p`; empty otherwise. */
  readonly name: string;
  raw: string;
}

export const broken = (): ProblemError =>
  new ProblemError(
    422,
    'template.broken',
    '模板文件损坏或不是 Word 文档（docx），请用 Word 或 WPS 另存为 docx 后重新上传。',
  );

/** @throws ProblemError 422 `template.broken` when tags do not match, `template.forbidden` for a document type */
export function tokensOf(xml: string): Token[] {
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) {
    throw new ProblemError(422, 'template.forbidden', '模板中含有不允许的内容（文档类型声明），请重新制作模板。');
  }
  const tokens: Token[] = [];
  const open: string[] = [];
  for (const raw of xml.match(/<(?:[^<>"']|"[^"]*"|'[^']*')*>|[^<]+|</g) ?? []) {
    if (!raw.startsWith('<')) tokens.push({ kind: 'text', name: '', raw });
    else if (raw.startsWith('<?') || raw.startsWith('<!--')) tokens.push({ kind: 'other', name: '', raw });
    else {
      const [, slash, name, empty] = /^<(\/?)([^\s/>]+)[^]*?(\/?)>$/.exec(raw) ?? [];
      if (name === undefined) throw broken();
      if (slash === '/') {
        if (open.pop() !== name) throw broken();
        tokens.push({ kind: 'close', name, raw });
      } else if (empty === '/') tokens.push({ kind: 'empty', name, raw });
      else {
        open.push(name);
        tokens.push({ kind: 'open', name, raw });
      }
    }
  }
  if (open.length > 0) throw broken();
  return tokens;
}

export function escapeXml(text: string): string {
  return (
    text
      // What XML cannot hold is left out: a form feed from an old document must not break the paper.
      // eslint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
  );
}

export function unescapeXml(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}
