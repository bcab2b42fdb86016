/** Names of schemas in the OpenAPI document: what has a name becomes a component, and every use of it a reference. */
import { z, type ZodType } from 'zod';

/** By name, the files that gave it. */
const files = new Map<string, Set<string>>();

/**
 * Gives schemas their names as components of the OpenAPI document. Called once in a file, after its schemas. A name is
 * unique over all files: where two files give the same one, generating the document fails.
 *
 * @param file `import.meta.url` of the calling module, for the message about a name that is given twice
 */
export function nameSchemas(file: string, schemas: Readonly<Record<string, ZodType>>): void {
  for (const [id, schema] of Object.entries(schemas)) {
    const known = files.get(id) ?? new Set();
    files.set(id, known.add(file));
    schema.register(z.globalRegistry, { ...z.globalRegistry.get(schema), id });
  }
}

/** The files that gave a name, more than one where it was given twice. */
export function filesNaming(id: string): readonly string[] {
  return [...(files.get(id) ?? [])];
}
