/** Reads the table of a register's file, with messages for a file that is not a table. */
import { ProblemError } from '@lawgate/contracts';
import {
  maxColumns,
  maxRows,
  maxWorkbookBytes,
  readTableFile,
  TableError,
  type Table,
  type TablePlace,
  type TableProblem,
} from '@lawgate/files';

/**
 * @param path a file on this machine
 * @throws ProblemError 422 with a code `register.…`
 */
export async function readRegisterTable(path: string): Promise<Table> {
  try {
    return await readTableFile(path);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    const [code, message] = refusals[error.problem](error.place);
    throw new ProblemError(422, code, message);
  }
}

const refusals: Record<TableProblem, (place: TablePlace) => readonly [code: string, message: string]> = {
  empty: () => ['register.file-empty', '文件里没有内容，请检查后重新上传。'],
  'empty-workbook': () => ['register.file-empty', '工作簿里没有内容，请检查后重新上传。'],
  'not-a-table': () => [
    'register.file-unreadable',
    '不是台账文件：既不是 xlsx 工作簿，也不是 UTF-8 或 GB18030 编码的 csv 文本。请另存为 xlsx 或 csv 后重新上传。',
  ],
  'not-a-workbook': () => [
    'register.file-unreadable',
    '不是能读的 xlsx 工作簿（可能已损坏或加密）。请在表格软件中打开，另存为 xlsx 或 csv 后重新上传。',
  ],
  'reader-failed': () => [
    'register.file-unreadable',
    '无法读取该文件（可能已损坏）。请在表格软件中打开，另存为 xlsx 或 csv 后重新上传。',
  ],
  'workbook-too-large': () => [
    'register.workbook-too-large',
    `工作簿展开后超过${maxWorkbookBytes / 1024 / 1024}MB，不予打开。请只保留台账工作表，或按年份拆开后上传。`,
  ],
  'out-of-memory': () => ['register.workbook-too-large', '工作簿过大，不予打开。请按年份拆开后上传。'],
  'too-slow': () => ['register.file-too-slow', '文件过于复杂，读取超时。请只保留台账工作表后重新上传。'],
  'unbalanced-quotes': ({ line }) => [
    'register.csv-quotes',
    `${line === undefined ? '' : `第${line}行附近`}的引号不成对，无法分清各列。请检查该行的双引号（单元格内的双引号应写两次），或改用 xlsx 上传。`,
  ],
  'one-column': () => ['register.one-column', '文件只有一列，不是台账。请用逗号或制表符分列，或上传 xlsx 文件。'],
  'too-many-columns': ({ line, columns }) => [
    'register.too-many-columns',
    `第${line}行有${columns}列，超过${maxColumns}列。请只保留台账的列后重新上传。`,
  ],
  'too-many-rows': () => ['register.too-many-rows', `超过${maxRows}行。请按年份拆成几个文件分别导入。`],
};
