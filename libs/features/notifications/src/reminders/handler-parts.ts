/** Dependencies of the handlers of deliveries. */
import type { CalendarStore, DefinitionRegistry, RuleSets } from '@lawgate/cases';

export interface HandlerParts {
  readonly definitions: DefinitionRegistry;
  readonly calendars: CalendarStore;
  /** The rule sets, which contain the ladder of overdue reminders. */
  readonly ruleSets: RuleSets;
}
