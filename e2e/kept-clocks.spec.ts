/**
 * Clocks that belong to no task, over HTTP under the simulated clock: payments, the end of a contract, the validity of
 * a document, the statutory clock of an enforcement case.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@lawgate/contracts';
import { Client, type EventAnswer } from './client.ts';
import { asOwner, until } from './owner.ts';
import { handInSealedCopy } from './sealed-copy.ts';
import { Server } from './server.ts';
import { setClock, untilDelivered } from './town.ts';
import { handInMaterials, type Cast, type DefinitionView } from './walker.ts';

let server: Server;
let cast: Cast;

beforeAll(async () => {
  server = await Server.start({ env: { LAWGATE_CLOCK: 'simulated' } });
  const login = (username: string): Promise<Client> => Client.login(server.base, username);
  cast = {
    clerk: await login('clerk'),
    intake: await login('intake'),
    adviser: await login('adviser'),
    director: await login('director'),
    leader: await login('leader'),
    archivist: await login('archivist'),
  };
}, 240_000);

afterAll(() => server.remove(), 30_000);

const at = (day: string, time = '10:00'): Promise<void> => setClock(server.base, `${day}T${time}:00+08:00`);

type Sent = readonly [who: keyof Cast, type: string, payload?: Record<string, unknown>];

async function go(caseId: string, ...sent: readonly Sent[]): Promise<CaseView> {
  for (const [who, type, payload] of sent) {
    const overrides = { 'deliberation.floor': '会议日程已定，主要负责人同意提前讨论' };
    const answer = await cast[who].send(caseId, type, payload ?? {}, { overrides });
    if (answer.status !== 200) throw new Error(`${type}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  return cast.clerk.view(caseId);
}

/** A case before its first event. */
async function draft(category: string, fields: Record<string, unknown> = {}): Promise<[string, DefinitionView]> {
  const definition = (await cast.clerk.get<DefinitionView>(`/api/definitions/${category}`)).body;
  const title = `期限：${definition.label}`;
  const created = await cast.clerk.post<CaseView>('/api/cases', { category, title, ...fields });
  expect(created.status).toBe(201);
  await handInMaterials(cast.clerk, created.body.id, definition);
  return [created.body.id, definition];
}

const exampleOf = ({ events }: DefinitionView, type: string): Record<string, unknown> => ({
  ...events.find((event) => event.type === type)?.examples[0],
});

async function signedOff(category: string): Promise<string> {
  const [id, definition] = await draft(category);
  const people = await cast.intake.get<{ items: { id: string; username: string }[] }>('/api/people?role=adviser');
  const adviser = people.body.items.find(({ username }) => username === 'adviser')?.id ?? '';
  await go(
    id,
    ['clerk', 'submit', { vouched: true }],
    ['intake', 'accept'],
    ['intake', 'advisers.assign', { advisers: [adviser] }],
    ['adviser', 'opinion.give', { noConflict: true, conclusion: 'agree', text: '同意。' }],
    ['intake', 'findings.record', exampleOf(definition, 'findings.record')],
    ['director', 'sign-off'],
  );
  return id;
}

const clockOf = ({ clocks }: Pick<CaseView, 'clocks'>, key: string) => clocks.find((clock) => clock.key === key);

