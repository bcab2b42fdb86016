/** The person's queue, page by page as he scrolls, and how much is in it. What is looked for stands in the address. */
import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Answer, Query } from '../../api/types.ts';

export interface QueueFilter {
  readonly category?: string;
  /** Key of the task. */
  readonly key?: string;
  readonly late?: 'true';
  readonly q?: string;
}

const filterKeys = ['category', 'key', 'late', 'q'] as const;

export function useQueueFilter(): [
  QueueFilter,
  (change: Partial<Record<keyof QueueFilter, string | undefined>>) => void,
] {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(
    () =>
      Object.fromEntries(
        filterKeys.flatMap((key) => {
          const value = search.get(key);
          return value === null || value === '' ? [] : [[key, value]];
        }),
      ) as QueueFilter,
    [search],
  );
  const change = useCallback(
    (changes: Partial<Record<keyof QueueFilter, string | undefined>>) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [key, value] of Object.entries(changes)) {
            if (value === undefined || value === '') next.delete(key);
            else next.set(key, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [filter, change];
}

const perPage = 50;

export function useQueue(filter: QueueFilter) {
  const query: Query<'/api/tasks'> = { ...filter, sort: 'due', limit: perPage };
  const result = useInfiniteQuery({
    queryKey: keys.tasks(query),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/tasks', {
          params: { query: { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const tasks = useMemo(() => result.data?.pages.flatMap(({ items }) => items) ?? [], [result.data]);
  return { query: result, tasks };
}

export function useQueueCounts(): UseQueryResult<Answer<'/api/tasks/counts'>> {
  return useQuery({
    queryKey: [...keys.lists, 'task-counts'],
    queryFn: () => answered(api.GET('/api/tasks/counts')),
  });
}
