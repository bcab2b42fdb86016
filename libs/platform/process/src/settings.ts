/** Environment variables of a process: one schema, and one error that names the variable. */
import path from 'node:path';
import { z } from 'zod';
import { logLevels, type LogLevel } from './log.ts';
import { StartError } from './start-error.ts';

export interface Settings {
  /**
   * `HOST`, default 127.0.0.1: the demonstration users have a known password and must not be reachable from the
   * network.
   */
  host: string;
  /** `PORT`, default 3000. 0 means any free port. */
  port: number;
  /** `LAWGATE_DATA`, default `.lawgate` in the working directory; absolute. */
  dataDir: string;
  /** `DATABASE_URL`: an external PostgreSQL instead of the embedded one; a user who may create roles and tables. */
  databaseUrl: string | undefined;
  /** `QUEUE_URL`: `redis://` or `postgres://`. Default: the queues live in the database. */
  queueUrl: string | undefined;
  /**
   * `CONTENT_URL`: `s3://key:secret@host/bucket[/prefix]`, where documents are stored instead of in the data folder.
   */
  contentUrl: string | undefined;
  /** `CLAMD_URL`: `tcp://host:port` of a clamd that scans documents. Without it none is scanned. */
  clamdUrl: string | undefined;
  /** `LAWGATE_OCR=tesseract`: the worker recognises the text of scans. Default: it does not. */
  ocr: 'tesseract' | undefined;
  /** `LAWGATE_CLOCK`: `system` (default), or `simulated` for a test or a demonstration that sets the time itself. */
  clock: 'system' | 'simulated';
  /** `LAWGATE_MAX_UPLOAD_MB`, default 50: the maximum size of a file, here in bytes. */
  maxUploadBytes: number;
  /** `LAWGATE_TRUST_PROXY`: addresses of reverse proxies in front, separated by commas; `loopback` for one on this machine. */
  trustProxy: string | undefined;
  /** `SMTP_URL`: the town's mail server, `smtp://` or `smtps://`. Without it no mail is sent. */
  smtpUrl: string | undefined;
  /** `MAIL_FROM`: the sender's address, where an organisation has set none of its own. */
  mailFrom: string | undefined;
  /** `LAWGATE_PUBLIC_URL`: address of the system for browsers; mails and webhook messages then link to the case. */
  publicUrl: string | undefined;
  /**
   * `LAWGATE_WEBHOOK_ALLOW`: `host` or `host:port`, separated by commas, that webhooks may reach inside the network or
   * by plain HTTP.
   */
  webhookAllow: string[];
  /** Above these limits of the queue gauges the process is not ready. */
  queueLimits: {
    /** `LAWGATE_READY_TIMER_SECONDS`, default 300: maximum waiting time of the oldest due timer. */
    oldestDueTimer: number;
    /** `LAWGATE_READY_OUTBOX_SECONDS`, default 300: maximum waiting time of the oldest undelivered notice. */
    outboxAge: number;
    /** `LAWGATE_READY_QUEUE_DEPTH`, default 100000: maximum number of jobs in the queue. */
    queueDepth: number;
  };
  /**
   * `LAWGATE_METRICS_TOKEN`: bearer token with which `/api/metrics` can be read without a login. At least 16
   * characters.
   */
  metricsToken: string | undefined;
  /** `LAWGATE_LOG`: the minimum level of log lines. Default: `info`, and `warn` at a terminal. */
  logLevel: LogLevel | undefined;
  /** `LAWGATE_WORKFLOWS`: one more folder of categories, loaded after the built-in ones; absolute. */
  workflowsDir: string | undefined;
  /** `LAWGATE_POLL_MS`, default 500: how often the worker polls for background work when it is not notified. */
  pollMs: number;
  /** `LAWGATE_RESCUE_AFTER_MS`, default 30000: a delivery that is under way for longer is enqueued again. */
  rescueAfterMs: number;
  /** `LAWGATE_COOKIE_SECURE=true`: the session cookie is sent over HTTPS only. Default: also over plain HTTP. */
  secureCookie: boolean;
  /** `LAWGATE_DEMONSTRATION=off` leaves an empty database empty. Default: the demonstration town is loaded. */
  demonstration: boolean;
}

