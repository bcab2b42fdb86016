/** Papers (文书): made once by the worker, stored as bytes, and previewed before; and the templates of a town. */
export * from './paper-maker.ts';
export * from './paper-source.ts';
export { PapersHttpModule } from './papers.http.module.ts';
export { PapersModule } from './papers.module.ts';
export { soffice, toPdf } from './pdf.ts';
export { sampleSource } from './template/sample-source.ts';
export * from './page/set-page.ts';
