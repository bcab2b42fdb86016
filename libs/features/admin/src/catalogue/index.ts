/** Workflow definitions, rule sets and the calendar, readable by everybody who is logged in. */
export { CatalogueHttpModule } from './catalogue.http.module.ts';
export { CatalogueModule } from './catalogue.module.ts';
