/** The engine of .docx templates: opened within limits, checked, filled. A template is words and never a program. */
export { activeContent, type ActiveContent } from './active-content.ts';
export {
  DocxError,
  mainPart,
  mainType,
  openDocx,
  openOwnDocx,
  packDocx,
  textParts,
  wordTokensOf,
  xmlTokensOf,
  type DocxFiles,
  type DocxLimits,
  type DocxProblem,
} from './docx-package.ts';
export { fillDocx, type DocxFilling, type Inline, type RunPlace } from './fill-docx.ts';
export { paragraphsOf, textOf, type Paragraph } from './paragraphs.ts';
export { readPlaceholders, type Placeholder, type PlaceholderProblem } from './placeholders.ts';
export { attributeOf, encodeXml, type Token } from './xml-tokens.ts';
