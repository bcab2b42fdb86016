/**
 * Opens an uploaded docx: active content, external references and oversized content are refused before anything else.
 */
import { ProblemError } from '@lawgate/contracts';
import { activeContent, DocxError, openDocx, type ActiveContent, type DocxFiles } from '@lawgate/files';

/** Bytes, packed. */
export const maxTemplateBytes = 2 * 1024 * 1024;
const limits = { maxParts: 300, maxBytes: 20 * 1024 * 1024 };

/** Fields that a word processor computes from the document alone. Others can read files or access the network. */
const harmlessFields = /^\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b/i;

/** @throws ProblemError 413 `template.too-large`, 422 `template.broken`, `template.forbidden` */
export async function openTemplate(bytes: Buffer): Promise<DocxFiles> {
  if (bytes.length > maxTemplateBytes) throw tooLarge();
  return withoutDocxErrors(async () => {
    const files = await openDocx(bytes, limits);
    const types = files.get('[Content_Types].xml')?.toString('utf8') ?? '';
    const found = activeContent(files).map(refusalOf);
    const refusal = /macroEnabled|vbaProject|activeX|oleObject/i.test(types) ? '宏' : found.find((one) => one !== null);
    if (refusal !== undefined && refusal !== null) throw forbidden(refusal);
    return files;
  });
}

/** @throws ProblemError in place of the DocxError for a file that is not a template */
export async function withoutDocxErrors<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DocxError)) throw error;
    if (error.problem === 'too-large') throw tooLarge();
    throw error.problem === 'document-type' ? forbidden('文档类型声明') : broken();
  }
}

/** The refusal of this content, in Chinese; null for content that a paper may contain. */
function refusalOf(content: ActiveContent): string | null {
  switch (content.kind) {
    case 'macro':
      return '宏';
    case 'embedded-object':
      return '嵌入的对象';
    case 'external':
      return '外部链接';
    case 'element':
      return content.name === 'w:altChunk' ? '外部内容块' : null;
    case 'tracked-change':
      return '修订痕迹，请先接受或者拒绝全部修订';
    case 'field': {
      const isHarmless = !/[A-Za-z]/.test(content.instruction) || harmlessFields.test(content.instruction);
      return isHarmless ? null : '域代码，页码之外的域请改为文字';
    }
    case 'foreign-file':
      return null;
  }
}

const forbidden = (what: string): ProblemError =>
  new ProblemError(422, 'template.forbidden', `模板中含有不允许的内容（${what}），请删除后重新上传。`);

export function tooLarge(): ProblemError {
  return new ProblemError(413, 'template.too-large', '模板文件过大（不超过2MB，解压后不超过20MB），请精简后重新上传。');
}

function broken(): ProblemError {
  return new ProblemError(
    422,
    'template.broken',
    '模板文件损坏或不是 Word 文档（docx），请用 Word 或 WPS 另存为 docx 后重新上传。',
  );
}
