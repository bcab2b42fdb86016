/**
 * A pack of many cases: the time for each case, the memory of the worker, and the time of the same bytes as a plain ZIP
 * in the same run.
 *
 *   npm run bench -- packs [cases] [bytes of each document]
 */
import { randomFillSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { openContentStore } from '@lawgate/files';
import { createPool, migrate, startEmbeddedPostgres, newId, systemClock } from '@lawgate/database';
import { PackWriter, ProofPackRun } from '@lawgate/case-file';
import { openRuntime } from '@lawgate/cases';
import { loadDefinitions } from '@lawgate/workflows';
import { caseWay, makeDrafts, makeTowns } from './town.ts';

const cases = Number(process.argv[2] ?? 500);
const bytesEach = Number(process.argv[3] ?? 200_000);
const seconds = (since: number): number => (performance.now() - since) / 1000;

/** Peak memory of the process while `work` ran, in MB, above its memory before. */
async function peak(work: () => Promise<unknown>): Promise<{ took: number; rss: number; above: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const look = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const since = performance.now();
  await work();
  clearInterval(look);
  return { took: seconds(since), rss: peak / 1e6, above: (peak - before) / 1e6 };
}

const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
try {
  await migrate(postgres.url);
  const ownerPool = createPool(postgres.url, { max: 2 });
  const [town] = await makeTowns(ownerPool, 1);
  const definitions = await loadDefinitions();
  const definition = definitions.find(({ key }) => key === 'contract');
  if (town === undefined || definition === undefined) throw new Error('nothing to pack');
  const common = { databaseUrl: postgres.url, definitions, clock: systemClock };
  const app = await openRuntime({ ...common, role: 'lawgate_app' });
  const later = await openRuntime({ ...common, role: 'lawgate_worker' });
  const store = await openContentStore({ folder: path.join(folder, 'documents') });

  const ids = await makeDrafts(ownerPool, app.runtime, definition, town, cases);
  // Bytes that cannot be compressed, like scans; different for each document.
  const documents = await ownerPool.query<{ id: string }>('select id from document order by id');
  for (const { id } of documents.rows) {
    const content = await store.receive(Readable.from([randomFillSync(Buffer.alloc(bytesEach))]));
    await content.keep();
    await ownerPool.query('update document set size = $2, sha256 = $3, sm3 = $4 where id = $1', [
      id,
      content.size,
      content.sha256,
      content.sm3,
    ]);
  }
  for (const caseId of ids) {
    app.runtime.invalidate(caseId);
    for (const { by, type, payload } of caseWay(definition, town)) {
      await app.runtime.send(town[by], { caseId, event: { type, payload } }, () => null);
    }
  }
  console.log(`${cases} archived cases, ${documents.rows.length} documents of ${bytesEach} bytes`);

  const order = newId();
  await ownerPool.query(
    `insert into proof_pack (id, org_id, org_path, case_ids, asked_by, asked_by_name, asked_at)
     values ($1, $2, $3, $4, $5, $6, now())`,
    [order, town.director.orgId, town.director.orgPath, ids, town.director.id, town.director.name],
  );
  const run = new ProofPackRun(later, store);
  const packed = await peak(() => run.run(order, new AbortController().signal));
  const { rows } = await ownerPool.query<{ state: string; size: string }>('select state, size from proof_pack');
  const made = rows[0];
  if (made?.state !== 'done') throw new Error(JSON.stringify(rows));
  const bare = await peak(async () => {
    const writer = new PackWriter();
    const receiving = store.receive(writer.output);
    const contents = await ownerPool.query<{ id: string; size: number; sha256: string; sm3: string }>(
      'select id, size::float8 as size, sha256, sm3 from document order by id',
    );
    for (const { id, ...expected } of contents.rows) {
      const bytes = await store.read(expected.sha256, expected.size);
      if (bytes === null) throw new Error(`no content for ${id}`);
      await writer.addStream(`${id}.bin`, id, bytes, expected);
    }
    writer.end({});
    await (await receiving).discard();
  });
  const line = (what: string, { took, rss, above }: typeof packed): void =>
    console.log(
      `${what.padEnd(12)} ${took.toFixed(1)} s, ${((took / cases) * 1000).toFixed(1)} ms a case, ` +
        `peak ${rss.toFixed(0)} MB (${above.toFixed(0)} MB above the start)`,
    );
  line('proof pack', packed);
  line('bare ZIP', bare);
  console.log(
    `${(Number(made.size) / 1e6).toFixed(0)} MB; the pack takes ${(packed.took / bare.took).toFixed(2)} times the bare ZIP`,
  );
  await later.close();
  await app.close();
  await ownerPool.end();
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
