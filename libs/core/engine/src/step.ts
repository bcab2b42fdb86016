/**
 * The step: definition + stored case + event + environment -> next case and effects, or a refusal; and which events a
 * person may send. Pure.
 */
import { initialTransition, type AnyMachineSnapshot } from 'xstate';
import {
  candidatesFor,
  failingRules,
  possibleEventLabels,
  takenBy,
  isOverridden,
  type MachineEvent,
  possibleEventTypes,
} from './rule.ts';
import type { CaseInput, Definition, EventSpec, MaterialSpec } from './definition.ts';
import { collectEffects } from './effects.ts';
import { transitionOf, dehydrate, isRecorded, restore, stageOf } from './machine.ts';
import {
  badPayload,
  conditionsNotMet,
  notPossible,
  recordedOnly,
  personTurnedAway,
  ruleRefused,
  unknownEvent,
  wrongRole,
} from './refusals.ts';
import { eventSpecOf, isTaskEvent, taskEventTypes, mayAnswer, taskCompletedBy } from './task-events.ts';
import { operateOnTask, type TaskMove } from './task-move.ts';
import type { CaseEvent, Effect, StepEnvironment, Refusal, StepResult, StoredCase, RuleRefusal } from './vocabulary.ts';

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
 * Applies one external event.
 *
 * Order of the checks: the event exists, the role may send it, it is possible in this state, the payload is valid, the
 * person holds the task, the rules allow it. The first failing check gives the refusal; of the rules, all that fail are
 * reported.
 *
 * @throws EngineError when the stored case does not fit the definition.
 */
export function step(definition: Definition, stored: StoredCase, event: CaseEvent, env: StepEnvironment): StepResult {
  const spec = eventSpecOf(definition, event.type);
  if (spec === null) {
    return unknownEvent(event.type, [...Object.keys(definition.events), ...taskEventTypes]);
  }
  if (!spec.by.some((role) => env.actor.roles.includes(role))) return wrongRole(spec.label, spec.by);

  if (isRecorded(stored)) return recordedOnly(spec.label);
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
    // Collected again from the beginning, because the effect of a state on a clock depends on earlier states.
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

export interface PossibleEvent {
  readonly type: string;
  readonly label: string;
  readonly allowed: boolean;
  readonly refusals: readonly RuleRefusal[];
}

/**
 * Events of this person's roles that the present state accepts, each with the rules that forbid it before there is a
 * payload.
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

/** Whether the present state accepts the event from somebody; rules may still refuse it. */
export function acceptsEvent(definition: Definition, stored: StoredCase, type: string): boolean {
  return stored.status !== 'done' && possibleEventTypes(definition, restore(definition, stored)).includes(type);
}

/** The materials that this case must have before it can be submitted. */
export function requiredMaterials(
  definition: Pick<Definition, 'materials'>,
  context: Readonly<Record<string, unknown>>,
): MaterialSpec[] {
  return definition.materials.filter((material) => material.requiredWhen?.(context as never) ?? material.required);
}
