/** The worker's part of recognition (OCR): finds the pages without text, has them recognised, and keeps the result. */
import { buffer } from 'node:stream/consumers';
import { json, type Clock, type Database } from '@lawgate/database';
import type { ContentStore, RecognisedPage, RecognitionProblem, TextRecogniser } from '@lawgate/files';
import { addJob } from '@lawgate/jobs';
import { sql } from 'kysely';
import { fromStored, toStored, type StoredText } from '../reading/stored-text.ts';
import { sqlText } from '../sql-text.ts';
import type { DocumentTables } from '../tables.ts';
import { isRecognisedType, pagesToRecognise, recognisedTypes, withRecognised } from './recognised-pages.ts';

export const recogniseKind = 'document.recognition';

const due = sqlText('recognition-due');

interface DueRow {
  readonly documentId: string;
  readonly orgId: string;
  readonly orgPath: string;
}

export class DocumentRecogniser {
  constructor(
    private readonly database: Database<DocumentTables>,
    private readonly store: ContentStore,
    private readonly clock: Clock,
    private readonly recogniser: TextRecogniser,
  ) {}

  /**
   * Adds jobs for pictures that were never read and for documents with pages without text, the newest first: those
   * uploaded before recognition was on, too.
   *
   * @param max of each
   */
  async queue(max: number): Promise<void> {
    await this.database.asWorker(async ({ db, client }) => {
      await sql`select queue_pictures(${max})`.execute(db);
      const { rows } = await client.query<DueRow>(due, [max]);
      for (const { documentId, ...organisation } of rows) {
        await addJob(client, { kind: recogniseKind, key: documentId, organisation });
      }
    });
  }

  /** @throws Error where another attempt may succeed; the signal's reason when it was aborted */
  async recognise(documentId: string, signal: AbortSignal): Promise<void> {
    const row = await this.#row(documentId);
    if (row === undefined || !isRecognisedType(row.mediaType)) return;
    const pages = pagesToRecognise(fromStored(row));
    if (pages.length === 0 || row.scan === 'infected') return;
    const content = await this.store.read(row.sha256, row.size);
    const failed = (): Map<number, RecognitionProblem> => new Map(pages.map((page) => [page, 'failed']));
    const format = recognisedTypes[row.mediaType];
    const results =
      content === null
        ? failed()
        : await this.recogniser.recognise({ format, bytes: await buffer(content), pages, signal });
    await this.#keep(documentId, row, results);
  }

  /** Names the pages as not recognised. */
  async giveUp(documentId: string): Promise<void> {
    const row = await this.#row(documentId);
    if (row === undefined || !isRecognisedType(row.mediaType)) return;
    await this.#keep(documentId, row, new Map(pagesToRecognise(fromStored(row)).map((page) => [page, 'failed'])));
  }

  /** Whether a document of the comparison still has to be recognised; adds the jobs. */
  async isAwaited(comparisonId: string): Promise<boolean> {
    const pair = await this.#db
      .selectFrom('comparison')
      .select(['leftId', 'rightId'])
      .where('id', '=', comparisonId)
      .executeTakeFirst();
    let isAwaited = false;
    for (const id of pair === undefined ? [] : [pair.leftId, pair.rightId]) {
      const row = await this.#row(id);
      if (row === undefined || !isRecognisedType(row.mediaType) || row.scan === 'infected') continue;
      if (pagesToRecognise(fromStored(row)).length === 0) continue;
      isAwaited = true;
      const organisation = { orgId: row.orgId, orgPath: row.orgPath };
      await this.database.asWorker(({ client }) => addJob(client, { kind: recogniseKind, key: id, organisation }));
    }
    return isAwaited;
  }

  /** A document that was read, with what it was read by. */
  #row(documentId: string) {
    return this.#db
      .selectFrom('document_text as t')
      .innerJoin('document as d', 'd.id', 't.documentId')
      .innerJoin('review_case as c', 'c.id', 't.caseId')
      .select(['d.sha256', 'd.size', 'd.mediaType', 'd.scan', 'c.orgId', 'c.orgPath'])
      .select(['t.text', 't.parts', 't.unread', 't.reader'])
      .where('t.documentId', '=', documentId)
      .where('t.state', 'in', ['done', 'no-text'])
      .executeTakeFirst();
  }

  async #keep(
    documentId: string,
    row: StoredText & { readonly reader: number },
    results: ReadonlyMap<number, RecognisedPage | RecognitionProblem>,
  ): Promise<void> {
    const { text, parts, unread } = toStored(withRecognised(fromStored(row), results));
    await this.#db
      .updateTable('document_text')
      .set({
        state: text === null ? 'no-text' : 'done',
        characters: [...(text ?? '').replace(/\s/gu, '')].length,
        text,
        parts: json(parts),
        unread: json(unread),
        readAt: this.clock.now(),
      })
      .where('documentId', '=', documentId)
      // It may have been read again meanwhile: then its pages are due again.
      .where('reader', '=', row.reader)
      .where('state', 'in', ['done', 'no-text'])
      .where(
        sql<boolean>`parts = ${JSON.stringify(row.parts)}::jsonb and unread = ${JSON.stringify(row.unread)}::jsonb`,
      )
      .execute();
  }

  get #db() {
    return this.database.workerQueries;
  }
}
