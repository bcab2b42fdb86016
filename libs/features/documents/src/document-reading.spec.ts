/** The steps after an upload: reading the text, searching, scanning, access, and cleaning up. */
import { readdir, utimes } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { errand } from '@lawgate/cases/fixtures';
import { ContentCleaner } from './content-cleaner.ts';
import type { DocumentDetail } from './document-views.ts';
import { openDocumentsTown } from './documents-town.fixtures.ts';
import {
  bombDocx,
  encryptedPdf,
  linkedDocx,
  macroDocx,
  pdfOf,
  trackedDocx,
  wordDocument,
} from './reading/samples.fixtures.ts';
import * as samples from './samples.fixtures.ts';
import { clamdScan } from './scanning/clamd-scan.ts';
import { eicar, startClamd } from './scanning/clamd.fixtures.ts';
import { DocumentScanner } from './scanning/document-scanner.ts';

const definition = {
  ...errand(),
  materials: [
    { kind: 'draft', label: '送审稿', required: false },
    { kind: 'sealed-copy', label: '盖章文本', required: false, accepts: ['pdf'], maxBytes: 20_000 },
  ],
};
const town = await openDocumentsTown([definition]);
afterAll(() => town.close());

const clerk = 'east-clerk';
let draft = '';
beforeEach(async () => {
  draft = await town.draft('errand');
});

const upload = (name: string, content: Buffer | string, kind = 'draft') =>
  town.upload(clerk, draft, kind, name, content);
const signal = () => new AbortController().signal;
const codes = ({ notes }: DocumentDetail) => notes.map(({ code }) => code).filter((code) => code !== 'not-scanned');

async function read(name: string, content: Buffer | string): Promise<DocumentDetail> {
  const { body } = await upload(name, content);
  expect(body.text.state).toBe('pending');
  await town.work();
  const found = (await town.documentsOf(clerk, draft)).find(({ id }) => id === body.id);
  if (found === undefined) throw new Error('the document is not listed');
  return found;
}

describe('an uploaded document', () => {
  it('is read, and its text is returned paragraph by paragraph', async () => {
    const found = await read('合同.docx', await wordDocument(['采购合同', '第一条 价款为10万元。']));
    expect(found).toMatchObject({
      round: 1,
      uploadedBy: { name: clerk },
      text: { state: 'done', code: null, characters: 15 },
    });
    const where = `/api/cases/${draft}/documents/${found.id}/text`;
    const first = await town.get(clerk, `${where}?limit=1`);
    expect(first.body).toMatchObject({ state: 'done', items: [{ index: 0, text: '采购合同' }] });
    expect((await town.get(clerk, `${where}?limit=1&cursor=${first.body.next}`)).body).toMatchObject({
      items: [{ index: 1, text: '第一条 价款为10万元。' }],
      next: null,
    });
  });

  it.each([
    ['tracked changes', '合同.docx', trackedDocx, { state: 'done' }, ['tracked-changes']],
    ['macros', '合同.docx', macroDocx, { state: 'done' }, ['macros']],
    ['links to the outside', '合同.docx', linkedDocx, { state: 'done' }, ['external-links']],
    ['a scan', '盖章.pdf', pdfOf(['', '']), { state: 'no-text', pages: 2 }, ['scan-without-text']],
    ['a password', '合同.pdf', encryptedPdf, { state: 'failed', code: 'encrypted' }, ['not-readable']],
    ['a picture', '现场.png', samples.png, { state: 'not-read' }, []],
  ] as const)('reports %s', async (_, name, content, text, notes) => {
    if (text.state === 'not-read') {
      await upload(name, content);
      const [found] = await town.documentsOf(clerk, draft);
      expect(found?.text).toMatchObject(text);
      return;
    }
    const found = await read(name, content);
    expect(found.text).toMatchObject(text);
    expect(codes(found)).toEqual(notes);
  });

  it('that is a zip bomb neither ends the worker nor is retried without end', async () => {
    expect((await read('合同.docx', bombDocx())).text).toMatchObject({ state: 'failed', code: 'too-large' });
    const { body } = await upload('合同2.docx', macroDocx);
    await town.database.ownerPool.query('update job set attempts = 3 where key = $1', [body.id]);
    await town.work();
    const found = (await town.documentsOf(clerk, draft)).find(({ id }) => id === body.id);
    expect(found?.text).toMatchObject({ state: 'failed', code: 'too-large' });
  });

  it('is refused above the limits of its material, and above the general limits', async () => {
    const small = pdfOf(['small']);
    expect((await upload('盖章.docx', macroDocx, 'sealed-copy')).body.code).toBe('document.type-not-for-material');
    expect((await upload('盖章.pdf', Buffer.concat([small, Buffer.alloc(20_000)]), 'sealed-copy')).body).toMatchObject({
      code: 'document.too-large',
      detail: expect.stringContaining('盖章文本'),
    });
    expect((await upload('盖章.pdf', small, 'sealed-copy')).status).toBe(201);
    expect((await upload('合同.docx', samples.ole('EncryptedPackage', 'EncryptionInfo'))).body.code).toBe(
      'document.encrypted',
    );
  });

  it('with the same bytes uploaded twice concurrently is one version, and one content', async () => {
    const both = await Promise.all([upload('合同.txt', `同${draft}`), upload('合同.txt', `同${draft}`)]);
    expect(both.map(({ status, body }) => [status, body.version])).toEqual([
      [201, 1],
      [201, 1],
    ]);
    expect(both[0].body.id).toBe(both[1].body.id);
    expect(await readdir(path.join(town.folder, 'incoming'))).toEqual([]);
  });

  it('in a later round is a version of that round, even with the bytes of an earlier one', async () => {
    await upload('合同.txt', '正文');
    await town.send(clerk, draft, 'submit');
    await town.send('east-reviewer', draft, 'finish');
    await town.send('east-director', draft, 'sign-off', { conclusion: 'revise' });
    const again = await upload('合同.txt', '正文');
    expect(again.body).toMatchObject({ version: 1, round: 1 });
    await town.send(clerk, draft, 'submit');
    const later = await town.upload('east-reviewer', draft, 'draft', '合同.txt', '正文');
    expect(later.body).toMatchObject({ version: 2, round: 2 });
  });
});

