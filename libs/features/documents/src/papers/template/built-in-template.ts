/** The built-in layout as a docx with its placeholders: the starting point for a town's own template. */
import type { PaperContent } from '@lawgate/engine';
import { openOwnDocx, packDocx } from '@lawgate/files';
import { dateText } from '../page/line-text.ts';
import { bodyPlaceholder } from './placeholders.ts';

const placeholder = (name: string): string => `{{${name}}}`;

/** Two days that represent themselves while the page is laid out. */
const signedOn = '2024-03-15';
const printedOn = '2024-03-18';

/**
 * @param sample the paper of a sample case, which determines the parts of the layout and the width of its signature
 * @param name label of this kind of paper
 */
export async function builtInTemplate(sample: PaperContent, name: string, at: string): Promise<Buffer> {
  const { signature, imprint } = sample;
  // Loaded on demand: most processes make no paper as they start.
  const { setPage } = await import('../page/set-page.ts');
  const set = await setPage(
    {
      ...sample,
      title: placeholder('标题'),
      number: sample.number === null ? null : placeholder('文号'),
      addressee: sample.addressee === null ? null : placeholder('主送'),
      body: [{ kind: 'paragraph', text: placeholder(bodyPlaceholder), indent: false }],
      signature: signature === null ? null : { by: signature.by, on: signedOn },
      imprint:
        imprint === null
          ? null
          : {
              copies: imprint.copies === null ? null : placeholder('抄送'),
              by: placeholder('印发机关'),
              on: printedOn,
            },
    },
    { at },
  );
  const entries = await openOwnDocx(set);
  const put = (part: string, words: readonly (readonly [string, string])[]): void => {
    const xml = entries.get(part)?.toString('utf8') ?? '';
    entries.set(part, Buffer.from(words.reduce((text, [from, to]) => text.replaceAll(`>${from}<`, `>${to}<`), xml)));
  };
  put('word/document.xml', [
    ...(signature === null ? [] : [[signature.by, placeholder('署名')] as const]),
    [dateText(signedOn), placeholder('日期')],
    [`${dateText(printedOn)}印发`, `${placeholder('印发日期')}印发`],
  ]);
  // The file's properties are plain text, which is not filled in.
  put('docProps/core.xml', [[placeholder('标题'), name]]);
  return packDocx(entries);
}
