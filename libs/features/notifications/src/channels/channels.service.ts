import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { outageAfter } from './back-off.ts';
import type {
  Incidents,
  IncidentView,
  PreferencesView,
  PutPreferences,
  PutSettings,
  Retried,
  SettingsView,
} from './channel-views.ts';
import { isAllowedForm } from './outward-host.ts';

export const WEBHOOK_ALLOW = Symbol('WEBHOOK_ALLOW');

const nothingSet: SettingsView = {
  mail: { on: false, from: null },
  webhook: { on: false, kind: null, address: null, signed: false },
};

@Injectable()
export class ChannelsService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(WEBHOOK_ALLOW) private readonly allow: readonly string[],
  ) {}

  preferences(principal: Principal): Promise<PreferencesView> {
    return asViewer(this.pool, principal, (client) => readPreferences(client, principal));
  }

  /** Puts the whole list in place of the one before. */
  putPreferences(principal: Principal, put: PutPreferences): Promise<PreferencesView> {
    return asViewer(this.pool, principal, async (client) => {
      await client.query('select set_own_email($1)', [put.email]);
      await client.query('delete from channel_preference where person_id = $1', [principal.id]);
      await client.query(
        `insert into channel_preference (person_id, kind, channel, mode)
         select $1, x.kind, x.channel, x.mode from jsonb_to_recordset($2) as x (kind text, channel text, mode text)`,
        [principal.id, JSON.stringify(put.preferences)],
      );
      return readPreferences(client, principal);
    });
  }

  async settings(principal: Principal): Promise<SettingsView> {
    return asViewer(this.pool, principal, (client) => readSettings(client, principal));
  }

  /** @throws ProblemError 422 `channel.webhook-address`, `channel.webhook-incomplete` */
  async putSettings(principal: Principal, put: PutSettings): Promise<SettingsView> {
    const { mail, webhook } = put;
    if (webhook.url != null && !isAllowedForm(new URL(webhook.url), this.allow)) {
      throw new ProblemError(422, 'channel.webhook-address', '群机器人地址应为 https:// 开头、不含用户名的地址。');
    }
    return asViewer(this.pool, principal, async (client) => {
      await client.query('insert into channel_setting (org_id, org_path) values ($1, $2) on conflict do nothing', [
        principal.orgId,
        principal.orgPath,
      ]);
      const columns: Record<string, unknown> = {
        mail_on: mail.on,
        mail_from: mail.from,
        webhook_on: webhook.on,
        webhook_kind: webhook.kind,
        ...(webhook.url === undefined ? {} : { webhook_url: webhook.url, webhook_shown: shown(webhook.url) }),
        ...(webhook.secret === undefined ? {} : { webhook_secret: webhook.secret }),
      };
      const assignments = Object.keys(columns).map((column, index) => `${column} = $${index + 2}`);
      await client
        .query(`update channel_setting set ${assignments.join(', ')} where org_id = $1`, [
          principal.orgId,
          ...Object.values(columns),
        ])
        .catch(incomplete);
      return readSettings(client, principal);
    });
  }

  async incidents(principal: Principal): Promise<Incidents> {
    return asViewer(this.pool, principal, async (client) => {
      const outages = await client.query<Incidents['outages'][number] & { since: Date; retryAt: Date | null }>(
        `select channel, since, failures, retry_at as "retryAt", last_error as error from channel_target
          where failures >= $1 order by channel`,
        [outageAfter],
      );
      const waiting = await client.query<{ n: number }>(
        `select count(*)::int as n from channel_delivery where org_path = $1 and status in ('waiting', 'failed')`,
        [principal.orgPath],
      );
      const items = await client.query<IncidentView & { createdAt: Date }>(
        `select id, channel, person_id as "personId", last_error as error, attempts, created_at as "createdAt"
           from channel_delivery where org_path = $1 and status = 'dead' order by created_at desc, id desc limit 200`,
        [principal.orgPath],
      );
      return {
        outages: outages.rows.map((row) => ({
          ...row,
          since: row.since.toISOString(),
          retryAt: row.retryAt?.toISOString() ?? null,
        })),
        waiting: waiting.rows[0]?.n ?? 0,
        items: items.rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
      };
    });
  }

  /**
   * All tries again, from now on.
   *
   * @throws ProblemError 404 when it is no incident of the organisation (any more)
   */
  async retry(principal: Principal, id: string): Promise<Retried> {
    const found = await asViewer(this.pool, principal, (client) =>
      client.query(
        `update channel_delivery set status = 'waiting', attempts = 0, next_at = null
          where id = $1 and status = 'dead'`,
        [id],
      ),
    );
    if (found.rowCount === 0) throw notFound('该投递');
    return { id, status: 'waiting' };
  }
}

function incomplete(error: { constraint?: string }): never {
  if (error.constraint !== 'channel_setting_webhook_complete') throw error;
  throw new ProblemError(422, 'channel.webhook-incomplete', '启用群机器人前，请选择类型并填写地址。');
}

/** `qyapi.weixin.qq.com …3f2a` */
function shown(url: string | null): string | null {
  return url === null ? null : `${new URL(url).host} …${url.length > 40 ? url.slice(-4) : ''}`;
}

async function readPreferences(client: pg.PoolClient, { id, orgId }: Principal): Promise<PreferencesView> {
  const email = await client.query<{ email: string | null }>('select own_email() as email');
  const setting = await client.query<{ mail: boolean; webhook: boolean }>(
    'select mail_on as mail, webhook_on as webhook from channel_setting where org_id = $1',
    [orgId],
  );
  const chosen = await client.query<PreferencesView['preferences'][number]>(
    'select kind, channel, mode from channel_preference where person_id = $1 order by kind, channel',
    [id],
  );
  return {
    email: email.rows[0]?.email ?? null,
    channels: setting.rows[0] ?? { mail: false, webhook: false },
    preferences: chosen.rows,
  };
}

async function readSettings(client: pg.PoolClient, { orgId }: Principal): Promise<SettingsView> {
  const found = await client.query<{ view: SettingsView }>(
    `select json_build_object(
              'mail', json_build_object('on', mail_on, 'from', mail_from),
              'webhook', json_build_object('on', webhook_on, 'kind', webhook_kind, 'address', webhook_shown,
                                           'signed', webhook_signed)) as view
       from channel_setting where org_id = $1`,
    [orgId],
  );
  return found.rows[0]?.view ?? nothingSet;
}
