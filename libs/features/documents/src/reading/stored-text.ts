/** What was read of a document as it is stored: one text, and its parts by the number of their lines. Pure. */
import type { StoredPart, StoredUnread } from '@lawgate/database';
import type { PartKind, ReadText, TextPart, UnreadPart, UnreadReason } from './read-text.ts';

export interface StoredText {
  /** Null where there is none. */
  readonly text: string | null;
  readonly parts: StoredPart[];
  readonly unread: StoredUnread[];
}

/** A line break within a paragraph becomes a space: the lines of the text are its paragraphs. */
export function toStored({ parts, unread }: Pick<ReadText, 'parts' | 'unread'>): StoredText {
  const lines: string[] = [];
  const stored = parts.map(({ kind, page, paragraphs, recognised }): StoredPart => {
    // PostgreSQL cannot store NUL in a text, and it has no meaning here.
    const own = paragraphs.map((text) =>
      text
        .replaceAll('\0', '')
        .replace(/[\r\n]+/gu, ' ')
        .toWellFormed(),
    );
    lines.push(...own);
    return { kind, page, lines: own.length, ...(recognised === true ? { recognised } : {}) };
  });
  const text = lines.join('\n');
  return { text: text === '' ? null : text, parts: stored, unread: unread.map((part) => ({ ...part })) };
}

/** A text that an older reader stored has no parts: all of it is the body. */
export function fromStored({ text, parts, unread }: StoredText): Pick<ReadText, 'parts' | 'unread'> {
  const lines = text === null ? [] : text.split('\n');
  const known = parts.length > 0 ? parts : [{ kind: 'body', page: null, lines: lines.length }];
  let from = 0;
  const found = known.map((part): TextPart => {
    const paragraphs = lines.slice(from, from + part.lines);
    from += part.lines;
    return {
      kind: part.kind as PartKind,
      page: part.page,
      paragraphs,
      ...(part.recognised === true ? { recognised: true } : {}),
    };
  });
  return {
    parts: found.filter(({ paragraphs }) => paragraphs.length > 0),
    unread: unread.map(({ part, page, reason }): UnreadPart => ({ part, page, reason: reason as UnreadReason })),
  };
}
