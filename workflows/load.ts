/** Finds the categories: every folder here that holds a definition is one. There is no list to keep. */
import type { Definition } from '@lawgate/engine';
import { existsSync, readdirSync } from 'node:fs';

/** A folder is there but cannot be used as a category: a mistake of whoever wrote it, found at start. */
export class WorkflowLoadError extends Error {
  constructor(
    readonly code: 'workflows.no-definition' | 'workflows.duplicate-key',
    message: string,
  ) {
    super(message);
    this.name = 'WorkflowLoadError';
  }
}

/**
 * Imports every folder of `directory` that holds a `definition.js` or `definition.ts`, in the order in which the
 * annual report names the categories.
 *
 * @param directory URL of the folder of folders, with a trailing slash; by default the one of this file.
 * @throws WorkflowLoadError `workflows.no-definition` when such a file exports no definition,
 *   `workflows.duplicate-key` when two folders claim one category.
 */
export async function loadDefinitions(directory: URL = new URL('./', import.meta.url)): Promise<Definition[]> {
  const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const definitions: Definition[] = [];
  for (const { name } of folders) {
    const file = definitionFile(new URL(`${encodeURIComponent(name)}/`, directory));
    if (file === null) continue;
    const definition = await importDefinition(file);
    if (definitions.some(({ key }) => key === definition.key)) {
      throw new WorkflowLoadError(
        'workflows.duplicate-key',
        `Two folders define the category "${definition.key}"; the second is ${name}. Give it a key of its own.`,
      );
    }
    definitions.push(definition);
  }
  return definitions.sort((a, b) => a.count.order - b.count.order || (a.key < b.key ? -1 : 1));
}

/** Built files before sources, since `dist` holds only the former and a test run only the latter. */
function definitionFile(folder: URL): URL | null {
  const files = ['definition.js', 'definition.ts'].map((name) => new URL(name, folder));
  return files.find((file) => existsSync(file)) ?? null;
}

async function importDefinition(file: URL): Promise<Definition> {
  const module = (await import(file.href)) as { definition?: Definition };
  if (module.definition === undefined) {
    throw new WorkflowLoadError('workflows.no-definition', `${file.pathname} exports no "definition".`);
  }
  return module.definition;
}
