/** A town that uploads documents: an app with their routes, and the worker's part on the same database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ContentStoreModule, openContentStore } from '@lawgate/files';
import { Database } from '@lawgate/database';
import type { Definition } from '@lawgate/engine';
import { CasesHttpModule, hashPassword, IdentityWriter } from '@lawgate/cases';
import { openTestApp, password } from '@lawgate/cases/test-app-fixtures';
import type { JobHandler } from '@lawgate/jobs';
import { workOff } from '@lawgate/jobs/fixtures';
import type { DocumentDetail } from './document-views.ts';
import { DocumentsHttpModule } from './index.ts';
import { compareKind, DocumentReader, readAttempts, readKind } from './reading/document-reader.ts';
import { defaultLimits } from './reading/in-thread.ts';
import type { DocumentTables } from './tables.ts';

export interface Answered {
  readonly status: number;
  // Whatever the route answers; each spec knows its own.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export async function openDocumentsTown(definitions: readonly Definition[]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-documents-'));
  const store = await openContentStore({ folder });
  const app = await openTestApp({
    definitions,
    modules: [ContentStoreModule.forRoot(store), { module: CasesHttpModule }, { module: DocumentsHttpModule }],
    maxUploadBytes: 4 * 1024 * 1024,
  });
  const writer = new IdentityWriter(app.database.ownerPool);
  const passwordHash = await hashPassword(password);
  for (const role of ['director', 'archivist'] as const) {
    const username = `east-${role}`;
    Object.assign(app.people, {
      [username]: await writer.createPerson({ org: 'east', username, name: username, passwordHash, roles: [role] }),
    });
  }
  const cookies = new Map<string, string>();
  const cookieOf = async (name: string): Promise<string> => {
    const known = cookies.get(name) ?? (await app.cookieOf(name));
    cookies.set(name, known);
    return known;
  };
  const fetchAs = async (by: string, where: string, init: RequestInit = {}): Promise<Response> =>
    fetch(app.url + where, { ...init, headers: { ...init.headers, cookie: await cookieOf(by) } });
  const call = async (by: string, method: string, where: string, body?: unknown): Promise<Answered> => {
    const sent =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await fetchAs(by, where, { method, ...sent });
    return { status: response.status, body: await response.json() };
  };
  const workerDatabase = new Database<DocumentTables>(app.database.workerPool, 'lawgate_worker');
  const reader = new DocumentReader(workerDatabase, store, app.clock, defaultLimits);
  return {
    ...app,
    folder,
    store,
    workerDatabase,
    fetchAs,
    get: (by: string, where: string) => call(by, 'GET', where),
    post: (by: string, where: string, body: unknown) => call(by, 'POST', where, body),
    upload: async (
      by: string,
      caseId: string,
      kind: string,
      name: string,
      content: Buffer | string,
    ): Promise<Answered> => {
      const form = new FormData();
      form.append('kind', kind);
      form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
      const response = await fetchAs(by, `/api/cases/${caseId}/documents`, { method: 'POST', body: form });
      return { status: response.status, body: await response.json() };
    },
    /** Runs the worker's jobs once. */
    work: async (): Promise<void> => {
      const work = { pool: app.database.workerPool, clock: app.clock };
      const reading: JobHandler = {
        run: ({ key }, signal) => reader.read(key, signal),
        giveUp: ({ key }) => reader.failText(key, 'too-large'),
      };
      await workOff(work, { [readKind]: { handler: reading, maxAttempts: readAttempts } });
      await workOff(work, { [compareKind]: { handler: { run: ({ key }, signal) => reader.compare(key, signal) } } });
    },
    documentsOf: async (by: string, caseId: string): Promise<DocumentDetail[]> =>
      ((await call(by, 'GET', `/api/cases/${caseId}/documents`)).body as { items: DocumentDetail[] }).items,
    send: async (by: string, caseId: string, type: string, payload: unknown = {}): Promise<void> => {
      const principal = app.people[by];
      if (principal === undefined) throw new Error(`there is no ${by}`);
      await app.parts.runtime.send(principal, { caseId, event: { type, payload } }, () => null);
    },
    draft: async (category: string, title = '采购合同', fields: Record<string, unknown> = {}): Promise<string> => {
      const clerk = app.people['east-clerk'];
      if (clerk === undefined) throw new Error('there is no clerk');
      return (await app.parts.runtime.create(clerk, { category, title, fields }, ({ id }) => id)).body;
    },
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}
