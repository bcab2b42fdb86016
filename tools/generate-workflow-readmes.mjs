/** Writes the generated part of every workflow's README from the built definitions. Run `npm run build` before it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadDefinitions } from '../workflows/dist/load.js';
import { renewedReadme } from '../workflows/dist/readme.js';

for (const definition of await loadDefinitions()) {
  const file = new URL(`../workflows/${definition.key}/README.md`, import.meta.url);
  const before = readFileSync(file, 'utf8');
  const after = renewedReadme(before, definition);
  if (after !== before) writeFileSync(file, after);
  console.log(`${definition.key}: ${after === before ? 'current' : 'renewed'}`);
}
