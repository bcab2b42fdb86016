import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProblemError } from '@lawgate/contracts';
import { createPool, newId } from '@lawgate/database';
import { eventually, testDatabase, type TestDatabase } from '@lawgate/testing';
import { verifyChain, type ChainLink, type LoadedCase } from '../read/loaded-case.ts';
import type { CaseRuntime } from './case-runtime.ts';
import { anotherRuntime, openTown, organisations, people, whileLosing, type Town } from '../runtime.fixtures.ts';
import { maxCommitAttempts, untilCommitted } from './answers.ts';
import { KeyTakenError, StaleCaseError } from './case-store.ts';

const { li, zhao, qian, feng, county, admin } = people;
let db: TestDatabase;
let town: Town;

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db);
}, 120_000);
afterAll(() => db.drop());

async function problemOf(work: Promise<unknown>): Promise<ProblemError> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProblemError)) throw new Error(`no problem, but ${String(error)}`);
  return error;
}

async function rowsOf(table: string, caseId: string): Promise<number> {
  const found = await db.ownerPool.query<{ n: number }>(`select count(*)::int as n from ${table} where case_id = $1`, [
    caseId,
  ]);
  return found.rows[0]?.n ?? 0;
}

async function versionOf(caseId: string): Promise<number> {
  return (await town.runtime.read(li, caseId)).case.version;
}

async function chainOf(caseId: string): Promise<{ links: ChainLink[]; lastHash: string }> {
  const found = await db.ownerPool.query<ChainLink>(
    `select seq, body, prev_hash as "prevHash", hash from history where case_id = $1 order by seq`,
    [caseId],
  );
  return { links: found.rows, lastHash: (await town.runtime.read(li, caseId)).case.lastHash };
}

const note = (text: string) => ({ type: 'note', payload: { text } });
const whole = (after: LoadedCase): LoadedCase => after;
const version = (after: LoadedCase): number => after.version;

describe('a commit', () => {
  it('writes everything that the answer contains, so that reading it again gives the same', async () => {
    const { id } = await town.draft();
    const answer = await town.send(li, id, 'submit');
    const read = (await town.runtime.read(zhao, id)).case;
    expect(read).toMatchObject({ state: 'working', version: 2, status: 'active', lastHash: answer.lastHash });
    expect(read.tasks).toEqual([expect.objectContaining({ key: 'handle', role: 'reviewer', dueOn: '2024-02-21' })]);
    expect(read.clocks).toEqual(answer.clocks);
    expect(read.history).toEqual(answer.history);
    expect(read.stored).toEqual(JSON.parse(JSON.stringify(answer.stored)));
    expect(await rowsOf('fact', id)).toBe(1);
    expect(await rowsOf('outbox', id)).toBe(2);
    expect(await rowsOf('timer', id)).toBe(1);
  });

  it('writes a history chain that verifies, and that exposes a row changed in the database', async () => {
    const { id } = await town.submitted();
    await town.send(zhao, id, 'note', { text: '㐀𠮷🀄 שלום' });
    const { links, lastHash } = await chainOf(id);
    expect(links).toHaveLength(3);
    expect(verifyChain(links, lastHash)).toEqual({ intact: true });
    expect(JSON.parse(links[2]?.body ?? '').payload.text).toBe('㐀𠮷🀄 שלום');
    const forged = links.map((link) =>
      link.seq === 2 ? { ...link, body: link.body.replace('submit', 'sneaks') } : link,
    );
    expect(verifyChain(forged, lastHash)).toMatchObject({ intact: false, seq: 2 });
  });

  it('lets neither the application nor the owner change history', async () => {
    const { id } = await town.draft();
    for (const pool of [db.appPool, db.workerPool, db.ownerPool]) {
      await expect(pool.query(`update history set body = '{}' where case_id = $1`, [id])).rejects.toThrow();
      await expect(pool.query('delete from history where case_id = $1', [id])).rejects.toThrow();
    }
    expect(await rowsOf('history', id)).toBe(1);
  });

  it('leaves no row behind when the event is refused', async () => {
    const { id } = await town.submitted();
    const refused = [
      problemOf(town.send(zhao, id, 'sign-off', { conclusion: 'agree' })),
      problemOf(town.send(zhao, id, 'no-such-event')),
      problemOf(town.send(zhao, id, 'xstate.init')),
      problemOf(town.send(zhao, id, 'note', { text: '' })),
      problemOf(town.send(qian, id, 'sign-off', { conclusion: 'agree' })),
    ];
    expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([403, 422, 422, 422, 409]);
    expect(await versionOf(id)).toBe(2);
    expect(await rowsOf('history', id)).toBe(2);
  });

  it('is not undone by a listener that fails after it', async () => {
    const { id } = await town.draft();
    const { events } = town.runtime;
    const failing = (): never => {
      throw new Error('a page that is gone');
    };
    events.on('workEnqueued', failing).on('committed', failing);
    try {
      expect((await town.send(li, id, 'submit')).version).toBe(2);
    } finally {
      events.off('workEnqueued', failing).off('committed', failing);
    }
  });
});

