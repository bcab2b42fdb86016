/**
 * The administration of accounts by three officers who exclude each other (三员分立, GB/T 22239): the system administrator
 * creates and deactivates accounts, the security administrator grants roles, the auditor sees both in the log. Nobody
 * administers their own account. Functions of the database check the same.
 */
import { randomBytes } from 'node:crypto';
import { civilDateOf } from '@lawgate/calendar';
import { isStorable, notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { roles as knownRoles, type Role } from '@lawgate/engine';
import { CLOCK, containing, Database, newId, type Clock, type Transaction } from '@lawgate/database';
import { AuditTrail, StandInDirectory, type AuditAction, hashPassword, refuseMixedRoles } from '@lawgate/cases';
import { decodeCursor, encodeCursor, Sessions } from '@lawgate/http';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { z } from 'zod';
import type {
  AccountPage,
  AccountQuery,
  AccountView,
  AccountWithPassword,
  GrantRoles,
  NewAccount,
} from './account-views.ts';

/** The calling officer and their network address. */
export interface Officer {
  readonly principal: Principal;
  readonly address: string;
}

interface HeldTask {
  readonly role: string;
  readonly label: string;
  readonly dueOn: string | null;
  readonly covered: boolean;
}

type Db = Transaction['db'];

const accounts = (db: Db) =>
  db
    .selectFrom('person as p')
    .innerJoin('organisation as o', 'o.id', 'p.orgId')
    .select(['p.id', 'p.username', 'p.name'])
    .select(({ ref }) =>
      jsonBuildObject({ id: ref('o.id'), code: ref('o.code'), name: ref('o.name') }).as('organisation'),
    )
    .select(['p.roles', 'p.qualifications', 'p.active', 'p.mustChangePassword', 'p.createdAt']);

type AccountRow = Awaited<ReturnType<ReturnType<typeof accounts>['executeTakeFirstOrThrow']>>;

/** Maximum number of tasks listed in one refusal. */
const maxNamed = 20;

@Injectable()
export class AccountsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly audit: AuditTrail,
    private readonly standIns: StandInDirectory,
    private readonly sessions: Sessions,
  ) {}

  /** Accounts of the own organisation and below, by user name. @throws ProblemError 403 `account.forbidden` */
  async list(principal: Principal, query: AccountQuery): Promise<AccountPage> {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, z.tuple([z.string()]))[0];
    if (after !== null && !isStorable(after)) throw notFound('该页');
    const { q, role, active, organisation } = query;
    const rows = await this.database.as(principal, ({ db }) => {
      let found = accounts(db).where('p.orgPath', '^@', principal.orgPath);
      if (q !== undefined) {
        found = found.where(({ eb, or }) =>
          or([eb('p.name', 'ilike', containing(q)), eb('p.username', 'ilike', containing(q))]),
        );
      }
      if (role !== undefined) found = found.where('p.roles', '@>', sql<string[]>`${[role]}`);
      if (active !== undefined) found = found.where('p.active', '=', active);
      if (organisation !== undefined) found = found.where('o.code', '=', organisation);
      if (after !== null) found = found.where('p.username', '>', after);
      return found
        .orderBy('p.username')
        .limit(query.limit + 1)
        .execute();
    });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(viewOf),
      next: rows.length > query.limit && last ? encodeCursor([last.username]) : null,
    };
  }

  /**
   * Creates an account without any role; the security administrator grants roles.
   *
   * @throws ProblemError 403 `account.forbidden`, 409 `identity.username-taken`, 422 `identity.organisation-unknown`
   */
  async create(officer: Officer, account: NewAccount): Promise<AccountWithPassword> {
    const { principal } = officer;
    const oneTimePassword = newPassword();
    const hash = await hashPassword(oneTimePassword);
    return this.#change(officer, async (tx) => {
      const code = account.organisation ?? null;
      const place = await tx.db
        .selectFrom('organisation')
        .select('id')
        .where('path', '^@', principal.orgPath)
        .where((eb) => (code === null ? eb('path', '=', principal.orgPath) : eb('code', '=', code)))
        .executeTakeFirst();
      if (place === undefined) {
        const message = `没有代码为“${code ?? ''}”的机构，或者不由您管理。`;
        throw new ProblemError(422, 'identity.organisation-unknown', message);
      }
      const id = newId();
      await sql`select create_account(${principal.id}, ${id}, ${place.id}, ${account.username}, ${account.name}, ${hash},
                                      ${this.clock.now()})`.execute(tx.db);
      const view = await this.#log(tx, officer, 'account.created', id, { username: account.username });
      return { ...view, oneTimePassword };
    });
  }

  /** @throws ProblemError 403 `account.forbidden`, 404, 422 `account.own` */
  rename(officer: Officer, id: string, name: string): Promise<AccountView> {
    return this.#change(officer, async (tx) => {
      await sql`select rename_account(${officer.principal.id}, ${id}, ${name})`.execute(tx.db);
      // With the name: verification distinguishes it from a name that was changed in the database.
      return this.#log(tx, officer, 'account.renamed', id, { name });
    });
  }

  /**
   * Deactivates an account: it cannot log in any more and its sessions end. It is never deleted, because the history
   * refers to it.
   *
   * @throws ProblemError 403 `account.forbidden`, 404, 409 `account.open-tasks`, 422 `account.own`
   */
  deactivate(officer: Officer, id: string): Promise<AccountView> {
    return this.#change(officer, async (tx) => {
      await this.#requireNothingHeld(tx, officer.principal, id);
      await sql`select activate_account(${officer.principal.id}, ${id}, false)`.execute(tx.db);
      return this.#log(tx, officer, 'account.deactivated', id, {});
    });
  }

  /** @throws ProblemError 403 `account.forbidden`, 404, 422 `account.own` */
  activate(officer: Officer, id: string): Promise<AccountView> {
    return this.#change(officer, async (tx) => {
      await sql`select activate_account(${officer.principal.id}, ${id}, true)`.execute(tx.db);
      return this.#log(tx, officer, 'account.activated', id, {});
    });
  }

  /** Sets a password for one login, after which the person must change it. @throws ProblemError as `activate` */
  async resetPassword(officer: Officer, id: string): Promise<AccountWithPassword> {
    const oneTimePassword = newPassword();
    const hash = await hashPassword(oneTimePassword);
    return this.#change(officer, async (tx) => {
      await sql`select reset_password(${officer.principal.id}, ${id}, ${hash})`.execute(tx.db);
      return { ...(await this.#log(tx, officer, 'account.password-reset', id, {})), oneTimePassword };
    });
  }

  /**
   * Sets the roles and qualifications of an account; those that are left out are withdrawn.
   *
   * @throws ProblemError 403 `account.forbidden`, 404, 409 `account.open-tasks` where a withdrawn role still has a
   * task, 422 `account.own`, `identity.roles-exclusive`, `identity.role-unknown`
   */
  async grant(officer: Officer, id: string, { roles, qualifications }: GrantRoles): Promise<AccountView> {
    const { principal } = officer;
    const unknown = roles.find((role) => role === 'system' || !knownRoles.includes(role as Role));
    if (unknown !== undefined) throw new ProblemError(422, 'identity.role-unknown', `没有“${unknown}”这种角色。`);
    refuseMixedRoles(roles);
    return this.#change(officer, async (tx) => {
      const before = await accountOf(tx.db, id);
      const withdrawn = before.roles.filter((role) => !roles.includes(role));
      await this.#requireNothingHeld(tx, principal, id, withdrawn);
      await sql`select grant_roles(${principal.id}, ${id}, ${roles}, ${qualifications})`.execute(tx.db);
      return this.#log(tx, officer, 'account.roles-granted', id, {
        before: { roles: before.roles, qualifications: before.qualifications },
        after: { roles, qualifications },
      });
    });
  }

  /** One transaction for the change and its log entry. Errors of the database become problems with a message. */
  async #change<T>({ principal }: Officer, work: (tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.database.as(principal, work);
    } catch (error) {
      throw refusalOf(error) ?? error;
    } finally {
      // Stand-ins depend on roles and on active accounts, and sessions may have ended. The notification that drops both
      // is for the other processes and may arrive later here.
      this.standIns.dropAll();
      this.sessions.dropAll();
    }
  }

  async #log(
    tx: Transaction,
    { principal, address }: Officer,
    action: AuditAction,
    id: string,
    detail: Record<string, unknown>,
  ): Promise<AccountView> {
    const row = await accountOf(tx.db, id);
    await this.audit.recordIn(tx.client, {
      orgId: row.organisation.id,
      actor: principal,
      action,
      subject: { kind: 'person', id },
      address,
      detail,
    });
    return viewOf(row);
  }

  /** Tasks wait for their holder: they must be transferred first, unless somebody stands in for the holder. */
  async #requireNothingHeld(
    { db }: Transaction,
    principal: Principal,
    id: string,
    roles?: readonly string[],
  ): Promise<void> {
    const today = civilDateOf(this.clock.now());
    const held = await sql<HeldTask>`select role, label, due_on, covered
      from tasks_held(${principal.id}, ${id}, ${today})`.execute(db);
    const open = held.rows.filter(({ role, covered }) => (roles === undefined ? !covered : roles.includes(role)));
    if (open.length === 0) return;
    const named = open
      .slice(0, maxNamed)
      .map(({ label, dueOn }) => (dueOn === null ? label : `${label}（${dueOn}到期）`));
    throw new ProblemError(
      409,
      'account.open-tasks',
      `该账号还有${open.length}项任务未办：${named.join('、')}${open.length > maxNamed ? '等' : ''}。请先由业务人员转办，或登记代理人。`,
    );
  }
}

async function accountOf(db: Db, id: string): Promise<AccountRow> {
  const row = await accounts(db).where('p.id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('该账号');
  return row;
}

function viewOf(row: AccountRow): AccountView {
  return { ...row, createdAt: row.createdAt.toISOString() };
}

/** The refusal of an operation that belongs to another officer. */
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

/** 96 bits, in letters and digits that cannot be confused when read out over the telephone. */
function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  return Array.from(randomBytes(20), (byte) => letters[byte % letters.length]).join('');
}
