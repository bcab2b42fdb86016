/**
 * The context of a case in every category: what it keeps between events. It holds ids, choices and civil dates only, no
 * texts and no instants, so that the configurations of a machine are finite and can be walked.
 */
import type { CaseInput, StepEnvironment, Rule, RuleInput } from '@lawgate/engine';

/** A civil date of Asia/Shanghai, written 2024-02-08. */
export type CivilDate = StepEnvironment['today'];

export type AdviserConclusion = 'agree' | 'agree-with-changes' | 'illegal';
export type Adoption = 'full' | 'partial' | 'none';

export interface AdviserOpinion {
  /** Id of the adviser who was assigned. */
  readonly adviser: string;
  /** Id of the person who gave it: the adviser or their stand-in. */
  readonly by: string;
  readonly conclusion: AdviserConclusion;
}

export interface ReviewContext {
  /** The person who opened the case (承办人). */
  readonly drafter: string;
  /** Who submitted it last; another person than the drafter after a transfer. */
  readonly handedInBy: string | null;
  readonly round: number;
  /**
   * True from the second round on: the case already has an opinion letter, so that declining or returning does not end
   * it.
   */
  readonly resubmitted: boolean;
  readonly urgent: boolean;
  /** Where a supplement was asked for: before acceptance or in the review. */
  readonly supplementFrom: 'intake' | 'review';
  readonly extended: boolean;
  /** Assigned in this round. */
  readonly advisers: readonly string[];
  /** Everybody who ever advised in this case; none of them may sign. */
  readonly everAdvised: readonly string[];
  /** Valid opinions of this round, in the order of the advisers' ids. */
  readonly opinions: readonly AdviserOpinion[];
  /** Who recorded the findings of this round. */
  readonly reviewer: string | null;
  readonly conclusion: string | null;
  /** Who signed off; null until then. */
  readonly director: string | null;
  /** The day on which the opinion letter was issued. */
  readonly signedOn: CivilDate | null;
  readonly adoption: Adoption | null;
  /** The day of the act itself: promulgated, signed or decided. */
  readonly actOn: CivilDate | null;
  readonly fields: Readonly<Record<string, unknown>>;
  /** SHA-256 of the text as it was reviewed and, where the review asked for it, revised; absent before it may be signed. */
  readonly reviewedText?: string;
  /** SHA-256 of the sealed copy whose comparison with the reviewed text was accepted last; absent before that. */
  readonly sealedCopy?: string;
  /** Dates that matter after the act; absent before the act. */
  readonly kept?: KeptDates;
}

/** Dates fixed by the act for clocks that run after the case. */
export interface KeptDates {
  /** The last day of a document's validity, where it is shorter than the allowed maximum. */
  readonly validUntil?: CivilDate;
  /** The days of payment, ascending. */
  readonly payments?: readonly CivilDate[];
  /** The last day of a contract. */
  readonly expiresOn?: CivilDate;
}

/** A rule of a workflow; `summary` says what it asks where the message depends on the case. */
export interface CaseRule extends Rule<ReviewContext> {
  readonly summary?: string;
}

export type CaseRuleInput = RuleInput<ReviewContext>;

/** The part of the context that belongs to one round and is cleared when the next begins. */
export const blankRound = {
  extended: false,
  advisers: [],
  opinions: [],
  reviewer: null,
  conclusion: null,
  director: null,
  signedOn: null,
  adoption: null,
  actOn: null,
} as const satisfies Partial<ReviewContext>;

/** The context of a new case; the fields have passed the category's schema. */
export function newContext(input: CaseInput, fields: Readonly<Record<string, unknown>>): ReviewContext {
  return {
    drafter: input.drafter,
    handedInBy: null,
    round: input.round,
    resubmitted: false,
    urgent: false,
    supplementFrom: 'intake',
    everAdvised: [],
    ...blankRound,
    fields,
  };
}

/** Sorted and without duplicates, so that the same people always give the same context. */
export function asPeople(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}
