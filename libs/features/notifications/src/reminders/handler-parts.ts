/** What the handlers of deliveries are made of. */
import type { CalendarStore, DefinitionRegistry, RuleSets } from '@lawgate/cases';

export interface HandlerParts {
  readonly definitions: DefinitionRegistry;
  readonly calendars: CalendarStore;
  /** Say whom an overdue task or clock is reported to, and when. */
  readonly ruleSets: RuleSets;
}
