/** Papers that prove an entry of the ledger, in the content store. */
import type { Readable } from 'node:stream';
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { drain, readUploadForm, type UploadRequest } from '@lawgate/http';
import { APP_POOL, asViewer, CLOCK, isId, newId, type Clock } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
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
  /** As PostgreSQL writes it into JSON. */
  readonly at: string;
}

export function attachmentView({ byId, byName, at, ...row }: AttachmentRow): AttachmentView {
  return { ...row, attachedBy: { id: byId, name: byName }, attachedAt: new Date(at).toISOString() };
}

const columns = `id, name, size::float8 as size, sha256, attached_by as "byId", attached_by_name as "byName",
  attached_at::text as at`;

@Injectable()
export class AttachmentsService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
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
        return await asViewer(this.pool, keeper, async (client) => {
          // Anyone who attaches to this entry waits, so that the count holds.
          const own = await client.query(
            `select pg_advisory_xact_lock(hashtextextended($1::text, 12)) from indicator_entry
              where id = $1::uuid and org_path = $2`,
            [entryId, keeper.orgPath],
          );
          if (own.rowCount === 0) throw notFound('该条登记');
          const there = await client.query<AttachmentRow>(
            `select ${columns} from indicator_attachment where entry_id = $1`,
            [entryId],
          );
          const same = there.rows.find((row) => row.sha256 === sha256);
          if (same !== undefined) return attachmentView(same);
          if (there.rows.length >= maxAttachments) {
            throw new ProblemError(
              409,
              'indicator.too-many-attachments',
              `一条登记的附件不超过${maxAttachments}个，请合并后上传。`,
            );
          }
          await content.keep();
          kept = true;
          const made = await client.query<AttachmentRow>(
            `insert into indicator_attachment (id, entry_id, org_path, name, size, sha256, sm3, attached_by,
                                               attached_by_name, attached_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${columns}`,
            [newId(), entryId, keeper.orgPath, name, size, sha256, sm3, keeper.id, keeper.name, this.clock.now()],
          );
          return attachmentView(made.rows[0] as AttachmentRow);
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
    const found = await asViewer(this.pool, viewer, (client) =>
      client.query<AttachmentRow>(`select ${columns} from indicator_attachment where id = $1 and entry_id = $2`, [
        id,
        entryId,
      ]),
    );
    const row = found.rows[0];
    const content = row === undefined ? null : await this.store.read(row.sha256, row.size);
    if (row === undefined || content === null) throw notFound('该附件');
    return { name: row.name, size: row.size, content };
  }
}
