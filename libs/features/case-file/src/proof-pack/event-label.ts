/** The label of a history row. */
import { declaredKey, settled, type DefinitionDescription } from '@lawgate/engine';
import { ownLabel } from '@lawgate/cases';

export function eventLabel(
  definition: DefinitionDescription | null,
  { type, payload }: { readonly type: string; readonly payload: unknown },
): string {
  if (type === settled) {
    const { clock = '' } = payload as { clock?: string };
    return definition?.clocks.find(({ key }) => key === declaredKey(clock))?.settle?.label ?? ownLabel(type) ?? type;
  }
  const known = [...(definition?.events ?? []), ...(definition?.taskEvents ?? [])];
  return known.find((event) => event.type === type)?.label ?? ownLabel(type) ?? type;
}
