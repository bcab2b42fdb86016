/**
 * A town with one case that has a row in every table that verification covers, and a neighbour that nobody touches; and the
 * three that verify: the route of the case, the auditor's run, and the proof pack.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { runVerification } from '@lawgate/admin';
import { ProofPackRun } from '@lawgate/case-file';
import {
  Deliverer,
  DocumentWriter,
  hashPassword,
  IdentityWriter,
  openRuntime,
  RuleSetStore,
  systemPrincipal,
} from '@lawgate/cases';
import { acceptanceOf, openTestApp, password } from '@lawgate/cases/test-app-fixtures';
import { scopeOf, type Principal } from '@lawgate/contracts';
import { Database, newId } from '@lawgate/database';
import { paperMaker } from '@lawgate/documents';
import { ContentStoreModule, openContentStore } from '@lawgate/files';
import { loadDefinitions } from '@lawgate/workflows';
import { unzipSync } from 'fflate';
import { featureModules } from './api.module.ts';

export interface Finding {
  readonly table: string;
  readonly row: string;
  readonly column: string | null;
  readonly kind: string;
  readonly reason: string;
}

const { checkPack } = (await import(
  new URL('../../../libs/features/case-file/verify/checking.mjs', import.meta.url).href
)) as {
  checkPack: (
    files: ReadonlyMap<string, unknown>,
    inflate: unknown,
  ) => Promise<{ readonly faults: readonly { readonly where: string; readonly what: string }[] }>;
};

export async function openVerifiedTown() {
  const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-verified-'));
  const store = await openContentStore({ folder: path.join(folder, 'documents') });
  const definitions = await loadDefinitions();
  const app = await openTestApp({
    definitions,
    modules: [ContentStoreModule.forRoot(store), ...featureModules({ webhookAllow: [], publicUrl: undefined })],
  });
  const passwordHash = await hashPassword(password);
  const identities = new IdentityWriter(app.database.ownerPool);
  const people: Record<string, Principal> = { ...app.people };
  for (const role of ['director', 'archivist'] as const) {
    const username = `east-${role}`;
    people[username] = await identities.createPerson({
      org: 'east',
      username,
      name: username,
      passwordHash,
      roles: [role],
    });
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
  const call = async (method: string, where: string, by: string, body?: unknown) => {
    const cookie = cookies.get(by) ?? (await app.cookieOf(by));
    cookies.set(by, cookie);
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(app.url + where, {
      method,
      headers: { cookie, ...json },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // Whatever the route answers.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return { status: response.status, body: (await response.json()) as any };
  };
  const done = async (method: string, where: string, by: string, body?: unknown) => {
    const answer = await call(method, where, by, body);
    if (answer.status >= 300) throw new Error(`${method} ${where}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const { runtime } = app.parts;
  const send = (by: string, caseId: string, type: string, payload: unknown = {}) =>
    runtime.send(person(by), { caseId, event: { type, payload } }, (after) => after);
  const documents = new DocumentWriter(app.parts.appPool, app.clock);
  const handIn = async (caseId: string, kind: string, name: string): Promise<void> => {
    const content = await store.receive(Readable.from([Buffer.from(`${caseId} ${kind}`)]));
    await content.keep();
    const { size, sha256, sm3 } = content;
    const { case: to } = await runtime.read(person('east-clerk'), caseId);
    await documents.write(person('east-clerk'), to, { kind, name, size, mediaType: 'text/plain', sha256, sm3 });
    runtime.invalidate(caseId);
  };
  const quiet = async (): Promise<void> => {};
  const paper = paperMaker({ definitions: app.parts.definitions, ruleSets: new RuleSetStore(later.appPool), store });
  const deliverer = new Deliverer(
    later.appPool,
    later.runtime,
    {
      outbox: { notice: quiet, 'task-opened': quiet, paper },
      noticeTimers: { reminder: quiet, 'clock-reminder': quiet },
    },
    app.clock,
  );
  const deliver = async (): Promise<void> => {
    const { rows } = await app.database.ownerPool.query<{ id: string }>(
      'select id from outbox where delivered_at is null order by created_at, id',
    );
    await deliverer.deliver(...rows.map(({ id }) => ({ kind: 'outbox' as const, id, token: 0 })));
  };
  const draft = async (category: string, title: string): Promise<string> => {
    const definition = definitions.find(({ key }) => key === category);
    const made = await runtime.create(person('east-clerk'), { category, title, fields: {} }, ({ id }) => id);
    for (const { kind, label } of definition?.materials.filter(({ required }) => required) ?? []) {
      await handIn(made.body, kind, `${label}.txt`);
    }
    return made.body;
  };
  const reviewed = async (caseId: string): Promise<void> => {
    const findings = definitions.find(({ key }) => key === 'contract')?.events['findings.record']
      ?.examples[0] as object;
    // A refusal on the way.
    await send('east-clerk', caseId, 'contract.sign', { on: '2026-03-02' }).catch(() => {});
    await send('east-clerk', caseId, 'submit', { vouched: true });
    const { tasks } = await done('GET', `/api/cases/${caseId}`, 'east-reviewer');
    await done('POST', `/api/tasks/${tasks[0].id}/urge`, 'east-director', { note: '请抓紧。' });
    await send('east-reviewer', caseId, 'accept');
    await send('east-reviewer', caseId, 'advisers.assign', { advisers: [person('east-adviser').id] });
    await send('east-adviser', caseId, 'opinion.give', { noConflict: true, conclusion: 'agree', text: '同意。' });
    await send('east-reviewer', caseId, 'findings.record', { ...findings, conclusion: 'may-sign' });
    const [left, right] = (await done('GET', `/api/cases/${caseId}`, 'east-reviewer')).documents;
    await done('POST', `/api/cases/${caseId}/comparisons`, 'east-reviewer', { left: left.id, right: right.id });
    await done('POST', `/api/cases/${caseId}/copies`, 'east-reviewer', { people: [person('east-director').id] });
    await send('east-director', caseId, 'sign-off');
    await send('east-clerk', caseId, 'contract.sign', { on: '2026-03-02' });
    await handIn(caseId, 'sealed-copy', '盖章合同.txt');
    const { case: sealed } = await runtime.read(person('east-clerk'), caseId);
    await send('east-clerk', caseId, 'comparison.accept', acceptanceOf(sealed.documents));
    await send('east-clerk', caseId, 'file', { on: '2026-03-02', target: '县司法局' });
    await send('east-archivist', caseId, 'archive');
    await deliver();
    const { items } = await done('GET', `/api/cases/${caseId}/file-index`, 'east-archivist');
    const pages = (items as { id: string }[]).map(({ id }) => ({ id, pages: 2 }));
    await done('PUT', `/api/cases/${caseId}/file-index`, 'east-archivist', { pages: pages.slice(0, 1) });
    await done('POST', '/api/archive/hand-overs', 'east-archivist', { receiver: '县档案馆', caseIds: [caseId] });
  };
  const recorded = async (caseId: string): Promise<void> => {
    const entry = {
      ...{ stage: 'inspection', device: '记录仪1', officer: '某甲', fileName: 'a.mp4', shows: '现场检查' },
      ...{ startedAt: '2026-03-01T01:00:00Z', endedAt: '2026-03-01T02:00:00Z', sha256: 'ab'.repeat(32) },
    };
    const { id } = await done('POST', `/api/cases/${caseId}/recordings`, 'east-clerk', entry);
    await done('POST', `/api/cases/${caseId}/recordings/${id}/void`, 'east-clerk', { reason: '重复登记' });
  };

  const workerDatabase = new Database(later.appPool, 'lawgate_worker');
  const pack = new ProofPackRun(later, store);
  const owner = app.database.ownerPool;
  return {
    ...app,
    call,
    store,
    folder,
    person,
    draft,
    reviewed,
    recorded,
    owner,
    verified: async (caseId: string, by = 'east-clerk') =>
      (await done('GET', `/api/cases/${caseId}/verification`, by)) as {
        readonly verified: boolean;
        readonly findings: readonly Finding[];
        readonly notCovered: readonly { readonly table: string; readonly column: string }[];
        readonly content: { readonly files: number; readonly checked: number };
      },
    /** The findings of the auditor's run about this case. */
    audited: async (caseId: string): Promise<readonly Finding[]> => {
      const id = newId();
      const { orgId, orgPath, id: by } = person('east-auditor');
      await owner.query(
        'insert into audit_verification (id, org_id, org_path, requested_by, requested_at) values ($1, $2, $3, $4, now())',
        [id, orgId, orgPath, by],
      );
      await runVerification(workerDatabase as never, id, () => app.clock.now(), undefined, store);
      const { rows } = await owner.query<{ findings: (Finding & { id: string })[] }>(
        'select findings from audit_verification where id = $1',
        [id],
      );
      return (rows[0]?.findings ?? []).filter((finding) => finding.id === caseId);
    },
    /** What a pack of the case says of itself, and what the verifier says of the pack; or why it was not made. */
    packed: async (caseId: string) => {
      const { id } = await done('POST', '/api/proof-packs', 'east-director', { caseIds: [caseId] });
      await pack.run(id, new AbortController().signal);
      const { rows } = await owner.query<{ problem: string | null; sha256: string; size: string }>(
        'select problem, sha256, size from proof_pack where id = $1',
        [id],
      );
      const [row] = rows;
      if (row === undefined || row.problem !== null) {
        return { findings: [], faults: [], problem: row?.problem ?? '', page: '' };
      }
      const chunks: Buffer[] = [];
      for await (const chunk of (await store.read(row.sha256, Number(row.size))) ?? []) chunks.push(chunk as Buffer);
      const files = unzipSync(Buffer.concat(chunks));
      const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8');
      const inMemory = Object.entries(files).map(([name, bytes]) => {
        const pieces = async function* () {
          yield bytes;
        };
        return [name, { size: bytes.length, pieces }] as const;
      });
      const { faults } = await checkPack(new Map(inMemory), null);
      const { findings } = JSON.parse(text('verification.json')) as { findings: Finding[] };
      return { findings, faults: faults.map(({ what }) => what), problem: null, page: text('index.html') };
    },
    system: () => systemPrincipal(person('east-clerk').orgId, person('east-clerk').orgPath),
    close: async () => {
      await later.close();
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type VerifiedTown = Awaited<ReturnType<typeof openVerifiedTown>>;
