import { notFound, type Principal } from '@lawgate/contracts';
import { eventSpecOf } from '@lawgate/engine';
import { Database, isId, typedQueries } from '@lawgate/database';
import { auditActions, DefinitionRegistry, type AuditAction, type AuditBody } from '@lawgate/cases';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { z } from 'zod';
import type { AuditEntryView, AuditPage, AuditQuery, CaseTrail } from './audit-views.ts';
import { sqlText } from '../sql-text.ts';

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
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly hash: string;
}

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** A prepared statement: the optional conditions share one plan, which uses the index of the sort. */
export const auditPageStatement = {
  name: 'audit-page',
  text: sqlText('audit-page'),
};

@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionRegistry,
  ) {}

  /** @throws ProblemError 422 `request.cursor-invalid` */
  async entries(principal: Principal, query: AuditQuery): Promise<AuditPage> {
    const [afterAt, afterId] = query.cursor === undefined ? [null, null] : decodeCursor(query.cursor, Cursor);
    const rows = await this.database.as(principal, async ({ client }) => {
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
   * Events of a case with time and actor; neither payloads nor the title of the case.
   *
   * @throws ProblemError 404
   */
  async caseTrail(principal: Principal, caseId: string): Promise<CaseTrail> {
    if (!isId(caseId)) throw notFound('该案件');
    const found = await sql<TrailRow>`select category, seq, type, at, actor_id, actor_name, hash
      from audit_case_history(${principal.id}, ${caseId})`.execute(typedQueries(this.database.pool));
    if (found.rows.length === 0) throw notFound('该案件');
    return {
      items: found.rows.map(({ category, seq, type, at, actorId, actorName: name, hash }) => ({
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

/** Shows the hashed text, not the columns next to it. */
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
