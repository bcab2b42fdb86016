/**
 * Finds the categories: every folder here that holds a definition, and those in one more folder that a town configures.
 */
import type { Definition } from '@lawgate/engine';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { WorkflowLoadError } from './load-error.ts';
import { releasedDefinition, releasesIn, withReleases } from './releases.ts';

export { WorkflowLoadError } from './load-error.ts';
export { identityOf } from './releases.ts';

/**
 * The categories of the installation: those that come with Lawgate, then those of `outside`.
 *
 * @param outside absolute path of one more folder of categories (`LAWGATE_WORKFLOWS`)
 * @throws WorkflowLoadError `workflows.folder-missing` when `outside` is no folder, `workflows.folder-empty` when it
 * holds
 *   no category, and as `loadDefinitions` does
 */
export async function installedDefinitions(outside?: string): Promise<Definition[]> {
  if (outside === undefined) return loadDefinitions(shipped);
  if (!isFolder(outside)) {
    throw new WorkflowLoadError(
      'workflows.folder-missing',
      `LAWGATE_WORKFLOWS is not a folder: ${outside}. Name the folder that holds the folders of the categories.`,
    );
  }
  const directory = pathToFileURL(`${outside}/`);
  if (foldersIn(directory).length === 0) {
    throw new WorkflowLoadError(
      'workflows.folder-empty',
      `LAWGATE_WORKFLOWS holds no category: ${outside}. Each is a folder in it with a definition.js or definition.ts.`,
    );
  }
  return loadDefinitions(shipped, directory);
}

/** Every released version of the built-in categories, the newest included, as it was released. */
export async function releasedDefinitions(): Promise<Definition[]> {
  const releases = foldersIn(shipped).flatMap(({ folder }) => releasesIn(folder));
  return Promise.all(releases.map(([release, file]) => releasedDefinition(release, file)));
}

const shipped = new URL('./', import.meta.url);

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * Imports every folder of `directories` that holds a `definition.js` or `definition.ts`, in the order in which the
 * annual report names the categories. Before each category come its released versions, ascending.
 *
 * @param directories URLs of folders of category folders, each with a trailing slash; by default the folder of this
 * file.
 * @throws WorkflowLoadError `workflows.no-definition` when such a file exports no definition,
 * `workflows.duplicate-key` when two folders claim one category, and as `withReleases` does.
 */
export async function loadDefinitions(...directories: readonly URL[]): Promise<Definition[]> {
  const folders = (directories.length === 0 ? [shipped] : directories).flatMap(foldersIn);
  const newest: (CategoryFolder & { readonly definition: Definition })[] = [];
  for (const each of folders) {
    const definition = await importDefinition(each.file);
    const { key, version } = definition;
    // Two versions of one category may have separate folders.
    const others = newest.filter((other) => other.definition.key === key);
    if (others.some(({ base, definition: other }) => base !== each.base || other.version === version)) {
      throw new WorkflowLoadError(
        'workflows.duplicate-key',
        `Two folders define the category "${key}"; the second is ${each.name}. Give it a key or a version of its own.`,
      );
    }
    newest.push({ ...each, definition });
  }
  const definitions = newest.map(({ definition }) => definition);
  for (const { definition, folder, base } of newest) {
    for (const older of await withReleases(definition, folder, base)) {
      const isThere = definitions.some(({ key, version }) => key === older.key && version === older.version);
      if (!isThere) definitions.push(older);
    }
  }
  return definitions.sort(
    (a, b) => a.count.order - b.count.order || (a.key < b.key ? -1 : a.key > b.key ? 1 : a.version - b.version),
  );
}

interface CategoryFolder {
  readonly name: string;
  /** With a trailing slash. */
  readonly folder: URL;
  /** The folder that contains the category folders. */
  readonly base: URL;
  readonly file: URL;
}

/** The folders that hold a definition, each with the URL of its file. */
function foldersIn(directory: URL): CategoryFolder[] {
  return readdirSync(directory).flatMap((name) => {
    // Node 20 throws when a URL with a trailing slash is used to look up a file.
    const place = new URL(encodeURIComponent(name), directory);
    const folder = new URL(`${place.href}/`);
    const file = isFolder(fileURLToPath(place)) ? definitionFile(folder) : null;
    return file === null ? [] : [{ name, folder, base: directory, file }];
  });
}

/** Built files before sources: `dist` holds only built files, a test run only sources. */
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
