/**
 * Keys of cached answers of the server. Everything that a step of a case can change has a key that begins with `lists`
 * or with the case.
 */
export const keys = {
  me: ['me'] as const,
  definitions: ['definitions'] as const,
  definition: (key: string, version?: number) => ['definitions', key, version ?? 'newest'] as const,
  /** A case and everything below it: `keys.case(id)` is a prefix of the keys of documents, papers and comparisons. */
  case: (id: string) => ['case', id] as const,
  verification: (id: string) => ['case', id, 'verification'] as const,
  /** Events of a case that rules refused. */
  refusals: (id: string) => ['case', id, 'refusals'] as const,
  lists: ['lists'] as const,
  tasks: (query: object) => ['lists', 'tasks', query] as const,
  cases: (query: object) => ['lists', 'cases', query] as const,
  notifications: ['notifications'] as const,
  people: (query: object) => ['people', query] as const,
  reports: ['reports'] as const,
  numbers: ['numbers'] as const,
};
