/** The port to workbooks and csv files. No other folder imports the spreadsheet library. */
export { readTableFile } from './read-table.ts';
export { maxWorkbookBytes, readWorkbook } from './read-workbook.ts';
export {
  maxColumns,
  maxRows,
  TableError,
  type Table,
  type TablePlace,
  type TableProblem,
  type TableRow,
} from './table.ts';
export { writeWorkbook, type WorkbookColumn, type WorkbookTable } from './write-workbook.ts';
