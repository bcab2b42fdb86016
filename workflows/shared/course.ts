/** The standard order of events through the spine, and the facts that each end of the spine requires. */
import type { Obligations } from '@lawgate/engine';

const toLetter = ['submit', 'accept', 'advisers.assign', 'opinion.give', 'findings.record', 'sign-off'] as const;

/**
 * Events from submission to archive. `onward` are the category's own events after the opinion letter, in their standard
 * order.
 */
export function courseOf(...onward: readonly string[]): readonly string[] {
  return [...toLetter, ...onward, 'archive'];
}

/**
 * The ends of `intakeStates` and `archiveStates`. A file is archived with its opinion letter, favourable or not; what ends
 * before acceptance has none.
 */
export const spineObligations: Obligations = {
  archived: ['concluded', 'archived'],
  returned: ['returned'],
  declined: ['declined'],
  withdrawn: ['withdrawn'],
};

/** The end of `shelvingStates`. */
export const shelvingObligations: Obligations = { 'not-adopted': ['concluded', 'deliberated', 'archived'] };
