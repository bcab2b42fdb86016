/** Groups of mutated sources, with their spec files and the required score. */
import { globSync } from 'node:fs';
import { lawPatterns } from './rules-of-law.mjs';

const notSource = /\.(spec|fixtures|model|d)\.ts$|\/dist\//;
const sources = (pattern) => globSync(pattern).filter((file) => !notSource.test(file));
const taskSets = 'libs/core/engine/src/task-set/';

export const groups = {
  calendar: {
    mutate: () => sources('libs/core/calendar/src/**/*.ts'),
    specs: () => globSync('libs/core/calendar/src/**/*.spec.ts'),
    ignorers: ['display-text'],
    minimumScore: 85,
  },
  'task-sets': {
    mutate: () => sources(`${taskSets}*.ts`),
    specs: () => globSync(`${taskSets}*.spec.ts`),
    ignorers: ['display-text', 'chinese-text'],
    minimumScore: 85,
  },
  engine: {
    mutate: () => sources('libs/core/engine/src/**/*.ts').filter((file) => !file.startsWith(taskSets)),
    specs: () => globSync('libs/core/engine/src/*.spec.ts'),
    ignorers: ['display-text', 'chinese-text'],
    minimumScore: 94,
  },
  rules: {
    mutate: () => lawPatterns(sources('workflows/**/*.ts')),
    specs: () => [...globSync('workflows/shared/**/*.spec.ts'), ...globSync('workflows/*/{rules,filing}.spec.ts')],
    ignorers: ['display-text', 'chinese-text'],
    minimumScore: 80,
  },
};
