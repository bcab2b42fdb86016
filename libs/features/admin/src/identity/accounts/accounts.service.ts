/**
 * The administration of accounts by three officers who exclude each other (三员分立, GB/T 22239): the system administrator
 * makes accounts and ends them, the security administrator says what they may do, the auditor sees both in the log.
 * Nobody administers themselves. The database asks the same by its own functions.
 */
import { randomBytes } from 'node:crypto';
import { civilDateOf } from '@lawgate/calendar';
import { isStorable, notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { roles as knownRoles, type Role } from '@lawgate/engine';
import { APP_POOL, asViewer, CLOCK, newId, type Clock } from '@lawgate/database';
import { AuditTrail, StandInDirectory, type AuditAction, hashPassword, refuseMixedRoles } from '@lawgate/cases';
import { decodeCursor, encodeCursor, Sessions } from '@lawgate/http';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import type {
  AccountPage,
  AccountQuery,
  AccountView,
  AccountWithPassword,
  GrantRoles,
  NewAccount,
} from './account-views.ts';

/** Who asks, and from where. */
export interface Officer {
  readonly principal: Principal;
  readonly address: string;
}

interface AccountRow extends Omit<AccountView, 'createdAt'> {
  readonly createdAt: Date;
}

interface HeldTask {
  readonly id: string;
  readonly role: string;
  readonly label: string;
  readonly due_on: string | null;
  readonly covered: boolean;
}

const accountText = `select p.id, p.username, p.name, json_build_object('id', o.id, 'code', o.code, 'name', o.name) as organisation,
       p.roles, p.qualifications, p.active, p.must_change_password as "mustChangePassword", p.created_at as "createdAt"
  from person p join organisation o on o.id = p.org_id`;

/** Tasks named in one refusal. */
const mostNamed = 20;

@Injectable()
export class AccountsService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly standIns: StandInDirectory,
    private readonly sessions: Sessions,
  ) {}

  /** Accounts of the own organisation and below, by user name. @throws ProblemError 403 `account.forbidden` */
  async list(principal: Principal, query: AccountQuery): Promise<AccountPage> {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, z.tuple([z.string()]))[0];
    if (after !== null && !isStorable(after)) throw notFound('该页');
    const rows = await asViewer(this.pool, principal, async (client) => {
      const found = await client.query<AccountRow>(
        `${accountText}
          where p.org_path ^@ $1 and ($2::text is null or p.name ilike $2 or p.username ilike $2)
            and ($3::text is null or $3 = any(p.roles)) and ($4::boolean is null or p.active = $4)
            and ($5::text is null or o.code = $5) and ($6::text is null or p.username > $6)
          order by p.username limit $7`,
        [
          principal.orgPath,
          query.q === undefined ? null : `%${query.q.replace(/[\\%_]/g, (character) => `\\${character}`)}%`,
          query.role ?? null,
          query.active ?? null,
          query.organisation ?? null,
          after,
          query.limit + 1,
        ],
      );
      return found.rows;
    });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(viewOf),
      next: rows.length > query.limit && last ? encodeCursor([last.username]) : null,
    };
  }

  /**
   * A new account, without any role: what it may do is for the security administrator to say.
   *
   * @throws ProblemError 403 `account.forbidden`, 409 `identity.username-taken`, 422 `identity.organisation-unknown`
   */
  async create(officer: Officer, account: NewAccount): Promise<AccountWithPassword> {
    const { principal } = officer;
    const oneTimePassword = newPassword();
    const hash = await hashPassword(oneTimePassword);
    return this.#change(officer, async (client) => {
      const place = await client.query<{ id: string }>(
        'select id from organisation where path ^@ $1 and ($2::text is null and path = $1 or code = $2)',
        [principal.orgPath, account.organisation ?? null],
      );
      const orgId = place.rows[0]?.id;
      if (orgId === undefined) {
        const message = `没有代码为“${account.organisation ?? ''}”的机构，或者不由您管理。`;
        throw new ProblemError(422, 'identity.organisation-unknown', message);
      }
      const id = newId();
      await client.query('select create_account($1, $2, $3, $4, $5, $6, $7)', [
        principal.id,
        id,
        orgId,
        account.username,
        account.name,
        hash,
        this.clock.now(),
      ]);
      const view = await this.#log(client, officer, 'account.created', id, { username: account.username });
      return { ...view, oneTimePassword };
    });
  }

  /** @throws ProblemError 403 `account.forbidden`, 404, 422 `account.own` */
  rename(officer: Officer, id: string, name: string): Promise<AccountView> {
    return this.#change(officer, async (client) => {
      await client.query('select rename_account($1, $2, $3)', [officer.principal.id, id, name]);
      return this.#log(client, officer, 'account.renamed', id, {});
    });
  }

  /**
   * Ends an account: it cannot log in any more and its sessions end. It is never removed, because the history names it.
   *
   * @throws ProblemError 403 `account.forbidden`, 404, 409 `account.open-tasks`, 422 `account.own`
   */
  deactivate(officer: Officer, id: string): Promise<AccountView> {
    return this.#change(officer, async (client) => {
      await this.#requireNothingHeld(client, officer.principal, id);
      await client.query('select activate_account($1, $2, false)', [officer.principal.id, id]);
      return this.#log(client, officer, 'account.deactivated', id, {});
    });
  }

  /** @throws ProblemError 403 `account.forbidden`, 404, 422 `account.own` */
  activate(officer: Officer, id: string): Promise<AccountView> {
    return this.#change(officer, async (client) => {
      await client.query('select activate_account($1, $2, true)', [officer.principal.id, id]);
      return this.#log(client, officer, 'account.activated', id, {});
    });
  }

  /** A password for one login, at which the person chooses their own. @throws ProblemError as `activate` */
  async resetPassword(officer: Officer, id: string): Promise<AccountWithPassword> {
    const oneTimePassword = newPassword();
    const hash = await hashPassword(oneTimePassword);
    return this.#change(officer, async (client) => {
      await client.query('select reset_password($1, $2, $3)', [officer.principal.id, id, hash]);
      return { ...(await this.#log(client, officer, 'account.password-reset', id, {})), oneTimePassword };
    });
  }

  /**
   * What an account may do: all of it, so that what is left out is withdrawn.
   *
   * @throws ProblemError 403 `account.forbidden`, 404, 409 `account.open-tasks` where a withdrawn role still has a
   * task,
   *   422 `account.own`, `identity.roles-exclusive`, `identity.role-unknown`
   */
  async grant(officer: Officer, id: string, { roles, qualifications }: GrantRoles): Promise<AccountView> {
    const { principal } = officer;
    const unknown = roles.find((role) => role === 'system' || !knownRoles.includes(role as Role));
    if (unknown !== undefined) throw new ProblemError(422, 'identity.role-unknown', `没有“${unknown}”这种角色。`);
    refuseMixedRoles(roles);
    return this.#change(officer, async (client) => {
      const before = await accountOf(client, id);
      const withdrawn = before.roles.filter((role) => !roles.includes(role));
      await this.#requireNothingHeld(client, principal, id, withdrawn);
      await client.query('select grant_roles($1, $2, $3, $4)', [principal.id, id, roles, qualifications]);
      return this.#log(client, officer, 'account.roles-granted', id, {
        before: { roles: before.roles, qualifications: before.qualifications },
        after: { roles, qualifications },
      });
    });
  }

  /** One transaction: the change and its entry in the log. What the database refuses is said in words. */
  async #change<T>({ principal }: Officer, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    try {
      return await asViewer(this.pool, principal, work);
    } catch (error) {
      throw refusalOf(error) ?? error;
    } finally {
      // Who stands in for whom depends on roles and on who is still here; and whose session has ended here is not let
      // in until the notice comes round, which is for the other processes.
      this.standIns.dropAll();
      this.sessions.dropAll();
    }
  }

  async #log(
    client: pg.PoolClient,
    { principal, address }: Officer,
    action: AuditAction,
    id: string,
    detail: Record<string, unknown>,
  ): Promise<AccountView> {
    const row = await accountOf(client, id);
    await this.audit.recordIn(client, {
      orgId: row.organisation.id,
      actor: principal,
      action,
      subject: { kind: 'person', id },
      address,
      detail,
    });
    return viewOf(row);
  }

  /** Tasks wait for their holder: they are transferred first, unless somebody stands in for them. */
  async #requireNothingHeld(
    client: pg.PoolClient,
    principal: Principal,
    id: string,
    roles?: readonly string[],
  ): Promise<void> {
    const held = await client.query<HeldTask>('select id, role, label, due_on, covered from tasks_held($1, $2, $3)', [
      principal.id,
      id,
      civilDateOf(this.clock.now()),
    ]);
    const open = held.rows.filter(({ role, covered }) => (roles === undefined ? !covered : roles.includes(role)));
    if (open.length === 0) return;
    const named = open
      .slice(0, mostNamed)
      .map(({ label, due_on: dueOn }) => (dueOn === null ? label : `${label}（${dueOn}到期）`));
    throw new ProblemError(
      409,
      'account.open-tasks',
      `该账号还有${open.length}项任务未办：${named.join('、')}${open.length > mostNamed ? '等' : ''}。请先由业务人员转办，或登记代理人。`,
    );
  }
}

