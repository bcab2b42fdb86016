/** The conclusions of an opinion letter, by their words. */
import { describeDefinition, type Definition } from '@lawgate/engine';
import type { DefinitionRegistry } from '@lawgate/cases';

const knownConclusions = new WeakMap<Definition, Readonly<Record<string, string>>>();

/** The conclusions of a category: labels by key. */
export function conclusionLabels(definition: Definition): Readonly<Record<string, string>> {
  const known = knownConclusions.get(definition);
  if (known !== undefined) return known;
  const findings = describeDefinition(definition).events.find((event) => event.type === 'findings.record');
  const schema = findings?.payload as { properties?: { conclusion?: { 'x-labels'?: Record<string, string> } } };
  const labels = schema?.properties?.conclusion?.['x-labels'] ?? {};
  knownConclusions.set(definition, labels);
  return labels;
}

/** The label of a case's conclusion, whichever version of its category it belongs to. */
export function conclusionLabel(
  definitions: DefinitionRegistry,
  { category, conclusion }: { readonly category: string; readonly conclusion: string | null },
): string | null {
  if (conclusion === null) return null;
  return definitions.wordFor(category, (definition) => conclusionLabels(definition)[conclusion]) ?? conclusion;
}
