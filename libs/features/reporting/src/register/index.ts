/** The register (台账): reading it, taking over that of past years, and writing it out. */
export { RegisterImportRun } from './import/import-run.ts';
export { recordRegister } from './import/record-register.ts';
export { RegisterConversion, registerConversionKind } from './conversion/register-conversion.ts';
export { RegisterHttpModule } from './register.http.module.ts';
export { RegisterModule } from './register.module.ts';
