/** Files: the content store, and tables read from and written to workbooks. */
export * from './content-store/index.ts';
export * from './file-name.ts';
export { readTableFile } from './table/read-table.ts';
export * from './table/table.ts';
export { readWorkbook } from './table/workbook.ts';
export { writeWorkbook, type WorkbookColumn, type WorkbookTable } from './table/write-workbook.ts';
export * from './template/index.ts';
export * from './zip/index.ts';
export { packZip } from './zip/pack-zip.ts';