describe('two concurrent events', () => {
  it('return a conflict with the current version for a stale one, and write nothing for it', async () => {
    const { id } = await town.submitted();
    const problem = await problemOf(town.send(zhao, id, 'note', { text: '旧' }, { expectedVersion: 1 }));
    expect(problem).toMatchObject({ status: 409, code: 'case.version-conflict', more: { currentVersion: 2 } });
    expect(await versionOf(id)).toBe(2);
  });

  it('on the same expected version: exactly one is accepted', async () => {
    const { id } = await town.submitted();
    const sent = await Promise.allSettled(
      Array.from({ length: 12 }, (_, index) =>
        town.send(zhao, id, 'note', { text: `${index}` }, { expectedVersion: 2 }),
      ),
    );
    const refused = sent.flatMap((one) => (one.status === 'rejected' ? [one.reason as ProblemError] : []));
    expect(refused).toHaveLength(11);
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['case.version-conflict']));
    expect(refused.every(({ more }) => more.currentVersion === 3)).toBe(true);
    expect(await versionOf(id)).toBe(3);
  });

  it('retry after a lost race when no version was expected', async () => {
    const { id } = await town.submitted();
    await Promise.all(Array.from({ length: 8 }, (_, index) => town.send(zhao, id, 'note', { text: `${index}` })));
    const { links, lastHash } = await chainOf(id);
    expect(links).toHaveLength(10);
    expect(verifyChain(links, lastHash)).toEqual({ intact: true });
  });

  it('refuse after a lost race if the event is no longer possible, and write nothing', async () => {
    const { id } = await town.submitted();
    const sent = await Promise.allSettled([town.send(zhao, id, 'finish'), town.send(people.sun, id, 'finish')]);
    expect(sent.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rowsOf('history', id)).toBe(3);
  });
});

describe('a commit that always loses the race', () => {
  const conflict = { status: 409, code: 'case.version-conflict', more: { currentVersion: 2 } };
  it('fails with its code: an event, also one whose key was taken each time', async () => {
    const { id } = await town.submitted();
    town.runtime.invalidate(id);
    for (const error of [new StaleCaseError(2), new KeyTakenError(2)]) {
      const [problem, tries] = await whileLosing(error, () => problemOf(town.send(zhao, id, 'note', { text: '注' })));
      expect(problem).toMatchObject(conflict);
      expect(tries).toBe(maxCommitAttempts);
    }
    expect(await versionOf(id)).toBe(2);
  });

  it('fails with its code: a new case', async () => {
    const create = () => town.runtime.create(li, { category: 'errand', title: '新事项', fields: {} }, version);
    const [problem, tries] = await whileLosing(new KeyTakenError(0), () => problemOf(create()));
    expect([problem.code, tries]).toEqual(['case.version-conflict', maxCommitAttempts]);
  });

  it('is not retried when it fails for another reason', async () => {
    let tries = 0;
    const fails = async (): Promise<never> => {
      tries += 1;
      throw new Error('disk full');
    };
    await expect(untilCommitted(fails)).rejects.toThrow('disk full');
    expect(tries).toBe(1);
  });
});

