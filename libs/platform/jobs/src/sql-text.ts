import { readFileSync } from 'node:fs';

/** The statement in `sql/NAME.sql` of this package; read at load. @throws Error where there is no such file */
export function sqlText(name: string): string {
  return readFileSync(new URL(`../sql/${name}.sql`, import.meta.url), 'utf8');
}
