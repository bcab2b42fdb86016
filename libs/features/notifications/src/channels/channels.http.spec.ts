/** Preferences, settings and incidents over HTTP. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@lawgate/database';
import { errand, openTown, organisations, people, type Town } from '@lawgate/cases/fixtures';
import { personHeader, serve, type Answered, type PersonName, type ServedApp } from '@lawgate/cases/http-fixtures';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { ChannelsHttpModule } from './index.ts';

let db: TestDatabase;
let town: Town;
let app: ServedApp;

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db);
  app = await serve([ChannelsHttpModule.forRoot({ webhookAllow: ['robot.inside'] })], {
    databaseUrl: db.url,
    clock: town.clock,
    definitions: [errand()],
  });
}, 120_000);
afterAll(async () => {
  await app.close();
  await db.drop();
});

async function put(by: PersonName, path: string, body: unknown): Promise<Answered> {
  const response = await fetch(app.url + path, {
    method: 'PUT',
    headers: { [personHeader]: by, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

const robotUrl = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0123-secret-4567';
const off = { on: false, kind: null };

describe('preferences', () => {
  const wish = { kind: 'reminder', channel: 'mail', mode: 'daily' } as const;

  it('belong to the person: address and preferences', async () => {
    const nothing = { email: null, channels: { mail: false, webhook: false }, preferences: [] };
    expect((await app.get('zhao', '/api/channels/preferences')).body).toEqual(nothing);
    const body = { email: 'zhao@town.example', preferences: [wish, { kind: '*', channel: 'webhook', mode: 'off' }] };
    expect(await put('zhao', '/api/channels/preferences', body)).toMatchObject({ status: 200 });
    const mine = (await app.get('zhao', '/api/channels/preferences')).body;
    expect(mine).toMatchObject({ email: 'zhao@town.example' });
    expect(mine.preferences).toHaveLength(2);
    for (const other of ['sun', 'feng', 'county', 'admin', 'wu'] as const) {
      expect((await app.get(other, '/api/channels/preferences')).body).toEqual(nothing);
    }
    await put('wu', '/api/channels/preferences', { email: 'wu@firm.example', preferences: [] });
    expect((await app.get('zhao', '/api/channels/preferences')).body).toEqual(mine);
    await put('zhao', '/api/channels/preferences', { email: null, preferences: [] });
    expect((await app.get('zhao', '/api/channels/preferences')).body).toEqual(nothing);
    expect((await app.get('wu', '/api/channels/preferences')).body.email).toBe('wu@firm.example');
  });

  it.each([
    { email: 'a@b, c@d', preferences: [] },
    { email: 'a@b\r\nBcc: c@d', preferences: [] },
    { email: '李 <a@b>', preferences: [] },
    { email: null, preferences: [wish, wish] },
    { email: null, preferences: [{ kind: '*', channel: 'webhook', mode: 'daily' }] },
    { email: null, preferences: [{ kind: 'A B', channel: 'mail', mode: 'off' }] },
    { email: null, preferences: [{ kind: '*', channel: 'fax', mode: 'off' }] },
    {},
  ])('refuse %j', async (body) => {
    expect((await put('zhao', '/api/channels/preferences', body)).status).toBe(422);
  });
});

describe('settings', () => {
  it('are for the administrator only', async () => {
    for (const by of ['zhao', 'qian', 'county', 'wu'] as const) {
      expect((await app.get(by, '/api/channels/settings')).body.code).toBe('channel.forbidden');
      const answer = await put(by, '/api/channels/settings', { mail: { on: true, from: null }, webhook: off });
      expect(answer).toMatchObject({ status: 403, body: { code: 'channel.forbidden' } });
    }
  });

  it('do not show the robot’s key and secret', async () => {
    const webhook = { on: true, kind: 'dingtalk', url: robotUrl, secret: 'SEC-0123' };
    const set = await put('admin', '/api/channels/settings', { mail: { on: true, from: 'a@b.example' }, webhook });
    expect(set).toMatchObject({ status: 200, body: { mail: { on: true, from: 'a@b.example' } } });
    expect(set.body.webhook).toEqual({
      on: true,
      kind: 'dingtalk',
      address: 'qyapi.weixin.qq.com …4567',
      signed: true,
    });
    const kept = await put('admin', '/api/channels/settings', {
      mail: { on: false, from: null },
      webhook: { on: true, kind: 'wecom' },
    });
    expect(kept.body.webhook).toMatchObject({ kind: 'wecom', address: 'qyapi.weixin.qq.com …4567', signed: true });
    const cleared = await put('admin', '/api/channels/settings', {
      mail: { on: true, from: null },
      webhook: { on: true, kind: 'wecom', secret: null },
    });
    expect(cleared.body.webhook.signed).toBe(false);
    const row = await db.ownerPool.query('select webhook_url, webhook_secret from channel_setting');
    expect(row.rows).toEqual([{ webhook_url: robotUrl, webhook_secret: null }]);
    await expect(db.appPool.query('select webhook_url from channel_setting')).rejects.toThrow('permission denied');
    expect((await app.get('zhao', '/api/channels/preferences')).body.channels).toEqual({ mail: true, webhook: true });
    expect((await app.get('feng', '/api/channels/preferences')).body.channels).toEqual({ mail: false, webhook: false });
  });

  it.each([
    ['http://qyapi.weixin.qq.com/x', 'channel.webhook-address'],
    ['https://user:pass@qyapi.weixin.qq.com/x', 'channel.webhook-address'],
    ['file:///etc/passwd', 'request.invalid'],
    ['nonsense', 'request.invalid'],
  ])('refuse the robot’s address %s', async (url, code) => {
    const body = { mail: { on: false, from: null }, webhook: { on: true, kind: 'wecom', url } };
    expect(await put('admin', '/api/channels/settings', body)).toMatchObject({ status: 422, body: { code } });
  });

  it('accept an address inside the network if the list contains it', async () => {
    const webhook = { on: true, kind: 'wecom', url: 'http://robot.inside/x' };
    expect((await put('admin', '/api/channels/settings', { mail: { on: false, from: null }, webhook })).status).toBe(
      200,
    );
  });

  it('do not enable a robot without an address', async () => {
    const webhook = { on: true, kind: 'wecom', url: null };
    expect(await put('admin', '/api/channels/settings', { mail: { on: false, from: null }, webhook })).toMatchObject({
      status: 422,
      body: { code: 'channel.webhook-incomplete' },
    });
  });
});

describe('incidents', () => {
  const { zhao, chen } = people;

  async function dead(person: typeof zhao): Promise<string> {
    const notification = newId();
    await db.ownerPool.query(
      `insert into notification (id, person_id, org_path, kind, text, created_at, source)
       values ($1, $2, $3, 'x', '与张三的合同', now(), $4)`,
      [notification, person.id, person.orgPath, notification],
    );
    const id = newId();
    await db.ownerPool.query(
      `insert into channel_delivery (id, notification_id, person_id, org_id, org_path, channel, digest, status, attempts,
                                     last_error, created_at)
       values ($1, $2, $3, $4, $5, 'mail', false, 'dead', 10, 'channel.timeout', now())`,
      [id, notification, person.id, person.orgId, person.orgPath],
    );
    return id;
  }

  it('are shown to the administrator of the organisation, without text of a case', async () => {
    await db.ownerPool.query('delete from channel_setting');
    const id = await dead(zhao);
    await dead(chen);
    const target = `insert into channel_target values ($1, $2, $3, $4, $5, now(), now(), 'channel.timeout')`;
    const { hill, lake } = organisations;
    await db.ownerPool.query(target, ['mail', null, null, 'mail', 3]);
    await db.ownerPool.query(target, [`webhook:${hill.id}`, hill.id, hill.path, 'webhook', 2]);
    await db.ownerPool.query(target, [`webhook:${lake.id}`, lake.id, lake.path, 'webhook', 5]);
    const { status, body } = await app.get('admin', '/api/channels/incidents');
    expect(status).toBe(200);
    expect(body.outages).toMatchObject([{ channel: 'mail', failures: 3, error: 'channel.timeout' }]);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ id, personId: zhao.id, error: 'channel.timeout', attempts: 10 });
    expect(JSON.stringify(body)).not.toContain('张三');
    expect((await app.get('zhao', '/api/channels/incidents')).status).toBe(403);
  });

  it('are retried by the administrator, once, and by nobody else', async () => {
    const id = await dead(zhao);
    const other = await dead(chen);
    const path = (one: string): string => `/api/channels/incidents/${one}/retry`;
    expect((await app.post('zhao', path(id))).status).toBe(403);
    for (const one of [other, newId(), 'x']) expect((await app.post('admin', path(one))).status).toBe(404);
    expect(await app.post('admin', path(id))).toEqual({ status: 200, body: { id, status: 'waiting' } });
    const row = await db.ownerPool.query('select status, attempts, next_at from channel_delivery where id = $1', [id]);
    expect(row.rows).toEqual([{ status: 'waiting', attempts: 0, next_at: null }]);
    expect((await app.post('admin', path(id))).status).toBe(404);
    expect((await app.get('admin', '/api/channels/incidents')).body.waiting).toBe(1);
  });
});
