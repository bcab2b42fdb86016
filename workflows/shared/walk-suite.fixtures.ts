/** The walks and proofs of one category, the same for all: what each folder's spec runs. */
import { describe, expect, it } from '@jest/globals';
import { checkDefinition, type Definition } from '@lawgate/engine';
import type { ReviewContext } from './context.ts';
import * as filing from './filing-proofs.fixtures.ts';
import * as proofs from './proofs.fixtures.ts';
import { walkThrough, withOneRecusal, withoutRecusal, type MoveFilter } from './walking.fixtures.ts';

export interface WalkSuite {
  readonly definition: Definition;
  readonly passing: readonly string[];
  readonly adviserRequired: (context: ReviewContext) => boolean;
  /** Fields of the cases to walk, by a name. */
  readonly cases: Readonly<Record<string, Record<string, unknown>>>;
  /** Rule sets that open ways of their own, by a name; each is walked with a usual case. */
  readonly ruleSets?: Readonly<Record<string, RuleSet>>;
  /**
   * Seek advice only in the walk of the usual case without a recusal. Every configuration of a review has its twin in which
   * advice is sought; a machine that is large already proves the rest of it by the other categories, whose spine is the same.
   */
  readonly advisedOnce?: true;
  /** States that only those rule sets open. */
  readonly closedByDefault?: readonly string[];
}

export interface RuleSet {
  readonly parameters: Readonly<Record<string, number>>;
  /** Recipients of a filing report that a case owes under it. */
  readonly reports: readonly string[];
  readonly closed: readonly string[];
}

const acts = [
  'deliberation.record',
  'promulgate',
  'contract.sign',
  'decision.make',
  'decision.serve',
  'publicise',
  'file',
];

export function proveOverTheWalk(suite: WalkSuite): void {
  const { definition, passing } = suite;
  it('is sound', () => expect(checkDefinition(definition)).toEqual([]));

  const standard = { parameters: {}, reports: ['government'], closed: suite.closedByDefault ?? [] };
  const walks = [
    ...Object.entries(suite.cases).map(([name, fields]) => ({ name, fields, ruleSet: standard })),
    ...Object.entries(suite.ruleSets ?? {}).map(([name, ruleSet]) => ({ name, fields: {}, ruleSet })),
  ];
  const alphabets = { 'without a conflict of interest': withoutRecusal, 'with one recusal': withOneRecusal };
  for (const [at, { name, fields, ruleSet }] of walks.entries()) {
    const { parameters, reports } = ruleSet;
    for (const [alphabet, moves] of Object.entries(alphabets)) {
      const advised = suite.advisedOnce === undefined || (at === 0 && moves === withoutRecusal);
      const only: MoveFilter = advised
        ? moves
        : (event, ...of) => event.type !== 'inquiry.begin' && moves(event, ...of);
      const closed = [...(advised ? [] : ['inquiring']), ...ruleSet.closed];
      describe(`${name}, ${alphabet}`, () => {
        const walk = walkThrough(definition, { fields, parameters, only });

        it('does nothing without a reviewed, signed letter and the opinion that the rule wants', () => {
          expect(proofs.actsWithoutReview(walk, acts, suite.adviserRequired)).toEqual([]);
        });
        it('does nothing after an unfavourable review', () => {
          expect(proofs.actsAfterUnfavourable(walk, acts, passing)).toEqual([]);
        });
        it('never lets the drafter review', () => expect(proofs.reviewsByDrafter(walk)).toEqual([]));
        it('never lets an adviser sign', () => expect(proofs.signaturesByAdvisers(walk)).toEqual([]));
        it('overrules an adviser only with the leader', () => {
          expect(proofs.overruledWithoutLeader(walk, passing)).toEqual([]);
        });
        it('passes no soft rule in silence', () => expect(proofs.silentlyOverridden(walk)).toEqual([]));
        it('can always come to an end', () => expect(proofs.withoutEnd(walk)).toEqual([]));
        it('leaves no clock running in an end but those that go on after it', () => {
          expect(proofs.clocksLeftBehind(walk, definition)).toEqual([]);
        });
        it('always waits for somebody', () => expect(proofs.forgotten(walk)).toEqual([]));
        it('visits every state that its rule set opens', () => {
          expect(proofs.neverEntered(walk, definition)).toEqual(closed);
        });
        it('closes no file while a report is owed', () => expect(filing.archivedUnfiled(walk, reports)).toEqual([]));
        it('files with each recipient once, and with no other', () => {
          expect(filing.filedInVain(walk, reports)).toEqual([]);
        });
        it('books every report with its number and recipient', () => expect(filing.wronglyBooked(walk)).toEqual([]));
        it('closes no filing task but the one that the report is about', () => {
          expect(filing.wrongTaskClosed(walk)).toEqual([]);
        });
        it('has seen the separation rules refuse', () => {
          expect([...proofs.refusedBy(walk)]).toEqual(
            expect.arrayContaining(['separation.drafter-not-reviewer', 'separation.director-not-reviewer']),
          );
        });
      });
    }
  }
}
