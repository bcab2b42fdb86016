/** Checks what a definition says about recorded cases (补录): the reserved state, and the dates that may be entered. */
import type { Definition } from '../definition.ts';
import { startDated } from '../effects.ts';
import { recordedState } from '../machine.ts';
import { problem, type DefinitionProblem } from './problem.ts';

export function checkRecorded(definition: Definition): DefinitionProblem[] {
  const states = definition.machine.config.states ?? {};
  const reserved = Object.hasOwn(states, recordedState)
    ? [
        problem(
          'definition.state-reserved',
          recordedState,
          `环节不能叫“${recordedState}”，这是补录事项专用的状态。请改名。`,
        ),
      ]
    : [];
  return [...reserved, ...checkDates(definition)];
}

function checkDates(definition: Definition): DefinitionProblem[] {
  const { recordedDates } = definition;
  if (recordedDates === undefined) return [];
  const parameters = Object.fromEntries(Object.entries(definition.parameters).map(([key, { value }]) => [key, value]));
  const starts = (payload: unknown): boolean => {
    const parsed = recordedDates.payload.safeParse(payload);
    if (!parsed.success) return false;
    const context = recordedDates.context(parsed.data as never);
    const env = { today: '2024-01-02', parameters } as never;
    return Object.entries(definition.clocks).some(
      ([key, { keeps }]) => keeps === true && startDated(definition, key, context, env).length > 0,
    );
  };
  if (recordedDates.examples.length > 0 && recordedDates.examples.every(starts)) return [];
  const message =
    '补记日期（recordedDates）的样例不符合格式，或者没有启动任何办结以后的期限（keeps: true）。请改正样例、格式或 context。';
  return [problem('definition.recorded-dates-invalid', 'definition', message)];
}
