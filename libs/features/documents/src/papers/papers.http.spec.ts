import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContentStoreModule } from '@lawgate/files';
import { personHeader, serve, type PersonName, type ServedApp } from '@lawgate/cases/http-fixtures';
import { testDatabase } from '@lawgate/testing';
import { loadDefinitions } from '@lawgate/workflows';
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { PapersHttpModule } from './index.ts';
import { li, openPaperTown, qian, wordsOf, wu, zhao, type PaperTown } from './papers.fixtures.ts';

let papers: PaperTown;
let app: ServedApp;

beforeAll(async () => {
  papers = await openPaperTown(await testDatabase());
  app = await serve([ContentStoreModule.forRoot(papers.store), PapersHttpModule], {
    databaseUrl: papers.db.url,
    definitions: await loadDefinitions(),
    clock: papers.town.clock,
    maxUploadBytes: 8 << 20,
  });
}, 120_000);
afterAll(async () => {
  await app.close();
  await papers.close();
});

const call = (by: PersonName, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(app.url + path, { ...init, headers: { ...init.headers, [personHeader]: by } });
const post = async (by: PersonName, path: string, body: unknown) => {
  const response = await call(by, path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, body: type.includes('json') ? await response.json() : null, response };
};
const wordsIn = (bytes: ArrayBuffer): string =>
  wordsOf(strFromU8(unzipSync(new Uint8Array(bytes))['word/document.xml'] ?? new Uint8Array()));

describe('papers over HTTP', () => {
  it('makes none of a case that was taken over from a register, in whatever way it is asked for', async () => {
    const { id, category } = await papers.town.recorded(zhao);
    const { body } = await app.get('zhao', `/api/cases/${id}/papers`);
    expect(body.items).toEqual([]);
    const definition = (await loadDefinitions()).find(({ key }) => key === category);
    const kinds = definition?.papers?.map(({ kind }) => kind) ?? [];
    expect(kinds.length).toBeGreaterThan(5);
    for (const kind of kinds) {
      const asked = await call('zhao', `/api/cases/${id}/papers/preview?kind=${kind}`);
      expect({ kind, status: asked.status, code: ((await asked.json()) as { code: string }).code }).toEqual({
        kind,
        status: 409,
        code: 'paper.recorded-case',
      });
    }
    const sent = await post('zhao', `/api/cases/${id}/papers/preview`, { kind: kinds[0], payload: {} });
    expect([sent.status, (sent.body as { code: string }).code]).toEqual([409, 'paper.recorded-case']);
    const draft = await app.get('zhao', `/api/cases/${id}/opinion-letter/draft`);
    expect([draft.status, draft.body.code]).toEqual([409, 'paper.recorded-case']);
  });

  it('shows a paper as waiting until it is made, and then sends its bytes to those who may see the case', async () => {
    const id = await papers.prepared();
    await papers.go(id, 'accept');
    const waiting = await app.get('zhao', `/api/cases/${id}/papers`);
    expect(waiting.body.items.map(({ kind, status }: never) => [kind, status])).toEqual([
      ['submission-form', 'waiting'],
      ['acceptance', 'waiting'],
    ]);
    await papers.deliver();
    const { body } = await app.get('zhao', `/api/cases/${id}/papers`);
    const acceptance = body.items[1];
    expect(acceptance).toMatchObject({
      status: 'made',
      kind: 'acceptance',
      label: '受理通知书',
      voided: false,
      round: 1,
    });
    const path = `/api/cases/${id}/papers/${acceptance.id}/content`;
    const content = await call('zhao', path);
    expect(content.status).toBe(200);
    expect(content.headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('受理通知书.docx')}`,
    );
    expect(content.headers.get('etag')).toBe(`"${acceptance.sha256}"`);
    const words = wordsIn(await content.arrayBuffer());
    expect(words).toContain('山前镇司法所');
    expect(words).toContain(acceptance.number);
    // Not another town, not an adviser without a part, not an administrator.
    for (const by of ['chen', 'zheng', 'admin'] as const) expect((await call(by, path)).status).toBe(404);
    expect((await call('county', path)).status).toBe(200);
    const { rows } = await papers.db.ownerPool.query<{ name: string }>(
      'select person_name as name from paper_reading where case_id = $1 order by read_at, id',
      [id],
    );
    expect(rows.map(({ name }) => name)).toEqual([zhao.name, 'county某']);
  });

  it('answers malformed ids and kinds with a client error', async () => {
    const id = await papers.prepared();
    expect((await app.get('li', '/api/cases/nothing/papers')).status).toBe(404);
    expect((await app.get('li', `/api/cases/${id}/papers/${id}/content`)).status).toBe(404);
    expect((await app.get('li', `/api/cases/${id}/papers/x/content`)).status).toBe(404);
    expect((await app.get('li', `/api/cases/${id}/papers/preview?kind=../../x`)).status).toBe(422);
    expect(await app.get('li', `/api/cases/${id}/papers/preview?kind=poem`)).toMatchObject({
      status: 422,
      body: { code: 'paper.kind-unknown' },
    });
    expect((await app.get('li', `/api/cases/${id}/papers/preview?kind=acceptance&format=exe`)).status).toBe(422);
    const bad = await post('qian', `/api/cases/${id}/papers/preview`, {
      kind: 'opinion-letter',
      payload: { letter: { lines: [] } },
    });
    expect(bad).toMatchObject({ status: 422, body: { code: 'event.payload-invalid' } });
    const odd = await post('qian', `/api/cases/${id}/papers/preview`, {
      kind: 'opinion-letter',
      payload: { note: '\0' },
    });
    expect(odd).toMatchObject({ status: 422, body: { code: 'text.unstorable' } });
  });

  it('previews every kind of every category at every moment, marked as a draft', async () => {
    for (const { key, papers: specs = [] } of papers.town.definitions.all()) {
      const id = await papers.prepared(key);
      for (const stop of ['submit', 'findings.record', 'archive']) {
        await papers.go(id, stop);
        for (const { kind } of specs) {
          const response = await call('zhao', `/api/cases/${id}/papers/preview?kind=${kind}`);
          expect([kind, stop, response.status]).toEqual([kind, stop, 200]);
          const entries = unzipSync(new Uint8Array(await response.arrayBuffer()));
          expect(strFromU8(entries['word/header1.xml'] ?? new Uint8Array())).toContain('草稿');
          expect(strFromU8(entries['word/document.xml'] ?? new Uint8Array())).not.toMatch(
            /undefined|\[object|NaN|null/,
          );
        }
      }
    }
  }, 180_000);
});

describe('the opinion letter', () => {
  it('is assembled from findings and opinions, each sentence with its source, and signed as edited', async () => {
    const id = await papers.prepared();
    await papers.go(id, 'opinion.give');
    expect((await app.get('qian', `/api/cases/${id}/opinion-letter/draft`)).body).toMatchObject({
      status: 'empty',
      signed: null,
    });
    await papers.go(id, 'findings.record');
    const { body: draft } = await app.get('qian', `/api/cases/${id}/opinion-letter/draft`);
    expect(draft.status).toBe('draft');
    const opinions = draft.sections.find(({ answered }: { answered: boolean }) => answered);
    expect(opinions.lines.map(({ text }: { text: string }) => text)).toEqual([
      '第五条：违约责任约定不明。风险：发生争议时难以主张。依据：《中华人民共和国民法典》第五百七十七条。建议：明确违约金的计算方法。',
      '第九条：争议解决条款缺失。建议：增加由合同履行地人民法院管辖的约定。',
    ]);
    for (const { lines } of draft.sections) {
      for (const { sources, from } of lines) expect(sources.map(({ ref }: { ref: string }) => ref)).toEqual(from);
    }
    expect(opinions.lines[0].sources[0]).toMatchObject({ act: 'adviser', by: { name: wu.name }, point: 0 });

    const lines = draft.sections.flatMap(({ part, lines: each }: never) =>
      (each as { text: string; from: string[] }[]).map(({ text, from }) => ({ part, text: `${text}（核）`, from })),
    );
    const preview = await post('qian', `/api/cases/${id}/papers/preview`, {
      kind: 'opinion-letter',
      payload: { letter: { lines } },
    });
    expect(wordsIn(await preview.response.arrayBuffer())).toContain('建议：明确违约金的计算方法。（核）');
    await papers.go(id, 'sign-off', { 'sign-off': { letter: { lines } } });
    await papers.deliver();
    const signed = (await app.get('li', `/api/cases/${id}/opinion-letter/draft`)).body;
    expect(signed).toMatchObject({
      status: 'signed',
      signed: { by: { name: qian.name }, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const made = (await papers.papers(id)).find(({ kind }) => kind === 'opinion-letter');
    const words = wordsOf(
      strFromU8(unzipSync(await papers.bytes(made as never))['word/document.xml'] ?? new Uint8Array()),
    );
    for (const { text } of lines) expect(words).toContain(text);
  });

  it('refuses a sentence without a source, unless the director gives a reason', async () => {
    const id = await papers.prepared();
    await papers.go(id, 'findings.record');
    const letter = { lines: [{ part: 'conclusion', text: '可以签订。', from: [`${id}#0`] }] };
    await expect(papers.town.send(qian, id, 'sign-off', { letter })).rejects.toMatchObject({
      code: 'event.refused',
      more: { refusals: [expect.objectContaining({ rule: 'letter.sources', overridable: true })] },
    });
    const event = { type: 'sign-off', payload: { letter }, overrides: { 'letter.sources': '补充程序性说明' } };
    await papers.town.send(qian, id, 'sign-off', { letter }, { event });
  });

  it('is answered line by line, with reasons for lines that are not adopted', async () => {
    const id = await papers.prepared();
    await papers.go(id, 'findings.record', {
      'findings.record': {
        ...(papers.town.definitions.newest('contract').events['findings.record']?.examples[0] as object),
        conclusion: 'sign-after-changes',
      },
    });
    await papers.go(id, 'sign-off');
    const refused = async (payload: unknown): Promise<unknown> =>
      papers.town.send(li, id, 'adoption.record', payload).then(
        () => null,
        (error: { more?: { refusals?: { rule: string }[] } }) => error.more?.refusals?.map(({ rule }) => rule),
      );
    const full = { line: 1, adopted: 'full', changedText: '违约金为合同价款的百分之五。' };
    expect(await refused({ adoption: 'full', lines: [full] })).toEqual(['adoption.lines']);
    expect(await refused({ adoption: 'full', lines: [full, full] })).toEqual(['adoption.lines']);
    expect(await refused({ adoption: 'full', lines: [full, { line: 3, adopted: 'full' }] })).toEqual([
      'adoption.lines',
    ]);
    expect(await refused({ adoption: 'partial', lines: [full, { line: 2, adopted: 'none' }] })).toContain(
      'adoption.lines',
    );
    const none = { line: 2, adopted: 'none', reason: '对方为外地企业，约定仲裁。' };
    expect(await refused({ adoption: 'full', lines: [full, none] })).toEqual(['adoption.lines']);
    expect(await refused({ adoption: 'partial', lines: [full, none] })).toBeNull();
    await papers.deliver();
    const made = (await papers.papers(id)).find(({ kind }) => kind === 'adoption-feedback');
    const words = wordsOf(
      strFromU8(unzipSync(await papers.bytes(made as never))['word/document.xml'] ?? new Uint8Array()),
    );
    expect(words).toContain('对方为外地企业，约定仲裁。');
    expect(words).toContain('修改为：违约金为合同价款的百分之五。');
    expect(words).toContain('随材料一并提交集体讨论');
  });
});

describe('numbers', () => {
  it('are consecutive when two directors sign off concurrently, and stay as void with their reason', async () => {
    const ids = await Promise.all([papers.prepared(), papers.prepared()]);
    for (const id of ids) await papers.go(id, 'findings.record');
    const signed = await Promise.all(ids.map((id) => papers.town.send(qian, id, 'sign-off')));
    const numbers = signed
      .map(({ numbers: taken }) => Number(/〕(\d+)号/.exec(taken.at(-1)?.text ?? '')?.[1]))
      .sort((a, b) => a - b);
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1);

    const { body } = await app.get('qian', `/api/numbers?case=${ids[0]}&code=${encodeURIComponent('合审')}`);
    const [number] = body.items;
    const path = `/api/numbers/${number.id}/void`;
    expect(await post('zhao', path, { reason: '错号' })).toMatchObject({
      status: 403,
      body: { code: 'number.void-forbidden' },
    });
    expect((await post('chu', path, { reason: '错号' })).status).toBe(404);
    expect((await post('qian', path, { reason: ' ' })).status).toBe(422);
    const voids = await Promise.all([1, 2, 3].map(() => post('qian', path, { reason: '文号重复使用' })));
    expect(voids.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const shown = (await app.get('qian', `/api/numbers?case=${ids[0]}`)).body.items.find(
      ({ id }: { id: string }) => id === number.id,
    );
    expect(shown).toMatchObject({ voidReason: '文号重复使用', voidedBy: qian.name });
    const { case: after } = await papers.town.runtime.read(qian, ids[0] ?? '');
    expect(JSON.parse(after.history.at(-1)?.body ?? '{}')).toMatchObject({
      type: 'number.void',
      payload: { number: number.text, reason: '文号重复使用' },
    });
    const voided = (await app.get('qian', `/api/numbers?code=${encodeURIComponent('合审')}&voided=true`)).body.items;
    expect(voided.map(({ text }: { text: string }) => text)).toEqual([number.text]);
    const { body: series } = await app.get('qian', '/api/numbers/series');
    expect(series.items.find(({ code }: { code: string }) => code === '合审')).toMatchObject({
      year: 2024,
      purposes: ['审查意见书'],
      last: numbers[1],
      given: numbers[1],
      voided: 1,
    });
    const next = await papers.prepared();
    const later = await papers.go(next, 'sign-off');
    expect(later.numbers.at(-1)?.text).toBe(`合审〔2024〕${(numbers[1] ?? 0) + 1}号`);
  });
});

describe('templates of a town', () => {
  const docx = (...lines: string[]): Promise<Buffer> =>
    Packer.toBuffer(
      new Document({
        sections: [
          { children: lines.map((line) => new Paragraph({ children: [...line].map((text) => new TextRun(text)) })) },
        ],
      }),
    );
  const upload = async (by: PersonName, kind: string, bytes: Uint8Array, name = '模板.docx') => {
    const form = new FormData();
    form.set('file', new Blob([bytes as never]), name);
    const response = await call(by, `/api/papers/templates/${kind}`, { method: 'POST', body: form });
    return { status: response.status, body: (await response.json()) as { code?: string; [key: string]: unknown } };
  };
  const choose = (by: PersonName, version: number) =>
    post(by, '/api/papers/templates/acceptance/choice', { version, reason: '镇政府统一格式' });

  it('are used for papers of commits made while they are in force, and can be replaced again', async () => {
    const added = await upload('admin', 'acceptance', await docx('{{署名}}（{{文号}}）', '{{正文}}', '签收人：'));
    expect(added).toMatchObject({
      status: 201,
      body: { inForce: 0, versions: [{ version: 1, placeholders: ['署名', '文号', '正文'] }] },
    });
    const sample = await call('admin', '/api/papers/templates/acceptance/preview?version=1');
    expect(wordsIn(await sample.arrayBuffer())).toContain('示例镇司法所（合审〔2024〕1号）');

    const before = await papers.prepared();
    await papers.go(before, 'accept');
    papers.town.clock.set(new Date(papers.town.clock.now().getTime() + 1000));
    expect((await choose('admin', 1)).status).toBe(200);
    papers.town.clock.set(new Date(papers.town.clock.now().getTime() + 1000));
    const under = await papers.prepared();
    await papers.go(under, 'accept');
    papers.town.clock.set(new Date(papers.town.clock.now().getTime() + 1000));
    expect((await choose('qian', 0)).body).toMatchObject({ inForce: 0 });
    await papers.deliver();
    const versionOf = async (id: string) => (await papers.papers(id)).find(({ kind }) => kind === 'acceptance');
    expect(await versionOf(before)).toMatchObject({ template: 0 });
    const made = await versionOf(under);
    expect(made).toMatchObject({ template: 1 });
    const words = wordsOf(
      strFromU8(unzipSync(await papers.bytes(made as never))['word/document.xml'] ?? new Uint8Array()),
    );
    expect(words).toContain(`山前镇司法所（${made?.number}）`);
    expect(words).toContain('现予受理');
    expect(words).toContain('签收人：');
    expect(words).not.toContain('{{');
  });

  it('are refused with active content, external references or too large content, and with unknown placeholders', async () => {
    const good = await docx('{{正文}}');
    const changed = (change: (entries: Record<string, Uint8Array>) => void): Uint8Array => {
      const entries = unzipSync(good);
      change(entries);
      return zipSync(entries);
    };
    const inDocument = (from: RegExp | string, to: string): Uint8Array =>
      changed((entries) => {
        entries['word/document.xml'] = strToU8(
          strFromU8(entries['word/document.xml'] ?? new Uint8Array()).replace(from, to),
        );
      });
    const field = (code: string): Uint8Array =>
      inDocument('</w:body>', `<w:p><w:r><w:instrText>${code}</w:instrText></w:r></w:p></w:body>`);
    const cases: [string, Uint8Array, string][] = [
      ['no zip', Buffer.from('正文'), 'template.broken'],
      ['half a file', good.subarray(0, good.length / 2), 'template.broken'],
      ['tags that do not match', inDocument('</w:body>', '<w:p></w:body>'), 'template.broken'],
      ['an entity', inDocument('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document'), 'template.forbidden'],
      ['macros', changed((entries) => (entries['word/vbaProject.bin'] = strToU8('x'))), 'template.forbidden'],
      [
        'an external picture',
        changed(
          (entries) =>
            (entries['word/_rels/document.xml.rels'] = strToU8(
              '<Relationships><Relationship Id="r" TargetMode="External" Target="http://10.0.0.1/x"/></Relationships>',
            )),
        ),
        'template.forbidden',
      ],
      ['a field that reads a file', field('INCLUDETEXT "/etc/passwd"'), 'template.forbidden'],
      ['a field that asks a program', field(' DDEAUTO c:\\\\x "y"'), 'template.forbidden'],
      ['tracked changes', inDocument('</w:body>', '<w:p><w:ins w:id="1"/></w:p></w:body>'), 'template.forbidden'],
      ['an unknown name', await docx('{{正文}}', '{{密码}}'), 'template.placeholder-unknown'],
      ['code', await docx('{{正文}}', '{{= process.exit() }}'), 'template.placeholder-unknown'],
      ['no body', await docx('{{文号}}'), 'template.body-missing'],
      ['too many bytes', Buffer.concat([good, Buffer.alloc(3 << 20)]), 'template.too-large'],
      [
        'a bomb',
        zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': new Uint8Array(60 << 20) }),
        'template.too-large',
      ],
    ];
    const count = async () => (await papers.db.ownerPool.query('select from paper_template')).rowCount;
    const before = await count();
    for (const [what, bytes, code] of cases) {
      const { status, body } = await upload('admin', 'supplement', bytes);
      expect([what, body.code]).toEqual([what, code]);
      expect(status).toBeLessThan(500);
    }
    expect(await count()).toBe(before);
    expect(await upload('zhao', 'supplement', good)).toMatchObject({
      status: 403,
      body: { code: 'template.forbidden-role' },
    });
    expect((await upload('admin', 'poem', good)).status).toBe(404);
    expect(await choose('admin', 9)).toMatchObject({ status: 422, body: { code: 'template.version-unknown' } });
  }, 60_000);

  it('begin with the built-in one, which can be uploaded again unchanged and gives the same text', async () => {
    const { body } = await app.get('admin', '/api/papers/templates');
    for (const { kind, placeholders } of body.items as { kind: string; placeholders: string[] }[]) {
      const shipped = await call('admin', `/api/papers/templates/${kind}/content?version=0`);
      const bytes = new Uint8Array(await shipped.arrayBuffer());
      const added = await upload('admin', kind, bytes);
      expect([kind, added.status]).toEqual([kind, 201]);
      const [{ version, placeholders: asked }] = added.body.versions as [{ version: number; placeholders: string[] }];
      expect(asked.filter((name) => !placeholders.includes(name))).toEqual([]);
      const sample = async (which: number) =>
        wordsIn(await (await call('admin', `/api/papers/templates/${kind}/preview?version=${which}`)).arrayBuffer());
      expect((await sample(version)).replace('【样张　示例数据】\n', '')).toBe(await sample(0));
      const kept = await call('admin', `/api/papers/templates/${kind}/content?version=${version}`);
      expect(new Uint8Array(await kept.arrayBuffer())).toEqual(bytes);
    }
    expect((await call('zhao', '/api/papers/templates/acceptance/content')).status).toBe(403);
    expect((await call('lakeAdmin', '/api/papers/templates/acceptance/content?version=1')).status).toBe(422);
  }, 60_000);

  it('belong to one town and are not visible to others', async () => {
    const { body } = await app.get('lakeAdmin', '/api/papers/templates');
    expect(
      body.items.every(
        ({ versions, inForce }: { versions: []; inForce: number }) => versions.length === 0 && inForce === 0,
      ),
    ).toBe(true);
  });
});
