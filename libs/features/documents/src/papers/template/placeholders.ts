/** The placeholders of a paper's template. */
import { paragraphsOf, readPlaceholders, textOf, textParts, xmlTokensOf, type DocxFiles } from '@lawgate/files';

/** The placeholder that must be a paragraph of its own and is replaced by paragraphs and tables. */
export const bodyPlaceholder = '正文';

export const placeholderNames = /^[^{}]{1,40}$/;

/** Names of the placeholders in the order of the text, each once. @throws DocxError */
export function placeholdersIn(files: DocxFiles): string[] {
  const paragraphs = textParts(files).flatMap((part) => paragraphsOf(xmlTokensOf(files.get(part) ?? Buffer.alloc(0))));
  const names = paragraphs.flatMap((one) => readPlaceholders(textOf(one), placeholderNames).placeholders);
  return [...new Set(names.map(({ name }) => name))];
}
