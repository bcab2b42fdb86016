/**
 * Records the database of the built version: starts it on an empty PostgreSQL with a simulated clock, lets people work
 * over HTTP until there is an open case in every state that the definitions can reach, and writes all rows and contents
 * into a folder. Run by `tools/record-database.mjs`.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@lawgate/database';
import { hashPassword, IdentityWriter } from '@lawgate/cases';
import { spawnBuiltApp } from '@lawgate/testing';
import { loadDefinitions } from '@lawgate/workflows';
import pg from 'pg';
import { Client, demonstrationPassword } from '../client.ts';
import { ownerUrl, until } from '../owner.ts';
import { setClock } from '../town.ts';
import { CasePlayer } from './case-player.ts';
import { reachableStates } from './reachable-states.ts';
import { dailyWork, firstDays, lastDay, type Offices } from './recorded-work.ts';
import { packContents, packSnapshot, takeSnapshot } from './snapshot.ts';

/** Each person with organisation and roles. */
const people = {
  clerk: ['willow', 'submitter'],
  clerk2: ['willow', 'submitter'],
  intake: ['willow', 'reviewer'],
  intake2: ['willow', 'reviewer'],
  adviser: ['willow', 'adviser'],
  adviser2: ['willow', 'adviser'],
  director: ['willow', 'director'],
  leader: ['willow', 'leader'],
  archivist: ['willow', 'archivist'],
  admin: ['willow', 'administrator'],
  security: ['willow', 'security-administrator'],
  auditor: ['willow', 'auditor'],
  'county-leader': ['river', 'leader'],
  'county-admin': ['river', 'administrator'],
  'east-clerk': ['east', 'submitter'],
  'east-intake': ['east', 'reviewer'],
  'east-adviser': ['east', 'adviser'],
  'east-director': ['east', 'director'],
  'east-leader': ['east', 'leader'],
  'east-archivist': ['east', 'archivist'],
} as const;

/** The people who play those of the engine's walk. */
const actors = {
  drafter: 'clerk',
  'reviewer-1': 'intake',
  'adviser-1': 'adviser',
  'adviser-2': 'adviser2',
  director: 'director',
  leader: 'leader',
  archivist: 'archivist',
} as const;

/** Rule sets of the town by their effective dates, which are the last days of the recording. */
const filingRules: readonly (readonly [day: string, values: Readonly<Record<string, number>>])[] = [
  ['2026-03-16', { 'filing.congress.limit': 30 }],
  ['2026-03-17', { 'filing.congress.limit': 0, 'filing.party.limit': 30 }],
  ['2026-03-18', { 'filing.congress.limit': 30, 'filing.party.limit': 30 }],
];
/** The day on which the cases of the built-in rules are created: after the days of reminders. */
const builtInDay = '2026-03-13';

const target = path.resolve(process.argv[2] ?? '');
const dataDir = await mkdtemp(path.join(tmpdir(), 'lawgate-record-'));
const port = await freePort();
const child = spawnBuiltApp('server', {
  PORT: String(port),
  LAWGATE_DATA: dataDir,
  LAWGATE_DEMONSTRATION: 'off',
  LAWGATE_CLOCK: 'simulated',
});
const base = `http://127.0.0.1:${port}`;
child.stderr.pipe(process.stderr);
await new Promise<void>((resolve, reject) => {
  child.stdout.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk);
    if (chunk.toString().includes('(ready)')) resolve();
  });
  child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
});
const pool = new pg.Pool({ connectionString: await ownerUrl(dataDir), max: 2 });
pool.on('error', () => {});

async function settleOrganisations(): Promise<void> {
  const writer = new IdentityWriter(pool);
  await writer.createOrganisation({ code: 'river', name: '清河县司法局', kind: 'county', parent: null });
  await writer.createOrganisation({ code: 'willow', name: '柳溪镇', kind: 'town', parent: 'river' });
  await writer.createOrganisation({ code: 'east', name: '东河镇', kind: 'town', parent: 'river' });
  const passwordHash = await hashPassword(demonstrationPassword);
  const createdAt = new Date('2025-01-02T01:00:00Z');
  for (const [username, [org, role]] of Object.entries(people)) {
    const qualifications = role === 'reviewer' ? ['national-legal'] : [];
    await writer.createPerson({
      org,
      username,
      name: username,
      roles: [role],
      qualifications,
      passwordHash,
      createdAt,
    });
  }
}

