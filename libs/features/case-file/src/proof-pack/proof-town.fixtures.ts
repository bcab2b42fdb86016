/**
 * A town whose cases are packed: an app with the routes of proof packs, the worker's part, and a contract that can be
 * driven to the archive.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { ContentStoreModule, openContentStore, type ContentStore } from '@lawgate/files';
import type { JobHandler } from '@lawgate/jobs';
import { workOff } from '@lawgate/jobs/fixtures';
import { scopeOf, type Principal } from '@lawgate/contracts';
import { DocumentWriter, IdentityWriter, hashPassword, openRuntime } from '@lawgate/cases';
import { acceptanceOf, openTestApp, password } from '@lawgate/cases/test-app-fixtures';
import { loadDefinitions } from '@lawgate/workflows';
import type { DynamicModule } from '@nestjs/common';
import { ProofPackHttpModule, ProofPackRun } from './index.ts';
import { packKind } from './pack-store.ts';
import { packAttempts } from './proof-pack-run.ts';

export interface Answered {
  readonly status: number;
  // Whatever the route answers; each spec knows its own.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** @param modules modules of other packages that the spec needs */
export async function openProofTown(modules: readonly DynamicModule[] = []) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-packs-'));
  const store = await openContentStore({ folder: path.join(folder, 'documents') });
  const definitions = await loadDefinitions();
  const app = await openTestApp({
    definitions,
    modules: [ContentStoreModule.forRoot(store), { module: ProofPackHttpModule }, ...modules],
  });
  const passwordHash = await hashPassword(password);
  const writer = new IdentityWriter(app.database.ownerPool);
  const people: Record<string, Principal> = { ...app.people };
  for (const [username, org, role] of [
    ['east-director', 'east', 'director'],
    ['east-leader', 'east', 'leader'],
    ['east-archivist', 'east', 'archivist'],
    ['west-director', 'west', 'director'],
    ['county-leader', 'county', 'leader'],
  ] as const) {
    people[username] = await writer.createPerson({ org, username, name: username, passwordHash, roles: [role] });
  }
  const person = (name: string): Principal => {
    const found = people[name];
    if (found === undefined) throw new Error(`there is no ${name}`);
    return { ...found, scope: scopeOf(found.roles) };
  };
  const later = await openRuntime({
    databaseUrl: app.database.url,
    definitions,
    clock: app.clock,
    role: 'lawgate_worker',
  });
  const cookies = new Map<string, string>();
  const cookieOf = async (name: string): Promise<string> => {
    const known = cookies.get(name) ?? (await app.cookieOf(name));
    cookies.set(name, known);
    return known;
  };
  const request = async (method: string, where: string, by: string, body?: unknown, more = {}): Promise<Response> =>
    fetch(app.url + where, {
      method,
      headers: {
        cookie: await cookieOf(by),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...more,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const answered = async (response: Response): Promise<Answered> => ({
    status: response.status,
    body: await response.json(),
  });
  const { runtime } = app.parts;
  const send = (by: string, caseId: string, type: string, payload: unknown = {}) =>
    runtime.send(person(by), { caseId, event: { type, payload } }, (after) => after);
  const documents = new DocumentWriter(app.parts.appPool, app.clock);
  const handIn = async (caseId: string, kind: string, name: string, text: string): Promise<void> => {
    const content = await store.receive(Readable.from([Buffer.from(text)]));
    await content.keep();
    const { size, sha256, sm3 } = content;
    const { case: to } = await runtime.read(person('east-clerk'), caseId);
    await documents.write(person('east-clerk'), to, { kind, name, size, mediaType: 'text/plain', sha256, sm3 });
    runtime.invalidate(caseId);
  };
  const definition = definitions.find(({ key }) => key === 'contract');
  const findings = definition?.events['findings.record']?.examples[0] as Record<string, unknown>;
  return {
    ...app,
    people,
    person,
    folder,
    store,
    later,
    send,
    handIn,
    request,
    call: async (method: string, where: string, by: string, body?: unknown, more = {}): Promise<Answered> =>
      answered(await request(method, where, by, body, more)),
    get: async (where: string, by = 'east-director'): Promise<Answered> => answered(await request('GET', where, by)),
    /** Advances the clock and logs everybody in again, because sessions expire. */
    letAMonthPass: (): void => {
      app.clock.set(new Date(app.clock.now().getTime() + 30 * 86_400_000));
      cookies.clear();
    },
    /** Runs the worker's part for waiting orders. */
    work: async (signal?: AbortSignal, to: ContentStore = store): Promise<void> => {
      const run = new ProofPackRun(later, to);
      await run.expire();
      const handler: JobHandler = {
        run: ({ key }, stopping) => run.run(key, stopping),
        giveUp: ({ key }) => run.giveUp(key),
      };
      const handlers = { [packKind]: { handler, maxAttempts: packAttempts } };
      await workOff({ pool: later.appPool, clock: later.clock, signal }, handlers);
    },
    /** A contract with its materials in its draft. */
    draft: async (title: string): Promise<string> => {
      const made = await runtime.create(
        person('east-clerk'),
        { category: 'contract', title, fields: {} },
        ({ id }) => id,
      );
      for (const { kind, label } of definition?.materials.filter(({ required }) => required) ?? []) {
        await handIn(made.body, kind, `${label}（终稿）.txt`, `${title}：${label}`);
      }
      return made.body;
    },
    /** From the draft to the archive. */
    archive: async (caseId: string): Promise<void> => {
      const on = '2026-03-02';
      await send('east-clerk', caseId, 'submit', { vouched: true });
      await send('east-reviewer', caseId, 'accept');
      await send('east-reviewer', caseId, 'advisers.assign', { advisers: [person('east-adviser').id] });
      await send('east-adviser', caseId, 'opinion.give', { noConflict: true, conclusion: 'agree', text: '同意<b>。' });
      await send('east-reviewer', caseId, 'findings.record', { ...findings, conclusion: 'may-sign' });
      await send('east-director', caseId, 'sign-off');
      await send('east-clerk', caseId, 'contract.sign', { on });
      await handIn(caseId, 'sealed-copy', '盖章合同.txt', '盖章合同');
      const { case: sealed } = await runtime.read(person('east-clerk'), caseId);
      await send('east-clerk', caseId, 'comparison.accept', acceptanceOf(sealed.documents));
      await send('east-clerk', caseId, 'file', { on, target: '县司法局' });
      await send('east-archivist', caseId, 'archive');
    },
    rows: async (tableName: string, where = 'true'): Promise<number> =>
      (await app.database.ownerPool.query<{ n: number }>(`select count(*)::int as n from ${tableName} where ${where}`))
        .rows[0]?.n ?? 0,
    close: async () => {
      await later.close();
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type ProofTown = Awaited<ReturnType<typeof openProofTown>>;
