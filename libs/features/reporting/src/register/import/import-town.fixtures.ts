/** A town that keeps its register: an app with the import's routes, and the worker's part on the same database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ContentStoreModule, openContentStore } from '@lawgate/files';
import { openTestApp } from '@lawgate/cases/test-app-fixtures';
import { CasesHttpModule, openRuntime } from '@lawgate/cases';
import type { JobHandler } from '@lawgate/jobs';
import { workOff } from '@lawgate/jobs/fixtures';
import { loadDefinitions } from '@lawgate/workflows';
import { RegisterImportRun, RegisterHttpModule } from '../index.ts';
import { ReportsHttpModule } from '../../reports/index.ts';
import { registerImportKind } from './import-store.ts';

export interface Answered {
  readonly status: number;
  // Whatever the route answers; each spec knows its own.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export const headings =
  '序号,收件日期,送审单位,事项名称,类别,受理日期,审查人,法律顾问,结论,意见书文号,审结日期,备案日期,状态,备注';

/** One line of a register with standard values, as text. */
export function line(
  serial: number,
  more: Partial<
    Record<
      | 'received'
      | 'title'
      | 'category'
      | 'accepted'
      | 'adviser'
      | 'conclusion'
      | 'number'
      | 'concluded'
      | 'filed'
      | 'status',
      string
    >
  > = {},
): string {
  const row = {
    received: '2023-02-06',
    title: `农田灌溉机井维修工程施工合同（${serial}）`,
    category: '重要合同',
    accepted: '2023-02-07',
    adviser: '王律师',
    conclusion: '可以签订',
    number: `合审〔2023〕${serial}号`,
    concluded: '2023-02-09',
    filed: '',
    status: '审结',
    ...more,
  };
  return [
    serial,
    row.received,
    '综合执法办',
    row.title,
    row.category,
    row.accepted,
    '李审查',
    row.adviser,
    row.conclusion,
    row.number,
    row.concluded,
    row.filed,
    row.status,
    '',
  ].join(',');
}

export async function openImportTown() {
  const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-register-'));
  const definitions = await loadDefinitions();
  const app = await openTestApp({
    definitions,
    modules: [
      ContentStoreModule.forRoot(await openContentStore({ folder })),
      { module: RegisterHttpModule },
      { module: ReportsHttpModule },
      { module: CasesHttpModule },
    ],
    maxUploadBytes: 40 * 1024 * 1024,
  });
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
  const answered = async (response: Response): Promise<Answered> => ({
    status: response.status,
    body: await response.json(),
  });
  const call = async (method: string, where: string, by: string, body?: unknown): Promise<Answered> =>
    answered(
      await fetch(app.url + where, {
        method,
        headers: { cookie: await cookieOf(by), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  return {
    ...app,
    folder,
    later,
    call,
    get: (where: string, by = 'east-reviewer') => call('GET', where, by),
    upload: async (content: string | Uint8Array, name = '台账.csv', by = 'east-reviewer'): Promise<Answered> => {
      const form = new FormData();
      form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
      const headers = { cookie: await cookieOf(by) };
      return answered(await fetch(`${app.url}/api/register/imports`, { method: 'POST', headers, body: form }));
    },
    download: async (where: string, by = 'east-reviewer') =>
      fetch(app.url + where, { headers: { cookie: await cookieOf(by) } }),
    /** Runs the worker's jobs of started imports. */
    work: (signal?: AbortSignal): Promise<void> => {
      const run = new RegisterImportRun(later, (error) => {
        throw error;
      });
      const handler: JobHandler = { run: ({ key }, stopping) => run.run(key, stopping) };
      return workOff({ pool: later.appPool, clock: later.clock, signal }, { [registerImportKind]: { handler } });
    },
    rows: async (table: string, where = 'true'): Promise<number> =>
      (await app.database.ownerPool.query<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`))
        .rows[0]?.n ?? 0,
    close: async () => {
      await later.close();
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type ImportTown = Awaited<ReturnType<typeof openImportTown>>;
