/** Rule sets as rows. What was read once is cached for good: a set never changes. */
import type { CivilDate } from '@lawgate/calendar';
import { defaultLadder, ladderOf, type Definition, type Ladder } from '@lawgate/engine';
import type pg from 'pg';
import { builtIn, parametersOf, versionInForce, type RuleSet, type RuleSetHead } from './rule-set.ts';
import { asViewer, type Viewer } from '@lawgate/database';

export interface RuleSets {
  /** The set under which a case of the viewer's organisation begins on that day. */
  inForce(viewer: Viewer, day: CivilDate): Promise<RuleSet>;
  /**
   * The set of a version.
   *
   * @param the viewer of the look-up, or the transaction under way, so that no second connection is waited for
   * @throws Error where it is not there for them; who may see a case may see its set
   */
  of(version: number, by: Viewer | pg.Pool | pg.PoolClient): Promise<RuleSet>;
}

const headsStatement = {
  name: 'rulesets-in-reach',
  text: 'select rulesets_in_reach($1, $2, $3, $4) as heads',
};

const setText = `select r.version, r.effective_from::text as "effectiveFrom", r.document_number as "documentNumber",
  r.base_version as "baseVersion", coalesce((
    select json_object_agg(c.category, c.values) from (
      select p.category, json_object_agg(p.key, json_build_object('value', p.value, 'citation', p.citation)) as values
        from ruleset_parameter p where p.version = r.version group by p.category) as c), '{}') as values
  from ruleset r where r.version = $1`;

export class RuleSetStore implements RuleSets {
  /** A few a year for each organisation: nothing is ever thrown out. */
  readonly #known = new Map<number, RuleSet>([[builtIn.version, builtIn]]);

  constructor(private readonly pool: pg.Pool) {}

  async inForce(viewer: Viewer, day: CivilDate): Promise<RuleSet> {
    const found = await this.pool.query<{ heads: RuleSetHead[] }>({
      ...headsStatement,
      values: [viewer.scope, viewer.orgPath, viewer.id, day],
    });
    return this.of(versionInForce(found.rows[0]?.heads ?? [], viewer.orgPath, day), viewer);
  }

  async of(version: number, by: Viewer | pg.Pool | pg.PoolClient): Promise<RuleSet> {
    const known = this.#known.get(version);
    if (known !== undefined) return known;
    const read = async (tx: pg.Pool | pg.PoolClient): Promise<RuleSet | undefined> =>
      (await tx.query<RuleSet>(setText, [version])).rows[0];
    const set = await ('query' in by ? read(by) : asViewer(this.pool, by, read));
    if (set === undefined) throw new Error(`rule set ${version} is not there`);
    this.#known.set(version, set);
    return set;
  }
}

/** Where nobody enters sets: what is built in holds for everybody. */
export const builtInOnly: RuleSets = { inForce: async () => builtIn, of: async () => builtIn };

/** A task as far as its ladder depends on it. */
export interface LadderTask {
  readonly category: string;
  /** The version of the category under which the case goes on. */
  readonly definitionVersion: number;
  readonly rulesetVersion: number;
  /** Key of its clock. */
  readonly clock: string | null;
}

/** The ladder of a task by the rule set of its case; a category that is not installed any more has the usual one. */
export async function ladderOfTask(
  ruleSets: RuleSets,
  definition: Definition | null,
  task: LadderTask,
  tx: pg.Pool | pg.PoolClient,
): Promise<Ladder> {
  if (definition === null) return defaultLadder;
  const set = await ruleSets.of(task.rulesetVersion, tx);
  return ladderOf(definition, task.clock, parametersOf(set, definition));
}
