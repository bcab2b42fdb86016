/**
 * Task sets: who must act, and when enough have acted. A pure value (`TaskSet`, plain JSON) and pure operations on it.
 *
 * The rules that hold throughout:
 *
 * - The status follows from the seats alone (`verdict`), in whatever order things happened, and never from an empty
 * list: with no answer at all a set stays open, and `needsSigner` says that somebody has to be added.
 * - One person has one place in a set (`placeOf`), so nobody can answer twice, whatever is added, transferred or
 * delegated.
 * - A recused person never comes back; an answer that they gave before, in a set still open, stops counting.
 * - Removed and recused seats count neither for nor against; they never block.
 * - A closed set never changes. Every refusal has a stable rule id and a message that says what to do (`TASK_RULES`).
 */
export { applyTask } from './apply.ts';
export type { TaskOutcome } from './apply.ts';
export { openTaskSet } from './settle.ts';
export { isSatisfied, needsSigner, votesNeeded } from './settle.ts';
export { TASK_RULES, TaskSetError } from './rules.ts';
export type { TaskRule } from './rules.ts';
export { activeSeats, isRecused, mayAct, placeOf, seatsInTurn } from './seats.ts';
export type { Place } from './seats.ts';
export type {
  AddPosition,
  Operation,
  Recusal,
  Seat,
  SeatOutcome,
  SeatStatus,
  SeatStep,
  TaskOperation,
  TaskPolicy,
  TaskSet,
} from './types.ts';
