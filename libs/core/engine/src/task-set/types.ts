/**
 * When a task set is satisfied.
 *
 * - `all` (会签): every seat that was neither removed nor recused has answered.
 * - `any` (或签): the first answer is enough, the other seats are cancelled.
 * - `vote` (票签): `ratio` is the share of favourable answers needed among all seats that were neither removed nor
 * recused, `0 < ratio <= 1`. Write two thirds as `2 / 3`, not as `0.67`, which asks for three votes of three.
 * - `sequence`: like `all`, but one seat after the other, in the order of the list.
 */
export type TaskPolicy = { kind: 'all' } | { kind: 'any' } | { kind: 'vote'; ratio: number } | { kind: 'sequence' };

/**
 * `waiting`, `active` and `delegated` seats are *live*: they still need an answer. `active` and `delegated` seats are
 * *in turn*: they ask somebody to act now. Only `done` seats have an `outcome`.
 */
export type SeatStatus = 'waiting' | 'active' | 'done' | 'removed' | 'delegated' | 'recused' | 'cancelled';

export interface SeatOutcome {
  /** Who gave the answer. */
  by: string;
  /** The holder for whom a stand-in (代理) answered. */
  onBehalfOf?: string;
  answer: string;
  favourable: boolean;
  at: string;
}

export interface Seat {
  /** Seat number within its set ('1', '2', ...), never given twice. */
  id: string;
  /** Person id; `null` is open to every candidate of the role and is claimed by the first person who answers. */
  holder: string | null;
  status: SeatStatus;
  /** The first holder, whatever transfers came later; `null` for a seat that was opened to the role. */
  origin: string | null;
  /**
   * 委派: the person who was asked to help. The helper resolves, the holder decides. Kept while the seat waits for its
   * turn.
   */
  delegatedTo?: string;
  /** 代理: `by` may answer in the place of `for`; both names stay on record. */
  standIn?: { for: string; by: string };
  /** The answer that counts now. Withdrawn answers, and those of earlier rounds, are in the trail. */
  outcome?: SeatOutcome;
  trail: SeatStep[];
}

/** One entry for each operation that concerned the seat: the operation, and the state of the seat afterwards. */
export interface SeatStep {
  op: TaskOperation['op'];
  /** Who did it; `null` where the operation names nobody. */
  by: string | null;
  at: string;
  round: number;
  status: SeatStatus;
  holder: string | null;
  delegatedTo?: string;
  standIn?: { for: string; by: string };
  /** Only on the step of the completion that gave it. */
  outcome?: SeatOutcome;
  /** The helper's report, the reason of a recusal, or the strategy of a send-back. */
  note?: string;
}

export interface Recusal {
  person: string;
  reason: string;
  at: string;
}

export interface TaskSet {
  policy: TaskPolicy;
  /** In the order of signing where the policy is `sequence`. Seats are never removed from the list. */
  seats: Seat[];
  status: 'open' | 'satisfied' | 'failed' | 'cancelled';
  /** The number that the next added seat gets. */
  nextSeat: number;
  /** 1 at first; one more after each send-back that restarts. */
  round: number;
  /** Everybody who is permanently excluded from this set (回避), whether or not they ever held a seat in it. */
  recused: Recusal[];
}

export type AddPosition = 'before' | 'after' | 'parallel';

/**
 * Whether `by` is entitled to add, remove, transfer or send back (the assigner, the director, ...) is a rule of the
 * case and is checked there; the set only refuses operations that would make the set itself invalid.
 */
export type TaskOperation =
  | { op: 'complete'; by: string; answer: string; favourable: boolean; at: string; standInFor?: string }
  | { op: 'add-signer'; by: string; person: string; position?: AddPosition; at: string }
  | { op: 'remove-signer'; by: string; person: string; at: string }
  | { op: 'transfer'; by: string; from: string; to: string; at: string }
  | { op: 'delegate'; by: string; to: string; at: string }
  | { op: 'resolve'; by: string; note: string; at: string }
  | { op: 'stand-in'; holder: string; standIn: string; at: string }
  | { op: 'recuse'; person: string; reason: string; at: string }
  | { op: 'send-back'; by: string; at: string; strategy: 'continue' | 'restart' }
  | { op: 'withdraw'; by: string; at: string }
  | { op: 'cancel'; at: string };

/** The operation of one kind, e.g. `Operation<'transfer'>`. */
export type Operation<K extends TaskOperation['op']> = Extract<TaskOperation, { op: K }>;
