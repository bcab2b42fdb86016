export { ComparisonService } from './comparison.service.ts';
export { startComparison, type ComparisonStart } from './start-comparison.ts';
