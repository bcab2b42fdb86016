import { describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { readSettings } from './settings.ts';

describe('settings from the environment', () => {
  it('has defaults for everything and serves only this machine', () => {
    expect(readSettings({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: undefined,
      queueUrl: undefined,
      clock: 'system',
      demonstration: true,
      maxUploadBytes: 50 * 1024 * 1024,
      contentUrl: undefined,
      clamdUrl: undefined,
      ocr: undefined,
      smtpUrl: undefined,
      mailFrom: undefined,
      publicUrl: undefined,
      webhookAllow: [],
      queueLimits: { oldestDueTimer: 300, outboxAge: 300, queueDepth: 100_000 },
      metricsToken: undefined,
      logLevel: undefined,
      secureCookie: false,
      workflowsDir: undefined,
      pollMs: 500,
      rescueAfterMs: 30_000,
    });
  });

  it('makes the folder of further categories absolute', () => {
    const settings = readSettings({ LAWGATE_WORKFLOWS: 'categories' });
    expect(settings.workflowsDir).toBe(path.resolve('categories'));
  });

  it.each([
    { PORT: 'x' },
    { PORT: '65536' },
    { PORT: '30.5' },
    { DATABASE_URL: 'mysql://root:secret@db/x' },
    { DATABASE_URL: 'secret' },
    { QUEUE_URL: 'http://secret' },
    { CONTENT_URL: 'https://secret' },
    { CONTENT_URL: 's3://key@host/secret' },
    { CONTENT_URL: 's3://key:secret@host/' },
    { CLAMD_URL: 'http://secret' },
    { LAWGATE_OCR: 'on' },
    { LAWGATE_CLOCK: 'fast' },
    { LAWGATE_MAX_UPLOAD_MB: '0' },
    { LAWGATE_DEMONSTRATION: 'maybe' },
    { LAWGATE_LOG: 'secret' },
    { LAWGATE_POLL_MS: '0' },
    { LAWGATE_RESCUE_AFTER_MS: '1.5' },
    { SMTP_URL: 'https://user:secret@mail' },
    { MAIL_FROM: 'secret@a, b@c' },
    { LAWGATE_PUBLIC_URL: 'ftp://secret' },
    { LAWGATE_WEBHOOK_ALLOW: 'http://secret/' },
    { LAWGATE_READY_TIMER_SECONDS: '0' },
    { LAWGATE_READY_OUTBOX_SECONDS: 'soon' },
    { LAWGATE_READY_QUEUE_DEPTH: '-1' },
    { LAWGATE_METRICS_TOKEN: 'secret' },
    { LAWGATE_METRICS_TOKEN: 'secret with a space in it' },
  ])('names the wrong variable without repeating what may be a password: %j', (environment) => {
    const [name = ''] = Object.keys(environment);
    expect(() => readSettings(environment as NodeJS.ProcessEnv)).toThrow(
      expect.objectContaining({ code: 'settings.invalid', message: expect.stringContaining(name) }),
    );
    expect(() => readSettings(environment as NodeJS.ProcessEnv)).not.toThrow(/secret/);
  });
});
