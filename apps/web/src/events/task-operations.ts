/** The operations on an open task that are offered to a person. The engine's rules may still refuse them. */
import type { CaseTask, CaseView, Me } from '../api/types.ts';

const organising: readonly string[] = ['reviewer', 'director'];
const urging: readonly string[] = ['reviewer', 'director', 'leader', 'submitter'];

export function operationsFor(me: Me, view: CaseView, task: CaseTask): string[] {
  const mine = task.holder?.id === me.id || (task.holder === null && me.roles.includes(task.role));
  const organises = me.roles.some((role) => organising.includes(role));
  const delegated = view.history.findLast(
    ({ type, payload }) => type === 'task.delegate' && (payload as { to?: string }).to === me.id,
  );
  const answered = view.history.some(
    ({ type, actor, at }) => actor?.id === me.id && !type.startsWith('task.') && at >= task.openedAt,
  );
  return [
    ...(mine || (organises && task.holder !== null) ? ['task.transfer'] : []),
    ...(mine ? ['task.delegate'] : []),
    ...(mine && delegated !== undefined ? ['task.resolve'] : []),
    ...(mine || organises ? ['task.add-signer'] : []),
    ...(organises && task.holder !== null ? ['task.remove-signer'] : []),
    ...(!mine && answered && me.roles.includes(task.role) ? ['task.withdraw'] : []),
  ];
}

export function mayUrge(me: Me, task: CaseTask): boolean {
  return task.holder?.id !== me.id && me.roles.some((role) => urging.includes(role));
}

export function mayCopy(me: Me): boolean {
  return me.roles.some((role) => urging.includes(role));
}
