import { readFileSync } from 'node:fs';

/** The statement in `sql/PATH.sql` of this package; read at load. @throws Error where there is no such file */
export function sqlText(path: string): string {
  return readFileSync(new URL(`../sql/${path}.sql`, import.meta.url), 'utf8');
}
