/** Effective-dated parameters (规则版本): which set a new case begins under, and what it says. Pure. */
import type { CivilDate } from '@lawgate/calendar';
import type { Definition, ParameterSpec } from '@lawgate/engine';

/** What a choice looks at. */
export interface RuleSetHead {
  readonly version: number;
  /** The organisation that entered it. */
  readonly orgPath: string;
  /** Cases that begin on this day are the first under it. */
  readonly effectiveFrom: CivilDate;
}

export interface SetValue {
  readonly value: number;
  /** Null where the definition's own citation applies. */
  readonly citation: string | null;
}

/** Values by category and key; what is not in it is as built into the definition. */
export type SetValues = Readonly<Record<string, Readonly<Record<string, SetValue>>>>;

/** A set never changes. */
export interface RuleSet {
  readonly version: number;
  /** Null for what is built in. */
  readonly effectiveFrom: CivilDate | null;
  readonly documentNumber: string | null;
  /** The set on whose values this one was made; null for what is built in. */
  readonly baseVersion: number | null;
  readonly values: SetValues;
}

/** The definitions' own values. */
export const builtIn: RuleSet = {
  version: 1,
  effectiveFrom: null,
  documentNumber: null,
  baseVersion: null,
  values: {},
};

/**
 * The version under which a case of an organisation begins on a day: of its own sets in force that with the greatest
 * (effectiveFrom, version); without one, that of the nearest organisation above; else what is built in.
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
  // Both are on one branch, so the longer path is the nearer one.
  if (set.orgPath !== than.orgPath) return set.orgPath.length > than.orgPath.length;
  if (set.effectiveFrom !== than.effectiveFrom) return set.effectiveFrom > than.effectiveFrom;
  return set.version > than.version;
}

/** What a set says of one parameter. */
export function settingOf(set: Pick<RuleSet, 'values'>, category: string, key: string, spec: ParameterSpec): SetValue {
  const own = valuesOf(set, category);
  return (Object.hasOwn(own, key) ? own[key] : undefined) ?? { value: spec.value, citation: null };
}

/** Every parameter of a definition as the set has it, by key. */
export function parametersOf(set: Pick<RuleSet, 'values'>, definition: Definition): Record<string, number> {
  return Object.fromEntries(
    Object.entries(definition.parameters).map(([key, spec]) => [key, settingOf(set, definition.key, key, spec).value]),
  );
}

/** The citations that were given with values, by key. */
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
