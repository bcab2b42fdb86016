import { notFound, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, ReadModel, type Clock } from '@lawgate/database';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { NotificationEntity, type NotificationRow } from './notification.entity.ts';
import type { Inbox, InboxQuery, NotificationView, ReadAllAnswer } from './notification-views.ts';

const InboxCursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** A person's own inbox; row-level security shows and takes nobody else's. */
@Injectable()
export class InboxService {
  constructor(
    private readonly reads: ReadModel,
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(principal: Principal, query: InboxQuery): Promise<Inbox> {
    const conditions: FilterQuery<NotificationRow>[] = [{ personId: principal.id }];
    if (query.unread === 'true') conditions.push({ readAt: null });
    if (query.unread === 'false') conditions.push({ readAt: { $ne: null } });
    if (query.cursor !== undefined) {
      const [createdAt, id] = decodeCursor(query.cursor, InboxCursor);
      const at = new Date(createdAt);
      conditions.push({ $or: [{ createdAt: { $lt: at } }, { createdAt: at, id: { $lt: id } }] });
    }
    const reads = this.reads.for(principal);
    const rows = await reads.find(
      NotificationEntity,
      { $and: conditions },
      { orderBy: { createdAt: 'desc', id: 'desc' }, limit: query.limit + 1 },
    );
    const unread = await reads.count(NotificationEntity, { personId: principal.id, readAt: null });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(toView),
      unread,
      next: rows.length > query.limit && last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
    };
  }

  /**
   * Marks one as read; again makes no difference, the first reading stays.
   *
   * @throws ProblemError 404 when the inbox does not hold it.
   */
  async read(principal: Principal, id: string): Promise<NotificationView> {
    const found = await asViewer(this.pool, principal, (client) =>
      client.query<NotificationRow>(
        `update notification set read_at = coalesce(read_at, $2) where id = $1
          returning id, kind, text, case_id as "caseId", created_at as "createdAt", read_at as "readAt"`,
        [id, this.clock.now()],
      ),
    );
    const row = found.rows[0];
    if (row === undefined) throw notFound('该消息');
    return toView(row);
  }

  async readAll(principal: Principal): Promise<ReadAllAnswer> {
    const marked = await asViewer(this.pool, principal, (client) =>
      client.query('update notification set read_at = $2 where person_id = $1 and read_at is null', [
        principal.id,
        this.clock.now(),
      ]),
    );
    return { read: marked.rowCount ?? 0, unread: 0 };
  }
}

function toView(
  row: Pick<NotificationRow, 'id' | 'kind' | 'text' | 'caseId' | 'createdAt' | 'readAt'>,
): NotificationView {
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    caseId: row.caseId ?? null,
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  };
}
