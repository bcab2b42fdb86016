/** One key for each answer. Keys of the spine are the same in every category. */
import type { CaseEvent, CaseView } from '../api/types.ts';

const known: Readonly<Record<string, string>> = {
  submit: 's',
  accept: 'a',
  'supplement.request': 'b',
  'supplement.provide': 'b',
  return: 't',
  decline: 'd',
  'advisers.assign': 'g',
  'opinion.give': 'o',
  recuse: 'r',
  'findings.record': 'f',
  'review.extend': 'y',
  'sign-off': 's',
  'send-back': 't',
  'leader.approve': 'a',
  'leader.reject': 't',
  'adoption.record': 'f',
  file: 'b',
  archive: 'g',
};

/** Events that are handled elsewhere on the page and not in a form: a comparison is accepted where it is shown. */
export const doneElsewhere: Readonly<Record<string, string>> = { 'comparison.accept': '?tab=documents' };

/** Keys that the queue itself uses. */
const taken = new Set(['j', 'k', 'n']);

/** Event type → key, for the possible events; events without a fixed key get digits in their order. */
export function shortcutsOf(view: Pick<CaseView, 'events'>): ReadonlyMap<string, string> {
  const possible = view.events.filter(
    ({ type, allowed, refusals }) =>
      !(type in doneElsewhere) && (allowed || refusals.every((each) => each.overridable)),
  );
  const used = new Set(taken);
  const shortcuts = new Map<string, string>();
  const give = ({ type }: CaseEvent, key: string | undefined) => {
    if (key === undefined || used.has(key)) return;
    used.add(key);
    shortcuts.set(type, key);
  };
  for (const event of possible) give(event, known[event.type]);
  let digit = 1;
  for (const event of possible) {
    if (!shortcuts.has(event.type) && digit <= 9) give(event, String(digit++));
  }
  return shortcuts;
}
