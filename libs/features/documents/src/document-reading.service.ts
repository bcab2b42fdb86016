/** Reading documents: lists, their text, full-text search, and the access log. */
import { ProblemError, type Principal } from '@lawgate/contracts';
import { CLOCK, containing, Database, type Clock, type StoredPart } from '@lawgate/database';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { z } from 'zod';
import {
  documentsOf,
  logAccess,
  notesOf,
  requireDocument,
  requireReadable,
  textViewOf,
  toDetail,
} from './document-store.ts';
import type {
  AccessList,
  DocumentList,
  DocumentPages,
  DocumentTextView,
  FoundDocuments,
  SearchQuery,
} from './document-views.ts';
import { idOf } from './document.service.ts';
import type { DocumentTables } from './tables.ts';

const DocumentCursor = z.tuple([z.string().max(200), z.string().regex(/^\d{1,9}$/)]);
const LineCursor = z.tuple([z.string().regex(/^\d{1,9}$/)]);
const InstantCursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** Cursors know milliseconds, the database microseconds. */
const accessedAt = sql<Date>`date_trunc('milliseconds', a.at)`;

/** Characters on each side of what was found. */
const around = 90;

@Injectable()
export class DocumentReadingService {
  constructor(
    private readonly database: Database<DocumentTables>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  list(principal: Principal, caseId: string, { cursor, limit }: DocumentPages): Promise<DocumentList> {
    const id = idOf(caseId, '该案件');
    const after = cursor === undefined ? null : decodeCursor(cursor, DocumentCursor);
    return this.database.as(principal, async (tx) => {
      await requireReadable(tx, principal, id);
      const rows = await documentsOf(tx, id, after === null ? null : [after[0], Number(after[1])], limit + 1);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const next = rows.length > limit && last ? encodeCursor([last.kind, String(last.version)]) : null;
      return { items: shown.map(toDetail), next };
    });
  }

  text(
    principal: Principal,
    caseId: string,
    documentId: string,
    { cursor, limit }: DocumentPages,
  ): Promise<DocumentTextView> {
    const from = cursor === undefined ? 0 : Number(decodeCursor(cursor, LineCursor)[0]);
    const [ofCase, id] = [idOf(caseId, '该材料'), idOf(documentId, '该材料')];
    return this.database.as(principal, async (tx) => {
      const row = await requireDocument(tx, principal, ofCase, id);
      if (from === 0) await logAccess(tx, this.clock, principal, row, 'text');
      const found = await tx.db
        .selectFrom('document_text')
        .select(['text', 'parts'])
        .where('documentId', '=', id)
        .executeTakeFirst();
      const paragraphs = linesOfParts(found?.text ?? null, found?.parts ?? []);
      return {
        documentId: id,
        ...textViewOf(row),
        notes: notesOf(row),
        items: paragraphs.slice(from, from + limit).map((line, index) => ({ index: from + index, ...line })),
        next: from + limit < paragraphs.length ? encodeCursor([String(from + limit)]) : null,
      };
    });
  }

  /** Documents that this person may open and whose text contains the words in this order, the newest first. */
  search(principal: Principal, { q, cursor, limit }: SearchQuery): Promise<FoundDocuments> {
    const [before, beforeId] = cursor === undefined ? [null, null] : decodeCursor(cursor, InstantCursor);
    return this.database.as(principal, async ({ db }) => {
      const found = await sql<FoundRow>`select *
        from search_documents(${containing(q)}, ${before}, ${beforeId}, ${limit + 1})`.execute(db);
      const shown = found.rows.slice(0, limit);
      const last = shown.at(-1);
      const ids = shown.map(({ documentId }) => documentId);
      const parts =
        ids.length === 0
          ? []
          : await db
              .selectFrom('document_text')
              .select(['documentId', 'parts'])
              .where('documentId', 'in', ids)
              .execute();
      const partsOf = new Map(parts.map((row) => [row.documentId, row.parts]));
      return {
        items: shown.map(({ caseId, title, category, text, uploadedAt, ...row }) => ({
          ...row,
          case: { id: caseId, title, category },
          uploadedAt: uploadedAt.toISOString(),
          ...excerptOf(text, partsOf.get(row.documentId) ?? [], q),
        })),
        next: found.rows.length > limit && last ? encodeCursor([last.uploadedAt.toISOString(), last.documentId]) : null,
      };
    });
  }

  /** The access log of a case's documents, for those who are responsible for the case, and for the county. */
  accesses(principal: Principal, caseId: string, { cursor, limit }: DocumentPages): Promise<AccessList> {
    const id = idOf(caseId, '该案件');
    const before = cursor === undefined ? null : decodeCursor(cursor, InstantCursor);
    return this.database.as(principal, async (tx) => {
      await requireReadable(tx, principal, id);
      if (principal.scope !== 'organisation') {
        throw new ProblemError(403, 'document.access-log-forbidden', '查阅记录由本单位和上级机关查看。');
      }
      let page = tx.db
        .selectFrom('document_access as a')
        .innerJoin('document as d', 'd.id', 'a.documentId')
        .select([
          'a.id',
          'a.documentId',
          'd.name',
          'd.kind',
          'd.version',
          'a.personId',
          'a.personName',
          'a.what',
          'a.at',
        ])
        .where('a.caseId', '=', id);
      if (before !== null) {
        const [at, beforeId] = before;
        page = page.where(({ eb, or, and, val }) =>
          or([
            eb(accessedAt, '<', val(new Date(at))),
            and([eb(accessedAt, '=', val(new Date(at))), eb('a.id', '<', beforeId)]),
          ]),
        );
      }
      const found = await page
        .orderBy(accessedAt, 'desc')
        .orderBy('a.id', 'desc')
        .limit(limit + 1)
        .execute();
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map(({ personId, personName, at, ...row }) => ({
          ...row,
          person: { id: personId, name: personName },
          at: at.toISOString(),
        })),
        next: found.length > limit && last ? encodeCursor([last.at.toISOString(), last.id]) : null,
      };
    });
  }
}

interface FoundRow {
  readonly documentId: string;
  readonly caseId: string;
  readonly title: string;
  readonly category: string;
  readonly kind: string;
  readonly name: string;
  readonly version: number;
  readonly round: number;
  readonly uploadedAt: Date;
  readonly text: string;
}

interface TextLine {
  readonly text: string;
  readonly page: number | null;
  readonly recognised: boolean;
}

/** The lines of a stored text, each with its page and how it was read. */
function linesOfParts(text: string | null, parts: readonly StoredPart[]): TextLine[] {
  const places = parts.flatMap(({ lines, page, recognised = false }) =>
    Array.from({ length: lines }, () => ({ page, recognised })),
  );
  const none = { page: null, recognised: false };
  return (text?.split('\n') ?? []).map((line, index) => ({ text: line, ...(places[index] ?? none) }));
}

/** PostgreSQL searches without regard to case, so the stored text may differ in case: then the beginning is shown. */
function excerptOf(text: string, parts: readonly StoredPart[], q: string): { excerpt: string; recognised: boolean } {
  const at = Math.max(0, text.toLowerCase().indexOf(q.toLowerCase()));
  const from = Math.max(0, text.lastIndexOf('\n', at) + 1, at - around);
  const end = text.indexOf('\n', at + q.length);
  const until = Math.min(end < 0 ? text.length : end, at + q.length + around);
  const excerpt = text.slice(from, until).toWellFormed();
  const first = text.slice(0, from).split('\n').length - 1;
  const lines = linesOfParts(text, parts).slice(first, first + excerpt.split('\n').length);
  return { excerpt, recognised: lines.some(({ recognised }) => recognised) };
}