/** A variable that is set to an empty text counts as not set. */
const unlessEmpty = (given: unknown): unknown => (given === '' ? undefined : given);

const text = z.preprocess(unlessEmpty, z.string().optional());

function choice<const T extends readonly [string, ...string[]]>(name: string, choices: T) {
  const error = `${name} 应为 ${choices.join(' | ')} (${name} must be one of these)`;
  return z.preprocess(unlessEmpty, z.enum(choices, error).optional());
}

function numeric(
  defaultValue: number,
  isValid: (value: number) => boolean,
  error: string | (({ input }: { input?: unknown }) => string),
) {
  const given = z
    .string()
    .default(String(defaultValue))
    .refine((value) => isValid(Number(value)), { error, abort: true });
  return z.preprocess(unlessEmpty, given.transform(Number));
}

function port() {
  return numeric(
    3000,
    (value) => Number.isInteger(value) && value >= 0 && value <= 65_535,
    ({ input }) => `PORT 应为 0 到 65535 的整数 (PORT must be a port number): ${String(input)}`,
  );
}

function megabytes(name: string, defaultValue: number) {
  return numeric(
    defaultValue,
    (value) => value > 0 && value <= 1024,
    `${name} 应为 1 到 1024 (must be a number of MiB)`,
  );
}

function milliseconds(name: string, defaultValue: number) {
  const error = `${name} 应为 10 到 3600000 的整数，单位毫秒 (${name} must be milliseconds)`;
  return numeric(defaultValue, (value) => Number.isInteger(value) && value >= 10 && value <= 3_600_000, error);
}

function limit(name: string, defaultValue: number) {
  const error = `${name} 应为大于0的数 (${name} must be a number above 0)`;
  return numeric(defaultValue, (value) => value > 0 && value <= 1_000_000_000, error);
}

/** Texts that match a pattern. The error does not repeat the value, which may be a password. */
function matching(pattern: RegExp, error: string) {
  return z.preprocess(unlessEmpty, z.string().regex(pattern, error).optional());
}

/** The error does not repeat the value, which may contain a password. */
function url(name: string, schemes: readonly string[]) {
  const expected = schemes.map((scheme) => `${scheme}//`).join(', ');
  const error = `${name} 应为 ${expected} 开头的地址 (${name} must be such a URL)`;
  const isSuch = (given: string): boolean => URL.canParse(given) && schemes.includes(new URL(given).protocol);
  return z.preprocess(unlessEmpty, z.string().refine(isSuch, { error, abort: true }).optional());
}

/** Key, secret and bucket are required. */
function bucket(name: string) {
  const error = `${name} 应为 s3://密钥:密码@主机/存储桶 (${name} must be s3://key:password@host/bucket)`;
  return url(name, ['s3:']).refine((given) => {
    if (given === undefined) return true;
    const { username, password, host, pathname } = new URL(given);
    return ![username, password, host, pathname.replaceAll('/', '')].includes('');
  }, error);
}

function hosts(name: string) {
  const error = `${name} 应为以逗号分隔的“主机”或“主机:端口” (${name} must be host or host:port, lower-case, separated by commas)`;
  const split = (given: unknown): string[] =>
    String(given ?? '')
      .split(',')
      .flatMap((host) => host.trim() || []);
  return z.preprocess(split, z.array(z.string().regex(/^(\[[0-9a-f:]+\]|[a-z0-9.-]+)(:\d{1,5})?$/, error)));
}

/** Path of a folder, made absolute. */
const folder = text.transform((given) => (given === undefined ? undefined : path.resolve(given)));

const postgres = ['postgres:', 'postgresql:'];

