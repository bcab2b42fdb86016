import type { DocumentDetail } from '@lawgate/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { keys } from '../api/keys.ts';

export type { DocumentDetail };

/** What is known of each document since it was handed in: who did, in which round, and what its reader should know. */
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
