/** What belongs to a case and has bytes of its own: the documents that were handed in, in all versions. */
import type { LoadedCase } from '@lawgate/runtime';
import type pg from 'pg';

export interface Attachment {
  readonly id: string;
  /** Folder in the pack. */
  readonly folder: 'documents' | 'papers';
  readonly kind: string;
  /** The name under which it was handed in. */
  readonly name: string;
  readonly version: number;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly sm3: string;
  /** Name of whoever handed it in. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** @returns in the order in which the history hashes the documents: by kind and version, as the database sorts them */
export async function attachmentsOf(client: pg.PoolClient, loaded: LoadedCase): Promise<Attachment[]> {
  const people = await client.query<{ id: string; name: string }>(
    'select id, name from person where id = any($1::uuid[])',
    [loaded.documents.map(({ uploadedBy }) => uploadedBy)],
  );
  const names = new Map(people.rows.map(({ id, name }) => [id, name]));
  return loaded.documents.map(({ uploadedBy, uploadedAt, ...document }) => ({
    ...document,
    folder: 'documents',
    by: names.get(uploadedBy) ?? '',
    at: new Date(uploadedAt).toISOString(),
  }));
}
