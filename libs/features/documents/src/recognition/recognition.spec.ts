/**
 * Recognition of scans, from the upload to the comparison, by the installed tesseract. Without it, or poppler, a warning
 * is printed and only what needs neither is checked.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { errand } from '@lawgate/cases/fixtures';
import { recognitionTools, tesseractRecogniser, type TextRecogniser } from '@lawgate/files';
import { workOff } from '@lawgate/jobs/fixtures';
import { openDocumentsTown } from '../documents-town.fixtures.ts';
import { drawnPdf } from '../reading/pdf/drawn-pdf.fixtures.ts';
import { DocumentRecogniser, recogniseKind } from './document-recogniser.ts';
import { scanOf } from './scan.fixtures.ts';

const tools = await recognitionTools();
const hasTools = !('missing' in tools);
if (!hasTools) {
  process.stderr.write(
    `\n*** ${tools.missing.join(', ')} is not on the PATH: NO SCAN WAS RECOGNISED. Install it and run again. ***\n\n`,
  );
}

const town = await openDocumentsTown([
  { ...errand(), materials: [{ kind: 'draft', label: '送审稿', required: false }] },
]);
afterAll(() => town.close());

const clerk = 'east-clerk';
const typed = readFileSync(new URL('../comparing/pairs/typedhf.pdf', import.meta.url));
const only = '仅由文字识别（OCR）读出，可能有误，须人工核对';
let draft = '';
beforeEach(async () => {
  draft = await town.draft('errand');
});

async function upload(name: string, content: Buffer): Promise<string> {
  const { status, body } = await town.upload(clerk, draft, 'draft', name, content);
  expect(status).toBe(201);
  return body.id as string;
}

const textOf = async (id: string) => (await town.get(clerk, `/api/cases/${draft}/documents/${id}/text`)).body;

/** Runs recognition as the worker does where it is on. */
async function recognise(by: TextRecogniser): Promise<DocumentRecogniser> {
  const recogniser = new DocumentRecogniser(town.workerDatabase, town.store, town.clock, by);
  await recogniser.queue(50);
  await town.work();
  await recogniser.queue(50);
  const work = { pool: town.database.workerPool, clock: town.clock };
  const handler = {
    run: ({ key }: { key: string }, signal: AbortSignal) => recogniser.recognise(key, signal),
    giveUp: ({ key }: { key: string }) => recogniser.giveUp(key),
  };
  await workOff(work, { [recogniseKind]: { handler, maxAttempts: 1 } });
  return recogniser;
}

const failing: TextRecogniser = {
  recognise: ({ pages }) => Promise.resolve(new Map(pages.map((page) => [page, 'failed'] as const))),
};

describe('without recognition, as it is by default', () => {
  it('a page without text is named, and a picture is not read', async () => {
    const scan = await upload('扫描.pdf', drawnPdf(['q 400 0 0 400 72 200 cm /I1 Do Q']));
    const picture = await upload('现场.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'));
    await town.work();
    expect(await textOf(scan)).toMatchObject({
      state: 'no-text',
      unread: [{ part: '第1页', page: 1, reason: '是图片，没有文字层' }],
    });
    expect(await textOf(picture)).toMatchObject({ state: 'not-read', unread: [] });
  });
});

describe('a page that cannot be recognised', () => {
  it('stays named with the reason, and is not tried without end', async () => {
    const id = await upload('扫描.pdf', drawnPdf(['q 400 0 0 400 72 200 cm /I1 Do Q']));
    await town.work();
    await recognise(failing);
    expect(await textOf(id)).toMatchObject({
      state: 'no-text',
      unread: [{ part: '第1页', page: 1, reason: '没有文字层，文字识别（OCR）没有成功' }],
    });
    const again = await recognise(failing);
    const { rows } = await town.database.ownerPool.query(
      "select from job where kind = $1 and key = $2 and state in ('waiting', 'running')",
      [recogniseKind, id],
    );
    expect(rows).toHaveLength(0);
    await again.recognise(id, new AbortController().signal);
  });
});