/** The variables by name. */
const Environment = z.object({
  HOST: text,
  PORT: port(),
  LAWGATE_DATA: folder,
  LAWGATE_WORKFLOWS: folder,
  DATABASE_URL: url('DATABASE_URL', postgres),
  QUEUE_URL: url('QUEUE_URL', [...postgres, 'redis:', 'rediss:']),
  CONTENT_URL: bucket('CONTENT_URL'),
  CLAMD_URL: url('CLAMD_URL', ['tcp:']),
  LAWGATE_OCR: choice('LAWGATE_OCR', ['tesseract']),
  SMTP_URL: url('SMTP_URL', ['smtp:', 'smtps:']),
  MAIL_FROM: matching(
    /^[^\s@,;:<>"()]+@[^\s@,;:<>"()]+$/,
    'MAIL_FROM 应为一个邮箱地址 (MAIL_FROM must be one mail address)',
  ),
  LAWGATE_CLOCK: choice('LAWGATE_CLOCK', ['system', 'simulated']),
  LAWGATE_DEMONSTRATION: choice('LAWGATE_DEMONSTRATION', ['on', 'off']),
  LAWGATE_COOKIE_SECURE: text,
  LAWGATE_MAX_UPLOAD_MB: megabytes('LAWGATE_MAX_UPLOAD_MB', 50),
  LAWGATE_TRUST_PROXY: text,
  LAWGATE_PUBLIC_URL: url('LAWGATE_PUBLIC_URL', ['https:', 'http:']),
  LAWGATE_WEBHOOK_ALLOW: hosts('LAWGATE_WEBHOOK_ALLOW'),
  LAWGATE_READY_TIMER_SECONDS: limit('LAWGATE_READY_TIMER_SECONDS', 300),
  LAWGATE_READY_OUTBOX_SECONDS: limit('LAWGATE_READY_OUTBOX_SECONDS', 300),
  LAWGATE_READY_QUEUE_DEPTH: limit('LAWGATE_READY_QUEUE_DEPTH', 100_000),
  // Visible characters only, because it is sent in a header; a short token could be guessed.
  LAWGATE_METRICS_TOKEN: matching(
    /^[!-~]{16,256}$/,
    'LAWGATE_METRICS_TOKEN 应为16到256个可见字符 (LAWGATE_METRICS_TOKEN must be 16 to 256 visible characters)',
  ),
  LAWGATE_LOG: choice('LAWGATE_LOG', logLevels),
  LAWGATE_POLL_MS: milliseconds('LAWGATE_POLL_MS', 500),
  LAWGATE_RESCUE_AFTER_MS: milliseconds('LAWGATE_RESCUE_AFTER_MS', 30_000),
});

/** @throws StartError `settings.invalid` naming the first invalid variable */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const { data, error } = Environment.safeParse(environment);
  if (data === undefined) throw new StartError('settings.invalid', error.issues[0]?.message ?? error.message);
  return {
    host: data.HOST ?? '127.0.0.1',
    port: data.PORT,
    dataDir: data.LAWGATE_DATA ?? path.resolve('.lawgate'),
    databaseUrl: data.DATABASE_URL,
    queueUrl: data.QUEUE_URL,
    contentUrl: data.CONTENT_URL,
    clamdUrl: data.CLAMD_URL,
    ocr: data.LAWGATE_OCR,
    clock: data.LAWGATE_CLOCK ?? 'system',
    maxUploadBytes: Math.floor(data.LAWGATE_MAX_UPLOAD_MB * 1024 * 1024),
    trustProxy: data.LAWGATE_TRUST_PROXY,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    publicUrl: data.LAWGATE_PUBLIC_URL,
    webhookAllow: data.LAWGATE_WEBHOOK_ALLOW,
    queueLimits: {
      oldestDueTimer: data.LAWGATE_READY_TIMER_SECONDS,
      outboxAge: data.LAWGATE_READY_OUTBOX_SECONDS,
      queueDepth: data.LAWGATE_READY_QUEUE_DEPTH,
    },
    metricsToken: data.LAWGATE_METRICS_TOKEN,
    logLevel: data.LAWGATE_LOG,
    workflowsDir: data.LAWGATE_WORKFLOWS,
    pollMs: data.LAWGATE_POLL_MS,
    rescueAfterMs: data.LAWGATE_RESCUE_AFTER_MS,
    secureCookie: data.LAWGATE_COOKIE_SECURE === 'true',
    demonstration: data.LAWGATE_DEMONSTRATION !== 'off',
  };
}
