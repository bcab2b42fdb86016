/**
 * The shared types of the pure engine and the durable shell, each defined here once. The engine turns a stored case and
 * an event into a next stored case and a list of effects; the shell writes both in one transaction.
 */
import type { CivilDate, ClockSpec } from '@lawgate/calendar';
import type { StepOpinion } from './paper.ts';
import type { TaskSet } from './task-set/index.ts';

/** Roles of people. `system` is the system itself (such as a due date that sends an event); nobody logs in as it. */
export const roles = [
  'submitter',
  'reviewer',
  'adviser',
  'director',
  'leader',
  'archivist',
  'administrator',
  'security-administrator',
  'auditor',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** The person or system that acts. Ids are opaque to the engine. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Qualifications that a rule may require, such as the national legal qualification (行政处罚法 58). */
  readonly qualifications?: readonly string[];
  /** People for whom this person is stand-in today (代理); both names go into the history. */
  readonly standsInFor?: readonly string[];
}

/** The current version of a submitted document. */
export interface StepDocument {
  readonly id: string;
  readonly kind: string;
  readonly sha256: string;
}

/** A clock as rules see it. `used` counts days of the clock's own unit. */
export interface StepClock {
  readonly status: 'running' | 'paused' | 'met' | 'overdue' | 'stopped';
  readonly dueOn: CivilDate | null;
  readonly floorOn?: CivilDate;
  readonly used: number;
  readonly provisional: boolean;
}

/**
 * All input of a step besides the case and the event. The engine reads no system time, no database and no randomness.
 */
export interface StepEnvironment {
  /** ISO instant at which the event happens. */
  readonly at: string;
  /** Civil date of `at` in Asia/Shanghai. */
  readonly today: CivilDate;
  /** The day on which something submitted at `at` counts as received: after closing time the next working day. */
  readonly receiptDay: CivilDate;
  readonly actor: Actor;
  readonly documents: readonly StepDocument[];
  readonly clocks: Readonly<Record<string, StepClock>>;
  /** Parameters of the rule set under which the case began, by key. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Citations of parameters where that rule set gives one, by key; otherwise the definition's own citation applies. */
  readonly citations?: Readonly<Record<string, string>>;
  /** Opinions signed in this case so far, in order; none by default. */
  readonly opinions?: readonly StepOpinion[];
  /** The people that the payload names, by id. A person who is missing here is unknown in the town. */
  readonly people: Readonly<Record<string, Actor>>;
}

/** An external event. `overrides` gives the recorded reason for each soft rule that is overridden. */
export interface CaseEvent {
  readonly type: string;
  readonly payload?: unknown;
  readonly overrides?: Readonly<Record<string, string>>;
}

/** State of the task after the event that completes it, for the machine's conditions. */
export interface SeatState {
  readonly task: string;
  readonly satisfied: boolean;
  readonly failed: boolean;
  /** True when nobody is left who could act, so that the organiser must add someone. */
  readonly needsSigner: boolean;
}

/** One opened task: who must act in one visit of one state, and when the set is satisfied. */
export interface StoredTask {
  readonly visit: number;
  readonly set: TaskSet;
}

export type StateValue = string | { [key: string]: StateValue | undefined };

/**
 * A case is an XState snapshot and the task sets of its open states; plain JSON, and everything that has to be stored.
 */
export interface StoredCase {
  readonly definitionKey: string;
  readonly definitionVersion: number;
  readonly rulesetVersion: number;
  readonly value: StateValue;
  readonly context: Readonly<Record<string, unknown>>;
  readonly status: 'active' | 'done';
  /** State ids stored by history states. */
  readonly historyValue: Readonly<Record<string, readonly string[]>>;
  readonly tasks: Readonly<Record<string, StoredTask>>;
  /** How often each task was opened; a reminder belongs to one visit. */
  readonly visits: Readonly<Record<string, number>>;
  /** People who were removed from this case by a declared or found conflict of interest (回避); they never come back. */
  readonly recused: readonly string[];
}

