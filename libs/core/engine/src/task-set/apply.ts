import { delegate, resolve } from './delegation.ts';
import { type Drafted, isRecused, placeOf, exchange, reopened, withoutStandIn, claimableSeat } from './seats.ts';
import { recuse } from './recusal.ts';
import { cancel, sendBack } from './rounds.ts';
import { TASK_RULES, TaskSetError, type TaskRule } from './rules.ts';
import { settle } from './settle.ts';
import { addSigner, removeSigner, standIn, transfer } from './signers.ts';
import type { Seat, TaskOperation, TaskSet, Operation, SeatOutcome } from './types.ts';

export type TaskOutcome =
  | {
      ok: true;
      set: TaskSet;
      /**
       * Seats that now ask a person whom they did not ask before: add the task to that person's list. Includes
       * transferred, delegated and resolved seats, and after a send-back every seat in turn.
       */
      opened: Seat[];
      /** Seats that asked a person and no longer ask anybody: remove the task from the list. */
      closed: Seat[];
    }
  | {
      ok: false;
      rule: TaskRule;
      /** The problem and its remedy, in Chinese, for users. */
      message: string;
    };

/**
 * Applies one operation. Pure: the given set is not changed, and a refusal changes nothing.
 *
 * @throws TaskSetError `task-set.unknown-operation`
 */
export function applyTask(set: TaskSet, operation: TaskOperation): TaskOutcome {
  const drafted = refuseFirst(set, operation) ?? draft(set, operation);
  if (typeof drafted === 'string') return { ok: false, rule: drafted, message: TASK_RULES[drafted] };
  return { ok: true, ...settle(set, drafted, operation) };
}

/** Refusals that are common to all operations. */
function refuseFirst(set: TaskSet, operation: TaskOperation): TaskRule | null {
  if (set.status !== 'open') {
    // A second click on a button gets the result of the first, even if that one closed the set.
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

export function complete(set: TaskSet, operation: Operation<'complete'>): Drafted {
  const { by, answer, favourable, at } = operation;
  const found = seatToAnswer(set, operation);
  if (typeof found === 'string') return found;
  const { seat, onBehalfOf } = found;
  const outcome: SeatOutcome = { by, ...(onBehalfOf === undefined ? {} : { onBehalfOf }), answer, favourable, at };
  // When the holder answers, the stand-in is removed; the trail keeps it.
  const base = onBehalfOf === undefined ? withoutStandIn(seat) : seat;
  return { seats: exchange(set, seat, { ...base, holder: seat.holder ?? by, status: 'done', outcome }) };
}

function seatToAnswer(
  set: TaskSet,
  { by, standInFor }: Operation<'complete'>,
): { seat: Seat; onBehalfOf?: string } | TaskRule {
  const place = placeOf(set, by);
  if (place?.seat.status === 'done') return 'task.already-completed';
  if (standInFor !== undefined && !(place?.as === 'stand-in' && place.seat.holder === standInFor)) {
    return 'task.not-stand-in';
  }
  if (!place) {
    const open = claimableSeat(set);
    return open ? { seat: open } : 'task.not-holder';
  }
  if (place.as === 'helper') return 'task.helper-only-resolves';
  if (place.seat.status === 'waiting') return 'task.not-your-turn';
  if (place.seat.status === 'delegated') return 'task.awaiting-helper';
  // A stand-in who did not name the holder still answers for the holder, so that both names are recorded.
  const holder = place.seat.holder;
  return place.as === 'stand-in' && holder !== null ? { seat: place.seat, onBehalfOf: holder } : { seat: place.seat };
}

/**
 * Only the person who gave the answer can withdraw it: the holder does not withdraw what the stand-in signed, nor the
 * reverse.
 */
export function withdraw(set: TaskSet, { by }: Operation<'withdraw'>): Drafted {
  const seat = set.seats.find((each) => each.status === 'done' && each.outcome?.by === by);
  return seat ? { seats: exchange(set, seat, reopened(seat)) } : 'task.nothing-to-withdraw';
}
