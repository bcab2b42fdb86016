/** The worked cases of the clocks, and the reminders of one task, over HTTP under the simulated clock. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { calendarDayLimits, workdayLimits } from '@lawgate/sizes/lawful-dates';
import type { CaseView } from '@lawgate/contracts';
import { Client } from './client.ts';
import { until } from './owner.ts';
import { Server } from './server.ts';
import { handInMaterials, type DefinitionView } from './walker.ts';

let server: Server;
let clerk: Client;
let intake: Client;

beforeAll(async () => {
  server = await Server.start({ env: { LAWGATE_CLOCK: 'simulated' } });
  clerk = await Client.login(server.base, 'clerk');
  intake = await Client.login(server.base, 'intake');
}, 240_000);

afterAll(() => server.remove(), 30_000);

async function setClock(at: string): Promise<void> {
  const response = await fetch(`${server.base}/api/test/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ at }),
  });
  expect(response.status).toBe(200);
}

async function acceptedCase(category: string, fields: Record<string, unknown>, day: string): Promise<string> {
  await setClock(`${day}T09:00:00+08:00`);
  const definition = (await clerk.get<DefinitionView>(`/api/definitions/${category}`)).body;
  const created = await clerk.post<CaseView>('/api/cases', { category, title: `${day}的事项`, ...fields });
  expect(created.status).toBe(201);
  await handInMaterials(clerk, created.body.id, definition);
  expect((await clerk.send(created.body.id, 'submit', { vouched: true })).status).toBe(200);
  expect((await intake.send(created.body.id, 'accept', {})).status).toBe(200);
  return created.body.id;
}

async function reviewClock(caseId: string): Promise<CaseView['clocks'][number] | undefined> {
  return (await clerk.view(caseId)).clocks.find(({ key }) => key === 'review');
}

async function reminders(person: Client, caseId: string): Promise<string[]> {
  const inbox = await person.get<{ items: { kind: string; caseId: string | null }[] }>('/api/notifications?limit=200');
  return inbox.body.items
    .filter((item) => item.caseId === caseId && item.kind.startsWith('reminder.'))
    .map(({ kind }) => kind)
    .reverse();
}

async function untilReminders(person: Client, caseId: string, expected: readonly string[]): Promise<void> {
  const seen = await until(`reminders ${expected.join()}`, async () => {
    const found = await reminders(person, caseId);
    return found.length >= expected.length ? found : null;
  });
  expect(seen).toEqual(expected);
}

describe('the review clock', () => {
  it('is paused from the supplement notice, which counts as used, to the complete receipt', async () => {
    const caseId = await acceptedCase('normative-document', {}, '2023-04-20');
    expect(await reviewClock(caseId)).toMatchObject({
      startedOn: '2023-04-20',
      limit: 15,
      unit: 'workday',
      dueOn: '2023-05-12',
    });
    await setClock('2023-04-24T10:00:00+08:00');
    const asked = await intake.send(caseId, 'supplement.request', { items: ['请补充起草说明'] });
    expect(asked.status).toBe(200);
    expect(await reviewClock(caseId)).toMatchObject({ status: 'paused', used: 3, dueOn: null });
    await setClock('2023-05-04T10:00:00+08:00');
    expect((await clerk.send(caseId, 'supplement.provide', {})).status).toBe(200);
    const clock = await reviewClock(caseId);
    expect(clock).toMatchObject({ status: 'running', used: 3, dueOn: '2023-05-19' });
    expect(clock?.counted.slice(0, 3)).toEqual(['2023-04-21', '2023-04-23', '2023-04-24']);
    expect(clock?.counted).toHaveLength(15);
    expect(clock?.pauses).toMatchObject([{ from: '2023-04-24', to: '2023-05-04' }]);
  });

  it('is paused while the superior is asked, and an answer after closing time counts on the next working day', async () => {
    const caseId = await acceptedCase('normative-document', {}, '2023-04-20');
    await setClock('2023-04-24T10:00:00+08:00');
    const question = { kind: 'superior', question: '是否属于镇级权限？' };
    expect((await intake.send(caseId, 'inquiry.begin', question)).status).toBe(200);
    expect(await reviewClock(caseId)).toMatchObject({ status: 'paused', used: 3, dueOn: null });
    await setClock('2023-05-03T18:00:00+08:00');
    expect((await clerk.send(caseId, 'inquiry.end', { result: '属于。' })).status).toBe(403);
    expect((await intake.send(caseId, 'inquiry.end', { result: '属于。' })).status).toBe(200);
    expect(await reviewClock(caseId)).toMatchObject({ status: 'running', used: 3, dueOn: '2023-05-19' });
    expect((await clerk.view(caseId)).state).toBe('review.assigning');
  });

  it('restarts after a supplement, and ignores closing time, where the rule set says so', async () => {
    await setClock('2023-04-19T09:00:00+08:00');
    const admin = await Client.login(server.base, 'admin');
    const set = await admin.post('/api/rulesets', {
      effectiveFrom: '2023-04-20',
      documentNumber: '柳政办〔2023〕9号',
      values: [
        { category: 'normative-document', key: 'review.resume-restarts', value: 1 },
        { category: 'normative-document', key: 'office.closing', value: 1440 },
      ],
    });
    expect(set.status).toBe(201);
    const caseId = await acceptedCase('normative-document', {}, '2023-04-20');
    await setClock('2023-04-24T10:00:00+08:00');
    expect((await intake.send(caseId, 'supplement.request', { items: ['请补充起草说明'] })).status).toBe(200);
    await setClock('2023-05-04T23:00:00+08:00');
    expect((await clerk.send(caseId, 'supplement.provide', {})).status).toBe(200);
    expect(await reviewClock(caseId)).toMatchObject({ status: 'running', used: 0, dueOn: '2023-05-24' });
  });

  it('is provisional, and never overdue, where the official table is missing', async () => {
    const caseId = await acceptedCase('contract', {}, '2026-12-28');
    expect(await reviewClock(caseId)).toMatchObject({ provisional: true, status: 'running' });
    await setClock('2027-02-01T10:00:00+08:00');
    expect(await reviewClock(caseId)).toMatchObject({ provisional: true, status: 'running' });
  });

  it('counts receipts after closing time on the next working day', async () => {
    await setClock('2024-02-08T18:30:00+08:00');
    const definition = (await clerk.get<DefinitionView>('/api/definitions/contract')).body;
    const created = await clerk.post<CaseView>('/api/cases', { category: 'contract', title: '下班后送审' });
    await handInMaterials(clerk, created.body.id, definition);
    await clerk.send(created.body.id, 'submit', { vouched: true });
    await intake.send(created.body.id, 'accept', {});
    // New Year's Eve 2024 is a working day, and the day of receipt here; counting starts after the holidays.
    expect(await reviewClock(created.body.id)).toMatchObject({ startedOn: '2024-02-09', dueOn: '2024-02-22' });
  });
});

describe('reminders of an open task', () => {
  it('are sent at T-2, T-1, T and when overdue, each once, and stop when the person acts', async () => {
    const caseId = await acceptedCase('contract', {}, '2023-06-05');
    const assign = (await clerk.view(caseId)).tasks.find(({ dueOn }) => dueOn === '2023-06-12');
    expect(assign).toBeDefined();
    const days: readonly (readonly [string, string])[] = [
      ['2023-06-08', 'reminder.T-2'],
      ['2023-06-09', 'reminder.T-1'],
      ['2023-06-12', 'reminder.T'],
      ['2023-06-13', 'reminder.overdue'],
    ];
    const seen: string[] = [];
    for (const [day, kind] of days) {
      await setClock(`${day}T08:00:00+08:00`);
      await untilReminders(intake, caseId, seen);
      await setClock(`${day}T08:30:00+08:00`);
      seen.push(kind);
      await untilReminders(intake, caseId, seen);
    }
  }, 90_000);

  it('are followed by the return of a case whose supplement did not come in time', async () => {
    const caseId = await acceptedCase('contract', {}, '2023-09-06');
    await setClock('2023-09-07T10:00:00+08:00');
    await intake.send(caseId, 'supplement.request', { items: ['请补充材料'] });
    await setClock('2023-09-14T23:59:00+08:00');
    expect((await clerk.view(caseId)).state).toBe('supplementing');
    await setClock('2023-09-15T00:00:00+08:00');
    const returned = await until('the case to be returned', async () => {
      const found = await clerk.view(caseId);
      return found.state === 'returned' ? found : null;
    });
    expect(returned.history.at(-1)).toMatchObject({ type: 'supplement.expire', actor: null });
  }, 90_000);
});

describe('the calendar over HTTP', () => {
  it.each(workdayLimits)('%s plus %i working days is %s', async (from, days, due) => {
    const answer = await clerk.get<{ due: string; counted: string[] }>(
      `/api/calendar/due?from=${from}&days=${days}&unit=workday`,
    );
    expect(answer.body).toMatchObject({ due, provisional: false });
    expect(answer.body.counted).toHaveLength(days);
  });

  it.each(calendarDayLimits)('%s plus %i calendar days is %s, in law %s', async (from, days, due, rolled) => {
    const answer = await clerk.get(`/api/calendar/due?from=${from}&days=${days}&unit=day`);
    expect(answer.body).toMatchObject({ due, rolled, provisional: false });
  });
});
