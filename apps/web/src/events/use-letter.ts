import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { keys } from '../api/keys.ts';
import type { Answer } from '../api/types.ts';

export type Letter = Answer<'/api/cases/{id}/opinion-letter/draft'>;

/** The opinion letter's text: put together from findings and opinions, or as it was signed. */
export function useLetter(caseId: string): UseQueryResult<Letter> {
  return useQuery({
    queryKey: [...keys.case(caseId), 'letter'],
    queryFn: () => answered(api.GET('/api/cases/{id}/opinion-letter/draft', { params: { path: { id: caseId } } })),
  });
}
