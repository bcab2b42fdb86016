/** Names of schemas in the OpenAPI document: a named schema becomes a component, and every use of it a reference. */
import { z, type ZodType } from 'zod';

/** By schema name, the files that declared it. */
const files = new Map<string, Set<string>>();

/**
 * Gives schemas their names as components of the OpenAPI document. Call it once in a file, after its schemas. A name is
 * unique over all files: generating the document fails where two files declare the same one.
 *
 * @param file `import.meta.url` of the calling module, for the message about a duplicate name
 */
export function nameSchemas(file: string, schemas: Readonly<Record<string, ZodType>>): void {
  for (const [id, schema] of Object.entries(schemas)) {
    const known = files.get(id) ?? new Set();
    files.set(id, known.add(file));
    schema.register(z.globalRegistry, { ...z.globalRegistry.get(schema), id });
  }
}

/** The files that declared a name; more than one where it is a duplicate. */
export function filesNaming(id: string): readonly string[] {
  return [...(files.get(id) ?? [])];
}
