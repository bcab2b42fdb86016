/** The .docx template engine: opens within limits, checks, fills. A template contains text only and no commands. */
export { activeContent, type ActiveContent } from './active-content.ts';
export {
  DocxError,
  docxType,
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
