/**
 * What belongs to a case and has bytes of its own: the documents that were handed in, in all versions, and the papers
 * that were made.
 */
import type { LoadedCase } from '@lawgate/cases';
import type pg from 'pg';

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
  client: pg.PoolClient,
  { id, documents }: Pick<LoadedCase, 'id' | 'documents'>,
): Promise<Attachment[]> {
  const people = await client.query<{ id: string; name: string }>(
    'select id, name from person where id = any($1::uuid[])',
    [documents.map(({ uploadedBy }) => uploadedBy)],
  );
  const names = new Map(people.rows.map((person) => [person.id, person.name]));
  const papers = await client.query<Omit<Attachment, 'source' | 'at' | 'version'> & { madeAt: Date }>(
    `select id, kind, title as name, number_text as number, size::float8 as size, media_type as "mediaType", sha256, sm3,
            coalesce(signed_by_name, '系统') as by, made_at as "madeAt"
       from paper where case_id = $1 order by cause_seq, made_at, id`,
    [id],
  );
  return [
    ...documents.map(({ uploadedBy, uploadedAt, ...document }): Attachment => ({
      ...document,
      source: 'documents',
      number: null,
      by: names.get(uploadedBy) ?? '',
      at: new Date(uploadedAt).toISOString(),
    })),
    ...papers.rows.map(({ madeAt, ...paper }): Attachment => ({
      ...paper,
      source: 'papers',
      version: 1,
      at: madeAt.toISOString(),
    })),
  ];
}
