/** The audit log for auditors, and the verification of all chains. */
export { AuditHttpModule } from './audit.http.module.ts';
export { AuditModule } from './audit.module.ts';
export { runVerification } from './verification-run.ts';
