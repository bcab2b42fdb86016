import { ProblemError, type Principal } from '@lawgate/contracts';

/** @throws ProblemError 403 `audit.auditor-only` */
export function requireAuditor({ roles }: Principal): void {
  if (roles.includes('auditor')) return;
  throw new ProblemError(403, 'audit.auditor-only', '审计记录只供安全审计员查看。请用安全审计员账号登录。');
}
