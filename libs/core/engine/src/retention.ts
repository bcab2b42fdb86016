/** How long the file of a case is kept (保管期限). */
import type { Definition } from './definition.ts';

/**
 * Key of the parameter for the number of years for which the file of a case is kept, counted from the year after that
 * in which it was archived; 0 is for ever (永久). Optional in a definition.
 */
export const retentionKey = 'archive.retention';

/** @returns years, 0 for ever, or null where the category declares none */
export function retentionOf(
  { parameters }: Pick<Definition, 'parameters'>,
  given: Readonly<Record<string, number>>,
): number | null {
  return given[retentionKey] ?? parameters[retentionKey]?.value ?? null;
}

/** The label for the cover and for lists. */
export function retentionLabel(years: number | null): string {
  if (years === null) return '未规定';
  return years === 0 ? '永久' : `${years}年`;
}

/** The first day on which a file may be disposed of (鉴定销毁); null for one that is kept for ever. */
export function disposableOn(archivedOn: string, retention: number | null): string | null {
  if (retention === null || retention === 0) return null;
  return `${Number(archivedOn.slice(0, 4)) + 1 + retention}-01-01`;
}
