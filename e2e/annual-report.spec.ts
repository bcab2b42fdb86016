/**
 * The demonstration's report of 2023 on the built server: every figure of the town's own report, and the rows behind
 * each.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { Client } from './client.ts';
import { multipart, multipartType } from './multipart.ts';
import type { PlainAnswer } from './plain-http.ts';
import { Sender } from './refusal.ts';
import { Server } from './server.ts';

interface Figure {
  readonly key: string;
  readonly label: string;
  readonly value: number | null;
  readonly text: string;
  readonly missing: boolean;
  readonly link: string;
  readonly list: string;
  readonly used: boolean;
}
interface Draft {
  readonly template: { readonly version: number; readonly name: string };
  readonly figures: readonly Figure[];
  readonly missing: readonly { readonly key: string }[];
}

let server: Server;
let director: Sender;

beforeAll(async () => {
  server = await Server.start();
  director = await Sender.login(server, 'director');
}, 240_000);
afterAll(() => server.remove(), 30_000);

const draftOf = async (year: number, by = director): Promise<Draft> => {
  const answer = await by.get(`/api/reports/annual/${year}/draft`);
  if (answer.status !== 200) throw new Error(answer.text);
  return JSON.parse(answer.text) as Draft;
};

async function download(path: string, by = 'director'): Promise<{ headers: Headers; files: Record<string, string> }> {
  const { cookieHeader } = await Client.login(server.base, by);
  const response = await fetch(server.base + path, { headers: { cookie: cookieHeader } });
  if (response.status !== 200) throw new Error(await response.text());
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  const texts = Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
  return { headers: response.headers, files: Object.fromEntries(texts) };
}

const words = (xml = ''): string => xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}
const answerOf = async (asked: Promise<PlainAnswer>): Promise<Answer> => {
  const { status, text } = await asked;
  return { status, body: JSON.parse(text) as Record<string, unknown> };
};
const upload = (content: Buffer | string, where = '', by = director): Promise<Answer> =>
  answerOf(
    by.send({
      method: 'POST',
      path: `/api/reports/templates${where}`,
      headers: multipartType,
      body: multipart([{ field: 'file', fileName: 'mine.docx', content }]),
    }),
  );

describe('the report of 2023', () => {
  it('has every figure that the town reported, and nothing is missing', async () => {
    const { figures, missing, template } = await draftOf(2023);
    expect(template.version).toBe(0);
    expect(missing).toEqual([]);
    const value = (key: string): number | null | undefined => figures.find((figure) => figure.key === key)?.value;
    expect({
      documents: value('reviews.normative-document.concluded'),
      contracts: value('reviews.contract.concluded'),
      enforcement: value('reviews.enforcement-decision.concluded'),
      trainings: value('training'),
      cameras: value('body-cameras'),
      suits: value('suits'),
      attendance: value('attendance.rate'),
      events: value('publicity-event'),
      leaflets: value('leaflets'),
      published: value('information-published'),
      keyAreas: value('information-key-areas'),
      disputes: value('disputes-mediated'),
      visitors: value('visitors'),
      consultations: value('consultations'),
      correction: value('community-correction'),
      resettlement: value('resettlement'),
      study: ['q1', 'q2', 'q3', 'q4'].map((quarter) => value(`study-session.${quarter}`)),
    }).toEqual({
      documents: 6,
      contracts: 31,
      enforcement: 2,
      trainings: 9,
      cameras: 8,
      suits: 0,
      attendance: null,
      events: 8,
      leaflets: 5000,
      published: 98,
      keyAreas: 21,
      disputes: 40,
      visitors: 150,
      consultations: 30,
      correction: 17,
      resettlement: 123,
      study: [1, 1, 1, 1],
    });
  });

  it('opens for every count exactly its rows', async () => {
    const { figures } = await draftOf(2023);
    expect(figures.length).toBeGreaterThan(100);
    const counts = figures.filter(({ key }) => !/rate$|reviews\.points/.test(key));
    for (const { key, value, list } of counts) {
      let rows: { id: string; number?: number; date?: string }[] = [];
      for (let next: string | null = ''; next !== null;) {
        const page = await director.get(`${list}&limit=200${next === '' ? '' : `&cursor=${next}`}`);
        expect({ key, status: page.status }).toEqual({ key, status: 200 });
        const body = JSON.parse(page.text) as { items: typeof rows; next: string | null };
        rows = [...rows, ...body.items];
        next = body.next;
      }
      const isCase = key.startsWith('reviews.');
      const isStock = /^(community-correction|resettlement|body-cameras)/.test(key);
      const sum = isCase
        ? rows.length
        : isStock
          ? (rows.at(-1)?.number ?? null)
          : rows.reduce((total, { number = 0 }) => total + number, 0);
      expect({ key, sum }).toEqual({ key, sum: value });
    }
  });

  it('comes as a document with the same figures, each marked by its name and linked to its page', async () => {
    const { headers, files } = await download('/api/reports/annual/2023/draft.docx');
    expect(headers.get('content-type')).toContain('wordprocessingml.document');
    expect(headers.get('content-disposition')).toContain('annual-report-2023.docx');
    const xml = files['word/document.xml'] ?? '';
    const text = words(xml);
    for (const said of [
      '柳林镇2023年法治政府建设',
      '其中规范性文件6件、重要合同31份、重大执法决定2个',
      '全年集体学法4次，每季度1次；组织法治培训9次',
      '配备使用执法记录仪8台',
      '全年无行政应诉案件（0件）。',
      '开展普法宣传活动8场，发放宣传材料5000份',
      '公开政府信息98条，其中重点领域信息21条',
      '调解矛盾纠纷40件，接待来访群众150人次，提供法律咨询30次',
      '社区矫正对象17人、安置帮教对象123人',
      '二、存在的问题',
      '三、2024年工作计划',
      '柳林镇人民政府',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toContain('审结事项中39件据台账补录，没有期限、意见和采纳的数据，不计入各项比率');
    // No row carries these.
    expect(text).not.toMatch(/目录化管理|容错免责|出庭应诉率|[^\d]0条|审结0件/);
    expect(text).not.toMatch(/\{\{|待补/);
    expect(xml).not.toContain('w:highlight');
    expect(xml).toMatch(/<w:bookmarkStart w:id="\d+" w:name="reviews_contract_concluded"\/><w:hyperlink r:id="(\w+)"/);
    const links = files['word/_rels/document.xml.rels'] ?? '';
    expect(links).toContain(`Target="${server.base}/reports/2023?figure=reviews.contract.concluded"`);
  });

  it('marks missing figures in yellow, and lists them', async () => {
    const { missing } = await draftOf(2022);
    expect(missing.map(({ key }) => key)).toEqual(expect.arrayContaining(['training', 'body-cameras', 'visitors']));
    const { files } = await download('/api/reports/annual/2022/draft.docx');
    expect(words(files['word/document.xml'])).toMatch(/待补数据（定稿前删除本页）\n1．/);
    expect(files['word/document.xml']).toContain('<w:highlight w:val="yellow"/>');
  });

  it('is for those who see the whole organisation', async () => {
    for (const username of ['adviser', 'admin', 'auditor']) {
      const sender = await Sender.login(server, username);
      for (const path of [
        '/api/reports/annual/2023/draft',
        '/api/reports/annual/2023/draft.docx',
        '/api/reports/templates',
      ]) {
        expect((await sender.get(path)).status).toBe(403);
      }
    }
    const east = await Sender.login(server, 'east-intake');
    expect((await east.get('/api/reports/annual/2023/draft?organisation=liulin')).status).toBe(404);
    const county = await Sender.login(server, 'county');
    const seen = JSON.parse((await county.get('/api/reports/annual/2023/draft?organisation=liulin')).text) as Draft;
    expect(seen.figures.find(({ key }) => key === 'training')).toMatchObject({
      value: 9,
      link: '/reports/2023?figure=training&organisation=liulin',
    });
  });
});

describe('the town’s own template', () => {
  const changed = async (change: (xml: string) => string): Promise<Buffer> => {
    const { cookieHeader } = await Client.login(server.base, 'director');
    const response = await fetch(`${server.base}/api/reports/templates/0/content`, {
      headers: { cookie: cookieHeader },
    });
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const xml = change(Buffer.from(files['word/document.xml'] ?? []).toString());
    return Buffer.from(zipSync({ ...files, 'word/document.xml': strToU8(xml) }));
  };

  it('is checked before it is uploaded, stored as a version, and the previous one can be restored', async () => {
    const own = await changed((xml) => xml.replace('{{training}}次', '{{法治培训}}次（含{{training.q1}}次春训）'));
    const looked = await upload(own, '/check');
    expect(looked.status).toBe(200);
    expect(looked.body).toMatchObject({ ok: true, problems: [] });
    expect((await draftOf(2023)).template.version).toBe(0);

    const taken = await upload(own);
    expect(taken.status).toBe(201);
    expect(taken.body).toMatchObject({ version: 1, name: 'mine.docx', current: true, restoredFrom: null });
    expect((await upload(own)).body).toMatchObject({ version: 1 });
    const { files } = await download('/api/reports/annual/2023/draft.docx', 'intake');
    expect(words(files['word/document.xml'])).toContain('组织法治培训9次（含2次春训）');

    const back = await answerOf(director.post('/api/reports/templates/0/restore', {}));
    expect(back.body).toMatchObject({ version: 2, restoredFrom: 0, current: true });
    const list = await answerOf(director.get('/api/reports/templates'));
    const { items, placeholders } = list.body as { items: { version: number }[]; placeholders: { key: string }[] };
    expect(items.map(({ version }) => version)).toEqual([2, 1, 0]);
    expect(placeholders.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['annual.year', 'training', 'reviews.table']),
    );
    expect((await director.post('/api/reports/templates/9/restore', {})).status).toBe(404);
    expect((await director.get('/api/reports/templates/x/content')).status).toBe(422);
  });

  it('with a command, a macro or an unknown name is refused with a message, and not stored', async () => {
    const bad = await changed((xml) => xml.replace('{{training}}', '{{process.exit()}}+++EXEC 1+++{{nothing}}'));
    const answer = await upload(bad);
    expect(answer).toMatchObject({ status: 422, body: { code: 'report.template-invalid' } });
    expect((answer.body as { issues: unknown[] }).issues).toHaveLength(3);
    expect((await upload(bad, '/check')).body).toMatchObject({ ok: false });
    for (const content of ['', 'x', Buffer.from('PK\x03\x04')]) expect((await upload(content)).status).toBe(422);
    expect((await upload(Buffer.alloc(5 * 1024 * 1024))).body).toMatchObject({ code: 'report.template-too-large' });
    expect((await director.post('/api/reports/templates', {})).status).toBe(415);
    const { items } = (await answerOf(director.get('/api/reports/templates'))).body as { items: { version: number }[] };
    expect(items[0]?.version).toBe(2);
  });

  it('can be changed by the director only', async () => {
    const own = await changed((xml) => xml.replace('年度报告<', '年度总结<'));
    for (const username of ['intake', 'clerk', 'county', 'admin']) {
      const sender = await Sender.login(server, username);
      expect((await upload(own, '', sender)).body).toMatchObject({ code: 'report.template-forbidden' });
      expect((await sender.post('/api/reports/templates/0/restore', {})).status).toBe(403);
    }
  });
});
