/**
 * Effective-dated parameters (规则版本): the set under which a new case begins, its values, and the sets as rows. A set
 * never changes, so cached sets do not expire.
 */
import type { CivilDate } from '@lawgate/calendar';
import { defaultLadder, ladderOf, type Definition, type Ladder, type ParameterSpec } from '@lawgate/engine';
import type pg from 'pg';
import { asViewer, type Viewer } from '@lawgate/database';
import { sqlText } from '../sql-text.ts';

export interface RuleSets {
  /** The set under which a case of the viewer's organisation begins on that day. */
  inForce(viewer: Viewer, day: CivilDate): Promise<RuleSet>;
  /**
   * The set of a version.
   *
   * @param by the viewer who looks it up, or the current transaction, so that no second connection is needed
   * @throws Error where they may not see it; a person who may see a case may see its set
   */
  of(version: number, by: Viewer | pg.Pool | pg.PoolClient): Promise<RuleSet>;
}

/** Prepared by name: every new case asks it. */
const headsStatement = { name: 'rulesets-in-reach', text: sqlText('rulesets-in-reach') };
const setText = sqlText('rule-set');

export class RuleSetStore implements RuleSets {
  /** Each organisation adds a few sets a year, so nothing is evicted. */
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

/** For installations where nobody enters sets: the built-in one is always in force. */
export const builtInOnly: RuleSets = { inForce: async () => builtIn, of: async () => builtIn };

/** The properties of a task that its ladder depends on. */
export interface LadderTask {
  readonly category: string;
  /** The version of the category that the case belongs to. */
  readonly definitionVersion: number;
  readonly rulesetVersion: number;
  /** Key of its clock. */
  readonly clock: string | null;
}

/** The ladder of a task by the rule set of its case; the default ladder for a category that is no longer installed. */
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

/** The properties by which a set is chosen. */
export interface RuleSetHead {
  readonly version: number;
  /** The organisation that entered it. */
  readonly orgPath: string;
  /** Cases that begin on this day are the first under it. */
  readonly effectiveFrom: CivilDate;
}

export interface SetValue {
  readonly value: number;
  /** Null where the citation of the definition applies. */
  readonly citation: string | null;
}

/** Values by category and key; for missing values the definition's default applies. */
export type SetValues = Readonly<Record<string, Readonly<Record<string, SetValue>>>>;

/** A rule set. Never changes. */
export interface RuleSet {
  readonly version: number;
  /** Null for the built-in set. */
  readonly effectiveFrom: CivilDate | null;
  readonly documentNumber: string | null;
  /** The set whose values were the starting point of this one; null for the built-in set. */
  readonly baseVersion: number | null;
  readonly values: SetValues;
}

/** The default values of the definitions. */
export const builtIn: RuleSet = {
  version: 1,
  effectiveFrom: null,
  documentNumber: null,
  baseVersion: null,
  values: {},
};

/**
 * The version under which a case of an organisation begins on a day: of the organisation's own sets in force the one
 * with the greatest (effectiveFrom, version); without one, that of the nearest organisation above; otherwise the
 * built-in set.
 */
export function versionInForce(sets: readonly RuleSetHead[], orgPath: string, day: CivilDate): number {
  let best: RuleSetHead | null = null;
  for (const set of sets) {
    if (!orgPath.startsWith(set.orgPath) || set.effectiveFrom > day) continue;
    if (best === null || isNearerOrLater(set, best)) best = set;
  }
  return best?.version ?? builtIn.version;
}

function isNearerOrLater(set: RuleSetHead, than: RuleSetHead): boolean {
  // Both organisations are on one branch, so the longer path is the nearer one.
  if (set.orgPath !== than.orgPath) return set.orgPath.length > than.orgPath.length;
  if (set.effectiveFrom !== than.effectiveFrom) return set.effectiveFrom > than.effectiveFrom;
  return set.version > than.version;
}

/** The value and citation of one parameter in a set. */
export function settingOf(set: Pick<RuleSet, 'values'>, category: string, key: string, spec: ParameterSpec): SetValue {
  const own = valuesOf(set, category);
  return (Object.hasOwn(own, key) ? own[key] : undefined) ?? { value: spec.value, citation: null };
}

/** Every parameter of a definition with its value in the set, by key. */
export function parametersOf(set: Pick<RuleSet, 'values'>, definition: Definition): Record<string, number> {
  return Object.fromEntries(
    Object.entries(definition.parameters).map(([key, spec]) => [key, settingOf(set, definition.key, key, spec).value]),
  );
}

/** The citations that were entered with values, by key. */
export function citationsOf(set: Pick<RuleSet, 'values'>, definition: Definition): Record<string, string> {
  return Object.fromEntries(
    Object.entries(valuesOf(set, definition.key)).flatMap(([key, { citation }]) =>
      citation === null ? [] : [[key, citation]],
    ),
  );
}

function valuesOf({ values }: Pick<RuleSet, 'values'>, category: string): Readonly<Record<string, SetValue>> {
  return (Object.hasOwn(values, category) ? values[category] : undefined) ?? {};
}