describe('an idempotency key', () => {
  const send = (caseId: string, key: string, text: string) =>
    town.runtime.send(zhao, { caseId, event: note(text), idempotency: { key, request: { caseId, text } } }, version);

  it('returns the first answer again, also after the case has changed', async () => {
    const { id } = await town.submitted();
    const key = newId();
    expect(await send(id, key, '甲')).toEqual({ status: 200, body: 3, repeated: false });
    await town.send(zhao, id, 'note', { text: '乙' });
    expect(await send(id, key, '甲')).toEqual({ status: 200, body: 3, repeated: true });
    expect(await versionOf(id)).toBe(4);
  });

  it('with another body is refused, and nothing is written', async () => {
    const { id } = await town.submitted();
    const key = newId();
    await send(id, key, '甲');
    expect(await problemOf(send(id, key, '乙'))).toMatchObject({ status: 422, code: 'idempotency.key-reused' });
    expect(await versionOf(id)).toBe(3);
  });

  it('from twenty callers at once makes one event, and each caller gets its answer', async () => {
    const { id } = await town.submitted();
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(id, key, '甲')));
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(answers.map(({ body }) => body))).toEqual(new Set([3]));
    expect(await versionOf(id)).toBe(3);
  });

  it('from twenty callers at once creates one case', async () => {
    const idempotency = { key: newId(), request: { title: '一次' } };
    const create = () => town.runtime.create(li, { category: 'errand', title: '一次', fields: {}, idempotency }, whole);
    const answers = await Promise.all(Array.from({ length: 20 }, create));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    const made = await db.ownerPool.query(`select 1 from review_case where title = '一次'`);
    expect(made.rowCount).toBe(1);
  });

  it('belongs to one person: another may use the same', async () => {
    const { id } = await town.submitted();
    const key = newId();
    await send(id, key, '甲');
    const other = await town.runtime.send(
      people.sun,
      { caseId: id, event: note('乙'), idempotency: { key, request: '乙' } },
      version,
    );
    expect(other).toMatchObject({ body: 4, repeated: false });
  });

  it('of a refused event can be used again', async () => {
    const { id } = await town.submitted();
    const key = newId();
    await problemOf(send(id, key, ''));
    expect(await send(id, key, '甲')).toMatchObject({ body: 3, repeated: false });
  });
});

describe('text', () => {
  it('of any script is read back unchanged', async () => {
    const title = '㐀𠮷🀄 «שלום» عربى \u200f e\u0301';
    const { id } = await town.draft(li, 'errand', title);
    expect((await town.runtime.read(li, id)).case.title).toBe(title);
  });

  it('that cannot be stored is refused with its own code and leaves no row', async () => {
    const before = await db.ownerPool.query('select 1 from review_case');
    const { id } = await town.submitted();
    for (const bad of ['a\0b', '\ud842', '\udfb7字']) {
      expect(await problemOf(town.send(zhao, id, 'note', { text: bad }))).toMatchObject({ code: 'text.unstorable' });
      expect(await problemOf(town.draft(li, 'errand', bad))).toMatchObject({ code: 'text.unstorable' });
    }
    expect(await problemOf(town.send(zhao, id, 'note', { [`a\0`]: '' }))).toMatchObject({ code: 'text.unstorable' });
    const after = await db.ownerPool.query('select 1 from review_case');
    expect(after.rowCount).toBe((before.rowCount ?? 0) + 1);
  });
});

