/** Refusals by rules are part of what the readers of a case see, and of nobody else. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Principal } from '@lawgate/contracts';
import { newId } from '@lawgate/database';
import { defineWorkflow, gate, type DefinitionInput } from '@lawgate/engine';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { z } from 'zod';
import { serve, type ServedApp } from '../nest/http.fixtures.ts';
import { errandInput, openTown, people, type ErrandContext, type Town } from '../runtime.fixtures.ts';
import { CasesHttpModule } from './index.ts';

const notes = { id: 'materials.notes', message: '缺少起草说明，请补齐后再送审。', citation: '测试办法第八条' };
const consent = { id: 'materials.consent', message: '缺少负责人同意的记载。', citation: null };
const never = () => false;

/** Refuses every submission without `ready`, and every settlement of a payment. */
function strict(): ReturnType<typeof defineWorkflow> {
  const input = errandInput();
  const { draft } = input.machine.states as Record<string, { on: Record<string, object> }>;
  const states = input.machine.states as Record<string, object>;
  const submit = {
    ...draft?.on['submit'],
    guard: gate<ErrandContext>({
      rules: [
        { ...notes, readsPayload: true, holds: ({ event }) => event.payload.ready === true },
        { ...consent, readsPayload: true, holds: ({ event }) => event.payload.ready === true },
      ],
    }),
  };
  return defineWorkflow({
    ...input,
    events: {
      ...input.events,
      submit: {
        ...(input.events['submit'] as DefinitionInput['events'][string]),
        payload: z.strictObject({ ready: z.boolean().optional() }),
        examples: [{ ready: true }],
      },
    },
    clocks: {
      ...input.clocks,
      payment: {
        label: '付款',
        citation: '测试',
        until: () => '2026-06-26',
        keeps: true,
        remind: { to: ['drafter'], advice: '请付款后登记。' },
        settle: { label: '登记付款', by: ['submitter'], rules: [{ ...consent, holds: never }] },
      },
    },
    machine: {
      ...input.machine,
      states: {
        ...states,
        draft: { ...draft, on: { ...draft?.on, submit } },
        done: { ...states['done'], meta: { stage: '已归档', clocks: { payment: 'run' } } },
      },
    } as DefinitionInput['machine'],
  });
}

let db: TestDatabase;
let town: Town;
let app: ServedApp;
const { li, zhao, qian, wu, sun } = people;
const definitions = [strict()];

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db, { definitions });
  app = await serve([CasesHttpModule], { databaseUrl: db.url, clock: town.clock, definitions });
}, 120_000);
afterAll(async () => {
  await app.close();
  await db.drop();
});

const refusalsOf = (by: keyof typeof people, id: string, query = '') =>
  app.get(by, `/api/cases/${id}/refusals${query}`);

/** A draft whose submission was refused once. */
async function refusedDraft(): Promise<string> {
  const { id } = await town.draft();
  await expect(town.send(li, id, 'submit')).rejects.toMatchObject({ code: 'event.refused' });
  return id;
}

