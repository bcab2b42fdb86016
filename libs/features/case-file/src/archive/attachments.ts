/**
 * What belongs to a case and has bytes of its own: the documents that were handed in, in all versions, and the papers
 * that were made.
 */
import type { LoadedCase } from '@lawgate/cases';
import type { Transaction } from '@lawgate/database';
import type { CaseFileTables } from '../tables.ts';

export interface Attachment {
  readonly id: string;
  readonly source: 'documents' | 'papers';
  readonly kind: string;
  /** The name under which it was handed in, or the title of the paper. */
  readonly name: string;
  /** 文号 of a paper. */
  readonly number: string | null;
  /** Of a document; a paper is made once. */
  readonly version: number;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly sm3: string;
  /** Name of the person who handed it in or signed it. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/**
 * Documents in the order in which the history hashes them (by kind and version, as the database sorts them), then the
 * papers as they were made.
 */
export async function attachmentsOf(
  { db }: Transaction<CaseFileTables>,
  { id, documents }: Pick<LoadedCase, 'id' | 'documents'>,
): Promise<Attachment[]> {
  const uploaders = documents.map(({ uploadedBy }) => uploadedBy);
  const people = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where(({ eb, fn, val }) => eb('id', '=', fn.any(val(uploaders))))
    .execute();
  const names = new Map(people.map((person) => [person.id, person.name]));
  const papers = await db
    .selectFrom('paper')
    .select(['id', 'kind', 'title as name', 'numberText as number', 'size', 'mediaType', 'sha256', 'sm3'])
    .select(({ fn, val }) => fn.coalesce('signedByName', val('系统')).as('by'))
    .select('madeAt')
    .where('caseId', '=', id)
    .orderBy('causeSeq')
    .orderBy('madeAt')
    .orderBy('id')
    .execute();
  return [
    ...documents.map(({ uploadedBy, uploadedAt, ...document }): Attachment => ({
      ...document,
      source: 'documents',
      number: null,
      by: names.get(uploadedBy) ?? '',
      at: new Date(uploadedAt).toISOString(),
    })),
    ...papers.map(({ madeAt, ...paper }): Attachment => ({
      ...paper,
      source: 'papers',
      version: 1,
      at: madeAt.toISOString(),
    })),
  ];
}