describe('access', () => {
  it('to a case of another town is answered as not found', async () => {
    const { id } = await town.submitted();
    const unknown = await problemOf(town.runtime.read(li, newId()));
    expect(unknown).toMatchObject({ status: 404, code: 'resource.not-found' });
    for (const person of [feng, people.chen, admin, people.wu]) {
      expect(await problemOf(town.runtime.read(person, id))).toMatchObject({ status: 404, message: unknown.message });
      expect(await problemOf(town.send(person, id, 'note', { text: '外' }))).toMatchObject({ status: 404 });
    }
    expect(await versionOf(id)).toBe(2);
  });

  it('with a malformed id is answered as not found', async () => {
    for (const id of ['', 'x', `${newId()}'`, 'a\0']) {
      expect(await problemOf(town.runtime.read(li, id))).toMatchObject({ status: 404 });
    }
  });

  it('of the county is read-only', async () => {
    const { id } = await town.submitted();
    expect((await town.runtime.read(county, id)).case.id).toBe(id);
    expect(await problemOf(town.send(county, id, 'note', { text: '县' }))).toMatchObject({
      status: 403,
      code: 'case.read-only',
    });
  });

  it('of an adviser lasts from the assignment until the recusal', async () => {
    const { id } = await town.submitted();
    const { wu, zheng } = people;
    await problemOf(town.runtime.read(wu, id));
    await town.send(zhao, id, 'advisers.assign', { advisers: [wu.id, zheng.id] });
    expect((await town.runtime.read(wu, id)).case.state).toBe('advising');
    await town.send(wu, id, 'recuse', { reason: '近亲属' });
    expect(await problemOf(town.runtime.read(wu, id))).toMatchObject({ status: 404 });
    expect((await town.runtime.read(zheng, id)).case.tasks).toEqual([expect.objectContaining({ holder: zheng.id })]);
  });

  it('of anyone in the office ends with their recusal, and that of colleagues does not', async () => {
    const { id } = await town.submitted();
    expect((await town.runtime.read(zhao, id)).case.id).toBe(id);
    await town.send(zhao, id, 'recuse', { reason: '近亲属' });
    expect(await problemOf(town.runtime.read(zhao, id))).toMatchObject({ status: 403, code: 'case.recused' });
    expect((await town.runtime.read(li, id)).case.id).toBe(id);
  });

  it('to create a case needs the submitter role, an existing category and valid fields', async () => {
    const create = (by: typeof li, category: string, fields: Record<string, unknown>) =>
      town.runtime.create(by, { category, title: '一件', fields }, whole);
    expect(await problemOf(create(zhao, 'errand', {}))).toMatchObject({ status: 403, code: 'case.create-forbidden' });
    expect(await problemOf(create(li, 'nothing', {}))).toMatchObject({ status: 422, code: 'case.category-unknown' });
    expect(await problemOf(create(li, 'errand', { colour: '红' }))).toMatchObject({ code: 'case.fields-invalid' });
  });
});

