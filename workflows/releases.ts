/**
 * Released versions of a category. Each is one bundled file in the folder `released/` of the category that is never
 * changed again; its hash identifies it.
 */
import {
  compactSource,
  definitionParts,
  partsThatDiffer,
  takeAsSound,
  type Definition,
  type DefinitionIdentity,
} from '@lawgate/engine';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { WorkflowLoadError } from './load-error.ts';

/**
 * `released/v1.json`, written by `npm run release`. Next to it is `v1.mjs`, the definition bundled with its imports.
 */
export interface Release {
  readonly key: string;
  readonly version: number;
  /** SHA-256 of `v1.mjs`, hex. */
  readonly hash: string;
  /** SHA-256 of each part of the definition, hex; see `definitionParts`. */
  readonly parts: Readonly<Record<string, string>>;
  /** SHA-256 of each source file without comments and layout, by its path from the folder of the categories. */
  readonly sources: Readonly<Record<string, string>>;
  /** SHA-256 of each compiled file, by the same paths; empty for a category that is not compiled. */
  readonly built: Readonly<Record<string, string>>;
}

const identities = new WeakMap<Definition, DefinitionIdentity>();

/** Identity of a loaded definition: the hash of its release, or the hash of its parts where it was not released. */
export function identityOf(definition: Definition): DefinitionIdentity {
  let identity = identities.get(definition);
  if (identity === undefined) {
    const parts = hashedParts(definition);
    identity = { hash: sha256(JSON.stringify(Object.entries(parts).sort())), parts };
    identities.set(definition, identity);
  }
  return identity;
}

export function hashedParts(definition: Definition): Record<string, string> {
  return Object.fromEntries(Object.entries(definitionParts(definition)).map(([name, text]) => [name, sha256(text)]));
}

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

/**
 * Adds the released versions of a category to its newest one.
 *
 * @param folder URL of the category's folder, with a trailing slash
 * @param base URL of the folder that contains the category folders
 * @throws WorkflowLoadError `workflows.released-changed` when the newest version is a released one but its definition
 * differs from the release, or a released file was changed
 */
export async function withReleases(newest: Definition, folder: URL, base: URL): Promise<Definition[]> {
  const older: Definition[] = [];
  // A copied folder also contains the releases of the category that it was copied from; skip those.
  for (const [release, file] of releasesIn(folder).filter(([{ key }]) => key === newest.key)) {
    if (release.version === newest.version) {
      requireUnchanged(newest, release, base);
      identities.set(newest, release);
      takeAsSound(newest);
    } else if (release.version > newest.version) {
      throw new WorkflowLoadError(
        'workflows.version-lowered',
        `"${newest.key}" says version ${newest.version}, but version ${release.version} was released. Raise "version" above it.`,
      );
    } else older.push(await releasedDefinition(release, file));
  }
  return [...older.sort((a, b) => a.version - b.version), newest];
}

/** The releases in the folder, and the file of each. */
export function releasesIn(folder: URL): [Release, URL][] {
  // Compiled categories are in `dist/`, their releases next to the sources.
  const places = [new URL('released/', folder), new URL('released/', folder.href.replace(/\/dist\/(?=[^/]+\/$)/, '/'))];
  const place = places.find((each) => existsSync(each));
  if (place === undefined) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [
      JSON.parse(readFileSync(new URL(name, place), 'utf8')) as Release,
      new URL(name.replace(/json$/, 'mjs'), place),
    ]);
}

/** A released version as it was released. */
export async function releasedDefinition(release: Release, file: URL): Promise<Definition> {
  const { key, version, hash } = release;
  if (sha256(readFileSync(file)) !== hash) {
    throw new WorkflowLoadError(
      'workflows.released-changed',
      `${file.pathname} is not version ${version} of "${key}" as it was released. Bring the released file back.`,
    );
  }
  const { definition } = (await import(file.href)) as { definition: Definition };
  identities.set(definition, release);
  return definition;
}

function requireUnchanged(definition: Definition, release: Release, base: URL): void {
  // When the built files are byte for byte those of the release, comparing parts is unnecessary.
  if (filesAreThose(release.built, base, '.js', (text) => text)) return;
  if (filesAreThose(release.sources, base, '.ts', (text) => compactSource(text.toString()))) return;
  const changed = partsThatDiffer(release.parts, hashedParts(definition));
  if (changed.length === 0) return;
  throw new WorkflowLoadError(
    'workflows.released-changed',
    `Version ${release.version} of "${release.key}" was released and has changed: ${changed.join(', ')}. ` +
      `Open cases go on under what was released. Raise "version" in its definition, or undo the change.`,
  );
}

function filesAreThose(
  files: Readonly<Record<string, string>>,
  base: URL,
  extension: string,
  read: (text: Buffer) => string | Buffer,
): boolean {
  const entries = Object.entries(files);
  return (
    entries.length > 0 &&
    entries.every(([path, hash]) => {
      const file = new URL(`${path}${extension}`, base);
      return existsSync(file) && fileHash(file, read) === hash;
    })
  );
}

/** Most files are shared by several categories. */
const fileHashes = new Map<string, string>();

function fileHash(file: URL, read: (text: Buffer) => string | Buffer): string {
  let hash = fileHashes.get(file.href);
  if (hash === undefined) {
    hash = sha256(read(readFileSync(file)));
    fileHashes.set(file.href, hash);
  }
  return hash;
}
