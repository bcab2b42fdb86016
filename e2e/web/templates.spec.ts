/** The town's own paper templates: permissions, refusals, and the record of changes. */
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Download, Locator } from 'playwright-core';
import { workbenchFor, type Desk } from './browser.ts';
import { text, type SampleFile } from './files.ts';
import { castOf, contractAt, type Cast } from './on-the-way.ts';

const workbench = workbenchFor();
let cast: Cast;

beforeAll(async () => {
  cast = await castOf(workbench.base);
});

async function taken(desk: Desk, link: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [download]: [Download, void] = await Promise.all([desk.page.waitForEvent('download'), link.click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** A docx with one text replaced, as edited by a person in a word processor. */
function edited(bytes: Buffer, name: string, from: string, to: string): SampleFile {
  const entries = unzipSync(bytes);
  const document = strFromU8(entries['word/document.xml'] ?? new Uint8Array());
  expect(document).toContain(from);
  entries['word/document.xml'] = strToU8(document.replace(from, to));
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return { name, mimeType, buffer: Buffer.from(zipSync(entries)) };
}

const wordsOf = (bytes: Buffer): string => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

/** The text of an acceptance notice that was made. */
async function acceptanceOf(id: string): Promise<string> {
  for (;;) {
    const { body } = await cast.intake.get<{ items: { id: string | null; kind: string }[] }>(`/api/cases/${id}/papers`);
    const made = body.items.find(({ kind }) => kind === 'acceptance')?.id;
    if (made != null) {
      const answer = await fetch(`${workbench.base}/api/cases/${id}/papers/${made}/content`, {
        headers: { cookie: cast.intake.cookieHeader },
      });
      return wordsOf(Buffer.from(await answer.arrayBuffer()));
    }
  }
}

async function openAcceptance(desk: Desk): Promise<void> {
  await desk.goto('/administration/templates');
  await desk.page.getByRole('link', { name: '受理通知书', exact: true }).click();
  await desk.page.getByRole('heading', { level: 2, name: '受理通知书的模板' }).waitFor();
}

async function upload(desk: Desk, file: SampleFile): Promise<void> {
  await desk.page.locator('input[type=file]').setInputFiles(file);
}

async function choose(desk: Desk, button: string, reason: string): Promise<void> {
  const { page } = desk;
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('理由').fill(reason);
  await dialog.locator('.ant-btn-primary').click();
  await dialog.waitFor({ state: 'hidden' });
}

describe('paper templates', () => {
  it('are based on the built-in one, refused with a message, previewed, put in force and replaced', async () => {
    const desk = await workbench.window('admin');
    const { page } = desk;
    await desk.goto('/administration/templates');
    await page.getByRole('region', { name: '文书模板' }).getByRole('row').nth(8).waitFor();
    await desk.look('templates');
    await openAcceptance(desk);
    await page.getByText('一直用系统自带的模板').waitFor();
    const shipped = await taken(desk, page.getByRole('link', { name: '下载：系统自带' }));
    expect(shipped.name).toBe('受理通知书-系统自带模板.docx');
    expect(wordsOf(shipped.bytes)).toContain('{{正文}}');

    desk.expectRefusal(422, /^\/api\/papers\/templates\/acceptance$/);
    await upload(desk, edited(shipped.bytes, '写错的.docx', '{{署名}}', '{{盖章单位}}'));
    await page.getByText('模板中有不认识的占位符：{{盖章单位}}。可用的占位符：').waitFor();
    await desk.look('template-refused');
    await upload(desk, text('不是文档.docx', '只是一段文字'));
    await page.locator('[data-code="template.broken"]').waitFor();
    await page.getByText('“不是文档.docx”没有收下：').waitFor();
    await upload(desk, edited(shipped.bytes, '丢了正文.docx', '{{正文}}', '正文'));
    await page.locator('[data-code="template.body-missing"]').waitFor();

    await upload(
      desk,
      edited(shipped.bytes, '柳林镇格式.docx', '{{正文}}', '{{正文}}</w:t></w:r></w:p><w:p><w:r><w:t>柳林镇专用'),
    );
    await page.getByText('“柳林镇格式.docx”已收下，为第 1 版，尚未启用。').waitFor();
    await page.getByRole('button', { name: '看样张：第 1 版' }).click();
    const sample = page.getByRole('dialog', { name: '受理通知书（样张）' });
    await page.frameLocator('iframe[title="受理通知书样张"]').getByText('柳林镇专用').waitFor();
    await desk.look('template-sample');
    const docx = await taken(desk, sample.getByRole('link', { name: '下载样张 docx' }));
    expect(wordsOf(docx.bytes)).toContain('示例镇司法所');
    const { pdf } = (await cast.intake.get<{ pdf: boolean }>('/api/papers/capabilities')).body;
    if (pdf) {
      const paper = await taken(desk, sample.getByRole('link', { name: '下载样张 pdf' }));
      expect(paper.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    } else await sample.getByText('样张只有 docx 格式').waitFor();
    await page.keyboard.press('Escape');
    await sample.waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: '启用：第 1 版' }).click();
    const dialog = page.getByRole('dialog', { name: '启用第 1 版模板' });
    await dialog.getByRole('button', { name: /启\s?用/ }).click();
    await dialog.getByText('请填写启用的理由').waitFor();
    await desk.look('template-choose');
    await dialog.getByRole('button', { name: /取\s?消/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await choose(desk, '启用：第 1 版', '镇政府统一格式');
    await page.getByRole('region', { name: '受理通知书的启用记录' }).getByText('镇政府统一格式').waitFor();
    await desk.look('template-in-force');
    expect(await acceptanceOf(await contractAt(cast, '用本镇格式的合同', 'accepted'))).toContain('柳林镇专用');
    desk.expectNoFaults();
  });

  it('go back to an earlier version and to the built-in one, also by the director, with person and reason', async () => {
    const admin = await workbench.window('admin');
    await openAcceptance(admin);
    const first = await taken(admin, admin.page.getByRole('link', { name: '下载：第 1 版' }));
    await upload(admin, edited(first.bytes, '第二稿.docx', '柳林镇专用', '柳林镇第二稿'));
    await admin.page.getByText('“第二稿.docx”已收下，为第 2 版').waitFor();
    await choose(admin, '启用：第 2 版', '改版');
    admin.expectNoFaults();

    const desk = await workbench.window('director');
    const { page } = desk;
    await openAcceptance(desk);
    await choose(desk, '退回：第 1 版', '第二稿有错字');
    const past = page.getByRole('region', { name: '受理通知书的启用记录' });
    await past.getByText('第二稿有错字').waitFor();
    expect(await acceptanceOf(await contractAt(cast, '退回后的合同', 'accepted'))).toContain('柳林镇专用');
    await choose(desk, '退回：系统自带', '改用国标版式');
    await past.getByText('改用国标版式').waitFor();
    expect(await past.getByRole('row').nth(1).innerText()).toMatch(/系统自带\s+孙所长/);
    expect(await acceptanceOf(await contractAt(cast, '国标版式的合同', 'accepted'))).not.toMatch(/柳林镇(专用|第二稿)/);
    await desk.look('template-past');
  });

  it('are read on a phone', async () => {
    const desk = await workbench.window('director', 'phone');
    await openAcceptance(desk);
    await desk.look('template-kind');
  });

  it('are not available to the reviewer', async () => {
    const desk = await workbench.window('intake');
    await desk.goto('/administration/templates');
    expect(await desk.page.getByRole('tab', { name: '文书模板' }).count()).toBe(0);
    const answer = await desk.page.request.get('/api/papers/templates');
    expect(((await answer.json()) as { code: string }).code).toBe('template.forbidden-role');
    desk.expectNoFaults();
  });
});
