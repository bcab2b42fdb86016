/** Checks whether a file can be a template, and lists its problems. */
import {
  activeContent,
  DocxError,
  mainPart,
  mainType,
  openDocx,
  paragraphsOf,
  readPlaceholders,
  textOf,
  textParts,
  wordTokensOf,
  type ActiveContent,
  type DocxFiles,
  type PlaceholderProblem,
} from '@lawgate/files';
import { tableName } from './fill-template.ts';
import { placeholderName } from './phrase.ts';

export interface TemplateProblem {
  /** The paragraph or the part, shortened. */
  readonly where: string;
  readonly message: string;
}

export interface Checked {
  /** Null for a file that cannot be read as .docx. */
  readonly files: DocxFiles | null;
  readonly problems: readonly TemplateProblem[];
  /** Names in the order of the text, with their number of occurrences. */
  readonly names: ReadonlyMap<string, number>;
}

const maxProblems = 50;
/** A template with a picture of a seal is far smaller. */
const limits = { maxParts: 500, maxBytes: 32 * 1024 * 1024 };
const plainDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** Fields that only show content of the document itself. */
const plainField = /^\s*(PAGE|NUMPAGES|SECTIONPAGES|TOC|PAGEREF|REF|STYLEREF|HYPERLINK|SEQ)\b/i;

/** @throws DocxError for a file that is not a plain .docx: one with macros, or a Word template, has another type */
export async function openTemplate(bytes: Buffer): Promise<DocxFiles> {
  const files = await openDocx(bytes, limits);
  if (mainType(files) !== plainDocument) throw new DocxError('unreadable');
  return files;
}

/** @param known every name that has a value */
export async function checkTemplate(bytes: Buffer, known: ReadonlySet<string>): Promise<Checked> {
  try {
    const files = await openTemplate(bytes);
    const problems = activeContent(files).flatMap((found) => refusalOf(found) ?? []);
    const names = new Map<string, number>();
    for (const part of textParts(files)) {
      for (const paragraph of paragraphsOf(wordTokensOf(files.get(part) ?? Buffer.alloc(0)))) {
        const text = textOf(paragraph);
        const found = readPlaceholders(text, placeholderName);
        problems.push(...found.problems.map((problem) => ({ where: shortened(text), message: messageOf(problem) })));
        for (const { name } of found.placeholders) {
          names.set(name, (names.get(name) ?? 0) + 1);
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
    return { files, problems: problems.slice(0, maxProblems), names };
  } catch (error) {
    if (!(error instanceof DocxError)) throw error;
    const message =
      error.problem === 'too-large'
        ? '文件展开后过大，不予打开。请压缩图片后重新上传。'
        : '不是能读的 docx 文件（可能已损坏、加密，或是 doc、docm、dotx 格式）。请用 WPS 或 Word 另存为 docx 后重新上传。';
    return { files: null, problems: [{ where: '', message }], names: new Map() };
  }
}

/** Null for content that a report may contain. */
function refusalOf(found: ActiveContent): TemplateProblem | null {
  const refused = (message: string): TemplateProblem => ({ where: found.part, message });
  switch (found.kind) {
    case 'macro':
    case 'embedded-object':
    case 'foreign-file':
      return refused('模板不能含有宏、控件或嵌入的对象。');
    case 'external':
      return found.isLink ? null : refused(`模板不能引用外部的文件或图片（${found.target.slice(0, 60)}）。`);
    case 'element':
      return refused('模板不能含有嵌入的对象、控件或外来内容。');
    case 'field': {
      const shown = found.instruction.trim().slice(0, 40);
      return plainField.test(found.instruction) ? null : refused(`模板不能含有域「${shown}」，请改为普通文字。`);
    }
    case 'tracked-change':
      return null;
  }
}

function messageOf({ kind, name }: PlaceholderProblem): string {
  switch (kind) {
    case 'command':
      return '模板不能含有命令（+++、{%、${ 等），只能使用 {{名称}} 占位符。';
    case 'unclosed':
      return '占位符没有写完：{{ 之后缺少 }}，应在同一段内写成 {{名称}}。';
    case 'not-a-name':
      return `「{{${shortened(name)}}}」不是占位符：名称只能由文字、数字、点和连字符组成，不能是命令或公式。`;
    case 'stray-end':
      return '多出 }}，占位符应写成 {{名称}}。';
  }
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
