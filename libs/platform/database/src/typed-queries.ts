/** Values that need special treatment in typed queries. */
import { sql, type RawBuilder } from 'kysely';

/** A value of a json column. Without this, PostgreSQL would read an array as a PostgreSQL array. */
export function json<V>(value: V): RawBuilder<V> {
  return sql<V>`${JSON.stringify(value)}::text::json`;
}

/** A LIKE pattern for texts that contain `text`; wildcards in it have no special meaning. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}
