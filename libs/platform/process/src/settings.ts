import path from 'node:path';
import { StartError } from './start-error.ts';

/** What the environment may set for the whole process. */
export interface Settings {
  /** `HOST`, default 127.0.0.1: the demonstration users have a known password and must not be offered to the network. */
  host: string;
  /** `PORT`, default 3000. 0 takes any free one. */
  port: number;
  /** `LAWGATE_DATA`, default `.lawgate` in the working directory; absolute. */
  dataDir: string;
  /** `DATABASE_URL`: a PostgreSQL of one's own instead of the embedded one; a user who may create roles and tables. */
  databaseUrl: string | undefined;
  /** `QUEUE_URL`: `redis://` or `postgres://`. Default: the queues live in the database. */
  queueUrl: string | undefined;
  /** `CONTENT_URL`: `s3://key:secret@host/bucket[/prefix]`, where documents are kept instead of in the data folder. */
  contentUrl: string | undefined;
  /** `CLAMD_URL`: `tcp://host:port` of a clamd that looks at documents. Without it none is scanned. */
  clamdUrl: string | undefined;
  /** `LAWGATE_CLOCK`: `system` (default), or `simulated` for a test or a demonstration that sets the time itself. */
  clock: 'system' | 'simulated';
  /** `LAWGATE_MAX_UPLOAD_MB`, default 50: the largest single file, here in bytes. */
  maxUploadBytes: number;
  /** `LAWGATE_TRUST_PROXY`: addresses of reverse proxies in front, separated by commas; `loopback` for one on this machine. */
  trustProxy: string | undefined;
  /** `SMTP_URL`: the town's mail server, `smtp://` or `smtps://`. Without it no mail goes out. */
  smtpUrl: string | undefined;
  /** `MAIL_FROM`: the sender's address, where an organisation has set none of its own. */
  mailFrom: string | undefined;
  /** `LAWGATE_PUBLIC_URL`: where people open the system; mails and robots' messages then link to the case. */
  publicUrl: string | undefined;
  /** `LAWGATE_WEBHOOK_ALLOW`: `host` or `host:port`, separated by commas, that webhooks may reach inside the network or by http. */
  webhookAllow: string[];
  /** Past these gauges of the queue the process is not ready. */
  queueLimits: {
    /** `LAWGATE_READY_TIMER_SECONDS`, default 300: for so long the oldest due timer may wait. */
    oldestDueTimer: number;
    /** `LAWGATE_READY_OUTBOX_SECONDS`, default 300: for so long the oldest undelivered notice may wait. */
    outboxAge: number;
    /** `LAWGATE_READY_QUEUE_DEPTH`, default 100000: so many jobs may be in the queue. */
    queueDepth: number;
  };
  /** `LAWGATE_METRICS_TOKEN`: with it as a bearer token `/api/metrics` is read without a login. 16 characters or more. */
  metricsToken: string | undefined;
  /** `LAWGATE_WORKFLOWS`: one more folder of categories, loaded after those that come with Lawgate; absolute. */
  workflowsDir: string | undefined;
  /** `LAWGATE_POLL_MS`, default 500: how often the worker looks for later things when nobody wakes it. */
  pollMs: number;
  /** `LAWGATE_RESCUE_AFTER_MS`, default 30000: a delivery under way for longer is enqueued again. */
  rescueAfterMs: number;
  /** `LAWGATE_DEMONSTRATION=off` leaves an empty database empty. Default: the demonstration town is loaded. */
  demonstration: boolean;
}

