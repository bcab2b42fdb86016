import { hash as digest } from 'node:crypto';
import { ProblemError, type Principal } from '@lawgate/contracts';
import { Database } from '@lawgate/database';
import { AuditTrail, hashPassword, verifyPassword } from '@lawgate/cases';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { ChangePassword } from './accounts/account-views.ts';
import { loginRow } from './login-row.ts';
import { LoginThrottle } from './login-throttle.ts';
import { Sessions } from '@lawgate/http';

/** Characters of a password that a person chooses themselves, at least. */
const minLength = 10;

/** A person's own password. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly database: Database,
    private readonly throttle: LoginThrottle,
    private readonly sessions: Sessions,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Changes it; every other session of the person ends, this one goes on.
   *
   * @throws ProblemError 422 `auth.password-wrong`, `auth.password-weak`, 429 `auth.too-many-attempts`
   */
  async change(principal: Principal, { current, next }: ChangePassword, address: string, token: string): Promise<void> {
    refuseWeak(principal, current, next);
    // Guessing the present password here is guessing it at the door: both are counted together.
    const right = await this.throttle.attempt(principal.username, address, async () =>
      (await verifyPassword((await loginRow(this.database.pool, principal.username))?.passwordHash ?? '', current))
        ? true
        : null,
    );
    const log = { orgId: principal.orgId, actor: principal, action: 'auth.password-changed', address } as const;
    if (right === null) {
      await this.audit.record({ ...log, outcome: 'failed' });
      throw new ProblemError(422, 'auth.password-wrong', '当前密码不正确，请重新填写。');
    }
    const hashed = await hashPassword(next);
    const keep = Buffer.from(digest('sha256', token, 'hex'), 'hex');
    await this.database.as(principal, async ({ client, db }) => {
      await sql`select change_password(${principal.id}, ${hashed}, ${keep})`.execute(db);
      await this.audit.recordIn(client, log);
    });
    // The cached session of the person says that the password must be changed.
    this.sessions.dropAll();
  }
}

function refuseWeak({ username }: Principal, current: string, next: string): void {
  const why =
    [...next].length < minLength
      ? `新密码至少${minLength}个字符`
      : next.normalize('NFC') === current.normalize('NFC')
        ? '新密码不能与当前密码相同'
        : next.toLowerCase().includes(username)
          ? '新密码不能含有用户名'
          : new Set(next).size < 4
            ? '新密码过于简单'
            : null;
  if (why !== null) throw new ProblemError(422, 'auth.password-weak', `${why}，请另换一个。`);
}
