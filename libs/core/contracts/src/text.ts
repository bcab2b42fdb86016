/** Text from outside: any script, but nothing that PostgreSQL or a reader could not hold. */
import { z } from 'zod';

/** True when a string can be stored and comes back as it went in: no NUL, no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** The path of the first string (or key) in a JSON value that cannot be stored, or null. */
export function unstorablePath(value: unknown, path: readonly string[] = []): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : path.join('.') || '(正文)';
  if (value === null || typeof value !== 'object') return null;
  for (const [key, child] of Object.entries(value)) {
    if (!isStorable(key)) return [...path, '(键名)'].join('.');
    const found = unstorablePath(child, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

export const CaseId = z.uuid();
export const CivilDateText = z.iso.date('日期应写作 2024-02-08 的形式，且须是存在的日期');
