/** The changed words of a comparison, side by side. Pure. */
import type { Hunk } from './compare-texts.ts';
import type { WordKind } from './words.ts';

export interface Change {
  readonly kind: WordKind;
  readonly from: string | null;
  readonly to: string | null;
}

/** Changes that are listed; a longer list is read in the hunks. */
const maxChanges = 200;

export function changesIn(
  hunks: readonly { readonly spans: readonly Pick<Hunk['spans'][number], 'kind' | 'text' | 'word'>[] }[],
): Change[] {
  const changes: Change[] = [];
  for (const { spans } of hunks) {
    let [from, to]: [(typeof spans)[number][], (typeof spans)[number][]] = [[], []];
    const flush = (): void => {
      const kind = [...from, ...to].find(({ word }) => word !== undefined)?.word as WordKind | undefined;
      const text = (side: typeof from): string | null =>
        side.length === 0 ? null : side.map((span) => span.text).join('');
      if (from.length + to.length > 0) changes.push({ kind: kind ?? 'text', from: text(from), to: text(to) });
      [from, to] = [[], []];
    };
    for (const span of spans) {
      if (span.kind === 'same') flush();
      else (span.kind === 'removed' ? from : to).push(span);
    }
    flush();
  }
  return changes.slice(0, maxChanges);
}
