/** The counts of the workbench. A list is counted from its first page; a longer one is shown as "or more". */
import type { Overview, StandInList, TaskCounts } from '@lawgate/client';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { CaseSummary, Query, QueueTask } from '../../api/types.ts';

const countedTo = 100;

export interface Counted {
  readonly cases: readonly CaseSummary[];
  /** Such as 12, or 100+ where there are more than were requested. */
  readonly count: string;
}

export function useCounted(query: Query<'/api/cases'>): UseQueryResult<Counted> {
  const asked = { ...query, limit: countedTo };
  return useQuery({
    queryKey: [...keys.cases(asked), 'counted'],
    queryFn: () => answered(api.GET('/api/cases', { params: { query: asked } })),
    select: ({ items, next }) => ({ cases: items, count: next === null ? String(items.length) : `${countedTo}+` }),
  });
}

export function useFirstTasks(): UseQueryResult<QueueTask[]> {
  const query: Query<'/api/tasks'> = { sort: 'due', limit: 6 };
  return useQuery({
    queryKey: [...keys.tasks(query), 'first'],
    queryFn: async () => (await answered(api.GET('/api/tasks', { params: { query } }))).items,
  });
}

export function useTaskCounts(): UseQueryResult<TaskCounts> {
  return useQuery({
    queryKey: [...keys.lists, 'task-counts'],
    queryFn: () => answered(api.GET('/api/tasks/counts')),
  });
}

export function useOverview(enabled: boolean): UseQueryResult<Overview> {
  return useQuery({
    queryKey: [...keys.lists, 'overview'],
    queryFn: () => answered(api.GET('/api/overview')),
    enabled,
  });
}

export function useStandIns(): UseQueryResult<StandInList['items']> {
  return useQuery({
    queryKey: ['standins'],
    queryFn: async () => (await answered(api.GET('/api/standins'))).items,
  });
}

/** Kinds of the ledger that have no entry in a past quarter. */
export function useMissingQuarters(
  year: number,
  enabled: boolean,
): UseQueryResult<{ label: string; quarters: number[] }[]> {
  return useQuery({
    queryKey: [...keys.reports, 'indicators', year],
    queryFn: () => answered(api.GET('/api/indicators', { params: { query: { year: String(year) } } })),
    select: ({ items }) =>
      items
        .filter(({ missingQuarters }) => missingQuarters.length > 0)
        .map(({ label, missingQuarters }) => ({ label, quarters: missingQuarters })),
    enabled,
  });
}
