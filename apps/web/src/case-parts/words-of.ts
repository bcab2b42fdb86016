/** Labels for the codes in a case's payloads, from its definition. */
import type { Definition } from '../api/types.ts';
import type { Schema } from '../shared/schema.ts';

/** Label of a choice in some event, such as the conclusion of an opinion; the code itself where none is found. */
export function choiceLabel(definition: Definition | undefined, property: string, code: string): string {
  for (const { payload } of definition?.events ?? []) {
    const found = labelIn(payload as Schema, property, code);
    if (found !== null) return found;
  }
  return code;
}

function labelIn(schema: Schema, property: string, code: string): string | null {
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    const own = key === property ? choiceIn(field, code) : null;
    const found = own ?? labelIn(field.items ?? field, property, code);
    if (found !== null) return found;
  }
  return null;
}

/** Label of a member of a choice, also of a choice that may be a boolean instead. */
export function choiceIn(schema: Schema, code: string): string | null {
  const alternatives = (schema['anyOf'] ?? []) as readonly Schema[];
  return [schema, ...alternatives].find((each) => each['x-labels']?.[code] !== undefined)?.['x-labels']?.[code] ?? null;
}

export function payloadSchema(definition: Definition | undefined, type: string): Schema | null {
  const known = definition?.events.find((event) => event.type === type) ?? null;
  const task = definition?.taskEvents.find((event) => event.type === type) ?? null;
  return ((known ?? task)?.payload as Schema | undefined) ?? null;
}

/** Labels of materials by kind, for lists of documents. */
export function materialLabels(materials: readonly { kind: string; label: string }[]): Record<string, string> {
  return Object.fromEntries(materials.map(({ kind, label }) => [kind, label]));
}
