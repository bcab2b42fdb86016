/** What a row of the history is called. */
import { declaredKey, lapsed, settled, type DefinitionDescription } from '@lawgate/engine';
import { recomputed } from '@lawgate/runtime';

/** Rows of the history that no event of a definition writes. */
const ownLabels: Readonly<Record<string, string>> = {
  create: '新建',
  [recomputed]: '节假日安排变动，期限重新计算',
  [lapsed]: '期限届满，自行终止',
};

export function eventLabel(
  definition: DefinitionDescription | null,
  { type, payload }: { readonly type: string; readonly payload: unknown },
): string {
  if (type === settled) {
    const { clock = '' } = payload as { clock?: string };
    return definition?.clocks.find(({ key }) => key === declaredKey(clock))?.settle?.label ?? type;
  }
  return definition?.events.find((event) => event.type === type)?.label ?? ownLabels[type] ?? type;
}
