/** Checks that every paper can be issued, and that its kind names it alone. */
import type { Definition } from '../definition.ts';
import { problem, type DefinitionProblem } from './problem.ts';

export function checkPapers({ papers = [], events }: Definition): DefinitionProblem[] {
  return papers.flatMap(({ kind, event }, at) => [
    ...(event === null || Object.hasOwn(events, event)
      ? []
      : [
          problem(
            'definition.paper-event-undeclared',
            `paper:${kind}`,
            `文书“${kind}”应在动作“${event}”之后生成，而该动作没有声明。请在 events 中声明，或改正 event；只按需打印的，event 写 null。`,
          ),
        ]),
    ...(papers.findIndex((one) => one.kind === kind) === at
      ? []
      : [
          problem(
            'definition.paper-kind-duplicate',
            `paper:${kind}`,
            `有两种文书的 kind 都是“${kind}”。请改其中一个的 kind。`,
          ),
        ]),
  ]);
}
