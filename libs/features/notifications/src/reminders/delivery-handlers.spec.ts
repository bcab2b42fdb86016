import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Principal } from '@lawgate/contracts';
import { CalendarStore, Deliverer, RuleSetStore } from '@lawgate/cases';
import type { Delivery } from '@lawgate/jobs';
import { errand, openTown, people, type Town } from '@lawgate/cases/fixtures';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { deliveryHandlers } from './index.ts';

const { li, zhao, sun, qian, wu, zheng, admin, county } = people;
const title = '与某某机械公司张三的采购合同';

let db: TestDatabase;
let town: Town;
let deliverer: Deliverer;

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db, { definitions: [errand('pact', { label: '重要合同', unit: '份', order: 1 })] });
  const ruleSets = new RuleSetStore(db.workerPool);
  const parts = { definitions: town.definitions, calendars: new CalendarStore(db.workerPool), ruleSets };
  deliverer = new Deliverer(db.workerPool, town.workerRuntime, deliveryHandlers(parts), town.clock);
}, 120_000);
afterAll(() => db.drop());

beforeEach(async () => {
  at('2024-02-08T01:00:00Z');
  await db.ownerPool.query('update outbox set delivered_at = created_at where delivered_at is null');
  await db.ownerPool.query(`update timer set status = 'cancelled' where status = 'pending'`);
});

const at = (instant: string): void => town.clock.set(new Date(instant));

async function due(): Promise<Delivery[]> {
  const found = await db.ownerPool.query<Delivery>(
    `select 'outbox' as kind, id, 0 as token from outbox where delivered_at is null
      union all select 'timer', id, token from timer where status = 'pending' and fire_at <= $1`,
    [town.clock.now()],
  );
  return found.rows;
}

/** Delivers everything that is due, each delivery three times, two of them concurrently. */
async function deliverAll(): Promise<void> {
  for (const delivery of await due()) {
    await Promise.all([deliverer.deliver(delivery), deliverer.deliver(delivery)]);
    await deliverer.deliver(delivery);
  }
}

interface Notified {
  person: string;
  kind: string;
  text: string;
  source: string;
}
async function notified(caseId: string): Promise<Notified[]> {
  const found = await db.ownerPool.query<Notified>(
    `select p.username as person, n.kind, n.text, n.source from notification n join person p on p.id = n.person_id
      where n.case_id = $1 order by n.created_at, n.id`,
    [caseId],
  );
  return found.rows;
}
const noticesOf = async (caseId: string, kind: string): Promise<string[]> =>
  (await notified(caseId)).flatMap((one) => (one.kind === kind ? [one.person] : [])).sort();

const submitted = async (): Promise<string> => {
  const { id } = await town.draft(li, 'pact', title);
  await town.send(li, id, 'submit');
  return id;
};
const assign = (id: string, ...advisers: Principal[]) =>
  town.send(zhao, id, 'advisers.assign', { advisers: advisers.map((person) => person.id) });