async function accountOf(client: pg.PoolClient, id: string): Promise<AccountRow> {
  const found = await client.query<AccountRow>(`${accountText} where p.id = $1`, [id]);
  const row = found.rows[0];
  if (row === undefined) throw notFound('该账号');
  return row;
}

function viewOf(row: AccountRow): AccountView {
  return { ...row, createdAt: row.createdAt.toISOString() };
}

/** What an officer is answered who does what is another officer's. */
export const officersRefusal = {
  code: 'account.forbidden',
  detail: '账号由系统管理员新建、停用，角色由安全管理员授予、收回，三者分立；请由相应的管理员办理。',
} as const;

function refusalOf(error: unknown): ProblemError | null {
  switch ((error as { code?: string } | null)?.code) {
    case 'LG403':
      return new ProblemError(403, officersRefusal.code, officersRefusal.detail);
    case 'LG404':
      return notFound('该账号');
    case 'LG422':
      return new ProblemError(422, 'account.own', '不能管理本人的账号，请由另一名管理员办理。');
    case '23505':
      return new ProblemError(409, 'identity.username-taken', '该用户名已被使用，请换一个。');
    default:
      return null;
  }
}

/** 96 bits, in letters and figures that are read over the telephone without mistakes. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from(randomBytes(20), (byte) => letters[byte % letters.length]).join('');
}
