/** What a person may do with a case now, and which rules block it: the list behind the page's buttons. */
import { candidatesFor, failingRules, possibleEventTypes } from './candidates.ts';
import type { Definition } from './definition.ts';
import type { MachineEvent } from './rule.ts';
import { restore } from './snapshot.ts';
import { mayAnswer, taskCompletedBy } from './task-holder.ts';
import type { StepEnvironment, RuleRefusal, StoredCase } from './vocabulary.ts';

export interface PossibleEvent {
  readonly type: string;
  readonly label: string;
  readonly allowed: boolean;
  readonly refusals: readonly RuleRefusal[];
}

/**
 * Events of this person's roles that the present state knows, each with the rules that forbid it before a payload is
 * there.
 */
export function possibleEvents(definition: Definition, stored: StoredCase, env: StepEnvironment): PossibleEvent[] {
  if (stored.status === 'done' || stored.recused.includes(env.actor.id)) return [];
  const snapshot = restore(definition, stored);
  return possibleEventTypes(definition, snapshot).flatMap((type) => {
    const spec = definition.events[type];
    if (spec === undefined || !spec.by.some((role) => env.actor.roles.includes(role))) return [];
    const event: MachineEvent = {
      type,
      payload: {},
      env,
      seat: null,
      recused: stored.recused,
      overrides: {},
    };
    const refusals = [
      ...holderRefusal(definition, stored, type, env),
      ...(failingRules(candidatesFor(snapshot, type), snapshot.context, event, true)?.refusals ?? []),
    ];
    return [{ type, label: spec.label, allowed: refusals.length === 0, refusals }];
  });
}

function holderRefusal(definition: Definition, stored: StoredCase, type: string, env: StepEnvironment): RuleRefusal[] {
  // Everybody may declare a conflict of interest, whether or not they hold the task.
  if (definition.events[type]?.operation === 'recuse') return [];
  const concerned = taskCompletedBy(definition, stored, type, env);
  if (concerned === null || mayAnswer(concerned.entry.set, env)) return [];
  return [
    {
      rule: 'task.not-holder',
      message: `“${concerned.task.label}”不在您名下，或您已经办理。`,
      citation: null,
      overridable: false,
    },
  ];
}
