/** The diagram as text, for screen readers and for printing. */
import type { Definition } from '../api/types.ts';
import { instant } from '../shared/dates.ts';
import { roleLabel } from '../shared/words.ts';
import type { Box, Graph } from './graph.ts';

const marks: Readonly<Record<Box['mark'], string>> = {
  here: '当前环节',
  passed: '已经过',
  next: '下一步可能',
  other: '未经过',
};

export function InWords({ definition, graph }: { definition: Definition; graph: Graph }) {
  const isOfCase = graph.boxes.some(({ mark }) => mark !== 'other');
  const leaves = graph.boxes.filter(({ kind }) => kind === 'leaf' || kind === 'end');
  return (
    <details className="diagram-words">
      <summary>文字版流程</summary>
      <ol aria-label={`${definition.label}的各环节`}>
        {leaves.map((box) => (
          <li key={box.path}>
            <strong>{box.label}</strong>
            {box.task === null ? '' : `（${roleLabel(box.task.role)}：${box.task.label}）`}
            {isOfCase ? `，${marks[box.mark]}` : ''}
            {box.visits.map(({ from, by, event, until }) => (
              <div key={from}>
                {instant(from)} {by}“{event}”后进入，{until === null ? '至今' : `${instant(until)} 离开`}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}