/** @throws StartError `settings.invalid` naming the variable. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const port = Number(environment.PORT || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartError(
      'settings.invalid',
      `PORT 应为 0 到 65535 的整数 (PORT must be a port number): ${environment.PORT}`,
    );
  }
  const clock = oneOf(environment, 'LAWGATE_CLOCK', ['system', 'simulated']);
  const demonstration = oneOf(environment, 'LAWGATE_DEMONSTRATION', ['on', 'off']);
  const maxUploadMb = Number(environment.LAWGATE_MAX_UPLOAD_MB || 50);
  if (!(maxUploadMb > 0 && maxUploadMb <= 1024)) {
    const message = 'LAWGATE_MAX_UPLOAD_MB 应为 1 到 1024 (must be a number of MiB)';
    throw new StartError('settings.invalid', message);
  }
  return {
    clock,
    demonstration: demonstration === 'on',
    pollMs: readMilliseconds(environment, 'LAWGATE_POLL_MS', 500),
    rescueAfterMs: readMilliseconds(environment, 'LAWGATE_RESCUE_AFTER_MS', 30_000),
    trustProxy: environment.LAWGATE_TRUST_PROXY || undefined,
    maxUploadBytes: Math.floor(maxUploadMb * 1024 * 1024),
    host: environment.HOST || '127.0.0.1',
    port,
    dataDir: path.resolve(environment.LAWGATE_DATA || '.lawgate'),
    workflowsDir: environment.LAWGATE_WORKFLOWS ? path.resolve(environment.LAWGATE_WORKFLOWS) : undefined,
    databaseUrl: readUrl(environment, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    queueUrl: readUrl(environment, 'QUEUE_URL', ['postgres:', 'postgresql:', 'redis:', 'rediss:']),
    contentUrl: readBucket(environment, 'CONTENT_URL'),
    clamdUrl: readUrl(environment, 'CLAMD_URL', ['tcp:']),
    smtpUrl: readUrl(environment, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: readMailFrom(environment),
    publicUrl: readUrl(environment, 'LAWGATE_PUBLIC_URL', ['https:', 'http:']),
    webhookAllow: readHosts(environment, 'LAWGATE_WEBHOOK_ALLOW'),
    queueLimits: {
      oldestDueTimer: readLimit(environment, 'LAWGATE_READY_TIMER_SECONDS', 300),
      outboxAge: readLimit(environment, 'LAWGATE_READY_OUTBOX_SECONDS', 300),
      queueDepth: readLimit(environment, 'LAWGATE_READY_QUEUE_DEPTH', 100_000),
    },
    metricsToken: readToken(environment, 'LAWGATE_METRICS_TOKEN'),
  };
}

/** The first choice is the default. */
function oneOf<T extends string>(environment: NodeJS.ProcessEnv, name: string, choices: [T, ...T[]]): T {
  const value = environment[name] || choices[0];
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) {
    throw new StartError('settings.invalid', `${name} 应为 ${choices.join(' | ')} (${name} must be one of these)`);
  }
  return chosen;
}

function readLimit(environment: NodeJS.ProcessEnv, name: string, usual: number): number {
  const limit = Number(environment[name] || usual);
  if (!(limit > 0 && limit <= 1_000_000_000)) {
    throw new StartError('settings.invalid', `${name} 应为大于0的数 (${name} must be a number above 0)`);
  }
  return limit;
}

/** Visible characters only, as they go into a header; a short one could be guessed. */
function readToken(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = environment[name];
  if (!value) return undefined;
  if (!/^[!-~]{16,256}$/.test(value)) {
    const message = `${name} 应为16到256个可见字符 (${name} must be 16 to 256 visible characters)`;
    throw new StartError('settings.invalid', message);
  }
  return value;
}

function readMilliseconds(environment: NodeJS.ProcessEnv, name: string, usual: number): number {
  const value = Number(environment[name] || usual);
  if (Number.isInteger(value) && value >= 10 && value <= 3_600_000) return value;
  throw new StartError(
    'settings.invalid',
    `${name} 应为 10 到 3600000 的整数，单位毫秒 (${name} must be milliseconds)`,
  );
}

function readMailFrom(environment: NodeJS.ProcessEnv): string | undefined {
  const value = environment.MAIL_FROM;
  if (!value) return undefined;
  if (!/^[^\s@,;:<>"()]+@[^\s@,;:<>"()]+$/.test(value)) {
    throw new StartError('settings.invalid', 'MAIL_FROM 应为一个邮箱地址 (MAIL_FROM must be one mail address)');
  }
  return value;
}

function readHosts(environment: NodeJS.ProcessEnv, name: string): string[] {
  const hosts = (environment[name] ?? '').split(',').flatMap((host) => host.trim() || []);
  if (!hosts.every((host) => /^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/.test(host))) {
    const message = `${name} 应为以逗号分隔的“主机”或“主机:端口” (${name} must be host or host:port, lower-case, separated by commas)`;
    throw new StartError('settings.invalid', message);
  }
  return hosts;
}

/** Key, secret and bucket are needed; the value itself is not repeated in the message. */
function readBucket(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = readUrl(environment, name, ['s3:']);
  if (value === undefined) return undefined;
  const { username, password, host, pathname } = new URL(value);
  if ([username, password, host, pathname.replaceAll('/', '')].includes('')) {
    const message = `${name} 应为 s3://密钥:密码@主机/存储桶 (${name} must be s3://key:password@host/bucket)`;
    throw new StartError('settings.invalid', message);
  }
  return value;
}

/** The value itself is not repeated in the message: it holds a password. */
function readUrl(environment: NodeJS.ProcessEnv, name: string, schemes: string[]): string | undefined {
  const value = environment[name];
  if (!value) {
    return undefined;
  }
  if (!URL.canParse(value) || !schemes.includes(new URL(value).protocol)) {
    const expected = schemes.map((scheme) => `${scheme}//`).join(', ');
    throw new StartError('settings.invalid', `${name} 应为 ${expected} 开头的地址 (${name} must be such a URL)`);
  }
  return value;
}
