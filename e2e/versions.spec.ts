/**
 * A new version of a category is installed in a running town: open cases stay under their version, and can be migrated.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@lawgate/contracts';
import { eventually } from '@lawgate/testing';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from './client.ts';
import { Server } from './server.ts';
import { handInMaterials, walkToEnd, type Cast, type DefinitionView } from './walker.ts';

// Below this folder, because the imports of a category must resolve from its folder.
const folder = mkdtempSync(path.join(import.meta.dirname, '.versions-'));
const env = { LAWGATE_WORKFLOWS: folder };
const shipped = path.join(import.meta.dirname, 'outside', 'franchise');
const source = readFileSync(path.join(shipped, 'definition.ts'), 'utf8');

let server: Server;
let cast: Cast;
let waiting: string;
let granted: string;

/** Writes a version of the category as a separate folder. */
function install(name: string, text: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'definition.ts'), text);
}

const migration = `
  migrations: [
    { key: 'franchise', from: 1, to: 2, states: { handover: 'transfer' }, tasks: { handover: 'transfer' } },
  ],
  machine:`;
const second = source
  .replaceAll("'handover'", "'transfer'")
  .replace(/\bhandover,/, 'transfer: handover,')
  .replace('version: 1,', 'version: 2,')
  .replace('\n  machine:', migration);

async function logIn(): Promise<Cast> {
  const login = (username: string): Promise<Client> => Client.login(server.base, username);
  return {
    clerk: await login('clerk'),
    intake: await login('intake'),
    adviser: await login('adviser'),
    director: await login('director'),
    leader: await login('leader'),
    archivist: await login('archivist'),
  };
}

async function definitionOf(version?: number): Promise<DefinitionView> {
  const query = version === undefined ? '' : `?version=${version}`;
  return (await cast.clerk.get<DefinitionView>(`/api/definitions/franchise${query}`)).body;
}

async function opened(title: string): Promise<CaseView> {
  const created = await cast.clerk.post<CaseView>('/api/cases', { category: 'franchise', title });
  expect(created.status).toBe(201);
  return created.body;
}

beforeAll(async () => {
  cpSync(shipped, path.join(folder, 'franchise'), { recursive: true });
  server = await Server.start({ env });
  cast = await logIn();
  waiting = (await opened('供水特许经营协议')).id;
  granted = (await opened('公交特许经营协议')).id;
  await handInMaterials(cast.clerk, granted, await definitionOf());
  await walkToEnd(cast, granted, await definitionOf(), 'franchise.hand-over');
  expect((await cast.clerk.view(granted)).state).toBe('handover');
  await server.stop();
}, 300_000);

afterAll(async () => {
  await server?.remove();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

describe('a category that was changed while cases are open', () => {
  it('does not start under the same version number, and lists the changes', async () => {
    install('franchise', source.replace("stage: '待移交'", "stage: '等待移交'"));
    await expect(server.restart(env)).rejects.toThrow(
      /\[workflows\.version-changed\].*franchise 第1版：state handover/,
    );
  });

  it('does not start with the new version alone, because the old one is missing', async () => {
    install('franchise', second);
    await expect(server.restart(env)).rejects.toThrow(/\[workflows\.version-missing\].*franchise 第1版（在办案件2件）/);
  });

  it('starts with both: open cases are read and worked under their version, new ones begin under the newest', async () => {
    install('franchise-1', source);
    server = await server.restart(env);
    cast = await logIn();
    const view = await cast.clerk.view(waiting);
    expect([view.definitionVersion, view.state]).toEqual([1, 'draft']);
    await handInMaterials(cast.clerk, waiting, await definitionOf(1));
    await walkToEnd(cast, waiting, await definitionOf(1), 'findings.record');
    expect((await cast.clerk.view(waiting)).definitionVersion).toBe(1);
    expect((await opened('供热特许经营协议')).definitionVersion).toBe(2);
    const listed = await cast.clerk.get<{ items: { key: string; version: number; versions: number[] }[] }>(
      '/api/definitions',
    );
    expect(listed.body.items.find(({ key }) => key === 'franchise')).toMatchObject({ version: 2, versions: [1, 2] });
    expect((await cast.clerk.get('/api/definitions/franchise?version=3')).status).toBe(404);
    expect((await cast.clerk.get('/api/definitions/franchise?version=no')).status).toBe(422);
  }, 120_000);

  it('migrates its open cases when the administrator orders it, and only then', async () => {
    const admin = await Client.login(server.base, 'admin');
    interface Migration {
      readonly id: string;
      readonly state: string;
      readonly code?: string;
      readonly cases: readonly { caseId: string; changes: string[]; written: boolean }[];
    }
    const route = '/api/definitions/franchise/migrations';
    const migrate = (by: Client, body: object) => by.post<Migration>(route, body);
    const forbidden = await migrate(cast.director, { from: 1, to: 2, write: true });
    expect([forbidden.status, forbidden.body.code]).toEqual([403, 'definition.migrate-forbidden']);
    const tried = await migrate(admin, { from: 1, to: 2 });
    expect(tried.body.cases.find(({ caseId }) => caseId === granted)).toMatchObject({
      written: false,
      changes: [expect.stringContaining('（handover）改为'), expect.stringContaining('任务“登记移交”')],
    });
    expect((await cast.clerk.view(granted)).state).toBe('handover');

    const ordered = await migrate(admin, { from: 1, to: 2, write: true });
    expect([ordered.status, ordered.body.cases]).toEqual([202, []]);
    const done = await eventually(
      async () => (await admin.get<Migration>(`${route}/${ordered.body.id}`)).body,
      ({ state }) => state === 'done' || state === 'failed',
    );
    expect([done.state, done.cases.map(({ written }) => written)]).toEqual(['done', [true, true]]);
    const moved = await cast.clerk.view(granted);
    expect([moved.definitionVersion, moved.state]).toEqual([2, 'transfer']);
    expect(moved.history.at(-1)).toMatchObject({ label: '流程版本迁移', actor: null });
    const steps = await walkToEnd(cast, granted, await definitionOf());
    expect(steps.map(({ type }) => type)).toEqual(['franchise.hand-over', 'archive']);
    const verified = await cast.director.get<{ verified: boolean }>(`/api/cases/${granted}/verification`);
    expect(verified.body).toMatchObject({ verified: true });
    expect((await migrate(admin, { from: 2, to: 1 })).status).toBe(404);
    expect((await migrate(admin, { from: 'x' })).status).toBe(422);
  }, 120_000);
});
