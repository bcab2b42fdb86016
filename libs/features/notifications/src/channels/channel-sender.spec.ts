/** From a notification to the mail server and the robot, on real servers. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Principal } from '@lawgate/contracts';
import { Database, newId, SimulatedClock } from '@lawgate/database';
import { openTown, organisations, people, type Town } from '@lawgate/cases/fixtures';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { ChannelSender, type SenderParts } from './channel-sender.ts';
import { claimMail, DeliveryStore } from './delivery-store.ts';
import { mailPost, type PostMail } from './mail-post.ts';
import { openMailServer, type MailServer } from './mail-server.fixtures.ts';
import { webhookPost } from './webhook-post.ts';

const { li, zhao, sun, qian, chen } = people;

let db: TestDatabase;
let town: Town;
let mailServer: MailServer;
let robotUrl = '';
let robotSaid: string[] = [];
let robotStatus = 200;
let robotErrcode = 0;
let incidents: string[] = [];
/** Real time, which the tests move. */
const wall = new SimulatedClock(new Date('2026-01-05T00:00:00Z'));
const later = (minutes: number): void => wall.set(new Date(wall.now().getTime() + minutes * 60_000));

const robot = http.createServer((request, response) => {
  let text = '';
  request.on('data', (chunk) => (text += chunk));
  request.on('end', () => {
    robotSaid.push(JSON.parse(text).markdown.content);
    response.writeHead(robotStatus).end(JSON.stringify({ errcode: robotErrcode }));
  });
});

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db);
  mailServer = await openMailServer({
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith('gone') ? Object.assign(new Error('no'), { responseCode: 550 }) : null),
  });
  await new Promise<void>((resolve) => robot.listen(0, '127.0.0.1', resolve));
  robotUrl = `http://127.0.0.1:${(robot.address() as AddressInfo).port}/send?key=k`;
}, 120_000);
afterAll(async () => {
  robot.closeAllConnections();
  robot.close();
  await mailServer.close();
  await db.drop();
});

beforeEach(async () => {
  for (const table of ['channel_target', 'notification', 'channel_preference', 'channel_setting']) {
    await db.ownerPool.query(`delete from ${table}`);
  }
  await db.ownerPool.query(`update person set email = username || '@town.example', active = true`);
  town.clock.set(new Date('2024-02-08T01:00:00Z'));
  later(24 * 60);
  mailServer.mails.splice(0);
  [robotSaid, robotStatus, robotErrcode, incidents] = [[], 200, 0, []];
});

const sender = (more: Partial<SenderParts> = {}): ChannelSender =>
  new ChannelSender({
    store: new DeliveryStore(new Database(db.workerPool, 'lawgate_worker')),
    postMail: mailPost(mailServer.url),
    postToRobot: webhookPost({ allow: ['127.0.0.1'] }),
    mailFrom: 'gate@town.example',
    publicUrl: 'https://gate.example',
    clock: town.clock,
    calendar: () => town.calendars.current(),
    openingHour: '08:30',
    wallTime: () => wall.now(),
    onIncident: (what) => incidents.push(what),
    ...more,
  });

async function settle(values: Record<string, unknown>, org = organisations.hill): Promise<void> {
  const columns = { org_id: org.id, org_path: org.path, ...values };
  await db.ownerPool.query(
    `insert into channel_setting (${Object.keys(columns).join(', ')})
     values (${Object.keys(columns)
       .map((_, index) => `$${index + 1}`)
       .join(', ')})`,
    Object.values(columns),
  );
}
const mailOn = { mail_on: true };
const robotOn = () => ({ webhook_on: true, webhook_kind: 'wecom', webhook_url: robotUrl });
const prefer = (person: Principal, kind: string, mode: string, channel = 'mail') =>
  db.ownerPool.query('insert into channel_preference values ($1, $2, $3, $4)', [person.id, kind, channel, mode]);

/** Sends notices, as the worker does: one statement, one row each. */
async function notify(
  recipients: readonly Principal[],
  text = '新待办：审签〔小事项 1a2b3c4d〕',
  kind = 'task-opened',
) {
  await db.workerPool.query(
    `insert into notification (id, person_id, org_path, kind, text, created_at, source)
     select sent.id, p.id, p.org_path, $3, $4, $5, $6
       from unnest($1::uuid[], $2::uuid[]) as sent (id, person_id) join person p on p.id = sent.person_id`,
    [recipients.map(() => newId()), recipients.map(({ id }) => id), kind, text, town.clock.now(), newId()],
  );
}

