/** Checks that on every path to the act a rule requires each material that a case must have. */
import type { Definition, MaterialSpec } from '../definition.ts';
import { problem, type DefinitionProblem } from './problem.ts';
import type { Reach } from './reach.ts';
import { findWay, spell } from './ways.ts';

export function checkMaterials(definition: Definition, reach: Reach | null): DefinitionProblem[] {
  if (reach?.complete !== true) return [];
  return definition.materials
    .filter((material) => material.required || material.requiredWhen !== undefined)
    .flatMap((material) => checkEnforced(definition, reach, material));
}

function checkEnforced(definition: Definition, reach: Reach, { kind, label }: MaterialSpec): DefinitionProblem[] {
  const acts = (definition.acts as readonly string[] | undefined) ?? [];
  const way = findWay(reach, {
    avoid: ({ enforces }) => enforces.includes(kind),
    found: (_, passage) => passage?.event != null && acts.includes(passage.event) && !passage.enforces.includes(kind),
  });
  if (way === null) return [];
  const message =
    `材料“${label}”（${kind}）为必需，但没有规则要求它就可以办到所审事项本身：${spell(definition, reach, way)}。` +
    `请在这条路上的规则中要求它（enforcesMaterials），或将材料改为非必需。`;
  return [problem('definition.material-unenforced', `material:${kind}`, message)];
}
