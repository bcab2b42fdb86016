import { checkPolicy } from './policy.ts';
import { TaskSetError } from './rules.ts';
import { giveTurns } from './settle.ts';
import type { Seat, TaskPolicy, TaskSet } from './types.ts';

/**
 * Opens a set with one seat for each holder, in order; `null` opens a seat to every candidate of the role. A set
 * without holders is open and `needsSigner`.
 *
 * @example openTaskSet({ kind: 'vote', ratio: 2 / 3 }, ['zhang', 'li', null])
 * @throws TaskSetError `task-set.bad-ratio`, `task-set.duplicate-holder`, `task-set.blank-holder`
 */
export function openTaskSet(policy: TaskPolicy, holders: readonly (string | null)[]): TaskSet {
  checkPolicy(policy);
  const named = holders.filter((holder) => holder !== null);
  if (named.some((holder) => holder.trim() === '')) {
    throw new TaskSetError('task-set.blank-holder', '办理人不能为空白，请填写人员，或留空席位由该角色人员认领。');
  }
  if (new Set(named).size !== named.length) {
    throw new TaskSetError('task-set.duplicate-holder', '同一人员不能占两个席位，请去掉重复的办理人。');
  }
  const seats = holders.map((holder, index): Seat => ({
    id: String(index + 1),
    holder,
    status: 'waiting',
    origin: holder,
    trail: [],
  }));
  return {
    policy: { ...policy },
    seats: giveTurns(policy, seats),
    status: 'open',
    nextSeat: seats.length + 1,
    round: 1,
    recused: [],
  };
}