interface Row {
  status: string;
  attempts: number;
  next_at: Date | null;
  last_error: string | null;
}
async function rows(): Promise<Row[]> {
  const found = await db.ownerPool.query<Row>(
    'select status, attempts, next_at, last_error from channel_delivery order by created_at, id',
  );
  return found.rows;
}
const states = async (): Promise<string[]> => (await rows()).map(({ status }) => status).sort();
const away: PostMail = mailPost('smtp://127.0.0.1:1');

describe('the deliveries of a notification', () => {
  it('are written with it, for the channels that are on, and vanish with a transaction that fails', async () => {
    await settle({ ...mailOn, ...robotOn() });
    await notify([zhao, sun, chen]);
    expect(await states()).toHaveLength(4);
    const client = await db.workerPool.connect();
    await client.query('begin');
    await client.query(
      `insert into notification (id, person_id, org_path, kind, text, created_at, source)
       values (gen_random_uuid(), $1, $2, 'x', 'x', now(), 'x')`,
      [zhao.id, zhao.orgPath],
    );
    const inside = await client.query('select count(*)::int as n from channel_delivery');
    await client.query('rollback');
    client.release();
    expect([inside.rows[0].n, (await rows()).length]).toEqual([6, 4]);
  });

  it('go by the most exact wish of the person', async () => {
    await settle({ ...mailOn, ...robotOn() });
    await prefer(zhao, '*', 'off');
    await prefer(zhao, '*', 'off', 'webhook');
    await prefer(zhao, 'reminder', 'at-once');
    await prefer(zhao, 'reminder.T-2', 'off');
    for (const kind of ['task-opened', 'reminder.T-2', 'reminder.T']) await notify([zhao], kind, kind);
    const found = await db.ownerPool.query(
      'select n.kind, d.channel from channel_delivery d join notification n on n.id = d.notification_id',
    );
    expect(found.rows).toEqual([{ kind: 'reminder.T', channel: 'mail' }]);
  });

  it('are none for a person without an address, and none in a town that has set nothing', async () => {
    await db.ownerPool.query('update person set email = null where id = $1', [zhao.id]);
    await notify([zhao, sun]);
    await settle(mailOn);
    await notify([zhao]);
    expect(await rows()).toEqual([]);
  });

  it('are dropped when nobody wants them any more', async () => {
    await settle(mailOn);
    await notify([zhao, sun, qian]);
    await db.ownerPool.query('update person set email = null where id = $1', [zhao.id]);
    await db.ownerPool.query('update person set active = false where id = $1', [sun.id]);
    await sender().pass();
    expect(await states()).toEqual(['dropped', 'dropped', 'sent']);
    expect(mailServer.mails.map(({ to }) => to)).toEqual([['qian@town.example']]);
  });
});

