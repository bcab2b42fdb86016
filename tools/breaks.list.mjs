// What `npm run breaks` tries: one-line mistakes in the product, each with the test or lint command that must find it.
//   claim  what the product would no longer keep
//   file, from, to  the mistake; `from` occurs exactly once in the file
//   spec, test      the spec file that must fail, and the full name (or a part of it) of the test that fails
//   lint            instead of a spec: the command that must fail
import { calendar } from './breaks/calendar.mjs';
import { chaos } from './breaks/chaos.mjs';
import { database } from './breaks/database.mjs';
import { e2e } from './breaks/e2e.mjs';
import { engine } from './breaks/engine.mjs';
import { features } from './breaks/features.mjs';
import { files } from './breaks/files.mjs';
import { runtime } from './breaks/runtime.mjs';
import { workflows } from './breaks/workflows.mjs';

export const breaks = [
  ...database,
  ...runtime,
  ...engine,
  ...calendar,
  ...workflows,
  ...features,
  ...files,
  ...chaos,
  ...e2e,
];
