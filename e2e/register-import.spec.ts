/** Past registers on the built server: other files are refused without a trace, and a run survives its process. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zipOf } from '../libs/platform/files/src/zip/zip.fixtures.ts';
import { faultsIn } from '../chaos/soundness.ts';
import { multipart, multipartType } from './multipart.ts';
import { asOwner, until } from './owner.ts';
import type { PlainAnswer } from './plain-http.ts';
import { expectRefused, Sender } from './refusal.ts';
import type { Server } from './server.ts';
import { startTown, surroundings } from './town.ts';

let server: Server;
let intake: Sender;

beforeAll(async () => {
  ({ server } = await startTown());
  intake = await Sender.login(server, 'intake');
}, 240_000);

afterAll(() => server?.remove(), 60_000);

const headings = '序号,收件日期,送审单位,事项名称,类别,结论,意见书文号,审结日期';
const register = (count: number, code: string): string =>
  [
    headings,
    ...Array.from({ length: count }, (_, n) => {
      const day = String(1 + (n % 27)).padStart(2, '0');
      return `${n + 1},2023.3.${day},党政办,${code}号服务合同${n + 1},重要合同,可以签订,${code}〔2023〕${n + 1}号,2023.4.${day}`;
    }),
  ].join('\r\n');

const upload = (content: string | Buffer, by = intake, fileName = 'register.csv'): Promise<PlainAnswer> =>
  by.send({
    method: 'POST',
    path: '/api/register/imports',
    headers: multipartType,
    body: multipart([{ field: 'file', fileName, content }]),
  });

describe('a file that is not a register', () => {
  it.each<[string, () => string | Buffer, number, string]>([
    ['without a byte', () => '', 422, 'document.empty'],
    ['of a mark alone', () => '\ufeff', 422, 'register.file-empty'],
    ['of one column', () => '事项名称\n甲\n', 422, 'register.one-column'],
    ['of 300 columns', () => `${'甲,'.repeat(299)}甲\n`, 422, 'register.too-many-columns'],
    ['of 200,000 rows', () => `${headings}\n${'1,2\n'.repeat(200_000)}`, 422, 'register.too-many-rows'],
    ['of zeros', () => Buffer.alloc(100), 422, 'register.file-unreadable'],
    ['that is half a workbook', () => Buffer.from('PK\x03\x04\0\0'), 422, 'register.file-unreadable'],
    ['of 21 MB', () => Buffer.alloc(21 * 1024 * 1024, 'a,b\n'), 413, 'register.file-too-large'],
    [
      'that is a bomb called a workbook',
      () => zipOf({ 'xl/workbook.xml': Buffer.alloc(300 * 1024 * 1024) }, 100),
      422,
      'register.workbook-too-large',
    ],
  ])('%s is refused and leaves nothing', async (_, make, status, code) => {
    const content = make();
    await expectRefused(server, status, code, () => upload(content, intake, 'register.xlsx'));
  });

  it('is refused without a file, and from people without the right', async () => {
    const clerk = await Sender.login(server, 'clerk');
    await expectRefused(server, 403, 'register.keeper-only', () => upload(register(1, '合审'), clerk));
    await expectRefused(server, 422, 'document.file-missing', () =>
      intake.send({
        method: 'POST',
        path: '/api/register/imports',
        headers: multipartType,
        body: multipart([{ field: 'kind', content: 'x' }]),
      }),
    );
    await expectRefused(server, 415, 'request.media-type', () =>
      intake.send({
        method: 'POST',
        path: '/api/register/imports',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      }),
    );
  });
});

describe('a run whose process is killed in the middle of a line', () => {
  it('continues in the next process, with every line once', async () => {
    const rows = 30;
    const answer = await upload(register(rows, '合审'));
    expect([answer.status, JSON.parse(answer.text).counts]).toEqual([
      201,
      { rows, add: rows, skip: 0, refuse: 0, added: 0 },
    ]);
    const { id } = JSON.parse(answer.text) as { id: string };
    await server.stop();
    // A line takes about five commits within one transaction: the process dies within one of them.
    server = await server.restart({
      ...surroundings,
      LAWGATE_CRASH_AT: 'commit.after-write',
      LAWGATE_CRASH_AFTER: '32',
    });
    intake = await Sender.login(server, 'intake');
    const start = (): Promise<PlainAnswer> =>
      intake.send({ method: 'POST', path: `/api/register/imports/${id}/run`, headers: {}, body: '' });
    // The answer may or may not arrive before the process ends.
    await start().catch(() => null);
    await server.ended();
    const cut = await asOwner(server.dataDir, async (pool) => {
      const found = await pool.query<{ cases: number; lines: number }>(
        `select (select count(*)::int from review_case) as cases,
                (select count(*)::int from register_import_line where state = 'added') as lines`,
      );
      return found.rows[0];
    });
    expect(cut?.cases).toBe(cut?.lines);
    expect(cut?.cases).toBeGreaterThan(0);
    expect(cut?.cases).toBeLessThan(rows);

    server = await server.restart(surroundings);
    intake = await Sender.login(server, 'intake');
    const state = async (): Promise<{ state: string; progress: unknown }> =>
      JSON.parse((await intake.send({ method: 'GET', path: `/api/register/imports/${id}` })).text);
    const after = await until('the import', async () => {
      const now = await state();
      return now.state === 'done' ? now : null;
    });
    expect(after.progress).toEqual({ done: rows, of: rows, added: rows, refused: 0 });
    await asOwner(server.dataDir, async (pool) => {
      const titles = await pool.query<{ n: number; titles: number }>(
        'select count(*)::int as n, count(distinct title)::int as titles from review_case',
      );
      expect(titles.rows).toEqual([{ n: rows, titles: rows }]);
      expect(await faultsIn(pool)).toEqual([]);
    });
  }, 240_000);
});
