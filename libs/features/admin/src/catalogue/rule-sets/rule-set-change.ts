/** The changes that a new rule set makes, and the reasons for which it is refused. Pure. */
import type { CivilDate } from '@lawgate/calendar';
import type { Problem } from '@lawgate/contracts';
import { boundsInWords, boundsOf, isWithin, type Definition, type ParameterSpec } from '@lawgate/engine';
import { settingOf, type RuleSet, type SetValue } from '@lawgate/cases';

export interface WantedValue {
  readonly category: string;
  readonly key: string;
  readonly value: number;
  /** Citation of the value; without one the definition's own citation applies. */
  readonly citation?: string | undefined;
}

/** One parameter that differs from the set before. Citations are those shown, never null. */
export interface ParameterChange {
  readonly category: string;
  readonly categoryLabel: string;
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly citationBefore: string;
  readonly citation: string;
}

type RuleRefusals = NonNullable<Problem['refusals']>;

export interface WantedSet {
  readonly today: CivilDate;
  readonly effectiveFrom: CivilDate;
  readonly values: readonly WantedValue[];
}

/** Every reason why the set cannot be entered; the id of each rule is the code of the error. */
export function refusalsOf(
  definitions: readonly Definition[],
  base: RuleSet,
  { today, effectiveFrom, values }: WantedSet,
): RuleRefusals {
  const refusals: RuleRefusals = [];
  const refuse = (rule: string, message: string, citation: string | null = null): void =>
    void refusals.push({ rule, message, citation, overridable: false });

  if (effectiveFrom < today) {
    const message = `施行日期${effectiveFrom}已过。已经开始的案件适用其开始时的参数，新参数不能追溯，请填写今天（${today}）或以后的日期。`;
    refuse('ruleset.effective-in-past', message, '《中华人民共和国立法法》第一百零四条');
  }
  const seen = new Set<string>();
  for (const { category, key, value } of values) {
    const definition = definitions.find((each) => each.key === category);
    if (definition === undefined) {
      const known = definitions.map((each) => `${each.key}（${each.label}）`).join('、');
      refuse('ruleset.category-unknown', `没有审查类别“${category}”。可用的类别：${known}。`);
      continue;
    }
    const spec = specOf(definition, key);
    if (spec === undefined) {
      const known = Object.keys(definition.parameters).join('、');
      refuse('ruleset.key-unknown', `${definition.label}没有参数“${key}”。可用的参数：${known}。`);
      continue;
    }
    const name = `${category} ${key}`;
    if (seen.has(name)) {
      refuse('ruleset.key-duplicate', `${definition.label}的“${spec.label}”填写了不止一次，请只保留一项。`);
    }
    seen.add(name);
    const bounds = boundsOf(spec);
    if (!isWithin(bounds, value)) {
      const message = `${definition.label}的“${spec.label}”应为${boundsInWords(bounds)}（${spec.unit}），填写的是${value}。`;
      refuse('ruleset.value-out-of-bounds', message, spec.citation);
    }
  }
  if (refusals.length > 0) return refusals;
  const next = withValues(definitions, base, values);
  for (const { definition, spec, value, ceiling, maximum: maximum } of passedCeilings(definitions, next)) {
    const message = `${definition.label}的“${spec.label}”（${value}${spec.unit}）不能大于“${ceiling.label}”（${maximum}${ceiling.unit}），请调整其中一项。`;
    refuse('ruleset.value-out-of-bounds', message, spec.citation);
  }
  if (changesBetween(definitions, base, next).length === 0) {
    refuse('ruleset.nothing-changed', '填写的参数与届时施行的完全相同，没有需要录入的变动。请修改后再提交。');
  }
  return refusals;
}

/** Parameters that would exceed another one that they must not exceed. */
function passedCeilings(definitions: readonly Definition[], set: Pick<RuleSet, 'values'>) {
  return definitions.flatMap((definition) =>
    Object.entries(definition.parameters).flatMap(([key, spec]) => {
      const ceiling = spec.notAbove === undefined ? undefined : specOf(definition, spec.notAbove);
      if (spec.notAbove === undefined || ceiling === undefined) return [];
      const { value } = settingOf(set, definition.key, key, spec);
      const maximum = settingOf(set, definition.key, spec.notAbove, ceiling).value;
      return value > maximum ? [{ definition, spec, value, ceiling, maximum: maximum }] : [];
    }),
  );
}

/** The values of a set made from `base` and the requested values; contains only differences from the definitions. */
export function withValues(
  definitions: readonly Definition[],
  base: RuleSet,
  wanted: readonly WantedValue[],
): Pick<RuleSet, 'values'> {
  const values: Record<string, Record<string, SetValue>> = {};
  for (const definition of definitions) {
    for (const [key, spec] of Object.entries(definition.parameters)) {
      const own = wanted.find((each) => each.category === definition.key && each.key === key);
      const setting =
        own === undefined
          ? settingOf(base, definition.key, key, spec)
          : { value: own.value, citation: basis(own, spec) };
      if (setting.value === spec.value && setting.citation === null) continue;
      (values[definition.key] ??= {})[key] = setting;
    }
  }
  return { values };
}

/** Differences of `after` from `before`, in the order of the definitions. */
export function changesBetween(
  definitions: readonly Definition[],
  before: Pick<RuleSet, 'values'>,
  after: Pick<RuleSet, 'values'>,
): ParameterChange[] {
  return definitions.flatMap(({ key: category, label: categoryLabel, parameters }) =>
    Object.entries(parameters).flatMap(([key, spec]) => {
      const [was, is] = [settingOf(before, category, key, spec), settingOf(after, category, key, spec)];
      if (isSame(was, is)) return [];
      const { label, unit } = spec;
      return [
        {
          ...{ category, categoryLabel, key, label, unit },
          from: was.value,
          to: is.value,
          citationBefore: was.citation ?? spec.citation,
          citation: is.citation ?? spec.citation,
        },
      ];
    }),
  );
}

/**
 * The version since which a parameter has its value.
 *
 * @param line the set, its base set, and so on back to the built-in one
 */
export function sinceVersion(line: readonly RuleSet[], category: string, key: string, spec: ParameterSpec): number {
  let since = line[0]?.version ?? 1;
  for (const [index, set] of line.entries()) {
    const older = line[index - 1];
    const setting = settingOf(set, category, key, spec);
    if (older !== undefined && !isSame(setting, settingOf(older, category, key, spec))) return since;
    since = set.version;
  }
  return since;
}

function specOf({ parameters }: Definition, key: string): ParameterSpec | undefined {
  return Object.hasOwn(parameters, key) ? parameters[key] : undefined;
}

function basis({ citation }: WantedValue, spec: ParameterSpec): string | null {
  return citation === undefined || citation === spec.citation ? null : citation;
}

function isSame(a: SetValue, b: SetValue): boolean {
  return a.value === b.value && a.citation === b.citation;
}
