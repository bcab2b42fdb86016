/** Parts of a .docx that run or fetch something when it is opened. The features decide which of them they accept. */
import { xmlTokensOf, type DocxFiles } from './docx-package.ts';
import { attributeOf, type Token } from './xml-tokens.ts';

export type ActiveContent = { readonly part: string } & (
  | { readonly kind: 'macro' | 'embedded-object' | 'foreign-file' | 'tracked-change' }
  /** @param isLink a hyperlink to a page or a mail address: nothing is fetched before somebody follows it */
  | { readonly kind: 'external'; readonly target: string; readonly isLink: boolean }
  | { readonly kind: 'element'; readonly name: string }
  | { readonly kind: 'field'; readonly instruction: string }
);

const macroParts = /vbaProject|vbaData|\/activeX\//i;
const embeddedParts = /\/embeddings\//i;
const foreignParts = /oleObject|\/afchunk|\.(bin|exe|dll|js|vbs|rtf|html?)$/i;
const foreignElements = ['w:altChunk', 'w:object', 'w:control', 'w:subDoc', 'o:OLEObject'];
const changes = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'];

/** In the order of the parts. @throws DocxError where a part is not XML */
export function activeContent(files: DocxFiles): ActiveContent[] {
  return [...files].flatMap(([part, bytes]): ActiveContent[] => {
    if (macroParts.test(part)) return [{ kind: 'macro', part }];
    if (embeddedParts.test(part)) return [{ kind: 'embedded-object', part }];
    if (foreignParts.test(part)) return [{ kind: 'foreign-file', part }];
    if (/\.rels$/i.test(part)) return externalTargets(part, xmlTokensOf(bytes));
    // A relationship may lead to any part, so the folder proves nothing.
    return /\.xml$/i.test(part) ? activeElements(part, xmlTokensOf(bytes)) : [];
  });
}

function externalTargets(part: string, tokens: readonly Token[]): ActiveContent[] {
  return tokens.flatMap((token): ActiveContent[] => {
    if (attributeOf(token, 'TargetMode')?.toLowerCase() !== 'external') return [];
    const target = attributeOf(token, 'Target') ?? '';
    const isLink = (attributeOf(token, 'Type') ?? '').endsWith('/hyperlink') && /^(https?:|mailto:|#)/i.test(target);
    return [{ kind: 'external', part, target, isLink }];
  });
}

function activeElements(part: string, tokens: readonly Token[]): ActiveContent[] {
  const found: ActiveContent[] = [];
  const field = (instruction = ''): void => {
    if (instruction.trim() !== '') found.push({ kind: 'field', part, instruction });
  };
  // An instruction may be cut into runs, and fields may be nested.
  const open: string[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'text') {
      const before = tokens[at - 1];
      if (before?.kind === 'open' && before.name === 'w:instrText') open.push(`${open.pop() ?? ''}${token.raw}`);
      continue;
    }
    if (token.kind === 'close') continue;
    if (foreignElements.includes(token.name)) found.push({ kind: 'element', part, name: token.name });
    else if (changes.includes(token.name)) found.push({ kind: 'tracked-change', part });
    else if (token.name === 'w:fldSimple') field(attributeOf(token, 'w:instr') ?? '');
    else if (token.name === 'w:fldChar') {
      const type = attributeOf(token, 'w:fldCharType');
      if (type !== 'begin') field(open.pop());
      // After `separate` comes the result, until `end`.
      if (type === 'begin' || type === 'separate') open.push('');
    }
  }
  open.forEach(field);
  return found;
}
