/** Rule sets from the entry to the cases that use them, over HTTP on a real database. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CasesHttpModule,
  Deliverer,
  RuleSetStore,
  systemPrincipal,
  type CaseRuntime,
  type LoadedCase,
} from '@lawgate/cases';
import type { Principal } from '@lawgate/contracts';
import type { Definition } from '@lawgate/engine';
import { deliveryHandlers } from '@lawgate/notifications';
import { asViewer } from '@lawgate/database';
import { anotherRuntime, errand, openTown, people, type Town } from '@lawgate/cases/fixtures';
import { personHeader, serve, type Answered, type PersonName, type ServedApp } from '@lawgate/cases/http-fixtures';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { CatalogueHttpModule } from '@lawgate/admin';

/** The test workflow `errand` with a review limit and a ladder that a town can change. */
function limited(): Definition {
  const plain = errand();
  const parameter = (value: number, label: string) => ({ value, label, unit: '工作日', citation: '某规则' });
  const clock = plain.clocks['review'];
  if (clock === undefined) throw new Error('the errand has no review clock');
  return {
    ...plain,
    parameters: {
      'review.limit': { ...parameter(5, '审查期限'), bounds: { min: 1, max: 30 } },
      'reminder.overdue-days': parameter(3, '催办天数'),
      'reminder.director-from': parameter(3, '提级'),
    },
    ladder: (given) => ({
      overdueDays: given['reminder.overdue-days'] ?? 0,
      standInFrom: 1,
      directorFrom: given['reminder.director-from'] ?? 0,
    }),
    clocks: {
      ...plain.clocks,
      review: {
        ...clock,
        citation: '某规则',
        limit: (_, given) => ({ value: given['review.limit'] ?? 0, unit: 'workday' }),
        parameter: () => 'review.limit',
      },
    },
  };
}

interface Served {
  readonly db: TestDatabase;
  readonly town: Town;
  readonly app: ServedApp;
  at(day: string): void;
  post(by: PersonName, path: string, body: unknown, headers?: Record<string, string>): Promise<Answered>;
  enter(by: PersonName, effectiveFrom: string, values: object, more?: object): Promise<Answered>;
  current(by: PersonName): Promise<Answered['body']>;
  close(): Promise<void>;
}

