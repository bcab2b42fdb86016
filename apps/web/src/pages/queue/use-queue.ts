/** The person's queue, page by page while scrolling, with its counts. */
import type { TaskCounts } from '@lawgate/client';
import { keepPreviousData, useInfiniteQuery, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Query } from '../../api/types.ts';

/** The filters; `key` is the key of the task. */
export const queueFilters = ['category', 'key', 'late', 'q'] as const;
export type QueueFilter = Partial<Record<(typeof queueFilters)[number], string>>;

const perPage = 50;

export function useQueue(filter: QueueFilter) {
  const query = { ...filter, sort: 'due', limit: perPage } as Query<'/api/tasks'>;
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

export function useQueueCounts(): UseQueryResult<TaskCounts> {
  return useQuery({
    queryKey: [...keys.lists, 'task-counts'],
    queryFn: () => answered(api.GET('/api/tasks/counts')),
  });
}
