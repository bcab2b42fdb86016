/**
 * Checks of refusals: a problem with a code and a message for people, and no trace: no row, no change, no file; only
 * logs may mention it.
 */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { Problem } from '@lawgate/contracts';
import type pg from 'pg';
import { demonstrationPassword } from './client.ts';
import { asOwner, until } from './owner.ts';
import { plainRequest, type PlainAnswer, type PlainRequest } from './plain-http.ts';
import type { Server } from './server.ts';

/** A logged-in person who can send any request. */
export class Sender {
  private constructor(
    readonly server: Server,
    readonly username: string,
    readonly cookie: string,
  ) {}

  static async login(server: Server, username: string): Promise<Sender> {
    const answer = await plainRequest(server.base, {
      method: 'POST',
      path: '/api/auth/login',
      body: { username, password: demonstrationPassword },
    });
    if (answer.status !== 200) throw new Error(`login of ${username}: ${answer.text}`);
    return new Sender(server, username, String(answer.headers['set-cookie']).split(';')[0] ?? '');
  }

  send(request: PlainRequest): Promise<PlainAnswer> {
    return plainRequest(this.server.base, { ...request, headers: { cookie: this.cookie, ...request.headers } });
  }

  get(path: string): Promise<PlainAnswer> {
    return this.send({ path });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<PlainAnswer> {
    const kind: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    return this.send({ method: 'POST', path, body, headers: { ...kind, ...headers } });
  }
}

/** Tables that record refusals: they may grow by refusals, and by nothing else. */
const logs = ['audit_entry', 'audit_chain', 'refusal_met', 'case_log'];
/** Columns of the case that are the end of its log. */
const logEnds: Readonly<Record<string, readonly string[]>> = { review_case: ['log_seq', 'log_hash'] };

/**
 * Everything stored except the logs of refusals: a checksum for the content of each table, and the names of the files.
 */
export function everything(server: Server): Promise<Record<string, string>> {
  return asOwner(server.dataDir, (pool) => contentOf(server, pool));
}

/** Scheduled jobs write rows by themselves. */
const askedFor = `key <> 'schedule'`;

async function contentOf(server: Server, pool: pg.Pool): Promise<Record<string, string>> {
  // The worker may still handle earlier requests, which is not a trace of the refused one.
  await until('the worker to have done every job', () => allDone(pool));
  const tables = await contents(pool);
  const files = await readdir(path.join(server.dataDir, 'documents'), { recursive: true, withFileTypes: true });
  const names = files.filter((entry) => entry.isFile()).map(({ name }) => name);
  return { ...tables, files: names.sort().join() };
}

async function allDone(pool: pg.Pool): Promise<true | null> {
  const { rows } = await pool.query(`select 1 from job where ${askedFor} and state in ('waiting', 'running') limit 1`);
  return rows.length === 0 ? true : null;
}

async function contents(pool: pg.Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
      where table_schema = 'public' and table_name <> all ($1) order by 1`,
    [logs],
  );
  const one = ({ name }: { name: string }): string =>
    `select '${name}' as name, count(*) || ' rows ' || coalesce(sum(hashtextextended((to_jsonb(t) - '{${(logEnds[name] ?? []).join()}}'::text[])::text, 0)), 0) as content
       from "${name}" t where ${name === 'job' ? askedFor : true}`;
  const found = await pool.query<{ name: string; content: string }>(rows.map(one).join(' union all '));
  return Object.fromEntries(found.rows.map(({ name, content }) => [name, content]));
}

interface LogRow {
  readonly row: string;
  /** True for rows that record a refusal or failure, without content of the request. */
  readonly refusal: boolean;
}

async function logged(pool: pg.Pool): Promise<LogRow[]> {
  const { rows } = await pool.query<LogRow>(`
    select to_jsonb(a)::text as row, outcome <> 'done' as refusal from audit_entry a
    union all select to_jsonb(r)::text, true from refusal_met r
    union all select to_jsonb(l)::text, l.type = 'refusal.met' from case_log l`);
  return rows;
}

/** Reads content and logs with one connection, because opening connections would dominate the time. */
function look(server: Server): Promise<{ all: Record<string, string>; logs: LogRow[] }> {
  return asOwner(server.dataDir, async (pool) => ({ all: await contentOf(server, pool), logs: await logged(pool) }));
}

/** @returns a function that checks that everything is unchanged, and that logs have only further refusals */
export async function recordState(server: Server): Promise<() => Promise<void>> {
  const before = await look(server);
  return async () => {
    const { all, logs: after } = await look(server);
    expect(all).toEqual(before.all);
    const known = new Set(before.logs.map(({ row }) => row));
    const kept = new Set(after.map(({ row }) => row));
    expect([...known].filter((row) => !kept.has(row))).toEqual([]);
    expect(after.filter(({ row, refusal }) => !refusal && !known.has(row))).toEqual([]);
  };
}

/** Maximum bytes of an answer to a refused request, which must not amplify it. */
const maxRefusalBytes = 64 * 1024;

/** @returns the problem, after checking its form */
export function expectProblem(answer: PlainAnswer): Problem {
  expect(answer).toMatchObject({ type: expect.stringMatching(/^application\/problem\+json/) });
  expect(answer.text.length).toBeLessThan(maxRefusalBytes);
  const problem = JSON.parse(answer.text) as Problem;
  expect(problem).toMatchObject({
    status: answer.status,
    code: expect.stringMatching(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/),
    detail: expect.stringMatching(/\p{Script=Han}/u),
    title: expect.any(String),
  });
  return problem;
}

/** Checks that the request is refused with this status and code, and that everything is unchanged afterwards. */
export async function expectRefused(
  server: Server,
  status: number,
  code: string,
  request: () => Promise<PlainAnswer>,
): Promise<Problem> {
  const asBefore = await recordState(server);
  const answer = await request();
  const got = `${answer.status} ${/"code":"([^"]*)"/.exec(answer.text)?.[1] ?? answer.text.slice(0, 300)}`;
  expect(got).toBe(`${status} ${code}`);
  const problem = expectProblem(answer);
  await asBefore();
  return problem;
}
