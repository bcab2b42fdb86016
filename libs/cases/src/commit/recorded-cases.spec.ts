import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defineWorkflow } from '@lawgate/engine';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { z } from 'zod';
import { verifyChain, type ChainLink, type HistoryBody, type LoadedCase } from '../read/loaded-case.ts';
import { readCaseRows, verifyCase } from '../verify/index.ts';
import { registerLinesIn } from '../read/register-line.ts';
import { anotherRuntime, errandInput, openTown, people, registerLine, type Town } from '../runtime.fixtures.ts';

const { li, zhao, feng, chen, county } = people;
let db: TestDatabase;
let town: Town;

/** The errand, with a lease that runs on after it. */
const leased = () => {
  const input = errandInput();
  const states = input.machine.states as Record<string, { meta: object }>;
  const done = states['done'] as { meta: object };
  return defineWorkflow({
    ...input,
    clocks: {
      ...input.clocks,
      lease: {
        label: '租期',
        citation: '测试',
        until: ({ endsOn }: { endsOn?: string }) => endsOn ?? null,
        keeps: true,
        atEnd: 'lapse' as const,
        remind: { to: ['drafter' as const], advice: '请续租。' },
      },
    },
    machine: {
      ...input.machine,
      states: { ...states, done: { ...done, meta: { ...done.meta, clocks: { lease: 'run' } } } },
    },
    recordedDates: {
      label: '补记租期',
      by: ['reviewer'],
      payload: z.strictObject({ endsOn: z.iso.date() }),
      examples: [{ endsOn: '2027-01-31' }],
      rules: [
        {
          id: 'lease.later',
          message: '租期应晚于今天。',
          citation: null,
          readsPayload: true,
          holds: ({ event }) => event.payload.endsOn > event.env.today,
        },
      ],
      context: ({ endsOn }: { endsOn: string }) => ({ endsOn }),
    },
  });
};

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db, { definitions: [leased()] });
}, 120_000);
afterAll(() => db.drop());

const read = async (id: string, by = zhao): Promise<LoadedCase> => (await town.runtime.read(by, id)).case;
const enter = (by: typeof li, caseId: string, dates: unknown) =>
  town.runtime.recorded.enterDates(by, { caseId, dates }, (after) => after);
const count = async (table: string, caseId: string): Promise<number> =>
  (await db.ownerPool.query<{ n: number }>(`select count(*)::int as n from ${table} where case_id = $1`, [caseId]))
    .rows[0]?.n ?? 0;

describe('a recorded case', () => {
  it('has one history row with what the register says, and nothing else', async () => {
    const { id } = await town.recorded(zhao, {
      facts: [
        { fact: 'received', on: '2023-02-06', detail: { round: 1 } },
        { fact: 'concluded', on: '2023-02-09', detail: { round: 1, conclusion: null } },
      ],
      number: { code: '合审', year: 2023, number: 7, text: '合审〔2023〕7号', purpose: '审查意见书' },
    });
    const loaded = await read(id);
    expect(loaded).toMatchObject({
      state: 'recorded',
      stage: '补录',
      status: 'done',
      version: 1,
      tasks: [],
      clocks: [],
    });
    expect(loaded.numbers.map(({ text }) => text)).toEqual(['合审〔2023〕7号']);
    const [first] = loaded.history.map(({ body }) => JSON.parse(body) as HistoryBody);
    expect(first).toMatchObject({
      type: 'register.record',
      actor: { id: zhao.id, name: zhao.name },
      from: null,
      to: 'recorded',
      payload: registerLine,
      numbers: ['合审〔2023〕7号'],
    });
    const links = await db.ownerPool.query<ChainLink>(
      'select seq, body, prev_hash as "prevHash", hash from history where case_id = $1 order by seq',
      [id],
    );
    expect(verifyChain(links.rows, loaded.lastHash)).toEqual({ intact: true });
    for (const table of ['opinion', 'task', 'clock', 'timer', 'outbox', 'document', 'paper', 'case_access']) {
      expect([table, await count(table, id)]).toEqual([table, 0]);
    }
    const facts = await db.ownerPool.query('select kind, on_date::text as on, year from fact where case_id = $1', [id]);
    expect(facts.rows).toEqual([
      { kind: 'received', on: '2023-02-06', year: 2023 },
      { kind: 'concluded', on: '2023-02-09', year: 2023 },
    ]);
  });

  it('is written whole or not at all: a number that another case has refuses it', async () => {
    const number = { code: '合审', year: 2022, number: 1, text: '合审〔2022〕1号', purpose: '审查意见书' };
    await town.recorded(zhao, { number });
    const before = await db.ownerPool.query('select count(*)::int as n from review_case');
    await expect(town.recorded(zhao, { number })).rejects.toMatchObject({ code: 'case.number-used' });
    expect((await db.ownerPool.query('select count(*)::int as n from review_case')).rows).toEqual(before.rows);
  });

  it('accepts no event of its category', async () => {
    const { id } = await town.recorded();
    await expect(town.send(li, id, 'submit')).rejects.toMatchObject({ status: 409, code: 'event.not-possible' });
    await expect(town.send(li, id, 'note', { text: '注' })).rejects.toMatchObject({ code: 'event.not-possible' });
    expect(await read(id)).toMatchObject({ version: 1 });
  });

  it('is read by its town and the county above it, and by no other town', async () => {
    const { id } = await town.recorded();
    expect((await read(id, county)).id).toBe(id);
    await expect(read(id, feng)).rejects.toMatchObject({ status: 404 });
  });
});