describe('numbers', () => {
  const signable = async (): Promise<string> => {
    const { id } = await town.submitted();
    await town.send(zhao, id, 'finish');
    return id;
  };
  const signOff = (id: string) => town.send(qian, id, 'sign-off', { conclusion: 'agree' });
  const taken = async (year: number): Promise<number[]> => {
    const found = await db.ownerPool.query<{ number: number }>(
      'select number from document_number where org_id = $1 and year = $2 order by number',
      [organisations.hill.id, year],
    );
    return found.rows.map((row) => row.number);
  };
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

  it('are consecutive in fifty concurrent sign-offs, and each letter has its own', async () => {
    town.clock.set(new Date('2031-03-03T01:00:00Z'));
    const ids = [];
    for (let index = 0; index < 50; index += 1) ids.push(await signable());
    const letters = (await Promise.all(ids.map(signOff))).map(({ numbers }) => numbers[0]?.text);
    expect(await taken(2031)).toEqual(upTo(50));
    expect(new Set(letters)).toEqual(new Set(upTo(50).map((number) => `合审〔2031〕${number}号`)));
  }, 60_000);

  it('have no gap where a commit fails after taking its number', async () => {
    town.clock.set(new Date('2032-03-03T01:00:00Z'));
    const [first, second, third] = [await signable(), await signable(), await signable()];
    await signOff(first);
    await db.ownerPool.query(
      `create function fail_once() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`,
    );
    await db.ownerPool.query(
      `create trigger fail_once before update on review_case for each row when (old.id = '${second}') execute function fail_once()`,
    );
    await expect(signOff(second)).rejects.toThrow('disk full');
    await db.ownerPool.query('drop trigger fail_once on review_case');
    expect((await signOff(third)).numbers[0]?.text).toBe('合审〔2032〕2号');
    expect((await signOff(second)).numbers[0]?.text).toBe('合审〔2032〕3号');
    expect(await taken(2032)).toEqual(upTo(3));
  });

  it('are taken once where two people sign the same case concurrently', async () => {
    town.clock.set(new Date('2033-03-03T01:00:00Z'));
    const id = await signable();
    const sent = await Promise.allSettled([signOff(id), signOff(id), signOff(id)]);
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await taken(2033)).toEqual([1]);
  });

  it('restart with the year of issue, which may differ from the year of receipt', async () => {
    town.clock.set(new Date('2034-12-31T15:00:00Z'));
    const id = await signable();
    // Half past midnight in Shanghai is still the old year in UTC.
    town.clock.set(new Date('2034-12-31T16:30:00Z'));
    expect((await signOff(id)).numbers[0]?.text).toBe('合审〔2035〕1号');
  });

  it('form separate series for two towns', async () => {
    town.clock.set(new Date('2036-03-03T01:00:00Z'));
    await signOff(await signable());
    const { id } = await town.submitted(feng);
    await town.send(people.chen, id, 'finish');
    const letter = await town.send(people.chu, id, 'sign-off', { conclusion: 'agree' });
    expect(letter.numbers[0]?.text).toBe('合审〔2036〕1号');
  });

  it('stay consecutive when two processes sign, also the same cases', async () => {
    town.clock.set(new Date('2037-03-03T01:00:00Z'));
    const ids = [];
    for (let index = 0; index < 20; index += 1) ids.push(await signable());
    // From here on this process has the series cached; the other has to read it.
    const first = await signable();
    await signOff(first);
    const other = anotherRuntime(town, db.appPool);
    const sent = await Promise.allSettled(
      ids.flatMap((id, index) => {
        if (index % 3 === 0) return [signOffBy(other, id), signOff(id)];
        return [index % 2 === 0 ? signOffBy(other, id) : signOff(id)];
      }),
    );
    const refused = sent.flatMap((one) => (one.status === 'rejected' ? [one.reason as ProblemError] : []));
    for (const problem of refused) expect(problem).toMatchObject({ status: 409 });
    expect(await taken(2037)).toEqual(upTo(21));
  }, 60_000);

  it('need no additional connection when another process took the guessed one', async () => {
    town.clock.set(new Date('2039-03-03T01:00:00Z'));
    const pool = createPool(db.url, { max: 1, role: 'lawgate_app' });
    try {
      const here = anotherRuntime(town, pool);
      const [first, second, third] = [await signable(), await signable(), await signable()];
      await signOffBy(here, first);
      const backend = () =>
        pool.query<{ pid: number }>('select pg_backend_pid() as pid').then(({ rows }) => rows[0]?.pid);
      const before = await backend();
      await signOff(second);
      // Its guess is already taken, so it reads the next number.
      await signOffBy(here, third);
      expect(await taken(2039)).toEqual(upTo(3));
      expect(await backend()).toBe(before);
    } finally {
      await pool.end();
    }
  });

  it('are taken on a second attempt after a deadlock', async () => {
    town.clock.set(new Date('2038-03-03T01:00:00Z'));
    await signOff(await signable());
    const id = await signable();
    const other = await db.ownerPool.connect();
    try {
      await other.query('begin');
      await other.query('update number_series set last = last where year = 2038');
      const signed = signOff(id);
      await eventually(
        () =>
          db.ownerPool.query(
            `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%commit_event%'`,
          ),
        ({ rowCount }) => rowCount === 1,
      );
      await other.query('update review_case set due_on = due_on where id = $1', [id]);
      await other.query('commit');
      expect((await signed).numbers[0]?.text).toBe('合审〔2038〕2号');
    } finally {
      other.release();
    }
  });

  const signOffBy = (runtime: CaseRuntime, caseId: string) =>
    runtime.send(qian, { caseId, event: { type: 'sign-off', payload: { conclusion: 'agree' } } }, version);
});

