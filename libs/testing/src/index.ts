export { builtAppEnvironment } from './built-app.ts';
export { launchChromium } from './chromium.ts';
export { usedDataFolder } from './data-folder.ts';
export type { FirstStart } from './data-folder.ts';
export { serverDatabase } from './server-database.ts';
export type { ServerDatabase } from './server-database.ts';
export { redisUrl, testDatabase } from './test-database.ts';
export type { TestDatabase } from './test-database.ts';
export { calendarDayLimits, workdayLimits } from './lawful-dates.ts';
