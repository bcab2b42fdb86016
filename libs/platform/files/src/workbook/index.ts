/** The port to workbooks and csv files. No other folder reads or writes their formats. */
export { readTableFile } from './read-table.ts';
export { maxWorkbookBytes, readWorkbook } from './read-workbook.ts';
export {
  maxColumns,
  maxRows,
  TableError,
  type RowDoubt,
  type Table,
  type TablePlace,
  type TableProblem,
  type TableRow,
  type TableSheet,
} from './table.ts';
export { writeWorkbook, type WorkbookColumn, type WorkbookTable } from './write-workbook.ts';
