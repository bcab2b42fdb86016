import { complete, withdraw } from './answering.ts';
import { delegate, resolve } from './delegation.ts';
import type { Drafted } from './draft.ts';
import { recuse } from './recusal.ts';
import { cancel, sendBack } from './rounds.ts';
import { TASK_RULES, TaskSetError } from './rules.ts';
import type { TaskRule } from './rules.ts';
import { isRecused, placeOf } from './seats.ts';
import { settle } from './settle.ts';
import { addSigner, removeSigner, standIn, transfer } from './signers.ts';
import type { Seat, TaskOperation, TaskSet } from './types.ts';

export type TaskOutcome =
  | {
      ok: true;
      set: TaskSet;
      /**
       * Seats that now ask somebody whom they did not ask before: put a task on those people's lists. A transferred,
       * delegated or resolved seat is among them, and after a send-back every seat in turn.
       */
      opened: Seat[];
      /** Seats that asked somebody and ask nobody any more: take the task off the list. */
      closed: Seat[];
    }
  | {
      ok: false;
      rule: TaskRule;
      /** For people, in Chinese: what is wrong and what to do. */
      message: string;
    };

/**
 * Applies one operation. Pure: the given set stays as it is, and a refusal changes nothing.
 *
 * @throws TaskSetError `task-set.unknown-operation`
 */
export function applyTask(set: TaskSet, operation: TaskOperation): TaskOutcome {
  const drafted = refuseFirst(set, operation) ?? draft(set, operation);
  if (typeof drafted === 'string') return { ok: false, rule: drafted, message: TASK_RULES[drafted] };
  return { ok: true, ...settle(set, drafted, operation) };
}

/** What is refused alike for every operation. */
function refuseFirst(set: TaskSet, operation: TaskOperation): TaskRule | null {
  if (set.status !== 'open') {
    // A second click on a button should get the answer that the first one worked, even if that one closed the set.
    const answered = operation.op === 'complete' && placeOf(set, operation.by)?.seat.status === 'done';
    return answered ? 'task.already-completed' : 'task.set-closed';
  }
  if (peopleIn(operation).some((person) => person.trim() === '')) return 'task.blank-person';
  if ('by' in operation && isRecused(set, operation.by)) return 'task.recused';
  return null;
}

function peopleIn(operation: TaskOperation): string[] {
  switch (operation.op) {
    case 'complete':
      return operation.standInFor === undefined ? [operation.by] : [operation.by, operation.standInFor];
    case 'add-signer':
    case 'remove-signer':
      return [operation.by, operation.person];
    case 'transfer':
      return [operation.by, operation.from, operation.to];
    case 'delegate':
      return [operation.by, operation.to];
    case 'stand-in':
      return [operation.holder, operation.standIn];
    case 'recuse':
      return [operation.person];
    case 'resolve':
    case 'send-back':
    case 'withdraw':
      return [operation.by];
    case 'cancel':
      return [];
    default:
      return unknownOperation(operation);
  }
}

function draft(set: TaskSet, operation: TaskOperation): Drafted {
  switch (operation.op) {
    case 'complete':
      return complete(set, operation);
    case 'add-signer':
      return addSigner(set, operation);
    case 'remove-signer':
      return removeSigner(set, operation);
    case 'transfer':
      return transfer(set, operation);
    case 'delegate':
      return delegate(set, operation);
    case 'resolve':
      return resolve(set, operation);
    case 'stand-in':
      return standIn(set, operation);
    case 'recuse':
      return recuse(set, operation);
    case 'send-back':
      return sendBack(set, operation);
    case 'withdraw':
      return withdraw(set, operation);
    case 'cancel':
      return cancel(set);
    default:
      return unknownOperation(operation);
  }
}

function unknownOperation(operation: never): never {
  throw new TaskSetError('task-set.unknown-operation', `未知的任务操作：${JSON.stringify(operation)}`);
}
