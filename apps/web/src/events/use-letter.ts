import type { LetterDraft } from '@lawgate/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client.ts';
import { keys } from '../api/keys.ts';

export type Letter = LetterDraft;

/** The opinion letter's text: as assembled from findings and opinions, or as signed. */
export function useLetter(caseId: string): UseQueryResult<Letter> {
  return useQuery({
    queryKey: [...keys.case(caseId), 'letter'],
    queryFn: () => answered(api.GET('/api/cases/{id}/opinion-letter/draft', { params: { path: { id: caseId } } })),
  });
}
