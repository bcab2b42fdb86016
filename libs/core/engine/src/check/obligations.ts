/** Checks that every end declares the facts that it requires, and that every path to it records them. */
import type { Definition, Obligations } from '../definition.ts';
import { statesOf } from '../machine.ts';
import { problem, type DefinitionProblem } from './problem.ts';
import type { Reach } from './reach.ts';
import { recordsFact, findWay, spell } from './ways.ts';

export function checkObligations(definition: Definition, reach: Reach | null): DefinitionProblem[] {
  // A definition may be plain JavaScript, so the compiler has not checked that these exist.
  const obligations = (definition.obligations as Obligations | undefined) ?? {};
  const ends = endsOf(definition);
  return [
    ...ends
      .filter((end) => !Object.hasOwn(obligations, end))
      .map((end) =>
        problem(
          'definition.obligations-missing',
          end,
          `办结环节“${end}”没有写明办结前必须记录的事实。请在 obligations 中写 '${end}': […]，确实没有的写空列表。`,
        ),
      ),
    ...Object.entries(obligations).flatMap(([end, facts]) =>
      ends.includes(end)
        ? facts.flatMap((fact) => checkMet(definition, reach, end, fact))
        : [
            problem(
              'definition.obligations-of-no-end',
              end,
              `obligations 中的“${end}”不是办结环节。请改为下列之一，或删去：${ends.join('、')}。`,
            ),
          ],
    ),
  ];
}

/** Paths of the final states in which a case ends; the final state of a parallel region is not one of them. */
export function endsOf(definition: Definition): string[] {
  return [...statesOf(definition).values()]
    .filter(({ node }) => node.type === 'final' && node.path.length === 1)
    .map(({ path }) => path);
}

function checkMet(definition: Definition, reach: Reach | null, end: string, fact: string): DefinitionProblem[] {
  if (reach?.complete !== true || recordsFact(reach.first, fact)) return [];
  const way = findWay(reach, {
    avoid: (passage) => recordsFact(passage, fact),
    found: (at) => reach.configurations.get(at)?.active.includes(end) ?? false,
  });
  if (way === null) return [];
  const message =
    `案件可以不记录“${fact}”就到达办结环节“${end}”：${spell(definition, reach, way)}。` +
    `请在这条路上用 recordFact('${fact}') 记录，去掉这条路，或从 obligations 中删去“${fact}”。`;
  return [problem('definition.obligation-unmet', end, message)];
}
