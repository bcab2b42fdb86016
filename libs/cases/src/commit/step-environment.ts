/** Builds the environment of a step from the case, the person, the calendar and the rule set of the case. Pure. */
import { civilDateOf, receiptDate, viewClock, type Calendar } from '@lawgate/calendar';
import type { Actor, Definition, StepEnvironment, StepOpinion } from '@lawgate/engine';
import { latestClocks, type LoadedCase } from './loaded-case.ts';
import { citationsOf, parametersOf, type RuleSet } from '../definitions/rule-set.ts';

export interface EnvironmentSources {
  readonly definition: Definition;
  readonly ruleSet: RuleSet;
  readonly calendar: Calendar;
  readonly now: Date;
  /** HH:MM, Asia/Shanghai; holds where the definition has none of its own. */
  readonly closingTime: string;
}

export function stepEnvironmentOf(
  { definition, ruleSet, calendar, now, closingTime }: EnvironmentSources,
  loaded: LoadedCase,
  actor: Actor,
  people: Readonly<Record<string, Actor>> = {},
): StepEnvironment {
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
    opinions: loaded.opinions as readonly StepOpinion[],
    people,
  };
}
