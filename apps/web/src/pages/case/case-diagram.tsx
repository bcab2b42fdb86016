import type { CaseView, Definition } from '../../api/types.ts';
import { MachineDiagram } from '../../diagram/machine-diagram.tsx';
import { Nothing } from '../../shared/page.tsx';

export default function CaseDiagram({ view, definition }: { view: CaseView; definition: Definition | undefined }) {
  if (definition === undefined) return <Nothing>流程图正在读取。</Nothing>;
  return <MachineDiagram definition={definition} case={view} />;
}
