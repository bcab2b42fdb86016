import { notFound, type Principal } from '@lawgate/contracts';
import { eventSpecOf } from '@lawgate/engine';
import { APP_POOL, asViewer, isId } from '@lawgate/database';
import { auditActions, DefinitionRegistry, type AuditAction, type AuditBody } from '@lawgate/cases';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import type { AuditEntryView, AuditPage, AuditQuery, CaseTrail } from './audit-views.ts';

interface EntryRow {
  readonly id: string;
  readonly orgId: string;
  readonly orgName: string;
  readonly at: Date;
  readonly body: string;
  readonly hash: string;
}

interface TrailRow {
  readonly category: string;
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly hash: string;
}

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * One page of the log, newest first.
 *   $1 text path of the auditor's organisation, $2 uuid actor, $3 text action, $4 text outcome, $5 text id of the
 *   subject,
 *   $6 timestamptz from, $7 timestamptz before, $8 timestamptz and $9 uuid the last row of the page before, $10 int
 *   rows;
 *   $2 to $9 may be null
 */
export const auditPageStatement = {
  name: 'audit-page',
  text: `select a.id, a.org_id as "orgId", o.name as "orgName", a.at, a.body, a.hash
  from audit_entry a join organisation o on o.id = a.org_id
 where a.org_path ^@ $1
   and ($2::uuid is null or a.actor_id = $2) and ($3::text is null or a.action = $3)
   and ($4::text is null or a.outcome = $4) and ($5::text is null or a.subject_id = $5)
   and ($6::timestamptz is null or a.at >= $6) and ($7::timestamptz is null or a.at < $7)
   and ($8::timestamptz is null or (a.at, a.id) < ($8, $9::uuid))
 order by a.at desc, a.id desc limit $10`,
};

@Injectable()
export class AuditService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly definitions: DefinitionRegistry,
  ) {}

  /** @throws ProblemError 422 `request.cursor-invalid` */
  async entries(principal: Principal, query: AuditQuery): Promise<AuditPage> {
    const [afterAt, afterId] = query.cursor === undefined ? [null, null] : decodeCursor(query.cursor, Cursor);
    const rows = await asViewer(this.pool, principal, async (client) => {
      const found = await client.query<EntryRow>({
        ...auditPageStatement,
        values: [
          principal.orgPath,
          query.actor ?? null,
          query.action ?? null,
          query.outcome ?? null,
          query.subject ?? null,
          query.from === undefined ? null : `${query.from}T00:00:00+08:00`,
          query.to === undefined ? null : new Date(Date.parse(`${query.to}T00:00:00+08:00`) + 86_400_000),
          afterAt,
          afterId,
          query.limit + 1,
        ],
      });
      return found.rows;
    });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(entryView),
      next: rows.length > query.limit && last ? encodeCursor([last.at.toISOString(), last.id]) : null,
    };
  }

  /**
   * That something happened in a case, when and by whom; neither what was said nor what the case is called.
   *
   * @throws ProblemError 404
   */
  async caseTrail(principal: Principal, caseId: string): Promise<CaseTrail> {
    if (!isId(caseId)) throw notFound('该案件');
    const found = await this.pool.query<TrailRow>({
      name: 'audit-case-history',
      text: 'select category, seq, type, at, actor_id, actor_name, hash from audit_case_history($1, $2)',
      values: [principal.id, caseId],
    });
    if (found.rows.length === 0) throw notFound('该案件');
    return {
      items: found.rows.map(({ category, seq, type, at, actor_id: actorId, actor_name: name, hash }) => ({
        seq,
        type,
        label: this.#label(category, type),
        at: at.toISOString(),
        actor: actorId === null ? null : { id: actorId, name: name ?? '' },
        hash,
      })),
      next: null,
    };
  }

  #label(category: string, type: string): string {
    const label = this.definitions.wordFor(category, (definition) => eventSpecOf(definition, type)?.label);
    return label ?? (type === 'create' ? '新建' : type);
  }
}

/** Shown from what was hashed, not from the columns next to it. */
function entryView({ id, orgId, orgName, body: text, hash }: EntryRow): AuditEntryView {
  const { seq, at, actor, action, subject, outcome, address, detail } = JSON.parse(text) as AuditBody;
  return {
    id,
    organisation: { id: orgId, name: orgName },
    ...{ seq, at, actor, action },
    label: auditActions[action as AuditAction] ?? action,
    ...{ subject: subject ?? null, outcome, address, detail: { ...detail }, hash },
  };
}
