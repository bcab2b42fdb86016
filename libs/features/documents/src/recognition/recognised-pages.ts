/** Which pages of a document are recognised (OCR), and what becomes of its text. Pure. */
import type { RecognisedPage, RecognitionProblem } from '@lawgate/files';
import { pageReasons, type ReadText, type TextPart, type UnreadPart, type UnreadReason } from '../reading/read-text.ts';

type Text = Pick<ReadText, 'parts' | 'unread'>;

/** Media types whose pages can be recognised, with the format. */
export const recognisedTypes = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;
export type RecognisedType = keyof typeof recognisedTypes;

export const isRecognisedType = (mediaType: string): mediaType is RecognisedType => mediaType in recognisedTypes;

/** Numbers of the pages without any text, from 1: the page itself is named, not a picture on it. */
export function pagesToRecognise({ parts, unread }: Text): number[] {
  const known = new Set(parts.flatMap(({ page, recognised }) => (recognised === true ? [page] : [])));
  const pages = unread.flatMap(({ part, page, reason }) =>
    page !== null && part === `第${page}页` && pageReasons.includes(reason) && !known.has(page) ? [page] : [],
  );
  return [...new Set(pages)].sort((a, b) => a - b);
}

const problems: Readonly<Record<RecognitionProblem, UnreadReason>> = {
  limit: 'recognition-limit',
  failed: 'recognition-failed',
};

/**
 * The text with what was recognised, at the place of its page. A page stays in `unread`, with the reason why it has no
 * text, or as it was where its text is only recognised.
 */
export function withRecognised(
  text: Text,
  results: ReadonlyMap<number, RecognisedPage | RecognitionProblem>,
): { parts: TextPart[]; unread: UnreadPart[] } {
  const parts = [...text.parts];
  const reasons = new Map<number, UnreadReason>();
  const unsure: UnreadPart[] = [];
  for (const [page, found] of results) {
    if (typeof found === 'string') reasons.set(page, problems[found]);
    else if (found.paragraphs.length === 0) reasons.set(page, 'not-recognised');
    else {
      const next = parts.findIndex((part) => part.page !== null && part.page > page);
      const part: TextPart = { kind: 'body', page, paragraphs: found.paragraphs, recognised: true };
      parts.splice(next < 0 ? parts.length : next, 0, part);
      if (found.unsure > 0) unsure.push({ part: `第${page}页中的${found.unsure}行文字`, page, reason: 'unsure' });
    }
  }
  const unread = text.unread.map((one): UnreadPart => {
    const reason = one.page !== null && one.part === `第${one.page}页` ? reasons.get(one.page) : undefined;
    return reason === undefined || !pageReasons.includes(one.reason) ? one : { ...one, reason };
  });
  return { parts, unread: [...unread, ...unsure] };
}
