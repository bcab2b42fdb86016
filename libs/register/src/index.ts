/** The register (台账): reading it and replaying it through the engine. */
export { parseNumber, readRegister, RegisterError, type RegisterRow } from './register-file.ts';
export { exampleOf, planRow, type PlannedEvent } from './row-plan.ts';
export { RegisterReplay, type Cast, type ReplayOptions, type ReplayParts } from './replay.ts';
