/** Checks that the default of each parameter is within the bounds for values that a town may enter. */
import { boundsInWords, boundsOf, isWithin } from '../bounds.ts';
import type { Definition } from '../definition.ts';
import { problem, type DefinitionProblem } from './problem.ts';

export function checkParameters(definition: Definition): DefinitionProblem[] {
  const { parameters } = definition;
  return Object.entries(parameters).flatMap(([key, spec]) => {
    const ceiling = spec.notAbove === undefined ? spec : parameters[spec.notAbove];
    if (ceiling === undefined || spec.value > ceiling.value) {
      const message = `参数“${key}”应不大于参数“${spec.notAbove}”，但后者没有声明或默认值更小。请改正 notAbove 或 value。`;
      return [problem('definition.parameter-out-of-bounds', `parameter:${key}`, message)];
    }
    const bounds = boundsOf(spec);
    if (isWithin(bounds, spec.value)) return [];
    const message = `参数“${key}”的默认值${spec.value}不在其范围内（${boundsInWords(bounds)}）。请改正 value 或 bounds。`;
    return [problem('definition.parameter-out-of-bounds', `parameter:${key}`, message)];
  });
}
