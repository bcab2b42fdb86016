/** Which transitions an event could take now, and which of their rules fail. */
import { getNextTransitions, type AnyMachineSnapshot } from 'xstate';
import type { Definition } from './definition.ts';
import {
  refusalOf,
  passes,
  type Condition,
  type GateParams,
  type MachineEvent,
  type Rule,
  type RuleInput,
} from './rule.ts';
import type { RuleRefusal } from './vocabulary.ts';

export interface Candidate {
  readonly when: Condition<unknown> | null;
  readonly rules: readonly Rule<unknown>[];
}

type CandidatesByType = ReadonlyMap<string, readonly Candidate[]>;

/** The result of the last call: the events of one snapshot are asked for one after the other. */
let last: { readonly snapshot: AnyMachineSnapshot; readonly index: CandidatesByType } | null = null;

/** Candidates by event type; the types in the order in which the present configuration knows them. */
function candidatesIn(snapshot: AnyMachineSnapshot): CandidatesByType {
  if (last?.snapshot === snapshot) return last.index;
  const index = new Map<string, Candidate[]>();
  for (const { eventType, guard } of getNextTransitions(snapshot)) {
    const ofType = index.get(eventType as string) ?? [];
    index.set(eventType as string, ofType);
    ofType.push(gateParts(guard));
  }
  last = { snapshot, index };
  return index;
}

/** The transitions of one event type in the present configuration, innermost state first. */
export function candidatesFor(snapshot: AnyMachineSnapshot, eventType: string): readonly Candidate[] {
  return candidatesIn(snapshot).get(eventType) ?? [];
}

/** The transitions that the event takes, one for each parallel region that it moves. */
export function takenBy(
  definition: Definition,
  snapshot: AnyMachineSnapshot,
  event: MachineEvent,
): readonly Candidate[] {
  const taken = definition.machine.getTransitionData(snapshot as never, event as never);
  return taken.map((transition) => gateParts(transition.guard));
}

function gateParts(guard: unknown): Candidate {
  const params = (guard as { params?: GateParams } | undefined)?.params;
  return { when: params?.when ?? null, rules: params?.rules ?? [] };
}

/**
 * Null when some candidate may be taken; otherwise every failing rule of the candidates whose condition holds, or, when
 * no condition holds, the conditions themselves.
 *
 * With `preview`, rules and conditions that read the payload are taken as kept: there is no payload yet.
 */
export function failingRules(
  candidates: readonly Candidate[],
  context: unknown,
  event: MachineEvent,
  preview = false,
): { readonly why: 'rules' | 'conditions'; readonly refusals: readonly RuleRefusal[] } | null {
  const input: RuleInput<unknown> = { context, event };
  const failing = new Map<string, RuleRefusal>();
  for (const { when, rules } of candidates) {
    if (when !== null && !(preview && when.readsPayload) && !when.holds(input)) continue;
    const failed = rules.filter((rule) => !(preview && rule.readsPayload) && !passes(rule, input));
    if (failed.length === 0) return null;
    for (const rule of failed) failing.set(rule.id, refusalOf(rule, input));
  }
  if (failing.size > 0) return { why: 'rules', refusals: [...failing.values()] };
  return { why: 'conditions', refusals: unmet(candidates) };
}

function unmet(candidates: readonly Candidate[]): RuleRefusal[] {
  const conditions = new Map(candidates.flatMap(({ when }) => (when === null ? [] : [[when.id, when]])));
  return [...conditions.values()].map(({ id, label }) => ({
    rule: id,
    message: `须符合条件“${label}”`,
    citation: null,
    overridable: false,
  }));
}

/** Labels of the events that the present configuration knows, for the words of a refusal. */
export function possibleEventLabels(definition: Definition, snapshot: AnyMachineSnapshot): string[] {
  return possibleEventTypes(definition, snapshot).map((type) => definition.events[type]?.label ?? type);
}

export function possibleEventTypes(definition: Definition, snapshot: AnyMachineSnapshot): string[] {
  if (snapshot.status === 'done') return [];
  return [...candidatesIn(snapshot).keys()].filter((type) => type in definition.events);
}
