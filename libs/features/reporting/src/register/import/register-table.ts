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
  type TableSheet,
} from '@lawgate/files';
import { findHeader, suggestMapping, type Mapping } from './columns.ts';

/**
 * @param path a file on this machine
 * @param sheet name of the sheet of a workbook; by default the first visible one with the headings of a register
 * @throws ProblemError 422 with a code `register.…`
 */
export async function readRegisterTable(path: string, sheet?: string): Promise<Table> {
  try {
    if (sheet !== undefined) return await readTableFile(path, sheet);
    const table = await readTableFile(path);
    const better = registerSheet(table.sheets)?.name;
    return better === undefined || better === table.sheet ? table : await readTableFile(path, better);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    const [code, message] = refusals[error.problem](error.place);
    throw new ProblemError(422, code, message);
  }
}

/**
 * Of the visible sheets, in the order of their tabs, the first with a name and a date, otherwise the first with any two
 * headings of a register: a table of sums has headings, too.
 */
function registerSheet(sheets: readonly TableSheet[]): TableSheet | null {
  const known = sheets
    .filter(({ hidden }) => !hidden)
    .map((sheet) => ({ sheet, columns: suggestMapping(findHeader(sheet.top).headings).columns }));
  const isRegister = ({ title, receivedOn, acceptedOn, concludedOn }: Mapping['columns']): boolean =>
    title !== undefined && [receivedOn, acceptedOn, concludedOn].some((column) => column !== undefined);
  const found =
    known.find(({ columns }) => isRegister(columns)) ?? known.find(({ columns }) => Object.keys(columns).length > 1);
  return found?.sheet ?? null;
}

const refusalOfSheet = ['register.no-such-sheet', '文件里没有这个工作表，请从列出的工作表中选择。'] as const;

export function noSuchSheet(): ProblemError {
  return new ProblemError(422, ...refusalOfSheet);
}

const refusals: Record<TableProblem, (place: TablePlace) => readonly [code: string, message: string]> = {
  empty: () => ['register.file-empty', '文件里没有内容，请检查后重新上传。'],
  'empty-workbook': () => ['register.file-empty', '工作簿里没有内容，请检查后重新上传。'],
  'not-a-table': () => [
    'register.file-unreadable',
    '不是台账文件：既不是 xlsx 工作簿，也不是 UTF-8、GB18030 或 UTF-16 编码的 csv 文本。请另存为 xlsx 或 csv 后重新上传。',
  ],
  'not-a-workbook': () => [
    'register.file-unreadable',
    '不是能读的 xlsx 工作簿（可能已损坏或加密）。请在表格软件中打开，另存为 xlsx 或 csv 后重新上传。',
  ],
  'no-such-sheet': () => refusalOfSheet,
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
  'one-column': () => ['register.one-column', '文件只有一列，不是台账。请用逗号或制表符分列，或上传 xlsx 文件。'],
  'too-many-columns': ({ line, columns }) => [
    'register.too-many-columns',
    `第${line}行有${columns}列，超过${maxColumns}列。请只保留台账的列后重新上传。`,
  ],
  'too-many-rows': () => ['register.too-many-rows', `超过${maxRows}行。请按年份拆成几个文件分别导入。`],
};
