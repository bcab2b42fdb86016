/** The audit log as the auditor reads it, and the verification of every chain. */
export { AuditHttpModule } from './audit.http.module.ts';
export { AuditModule } from './audit.module.ts';
export { runVerification } from './verification-run.ts';
