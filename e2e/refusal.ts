/**
 * A refusal is a problem with a code, in words for people, and leaves nothing behind: no row, no change, no file; only
 * the logs mention it.
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

/** Somebody who is logged in and sends anything. */
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

/** What is written about refusals themselves: may grow by what was refused, and by nothing else. */
const logs = ['audit_entry', 'audit_chain', 'refusal_met'];

/**
 * Everything the system holds but the logs of what was refused: a number for the content of each table, and the names
 * of the files.
 */
export function everything(server: Server): Promise<Record<string, string>> {
  return asOwner(server.dataDir, (pool) => contentOf(server, pool));
}

/** What recurs writes its own rows, whatever people do. */
const askedFor = `key <> 'schedule'`;

async function contentOf(server: Server, pool: pg.Pool): Promise<Record<string, string>> {
  // The worker does what was asked for before in its own time, which is no trace of what is refused now.
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
    `select '${name}' as name, count(*) || ' rows ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as content
       from "${name}" t where ${name === 'job' ? askedFor : true}`;
  const found = await pool.query<{ name: string; content: string }>(rows.map(one).join(' union all '));
  return Object.fromEntries(found.rows.map(({ name, content }) => [name, content]));
}

interface LogRow {
  readonly row: string;
  /** Says that something was refused or failed, and nothing of what was asked for. */
  readonly refusal: boolean;
}

async function logged(pool: pg.Pool): Promise<LogRow[]> {
  const { rows } = await pool.query<LogRow>(`
    select to_jsonb(a)::text as row, outcome <> 'done' as refusal from audit_entry a
    union all select to_jsonb(r)::text, true from refusal_met r`);
  return rows;
}

/** Content and logs by one connection; most of the time of a look would be its start. */
function look(server: Server): Promise<{ all: Record<string, string>; logs: LogRow[] }> {
  return asOwner(server.dataDir, async (pool) => ({ all: await contentOf(server, pool), logs: await logged(pool) }));
}

/** @returns what to call when it is over: everything must be as it is now, and the logs may only have more refusals */
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

/** Bytes of an answer that refuses something, at most: a refusal must not be an amplifier. */
const maxRefusalBytes = 64 * 1024;

/** @returns the problem, which was in order */
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

/** The request is refused with this status and code, and afterwards everything is as it was. */
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
