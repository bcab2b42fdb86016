import { checkDefinition, EngineError, type Definition } from '@lawgate/engine';

/** Checked once in a process, however many registries it opens: to look at every state takes time. */
const sound = new WeakSet<Definition>();

/** The definitions that this process knows, checked once at boot. */
export class DefinitionRegistry {
  readonly #byKey = new Map<string, Definition>();

  /** @throws EngineError `engine.definition-invalid` naming every problem of every definition. */
  constructor(definitions: readonly Definition[]) {
    const problems = definitions.flatMap((definition) => (sound.has(definition) ? [] : checkDefinition(definition)));
    if (problems.length > 0) {
      const lines = problems.map((problem) => `${problem.code} (${problem.where}): ${problem.message}`);
      throw new EngineError('engine.definition-invalid', lines.join('\n'));
    }
    for (const definition of definitions) {
      sound.add(definition);
      this.#byKey.set(definition.key, definition);
    }
  }

  all(): readonly Definition[] {
    return [...this.#byKey.values()].sort((a, b) => a.count.order - b.count.order);
  }

  find(key: string): Definition | null {
    return this.#byKey.get(key) ?? null;
  }

  /** @throws EngineError when a stored case names a category that is not installed any more. */
  require(key: string): Definition {
    const definition = this.#byKey.get(key);
    if (definition === undefined)
      throw new EngineError('engine.definition-mismatch', `No workflow "${key}" is installed.`);
    return definition;
  }
}
