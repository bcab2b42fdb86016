/** The whole way: an event of a case, the worker, the mail server and the robot. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deliveryHandlers } from '../reminders/delivery-handlers.ts';
import { Deliverer, BackgroundWork, openRuntime, type OpenRuntime } from '@lawgate/cases';
import { Database } from '@lawgate/database';
import { JobRegistry, openQueue, type DeliveryQueue, type JobKind } from '@lawgate/jobs';
import { errand, openTown, organisations, people, type Town } from '@lawgate/cases/fixtures';
import { eventually, testDatabase, type TestDatabase } from '@lawgate/testing';
import type { NotificationTables } from '../tables.ts';
import { ChannelJob } from './channel.job.ts';
import { openMailServer, type MailServer } from './mail-server.fixtures.ts';

const { li, zhao, wu, zheng } = people;
const definitions = [errand('pact', { label: '重要合同', unit: '份', order: 1 })];

let db: TestDatabase;
let town: Town;
let mailServer: MailServer;
const robotSaid: string[] = [];
const robot = http.createServer((request, response) => {
  request.setEncoding('utf8').on('data', (chunk: string) => robotSaid.push(chunk));
  request.on('end', () => response.end('{"errcode":0,"errmsg":"ok"}'));
});
const sending: JobKind = { kind: 'channel.delivery', title: '', queue: 'short', schedule: { everyMs: 60_000 } };
const workers: { later: BackgroundWork; queues: DeliveryQueue[]; parts: OpenRuntime }[] = [];
const errors: Error[] = [];

async function startWorker(): Promise<void> {
  const parts = await openRuntime({ databaseUrl: db.url, definitions, clock: town.clock, role: 'lawgate_worker' });
  const onError = (error: Error): unknown => errors.push(error);
  const queue = openQueue({ url: db.url, onError });
  const [short, long] = [openQueue({ url: db.url, onError }, 'short'), openQueue({ url: db.url, onError }, 'long')];
  const deliverer = new Deliverer(parts.appPool, parts.runtime, deliveryHandlers(parts), parts.clock);
  const settings = {
    smtpUrl: mailServer.url,
    mailFrom: 'gate@town.example',
    publicUrl: 'https://gate.example',
    webhookAllow: ['127.0.0.1'],
  };
  const database = new Database<NotificationTables>(parts.appPool, 'lawgate_worker');
  const handler = new ChannelJob(database, parts.clock, parts.calendars, parts.settings, settings, onError);
  const later = new BackgroundWork(parts.appPool, queue, deliverer, parts.clock, {
    pollMs: 50,
    rescueAfterMs: 60_000,
    concurrency: 4,
    onError,
    jobs: { registry: new JobRegistry([{ kind: sending, handler }]), queues: { short, long } },
  });
  await later.start();
  workers.push({ later, queues: [queue, short, long], parts });
}

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db, { definitions });
  mailServer = await openMailServer();
  await new Promise<void>((resolve) => robot.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(robot.address() as AddressInfo).port}/`;
  await db.ownerPool.query(`update person set email = username || '@town.example'`);
  await db.ownerPool.query(
    `insert into channel_setting (org_id, org_path, mail_on, webhook_on, webhook_kind, webhook_url, webhook_secret)
     values ($1, $2, true, true, 'dingtalk', $3, 'SEC')`,
    [organisations.hill.id, organisations.hill.path, url],
  );
  await startWorker();
  await startWorker();
}, 120_000);
afterAll(async () => {
  for (const { later, queues, parts } of workers) {
    await later.stop();
    for (const queue of queues) await queue.close();
    await parts.close();
  }
  robot.closeAllConnections();
  robot.close();
  await mailServer.close();
  await db.drop();
});

describe('a case that goes on', () => {
  it('is sent by mail and robot, each notice once under two workers, without parties and facts', async () => {
    const secrets = ['机械公司', '张三', '采购', '涉案金额壹佰万元', li.name, zhao.name, wu.name];
    const { id } = await town.draft(li, 'pact', '与某某机械公司张三的采购合同');
    await town.send(li, id, 'note', { text: '涉案金额壹佰万元' });
    await town.send(li, id, 'submit');
    await town.send(zhao, id, 'advisers.assign', { advisers: [wu.id, zheng.id] });
    await town.send(wu, id, 'recuse', { reason: '张三的近亲属' });
    for (const { later } of workers) later.wake();
    const counts = await eventually(
      async () => {
        const found = await db.ownerPool.query<{ notices: number; mails: number; open: number; undelivered: number }>(
          `select (select count(*)::int from notification) as notices,
                  (select count(*)::int from channel_delivery where channel = 'mail') as mails,
                  (select count(*)::int from channel_delivery where status <> 'sent') as open,
                  (select count(*)::int from outbox where delivered_at is null) as undelivered`,
        );
        return found.rows[0];
      },
      (row) => row !== undefined && row.undelivered === 0 && row.notices > 0 && row.open === 0,
    );
    expect(counts?.mails).toBe(counts?.notices);
    expect(mailServer.mails).toHaveLength(counts?.notices ?? 0);
    const ids = mailServer.mails.map(({ headers }) => headers['message-id']);
    expect(new Set(ids).size).toBe(ids.length);
    const all = [...mailServer.mails.map(({ text }) => text), ...robotSaid];
    expect(robotSaid.length).toBeGreaterThan(0);
    for (const text of all) {
      expect(text).toContain(`https://gate.example/cases/${id}`);
      for (const secret of secrets) expect(text).not.toContain(secret);
    }
    expect(errors).toEqual([]);
  }, 60_000);
});
