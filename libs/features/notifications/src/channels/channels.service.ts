import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { Database, type Transaction } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { NotificationTables } from '../tables.ts';
import { outageAfter } from './back-off.ts';
import type {
  Incidents,
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
    private readonly database: Database<NotificationTables>,
    @Inject(WEBHOOK_ALLOW) private readonly allow: readonly string[],
  ) {}

  preferences(principal: Principal): Promise<PreferencesView> {
    return this.database.as(principal, (tx) => readPreferences(tx, principal));
  }

  /** Puts the whole list in place of the one before. */
  putPreferences(principal: Principal, put: PutPreferences): Promise<PreferencesView> {
    return this.database.as(principal, async (tx) => {
      await sql`select set_own_email(${put.email})`.execute(tx.db);
      await tx.db.deleteFrom('channel_preference').where('personId', '=', principal.id).execute();
      const rows = put.preferences.map((preference) => ({ personId: principal.id, ...preference }));
      if (rows.length > 0) await tx.db.insertInto('channel_preference').values(rows).execute();
      return readPreferences(tx, principal);
    });
  }

  async settings(principal: Principal): Promise<SettingsView> {
    return this.database.as(principal, (tx) => readSettings(tx, principal));
  }

  /** @throws ProblemError 422 `channel.webhook-address`, `channel.webhook-incomplete` */
  async putSettings(principal: Principal, put: PutSettings): Promise<SettingsView> {
    const { mail, webhook } = put;
    if (webhook.url != null && !isAllowedForm(new URL(webhook.url), this.allow)) {
      throw new ProblemError(422, 'channel.webhook-address', '群机器人地址应为 https:// 开头、不含用户名的地址。');
    }
    return this.database.as(principal, async (tx) => {
      await tx.db
        .insertInto('channel_setting')
        .values({ orgId: principal.orgId, orgPath: principal.orgPath })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await tx.db
        .updateTable('channel_setting')
        .set({
          mailOn: mail.on,
          mailFrom: mail.from,
          webhookOn: webhook.on,
          webhookKind: webhook.kind,
          ...(webhook.url === undefined ? {} : { webhookUrl: webhook.url, webhookShown: shown(webhook.url) }),
          ...(webhook.secret === undefined ? {} : { webhookSecret: webhook.secret }),
        })
        .where('orgId', '=', principal.orgId)
        .execute()
        .catch(incomplete);
      return readSettings(tx, principal);
    });
  }

  async incidents(principal: Principal): Promise<Incidents> {
    return this.database.as(principal, async ({ db }) => {
      const outages = await db
        .selectFrom('channel_target')
        .select(['channel', 'since', 'failures', 'retryAt', 'lastError as error'])
        .where('failures', '>=', outageAfter)
        .orderBy('channel')
        .execute();
      const own = db.selectFrom('channel_delivery').where('orgPath', '=', principal.orgPath);
      const { waiting } = await own
        .select(({ fn }) => fn.countAll<number>().as('waiting'))
        .where('status', 'in', ['waiting', 'failed'])
        .executeTakeFirstOrThrow();
      const items = await own
        .select(['id', 'channel', 'personId', 'attempts', 'createdAt'])
        .select(({ ref }) => ref('lastError').$notNull().as('error'))
        // Written out, for the index of the dead ones.
        .where('status', '=', sql.lit('dead'))
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(200)
        .execute();
      return {
        outages: outages.map((row) => ({
          ...row,
          since: row.since.toISOString(),
          retryAt: row.retryAt?.toISOString() ?? null,
        })),
        waiting,
        items: items.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
      };
    });
  }

  /**
   * All tries again, from now on.
   *
   * @throws ProblemError 404 when it is no incident of the organisation (any more)
   */
  async retry(principal: Principal, id: string): Promise<Retried> {
    const found = await this.database.as(principal, ({ db }) =>
      db
        .updateTable('channel_delivery')
        .set({ status: 'waiting', attempts: 0, nextAt: null })
        .where('id', '=', id)
        .where('status', '=', 'dead')
        .executeTakeFirst(),
    );
    if (found.numUpdatedRows === 0n) throw notFound('该投递');
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

type Tx = Transaction<NotificationTables>;

async function readPreferences({ db }: Tx, { id, orgId }: Principal): Promise<PreferencesView> {
  const own = await sql<{ email: string | null }>`select own_email() as email`.execute(db);
  const setting = await db
    .selectFrom('channel_setting')
    .select(['mailOn as mail', 'webhookOn as webhook'])
    .where('orgId', '=', orgId)
    .executeTakeFirst();
  const preferences = await db
    .selectFrom('channel_preference')
    .select(['kind', 'channel', 'mode'])
    .where('personId', '=', id)
    .orderBy('kind')
    .orderBy('channel')
    .execute();
  return { email: own.rows[0]?.email ?? null, channels: setting ?? { mail: false, webhook: false }, preferences };
}

async function readSettings({ db }: Tx, { orgId }: Principal): Promise<SettingsView> {
  const found = await db
    .selectFrom('channel_setting')
    .select(['mailOn', 'mailFrom', 'webhookOn', 'webhookKind', 'webhookShown', 'webhookSigned'])
    .where('orgId', '=', orgId)
    .executeTakeFirst();
  if (found === undefined) return nothingSet;
  return {
    mail: { on: found.mailOn, from: found.mailFrom },
    webhook: {
      on: found.webhookOn,
      kind: found.webhookKind,
      address: found.webhookShown,
      signed: found.webhookSigned,
    },
  };
}
