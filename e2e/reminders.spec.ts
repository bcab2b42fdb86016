/** Notifications: urging, copies, stand-ins, and the escalation of an overdue task; with kills in between. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView, Problem } from '@lawgate/contracts';
import { hashPassword, IdentityWriter } from '@lawgate/cases';
import { Client, demonstrationPassword, type Answer } from './client.ts';
import { asOwner, until } from './owner.ts';
import { handInSealedCopy } from './sealed-copy.ts';
import { Server } from './server.ts';
import { handInMaterials, payloadOf, type DefinitionView } from './walker.ts';

const roles = {
  clerk: ['submitter'],
  clerk2: ['submitter'],
  // Drafts and reviews; they may not do both in one case.
  both: ['submitter', 'reviewer'],
  intake: ['reviewer'],
  adviser: ['adviser'],
  director: ['director'],
  director2: ['director'],
  leader: ['leader'],
  archivist: ['archivist'],
  admin: ['administrator'],
} as const;
type Who = keyof typeof roles;

const env = { LAWGATE_DEMONSTRATION: 'off', LAWGATE_CLOCK: 'simulated' };
let server: Server;
let who: Record<Who, Client>;
let ids: Record<Who, string>;
let stranger: string;
let definition: DefinitionView;

beforeAll(async () => {
  server = await Server.start({ env });
  await asOwner(server.dataDir, async (pool) => {
    const writer = new IdentityWriter(pool);
    const passwordHash = await hashPassword(demonstrationPassword);
    await writer.createOrganisation({ code: 'north', name: '北山镇', kind: 'town', parent: null });
    await writer.createOrganisation({ code: 'south', name: '南山镇', kind: 'town', parent: null });
    const made: Partial<Record<Who, string>> = {};
    for (const [username, own] of Object.entries(roles) as [Who, (typeof roles)[Who]][]) {
      made[username] = (
        await writer.createPerson({
          org: 'north',
          username,
          name: username,
          roles: own,
          qualifications: ['national-legal'],
          passwordHash,
        })
      ).id;
    }
    ids = made as Record<Who, string>;
    const other = { org: 'south', username: 'south-clerk', name: 'south-clerk', roles: ['submitter'] as const };
    stranger = (await writer.createPerson({ ...other, passwordHash })).id;
  });
  await setClock('2026-03-02T09:00');
  const clients = await Promise.all(Object.keys(roles).map((username) => Client.login(server.base, username)));
  who = Object.fromEntries(clients.map((client) => [client.username, client])) as Record<Who, Client>;
  definition = (await who.clerk.get<DefinitionView>('/api/definitions/contract')).body;
}, 240_000);

afterAll(() => server.remove(), 30_000);

/** Beijing time. */
async function setClock(local: string): Promise<void> {
  const response = await fetch(`${server.base}/api/test/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ at: `${local}:00+08:00` }),
  });
  expect(response.status).toBe(200);
}

/** Kills the server, like a power failure; the next one has the same data and port, so that sessions stay valid. */
async function cutPower(): Promise<void> {
  await server.kill();
  server = await server.restart(env);
}

async function send(by: Client, id: string, type: string, payload: unknown = {}): Promise<void> {
  const answer = await by.send(id, type, payload);
  if (answer.status !== 200) throw new Error(`${type}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

async function submitted(by: Client = who.clerk, category = definition): Promise<string> {
  const created = await by.post<CaseView>('/api/cases', { category: category.key, title: '测试事项' });
  await handInMaterials(by, created.body.id, category);
  await send(by, created.body.id, 'submit', { vouched: true });
  return created.body.id;
}

/** A case reviewed without an adviser, signed off, whose drafter has to record the signing of the contract. */
async function reviewed(): Promise<string> {
  const id = await submitted();
  await send(who.intake, id, 'accept');
  await send(who.intake, id, 'findings.record', payloadOf(definition, 'findings.record', ''));
  await send(who.director, id, 'sign-off');
  return id;
}

/** A case whose filing is due five working days from `day`. */
async function toBeFiled(day: string): Promise<string> {
  const id = await reviewed();
  await send(who.clerk, id, 'contract.sign', { on: day });
  expect((await who.clerk.view(id)).tasks).toMatchObject([{ key: 'filing', role: 'reviewer', holder: null }]);
  return id;
}

/** A case decided and served on `day`, whose publication is due within seven working days. */
async function toBePublicised(day: string): Promise<string> {
  const { body: category } = await who.clerk.get<DefinitionView>('/api/definitions/enforcement-decision');
  const id = await submitted(who.clerk, category);
  await send(who.intake, id, 'accept');
  await send(who.intake, id, 'advisers.assign', { advisers: [ids.adviser] });
  await send(who.adviser, id, 'opinion.give', payloadOf(category, 'opinion.give', ''));
  await send(who.intake, id, 'findings.record', payloadOf(category, 'findings.record', ''));
  await send(who.director, id, 'sign-off');
  await send(who.leader, id, 'decision.make', { on: day, documentNumber: '北罚决字〔2026〕1号' });
  await send(who.clerk, id, 'decision.serve', { on: day, manner: 'direct' });
  expect((await who.clerk.view(id)).tasks).toMatchObject([{ key: 'publicity', holder: { id: ids.clerk } }]);
  return id;
}

const taskOf = async (id: string): Promise<string> => (await who.clerk.view(id)).tasks[0]?.id ?? '';

/** The notices of a case whose kind begins with this: civil day, kind, person; in the order of sending. */
function log(id: string, kind: string): Promise<string[]> {
  return asOwner(server.dataDir, async (pool) => {
    const found = await pool.query<{ line: string }>(
      `select to_char(n.created_at at time zone 'Asia/Shanghai', 'MM-DD') || ' ' || n.kind || ' ' || p.username as line
         from notification n join person p on p.id = n.person_id
        where n.case_id = $1 and n.kind like $2 || '%' order by n.created_at, n.kind, p.username`,
      [id, kind],
    );
    return found.rows.map(({ line }) => line);
  });
}

/** Resolves when nothing that is due at the clock's time is waiting any more. */
async function settled(): Promise<void> {
  const { at } = (await (await fetch(`${server.base}/api/test/clock`)).json()) as { at: string };
  await asOwner(server.dataDir, (pool) =>
    until('everything due to be delivered', async () => {
      const waiting = await pool.query<{ n: number }>(
        `select (select count(*) from outbox where delivered_at is null)::int
              + (select count(*) from timer where status in ('pending', 'enqueued') and fire_at <= $1)::int as n`,
        [at],
      );
      return waiting.rows[0]?.n === 0 ? true : null;
    }),
  );
}

interface Copies {
  items: { person: { id: string }; by: { id: string }; note: string | null; readAt: string | null }[];
}
interface Entered {
  id: string;
}

describe('urging by hand', () => {
  const urge = (by: Client, task: string, note?: string): Promise<Answer<Problem & { nextAt: string }>> =>
    by.post(`/api/tasks/${task}/urge`, note === undefined ? {} : { note });

  it('notifies the holder of the task, once in four hours, and not after the task is done', async () => {
    const id = await submitted();
    const task = await taskOf(id);
    expect(await urge(who.archivist, task)).toMatchObject({ status: 403, body: { code: 'task.urge-forbidden' } });
    expect((await urge(who.adviser, task)).status).toBe(404);
    expect((await urge(who.admin, task)).status).toBe(404);
    expect((await urge(who.clerk, 'x')).status).toBe(404);
    const clicks = await Promise.all([urge(who.clerk, task, '张三等着签字'), urge(who.director, task)]);
    expect(clicks.map(({ status }) => status).sort()).toEqual([201, 429]);
    const late = clicks.find(({ status }) => status === 429);
    expect(late).toMatchObject({ body: { code: 'task.urge-too-soon' } });
    expect(late?.headers.get('retry-after')).toBe('14400');
    await settled();
    expect(await log(id, 'urge')).toEqual(['03-02 urge both', '03-02 urge intake']);

    await setClock('2026-03-02T12:59');
    const soon = await urge(who.leader, task);
    expect([soon.status, soon.headers.get('retry-after')]).toEqual([429, '60']);
    await setClock('2026-03-02T13:00');
    expect(await urge(who.leader, task)).toMatchObject({ status: 201, body: { nextAt: '2026-03-02T09:00:00.000Z' } });
    await cutPower();
    await settled();
    expect(await log(id, 'urge')).toHaveLength(4);
    const shown = await who.clerk.get<{ items: { note: string | null; by: { name: string } }[] }>(
      `/api/cases/${id}/urges`,
    );
    expect(shown.body.items).toHaveLength(2);
    const inbox = await who.intake.get<{ items: { kind: string; text: string }[] }>('/api/notifications');
    for (const { text } of inbox.body.items) expect(text).not.toContain('张三');

    await send(who.intake, id, 'accept');
    expect(await urge(who.clerk, task)).toMatchObject({ status: 409, body: { code: 'task.closed' } });
  }, 120_000);
});

describe('copies', () => {
  it('notify only people who may see the case, show who has read them, and give nobody access', async () => {
    const id = await submitted();
    const copy = (by: Client, people: string[], note?: string): Promise<Answer<Copies & Problem>> =>
      by.post(`/api/cases/${id}/copies`, { people, ...(note === undefined ? {} : { note }) });
    expect(await copy(who.archivist, [ids.leader])).toMatchObject({ status: 403, body: { code: 'copy.forbidden' } });
    for (const person of [ids.adviser, ids.admin, stranger]) {
      expect(await copy(who.clerk, [ids.leader, person])).toMatchObject({
        status: 422,
        body: { code: 'copy.not-entitled' },
      });
    }
    expect((await who.clerk.get<Copies>(`/api/cases/${id}/copies`)).body.items).toEqual([]);
    expect((await copy(who.clerk, [ids.leader, ids.archivist], '请知悉')).status).toBe(201);
    // A second click.
    expect((await copy(who.clerk, [ids.leader, ids.archivist])).body.items).toHaveLength(2);
    await settled();
    expect(await log(id, 'copy')).toEqual(['03-02 copy archivist', '03-02 copy leader']);

    const inbox = await who.leader.get<{ items: { id: string; kind: string }[] }>('/api/notifications');
    const notice = inbox.body.items.find(({ kind }) => kind === 'copy');
    expect((await who.leader.post(`/api/notifications/${notice?.id}/read`, {})).status).toBe(200);
    const receipts = (await who.director.get<Copies>(`/api/cases/${id}/copies`)).body.items;
    const readAt = Object.fromEntries(receipts.map((each) => [each.person.id, each.readAt]));
    expect(readAt).toEqual({ [ids.leader]: '2026-03-02T05:00:00.000Z', [ids.archivist]: null });
    expect((await who.adviser.get(`/api/cases/${id}/copies`)).status).toBe(404);
  }, 60_000);
});

describe('standing in', () => {
  const enter = (by: Client, body: Record<string, string>): Promise<Answer<Problem & Entered>> =>
    by.put('/api/standins', body);
  const queue = async (by: Client, id: string): Promise<unknown[]> => {
    const answer = await by.get<{ items: { holder: unknown; case: { id: string } }[] }>('/api/tasks?limit=200');
    return answer.body.items.filter((item) => item.case.id === id).map(({ holder }) => holder);
  };

  it('lasts from its first day to the day before its end, with both names in the history', async () => {
    const id = await reviewed();
    const other = await reviewed();
    const sign = (by: Client, of: string) => by.send(of, 'contract.sign', { on: '2026-03-02' });
    const entered = await enter(who.clerk, { standIn: ids.clerk2, from: '2026-03-03', to: '2026-03-05' });
    expect(entered.status).toBe(200);
    expect(await queue(who.clerk2, id)).toEqual([]);
    expect(await sign(who.clerk2, id)).toMatchObject({ status: 403, body: { code: 'event.forbidden' } });

    await setClock('2026-03-03T09:00');
    expect(await queue(who.clerk2, id)).toEqual([{ id: ids.clerk, name: 'clerk' }]);
    expect((await sign(who.clerk2, id)).status).toBe(200);
    const last = (await who.clerk.view(id)).history.at(-1);
    expect(last).toMatchObject({
      type: 'contract.sign',
      actor: { id: ids.clerk2, name: 'clerk2' },
      onBehalfOf: { id: ids.clerk, name: 'clerk' },
    });

    await setClock('2026-03-04T23:59');
    expect(await queue(who.clerk2, other)).toHaveLength(1);
    await setClock('2026-03-05T00:00');
    expect(await queue(who.clerk2, other)).toEqual([]);
    expect(await sign(who.clerk2, other)).toMatchObject({
      status: 403,
      body: { refusals: [{ rule: 'task.not-holder' }] },
    });
    expect((await sign(who.clerk, other)).status).toBe(200);
    expect((await who.clerk.view(other)).history.at(-1)).not.toHaveProperty('onBehalfOf');
  }, 60_000);

  it('does not let the drafter review', async () => {
    const id = await submitted(who.both);
    const entered = await enter(who.director, {
      person: ids.intake,
      standIn: ids.both,
      from: '2026-03-05',
      to: '2026-03-06',
    });
    expect(entered.status).toBe(200);
    const answer = await who.both.send(id, 'accept', {});
    expect(answer.status).toBe(422);
    expect(answer.body.refusals).toMatchObject([{ rule: 'separation.drafter-not-reviewer' }]);
  });

  it('can be ended at once, and refuses cycles, overlaps, past days and wrong people', async () => {
    const range = { from: '2026-03-06', to: '2026-03-09' };
    const refused = async (by: Client, body: Record<string, string>, code: string): Promise<void> => {
      expect((await enter(by, body)).body.code).toBe(code);
    };
    await refused(who.clerk, { ...range, person: ids.clerk2, standIn: ids.clerk }, 'stand-in.forbidden');
    await refused(who.adviser, { ...range, standIn: ids.clerk2 }, 'stand-in.forbidden');
    await refused(who.clerk, { ...range, standIn: ids.clerk }, 'stand-in.not-eligible');
    await refused(who.clerk, { ...range, standIn: ids.intake }, 'stand-in.not-eligible');
    await refused(who.clerk, { ...range, standIn: ids.admin }, 'stand-in.not-eligible');
    await refused(who.clerk, { ...range, standIn: stranger }, 'stand-in.not-eligible');
    await refused(who.director, { ...range, person: ids.adviser, standIn: ids.director2 }, 'stand-in.not-eligible');
    await refused(who.clerk, { standIn: ids.clerk2, from: '2026-03-04', to: '2026-03-09' }, 'stand-in.range');
    await refused(who.clerk, { standIn: ids.clerk2, from: '2026-03-09', to: '2026-03-09' }, 'stand-in.range');

    const { body: entered } = await enter(who.clerk, { ...range, standIn: ids.clerk2 });
    expect((await enter(who.clerk, { ...range, standIn: ids.clerk2 })).body.id).toBe(entered.id);
    await refused(who.clerk, { standIn: ids.both, from: '2026-03-08', to: '2026-03-12' }, 'stand-in.overlap');
    await refused(who.clerk2, { standIn: ids.clerk, from: '2026-03-08', to: '2026-03-12' }, 'stand-in.cycle');
    const after = await enter(who.clerk2, { standIn: ids.clerk, from: '2026-03-09', to: '2026-03-10' });
    expect(after.status).toBe(200);

    expect((await who.clerk.delete(`/api/standins/${after.body.id}`)).status).toBe(403);
    expect((await who.director.delete(`/api/standins/${after.body.id}`)).status).toBe(204);
    expect((await who.clerk.delete(`/api/standins/${entered.id}`)).status).toBe(204);
    expect((await who.clerk.delete(`/api/standins/${entered.id}`)).status).toBe(404);
    const left = await who.clerk.get<{ items: { person: { name: string } }[] }>('/api/standins');
    expect(left.body.items.map(({ person }) => person.name)).toEqual(['intake']);
  });
});

describe('the escalation of an overdue task', () => {
  it('reaches each level on its day up to the maximum, each once, whatever is killed; people who acted get no more', async () => {
    await setClock('2026-03-09T09:00');
    const filing = await toBeFiled('2026-03-09');
    const acted = await toBeFiled('2026-03-09');
    // Held by the drafter, who is away on the second and third overdue day.
    const publicity = await toBePublicised('2026-03-09');
    expect((await who.clerk.view(filing)).tasks[0]?.dueOn).toBe('2026-03-16');
    expect((await who.clerk.view(publicity)).tasks[0]?.dueOn).toBe('2026-03-18');
    const away = { standIn: ids.clerk2, from: '2026-03-20', to: '2026-03-24' };
    expect((await who.clerk.put('/api/standins', away)).status).toBe(200);

    const ofFiling: Record<string, readonly string[]> = {
      '03-12': ['T-2', 'both', 'intake'],
      '03-13': ['T-1', 'both', 'intake'],
      '03-16': ['T', 'both', 'intake'],
      '03-17': ['overdue', 'both', 'intake'],
      '03-18': ['overdue-2', 'both', 'intake'],
      '03-19': ['overdue-3', 'both', 'director', 'director2', 'intake'],
      '03-20': ['overdue-4', 'both', 'director', 'director2', 'intake'],
      '03-23': ['overdue-5', 'both', 'director', 'director2', 'intake'],
    };
    const ofPublicity: Record<string, readonly string[]> = {
      '03-16': ['T-2', 'clerk'],
      '03-17': ['T-1', 'clerk'],
      '03-18': ['T', 'clerk'],
      '03-19': ['overdue', 'clerk'],
      '03-20': ['overdue-2', 'clerk', 'clerk2'],
      '03-23': ['overdue-3', 'clerk', 'clerk2', 'director', 'director2'],
      '03-24': ['overdue-4', 'clerk', 'director', 'director2'],
      '03-25': ['overdue-5', 'clerk', 'director', 'director2'],
    };
    const lines = (day: string, [stage, ...people]: readonly string[] = []): string[] =>
      people.map((person) => `${day} reminder.${stage} ${person}`);
    const notified = { filing: [] as string[], publicity: [] as string[] };
    const look = async (): Promise<typeof notified> => ({
      filing: await log(filing, 'reminder.'),
      publicity: await log(publicity, 'reminder.'),
    });
    for (const day of ['12', '13', '16', '17', '18', '19', '20', '21', '23', '24', '25', '26', '30']) {
      await setClock(`2026-03-${day}T08:29`);
      await settled();
      expect(await look()).toEqual(notified);
      await setClock(`2026-03-${day}T08:30`);
      // Unfinished work of the killed process is done by the next one, once.
      if (day === '18' || day === '23') await cutPower();
      await settled();
      notified.filing.push(...lines(`03-${day}`, ofFiling[`03-${day}`]));
      notified.publicity.push(...lines(`03-${day}`, ofPublicity[`03-${day}`]));
      expect(await look()).toEqual(notified);
      if (day !== '13') continue;
      await handInSealedCopy(who.clerk, acted);
      await send(who.intake, acted, 'file', { on: '2026-03-13', target: '县司法局' });
    }
    expect(notified.publicity).toHaveLength(16);
    expect(await log(acted, 'reminder.')).toEqual([
      '03-12 reminder.T-2 both',
      '03-12 reminder.T-2 intake',
      '03-13 reminder.T-1 both',
      '03-13 reminder.T-1 intake',
    ]);
  }, 180_000);
});
