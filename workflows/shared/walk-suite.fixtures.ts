/** The walks and proofs that every category's spec runs. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkDefinition, type Definition, type Walk } from '@lawgate/engine';
import { allProofs } from './all-proofs.fixtures.ts';
import type { ReviewContext } from './context.ts';
import { walkThrough, withOneRecusal, withoutRecusal, type MoveFilter } from './walking.fixtures.ts';

export interface WalkSuite {
  readonly definition: Definition;
  readonly passing: readonly string[];
  readonly adviserRequired: (context: ReviewContext) => boolean;
  /** Fields of the cases to walk, by name of the walk. */
  readonly cases: Readonly<Record<string, Record<string, unknown>>>;
  /** Rule sets that enable further paths, by name; each is walked with a standard case. */
  readonly ruleSets?: Readonly<Record<string, RuleSet>>;
  /**
   * Seek advice only in the walk of the standard case without a recusal. Seeking advice doubles the configurations of a
   * review; a large machine relies on the other categories for the rest, because they share the spine.
   */
  readonly advisedOnce?: true;
  /** States that can be entered under those rule sets only. */
  readonly closedByDefault?: readonly string[];
}

export interface RuleSet {
  readonly parameters: Readonly<Record<string, number>>;
  /** Recipients of the filing reports that a case needs under this rule set. */
  readonly reports: readonly string[];
  readonly closed: readonly string[];
}

export function proveOverTheWalk(suite: WalkSuite): void {
  const { definition } = suite;
  it('is valid', () => expect(checkDefinition(definition)).toEqual([]));

  const standard = { parameters: {}, reports: requiredByDefault(definition), closed: suite.closedByDefault ?? [] };
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
        // One walk at a time: together they would take several hundred megabytes.
        let walk: Walk | undefined;
        beforeAll(() => {
          walk = walkThrough(definition, { fields, parameters, only });
        });
        afterAll(() => {
          walk = undefined;
        });

        for (const [claim, counterexamples] of Object.entries(allProofs({ ...suite, reports, closed }))) {
          it(claim, () => expect(counterexamples(walk as Walk)).toEqual([]));
        }
      });
    }
  }
}

/** A category with a filing event needs a report to the government one level up. */
function requiredByDefault({ events }: Definition): readonly string[] {
  return 'file' in events ? ['government'] : [];
}
