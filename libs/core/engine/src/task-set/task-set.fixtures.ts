import { applyTask, openTaskSet } from './index.ts';
import type { TaskOperation, TaskRule, TaskSet } from './index.ts';

/** Abbreviations for the example specs; used by nothing else. */
export const at = '2023-04-20T09:00:00+08:00';
export const yes = (by: string, standInFor?: string): TaskOperation => ({
  op: 'complete',
  by,
  answer: 'agree',
  favourable: true,
  at,
  ...(standInFor === undefined ? {} : { standInFor }),
});
export const no = (by: string): TaskOperation => ({ op: 'complete', by, answer: 'illegal', favourable: false, at });
export const recuse = (person: string): TaskOperation => ({ op: 'recuse', person, reason: '近亲属', at });
export const add = (by: string, person: string, position?: 'before' | 'after' | 'parallel'): TaskOperation => ({
  op: 'add-signer',
  by,
  person,
  at,
  ...(position === undefined ? {} : { position }),
});
export const remove = (person: string): TaskOperation => ({ op: 'remove-signer', by: 'director', person, at });
export const transfer = (from: string, to: string): TaskOperation => ({ op: 'transfer', by: from, from, to, at });
export const delegate = (by: string, to: string): TaskOperation => ({ op: 'delegate', by, to, at });
export const resolve = (by: string): TaskOperation => ({ op: 'resolve', by, note: '已核对依据', at });
export const standIn = (holder: string, by: string): TaskOperation => ({ op: 'stand-in', holder, standIn: by, at });
export const withdraw = (by: string): TaskOperation => ({ op: 'withdraw', by, at });
export const sendBack = (strategy: 'continue' | 'restart'): TaskOperation => ({
  op: 'send-back',
  by: 'director',
  at,
  strategy,
});

export const all = (...holders: (string | null)[]) => openTaskSet({ kind: 'all' }, holders);
export const any = (...holders: (string | null)[]) => openTaskSet({ kind: 'any' }, holders);
export const sequence = (...holders: (string | null)[]) => openTaskSet({ kind: 'sequence' }, holders);
export const vote = (ratio: number, ...holders: (string | null)[]) => openTaskSet({ kind: 'vote', ratio }, holders);

export function after(set: TaskSet, ...operations: TaskOperation[]): TaskSet {
  return operations.reduce((current, operation) => {
    const outcome = applyTask(current, operation);
    if (!outcome.ok) throw new Error(`${operation.op}: ${outcome.rule}`);
    return outcome.set;
  }, set);
}

/** The rule that refuses the operation; `null` when it is accepted. */
export function refusal(set: TaskSet, operation: TaskOperation): TaskRule | null {
  const outcome = applyTask(set, operation);
  return outcome.ok ? null : outcome.rule;
}

export const statuses = (set: TaskSet) => set.seats.map((seat) => `${seat.holder}:${seat.status}`);