describe('notices', () => {
  it('are sent to all people of the role in the case’s own town, and to nobody else', async () => {
    const id = await submitted();
    await deliverAll();
    const opened = (await notified(id)).filter(({ text }) => text.startsWith('新待办：提出审查意见'));
    expect(opened.map(({ person }) => person).sort()).toEqual(['sun', 'zhao']);
    expect(opened[0]?.text).toBe(`新待办：提出审查意见，请于2024年2月21日 周三前办理〔重要合同 ${id.slice(-8)}〕`);
  });

  it('exist once for each person, whatever is delivered again', async () => {
    const id = await submitted();
    await deliverAll();
    await db.ownerPool.query('update outbox set delivered_at = null where case_id = $1', [id]);
    await deliverAll();
    const rows = await notified(id);
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ person, source }) => `${person} ${source}`)).size).toBe(3);
  });

  it('are sent to the holder alone where a task has one', async () => {
    const id = await submitted();
    await assign(id, wu);
    await deliverAll();
    const asked = (await notified(id)).filter(({ text }) => text.includes('出具法律顾问意见'));
    expect(asked.map(({ person }) => person)).toEqual(['wu']);
  });

  it('do not reach a person who is no longer active, nor one who is recused', async () => {
    const id = await submitted();
    await assign(id, wu, zheng);
    await town.send(wu, id, 'recuse', { reason: '近亲属' });
    await db.ownerPool.query('update person set active = false where id = $1', [zheng.id]);
    await deliverAll();
    await db.ownerPool.query('update person set active = true where id = $1', [zheng.id]);
    const reached = new Set((await notified(id)).map(({ person }) => person));
    expect(reached.has('wu')).toBe(false);
    expect(reached.has('zheng')).toBe(false);
  });

  it('for a role leave out the recused', async () => {
    const id = await submitted();
    await town.send(sun, id, 'recuse', { reason: '近亲属' });
    await deliverAll();
    expect(
      (await notified(id)).filter(({ text }) => text.includes('提出审查意见')).map(({ person }) => person),
    ).toEqual(['zhao']);
  });

  it('are never sent to an administrator, nor to an adviser without the case, whatever a row asks for', async () => {
    const id = await submitted();
    await assign(id, wu);
    await db.ownerPool.query(
      `insert into outbox (id, case_id, org_path, kind, payload, created_at)
       select gen_random_uuid(), $1, org_path, 'notice', $2, now() from review_case where id = $1`,
      [
        id,
        {
          to: [
            { kind: 'role', role: 'adviser' },
            { kind: 'role', role: 'administrator' },
            { kind: 'person', id: admin.id },
            { kind: 'person', id: county.id },
            { kind: 'person', id: people.feng.id },
          ],
          notice: 'all',
          text: '请注意。',
        },
      ],
    );
    await deliverAll();
    expect(await noticesOf(id, 'all')).toEqual(['wu']);
  });

  it('contain neither parties nor title nor any other text of the case', async () => {
    const secrets = ['机械公司', '张三', '采购', '涉案金额壹佰万元', '受贿', li.name, zhao.name, wu.name];
    const { id } = await town.draft(li, 'pact', title);
    await town.send(li, id, 'note', { text: '涉案金额壹佰万元' });
    await town.send(li, id, 'submit');
    await assign(id, wu, zheng);
    await town.send(wu, id, 'recuse', { reason: '受贿嫌疑人张三的近亲属' });
    await town.send(zheng, id, 'opinion.give');
    await town.send(zhao, id, 'supplement.request');
    await town.send(li, id, 'supplement.provide');
    await town.send(zhao, id, 'finish');
    at('2024-03-08T01:00:00Z');
    await deliverAll();
    at('2024-03-11T01:00:00Z');
    await town.send(qian, id, 'sign-off', { conclusion: 'agree' });
    await deliverAll();
    const texts = (await notified(id)).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(8);
    for (const text of texts) {
      for (const secret of secrets) expect(text).not.toContain(secret);
      expect(text.endsWith(`〔重要合同 ${id.slice(-8)}〕`)).toBe(true);
    }
  });
});

