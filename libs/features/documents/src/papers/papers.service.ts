/** Reads of papers, in a transaction scoped to the person; each reading of a paper's bytes leaves a row. */
import type { Readable } from 'node:stream';
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { CaseId, notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, newId, type Clock, type Transaction } from '@lawgate/database';
import { CaseRuntime } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { DocumentTables } from '../tables.ts';
import type { PaperList, PaperView } from './paper-views.ts';
import { toPdf } from './pdf.ts';

type Tx = Transaction<DocumentTables>;

export interface PaperFile {
  /** With its ending. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Readable | Buffer;
  readonly size: number | null;
  /** SHA-256 of the paper as it was fixed. */
  readonly sha256: string | null;
}

/** What a paper has when it is made. */
const notYet = <V>() => sql<V | null>`null`;

/** Those that are ordered and not made yet. Both conditions are written out: an index repeats them. */
const ordered = ({ db }: Tx, caseId: string) =>
  db
    .selectFrom('outbox as o')
    .select([
      notYet<string>().as('id'),
      sql<string>`o.payload ->> 'paper'`.as('kind'),
      sql<number>`(o.payload ->> 'round')::int`.as('round'),
      sql<number>`(o.payload ->> 'seq')::int`.as('seq'),
      notYet<string>().as('voidReason'),
      notYet<string>().as('title'),
      notYet<string>().as('number'),
      notYet<string>().as('templateKey'),
      notYet<number>().as('templateVersion'),
      notYet<string>().as('mediaType'),
      notYet<number>().as('size'),
      notYet<string>().as('sha256'),
      notYet<string>().as('sm3'),
      notYet<string>().as('signerId'),
      notYet<string>().as('signerName'),
      notYet<Date>().as('madeAt'),
    ])
    .where('o.caseId', '=', caseId)
    .where('o.kind', '=', sql.lit('paper'))
    .where('o.deliveredAt', 'is', null);

/** Papers of a case that were made, and those that are ordered. The union matches columns by position. */
const listed = (tx: Tx, caseId: string) =>
  ordered(tx, caseId)
    .unionAll(
      tx.db
        .selectFrom('paper as p')
        .leftJoin('document_number as n', (join) =>
          join.onRef('n.caseId', '=', 'p.caseId').onRef('n.text', '=', 'p.numberText'),
        )
        .select(['p.id', 'p.kind', 'p.round', 'p.causeSeq as seq', 'n.voidReason'])
        .select(['p.title', 'p.numberText as number', 'p.templateKey', 'p.templateVersion', 'p.mediaType', 'p.size'])
        .select(['p.sha256', 'p.sm3', 'p.signedBy as signerId', 'p.signedByName as signerName', 'p.madeAt'])
        .where('p.caseId', '=', caseId),
    )
    .orderBy('seq')
    .orderBy('kind');

type PaperRow = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>;

@Injectable()
export class PapersService {
  constructor(
    private readonly runtime: CaseRuntime,
    private readonly database: Database<DocumentTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONTENT_STORE) private readonly store: ContentStore,
  ) {}

  /** All papers of a case, in the order of their events. A case has some dozens, so one page holds them. */
  async list(principal: Principal, caseId: string): Promise<PaperList> {
    const id = idOf(caseId, '该案件');
    const { case: loaded } = await this.runtime.read(principal, id);
    const { papers = [] } = this.runtime.definitions.ofCase(loaded.stored);
    const rows = await this.database.as(principal, (tx) => listed(tx, id).execute());
    const label = (kind: string): string => papers.find((spec) => spec.kind === kind)?.title ?? kind;
    return { items: rows.map((row) => viewOf(row, label(row.kind))), next: null };
  }

  /**
   * @throws ProblemError 404 where there is no such paper for this person; 409 `paper.pdf-unavailable`, 503
   *   `paper.pdf-failed`
   */
  async content(principal: Principal, caseId: string, paperId: string, format: 'docx' | 'pdf'): Promise<PaperFile> {
    const [id, paper] = [idOf(caseId, '该文书'), idOf(paperId, '该文书')];
    const row = await this.database.as(principal, ({ db }) =>
      db
        .selectFrom('paper')
        .select(['title', 'size', 'sha256', 'mediaType', 'orgPath'])
        .where('id', '=', paper)
        .where('caseId', '=', id)
        .executeTakeFirst(),
    );
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
    await this.database.as(principal, ({ db }) =>
      db
        .insertInto('paper_reading')
        .values({
          id: newId(),
          orgPath: row.orgPath,
          caseId: id,
          paperId: paper,
          personId: principal.id,
          personName: principal.name,
          format,
          readAt: this.clock.now(),
        })
        .execute(),
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
    voided: row.voidReason !== null,
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
