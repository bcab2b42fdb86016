/** What a step is told of the world: made from the case, the person, the calendar and the case's rule set. Pure. */
import { civilDateOf, receiptDate, viewClock, type Calendar } from '@lawgate/calendar';
import type { Principal } from '@lawgate/contracts';
import type { Actor, Definition, Facts, Role } from '@lawgate/engine';
import { latestClocks, type LoadedCase } from './loaded-case.ts';
import { citationsOf, parametersOf, type RuleSet } from './rule-set.ts';

export interface World {
  readonly definition: Definition;
  readonly ruleSet: RuleSet;
  readonly calendar: Calendar;
  readonly now: Date;
  /** HH:MM, Asia/Shanghai. */
  readonly closingTime: string;
}

export function factsOf(
  { definition, ruleSet, calendar, now, closingTime }: World,
  loaded: LoadedCase,
  actor: Actor,
  people: Readonly<Record<string, Actor>> = {},
): Facts {
  const today = civilDateOf(now);
  return {
    at: now.toISOString(),
    today,
    receiptDay: receiptDate(calendar, now, closingTime),
    actor,
    documents: loaded.documents.map(({ id, kind, sha256 }) => ({ id, kind, sha256 })),
    clocks: Object.fromEntries(
      [...latestClocks(loaded.clocks)].map(([key, clock]) => [key, viewClock(calendar, clock.state, today)]),
    ),
    parameters: parametersOf(ruleSet, definition),
    citations: citationsOf(ruleSet, definition),
    people,
  };
}

/** The engine's view of a person; `standsInFor` are the ids of those for whom he stands in on that day. */
export function actorOf(principal: Principal, standsInFor: readonly string[] = []): Actor {
  return {
    id: principal.id,
    name: principal.name,
    roles: principal.roles as readonly Role[],
    qualifications: principal.qualifications,
    ...(standsInFor.length === 0 ? {} : { standsInFor }),
  };
}
