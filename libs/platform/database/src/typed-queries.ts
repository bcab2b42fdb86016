/** Values of typed queries that need a word more than themselves. */
import { sql, type RawBuilder } from 'kysely';

/** A value of a json column. PostgreSQL would take an array for an array of its own. */
export function json<V>(value: V): RawBuilder<V> {
  return sql<V>`${JSON.stringify(value)}::text::json`;
}

/** A pattern of LIKE: whatever contains `text`, in which wildcards are taken as themselves. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}