describe('searching in documents', () => {
  it('finds text, for those who may see it, page by page', async () => {
    await town.database.ownerPool.query('update review_case set title = $2 where id = $1', [draft, '垃圾清运合同']);
    for (const [index, name] of ['一.txt', '二.txt'].entries()) {
      await upload(name, `第${index}份\n乙方负责清运100%的生活垃圾。`);
    }
    await town.work();
    const q = encodeURIComponent('100%的生活垃圾');
    const first = await town.get(clerk, `/api/documents/search?q=${q}&limit=1`);
    expect(first.body.items).toMatchObject([
      { name: '二.txt', case: { id: draft, title: '垃圾清运合同' }, excerpt: '乙方负责清运100%的生活垃圾。' },
    ]);
    const next = await town.get(clerk, `/api/documents/search?q=${q}&limit=1&cursor=${first.body.next}`);
    expect(next.body).toMatchObject({ items: [{ name: '一.txt' }], next: null });
    expect((await town.get('county', `/api/documents/search?q=${q}`)).body.items).toHaveLength(2);
    for (const other of ['west-clerk', 'east-adviser', 'east-auditor']) {
      expect((await town.get(other, `/api/documents/search?q=${q}`)).body.items).toEqual([]);
    }
    expect((await town.get(clerk, '/api/documents/search?q=%25%25')).body.items).toEqual([]);
    expect((await town.get(clerk, '/api/documents/search?q=a')).status).toBe(422);
  });
});

describe('a document that is opened', () => {
  it('in the page executes nothing, and keeps its name', async () => {
    const { body } = await upload('合同（甲方）.pdf', pdfOf(['x']));
    const where = `/api/cases/${draft}/documents/${body.id}/content`;
    const shown = await town.fetchAs(clerk, `${where}?inline=1`);
    expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename="/u);
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
    expect(shown.headers.get('content-type')).toBe('application/pdf');
    const saved = await town.fetchAs(clerk, where);
    expect(decodeURIComponent(saved.headers.get('content-disposition')?.split("UTF-8''")[1] ?? '')).toBe(
      '合同（甲方）.pdf',
    );
    const word = (await upload('合同.docx', macroDocx)).body;
    const never = await town.fetchAs(clerk, `/api/cases/${draft}/documents/${word.id}/content?inline=1`);
    expect(never.headers.get('content-disposition')).toMatch(/^attachment/u);
  });

  it('is logged with person and time, and nobody can change that', async () => {
    const { body } = await upload('合同.txt', '正文');
    await town.fetchAs(clerk, `/api/cases/${draft}/documents/${body.id}/content`);
    await town.fetchAs('county', `/api/cases/${draft}/documents/${body.id}/content?inline=1`);
    await town.fetchAs('west-clerk', `/api/cases/${draft}/documents/${body.id}/content`);
    const where = `/api/cases/${draft}/document-accesses`;
    const { body: log } = await town.get('east-reviewer', where);
    expect(
      log.items.map(({ person, what }: { person: { name: string }; what: string }) => [person.name, what]).sort(),
    ).toEqual([
      ['county', 'read'],
      [clerk, 'download'],
    ]);
    const first = (await town.get('east-reviewer', `${where}?limit=1`)).body;
    const rest = (await town.get('east-reviewer', `${where}?limit=1&cursor=${first.next}`)).body;
    expect([...first.items, ...rest.items]).toEqual(log.items);
    await expect(town.database.ownerPool.query('delete from document_access')).rejects.toThrow(/append-only/u);
  });

  it('by an adviser is possible while they have a part in the case: not before, and not after', async () => {
    const { body } = await upload('合同.txt', '正文');
    const where = `/api/cases/${draft}/documents/${body.id}/content`;
    const status = async () => (await town.fetchAs('east-adviser', where)).status;
    expect(await status()).toBe(404);
    await town.send(clerk, draft, 'submit');
    const adviser = town.people['east-adviser']?.id ?? '';
    await town.send('east-reviewer', draft, 'advisers.assign', { advisers: [adviser] });
    expect(await status()).toBe(200);
    await town.send('east-adviser', draft, 'opinion.give');
    const opinion = (act: string, by: string) =>
      town.database.ownerPool.query(
        `insert into opinion (id, case_id, org_path, act, round, by_person, by_name, conclusion, text, points, at, hash)
         select gen_random_uuid(), id, org_path, $2, 1, $3, '', 'agree', '', '[]', now(), '' from review_case where id = $1`,
        [draft, act, by],
      );
    await opinion('adviser', adviser);
    expect(await status()).toBe(200);
    await opinion('director', town.people['east-director']?.id ?? '');
    expect((await town.get('east-adviser', where)).body.code).toBe('document.part-ended');
    expect((await town.get('east-adviser', `/api/cases/${draft}/documents`)).body.code).toBe('document.part-ended');
  });
});

