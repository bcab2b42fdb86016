/**
 * What the pages wait for at the server: a page of the queue and of the cases, with very many cases in the queue of one
 * town, next to `select 1` on the same connection as the bare limit of a round trip. In process: the statement, the
 * rows and the answer, without HTTP. The first page, one from the middle, and each sort.
 *
 *   npm run bench -- web [cases, default 100000] [pages of each kind, default 200]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { CaseListService, TaskQueueService, openRuntime } from '@lawgate/cases';
import { fillLongLists } from '@lawgate/cases/long-lists-fixtures';
import { CaseQuery, TaskQuery, type Principal } from '@lawgate/contracts';
import { createPool, migrate, startEmbeddedPostgres, SimulatedClock } from '@lawgate/database';
import { encodeCursor } from '@lawgate/http';
import { loadDefinitions } from '@lawgate/workflows';
import { firstLoad } from '../tools/first-load.ts';
import { line, measure, type Measured } from './measure.ts';
import { makeTowns } from './town.ts';

const cases = Number(process.argv[2] ?? 100_000);
const pages = Number(process.argv[3] ?? 200);
if (!Number.isInteger(cases) || cases < 1000)
  throw new RangeError('the number of cases must be a whole number from 1000');
/** Milliseconds at the server, for a page at the 99th percentile. */
const aim = 200;

const kilobytes = firstLoad('src/pages/queue/queue-page.tsx') / 1000;
console.log(`first load of the queue: ${kilobytes.toFixed(0)} kB of JavaScript, compressed; aim 400 kB`);

const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
try {
  await migrate(postgres.url);
  const owner = createPool(postgres.url, { max: 1, applicationName: 'bench-owner' });
  const parts = await openRuntime({
    databaseUrl: postgres.url,
    definitions: await loadDefinitions(),
    clock: new SimulatedClock(new Date('2024-10-08T01:00:00Z')),
    role: 'lawgate_app',
  });
  const [town] = await makeTowns(owner, 1);
  if (town === undefined) throw new Error('no town was made');
  await fillLongLists(owner, { cases, submitter: town.clerk, reviewer: town.intake, category: 'contract' });
  const lists = new CaseListService(parts.appPool, parts.definitions, parts.calendars, parts.clock);
  const queue = new TaskQueueService(parts.appPool, parts.definitions, parts.calendars, parts.standIns, parts.clock);

  const times = async (work: () => Promise<unknown>, count = pages): Promise<Measured> => {
    for (let warm = 0; warm < 5; warm += 1) await work();
    return measure([Array.from({ length: count }, () => work)]);
  };
  let slowest = 0;
  const print = async (label: string, work: () => Promise<unknown>, count?: number): Promise<void> => {
    const measured = await times(work, count);
    slowest = Math.max(slowest, measured.p99);
    console.log(line(label, measured));
  };
  const middle =
    '00000000-0000-7000-8000-' +
    Math.floor(cases / 2)
      .toString(16)
      .padStart(12, '0');
  const casePage = (query: object, viewer: Principal = town.intake) =>
    lists.cases(viewer, CaseQuery.parse({ limit: 50, ...query }));
  const taskPage = (query: object) => queue.tasks(town.intake, TaskQuery.parse({ limit: 50, ...query }));

  console.log(`${cases} cases in the queue of one town, pages of 50, one after the other`);
  console.log(line('bare limit: select 1', await times(() => parts.appPool.query('select 1'))));
  await print('tasks by due', () => taskPage({ sort: 'due' }));
  await print('tasks by due, from the middle', () => taskPage({ cursor: encodeCursor(['2024-08-20', middle]) }));
  await print('tasks by opening', () => taskPage({ sort: 'opened' }));
  for (const sort of ['due', 'created', 'updated'] as const) await print(`cases by ${sort}`, () => casePage({ sort }));
  await print('cases by due, from the middle', () =>
    casePage({ sort: 'due', cursor: encodeCursor(['2024-08-20', middle]) }),
  );
  await print('cases that are late', () => casePage({ sort: 'due', late: 'true' }));
  await print('cases that a person handled', () => casePage({ mine: 'handled' }));
  // Counting all is no page; it is measured separately.
  console.log(line('tasks, counted', await times(() => queue.counts(town.intake), Math.ceil(pages / 10))));
  console.log(`slowest p99 of a page ${slowest.toFixed(1)} ms, aim ${aim} ms: ${slowest <= aim ? 'met' : 'NOT met'}`);
  if (slowest > aim) process.exitCode = 1;
  console.log(
    `machine: ${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
  );
  await parts.close();
  await owner.end();
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
