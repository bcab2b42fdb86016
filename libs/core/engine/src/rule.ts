/**
 * Rules speak law: a guard is a list of named rules, each with a message and a citation, so that a refusal can say
 * which ones failed. Conditions only choose between ways; they never refuse.
 */
import type { CaseEvent, StepEnvironment, RuleRefusal, SeatState } from './vocabulary.ts';

/** The event as machines see it: the outside event with its checked payload, the step's environment and the task it completes. */
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
  /** What is wrong and what to do, in Chinese. */
  readonly message: string | ((input: RuleInput<C>) => string);
  /** The article, or null for a rule of plain order. */
  readonly citation: string | null;
  /** `soft` may be passed with a recorded reason; the default is `hard`. */
  readonly strength?: 'hard' | 'soft';
  /** True when the rule reads the payload, so that it cannot be shown before there is one. */
  readonly readsPayload?: boolean;
  /**
   * Kinds of materials that a case must hand in for this rule to be kept, as far as the case must have them. The check at
   * start looks for every required material on the ways to the act; that the rule really refuses is proved by the walk.
   */
  readonly enforcesMaterials?: readonly string[];
  /** True when the rule is kept. */
  readonly holds: (input: RuleInput<C>) => boolean;
}

export interface Condition<C> {
  readonly id: string;
  readonly label: string;
  readonly readsPayload?: boolean;
  /**
   * Facts without which the condition never holds. The checks of ways otherwise take every condition for possible; what is
   * claimed here is proved by the walk of the category.
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

/** Negates a condition; used for the second of two ways. */
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

/** True when the rule is kept or, being soft, is passed with a reason of at least one visible character. */
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

export function gateOpens(params: GateParams, input: RuleInput<unknown>): boolean {
  if (params.when !== null && !params.when.holds(input)) return false;
  return params.rules.every((rule) => passes(rule, input));
}

/** The task that the event completes is satisfied by it. Reads the event, so it is open in a preview. */
export const taskSatisfied: Condition<unknown> = {
  id: 'task.satisfied',
  label: '应办人员均已办理',
  readsPayload: true,
  holds: ({ event }) => event.seat?.satisfied ?? false,
};

/** Nobody is left who could act on the task; the organiser must name someone. */
export const taskNeedsSigner: Condition<unknown> = {
  id: 'task.needs-signer',
  label: '已无可办人员',
  readsPayload: true,
  holds: ({ event }) => event.seat?.needsSigner ?? false,
};
