/** What a step is told of the world: made from the case, the person, the calendar and the case's rule set. Pure. */
import { civilDateOf, receiptDate, viewClock, type Calendar } from '@lawgate/calendar';
import type { Actor, Definition, Facts, OpinionFact } from '@lawgate/engine';
import { latestClocks, type LoadedCase } from './loaded-case.ts';
import { citationsOf, parametersOf, type RuleSet } from './rule-set.ts';

export interface World {
  readonly definition: Definition;
  readonly ruleSet: RuleSet;
  readonly calendar: Calendar;
  readonly now: Date;
  /** HH:MM, Asia/Shanghai; holds where the definition has none of its own. */
  readonly closingTime: string;
}

export function factsOf(
  { definition, ruleSet, calendar, now, closingTime }: World,
  loaded: LoadedCase,
  actor: Actor,
  people: Readonly<Record<string, Actor>> = {},
): Facts {
  const today = civilDateOf(now);
  const parameters = parametersOf(ruleSet, definition);
  const closing = definition.closing === undefined ? closingTime : definition.closing(parameters);
  return {
    at: now.toISOString(),
    today,
    receiptDay: receiptDate(calendar, now, closing),
    actor,
    documents: loaded.documents.map(({ id, kind, sha256 }) => ({ id, kind, sha256 })),
    clocks: Object.fromEntries(
      [...latestClocks(loaded.clocks)].map(([key, clock]) => [key, viewClock(calendar, clock.state, today)]),
    ),
    parameters,
    citations: citationsOf(ruleSet, definition),
    opinions: loaded.opinions as readonly OpinionFact[],
    people,
  };
}
