/** Two versions of the errand of the town fixture, and the migration between them. */
import { defineWorkflow, type Definition, type DefinitionMigration } from '@lawgate/engine';
import { z } from 'zod';
import { errandInput } from '../runtime.fixtures.ts';

/** Version 1. */
export const firstErrand = defineWorkflow(errandInput());
export const errandMigration: DefinitionMigration = {
  key: 'errand',
  from: 1,
  to: 2,
  states: { working: 'handling' },
  tasks: { supplement: 'mending' },
  clocks: { supplement: 'mending' },
  context: (context) => ({ ...context, hurried: false }),
};

/** Version 2 calls a state, a task and a clock by other names, and gives the clock more days. */
export function secondErrand(migrations: readonly DefinitionMigration[] = [errandMigration]): Definition {
  const input = errandInput();
  const { supplement, ...clocks } = input.clocks;
  return defineWorkflow({
    ...(renamed(input, { working: 'handling', supplement: 'mending' }) as typeof input),
    version: 2,
    clocks: { ...clocks, mending: { ...supplement, label: '补正时限', limit: () => ({ value: 10, unit: 'workday' }) } },
    migrations,
  } as typeof input);
}

/** The same with other names, as keys and as values. */
function renamed(value: unknown, names: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return names[value] ?? value;
  if (Array.isArray(value)) return value.map((each) => renamed(each, names));
  if (typeof value !== 'object' || value === null || value instanceof z.ZodType) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [names[key] ?? key, renamed(each, names)]));
}
