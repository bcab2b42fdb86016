import type { CaseView, Definition } from '../../api/types.ts';
import { MachineDiagram } from '../../diagram/machine-diagram.tsx';

export default function CaseDiagram({ view, definition }: { view: CaseView; definition: Definition }) {
  return <MachineDiagram definition={definition} case={view} />;
}
