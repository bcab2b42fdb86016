/** Files: the content store, templates, ZIP archives, tables in workbooks and csv files, and LibreOffice. */
export * from './content-store/index.ts';
export * from './file-name.ts';
export * from './workbook/index.ts';
export * from './template/index.ts';
export * from './office/index.ts';
export * from './ocr/index.ts';
export * from './zip/index.ts';
export { packZip } from './zip/pack-zip.ts';
