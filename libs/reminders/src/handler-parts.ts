/** What the handlers of deliveries are made of. */
import type { CalendarStore, DefinitionRegistry, RuntimeSettings } from '@lawgate/runtime';

export interface HandlerParts {
  readonly definitions: DefinitionRegistry;
  readonly calendars: CalendarStore;
  /** Where `reminders` says whom an overdue task is told to, and when. */
  readonly settings?: Pick<RuntimeSettings, 'reminders'>;
}
