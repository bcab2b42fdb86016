/** Reads of papers, in a transaction scoped to the person; each reading of a paper's bytes leaves a row. */
import type { Readable } from 'node:stream';
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { CaseId, notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, newId, type Clock } from '@lawgate/database';
import { CaseRuntime } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { PaperList, PaperView } from './paper-views.ts';
import { toPdf } from './pdf.ts';

interface PaperRow {
  readonly id: string | null;
  readonly kind: string;
  readonly title: string | null;
  readonly number: string | null;
  readonly voided: boolean;
  readonly round: number;
  readonly seq: number;
  readonly templateKey: string | null;
  readonly templateVersion: number | null;
  readonly mediaType: string | null;
  readonly size: number | null;
  readonly sha256: string | null;
  readonly sm3: string | null;
  readonly signerId: string | null;
  readonly signerName: string | null;
  readonly madeAt: Date | null;
}

export interface PaperFile {
  /** With its ending. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Readable | Buffer;
  readonly size: number | null;
  /** SHA-256 of the paper as it was fixed. */
  readonly sha256: string | null;
}

/** Papers that are there, and those that are ordered and not made yet: every row of either is one of the case's. */
const listed = `
  select p.id, p.kind, p.title, p.number_text as number, coalesce(n.void_reason is not null, false) as voided, p.round,
         p.cause_seq as seq, p.template_key as "templateKey", p.template_version as "templateVersion",
         p.media_type as "mediaType", p.size::float8 as size, p.sha256, p.sm3, p.signed_by as "signerId",
         p.signed_by_name as "signerName", p.made_at as "madeAt"
    from paper p left join document_number n on n.case_id = p.case_id and n.text = p.number_text
   where p.case_id = $1
  union all
  select null, o.payload ->> 'paper', null, null, false, (o.payload ->> 'round')::int, (o.payload ->> 'seq')::int, null,
         null, null, null, null, null, null, null, null
    from outbox o where o.case_id = $1 and o.kind = 'paper' and o.delivered_at is null
  order by seq, kind`;

@Injectable()
export class PapersService {
  constructor(
    private readonly runtime: CaseRuntime,
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONTENT_STORE) private readonly store: ContentStore,
  ) {}

  /** All papers of a case, in the order of their events. A case has some dozens, so one page holds them. */
  async list(principal: Principal, caseId: string): Promise<PaperList> {
    const id = idOf(caseId, '该案件');
    const { case: loaded } = await this.runtime.read(principal, id);
    const { papers = [] } = this.runtime.definitions.ofCase(loaded.stored);
    const rows = await asViewer(this.pool, principal, (client) => client.query<PaperRow>(listed, [id]));
    const label = (kind: string): string => papers.find((spec) => spec.kind === kind)?.title ?? kind;
    return { items: rows.rows.map((row) => viewOf(row, label(row.kind))), next: null };
  }

  /**
   * @throws ProblemError 404 where there is no such paper for this person; 409 `paper.pdf-unavailable`, 503
   *   `paper.pdf-failed`
   */
  async content(principal: Principal, caseId: string, paperId: string, format: 'docx' | 'pdf'): Promise<PaperFile> {
    const [id, paper] = [idOf(caseId, '该文书'), idOf(paperId, '该文书')];
    const found = await asViewer(this.pool, principal, (client) =>
      client.query<{ title: string; size: number; sha256: string; mediaType: string; orgPath: string }>(
        `select title, size::float8 as size, sha256, media_type as "mediaType", org_path as "orgPath"
           from paper where id = $1 and case_id = $2`,
        [paper, id],
      ),
    );
    const row = found.rows[0];
    if (row === undefined) throw notFound('该文书');
    const bytes = await this.store.read(row.sha256, row.size);
    if (bytes === null) {
      throw new ProblemError(500, 'paper.content-missing', '文书的内容缺失或损坏，请联系系统管理员。');
    }
    const file: PaperFile =
      format === 'pdf'
        ? {
            name: `${fileName(row.title)}.pdf`,
            mediaType: 'application/pdf',
            bytes: await toPdf(await whole(bytes)),
            size: null,
            sha256: null,
          }
        : { name: `${fileName(row.title)}.docx`, mediaType: row.mediaType, bytes, size: row.size, sha256: row.sha256 };
    await asViewer(this.pool, principal, (client) =>
      client.query(
        `insert into paper_reading (id, org_path, case_id, paper_id, person_id, person_name, format, read_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [newId(), row.orgPath, id, paper, principal.id, principal.name, format, this.clock.now()],
      ),
    );
    return file;
  }
}

/** @throws ProblemError 404: an id that is no id names nothing */
export function idOf(text: string, what: string): string {
  const parsed = CaseId.safeParse(text);
  if (!parsed.success) throw notFound(what);
  return parsed.data.toLowerCase();
}

/** A title as a file may be called. */
export function fileName(title: string): string {
  // eslint-disable-next-line no-control-regex
  return title.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').slice(0, 120);
}

async function whole(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function viewOf(row: PaperRow, label: string): PaperView {
  const { templateKey, templateVersion, signerId, signerName } = row;
  return {
    id: row.id,
    status: row.id === null ? 'waiting' : 'made',
    kind: row.kind,
    label,
    title: row.title ?? label,
    number: row.number,
    voided: row.voided,
    round: row.round,
    seq: row.seq,
    template: templateKey === null || templateVersion === null ? null : { key: templateKey, version: templateVersion },
    mediaType: row.mediaType,
    size: row.size,
    sha256: row.sha256,
    sm3: row.sm3,
    signer: signerId === null ? null : { id: signerId, name: signerName ?? '' },
    madeAt: row.madeAt?.toISOString() ?? null,
  };
}
