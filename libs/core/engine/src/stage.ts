import type { Definition } from './definition.ts';
import { leafPaths } from './snapshot.ts';
import { statesOf } from './states.ts';
import type { StateValue } from './vocabulary.ts';

/**
 * The label people see for where a case is: the nearest stage at or above each leaf, joined where states are parallel.
 * Unspoken leaves are left out as long as another one has something to say.
 */
export function stageOf(definition: Definition, value: StateValue): string {
  const leaves = leafPaths(value);
  const spoken = leaves.filter((path) => statesOf(definition).get(path)?.meta.unspoken !== true);
  const stages = (spoken.length > 0 ? spoken : leaves).map((path) => stageAt(definition, path) ?? path);
  return [...new Set(stages)].join('、');
}

/** The nearest stage at or above one state, or null when none is named. */
export function stageAt(definition: Definition, path: string): string | null {
  const states = statesOf(definition);
  for (let at = path; at !== ''; at = at.includes('.') ? at.slice(0, at.lastIndexOf('.')) : '') {
    const stage = states.get(at)?.meta.stage;
    if (stage !== undefined) return stage;
  }
  return null;
}
