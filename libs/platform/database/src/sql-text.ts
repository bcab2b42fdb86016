import { readFileSync } from 'node:fs';

/**
 * Reads the statements of a package at load: PATH is `sql/PATH.sql` of the package.
 *
 * @param file `import.meta.url` of a file directly in the package's `src` (built: `dist`)
 * @returns a function that throws an Error where there is no such file
 */
export function sqlTexts(file: string): (path: string) => string {
  return (path) => readFileSync(new URL(`../sql/${path}.sql`, file), 'utf8');
}
