/** Converts papers to PDF with LibreOffice, where it is installed. */
import { ProblemError } from '@lawgate/contracts';
import { convertFiles, convertOffice, OfficeError, officeProgram } from '@lawgate/files';
import { fonts as lists } from './page/figures.ts';

export { officeProgram as soffice };

/** Substitutes of the fonts of papers, which are those of most documents. */
export const officeFonts = Object.fromEntries(Object.values(lists).map(([name, ...others]) => [name, others]));

/** @throws ProblemError 409 `paper.pdf-unavailable`, 503 `paper.pdf-failed` */
export async function toPdf(docx: Uint8Array): Promise<Buffer> {
  try {
    return await convertOffice(docx, 'docx', 'pdf', { fonts: officeFonts });
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error;
    if (error.problem === 'not-installed') {
      throw new ProblemError(
        409,
        'paper.pdf-unavailable',
        '本服务器未安装 LibreOffice，不能转换为 PDF，请下载 Word 文档（docx），或者请管理员安装后重试。',
      );
    }
    process.emitWarning(`no PDF: ${error.message}`);
    throw new ProblemError(503, 'paper.pdf-failed', '转换为 PDF 失败，请稍后重试，或者下载 Word 文档（docx）。');
  }
}

/** Converts these docx files of a folder to PDF, in one run. @throws OfficeError */
export async function papersToPdf(folder: string, names: readonly string[]): Promise<void> {
  await convertFiles(folder, names, 'pdf', { fonts: officeFonts });
}
