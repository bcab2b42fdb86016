import type { RoleRule } from '@lawgate/http';

export const auditorOnly: RoleRule = {
  roles: ['auditor'],
  code: 'audit.auditor-only',
  detail: '审计记录只供安全审计员查看。请用安全审计员账号登录。',
};