/** Notices to this person about clocks of this case, oldest first. */
async function noticesOf(person: Client, caseId: string): Promise<string[]> {
  const items: { kind: string; caseId: string | null }[] = [];
  for (let cursor = ''; ;) {
    const page = await person.get<{ items: typeof items; next: string | null }>(
      `/api/notifications?limit=200${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    items.push(...page.body.items);
    if (page.body.next === null) break;
    cursor = page.body.next;
  }
  return items
    .filter((item) => item.caseId === caseId && item.kind.startsWith('clock'))
    .map(({ kind }) => kind)
    .reverse();
}

/** Waits until everything due by the simulated clock is done, and returns the notices to the person. */
async function settledNotices(person: Client, caseId: string): Promise<string[]> {
  await asOwner(server.dataDir, async (pool) => {
    await untilDelivered(pool);
    await until('the timers of the case', async () => {
      const left = await pool.query(
        `select 1 from timer where status in ('pending', 'enqueued') and case_id = $1
            and fire_at <= (select at from simulated_clock)`,
        [caseId],
      );
      return left.rows.length === 0 ? true : null;
    });
    await untilDelivered(pool);
  });
  return noticesOf(person, caseId);
}

const settle = (by: Client, caseId: string, key: string, body: unknown, headers: Record<string, string> = {}) =>
  by.post<EventAnswer>(`/api/cases/${caseId}/clocks/${key}/settle`, body, headers);

describe('a contract with three payments and an end', () => {
  let id: string;
  const plan = {
    on: '2024-03-15',
    payments: [{ on: '2024-06-28', note: '尾款' }, { on: '2024-04-12', note: '预付款' }, { on: '2024-05-31' }],
    expiresOn: '2025-03-14',
  };

  it('refuses impossible dates, each with its reason', async () => {
    await at('2024-03-15');
    id = await signedOff('contract');
    const { version } = await cast.clerk.view(id);
    const refused = async (change: Record<string, unknown>) => {
      const answer = await cast.clerk.send(id, 'contract.sign', { ...plan, ...change });
      return [answer.status, answer.body.code, answer.body.refusals?.[0]?.rule ?? answer.body.issues?.[0]?.path];
    };
    const rule = [422, 'event.refused', 'contract.dates-plausible'];
    expect(await refused({ payments: [{ on: '2024-03-14' }] })).toEqual(rule);
    expect(await refused({ expiresOn: '2024-03-15' })).toEqual(rule);
    expect(await refused({ expiresOn: '9999-12-31' })).toEqual(rule);
    expect(await refused({ on: '9999-12-31' })).toEqual([422, 'event.refused', 'dates.plausible']);
    const shape = (path: string) => [422, 'event.payload-invalid', path];
    expect(await refused({ payments: [{ on: '2024-02-30' }] })).toEqual(shape('payments.0.on'));
    expect(await refused({ payments: Array(61).fill({ on: '2024-06-28' }) })).toEqual(shape('payments'));
    expect(await refused({ expiresOn: 'soon' })).toEqual(shape('expiresOn'));
    expect((await cast.clerk.view(id)).version).toBe(version);
  }, 60_000);

  it('has its clocks in the archive, in the order of their days', async () => {
    await go(id, ['clerk', 'contract.sign', plan]);
    await handInSealedCopy(cast.clerk, id);
    const view = await go(id, ['intake', 'file', { on: '2024-03-15', target: '县司法局' }], ['archivist', 'archive']);
    expect(view).toMatchObject({ status: 'done', state: 'archived', tasks: [] });
    const kept = view.clocks.filter((clock) => clock.kept === true);
    expect(kept.map(({ key, label, dueOn, status }) => `${key} ${label} ${dueOn} ${status}`).sort()).toEqual([
      'expiry 合同期限 2025-03-14 running',
      'payment.1 第1期付款 2024-04-12 running',
      'payment.2 第2期付款 2024-05-31 running',
      'payment.3 第3期付款 2024-06-28 running',
    ]);
    expect(clockOf(view, 'payment.1')).toMatchObject({
      fixed: true,
      windowOn: '2024-04-07',
      settle: { label: '登记付款', allowed: true, refusals: [] },
    });
    expect(clockOf(await cast.director.view(id), 'payment.1')?.settle).toMatchObject({ allowed: false });
    const others = view.clocks.filter((clock) => clock.kept !== true);
    expect(others.every(({ status }) => status === 'met' || status === 'stopped')).toBe(true);
  });

  it('reminds of a payment until somebody records it, and then no more', async () => {
    await at('2024-04-07', '08:30');
    expect(await settledNotices(cast.clerk, id)).toEqual(['clock-reminder.window']);
    await at('2024-04-08');
    const { version } = await cast.clerk.view(id);
    const key = { 'idempotency-key': 'payment-1' };
    const body = { on: '2024-04-08', note: '转账', expectedVersion: version };
    const paid = await settle(cast.clerk, id, 'payment.1', body, key);
    expect(paid.status).toBe(200);
    expect(clockOf(paid.body, 'payment.1')).toMatchObject({ status: 'met', endedOn: '2024-04-08' });
    expect(clockOf(paid.body, 'payment.1')).not.toHaveProperty('settle');
    expect(paid.body.history.at(-1)).toMatchObject({
      type: 'clock.settled',
      label: '登记付款',
      payload: { clock: 'payment.1', on: '2024-04-08', note: '转账' },
    });
    expect((await settle(cast.clerk, id, 'payment.1', body, key)).body).toEqual(paid.body);
    expect(await settle(cast.clerk, id, 'payment.1', { on: '2024-04-08' })).toMatchObject({
      status: 409,
      body: { code: 'clock.ended' },
    });
    for (const day of ['2024-04-10', '2024-04-11', '2024-04-12', '2024-04-15']) await at(day, '08:30');
    expect(await settledNotices(cast.clerk, id)).toEqual(['clock-reminder.window']);
  });

  it('escalates an unpaid one, until it is paid', async () => {
    for (const day of [
      '2024-05-24',
      '2024-05-29',
      '2024-05-30',
      '2024-05-31',
      '2024-06-03',
      '2024-06-04',
      '2024-06-05',
    ]) {
      await at(day, '08:30');
      await settledNotices(cast.clerk, id);
    }
    const stages = ['window', 'T-2', 'T-1', 'T', 'overdue', 'overdue-2', 'overdue-3'];
    const expected = ['window', ...stages].map((stage) => `clock-reminder.${stage}`);
    expect(await noticesOf(cast.clerk, id)).toEqual(expected);
    expect(await noticesOf(cast.director, id)).toEqual(['clock-reminder.overdue-3']);
    expect(clockOf(await cast.clerk.view(id), 'payment.2')).toMatchObject({ status: 'overdue' });
    await at('2024-06-05');
    const paid = await settle(cast.intake, id, 'payment.2', { on: '2024-06-05' });
    expect(clockOf(paid.body, 'payment.2')).toMatchObject({ status: 'met', late: true });
    await at('2024-06-06', '08:30');
    expect(await settledNotices(cast.clerk, id)).toEqual(expected);
  });

  it('cannot be settled without the right or twice', async () => {
    const refused = async (by: Client, key: string, body: unknown) => {
      const answer = await settle(by, id, key, body);
      return `${answer.status} ${answer.body.code}`;
    };
    const on = '2024-06-06';
    const { version } = await cast.clerk.view(id);
    expect(await refused(cast.director, 'payment.3', { on })).toBe('403 clock.settle-forbidden');
    expect(await refused(cast.clerk, 'payment.3', { on: '2024-06-07' })).toBe('422 clock.settle-refused');
    expect(await refused(cast.clerk, 'payment.3', { on: '2024-03-14' })).toBe('422 clock.settle-refused');
    expect(await refused(cast.clerk, 'payment.3', { on, expectedVersion: 1 })).toBe('409 case.version-conflict');
    expect(await refused(cast.clerk, 'payment.4', { on })).toBe('404 resource.not-found');
    expect(await refused(cast.clerk, 'expiry', { on })).toBe('422 clock.not-settleable');
    expect(await refused(cast.clerk, '__proto__', { on })).toBe('404 resource.not-found');
    for (const body of [{}, { on: '2024-02-30' }, { on: 5 }, { on, more: 1 }, { on, note: '' }, [], null]) {
      expect((await settle(cast.clerk, id, 'payment.3', body)).status).toBe(422);
    }
    expect((await cast.clerk.view(id)).version).toBe(version);
  });

  it('lapses on the day after the last one', async () => {
    await settle(cast.clerk, id, 'payment.3', { on: '2024-06-06' });
    await at('2025-02-12', '08:30');
    expect((await settledNotices(cast.intake, id)).at(-1)).toBe('clock-reminder.window');
    await at('2025-03-15', '00:00');
    expect((await settledNotices(cast.clerk, id)).at(-1)).toBe('clock.lapsed');
    const view = await cast.clerk.view(id);
    expect(clockOf(view, 'expiry')).toMatchObject({ status: 'stopped', lapsed: true, endedOn: '2025-03-14' });
    expect(view.history.at(-1)).toMatchObject({ type: 'clock.lapsed', actor: null, label: '期限届满，自行终止' });
  });
});

describe('an enforcement case filed on 2024-09-02', () => {
  it('is warned about once in each supplement that may outlast its ninety days', async () => {
    await at('2024-11-20');
    const [id] = await draft('enforcement-decision', { caseFiledOn: '2024-09-02' });
    await go(id, ['clerk', 'submit', { vouched: true }]);
    await at('2024-11-21');
    const accepted = await go(id, ['intake', 'accept']);
    expect(clockOf(accepted, 'statutory')).toMatchObject({ dueOn: '2024-12-02', status: 'running' });
    expect(clockOf(accepted, 'statutory')).not.toHaveProperty('warning');
    expect(clockOf(accepted, 'review')).toMatchObject({ dueOn: '2024-11-28' });

    await at('2024-11-26');
    const paused = await go(id, ['intake', 'supplement.request', { items: ['请补充鉴定意见'] }]);
    expect(clockOf(paused, 'statutory')).toMatchObject({
      status: 'running',
      dueOn: '2024-12-02',
      warning: {
        rule: 'clock.threatened',
        citation: '《中华人民共和国行政处罚法》第六十条',
        message: expect.stringMatching(/^办案期限于2024-12-02届满.*审查期限要到2024-12-05才届满/),
      },
    });
    const warnings = async (person: Client) =>
      (await settledNotices(person, id)).filter((kind) => kind === 'clock.threatened').length;
    expect([await warnings(cast.clerk), await warnings(cast.intake)]).toEqual([1, 1]);

    await at('2024-11-27');
    const resumed = await go(id, ['clerk', 'supplement.provide']);
    expect(clockOf(resumed, 'review')).toMatchObject({ dueOn: '2024-11-29' });
    expect(clockOf(resumed, 'statutory')).not.toHaveProperty('warning');
    expect(await warnings(cast.clerk)).toBe(1);
    await go(id, ['intake', 'supplement.request', { items: ['请补充送达回证'] }]);
    await go(id, ['clerk', 'supplement.provide']);
    expect([await warnings(cast.clerk), await warnings(cast.intake)]).toEqual([2, 2]);

    for (const day of ['2024-11-28', '2024-11-29', '2024-12-02', '2024-12-03']) {
      await at(day, '08:30');
      await settledNotices(cast.clerk, id);
    }
    const reminded = (await noticesOf(cast.clerk, id)).filter((kind) => kind.startsWith('clock-reminder.'));
    // The window of fifteen days was open already when the case was submitted.
    expect(reminded).toEqual(['window', 'T-2', 'T-1', 'T', 'overdue'].map((stage) => `clock-reminder.${stage}`));
  }, 60_000);
});

describe('a document promulgated on 2024-03-01', () => {
  let id: string;

  it('is valid for no longer than the maximum', async () => {
    await at('2024-02-19');
    id = await signedOff('normative-document');
    await go(
      id,
      ['clerk', 'adoption.record', { adoption: 'full' }],
      ['clerk', 'deliberation.record', { heldOn: '2024-02-19', meeting: '镇长办公会', result: 'passed' }],
    );
    await at('2024-03-01');
    const tooLong = { on: '2024-03-01', documentNumber: '镇政发〔2024〕3号', validUntil: '2029-03-01' };
    const refused = await cast.clerk.send(id, 'promulgate', tooLong);
    expect(refused).toMatchObject({ status: 422, body: { code: 'event.refused' } });
    expect(refused.body.refusals).toEqual([
      expect.objectContaining({
        rule: 'validity.within-limit',
        citation: '本镇合法性审查工作规则',
        message: expect.stringContaining('最迟至 2029-02-28'),
      }),
    ]);
    for (const on of ['9999-12-31', '2024-03-02']) {
      expect((await cast.clerk.send(id, 'promulgate', { ...tooLong, on })).status).toBe(422);
    }
  }, 60_000);

  it('runs on in the archive for five years, of which the last six months are for evaluation', async () => {
    const view = await go(
      id,
      ['clerk', 'promulgate', { on: '2024-03-01', documentNumber: '镇政发〔2024〕3号' }],
      ['clerk', 'publicise', { on: '2024-03-01', where: '镇政府网站' }],
      ['intake', 'file', { on: '2024-03-01', target: '县司法局' }],
      ['archivist', 'archive'],
    );
    expect(view).toMatchObject({ status: 'done', state: 'archived' });
    expect(clockOf(view, 'validity')).toMatchObject({
      status: 'running',
      startedOn: '2024-03-01',
      dueOn: '2029-02-28',
      windowOn: '2028-08-28',
      kept: true,
      fixed: true,
      // The day is fixed by the document: that 2029 has no official table does not make it provisional.
      provisional: false,
    });
    const summary = await cast.clerk.get<{ items: { id: string; dueOn: string | null }[] }>('/api/cases?limit=200');
    expect(summary.body.items.find((item) => item.id === id)).toMatchObject({ dueOn: null });
  });

  it('is announced, reminded of on provisional working days of 2029, and lapses', async () => {
    const stages: string[] = [];
    for (const [day, stage] of [
      ['2028-08-28', 'window'],
      ['2029-02-26', 'T-2'],
      ['2029-02-27', 'T-1'],
      ['2029-02-28', 'T'],
    ] as const) {
      await at(day, '08:29');
      expect(await settledNotices(cast.clerk, id)).toEqual(stages);
      await at(day, '08:30');
      stages.push(`clock-reminder.${stage}`);
      expect(await settledNotices(cast.clerk, id)).toEqual(stages);
    }
    expect(clockOf(await cast.clerk.view(id), 'validity')).toMatchObject({ status: 'running', remaining: 0 });
    await at('2029-03-01', '00:00');
    expect(await settledNotices(cast.intake, id)).toEqual([...stages, 'clock.lapsed']);
    const view = await cast.clerk.view(id);
    expect(clockOf(view, 'validity')).toMatchObject({ status: 'stopped', lapsed: true, endedOn: '2029-02-28' });
    expect(view.history.filter(({ type }) => type === 'clock.lapsed')).toHaveLength(1);
    expect(view).toMatchObject({ status: 'done', state: 'archived' });
  }, 60_000);
});
