/** The year's figures, counted from the facts that commits recorded, and the cases behind each. */
export { AnnualReportService } from './annual-report.service.ts';
export { ReportsHttpModule } from './reports.http.module.ts';
export { ReportsModule } from './reports.module.ts';
export { AnnualReport, figures, ReportCase, ReportCases, type Figure } from './report-views.ts';
export { freezePastYear } from './year-end.ts';