describe('a recorded case of which a later register says more', () => {
  it('has what both say, a second history row, and agrees with its chain', async () => {
    const record = {
      ...registerLine.record,
      unit: '党政办',
      conclusion: null,
      number: null,
      concludedOn: null,
      status: '在办',
    };
    const { id } = await town.recorded(zhao, {
      line: { ...registerLine, record },
      facts: [{ fact: 'received', on: '2023-02-06', detail: { round: 1 } }],
    });
    const later = { ...registerLine, line: 40, record: { ...registerLine.record, unit: '别的说法', status: '审结' } };
    const after = await town.runtime.recorded.complete(li, id, {
      line: later,
      facts: [{ fact: 'concluded', on: '2023-02-09', detail: { round: 1, conclusion: null } }],
      number: { code: '合审', year: 2023, number: 40, text: '合审〔2023〕40号', purpose: '审查意见书' },
    });
    expect(after).toMatchObject({ version: 2, state: 'recorded', status: 'done', tasks: [], clocks: [] });
    const kept = (await anotherRuntime(town, db.appPool).read(zhao, id)).case;
    const rows = kept.history.map(({ body }) => JSON.parse(body) as HistoryBody);
    expect(rows[1]).toMatchObject({ type: 'register.completed', actor: { id: li.id }, payload: later });
    expect(registerLinesIn(rows)).toMatchObject({
      first: { line: registerLine.line, record },
      later: [{ line: 40 }],
      record: { ...registerLine.record, unit: '党政办', status: '审结' },
    });
    expect(kept.stored.context['record']).toEqual(registerLinesIn(rows)?.record);
    expect(kept.numbers.map(({ text }) => text)).toEqual(['合审〔2023〕40号']);
    const evidence = await readCaseRows(db.appPool, zhao, id);
    expect(evidence === null ? null : verifyCase(evidence)).toMatchObject({ spots: [] });
  });

  it('is no case that was worked through', async () => {
    const { id } = await town.submitted();
    const more = { line: registerLine, facts: [], number: null };
    await expect(town.runtime.recorded.complete(li, id, more)).rejects.toMatchObject({ status: 404 });
  });
});

describe('dates of a recorded case', () => {
  it('start its clocks when they are entered, once', async () => {
    const { id } = await town.recorded();
    const { body } = await enter(zhao, id, { endsOn: '2027-01-31' });
    expect(body.clocks.map(({ state }) => [state.key, state.dueOn, state.status])).toEqual([
      ['lease', '2027-01-31', 'running'],
    ]);
    const last = JSON.parse(body.history.at(-1)?.body ?? '{}') as HistoryBody;
    expect(last).toMatchObject({ type: 'record.dates', actor: { id: zhao.id }, payload: { endsOn: '2027-01-31' } });
    await expect(enter(zhao, id, { endsOn: '2028-01-31' })).rejects.toMatchObject({
      status: 409,
      code: 'record.dates-entered',
    });
    expect(await read(id)).toMatchObject({ version: 2, status: 'done', stage: '补录' });
  });

  it('are refused by role, form, rule and organisation, and then nothing is written', async () => {
    const { id } = await town.recorded();
    const refusals: [typeof li, unknown, number, string][] = [
      [li, { endsOn: '2027-01-31' }, 403, 'event.forbidden'],
      [zhao, { endsOn: '2027-13-31' }, 422, 'event.payload-invalid'],
      [zhao, { endsOn: '2027-01-31', more: 1 }, 422, 'event.payload-invalid'],
      [zhao, null, 422, 'event.payload-invalid'],
      [zhao, { endsOn: '2020-01-31' }, 422, 'event.refused'],
      [chen, { endsOn: '2027-01-31' }, 404, 'resource.not-found'],
      [county, { endsOn: '2027-01-31' }, 403, 'case.read-only'],
    ];
    for (const [by, dates, status, code] of refusals) {
      await expect(enter(by, id, dates)).rejects.toMatchObject({ status, code });
    }
    expect(await read(id)).toMatchObject({ version: 1, clocks: [] });
  });

  it('are refused in a case that was worked through', async () => {
    const { id } = await town.submitted();
    await expect(enter(zhao, id, { endsOn: '2027-01-31' })).rejects.toMatchObject({
      status: 409,
      code: 'record.not-recorded',
    });
  });
});
