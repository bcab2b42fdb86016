/** Files: the content store, templates, ZIP archives, and tables in workbooks and csv files. */
export * from './content-store/index.ts';
export * from './file-name.ts';
export * from './workbook/index.ts';
export * from './template/index.ts';
export * from './zip/index.ts';
export { packZip } from './zip/pack-zip.ts';
