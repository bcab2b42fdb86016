/**
 * Rules express law: a guard is a list of rules with id, message and citation, so that a refusal can list the ones that
 * failed. Conditions only choose between transitions; they never refuse. This file also computes which transitions an
 * event could take, and which of their rules fail.
 */
import type { CaseEvent, StepEnvironment, RuleRefusal, SeatState } from './vocabulary.ts';
import { getNextTransitions, type AnyMachineSnapshot } from 'xstate';
import type { Definition } from './definition.ts';

/**
 * The event as machines see it: the external event with its checked payload, the step's environment and the task it
 * completes.
 */
export interface MachineEvent {
  readonly type: string;
  // The payload has passed the event's zod schema; each workflow narrows it where it reads it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly payload: any;
  readonly env: StepEnvironment;
  readonly seat: SeatState | null;
  readonly recused: readonly string[];
  readonly overrides: NonNullable<CaseEvent['overrides']>;
}

export interface RuleInput<C> {
  readonly context: C;
  readonly event: MachineEvent;
}

export interface Rule<C> {
  /** Stable id, dotted, such as `separation.drafter-not-reviewer`. */
  readonly id: string;
  /** The problem and its remedy, in Chinese. */
  readonly message: string | ((input: RuleInput<C>) => string);
  /** The citation, or null for a rule of procedure without a legal source. */
  readonly citation: string | null;
  /** `soft` may be passed with a recorded reason; the default is `hard`. */
  readonly strength?: 'hard' | 'soft';
  /** True when the rule reads the payload and therefore cannot be evaluated before there is one. */
  readonly readsPayload?: boolean;
  /**
   * Kinds of materials whose presence this rule enforces, as far as the case must have them. The check at start looks
   * for every required material on the paths to the act; the walk proves that the rule really refuses.
   */
  readonly enforcesMaterials?: readonly string[];
  /** True when the rule is satisfied. */
  readonly holds: (input: RuleInput<C>) => boolean;
}

export interface Condition<C> {
  readonly id: string;
  readonly label: string;
  readonly readsPayload?: boolean;
  /**
   * Facts without which the condition never holds. Checks of paths otherwise assume that every condition can hold; the
   * walk of the category proves this declaration.
   */
  readonly impliesFacts?: readonly string[];
  readonly holds: (input: RuleInput<C>) => boolean;
}

export interface GateParams {
  // Machines of different contexts share one guard type; the rule itself is typed where it is written.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly when: Condition<any> | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly rules: readonly Rule<any>[];
}

export interface Gate {
  readonly type: 'gate';
  readonly params: GateParams;
}

/**
 * A transition's guard.
 *
 * @example
 * on: { 'sign-off': { guard: gate({ rules: [findingsRecorded, directorNotDrafter] }), target: 'adoption' } }
 */
export function gate<C>(parts: { when?: Condition<C>; rules?: readonly Rule<C>[] }): Gate {
  return { type: 'gate', params: { when: parts.when ?? null, rules: parts.rules ?? [] } };
}

/** Negates a condition, for the second of two alternative transitions. */
export function not<C>(condition: Condition<C>): Condition<C> {
  const { impliesFacts: _onlyWhenItHolds, ...rest } = condition;
  return {
    ...rest,
    id: `not.${condition.id}`,
    label: `非：${condition.label}`,
    holds: (input) => !condition.holds(input),
  };
}

/** Both conditions hold. */
export function both<C>(a: Condition<C>, b: Condition<C>): Condition<C> {
  return {
    id: `${a.id}+${b.id}`,
    label: `${a.label}且${b.label}`,
    readsPayload: (a.readsPayload ?? false) || (b.readsPayload ?? false),
    impliesFacts: [...(a.impliesFacts ?? []), ...(b.impliesFacts ?? [])],
    holds: (input) => a.holds(input) && b.holds(input),
  };
}

/** True when the rule holds or, being soft, is overridden with a reason of at least one visible character. */
export function passes<C>(rule: Rule<C>, input: RuleInput<C>): boolean {
  return rule.holds(input) || isOverridden(rule, input);
}

export function isOverridden<C>(rule: Rule<C>, input: RuleInput<C>): boolean {
  return rule.strength === 'soft' && (input.event.overrides[rule.id] ?? '').trim() !== '';
}

export function refusalOf<C>(rule: Rule<C>, input: RuleInput<C>): RuleRefusal {
  return {
    rule: rule.id,
    message: typeof rule.message === 'string' ? rule.message : rule.message(input),
    citation: rule.citation,
    overridable: rule.strength === 'soft',
  };
}

/** The guard of every machine, in the shape that XState asks for. */
export function gateOpens(
  { context, event }: { context: unknown; event: unknown },
  { when, rules }: GateParams,
): boolean {
  const input = { context, event: event as MachineEvent };
  return (when === null || when.holds(input)) && rules.every((rule) => passes(rule, input));
}

/** True when the event satisfies the task that it completes. Reads the event, so it is assumed true in a preview. */
export const taskSatisfied: Condition<unknown> = {
  id: 'task.satisfied',
  label: '应办人员均已办理',
  readsPayload: true,
  holds: ({ event }) => event.seat?.satisfied ?? false,
};

/** True when nobody is left who could act on the task; the organiser must add someone. */
export const taskNeedsSigner: Condition<unknown> = {
  id: 'task.needs-signer',
  label: '已无可办人员',
  readsPayload: true,
  holds: ({ event }) => event.seat?.needsSigner ?? false,
};

export interface Candidate {
  readonly when: Condition<unknown> | null;
  readonly rules: readonly Rule<unknown>[];
}

type CandidatesByType = ReadonlyMap<string, readonly Candidate[]>;

/** The result of the last call: the events of one snapshot are evaluated one after the other. */
let last: { readonly snapshot: AnyMachineSnapshot; readonly index: CandidatesByType } | null = null;

/** Candidates by event type, in the order in which the present configuration declares the types. */
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
 * With `preview`, rules and conditions that read the payload are assumed to hold: there is no payload yet.
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

/** Labels of the events that the present configuration accepts, for the message of a refusal. */
export function possibleEventLabels(definition: Definition, snapshot: AnyMachineSnapshot): string[] {
  return possibleEventTypes(definition, snapshot).map((type) => definition.events[type]?.label ?? type);
}

export function possibleEventTypes(definition: Definition, snapshot: AnyMachineSnapshot): string[] {
  if (snapshot.status === 'done') return [];
  return [...candidatesIn(snapshot).keys()].filter((type) => type in definition.events);
}
