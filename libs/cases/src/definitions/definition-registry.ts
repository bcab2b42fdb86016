import { EngineError, requireSound, type Definition, type DefinitionMigration, type StoredCase } from '@lawgate/engine';

/** The category and version that a case belongs to. */
export type CaseOfDefinition = Pick<StoredCase, 'definitionKey' | 'definitionVersion'>;

/**
 * The definitions that this process has loaded, by key and version. A new case begins under the newest version of its
 * category; an open one stays under its own.
 */
export class DefinitionRegistry {
  /** By key, the versions in ascending order. */
  readonly #versions: ReadonlyMap<string, readonly Definition[]>;

  /**
   * Checks the newest version of each category. Older versions were checked when they were the newest, and a check that
   * was added later must not stop the cases that are open under them.
   *
   * @throws EngineError `engine.definition-invalid` with every problem of every definition, or for a duplicate version.
   */
  constructor(definitions: readonly Definition[]) {
    const versions = Map.groupBy(definitions, ({ key }) => key);
    for (const [key, each] of versions)
      versions.set(
        key,
        each.toSorted((a, b) => a.version - b.version),
      );
    this.#versions = versions;
    const newest = this.all();
    requireSound(definitions, (definition) => !newest.includes(definition));
  }

  /** The newest version of each category, in the order of the annual report. */
  all(): readonly Definition[] {
    return [...this.#versions.values()]
      .flatMap((versions) => versions.at(-1) ?? [])
      .sort((a, b) => a.count.order - b.count.order);
  }

  /** Every version of every category. */
  everyVersion(): readonly Definition[] {
    return [...this.#versions.values()].flat();
  }

  /** Ascending; empty for a category that is not installed. */
  versionsOf(key: string): readonly Definition[] {
    return this.#versions.get(key) ?? [];
  }

  /** The newest version, or the given one. */
  find(key: string, version?: number): Definition | null {
    const versions = this.versionsOf(key);
    const found = version === undefined ? versions.at(-1) : versions.find((each) => each.version === version);
    return found ?? null;
  }

  /** The migration between two installed versions of a category; null where none is declared. */
  migration(key: string, from: number, to: number): DefinitionMigration | null {
    if (this.find(key, from) === null || this.find(key, to) === null) return null;
    const declared = this.find(key)?.migrations ?? [];
    return declared.find((each) => each.from === from && each.to === to) ?? null;
  }

  /**
   * A label for something that a case of any version may contain, such as a conclusion: from the newest version that
   * has it.
   */
  wordFor(key: string, read: (definition: Definition) => string | null | undefined): string | null {
    for (const definition of this.versionsOf(key).toReversed()) {
      const word = read(definition);
      if (word != null) return word;
    }
    return null;
  }

  /** @throws EngineError `engine.definition-mismatch` when the category is not installed. */
  newest(key: string): Definition {
    return this.find(key) ?? missing(key);
  }

  /**
   * The definition that the case belongs to.
   *
   * @throws EngineError `engine.definition-mismatch` when that version is not installed; a start checks for such cases
   * first.
   */
  ofCase({ definitionKey, definitionVersion }: CaseOfDefinition): Definition {
    return this.find(definitionKey, definitionVersion) ?? missing(definitionKey, definitionVersion);
  }
}

function missing(key: string, version?: number): never {
  const name = version === undefined ? `"${key}"` : `"${key}" version ${version}`;
  throw new EngineError('engine.definition-mismatch', `No workflow ${name} is installed.`);
}
