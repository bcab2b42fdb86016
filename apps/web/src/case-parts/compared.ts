/** Two texts beside each other: by paragraph, then by character within a changed one. Pure. */
import { diffArrays, diffChars } from 'diff';

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface Line {
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  readonly pieces: readonly Piece[];
}

/** Characters of a changed paragraph that are compared one by one; longer ones are shown as removed and added. */
const most = 4000;
/** Milliseconds; two books would keep the page busy for minutes. */
const patience = 3000;

/** @returns null when the texts are too long to be compared in a page */
export function compared(before: readonly string[], after: readonly string[]): Line[] | null {
  const parts = diffArrays([...before], [...after], { timeout: patience });
  if (parts === undefined) return null;
  const lines: Line[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    const following = parts[index + 1];
    if (part === undefined) continue;
    if (part.removed && following?.added) {
      lines.push(...paired(part.value, following.value));
      index += 1;
    } else {
      const kind = part.added ? 'added' : part.removed ? 'removed' : 'same';
      lines.push(...part.value.map((text) => ({ kind, pieces: [{ kind, text }] }) as const));
    }
  }
  return lines;
}

/** Paragraphs that took the place of others, the first for the first. */
function paired(before: readonly string[], after: readonly string[]): Line[] {
  const count = Math.max(before.length, after.length);
  return Array.from({ length: count }, (_, index) => {
    const [was, is] = [before[index], after[index]];
    if (was === undefined) return { kind: 'added', pieces: [{ kind: 'added', text: is ?? '' }] };
    if (is === undefined) return { kind: 'removed', pieces: [{ kind: 'removed', text: was }] };
    return { kind: 'changed', pieces: piecesOf(was, is) };
  });
}

function piecesOf(was: string, is: string): Piece[] {
  const changes = was.length + is.length > most ? undefined : diffChars(was, is, { timeout: patience });
  if (changes === undefined) {
    return [
      { kind: 'removed', text: was },
      { kind: 'added', text: is },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
