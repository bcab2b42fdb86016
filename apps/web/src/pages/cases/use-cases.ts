/** All cases that the person may see, page by page, with the filters. */
import type { Overview } from '@lawgate/client';
import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Query } from '../../api/types.ts';
import { hasRole, useMe } from '../../session/session.tsx';

/** Filters that figures elsewhere may link to. */
export const caseFilters = [
  'q',
  'category',
  'status',
  'state',
  'stage',
  'late',
  'mine',
  'organisation',
  'from',
  'to',
  'dueFrom',
  'dueBefore',
  'holder',
  'concludedIn',
  'sort',
] as const;
export type CaseFilterName = (typeof caseFilters)[number];
export type CaseFilter = Partial<Record<CaseFilterName, string>>;

const perPage = 50;

export function useCases(filter: CaseFilter) {
  // The URL may contain anything; the server refuses unknown values with a message.
  const query = { ...filter, limit: perPage } as Query<'/api/cases'>;
  const result = useInfiniteQuery({
    queryKey: keys.cases(query),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/cases', {
          params: { query: { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const cases = useMemo(() => result.data?.pages.flatMap(({ items }) => items) ?? [], [result.data]);
  return { query: result, cases };
}

type Towns = Overview['byTown'];

/** The towns below a county; nobody else has any. */
export function useTowns(): UseQueryResult<Towns> {
  const me = useMe();
  return useQuery({
    queryKey: [...keys.lists, 'overview'],
    queryFn: () => answered(api.GET('/api/overview')),
    select: ({ byTown }) => byTown,
    enabled: hasRole(me, 'leader'),
  });
}