describe('scanning for viruses', () => {
  it('is shown for each document, and infected documents cannot be downloaded', async () => {
    const clamd = await startClamd();
    const scanner = new DocumentScanner(town.workerDatabase, town.store, clamdScan(clamd.url), town.clock);
    const clean = (await upload('好.txt', '正文')).body;
    const infected = (await upload('坏.txt', `正文${eicar}`)).body;
    expect([clean.scan.state, infected.scan.state]).toEqual(['not-scanned', 'not-scanned']);
    await scanner.work(signal());
    await clamd.close();
    const found = await town.documentsOf(clerk, draft);
    expect(found.map(({ scan }) => [scan.state, scan.finding])).toEqual([
      ['clean', null],
      ['infected', 'Eicar-Signature'],
    ]);
    const content = (id: string) => town.fetchAs(clerk, `/api/cases/${draft}/documents/${id}/content`);
    expect((await content(clean.id)).status).toBe(200);
    expect((await content(infected.id)).status).toBe(409);
  });

  it('reports no result while the scanner is down, and says so', async () => {
    const clamd = await startClamd();
    await clamd.close();
    const scanner = new DocumentScanner(town.workerDatabase, town.store, clamdScan(clamd.url), town.clock);
    const { body } = await upload('合同.txt', `${draft}`);
    await expect(scanner.work(signal())).rejects.toThrow(/ECONNREFUSED/);
    const [found] = await town.documentsOf(clerk, draft);
    expect([found?.id, found?.scan.state, found?.notes.map(({ code }) => code)]).toEqual([
      body.id,
      'not-scanned',
      ['not-scanned'],
    ]);
  });
});

describe('the cleaner', () => {
  const kept = async () =>
    (await readdir(path.join(town.folder, 'sha256'), { recursive: true })).filter(
      (name) => path.basename(name).length === 64,
    );
  const cleaner = (wallTime?: () => number) => new ContentCleaner(town.workerDatabase, town.store, wallTime);
  const inTwoDays = () => Date.now() + 2 * 86_400_000;

  it('deletes content without a row after the grace period, and nothing else', async () => {
    const { body } = await upload('合同.txt', `正文${draft}`);
    const orphan = await town.store.receive(Readable.from([Buffer.from(`nobody's ${draft}`)]));
    await orphan.keep();
    await cleaner().work(signal());
    expect((await kept()).map((name) => path.basename(name))).toEqual(
      expect.arrayContaining([orphan.sha256, body.sha256]),
    );
    await cleaner(inTwoDays).work(signal());
    const left = (await kept()).map((name) => path.basename(name));
    expect(left).toContain(body.sha256);
    expect(left).not.toContain(orphan.sha256);
  });

  it('does not delete content that is uploaded again while it runs', async () => {
    const first = await town.store.receive(Readable.from([Buffer.from(`正文${draft}`)]));
    await first.keep();
    const [place] = (await kept()).filter((name) => name.endsWith(first.sha256));
    await utimes(path.join(town.folder, 'sha256', place ?? ''), new Date(0), new Date(0));
    const [{ body }] = await Promise.all([upload('合同.txt', `正文${draft}`), cleaner().work(signal())]);
    expect((await town.fetchAs(clerk, `/api/cases/${draft}/documents/${body.id}/content`)).status).toBe(200);
  });
});
