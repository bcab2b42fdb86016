/** Checks that every migration leads from an existing version of this category to existing states. */
import type { Definition, DefinitionMigration } from '../definition.ts';
import { statesOf, tasksOf } from '../machine.ts';
import { problem, type DefinitionProblem } from './problem.ts';

export function checkMigrations(definition: Definition): DefinitionProblem[] {
  return (definition.migrations ?? []).flatMap((migration) =>
    wrongIn(definition, migration).map((wrong) =>
      problem(
        'definition.migration-invalid',
        `migration:${migration.from}-${migration.to}`,
        `从第${migration.from}版到第${migration.to}版的迁移${wrong}。请改正 migrations。`,
      ),
    ),
  );
}

/** A migration to another version is checked by that version when it runs. */
function wrongIn(definition: Definition, { key, from, to, states, tasks, clocks }: DefinitionMigration): string[] {
  const latest = Math.max(from, to);
  const own = [
    ...(key === definition.key ? [] : [`写的是流程“${key}”，而不是“${definition.key}”`]),
    ...(from === to ? ['前后版本相同'] : []),
    ...(latest > definition.version ? [`写到了还没有的第${latest}版`] : []),
  ];
  if (to !== definition.version) return own;
  const missing = (kind: string, named: readonly (string | null)[], known: (name: string) => boolean): string[] =>
    named.flatMap((name) => (name === null || known(name) ? [] : [`指向不存在的${kind}“${name}”`]));
  return [
    ...own,
    ...missing('环节', Object.values(states ?? {}), (path) => statesOf(definition).has(path)),
    ...missing('任务', Object.values(tasks ?? {}), (task) => tasksOf(definition).has(task)),
    ...missing('期限', Object.values(clocks ?? {}), (clock) => Object.hasOwn(definition.clocks, clock)),
  ];
}
