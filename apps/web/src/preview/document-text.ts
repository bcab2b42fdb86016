/** The extracted text of a document, whole. */
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';

/** Milliseconds between looks at a text that is still being read. */
const soon = 2000;
const pageSize = 1000;
/** Maximum paragraphs that are fetched; a contract of 1,000 pages has about 20,000. */
export const maxParagraphs = 30_000;

export interface Paragraph {
  readonly text: string;
  /** Where it is, such as a footnote; absent where the server does not say so. */
  readonly part?: string;
  /** From 1; null where the format has no pages. */
  readonly page: number | null;
  /** True where the text was recognised from a picture (OCR). */
  readonly recognised: boolean;
}

export interface UnreadPart {
  readonly part: string;
  readonly page: number | null;
  readonly reason: string;
}

export interface DocumentText {
  readonly state: 'pending' | 'done' | 'no-text' | 'failed' | 'not-read';
  readonly message: string | null;
  readonly paragraphs: readonly Paragraph[];
  readonly unread: readonly UnreadPart[];
  /** False beyond {@link maxParagraphs}. */
  readonly isWhole: boolean;
}

/** @param isWanted false: nothing is requested, and no access is logged */
export function useDocumentText(caseId: string, documentId: string, isWanted: boolean): UseQueryResult<DocumentText> {
  return useQuery({
    queryKey: ['text', documentId],
    queryFn: () => wholeText(caseId, documentId),
    enabled: isWanted,
    staleTime: Infinity,
    gcTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.state === 'pending' ? soon : false),
  });
}

async function wholeText(caseId: string, documentId: string): Promise<DocumentText> {
  const paragraphs: Paragraph[] = [];
  for (let cursor: string | null = null; ;) {
    const page: TextPage = await answered(
      api.GET('/api/cases/{id}/documents/{documentId}/text', {
        params: {
          path: { id: caseId, documentId },
          query: { limit: pageSize, ...(cursor === null ? {} : { cursor }) },
        },
      }),
    );
    paragraphs.push(...page.items);
    cursor = page.next;
    if (cursor !== null && paragraphs.length < maxParagraphs) continue;
    const { state, message, unread = [] } = page;
    return { state, message, paragraphs, unread, isWhole: cursor === null };
  }
}

interface TextPage {
  readonly state: DocumentText['state'];
  readonly message: string | null;
  readonly items: readonly Paragraph[];
  readonly unread?: readonly UnreadPart[];
  readonly next: string | null;
}
