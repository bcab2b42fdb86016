import { ProblemError } from '@lawgate/contracts';

/** Three administrators (三员), none of whom can read case text. */
const exclusive = ['administrator', 'security-administrator', 'auditor'];

/**
 * System administrator, security administrator and auditor exclude each other and every other role: the person who
 * grants rights must not use them, and the person who audits must not act (三员分立, 信息安全等级保护 GB/T 22239).
 *
 * @throws ProblemError 422 `identity.roles-exclusive`
 */
export function refuseMixedRoles(roles: readonly string[]): void {
  if (roles.length <= 1 || !roles.some((role) => exclusive.includes(role))) return;
  throw new ProblemError(
    422,
    'identity.roles-exclusive',
    '系统管理员、安全管理员、安全审计员三者互斥，也不得兼任其他角色；请只保留一个角色。',
  );
}
