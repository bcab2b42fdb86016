/** The parts that a category adds to the spine. */
import type { Condition, MaterialSpec } from '@lawgate/engine';
import type { CaseRule, ReviewContext } from './context.ts';
import type { Parameters } from './parameters.ts';
import type { Labels } from './words.ts';

/** Target state when the opinion letter is issued. */
export interface Outcome {
  readonly when: Condition<ReviewContext>;
  /** Path of a top-level state. */
  readonly target: string;
}

export interface ReviewPlan {
  /** Key of the definition: absolute targets begin with it. */
  readonly key: string;
  readonly parameters: Parameters;
  readonly materials: readonly MaterialSpec[];
  readonly conclusions: Labels;
  /** Conclusions after which the matter may go on. */
  readonly passing: readonly string[];
  readonly questions: Labels;
  readonly adviserRequired: (context: ReviewContext) => boolean;
  /** Exhaustive and exclusive: for every conclusion exactly one holds. */
  readonly outcomes: readonly Outcome[];
  /** Acts that are possible only after the review; earlier they are refused with their citation. */
  readonly acts: readonly string[];
  readonly rules: {
    /** At every submission and when a supplement is handed in. */
    readonly materials: readonly CaseRule[];
    readonly submit: readonly CaseRule[];
    readonly accept: readonly CaseRule[];
    /** For the reviewer, checked at acceptance and at the findings. */
    readonly reviewer: readonly CaseRule[];
    readonly findings: readonly CaseRule[];
    readonly extension: readonly CaseRule[];
    /** Rules for a change of title and fields, in addition to who may change them. */
    readonly amend?: readonly CaseRule[];
    readonly adviserOpinion: CaseRule;
    readonly concluded: CaseRule;
  };
  /**
   * A state that a submission passes on its way to `submitted` when the condition holds: it starts a clock that not
   * every case has.
   */
  readonly submitThrough?: { readonly when: Condition<ReviewContext>; readonly state: string };
  /** Clocks of the category that end when the case ends before its act. */
  readonly ownClocks?: readonly string[];
}

/** Target of a top-level state, or of a state within one, from anywhere in the machine. */
export function at(plan: Pick<ReviewPlan, 'key'>, path: string): string {
  return `#${plan.key}.${path}`;
}

/** True when the findings reached this conclusion. */
export function concludes(conclusion: string, label: string): Condition<ReviewContext> {
  return {
    id: `conclusion.${conclusion}`,
    label: `结论为${label}`,
    holds: ({ context }) => context.conclusion === conclusion,
  };
}

/** Stops these clocks when a case ends before its act. */
export function dropped(...keys: readonly string[]): Record<string, 'drop'> {
  return Object.fromEntries(keys.map((key) => [key, 'drop' as const]));
}