describe('the text layer of a scan', () => {
  it('is marked as recognised in its text, in the search and in the comparison, and is not recognised again', async () => {
    const layer = `q 400 0 0 400 72 200 cm /I1 Do Q 3 Tr BT /F1 12 Tf 72 700 Td (Lamp price 1800 yuan) Tj ET`;
    const scan = await upload('扫描.pdf', drawnPdf([layer]));
    const same = await upload('文本.pdf', drawnPdf(['BT /F1 12 Tf 72 700 Td (Lamp price 1800 yuan) Tj ET']));
    await town.work();
    await recognise(failing);
    expect(await textOf(scan)).toMatchObject({
      unread: [{ part: '第1页', page: 1, reason: only }],
      items: [{ text: 'Lamp price 1800 yuan', page: 1, recognised: true }],
    });
    const { body } = await town.get(clerk, '/api/documents/search?q=Lamp%20price');
    const found = body.items.map(({ documentId, recognised }: Record<string, unknown>) => [documentId, recognised]);
    expect(found).toEqual([
      [same, false],
      [scan, true],
    ]);
    const asked = await town.post(clerk, `/api/cases/${draft}/comparisons`, { left: same, right: scan });
    await town.work();
    expect((await town.get(clerk, `/api/cases/${draft}/comparisons/${asked.body.id}`)).body).toMatchObject({
      differences: 0,
      notCompared: [{ part: '后文：第1页', page: 1, reason: only }],
    });
  });
});

for (const present of hasTools ? [tools] : [])
  describe(`a scan that ${path.basename(present.tesseract)} recognised`, () => {
    const scan = scanOf(typed, present.pdftoppm);

    it('is shown marked, searched, and compared without ever being equal', async () => {
      const original = await upload('文本.pdf', typed);
      // Uploaded and read before recognition was on.
      const id = await upload('扫描.pdf', scan.pdf);
      await town.work();
      expect((await textOf(id)).state).toBe('no-text');
      const recogniser = await recognise(tesseractRecogniser(present));
      const text = await textOf(id);
      expect(text.state).toBe('done');
      expect(text.items.every(({ recognised }: { recognised: boolean }) => recognised)).toBe(true);
      expect(text.items.map((item: { text: string }) => item.text).join('\n')).toContain('柳林镇人民政府采购合同');
      expect(text.unread).toContainEqual({ part: '第1页', page: 1, reason: only });

      const q = encodeURIComponent('乙方应当按照本合同约定的时间');
      const hits = (await town.get(clerk, `/api/documents/search?q=${q}`)).body.items;
      expect(hits.find((hit: { documentId: string }) => hit.documentId === id)).toMatchObject({ recognised: true });
      expect(hits.find((hit: { documentId: string }) => hit.documentId === original)).toMatchObject({
        recognised: false,
      });

      const asked = await town.post(clerk, `/api/cases/${draft}/comparisons`, { left: original, right: id });
      expect(await recogniser.isAwaited(asked.body.id)).toBe(false);
      await town.work();
      const { body } = await town.get(clerk, `/api/cases/${draft}/comparisons/${asked.body.id}`);
      expect(body).toMatchObject({ state: 'done', basis: 'text' });
      expect(body.notCompared).toContainEqual({ part: '后文：第1页', page: 1, reason: only });
      const accepted = await town.post(clerk, `/api/cases/${draft}/comparisons/${asked.body.id}/acceptance`, {});
      expect(accepted.body.code).toBe('comparison.not-checked');
    }, 300_000);

    it('as a picture is read too, and a comparison waits for it', async () => {
      const id = await upload('扫描.jpg', scan.jpeg);
      const other = await upload('扫描2.pdf', scan.pdf);
      await town.work();
      const asked = await town.post(clerk, `/api/cases/${draft}/comparisons`, { left: id, right: other });
      const before = new DocumentRecogniser(town.workerDatabase, town.store, town.clock, failing);
      expect(await before.isAwaited(asked.body.id)).toBe(true);
      await recognise(tesseractRecogniser(present));
      expect(await before.isAwaited(asked.body.id)).toBe(false);
      const text = await textOf(id);
      expect(text).toMatchObject({ state: 'done', pages: 1, unread: [{ part: '第1页', page: 1, reason: only }] });
      expect(text.items.map((item: { text: string }) => item.text).join('\n')).toContain('设备采购合同');
    }, 300_000);
  });