describe('reminders', () => {
  it('report each stage once to everybody who has the task', async () => {
    const id = await submitted();
    for (const day of ['2024-02-19', '2024-02-20', '2024-02-21', '2024-02-22', '2024-02-23']) {
      at(`${day}T01:00:00Z`);
      await deliverAll();
    }
    for (const stage of ['T-2', 'T-1', 'T', 'overdue', 'overdue-2'])
      expect(await noticesOf(id, `reminder.${stage}`)).toEqual(['sun', 'zhao']);
    const first = (await notified(id)).find(({ kind }) => kind === 'reminder.T-2');
    expect(first?.text).toBe(`待办：提出审查意见，剩余2个工作日（2024年2月21日 周三前）〔重要合同 ${id.slice(-8)}〕`);
    const reminders = await db.ownerPool.query('select stage from reminder where case_id = $1', [id]);
    expect(reminders.rowCount).toBe(5);
  });

  it('of an overdue task escalate, once a stage for each person, and end at the maximum', async () => {
    const id = await submitted();
    await town.send(zhao, id, 'supplement.request');
    await town.send(li, id, 'supplement.provide');
    await assign(id, wu);
    const days = ['22', '23', '26', '27', '28', '29'].map((day) => `2024-02-${day}`);
    for (const day of ['2024-02-20', '2024-02-21', ...days]) {
      at(`${day}T01:00:00Z`);
      await deliverAll();
    }
    const ladder = await Promise.all(
      ['T', 'overdue', 'overdue-2', 'overdue-3', 'overdue-4', 'overdue-5', 'overdue-6'].map((stage) =>
        noticesOf(id, `reminder.${stage}`),
      ),
    );
    const both = ['qian', 'wu'];
    expect(ladder).toEqual([['wu'], ['wu'], ['wu'], both, both, both, []]);
  });

  it('of an overdue task reach who stands in for the holder, on the days of the stand-in', async () => {
    const id = await submitted();
    await town.send(zhao, id, 'supplement.request');
    // 李 holds the supplement, due on the 21st; 孙 stands in for them on the 23rd only.
    await db.ownerPool.query('update person set roles = $2 where id = $1', [sun.id, ['reviewer', 'submitter']]);
    await db.ownerPool.query(
      `insert into stand_in (id, org_id, org_path, person_id, stand_in_id, from_on, to_on, entered_by, entered_at)
       values (gen_random_uuid(), $1, $2, $3, $4, '2024-02-23', '2024-02-26', $3, now())`,
      [li.orgId, li.orgPath, li.id, sun.id],
    );
    await db.ownerPool.query(`update timer set status = 'cancelled' where case_id = $1 and kind = 'clock-due'`, [id]);
    for (const day of ['19', '20', '21', '22', '23', '26']) {
      at(`2024-02-${day}T01:00:00Z`);
      await deliverAll();
    }
    await db.ownerPool.query('delete from stand_in');
    await db.ownerPool.query('update person set roles = $2 where id = $1', [sun.id, ['reviewer']]);
    expect(await noticesOf(id, 'reminder.overdue')).toEqual(['li']);
    expect(await noticesOf(id, 'reminder.overdue-2')).toEqual(['li', 'sun']);
    expect(await noticesOf(id, 'reminder.overdue-3')).toEqual(['li', 'qian']);
  });

  it('are sent to the holder of the task', async () => {
    const id = await submitted();
    await assign(id, wu);
    at('2024-02-19T01:00:00Z');
    await deliverAll();
    expect(await noticesOf(id, 'reminder.T-2')).toEqual(['wu']);
  });

  it('of a task that was done in the meantime are not sent, even if the delivery was under way', async () => {
    const id = await submitted();
    at('2024-02-19T01:00:00Z');
    const underWay = (await due()).filter(({ kind }) => kind === 'timer');
    expect(underWay).toHaveLength(1);
    await town.send(zhao, id, 'finish');
    for (const delivery of underWay) await deliverer.deliver(delivery);
    expect(await noticesOf(id, 'reminder.T-2')).toEqual([]);
  });

  it('of a task whose clock is paused are not sent', async () => {
    const id = await submitted();
    await town.send(zhao, id, 'supplement.request');
    at('2024-02-20T01:00:00Z');
    await deliverAll();
    const texts = (await notified(id)).filter(({ kind }) => kind.startsWith('reminder')).map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toContain('补正材料');
  });

  it('that are late describe the present state', async () => {
    const id = await submitted();
    at('2024-02-26T01:00:00Z');
    await deliverAll();
    const late = (await notified(id)).filter(({ kind }) => kind === 'reminder.T-2');
    expect(late[0]?.text).toContain('已超期3个工作日');
  });

  it('whose row exists already do nothing else', async () => {
    const id = await submitted();
    at('2024-02-19T01:00:00Z');
    await deliverAll();
    await db.ownerPool.query('delete from notification where case_id = $1', [id]);
    await db.ownerPool.query(`update timer set status = 'pending' where case_id = $1 and stage = 'T-2'`, [id]);
    await deliverAll();
    expect(await notified(id)).toEqual([]);
  });
});
