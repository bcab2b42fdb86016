/** Files: the content store, and tables read from and written to workbooks. */
export * from './content-store/index.ts';
export * from './file-name.ts';
export * from './workbook/index.ts';
export * from './template/index.ts';
export * from './zip/index.ts';
export { packZip } from './zip/pack-zip.ts';
