/** The JavaScript that a browser loads for a page, from the manifest of the build. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const dist = path.resolve(import.meta.dirname, '..', 'apps', 'web', 'dist');

/**
 * @param page the page's module as the router imports it, from `apps/web`
 * @returns bytes of JavaScript as sent (brotli): the entry, the page, and everything that they import
 */
export function firstLoad(page: string): number {
  const manifest = JSON.parse(readFileSync(path.join(dist, '.vite', 'manifest.json'), 'utf8')) as Record<string, Chunk>;
  const files = new Set<string>();
  const take = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(take);
  };
  take('index.html');
  take(page);
  return [...files].reduce((sum, file) => sum + sentBytes(path.join(dist, file)), 0);
}

/** The scripts of the build, as paths. */
export function scripts(): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => path.join(dist, name));
}

/** A small file has no compressed copy. */
function sentBytes(file: string): number {
  return (statSync(`${file}.br`, { throwIfNoEntry: false }) ?? statSync(file)).size;
}
