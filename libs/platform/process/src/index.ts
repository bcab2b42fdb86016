/** Common to every process: settings from the environment, start errors in one line, graceful shutdown. */
export { crashPoint, crashPoints, type CrashPoint } from './crash-points.ts';
export { createLog, loggedError, logLevels, type LogLevel, type ProcessLog } from './log.ts';
export { checkDataFolder, checkPort, portError } from './preconditions.ts';
export { reach } from './reach.ts';
export { runProcess, type ProcessContext } from './run-process.ts';
export { readSettings, type Settings } from './settings.ts';
export { PROCESS_SETTINGS, settingsModule } from './settings.module.ts';
export { Shutdown } from './shutdown.ts';
export { StartError } from './start-error.ts';
