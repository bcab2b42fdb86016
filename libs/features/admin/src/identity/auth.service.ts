import { randomBytes } from 'node:crypto';
import { isStorable, ProblemError, type Principal } from '@lawgate/contracts';
import { APP_POOL } from '@lawgate/database';
import { AuditTrail, hashPassword, verifyPassword } from '@lawgate/cases';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import { loginRow, type LoginRow } from './login-row.ts';
import { LoginThrottle } from './login-throttle.ts';
import { Sessions } from '@lawgate/http';

@Injectable()
export class AuthService implements OnModuleInit {
  /** Verified against when nobody has the name, so that the answer takes as long as for a wrong password. */
  #nobodysHash = '';

  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly throttle: LoginThrottle,
    private readonly sessions: Sessions,
    private readonly audit: AuditTrail,
  ) {}

  async onModuleInit(): Promise<void> {
    this.#nobodysHash = await hashPassword(randomBytes(16).toString('hex'));
  }

  /** @throws ProblemError 401 `auth.invalid-credentials`, 429 `auth.too-many-attempts` (TooManyAttemptsError) */
  async login(username: string, password: string, address: string): Promise<{ token: string; principal: Principal }> {
    const login = await this.throttle.attempt(username, address, async () => {
      const row = isStorable(username) ? await loginRow(this.pool, username) : null;
      const right = await verifyPassword(row?.passwordHash ?? this.#nobodysHash, password);
      if (row === null || !right || !row.active) {
        this.#recordFailure(row, address);
        return null;
      }
      const token = await this.sessions.open(row.id);
      const principal = await this.sessions.find(token);
      return principal === null ? null : { token, principal };
    });
    // One answer for a wrong name, a wrong password and a person who left: nothing is given away.
    if (login === null) throw new ProblemError(401, 'auth.invalid-credentials', '用户名或密码不正确。');
    const { principal } = login;
    await this.audit.record({ orgId: principal.orgId, actor: principal, action: 'auth.login', address });
    return login;
  }

  /**
   * Is in the log of the account's organisation. A name that is nobody's is not kept: what is typed there by mistake
   * is often a password. Nobody waits for it: how long the answer takes must not reveal whether there is such a name.
   */
  #recordFailure(row: LoginRow | null, address: string): void {
    if (row === null) return;
    this.audit.note({
      orgId: row.orgId,
      actor: null,
      action: 'auth.login',
      subject: { kind: 'person', id: row.id },
      outcome: 'failed',
      address,
      detail: { active: row.active },
    });
  }
}
