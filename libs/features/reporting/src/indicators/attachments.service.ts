/** Papers that prove an entry of the ledger, in the content store. */
import type { Readable } from 'node:stream';
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { drain, readUploadForm, type UploadRequest } from '@lawgate/http';
import { CLOCK, Database, isId, newId, type Clock } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { ReportingTables } from '../tables.ts';
import type { AttachmentView } from './indicator-views.ts';
import { requireWholeOrganisation } from './ledger-access.ts';

/** Files of one entry. */
const maxAttachments = 20;
/** Bytes of one file. */
const maxBytes = 20 * 1024 * 1024;

export interface AttachmentRow {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly byId: string;
  readonly byName: string;
  /** A text where PostgreSQL wrote it into JSON. */
  readonly at: Date | string;
}

export function attachmentView({ byId, byName, at, ...row }: AttachmentRow): AttachmentView {
  return { ...row, attachedBy: { id: byId, name: byName }, attachedAt: new Date(at).toISOString() };
}

const columns = [
  'id',
  'name',
  'size',
  'sha256',
  'attachedBy as byId',
  'attachedByName as byName',
  'attachedAt as at',
] as const;

@Injectable()
export class AttachmentsService {
  constructor(
    private readonly database: Database<ReportingTables>,
    @Inject(CONTENT_STORE) private readonly store: ContentStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Attaches a file; the same bytes again are the attachment that is there.
   *
   * @throws ProblemError 404, 409 `indicator.too-many-attachments`, 413
   *   `indicator.attachment-too-large`, and those of an upload
   */
  async attach(keeper: Principal, entryId: string, request: UploadRequest): Promise<AttachmentView> {
    try {
      if (!isId(entryId)) throw notFound('该条登记');
      const { name, content } = await readUploadForm(request, this.store);
      let kept = false;
      try {
        if (content.size > maxBytes) {
          throw new ProblemError(413, 'indicator.attachment-too-large', '附件不应超过20MB，请压缩后上传。');
        }
        const { size, sha256, sm3 } = content;
        return await this.database.as(keeper, async ({ db }) => {
          // Anyone who attaches to this entry waits, so that the count holds.
          const own = await db
            .selectFrom('indicator_entry')
            .select(sql`pg_advisory_xact_lock(hashtextextended(${entryId}, 12))`.as('locked'))
            .where('id', '=', entryId)
            .where('orgPath', '=', keeper.orgPath)
            .executeTakeFirst();
          if (own === undefined) throw notFound('该条登记');
          const there = await db
            .selectFrom('indicator_attachment')
            .select(columns)
            .where('entryId', '=', entryId)
            .execute();
          const same = there.find((row) => row.sha256 === sha256);
          if (same !== undefined) return attachmentView(same);
          if (there.length >= maxAttachments) {
            throw new ProblemError(
              409,
              'indicator.too-many-attachments',
              `一条登记的附件不超过${maxAttachments}个，请合并后上传。`,
            );
          }
          await content.keep();
          kept = true;
          const made = await db
            .insertInto('indicator_attachment')
            .values({
              ...{ id: newId(), entryId, orgPath: keeper.orgPath, name, size, sha256, sm3 },
              attachedBy: keeper.id,
              attachedByName: keeper.name,
              attachedAt: this.clock.now(),
            })
            .returning(columns)
            .executeTakeFirstOrThrow();
          return attachmentView(made);
        });
      } finally {
        if (!kept) await content.discard();
      }
    } catch (error) {
      await drain(request.raw);
      throw error;
    }
  }

  /** @throws ProblemError 403 `indicator.forbidden`, 404 also where the content is gone */
  async content(
    viewer: Principal,
    entryId: string,
    id: string,
  ): Promise<{ readonly name: string; readonly size: number; readonly content: Readable }> {
    requireWholeOrganisation(viewer);
    if (!isId(entryId) || !isId(id)) throw notFound('该附件');
    const row = await this.database.as(viewer, ({ db }) =>
      db
        .selectFrom('indicator_attachment')
        .select(['name', 'size', 'sha256'])
        .where('id', '=', id)
        .where('entryId', '=', entryId)
        .executeTakeFirst(),
    );
    const content = row === undefined ? null : await this.store.read(row.sha256, row.size);
    if (row === undefined || content === null) throw notFound('该附件');
    return { name: row.name, size: row.size, content };
  }
}
