/**
 * Checks that every fact that the case may record has a schema, and that reports can read the facts that they count.
 */
import { z, type ZodType } from 'zod';
import { countedFacts, jsonTypeOf } from '../counted-facts.ts';
import type { Definition } from '../definition.ts';
import { nodesOf } from '../transitions.ts';
import { problem, type DefinitionProblem } from './problem.ts';
import { knownActions } from './reach.ts';

export function checkFacts(definition: Definition): DefinitionProblem[] {
  // A definition may be plain JavaScript, so the compiler has not checked that these exist.
  const facts = (definition.facts as Definition['facts'] | undefined) ?? {};
  return [
    ...[...factsRecorded(definition)]
      .filter((fact) => !Object.hasOwn(facts, fact))
      .map((fact) =>
        problem(
          'definition.fact-undeclared',
          `fact:${fact}`,
          `流程记录事实“${fact}”，但没有写明它的内容。请在 facts 中以 zod 结构声明 '${fact}'。`,
        ),
      ),
    ...Object.entries(facts).flatMap(([fact, schema]) => checkCounted(fact, schema)),
  ];
}

/** Names of the facts that actions record under a fixed name. */
export function factsRecorded(definition: Definition): ReadonlySet<string> {
  const actions = nodesOf(definition).flatMap((node) => [
    ...node.entry,
    ...node.exit,
    ...[...node.transitions.values()].flat().flatMap((transition) => transition.actions),
    ...(node.always ?? []).flatMap((transition) => transition.actions),
  ]);
  const passed = knownActions(actions).map(({ params }) => params);
  return new Set(passed.flatMap((one) => (one.kind === 'fact' ? [one.fact] : [])));
}

/** A detail that reports read must have the type that they expect; an undeclared detail is read as absent. */
function checkCounted(fact: string, schema: ZodType): DefinitionProblem[] {
  if (!(fact in countedFacts)) return [];
  const where = `fact:${fact}`;
  if (!(schema instanceof z.ZodObject)) {
    const message = `事实“${fact}”由报表统计，其内容应是对象。请在 facts 中以 z.strictObject({…}) 声明。`;
    return [problem('definition.fact-not-countable', where, message)];
  }
  const counted: Readonly<Record<string, ZodType>> = countedFacts[fact as keyof typeof countedFacts].shape;
  return Object.entries(schema.shape as Record<string, ZodType>).flatMap(([detail, part]) => {
    const expected = counted[detail] === undefined ? null : jsonTypeOf(counted[detail]);
    const found = jsonTypeOf(part);
    if (expected === null || found === expected) return [];
    const message = `事实“${fact}”的“${detail}”由报表统计，应为${expected}，而声明为${String(found)}。请在 facts 中改正。`;
    return [problem('definition.fact-not-countable', where, message)];
  });
}
