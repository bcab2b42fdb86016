/** Every proof over a walk under the name of its test; each lists the counterexamples of the walk that it is given. */
import type { Definition, Walk } from '@lawgate/engine';
import type { ReviewContext } from './context.ts';
import * as filing from './filing-proofs.fixtures.ts';
import * as proofs from './proofs.fixtures.ts';

export interface Proven {
  readonly definition: Definition;
  readonly passing: readonly string[];
  readonly adviserRequired: (context: ReviewContext) => boolean;
  /** Recipients of a filing report that a case needs. */
  readonly reports: readonly string[];
  /** States that this walk leaves out. */
  readonly closed: readonly string[];
}

const separationRules = ['separation.drafter-not-reviewer', 'separation.director-not-reviewer'];

export type Proof = (walk: Walk) => readonly string[];

export function allProofs(proven: Proven): Readonly<Record<string, Proof>> {
  const { definition, passing, adviserRequired, reports, closed } = proven;
  const acts = proofs.actsAndAfter(definition);
  return {
    'does nothing without a reviewed, signed letter and the opinion that the rule wants': (walk) =>
      proofs.actsWithoutReview(walk, acts, adviserRequired),
    'does nothing after an unfavourable review': (walk) => proofs.actsAfterUnfavourable(walk, acts, passing),
    'never lets the drafter review': (walk) => proofs.reviewsByDrafter(walk, definition),
    'never lets an adviser sign': (walk) => proofs.signaturesByAdvisers(walk, definition),
    'overrules an adviser only with the leader': (walk) => proofs.overruledWithoutLeader(walk, passing),
    'passes no soft rule in silence': (walk) => proofs.silentlyOverridden(walk),
    'comes to no end without the facts that it rests on': (walk) => proofs.endsWithoutFacts(walk, definition),
    'can always come to an end': (walk) => proofs.withoutEnd(walk),
    'leaves no clock running in an end but those that go on after it': (walk) =>
      proofs.clocksLeftBehind(walk, definition),
    'always waits for somebody': (walk) => proofs.leftOut(walk),
    'visits every state that its rule set opens': (walk) => differing(proofs.neverEntered(walk, definition), closed),
    'issues each of its papers and no other': (walk) => proofs.papersAstray(walk, definition),
    'closes no file while a report is due': (walk) => filing.archivedUnfiled(walk, reports),
    'files with each recipient once, and with no other': (walk) => filing.filedInVain(walk, reports),
    'books every report with its number and recipient': (walk) => filing.wronglyBooked(walk),
    'closes no filing task but the one that the report is about': (walk) => filing.wrongTaskClosed(walk),
    'has seen the separation rules refuse': (walk) => {
      const refused = proofs.refusedBy(walk);
      return separationRules.filter((rule) => !refused.has(rule));
    },
  };
}

/** What only one of the two lists has. */
function differing(a: readonly string[], b: readonly string[]): string[] {
  return [...a.filter((one) => !b.includes(one)), ...b.filter((one) => !a.includes(one))];
}
