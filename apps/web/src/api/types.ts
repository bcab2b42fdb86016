/** Names that the pages use for answers of the interface, where they differ from those of its OpenAPI document. */
import type { paths } from '@lawgate/client';

export type {
  AnnualReport,
  Case as CaseView,
  CaseSummary,
  Clock as CaseClock,
  Definition,
  DefinitionSummary,
  Document as CaseDocument,
  HistoryEntry as CaseHistory,
  Me,
  Notification,
  Opinion as CaseOpinion,
  Person,
  PossibleEvent as CaseEvent,
  QueueTask,
  Task as CaseTask,
} from '@lawgate/client';

/** The query parameters of a list. */
export type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;
