/** Whether a file can be a template, and what is wrong with it, in words. Pure. */
import {
  activeContent,
  DocxError,
  mainPart,
  openDocx,
  textParts,
  wordTokensOf,
  type DocxFiles,
} from './docx-package.ts';
import { tableName } from './fill-template.ts';
import { paragraphsOf, textOf } from './paragraphs.ts';
import { placeholdersIn, type TemplateProblem } from './placeholders.ts';

export interface Checked {
  /** Null for a file that cannot be read as .docx. */
  readonly files: DocxFiles | null;
  readonly problems: readonly TemplateProblem[];
  /** Names in the order of the text, with how often each stands. */
  readonly names: ReadonlyMap<string, number>;
}

const mostNamed = 50;

/** @param known every name that stands for something */
export async function checkTemplate(bytes: Buffer, known: ReadonlySet<string>): Promise<Checked> {
  try {
    const files = await openDocx(bytes);
    const problems = activeContent(files);
    const names = new Map<string, number>();
    for (const part of textParts(files)) {
      for (const paragraph of paragraphsOf(wordTokensOf(files.get(part) ?? Buffer.alloc(0)))) {
        const found = placeholdersIn(paragraph);
        problems.push(...found.problems);
        for (const { name } of found.placeholders) {
          names.set(name, (names.get(name) ?? 0) + 1);
          const text = textOf(paragraph);
          if (
            name === tableName &&
            (part !== mainPart || !paragraph.inBody || text.replace(/\s/g, '') !== `{{${name}}}`)
          ) {
            problems.push({ where: text.slice(0, 40), message: `{{${tableName}}} 是整张表格，应在正文中单独成段。` });
          } else if (!known.has(name)) {
            problems.push({
              where: text.slice(0, 40),
              message: `没有「{{${name}}}」这一项数据，请按可用的占位符填写。`,
            });
          }
        }
      }
    }
    if (names.size === 0) {
      problems.push({ where: '', message: '模板中没有任何 {{名称}} 占位符，生成的报告不会有数据。' });
    }
    return { files, problems: problems.slice(0, mostNamed), names };
  } catch (error) {
    if (!(error instanceof DocxError)) throw error;
    const message = error.isTooLarge
      ? '文件展开后过大，不予打开。请压缩图片后重新上传。'
      : '不是能读的 docx 文件（可能已损坏、加密，或是 doc、docm、dotx 格式）。请用 WPS 或 Word 另存为 docx 后重新上传。';
    return { files: null, problems: [{ where: '', message }], names: new Map() };
  }
}