describe('the refusals of a case', () => {
  it('name the person, the act, the time and every rule with its article, and leave the history as it was', async () => {
    const id = await refusedDraft();
    await town.send(li, id, 'submit').catch(() => {});
    await town.send(li, id, 'note', { text: '已补起草说明' });
    await town.send(li, id, 'submit').catch(() => {});
    const { status, body } = await refusalsOf('zhao', id);
    const line = {
      id: expect.any(String),
      event: 'submit',
      label: '送审',
      by: { id: li.id, name: li.name },
      at: town.clock.now().toISOString(),
      refusals: [notes, consent].map(({ id: rule, message, citation }) => ({
        rule,
        message,
        citation,
        overridable: false,
      })),
    };
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        items: [
          { ...line, version: 2 },
          { ...line, version: 1 },
        ],
        next: null,
      },
    });
    const view = await app.get('zhao', `/api/cases/${id}`);
    expect(view.body.history.map(({ type }: { type: string }) => type)).toEqual(['create', 'note']);
  });

  it('contain that of the settlement of a clock', async () => {
    const { id } = await town.draft();
    await town.send(li, id, 'submit', { ready: true });
    await town.send(zhao, id, 'finish');
    await town.send(qian, id, 'sign-off', { conclusion: 'agree' });
    await town.send(li, id, 'adoption.record', { adoption: 'full' });
    const settle = (by: Principal) =>
      town.runtime.clocks.settle(
        by,
        { caseId: id, key: 'payment', settlement: { on: '2024-02-08' } },
        (after) => after,
      );
    await expect(settle(li)).rejects.toMatchObject({ code: 'clock.settle-refused' });
    // The wrong person is no refusal by a rule.
    await expect(settle(zhao)).rejects.toMatchObject({ code: 'clock.settle-forbidden' });
    const { body } = await refusalsOf('zhao', id);
    expect(body.items).toEqual([
      expect.objectContaining({
        event: 'clock.settled:payment',
        label: '登记付款',
        by: { id: li.id, name: li.name },
        refusals: [expect.objectContaining({ rule: consent.id })],
      }),
    ]);
  });

  it('are for those who may read the history: not for another town, a person who recused, or an adviser without the case', async () => {
    const id = await refusedDraft();
    await town.send(li, id, 'submit', { ready: true });
    const seenBy = async (by: keyof typeof people): Promise<[number, number]> => {
      const { status, body } = await refusalsOf(by, id);
      return [status, (body.items ?? []).length];
    };
    for (const by of ['li', 'zhao', 'qian', 'county'] as const) expect(await seenBy(by)).toEqual([200, 1]);
    for (const by of ['wu', 'feng', 'chen', 'admin', 'auditor'] as const) expect(await seenBy(by)).toEqual([404, 0]);
    await town.send(zhao, id, 'advisers.assign', { advisers: [wu.id] });
    expect(await seenBy('wu')).toEqual([200, 1]);
    expect(await seenBy('zheng')).toEqual([404, 0]);
    await town.send(wu, id, 'recuse', { reason: '近亲属' });
    expect(await seenBy('wu')).toEqual([404, 0]);
    await town.send(sun, id, 'recuse', { reason: '同学' });
    expect(await seenBy('sun')).toEqual([403, 0]);
  });

  it('are read by pages of which none repeats or loses a row, also of the same version and instant', async () => {
    const { id } = await town.draft();
    const at = '2024-02-08T01:00:00Z';
    await db.ownerPool.query(
      `insert into refusal_met (id, case_id, org_path, version, event, rules, refusals, by_person, by_name, at)
       select gen_random_uuid(), $1, $2, 1 + n / 100, 'submit', 'rule.' || n, '[]', $3, $4, $5
         from generate_series(0, 1249) n`,
      [id, li.orgPath, li.id, li.name, at],
    );
    const seen: { id: string; version: number }[] = [];
    for (let cursor = '' as string | null; cursor !== null;) {
      const { status, body } = await refusalsOf('li', id, `?limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect(status).toBe(200);
      seen.push(...body.items);
      cursor = body.next;
    }
    expect(seen).toHaveLength(1250);
    expect(new Set(seen.map((row) => row.id)).size).toBe(1250);
    expect(seen.map(({ version }) => version)).toEqual(
      seen.map(({ version }) => version).sort((one, other) => other - one),
    );
  });

  it.each([
    ['?limit=0', 422],
    ['?limit=x', 422],
    ['?limit=201', 422],
    ['?cursor=x', 422],
    [`?cursor=${Buffer.from('["x","2024-02-08T01:00:00Z","y"]').toString('base64url')}`, 422],
    [`?cursor=${Buffer.from(`["99999999999","2024-02-08T01:00:00Z","${newId()}"]`).toString('base64url')}`, 422],
  ])('asked with %s are refused with %i', async (query, status) => {
    const { id } = await town.draft();
    expect((await refusalsOf('li', id, query)).status).toBe(status);
  });

  it.each(['x', newId(), '%00'])('of a case “%s” that is not there are not found', async (id) => {
    expect((await refusalsOf('li', id)).status).toBe(404);
  });
});
