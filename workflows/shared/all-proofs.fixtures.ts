/** Every proof over a walk under the name of its test; each lists its counterexamples. */
import type { Definition, Walk } from '@lawgate/engine';
import type { ReviewContext } from './context.ts';
import * as filing from './filing-proofs.fixtures.ts';
import * as proofs from './proofs.fixtures.ts';

export interface Proven {
  readonly definition: Definition;
  readonly passing: readonly string[];
  readonly adviserRequired: (context: ReviewContext) => boolean;
  /** Recipients of a filing report that a case owes. */
  readonly reports: readonly string[];
  /** States that this walk leaves out. */
  readonly closed: readonly string[];
}

const separationRules = ['separation.drafter-not-reviewer', 'separation.director-not-reviewer'];

export function allProofs(walk: Walk, proven: Proven): Readonly<Record<string, () => readonly string[]>> {
  const { definition, passing, adviserRequired, reports, closed } = proven;
  const acts = proofs.actsAndAfter(definition);
  return {
    'does nothing without a reviewed, signed letter and the opinion that the rule wants': () =>
      proofs.actsWithoutReview(walk, acts, adviserRequired),
    'does nothing after an unfavourable review': () => proofs.actsAfterUnfavourable(walk, acts, passing),
    'never lets the drafter review': () => proofs.reviewsByDrafter(walk, definition),
    'never lets an adviser sign': () => proofs.signaturesByAdvisers(walk, definition),
    'overrules an adviser only with the leader': () => proofs.overruledWithoutLeader(walk, passing),
    'passes no soft rule in silence': () => proofs.silentlyOverridden(walk),
    'comes to no end without the facts that it rests on': () => proofs.endsWithoutFacts(walk, definition),
    'can always come to an end': () => proofs.withoutEnd(walk),
    'leaves no clock running in an end but those that go on after it': () => proofs.clocksLeftBehind(walk, definition),
    'always waits for somebody': () => proofs.forgotten(walk),
    'visits every state that its rule set opens': () => differing(proofs.neverEntered(walk, definition), closed),
    'closes no file while a report is owed': () => filing.archivedUnfiled(walk, reports),
    'files with each recipient once, and with no other': () => filing.filedInVain(walk, reports),
    'books every report with its number and recipient': () => filing.wronglyBooked(walk),
    'closes no filing task but the one that the report is about': () => filing.wrongTaskClosed(walk),
    'has seen the separation rules refuse': () => {
      const refused = proofs.refusedBy(walk);
      return separationRules.filter((rule) => !refused.has(rule));
    },
  };
}

/** What only one of the two lists has. */
function differing(a: readonly string[], b: readonly string[]): string[] {
  return [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))];
}