describe('mail', () => {
  it('goes out once, however often the loop looks', async () => {
    await settle({ ...mailOn, mail_from: 'hill@county.example' });
    await notify([zhao, sun]);
    const one = sender();
    await Promise.all([one.pass(), sender().pass()]);
    await one.pass();
    expect(await states()).toEqual(['sent', 'sent']);
    expect(mailServer.mails.map(({ to }) => to[0]).sort()).toEqual(['sun@town.example', 'zhao@town.example']);
    expect(mailServer.mails[0]?.from).toBe('hill@county.example');
    expect(mailServer.mails[0]?.headers['message-id']).toMatch(/^<[0-9a-f-]{36}@county\.example>$/);
  });

  it('that was sent and not marked comes again with the same id', async () => {
    await settle(mailOn);
    await notify([zhao]);
    const store = new DeliveryStore(new Database(db.workerPool, 'lawgate_worker'));
    // The process dies after the server's yes.
    store.sent = () => Promise.reject(new Error('power cut'));
    await expect(sender({ store }).pass()).rejects.toThrow('power cut');
    expect(await rows()).toMatchObject([{ status: 'failed', attempts: 1, last_error: 'channel.interrupted' }]);
    await sender().pass();
    expect(mailServer.mails).toHaveLength(1);
    later(1);
    await sender().pass();
    expect(await states()).toEqual(['sent']);
    const [first, second] = mailServer.mails.map(({ headers }) => headers['message-id']);
    expect(first).toBe(second);
  });

  it('to an address that is not there is an incident at once, and holds up nobody', async () => {
    await settle(mailOn);
    await db.ownerPool.query(`update person set email = 'gone@town.example' where id = $1`, [zhao.id]);
    await notify([zhao, sun]);
    await sender().pass();
    expect(await states()).toEqual(['dead', 'sent']);
    expect(incidents).toEqual(['mail: 1 given up, channel.mail-rejected: 550']);
    expect((await db.ownerPool.query('select * from channel_target')).rows).toEqual([]);
  });

  it('for a server that is away for an hour is not lost, makes no storm and one incident', async () => {
    await settle(mailOn);
    for (let index = 0; index < 20; index += 1) await notify([zhao, sun, qian], `第${index}条`);
    let tries = 0;
    const down = sender({
      postMail: (mail) => {
        tries += 1;
        return away(mail);
      },
    });
    for (let minute = 0; minute < 60; minute += 1) {
      await down.pass();
      later(1);
    }
    // Three at once, then probes in minute 1, 3, 7, 15, 30 and 45.
    expect(tries).toBe(3 + 6);
    expect(incidents).toEqual(['mail: away, channel.unreachable: ECONNREFUSED']);
    const state = await db.ownerPool.query('select failures, last_error from channel_target');
    expect(state.rows).toEqual([{ failures: 9, last_error: 'channel.unreachable: ECONNREFUSED' }]);
    expect(Math.max(...(await rows()).map(({ attempts }) => attempts))).toBeLessThan(3);
    later(15);
    await sender().pass();
    expect(new Set(await states())).toEqual(new Set(['sent']));
    expect(mailServer.mails).toHaveLength(60);
    expect((await db.ownerPool.query('select * from channel_target')).rows).toEqual([]);
  }, 60_000);

  it('is given up after ten tries in twelve hours, and not before', async () => {
    await settle(mailOn);
    await notify([zhao]);
    const begun = wall.now().getTime();
    const down = sender({ postMail: away });
    const triedAfter: number[] = [];
    let tried = 0;
    for (let step = 0; step < 900 && (await states())[0] !== 'dead'; step += 1) {
      await down.pass();
      const [row] = await rows();
      if (row !== undefined && row.attempts > tried) triedAfter.push((wall.now().getTime() - begun) / 3_600_000);
      tried = row?.attempts ?? tried;
      later(1);
    }
    expect(await rows()).toMatchObject([{ status: 'dead', attempts: 10, next_at: null }]);
    expect(triedAfter).toHaveLength(10);
    expect(triedAfter.at(-1)).toBeGreaterThan(12);
    expect(triedAfter.at(-1)).toBeLessThan(14);
    expect(incidents.at(-1)).toBe('mail: 1 given up, channel.unreachable: ECONNREFUSED');
  }, 60_000);

  it('on which the process dies again and again is given up as well', async () => {
    await settle(mailOn);
    await notify([zhao]);
    await db.ownerPool.query(
      `update channel_delivery set status = 'failed', attempts = 10, next_at = $1, last_error = 'channel.interrupted'`,
      [wall.now()],
    );
    await sender().pass();
    expect([await states(), mailServer.mails]).toEqual([['dead'], []]);
  });

  it('is found by its index, however many wait', async () => {
    await settle(mailOn);
    await db.ownerPool.query(
      `insert into notification (id, person_id, org_path, kind, text, created_at, source)
       select gen_random_uuid(), $1, $2, 'x', 'x', now(), 'many:' || n from generate_series(1, 20000) as n`,
      [zhao.id, zhao.orgPath],
    );
    await db.ownerPool.query('analyze channel_delivery');
    const plan = await db.ownerPool.query<{ 'QUERY PLAN': string }>(`explain ${claimMail}`, [
      wall.now(),
      wall.now(),
      10,
    ]);
    const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('Index Scan using channel_delivery_mail');
    expect(text).not.toContain('Seq Scan on channel_delivery');
  });

  it('without a mail server in the settings fails and says so', async () => {
    await settle(mailOn);
    await notify([zhao]);
    await sender({ postMail: null }).pass();
    expect(await rows()).toMatchObject([{ status: 'failed', last_error: 'channel.not-configured: SMTP_URL' }]);
  });
});

