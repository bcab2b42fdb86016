/**
 * The step: definition + stored case + event + environment -> next case and effects, or a refusal. Pure.
 */
import { initialTransition, type AnyMachineSnapshot } from 'xstate';
import { candidatesFor, failingRules, possibleEventLabels, takenBy } from './candidates.ts';
import type { CaseInput, Definition, EventSpec } from './definition.ts';
import { collectEffects } from './effects.ts';
import { transitionOf } from './machine-transition.ts';
import {
  badPayload,
  conditionsNotMet,
  notPossible,
  personTurnedAway,
  ruleRefused,
  unknownEvent,
  wrongRole,
} from './refusals.ts';
import { isOverridden, type MachineEvent } from './rule.ts';
import { dehydrate, restore } from './snapshot.ts';
import { stageOf } from './stage.ts';
import { eventSpecOf, isTaskEvent, taskEventTypes } from './task-events.ts';
import { operateOnTask, type TaskMove } from './task-move.ts';
import type { CaseEvent, Effect, StepEnvironment, Refusal, StepResult, StoredCase } from './vocabulary.ts';

/** A case before its first event. */
export function begin(
  definition: Definition,
  input: CaseInput,
  env: StepEnvironment,
  rulesetVersion: number,
): { next: StoredCase; effects: readonly Effect[] } {
  const [snapshot, actions] = initialTransition(definition.machine, input as never);
  const blank = {
    definitionKey: definition.key,
    definitionVersion: definition.version,
    rulesetVersion,
    tasks: {},
    visits: {},
    recused: [],
  };
  const { tasks, visits, effects } = collectEffects(definition, blank, snapshot, actions, env);
  return { next: { ...blank, ...dehydrate(snapshot), tasks, visits }, effects };
}

/**
 * Applies one event from outside.
 *
 * Order of the checks: does the event exist, may this role send it, is it possible in this state, is the payload
 * right, does the person hold the task, do the rules allow it. The first that fails gives the refusal; of the rules
 * all that fail are reported.
 *
 * @throws EngineError when the stored case does not fit the definition.
 */
export function step(definition: Definition, stored: StoredCase, event: CaseEvent, env: StepEnvironment): StepResult {
  const spec = eventSpecOf(definition, event.type);
  if (spec === null) {
    return unknownEvent(event.type, [...Object.keys(definition.events), ...taskEventTypes]);
  }
  if (!spec.by.some((role) => env.actor.roles.includes(role))) return wrongRole(spec.label, spec.by);

  const snapshot = restore(definition, stored);
  const possible = isTaskEvent(event.type)
    ? Object.keys(stored.tasks).length > 0
    : candidatesFor(snapshot, event.type).length > 0;
  if (!possible || stored.status === 'done') {
    return notPossible(spec.label, stageOf(definition, stored.value), possibleEventLabels(definition, snapshot));
  }

  const parsed = spec.payload.safeParse(event.payload ?? {});
  if (!parsed.success) {
    return badPayload(
      spec.label,
      parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message })),
    );
  }

  if (stored.recused.includes(env.actor.id)) {
    return personTurnedAway({
      rule: 'separation.recused',
      message: '您已就本案回避，不能再办理本案。',
      citation: '《中华人民共和国公务员法》第七十六条、第七十七条',
      overridable: false,
    });
  }
  const move = operateOnTask(definition, stored, { ...event, payload: parsed.data }, spec, env);
  if ('ok' in move) return move;

  const machineEvent: MachineEvent = {
    type: move.eventType,
    payload: parsed.data,
    env,
    seat: move.seat,
    recused: move.stored.recused,
    overrides: event.overrides ?? {},
  };
  if (!isTaskEvent(event.type)) {
    const refusal = refusedByRules(snapshot, machineEvent, spec);
    if (refusal !== null) return refusal;
  }
  return advance(definition, move, snapshot, machineEvent);
}

function refusedByRules(snapshot: AnyMachineSnapshot, event: MachineEvent, spec: EventSpec): Refusal | null {
  const failing = failingRules(candidatesFor(snapshot, event.type), snapshot.context, event);
  if (failing === null) return null;
  return failing.why === 'rules'
    ? ruleRefused(spec.label, failing.refusals)
    : conditionsNotMet(spec.label, failing.refusals);
}

function advance(
  definition: Definition,
  move: TaskMove,
  snapshot: AnyMachineSnapshot,
  event: MachineEvent,
): StepResult {
  const overridden = rulesPassedWithReason(definition, snapshot, event);
  let [next, actions] = transitionOf(definition.machine, snapshot, event);
  let collected = collectEffects(definition, move.stored, next, actions, event.env);
  for (const { eventType, visit, seat } of move.followUps) {
    if (collected.tasks[seat.task]?.visit !== visit) continue;
    const later: MachineEvent = { ...event, type: eventType, seat };
    const [following, more] = transitionOf(definition.machine, next, later);
    next = following;
    actions = [...actions, ...more];
    // Collected from the beginning, since what a state does to a clock depends on what the states before it did.
    collected = collectEffects(definition, move.stored, next, actions, event.env);
  }
  return {
    ok: true,
    next: {
      ...move.stored,
      ...dehydrate(next),
      tasks: collected.tasks,
      visits: collected.visits,
    },
    effects: [...move.effects, ...collected.effects],
    overridden,
  };
}

function rulesPassedWithReason(
  definition: Definition,
  snapshot: AnyMachineSnapshot,
  event: MachineEvent,
): { rule: string; reason: string }[] {
  if (Object.keys(event.overrides).length === 0) return [];
  const input = { context: snapshot.context, event };
  const passed = takenBy(definition, snapshot, event)
    .flatMap((candidate) => candidate.rules)
    .filter((rule) => !rule.holds(input) && isOverridden(rule, input))
    .map((rule) => rule.id);
  return [...new Set(passed)].map((rule) => ({ rule, reason: event.overrides[rule] ?? '' }));
}
