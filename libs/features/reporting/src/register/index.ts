/** The register (台账): reading it, importing it, replaying it through the engine, and writing it out. */
export { parseNumber, readRegister, RegisterError, type RegisterRow } from './register-file.ts';
export { exampleOf, planRow, type PlannedEvent } from './row-plan.ts';
export { RegisterReplay, type Cast, type ReplayOptions, type ReplayParts } from './replay.ts';
export { RegisterImportRun } from './import/import-run.ts';
export { RegisterHttpModule } from './register.http.module.ts';
export { RegisterModule } from './register.module.ts';
