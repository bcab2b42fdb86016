import type { DocumentDetail } from '@lawgate/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { keys } from '../api/keys.ts';

export type { DocumentDetail };

/** Details of each uploaded document: uploader, round, and warnings for its reader. */
export function useDocumentDetails(caseId: string): UseQueryResult<Readonly<Record<string, DocumentDetail>>> {
  return useQuery({
    queryKey: [...keys.case(caseId), 'documents'],
    queryFn: async () => {
      const { items } = await answered(
        api.GET('/api/cases/{id}/documents', { params: { path: { id: caseId }, query: { limit: 1000 } } }),
      );
      return Object.fromEntries(items.map((item) => [item.id, item]));
    },
  });
}