/**
 * A signed opinion. The adviser's, the reviewer's, the director's and the leader's are four acts and are never merged.
 */
export interface SignedOpinion {
  readonly act: 'adviser' | 'reviewer' | 'director' | 'leader';
  readonly conclusion: string;
  readonly text: string;
  readonly points: readonly OpinionPoint[];
  readonly round: number;
}

export interface OpinionPoint {
  readonly clause?: string;
  readonly problem?: string;
  readonly basis?: string;
  readonly suggestion?: string;
  readonly risk?: string;
  readonly finding?: string;
  /**
   * For a sentence of an opinion letter: its part, its text, and the ids of the findings and opinions that it is based
   * on.
   */
  readonly part?: string;
  readonly text?: string;
  readonly from?: readonly string[];
}

export type Recipient =
  { readonly kind: 'person'; readonly id: string } | { readonly kind: 'role'; readonly role: Role };

/**
 * What a commit writes besides the case itself. The union is closed and is executed in one place by an exhaustive
 * switch; a machine yields effects and never executes one.
 */
export type Effect =
  | {
      readonly type: 'openTask';
      readonly task: string;
      readonly visit: number;
      readonly seat: string;
      readonly role: Role;
      readonly label: string;
      readonly holder: string | null;
      readonly clock: string | null;
    }
  | {
      readonly type: 'closeTask';
      readonly task: string;
      readonly visit: number;
      readonly seat: string;
      readonly outcome: TaskClosure;
      readonly by: string | null;
    }
  | { readonly type: 'startClock'; readonly clock: ClockSpec; readonly from: CivilDate; readonly onDue: string | null }
  | { readonly type: 'pauseClock'; readonly key: string; readonly reason: string }
  | { readonly type: 'resumeClock'; readonly key: string; readonly mode?: 'continue' | 'restart' }
  | { readonly type: 'extendClock'; readonly key: string; readonly by: number }
  | { readonly type: 'stopClock'; readonly key: string; readonly outcome: 'met' | 'stopped' }
  | { readonly type: 'takeNumber'; readonly series: string; readonly purpose: string }
  | {
      readonly type: 'notify';
      readonly to: readonly Recipient[];
      readonly notice: string;
      readonly text: string;
    }
  | {
      readonly type: 'recordFact';
      readonly fact: string;
      /** The day of it, where it is not that of the commit: only a recorded case has facts of the past. */
      readonly on?: CivilDate;
      readonly detail: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'retitle'; readonly title: string }
  | { readonly type: 'recordOpinion'; readonly opinion: SignedOpinion }
  /**
   * A paper (文书) of a kind that the definition declares: made later, from the rows of this commit and those before it.
   */
  | { readonly type: 'issuePaper'; readonly paper: string; readonly round: number }
  | { readonly type: 'grantAccess'; readonly person: string }
  | { readonly type: 'revokeAccess'; readonly person: string; readonly reason: string };

export type TaskClosure = 'done' | 'cancelled' | 'removed' | 'recused' | 'transferred' | 'delegated';

/** One rule that failed, with a message for users and its citation. */
export interface RuleRefusal {
  readonly rule: string;
  readonly message: string;
  readonly citation: string | null;
  /** True when the rule may be overridden with a recorded reason (`overrides`). */
  readonly overridable: boolean;
}

export interface PayloadIssue {
  readonly path: string;
  readonly message: string;
}

/** Why an event was not accepted. `code` is stable and is part of the HTTP answer. */
export interface Refusal {
  readonly ok: false;
  readonly kind: 'unknown-event' | 'forbidden' | 'not-possible' | 'payload' | 'rules';
  readonly code: string;
  readonly message: string;
  readonly refusals: readonly RuleRefusal[];
  readonly issues: readonly PayloadIssue[];
}

export interface Accepted {
  readonly ok: true;
  readonly next: StoredCase;
  readonly effects: readonly Effect[];
  /** Soft rules that were overridden with a reason; the shell writes them into the history. */
  readonly overridden: readonly { readonly rule: string; readonly reason: string }[];
}

export type StepResult = Accepted | Refusal;
