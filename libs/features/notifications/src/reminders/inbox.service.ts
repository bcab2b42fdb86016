import { notFound, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, type Clock, type Tables } from '@lawgate/database';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { Inject, Injectable } from '@nestjs/common';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Inbox, InboxQuery, NotificationView, ReadAllAnswer } from './notification-views.ts';

const columns = ['id', 'kind', 'text', 'caseId', 'createdAt', 'readAt'] as const;

const InboxCursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** A person's own inbox; row-level security allows no other. */
@Injectable()
export class InboxService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest first. */
  async list(principal: Principal, query: InboxQuery): Promise<Inbox> {
    const { rows, unread } = await this.database.as(principal, async ({ db }) => {
      const own = db.selectFrom('notification').where('personId', '=', principal.id);
      let wanted = own.select(columns).orderBy('createdAt', 'desc').orderBy('id', 'desc');
      if (query.unread !== undefined) wanted = wanted.where('readAt', query.unread === 'true' ? 'is' : 'is not', null);
      if (query.cursor !== undefined) {
        const [createdAt, id] = decodeCursor(query.cursor, InboxCursor);
        wanted = wanted.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('createdAt', 'id'), '<', tuple(new Date(createdAt), id)),
        );
      }
      return {
        rows: await wanted.limit(query.limit + 1).execute(),
        unread: await own
          .where('readAt', 'is', null)
          .select(({ fn }) => fn.countAll<number>().as('unread'))
          .executeTakeFirstOrThrow()
          .then((counted) => counted.unread),
      };
    });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(toView),
      unread,
      next: rows.length > query.limit && last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
    };
  }

  /**
   * Marks one as read. Repeating it changes nothing: the first time stays.
   *
   * @throws ProblemError 404 when it is not in the inbox.
   */
  async read(principal: Principal, id: string): Promise<NotificationView> {
    const row = await this.database.as(principal, ({ db }) =>
      db
        .updateTable('notification')
        .set(({ fn, val }) => ({ readAt: fn.coalesce('readAt', val(this.clock.now())) }))
        .where('id', '=', id)
        .returning(columns)
        .executeTakeFirst(),
    );
    if (row === undefined) throw notFound('该消息');
    return toView(row);
  }

  async readAll(principal: Principal): Promise<ReadAllAnswer> {
    const marked = await this.database.as(principal, ({ db }) =>
      db
        .updateTable('notification')
        .set({ readAt: this.clock.now() })
        .where('personId', '=', principal.id)
        .where('readAt', 'is', null)
        .executeTakeFirst(),
    );
    return { read: Number(marked.numUpdatedRows), unread: 0 };
  }
}

function toView(row: Pick<Selectable<Tables['notification']>, (typeof columns)[number]>): NotificationView {
  return { ...row, createdAt: row.createdAt.toISOString(), readAt: row.readAt?.toISOString() ?? null };
}