/** Resolves when everything that is due by the simulated clock was delivered. */
async function delivered(): Promise<void> {
  await until(
    'deliveries',
    async () => {
      const { rows } = await pool.query(
        `select 1 from outbox where delivered_at is null
         union all select 1 from timer where status in ('pending', 'enqueued') and fire_at <= (select at from simulated_clock)
         union all select 1 from document_text where state = 'pending'
         union all select 1 from proof_pack where state in ('ordered', 'making')
         union all select 1 from audit_verification where state in ('waiting', 'running')
         union all select 1 from calendar_change where settled_at is null limit 1`,
      );
      return rows.length === 0 ? true : null;
    },
    300_000,
  );
}

async function goTo(day: string, time = '09:00:00'): Promise<void> {
  await setClock(base, `${day}T${time}+08:00`);
  await delivered();
  process.stdout.write(`${day} ${time}\n`);
}

async function storedContents(): Promise<Map<string, Buffer>> {
  const folder = path.join(dataDir, 'documents', 'sha256');
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const found = new Map<string, Buffer>();
  for (const { parentPath, name } of files) found.set(name, await readFile(path.join(parentPath, name)));
  return found;
}

try {
  await settleOrganisations();
  await setClock(base, '2026-03-02T08:00:00+08:00');
  const names = Object.keys(people) as (keyof typeof people)[];
  const clients = await Promise.all(names.map((username) => Client.login(base, username)));
  const offices = Object.fromEntries(clients.map((client) => [client.username, client])) as Offices;
  const ids = await pool.query<{ username: string; id: string }>('select username, id from person');
  const idOf = (username: string): string => ids.rows.find((row) => row.username === username)?.id ?? '';
  const byActor = Object.fromEntries(
    Object.entries(actors).map(([actor, username]) => [actor, { client: offices[username], id: idOf(username) }]),
  );
  const definitions = await loadDefinitions();
  const player = new CasePlayer(byActor);
  const work = { offices, idOf, player, definitions, goTo, delivered };

  await firstDays(work);

  const covered = new Set<string>();
  /** Creates a case in each state that these rules reach and no earlier case has reached. */
  const openCases = async (day: string, parameters: Readonly<Record<string, number>>): Promise<void> => {
    for (const definition of definitions) {
      if (!Object.keys(parameters).every((key) => key in definition.parameters)) continue;
      const examples = definition.fieldExamples as readonly Record<string, unknown>[];
      const ways = examples.map((fields) => ({ fields, states: reachableStates(definition, parameters, fields) }));
      for (const state of new Set(ways.flatMap(({ states }) => [...states.keys()]))) {
        const key = `${definition.key} ${state}`;
        if (covered.has(key)) continue;
        // The examples of the fields are used in turn.
        const leading = ways.filter(({ states }) => states.has(state));
        const way = leading[covered.size % leading.length];
        const path = way?.states.get(state)?.path ?? [];
        const title = `${definition.label}（${state}）`;
        await player.play(definition, { title, fields: way?.fields ?? {}, day, path, state });
        covered.add(key);
      }
      process.stdout.write(`  ${definition.key}: ${covered.size} states so far\n`);
    }
  };
  await goTo(builtInDay);
  await openCases(builtInDay, {});
  await dailyWork(work);
  for (const [effectiveFrom, values] of filingRules) {
    const set = await offices.admin.post('/api/rulesets', {
      effectiveFrom,
      documentNumber: '柳政发〔2026〕3号',
      values: Object.entries(values).map(([key, value]) => ({ category: 'normative-document', key, value })),
    });
    if (set.status !== 201) throw new Error(`rule set: ${set.status} ${JSON.stringify(set.body)}`);
    await goTo(effectiveFrom);
    await openCases(effectiveFrom, Object.fromEntries(Object.entries(values).filter(([, value]) => value > 0)));
  }
  await lastDay(work);
  await delivered();

  const client = await pool.connect();
  await client.query('begin isolation level repeatable read read only; set local timezone = utc');
  const snapshot = await takeSnapshot(client);
  await client.query('rollback');
  client.release();
  await mkdir(target, { recursive: true });
  const packed = { 'rows.json.br': packSnapshot(snapshot), 'contents.br': packContents(await storedContents()) };
  for (const [name, bytes] of Object.entries(packed)) {
    await writeFile(path.join(target, name), bytes);
    process.stdout.write(`${name}: ${bytes.length} bytes\n`);
  }
  for (const { table, rows } of snapshot.tables) process.stdout.write(`  ${table}: ${rows.length}\n`);
} finally {
  await pool.end();
  child.kill('SIGINT');
  await once(child, 'exit');
  await rm(dataDir, { recursive: true, force: true });
}
