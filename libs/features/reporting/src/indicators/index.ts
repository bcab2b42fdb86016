/** The ledger of activities other than reviews: trainings, publicity, disputes, suits, headcounts. */
export { IndicatorsHttpModule } from './indicators.http.module.ts';
export { IndicatorsModule } from './indicators.module.ts';
export { IndicatorsService } from './indicators.service.ts';
export { LedgerService } from './ledger.service.ts';
export { IndicatorReport } from './indicator-views.ts';