async function open(): Promise<Served> {
  const db = await testDatabase();
  const definitions = [limited()];
  const town = await openTown(db, { definitions, at: '2024-02-20T01:00:00Z' });
  const app = await serve([CatalogueHttpModule, CasesHttpModule], {
    databaseUrl: db.url,
    clock: town.clock,
    definitions,
  });
  const post: Served['post'] = async (by, path, body, headers = {}) => {
    const response = await fetch(app.url + path, {
      method: 'POST',
      headers: { [personHeader]: by, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  return {
    db,
    town,
    app,
    at: (day) => town.clock.set(new Date(`${day}T01:00:00Z`)),
    post,
    enter: (by, effectiveFrom, values, more = {}) =>
      post(by, '/api/rulesets', {
        effectiveFrom,
        documentNumber: '镇政发〔2024〕1号',
        values: Object.entries(values).map(([key, value]) => ({ category: 'errand', key, value })),
        ...more,
      }),
    current: async (by) => (await app.get(by, '/api/rulesets/current')).body,
    close: async () => {
      await app.close();
      await db.drop();
    },
  };
}

async function submitted(runtime: CaseRuntime, by: Principal): Promise<LoadedCase> {
  const whole = (after: LoadedCase): LoadedCase => after;
  const created = await runtime.create(by, { category: 'errand', title: '一件小事', fields: {} }, whole);
  return (await runtime.send(by, { caseId: created.body.id, event: { type: 'submit', payload: {} } }, whole)).body;
}

const reviewOf = (loaded: LoadedCase) => loaded.clocks.find(({ state }) => state.key === 'review')?.state;

describe('a set that is entered', () => {
  let served: Served;
  let runtime: CaseRuntime;
  let old: LoadedCase;
  let draft: LoadedCase;
  beforeAll(async () => {
    served = await open();
    runtime = served.app.parts.runtime;
    old = await submitted(runtime, people.li);
    draft = await served.town.draft(people.li);
  }, 120_000);
  afterAll(() => served.close());

  it('is previewed with its changes and the number of cases that keep their old values, and is not stored', async () => {
    const values = [{ category: 'errand', key: 'review.limit', value: 2, citation: '镇政发〔2024〕1号' }];
    const { status, body } = await served.post('admin', '/api/rulesets/preview', {
      effectiveFrom: '2024-02-22',
      values,
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      effectiveFrom: '2024-02-22',
      baseVersion: 1,
      latestVersion: 1,
      changes: [
        {
          category: 'errand',
          categoryLabel: '小事项',
          key: 'review.limit',
          label: '审查期限',
          unit: '工作日',
          from: 5,
          to: 2,
          citationBefore: '某规则',
          citation: '镇政发〔2024〕1号',
        },
      ],
      keeping: { drafts: 1, running: 1 },
      followedBy: [],
    });
    expect((await served.app.get('li', '/api/rulesets')).body.items).toEqual([]);
  });

  it('is in force from its effective date and not before', async () => {
    const { status, body } = await served.post('admin', '/api/rulesets', {
      effectiveFrom: '2024-02-22',
      documentNumber: '镇政发〔2024〕1号',
      note: '提速',
      values: [
        { category: 'errand', key: 'review.limit', value: 2, citation: '镇政发〔2024〕1号' },
        { category: 'errand', key: 'reminder.overdue-days', value: 1 },
        { category: 'errand', key: 'reminder.director-from', value: 1 },
      ],
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      organisation: { name: '山前镇' },
      effectiveFrom: '2024-02-22',
      note: '提速',
      by: { id: people.admin.id, name: people.admin.name },
      at: '2024-02-20T01:00:00.000Z',
      state: 'future',
      baseVersion: 1,
      changes: [{ key: 'review.limit' }, { key: 'reminder.overdue-days', from: 3, to: 1 }, {}],
    });
    const { version } = body;
    expect(version).toBe(2);
    expect(await served.current('li')).toMatchObject({ version: 1, latestVersion: 2, effectiveFrom: null });
    expect((await submitted(runtime, people.li)).stored.rulesetVersion).toBe(1);
    served.at('2024-02-22');
    const current = await served.current('li');
    expect(current).toMatchObject({ version: 2, effectiveFrom: '2024-02-22', documentNumber: '镇政发〔2024〕1号' });
    expect(current.categories[0].parameters[0]).toEqual({
      key: 'review.limit',
      label: '审查期限',
      unit: '工作日',
      value: 2,
      default: 5,
      bounds: { min: 1, max: 30, integer: true },
      citation: '镇政发〔2024〕1号',
      since: 2,
    });
    expect((await served.app.get('li', '/api/definitions/errand')).body.parameters[0]).toMatchObject({
      value: 2,
      standard: 5,
      citation: '镇政发〔2024〕1号',
    });
  });

  it('applies to cases that begin then; earlier ones keep limit, ladder and citation', async () => {
    const fresh = await submitted(runtime, people.li);
    expect(reviewOf(fresh)).toMatchObject({ dueOn: '2024-02-26', citation: '镇政发〔2024〕1号' });
    const body = JSON.parse(fresh.history[0]?.body ?? '{}');
    expect(body.ruleset).toBe(2);

    // Begun as a draft under the old set, submitted under the new one.
    const whole = (after: LoadedCase): LoadedCase => after;
    const late = await runtime.send(people.li, { caseId: draft.id, event: { type: 'submit', payload: {} } }, whole);
    expect(reviewOf(late.body)).toMatchObject({ dueOn: '2024-02-29', citation: '某规则' });
    expect(reviewOf((await runtime.read(people.li, old.id)).case)).toMatchObject({ dueOn: '2024-02-27' });

    const views = await Promise.all([fresh, old].map(({ id }) => served.app.get('li', `/api/cases/${id}`)));
    expect(views.map(({ body: view }) => view.ruleset)).toEqual([
      { version: 2, effectiveFrom: '2024-02-22', documentNumber: '镇政发〔2024〕1号' },
      { version: 1, effectiveFrom: null, documentNumber: null },
    ]);
    expect(views.map(({ body: view }) => view.clocks[0].citation)).toEqual(['镇政发〔2024〕1号', '某规则']);

    const notices = await remindersOf(served, [old.id, fresh.id]);
    expect(notices[old.id]).toEqual([
      ...['T-2', 'T-1', 'T', 'overdue', 'overdue-2'].flatMap((stage) => [`${stage} sun`, `${stage} zhao`]),
      ...['qian', 'sun', 'zhao'].map((who) => `overdue-3 ${who}`),
    ]);
    expect(notices[fresh.id]).toEqual([
      ...['T-2', 'T-1', 'T'].flatMap((stage) => [`${stage} sun`, `${stage} zhao`]),
      ...['qian', 'sun', 'zhao'].map((who) => `overdue ${who}`),
    ]);
  }, 120_000);

  it('is found by a process that has not cached it, for everybody who may see the case and for the system', async () => {
    const { db, town } = served;
    const { li, zhao, wu, county } = people;
    const whole = (after: LoadedCase): LoadedCase => after;
    const { id, orgId, orgPath } = await submitted(runtime, li);
    await runtime.send(zhao, { caseId: id, event: { type: 'advisers.assign', payload: { advisers: [wu.id] } } }, whole);
    for (const who of [li, wu, county]) {
      const { env, ruleSet } = await anotherRuntime(town, db.appPool).read(who, id);
      expect([ruleSet.version, env.parameters['review.limit']]).toEqual([2, 2]);
    }
    await runtime.send(wu, { caseId: id, event: { type: 'opinion.give', payload: {} } }, whole);
    await runtime.send(zhao, { caseId: id, event: { type: 'supplement.request', payload: {} } }, whole);
    const expire = { caseId: id, event: { type: 'supplement.expire', payload: {} } };
    const worker = anotherRuntime(town, db.workerPool);
    expect((await worker.send(systemPrincipal(orgId, orgPath), expire, whole)).body.state).toBe('returned');
  });

  it('is in the history, which continues with it', async () => {
    served.at('2024-03-11');
    const again = await served.enter('admin', '2024-03-11', { 'review.limit': 4 }, { expectedVersion: 2 });
    expect(again.body).toMatchObject({ version: 3, baseVersion: 2, state: 'in-force' });
    const replacing = await served.enter('admin', '2024-03-11', { 'review.limit': 6 });
    expect(replacing.body).toMatchObject({ version: 4, baseVersion: 3, changes: [{ from: 4, to: 6 }] });
    const { body } = await served.app.get('li', '/api/rulesets');
    expect(body.items.map(({ version, state }: { version: number; state: string }) => [version, state])).toEqual([
      [4, 'in-force'],
      [3, 'past'],
      [2, 'past'],
    ]);
    const { parameters } = (await served.current('li')).categories[0];
    // The new limit has no citation of its own, so the definition's applies.
    expect(parameters.map(({ value, since, citation }: Record<string, unknown>) => [value, since, citation])).toEqual([
      [6, 4, '某规则'],
      [1, 2, '某规则'],
      [1, 2, '某规则'],
    ]);
  });

  it('lists the sets with a later effective date, which lack its changes', async () => {
    await served.enter('admin', '2024-05-01', { 'review.limit': 9 });
    const { body } = await served.post('admin', '/api/rulesets/preview', {
      effectiveFrom: '2024-04-01',
      values: [{ category: 'errand', key: 'review.limit', value: 7 }],
    });
    expect(body).toMatchObject({ baseVersion: 4, latestVersion: 5, followedBy: [{ version: 5 }] });
  });
});

/** Recipients of the reminders of each case, by stage and person, in the order of stages. */
async function remindersOf(served: Served, cases: readonly string[]): Promise<Record<string, string[]>> {
  const { db, town } = served;
  const ruleSets = new RuleSetStore(db.workerPool);
  const handlers = deliveryHandlers({ definitions: town.definitions, calendars: town.calendars, ruleSets });
  const deliverer = new Deliverer(db.workerPool, town.workerRuntime, handlers, town.clock);
  for (const day of ['23', '26', '27', '28', '29'].map((of) => `2024-02-${of}`).concat('2024-03-01', '2024-03-04')) {
    served.at(day);
    const due = await db.ownerPool.query<{ id: string; token: number }>(
      `select id, token from timer where status = 'pending' and fire_at <= $1 order by fire_at, id`,
      [town.clock.now()],
    );
    for (const { id, token } of due.rows) await deliverer.deliver({ kind: 'timer', id, token });
  }
  const notices: Record<string, string[]> = {};
  const found = await db.ownerPool.query<{ caseId: string; line: string }>(
    `select n.case_id as "caseId", substr(n.kind, length('reminder.') + 1) || ' ' || p.username as line
       from notification n join person p on p.id = n.person_id
      where n.kind like 'reminder.%' and n.case_id = any($1) order by n.created_at, p.username`,
    [cases],
  );
  for (const { caseId, line } of found.rows) (notices[caseId] ??= []).push(line);
  return notices;
}

describe('up and down the branch', () => {
  let served: Served;
  beforeAll(async () => void (served = await open()), 120_000);
  afterAll(() => served.close());

  it('a town uses the county’s set until it has one of its own, and the other town continues with the county’s', async () => {
    const { enter, current, at } = served;
    expect((await enter('countyAdmin', '2024-02-20', { 'review.limit': 7 })).status).toBe(201);
    expect(await current('li')).toMatchObject({ version: 2, latestVersion: 2 });
    const before = await submitted(served.app.parts.runtime, people.li);
    expect(before.stored.rulesetVersion).toBe(2);

    const own = await enter('admin', '2024-02-21', { 'reminder.overdue-days': 1 });
    expect(own.body).toMatchObject({ version: 3, baseVersion: 2, changes: [{ key: 'reminder.overdue-days' }] });
    at('2024-02-21');
    const limitOf = async (by: PersonName): Promise<unknown[]> => {
      const { version, categories } = await current(by);
      return [version, categories[0].parameters[0].value, categories[0].parameters[0].since];
    };
    // The county's values at that time are part of the town's own set.
    expect(await limitOf('li')).toEqual([3, 7, 2]);
    expect(await limitOf('feng')).toEqual([2, 7, 2]);

    await enter('countyAdmin', '2024-02-21', { 'review.limit': 8 });
    expect(await limitOf('li')).toEqual([3, 7, 2]);
    expect(await limitOf('feng')).toEqual([4, 8, 4]);
    expect(await limitOf('county')).toEqual([4, 8, 4]);
  });

  it('the county counts only the cases that would use its set', async () => {
    await submitted(served.app.parts.runtime, people.feng);
    const { body } = await served.post('countyAdmin', '/api/rulesets/preview', {
      effectiveFrom: '2024-02-22',
      values: [{ category: 'errand', key: 'review.limit', value: 9 }],
    });
    // The case of town `hill` is not counted: its town has a set of its own.
    expect(body.keeping).toEqual({ drafts: 0, running: 1 });
  });

  it('each organisation sees the sets of its own branch, above and below', async () => {
    const seen = async (by: PersonName): Promise<string[]> =>
      (await served.app.get(by, '/api/rulesets')).body.items.map(
        ({ version, organisation }: { version: number; organisation: { name: string } }) =>
          `${version} ${organisation.name}`,
      );
    expect(await seen('county')).toEqual(['4 某县', '3 山前镇', '2 某县']);
    expect(await seen('wu')).toEqual(['4 某县', '3 山前镇', '2 某县']);
    expect(await seen('lakeAdmin')).toEqual(['4 某县', '2 某县']);
    const { body } = await served.app.get('feng', '/api/rulesets');
    expect(body.items[0].by).toEqual({ id: people.countyAdmin.id, name: people.countyAdmin.name });
  });
});

describe('what is refused', () => {
  let served: Served;
  beforeAll(async () => void (served = await open()), 120_000);
  afterAll(() => served.close());
  const setsThere = async (): Promise<number> =>
    Number((await served.db.ownerPool.query('select count(*)::int as n from ruleset')).rows[0]?.n);

  it.each(['li', 'zhao', 'qian', 'wu', 'county'] as const)(
    'an entry by %s, who is referred to somebody else',
    async (person) => {
      for (const path of ['/api/rulesets', '/api/rulesets/preview']) {
        const { status, body } = await served.post(person, path, {
          effectiveFrom: '2024-02-20',
          documentNumber: '1号',
          values: [{ category: 'errand', key: 'review.limit', value: 3 }],
        });
        expect([status, body.code]).toEqual([403, 'ruleset.administrator-only']);
        expect(body.detail).toContain('系统管理员');
      }
      expect(await setsThere()).toBe(0);
    },
  );

  const one = (value: unknown, more: object = {}) => [{ category: 'errand', key: 'review.limit', value, ...more }];
  it.each<[string, string, object]>([
    ['a day that is past', 'ruleset.effective-in-past', { effectiveFrom: '2024-02-19', values: one(3) }],
    ['an unknown category', 'ruleset.category-unknown', { values: one(3, { category: '__proto__' }) }],
    ['an unknown parameter', 'ruleset.key-unknown', { values: one(3, { key: 'constructor' }) }],
    ['one parameter twice', 'ruleset.key-duplicate', { values: [...one(3), ...one(4)] }],
    ['a limit of nought', 'ruleset.value-out-of-bounds', { values: one(0) }],
    ['ten thousand days', 'ruleset.value-out-of-bounds', { values: one(10_000) }],
    ['half a day', 'ruleset.value-out-of-bounds', { values: one(1.5) }],
    ['a change that is none', 'ruleset.nothing-changed', { values: one(5) }],
    ['no values', 'ruleset.nothing-changed', { values: [] }],
    ['a day that does not exist', 'request.invalid', { effectiveFrom: '2024-02-30', values: one(3) }],
    ['a day past all years', 'request.invalid', { effectiveFrom: '9999-12-31', values: one(3) }],
    ['a blank document number', 'request.invalid', { documentNumber: ' ', values: one(3) }],
    ['a NUL in the document number', 'text.unstorable', { documentNumber: '1\u0000号', values: one(3) }],
    ['half a character in a citation', 'text.unstorable', { values: one(3, { citation: '\ud800' }) }],
    ['half a character in a name', 'text.unstorable', { values: one(3, { key: '\ud800' }) }],
    ['a value that is a text', 'request.invalid', { values: one('3') }],
    ['no value', 'request.invalid', { values: one(null) }],
    ['a member that is not asked for', 'request.invalid', { values: one(3), version: 7 }],
  ])('%s', async (_, code, request) => {
    for (const path of ['/api/rulesets', '/api/rulesets/preview']) {
      const answer = await served.post('admin', path, {
        effectiveFrom: '2024-02-20',
        documentNumber: '1号',
        ...request,
      });
      expect([answer.status, answer.body.code]).toEqual([422, code]);
    }
    expect(await setsThere()).toBe(0);
  });

  it('of two administrators at once, the one who had not read the other’s set', async () => {
    const answers = await Promise.all(
      [3, 4, 6, 7].map((value) =>
        served.enter('admin', '2024-02-20', { 'review.limit': value }, { expectedVersion: 1 }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const stale = answers.find(({ status }) => status === 409);
    expect(stale?.body.code).toBe('ruleset.stale');
    expect(await setsThere()).toBe(1);
  });

  it('an idempotency key: repeated, it returns the first answer; with another request it is refused', async () => {
    const request = {
      effectiveFrom: '2024-03-01',
      documentNumber: '2号',
      values: [{ category: 'errand', key: 'review.limit', value: 11 }],
    };
    const key = { 'idempotency-key': 'set-1' };
    const answers = await Promise.all([1, 2, 3].map(() => served.post('admin', '/api/rulesets', request, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await setsThere()).toBe(2);
    const other = await served.post('admin', '/api/rulesets', { ...request, documentNumber: '3号' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency.key-reused']);
    const odd = await served.post('admin', '/api/rulesets', request, { 'idempotency-key': 'a b' });
    expect([odd.status, odd.body.code]).toEqual([422, 'idempotency.key-invalid']);
  });

  it('in the database, whatever the statement: another town’s set, another person’s name, a change, an addition', async () => {
    const { admin, lakeAdmin, feng, li } = people;
    const { appPool, ownerPool } = served.db;
    const as = (who: Principal, text: string, values: unknown[] = []) =>
      asViewer(appPool, who, (tx) => tx.query(text, values));
    const row = (of: Principal, by: Principal) =>
      as(
        admin,
        `insert into ruleset (org_id, org_path, effective_from, document_number, base_version, entered_by,
                              entered_by_name, entered_at)
         values ($1, $2, '2024-03-01', '9号', 1, $3, '某', now())`,
        [of.orgId, of.orgPath, by.id],
      );
    const refused = { message: expect.stringMatching(/row-level security|permission denied/) };
    await expect(row(lakeAdmin, admin)).rejects.toMatchObject(refused);
    await expect(row(people.countyAdmin, admin)).rejects.toMatchObject(refused);
    await expect(row(admin, lakeAdmin)).rejects.toMatchObject(refused);
    const added = `insert into ruleset_parameter (version, org_path, category, key, value) values (2, $1, 'errand', 'late', 1)`;
    await expect(as(admin, added, [admin.orgPath])).rejects.toMatchObject(refused);
    for (const change of ['update ruleset set note = $1', 'update ruleset_parameter set citation = $1']) {
      await expect(as(admin, change, ['改'])).rejects.toMatchObject(refused);
      await expect(ownerPool.query(change, ['改'])).rejects.toMatchObject({ code: 'LG001' });
    }
    for (const table of ['ruleset', 'ruleset_parameter']) {
      expect((await as(feng, `select 1 from ${table}`)).rowCount).toBe(0);
      expect((await as(li, `select 1 from ${table}`)).rowCount).not.toBe(0);
    }
  });
});