describe('the daily mail', () => {
  it('gathers what came before the office opened, one mail a person', async () => {
    await settle(mailOn);
    await prefer(zhao, '*', 'daily');
    await prefer(sun, '*', 'daily');
    await notify([zhao, sun, qian], '其一');
    await notify([zhao], '其二');
    await sender().pass();
    expect(mailServer.mails.map(({ to }) => to[0])).toEqual(['qian@town.example']);
    // 9 February 2024 was a working day, the Spring Festival followed.
    town.clock.set(new Date('2024-02-09T00:29:00Z'));
    await sender().pass();
    expect(mailServer.mails).toHaveLength(1);
    town.clock.set(new Date('2024-02-09T00:30:00Z'));
    await notify([zhao], '其三');
    await sender().pass();
    const daily = mailServer.mails.slice(1).sort((a, b) => ((a.to[0] ?? '') < (b.to[0] ?? '') ? -1 : 1));
    expect(daily.map(({ to }) => to[0])).toEqual(['sun@town.example', 'zhao@town.example']);
    expect(daily[1]?.text).toContain('其一');
    expect(daily[1]?.text).toContain('其二');
    expect(daily[1]?.text).not.toContain('其三');
    town.clock.set(new Date('2024-02-12T02:00:00Z'));
    await sender().pass();
    expect(mailServer.mails).toHaveLength(3);
    town.clock.set(new Date('2024-02-18T00:30:00Z'));
    await sender().pass();
    expect(mailServer.mails.at(-1)?.text).toContain('其三');
  });
});

describe('the robot', () => {
  it('says what was sent to several people once, and several texts in one message', async () => {
    await settle(robotOn());
    await notify([zhao, sun, qian], '甲');
    await notify([zhao], '乙');
    await sender().pass();
    expect(robotSaid).toEqual(['**合法性审核**\n\n- 甲\n- 乙']);
    expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  it('is not flooded: eight texts a message, and seconds between two', async () => {
    await settle(robotOn());
    for (let index = 0; index < 20; index += 1) await notify([li], `第${index}条`);
    const one = sender();
    for (let index = 0; index < 5; index += 1) await one.pass();
    expect(robotSaid).toHaveLength(1);
    later(1);
    await one.pass();
    later(1);
    await one.pass();
    expect(robotSaid.map((text) => text.split('\n').length - 2)).toEqual([8, 8, 4]);
  });

  it.each<[string, () => void, string]>([
    ['500', () => (robotStatus = 500), 'channel.http-status: 500'],
    ['301', () => (robotStatus = 301), 'channel.redirected: 301'],
    ['no', () => (robotErrcode = 93_000), 'channel.robot-refused: 93000'],
  ])(
    'that answers %s is only probed, and nothing is lost',
    async (_what, misbehave, said) => {
      await settle(robotOn());
      for (let index = 0; index < 12; index += 1) await notify([li], `第${index}条`);
      misbehave();
      const one = sender();
      for (let minute = 0; minute < 30; minute += 1) {
        await one.pass();
        later(1);
      }
      expect(robotSaid.length).toBeLessThanOrEqual(8);
      expect(incidents).toEqual([`webhook:${organisations.hill.id}: away, ${said}`]);
      expect(await states()).not.toContain('dead');
      [robotStatus, robotErrcode, robotSaid] = [200, 0, []];
      for (let minute = 0; minute < 40; minute += 1) {
        await one.pass();
        later(1);
      }
      expect(new Set(await states())).toEqual(new Set(['sent']));
      expect(
        robotSaid
          .join('\n')
          .match(/第\d+条/g)
          ?.sort(),
      ).toEqual(Array.from({ length: 12 }, (_, index) => `第${index}条`).sort());
    },
    60_000,
  );

  it('of one town holds up neither mail nor another town’s', async () => {
    await settle({ ...mailOn, webhook_on: true, webhook_kind: 'wecom', webhook_url: 'http://10.0.0.1/robot' });
    await settle(robotOn(), organisations.lake);
    await notify([zhao]);
    await notify([chen]);
    await sender().pass();
    expect([mailServer.mails.length, robotSaid.length]).toEqual([1, 1]);
    expect((await rows()).filter(({ status }) => status === 'failed')).toMatchObject([
      { last_error: 'channel.forbidden-target' },
    ]);
  });
});
