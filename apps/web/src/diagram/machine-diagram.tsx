/** The machine of a definition as a diagram; with a case, its path and present state. */
import { Skeleton } from 'antd';
import { lazy, Suspense, useMemo } from 'react';
import type { CaseView, Definition } from '../api/types.ts';
import { graphOf } from './graph.ts';
import { InWords } from './in-words.tsx';
import './diagram.css';

const Drawing = lazy(() => import('./drawing.tsx'));

export interface MachineDiagramProps {
  readonly definition: Definition;
  readonly case?: CaseView;
  /** Average stay in a state as text, such as 平均 3.2 个工作日, by the state's path. */
  readonly dwell?: Readonly<Record<string, string>>;
}

export function MachineDiagram({ definition, case: view, dwell = {} }: MachineDiagramProps) {
  const graph = useMemo(() => graphOf(definition, view), [definition, view]);
  return (
    <figure className="diagram" aria-label={`${definition.label}流程图`}>
      <Legend of={view === undefined ? 'definition' : 'case'} />
      <Suspense fallback={<Skeleton active />}>
        <Drawing definition={definition} graph={graph} view={view} dwell={dwell} />
      </Suspense>
      <InWords definition={definition} graph={graph} />
    </figure>
  );
}

function Legend({ of }: { of: 'definition' | 'case' }) {
  if (of === 'definition') return null;
  const entries = [
    ['here', '当前环节'],
    ['passed', '已经过'],
    ['next', '下一步可能'],
    ['other', '未经过'],
  ] as const;
  return (
    <ul className="diagram-legend" aria-label="图例">
      {entries.map(([mark, label]) => (
        <li key={mark}>
          <span className="diagram-swatch" data-mark={mark} aria-hidden />
          {label}
        </li>
      ))}
    </ul>
  );
}
