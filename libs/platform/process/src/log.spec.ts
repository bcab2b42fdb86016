import { describe, expect, it } from '@jest/globals';
import { createLog, type LogLevel } from './log.ts';

function logged(level: LogLevel, write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog(level, (line) => lines.push(line)));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the structured log', () => {
  it('writes level and time as text, and nothing about the machine', () => {
    expect(logged('info', (log) => log.info({ route: '/api/cases' }, 'request'))).toEqual([
      { level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), route: '/api/cases', msg: 'request' },
    ]);
  });

  it('omits lines below its level', () => {
    const levels = logged('warn', (log) => {
      log.info('request');
      log.warn('late');
    });
    expect(levels.map(({ msg }) => msg)).toEqual(['late']);
    expect(logged('silent', (log) => log.error('fault'))).toEqual([]);
  });

  it('omits the row values that an error of PostgreSQL contains', () => {
    const error = Object.assign(new Error('duplicate key value'), {
      code: '23505',
      detail: 'Key (username)=(zhang.san) already exists.',
      parameters: ['张三'],
    });
    const [line] = logged('error', (log) => log.error({ err: error }, 'background'));
    expect(line).toMatchObject({ err: { type: 'Error', code: '23505', message: 'duplicate key value' } });
    expect(JSON.stringify(line)).not.toMatch(/zhang|张三/);
  });
});
