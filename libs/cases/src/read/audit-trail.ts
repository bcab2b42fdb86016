/**
 * The audit log (审计日志): actions of people outside of cases, append-only and chained by SM3 for each organisation.
 * Actions in a case are in its history and are not repeated here.
 */
import type pg from 'pg';
import { canonicalJson, chainHash } from './loaded-case.ts';
import { type Clock, newId, inTransaction, typedQueries } from '@lawgate/database';
import { sql } from 'kysely';

/** All audited actions with the labels that an auditor reads. */
export const auditActions = {
  'auth.login': '登录',
  'auth.password-changed': '修改本人密码',
  'account.created': '新建账号',
  'account.renamed': '修改姓名',
  'account.deactivated': '停用账号',
  'account.activated': '启用账号',
  'account.password-reset': '重置密码',
  'account.roles-granted': '授予、收回角色',
  'ruleset.entered': '登记规则版本',
  'version.migration-ordered': '下达流程版本迁移',
  'version.migrated': '迁移在办案件的流程版本',
  'calendar.imported': '导入节假日安排',
  'register.exported': '导出台账',
  'document.downloaded': '下载材料',
  'audit.verified': '核验记录链',
  'job.retried': '重试后台任务',
  'access.refused': '越权访问被拒绝',
} as const;
export type AuditAction = keyof typeof auditActions;

export interface AuditEntry {
  /** The organisation whose log has the entry: the actor's, or the account's where nobody is logged in. */
  readonly orgId: string;
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly action: AuditAction;
  /** The object of the action; never text of a case. */
  readonly subject?: { readonly kind: string; readonly id: string };
  readonly outcome?: 'done' | 'failed' | 'refused';
  /** Network address of the caller. */
  readonly address?: string | undefined;
  /** Ids, codes, roles and dates. Neither text of a case nor a password. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The hashed content of an entry. */
export interface AuditBody extends Required<Pick<AuditEntry, 'action' | 'outcome' | 'detail'>> {
  readonly org: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: AuditEntry['actor'];
  readonly subject: AuditEntry['subject'] | null;
  readonly address: string | null;
}

export class AuditTrail {
  constructor(
    private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  /** Writes one entry in a transaction of its own. */
  record(entry: AuditEntry): Promise<void> {
    return inTransaction(this.pool, (client) => this.recordIn(client, entry));
  }

  /** Writes one entry without waiting; a failure is emitted as a process warning. */
  note(entry: AuditEntry): void {
    this.record(entry).catch((error: unknown) => {
      process.emitWarning(`an audit entry (${entry.action}) was not written: ${String(error)}`);
    });
  }

  /**
   * Writes one entry in the transaction of the recorded action: both are written, or neither. Call it last, because it
   * locks the log.
   */
  async recordIn(client: pg.PoolClient, entry: AuditEntry): Promise<void> {
    const db = typedQueries(client);
    const end = await sql<{ seq: number; lastHash: string }>`select seq, last_hash
      from audit_end(${entry.orgId})`.execute(db);
    const last = end.rows[0];
    if (last === undefined) throw new Error(`no organisation ${entry.orgId} to keep a log for`);
    const body: AuditBody = {
      org: entry.orgId,
      seq: last.seq + 1,
      at: this.clock.now().toISOString(),
      actor: entry.actor === null ? null : { id: entry.actor.id, name: entry.actor.name },
      action: entry.action,
      subject: entry.subject ?? null,
      outcome: entry.outcome ?? 'done',
      address: entry.address ?? null,
      detail: entry.detail ?? {},
    };
    const text = canonicalJson(body);
    const row = JSON.stringify({
      id: newId(),
      org: body.org,
      seq: body.seq,
      at: body.at,
      actor: body.actor?.id ?? null,
      action: body.action,
      subjectKind: body.subject?.kind ?? null,
      subjectId: body.subject?.id ?? null,
      outcome: body.outcome,
      address: body.address,
      body: text,
      prevHash: last.lastHash,
      hash: chainHash(last.lastHash, text),
    });
    await sql`select audit_add(${row})`.execute(db);
  }
}
