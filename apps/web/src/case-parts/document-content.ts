import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';

/**
 * The bytes of a document. A document never changes, so they are requested once; they are dropped soon after reading.
 */
export function useContent(caseId: string, documentId: string): UseQueryResult<Blob> {
  return useQuery({
    queryKey: ['content', documentId],
    queryFn: () =>
      answered(
        api.GET('/api/cases/{id}/documents/{documentId}/content', {
          // Displayed and not downloaded: the access log distinguishes the two.
          params: { path: { id: caseId, documentId }, query: { inline: '1' } },
          parseAs: 'blob',
        }),
      ) as Promise<unknown> as Promise<Blob>,
    staleTime: Infinity,
    gcTime: 60_000,
  });
}

/** A document as PDF, converted by the server. */
export function usePreview(caseId: string, documentId: string): UseQueryResult<Blob> {
  return useQuery({
    queryKey: ['preview', documentId],
    queryFn: () =>
      answered(
        api.GET('/api/cases/{id}/documents/{documentId}/preview', {
          params: { path: { id: caseId, documentId } },
          parseAs: 'blob',
        }),
      ) as Promise<unknown> as Promise<Blob>,
    staleTime: Infinity,
    gcTime: 60_000,
    // Another attempt would convert the document again.
    retry: false,
  });
}

export function contentAddress(caseId: string, documentId: string): string {
  return `/api/cases/${caseId}/documents/${documentId}/content`;
}

/** A size in bytes as text: 12 KB, 3.4 MB. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
