/** Queries that several pages use. */
import type { SendEventRequest } from '@lawgate/client';
import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { answered, api, newCommandKey } from './client.ts';
import { keys } from './keys.ts';
import type { CaseView, Definition, DefinitionSummary, Person } from './types.ts';

/** Definitions change only with a new version of the program. */
const forTheSession = { staleTime: Infinity } as const;

export function useDefinitions(): UseQueryResult<DefinitionSummary[]> {
  return useQuery({
    queryKey: keys.definitions,
    queryFn: async () => (await answered(api.GET('/api/definitions'))).items,
    ...forTheSession,
  });
}

/** The newest version of a category, or the given one: an open case uses its own version. */
export function useDefinition(key: string | undefined, version?: number): UseQueryResult<Definition> {
  return useQuery({
    queryKey: keys.definition(key ?? '', version),
    queryFn: () =>
      answered(api.GET('/api/definitions/{key}', { params: { path: { key: key ?? '' }, query: { version } } })),
    enabled: key !== undefined,
    ...forTheSession,
  });
}

/** Whether papers are also available as PDF; that depends on the server's machine. */
export function usePaperFormats(): UseQueryResult<{ pdf: boolean }> {
  return useQuery({
    queryKey: ['papers', 'capabilities'],
    queryFn: () => answered(api.GET('/api/papers/capabilities')),
    ...forTheSession,
  });
}

/** Disabled without an id. */
export function useCase(id: string | undefined): UseQueryResult<CaseView> {
  return useQuery({
    queryKey: keys.case(id ?? ''),
    queryFn: () => answered(api.GET('/api/cases/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
  });
}

export function usePeople(role?: string): UseQueryResult<Person[]> {
  return useQuery({
    queryKey: keys.people({ role }),
    queryFn: async () => (await answered(api.GET('/api/people', { params: { query: role ? { role } : {} } }))).items,
    staleTime: 60_000,
  });
}

export interface Command {
  readonly type: string;
  readonly payload?: unknown;
  /** Soft rules that are overridden on purpose, each with its reason. */
  readonly overrides?: Readonly<Record<string, string>>;
  /** The version that the person saw. Without it the server accepts the event on any version. */
  readonly expectedVersion?: number;
  /** The idempotency key: the same for repeated sendings of one click. */
  readonly key?: string;
}

/** Sends an event to a case. The answer is the new view, which replaces the cached one. */
export function useSendEvent(caseId: string): UseMutationResult<CaseView, Error, Command> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: Command) =>
      answered(
        api.POST('/api/cases/{id}/events', {
          params: { path: { id: caseId }, header: { 'Idempotency-Key': key ?? newCommandKey() } },
          // The form was drawn from the event's schema; the server validates it.
          body: body as SendEventRequest,
        }),
      ),
    onSuccess: (view) => {
      queries.setQueryData(keys.case(caseId), view);
      void queries.invalidateQueries({ queryKey: keys.lists });
    },
    // A refusal by rules is kept with the case.
    onError: () => void queries.invalidateQueries({ queryKey: keys.refusals(caseId) }),
  });
}