describe('the cache of cases in a process', () => {
  let other: CaseRuntime;
  const sendBy = (runtime: CaseRuntime, by: typeof li, caseId: string, type: string, payload: unknown = {}) =>
    runtime.send(by, { caseId, event: { type, payload } }, whole);
  beforeAll(() => {
    town.clock.set(new Date('2024-02-08T01:00:00Z'));
    other = anotherRuntime(town, db.appPool);
  });

  it('does not hide a row that another process wrote in between', async () => {
    const { id } = await town.submitted();
    for (let turn = 0; turn < 4; turn += 1) {
      await sendBy(turn % 2 === 0 ? other : town.runtime, zhao, id, 'note', { text: `${turn}` });
    }
    const { links, lastHash } = await chainOf(id);
    expect(links.map(({ body }) => JSON.parse(body).payload.text).slice(2)).toEqual(['0', '1', '2', '3']);
    expect(verifyChain(links, lastHash)).toEqual({ intact: true });
  });

  it('does not refuse an event that has become possible elsewhere', async () => {
    const { id } = await town.submitted();
    await sendBy(other, zhao, id, 'finish');
    expect((await town.send(qian, id, 'sign-off', { conclusion: 'agree' })).state).toBe('answering');
  });

  it('does not allow an event that has become impossible elsewhere', async () => {
    const { wu } = people;
    const { id } = await town.submitted();
    await town.send(zhao, id, 'advisers.assign', { advisers: [wu.id] });
    await sendBy(other, wu, id, 'recuse', { reason: '近亲属' });
    expect(await problemOf(town.send(wu, id, 'opinion.give'))).toMatchObject({ status: 404 });
  });

  it('does not show the case to another town and does not let the county write', async () => {
    const { id } = await town.submitted();
    expect(await problemOf(town.send(people.chen, id, 'note', { text: '外' }))).toMatchObject({ status: 404 });
    expect(await problemOf(town.send(county, id, 'note', { text: '县' }))).toMatchObject({ code: 'case.read-only' });
  });

  it('does not answer for a key whose answer another process stored', async () => {
    const { id } = await town.submitted();
    const key = newId();
    const command = { caseId: id, event: note('甲'), idempotency: { key, request: '甲' } };
    const first = await other.send(zhao, command, version);
    expect(await town.runtime.send(zhao, command, version)).toEqual({ ...first, repeated: true });
    const changed = { ...command, idempotency: { key, request: '乙' } };
    expect(await problemOf(town.runtime.send(zhao, changed, version))).toMatchObject({
      code: 'idempotency.key-reused',
    });
    expect(await versionOf(id)).toBe(3);
  });

  it('is not used after a document was uploaded meanwhile', async () => {
    const { id } = await town.submitted();
    await db.ownerPool.query(
      `insert into document (id, case_id, org_path, kind, name, version, size, media_type, sha256, sm3, uploaded_by, uploaded_at)
       values ($1, $2, $3, 'draft', '送审稿.docx', 1, 1, 'text/plain', 'aa', 'bb', $4, now())`,
      [newId(), id, li.orgPath, li.id],
    );
    await town.send(zhao, id, 'note', { text: '看过送审稿' }, { expectedVersion: 2 });
    const { links } = await chainOf(id);
    expect(JSON.parse(links[2]?.body ?? '').documents.count).toBe(1);
  });
});
