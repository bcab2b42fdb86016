/** What the office works by: the workflow definitions and the calendar, readable by everybody who is logged in. */
export { CatalogueModule } from './catalogue.module.ts';
