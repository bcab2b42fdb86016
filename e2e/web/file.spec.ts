/** What a case leaves behind: its records in sound and picture, its papers, its file, the proof of it all, and the archive. */
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@lawgate/contracts';
import { unzipSync } from 'fflate';
import type { Download, Locator } from 'playwright-core';
import { Client } from '../client.ts';
import { handInMaterials, walkToEnd, type Cast, type DefinitionView } from '../walker.ts';
import { workbenchFor, type Desk, type Width } from './browser.ts';
import { pdf } from './files.ts';
import { choose, today } from './hands.ts';

const usernames = ['clerk', 'intake', 'adviser', 'director', 'leader', 'archivist'] as const;

const workbench = workbenchFor();
let cast: Cast;

beforeAll(async () => {
  const clients = await Promise.all(usernames.map((username) => Client.login(workbench.base, username)));
  cast = Object.fromEntries(clients.map((client) => [client.username, client])) as unknown as Cast;
}, 300_000);

/** A case with its materials, some of them as a pdf, gone as far as `until`. @returns its id */
async function caseAt(category: string, title: string, until: string | null): Promise<string> {
  const definition = (await cast.clerk.get<DefinitionView>(`/api/definitions/${category}`)).body;
  const { id } = (await cast.clerk.post<CaseView>('/api/cases', { category, title })).body;
  await handInMaterials(cast.clerk, id, definition);
  const { kind } = definition.materials.find(({ required }) => required) ?? { kind: 'draft' };
  const { name, buffer } = pdf('盖章扫描件.pdf', 'One page');
  expect((await cast.clerk.upload(id, kind, name, new Uint8Array(buffer))).status).toBe(201);
  await walkToEnd(cast, id, definition, until);
  return id;
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}

async function downloaded(desk: Desk, link: Locator): Promise<Download> {
  const [download] = await Promise.all([desk.page.waitForEvent('download'), link.click()]);
  return download;
}

/** No page may be wider than its screen. */
async function expectNoSidewaysScrolling(desk: Desk): Promise<void> {
  const excess = await desk.page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(excess).toBe(0);
}

const tabs = '案件的各部分';

describe('the index of audio and video records', () => {
  const film = Buffer.from('film of the service of the notice');

  /** Types a moment as the device shows it. */
  async function moment(form: Locator, label: string, at: string): Promise<void> {
    await form.getByLabel(label).fill(at);
    await form.getByLabel(label).blur();
  }

  it('names a gap with its article, refuses a wrong entry in words, and closes the gap with the right one', async () => {
    const id = await caseAt('enforcement-decision', '对某砂场擅自采砂拟作出罚款的决定', 'submit');
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto(`/cases/${id}`);
    await desk.section(tabs, '音像记录');
    const gaps = page.getByRole('region', { name: '缺少的音像记录' });
    const gap = gaps.locator('[data-gap=notice]');
    await gap.getByText('但目录中没有“告知”环节的音像记录').waitFor();
    await gap.getByText(/依据：/).waitFor();
    expect(await gaps.getByRole('listitem').count()).toBe(2);
    await page.getByText('还没有登记音像记录').waitFor();
    await desk.look('recordings-gaps');

    await gap.getByRole('button', { name: '补登“告知”' }).click();
    const dialog = page.getByRole('dialog', { name: '登记音像记录' });
    await dialog.getByText('告知', { exact: true }).waitFor();
    await dialog.getByLabel('设备编号').fill('DSJ-2203');
    await dialog.getByLabel('执法人员').fill('张某、李某');
    await moment(dialog, '开始时间', `${today()} 00:09:30`);
    await moment(dialog, '结束时间', `${today()} 00:02:10`);
    await dialog.getByLabel('证明内容').fill('向当事人送达告知书并宣读其权利');
    await dialog.getByLabel('选择音像文件').setInputFiles({ name: '告知.mp4', mimeType: 'video/mp4', buffer: film });
    await dialog.getByText('已计算：告知.mp4').waitFor();
    const sha256 = createHash('sha256').update(film).digest('hex');
    expect(await dialog.getByLabel('文件哈希（SHA-256）').inputValue()).toBe(sha256);
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog.getByText('结束时间应晚于开始时间').waitFor();
    await desk.look('recordings-wrong');

    // What only the server knows is told in its words, and nothing that was typed is lost.
    desk.expectRefusal(422, /recordings$/);
    await moment(dialog, '结束时间', '2099-01-01 00:00:00');
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog.getByRole('alert').getByText('结束时间晚于现在').waitFor();
    await moment(dialog, '开始时间', '2026-11-02 09:00:00');
    await moment(dialog, '结束时间', '2026-11-02 09:12:30');
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await gap.waitFor({ state: 'hidden' });
    expect(await gaps.getByRole('listitem').count()).toBe(1);
    const entries = page.getByRole('region', { name: '音像记录目录' });
    await entries.getByText('2026年11月2日 09:12:30').waitFor();
    await desk.look('recordings-entered');

    // Entered for the wrong device: it stays and counts no more, and the gap is there again.
    await entries.getByRole('button', { name: '作废告知（DSJ-2203）的记录' }).click();
    const voiding = page.getByRole('dialog', { name: '作废告知（DSJ-2203）的记录' });
    await voiding.getByRole('button', { name: '作废' }).click();
    await voiding.getByText('请填写作废的理由').waitFor();
    await voiding.getByLabel('理由').fill('设备编号填错');
    await voiding.getByRole('button', { name: '作废' }).click();
    await entries.getByText('已作废：设备编号填错').waitFor();
    await gap.waitFor();
    await desk.look('recordings-voided');
  });

  it('takes name and hash from what was handed in, and leads to it (phone)', async () => {
    const id = await caseAt('enforcement-decision', '对某餐馆占道经营拟作出罚款的决定', 'submit');
    const desk = await workbench.window('intake', 'phone');
    const { page } = desk;
    await desk.goto(`/cases/${id}`);
    await desk.section(tabs, '音像记录');
    await page.getByRole('button', { name: '登记音像记录' }).click();
    const dialog = page.getByRole('dialog', { name: '登记音像记录' });
    await choose(dialog, '环节', '检查、调查取证');
    await dialog.getByLabel('设备编号').fill('DSJ-0001');
    await dialog.getByLabel('执法人员').fill('王某');
    await moment(dialog, '开始时间', '2026-11-03 10:00:00');
    await moment(dialog, '结束时间', '2026-11-03 10:20:00');
    await choose(dialog, '已报送的文件', '盖章扫描件.pdf');
    await dialog.getByLabel('文件名').waitFor({ state: 'hidden' });
    await dialog.getByLabel('证明内容').fill('现场检查');
    await desk.look('recordings-form');
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expectNoSidewaysScrolling(desk);
    await desk.look('recordings');
    await page.getByRole('link', { name: '盖章扫描件.pdf' }).click();
    await page.locator('.reader-page[data-drawn=true] canvas').waitFor();
    desk.expectNoFaults();
  });

  it('is offered to read to who does not keep it, and not at all where nothing is recorded', async () => {
    const enforcement = await caseAt('enforcement-decision', '对某商铺违规经营拟作出罚款的决定', 'submit');
    const contract = await caseAt('contract', '办公楼外墙清洗合同', 'submit');
    const desk = await workbench.window('leader');
    await desk.goto(`/cases/${enforcement}?tab=recordings`);
    await desk.page.locator('[data-gap=notice]').waitFor();
    expect(await desk.page.getByRole('button', { name: /登记|补登/ }).count()).toBe(0);
    await desk.goto(`/cases/${contract}`);
    await desk.page.getByRole('tab', { name: '卷宗' }).waitFor();
    expect(await desk.page.getByRole('tab', { name: '音像记录' }).count()).toBe(0);
    desk.expectNoFaults();
  });
});

describe('the papers of a case', () => {
  it('are read in the page and taken away as docx and as pdf', async () => {
    const id = await caseAt('contract', '敬老院食材配送合同', 'contract.sign');
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto(`/cases/${id}`);
    await desk.section(tabs, '文书');
    const papers = page.getByRole('list', { name: '文书' });
    const letter = papers.getByRole('listitem').filter({ hasText: /合审〔\d{4}〕\d+号/ });
    await letter.getByRole('button', { name: /^阅读/ }).click();
    await page.frameLocator('iframe[title*="合法性审查意见书"]').getByText('敬老院食材配送合同').first().waitFor();
    await page.getByText('正在生成').waitFor({ state: 'hidden' });
    await desk.look('papers');
    await page.reload();
    await page.frameLocator('iframe').getByText('敬老院食材配送合同').first().waitFor();
    const docx = await downloaded(desk, letter.getByRole('link', { name: /^下载 docx/ }));
    expect(docx.suggestedFilename()).toMatch(/合法性审查意见书.*\.docx$/);
    expect((await bytesOf(docx)).subarray(0, 2).toString()).toBe('PK');
    const pdfs = letter.getByRole('link', { name: /^下载 pdf/ });
    const { body } = await cast.clerk.get<{ pdf: boolean }>('/api/papers/capabilities');
    expect(await pdfs.count()).toBe(body.pdf ? 1 : 0);
    if (body.pdf) {
      const paper = await downloaded(desk, pdfs);
      expect(paper.suggestedFilename()).toMatch(/\.pdf$/);
      expect((await bytesOf(paper)).subarray(0, 5).toString()).toBe('%PDF-');
    }
    desk.expectNoFaults();
  });

  it('are empty before anything was decided, and fit a phone', async () => {
    const drafted = await caseAt('contract', '会议室桌椅采购合同', 'submit');
    const issued = await caseAt('contract', '会议室投影设备采购合同', 'contract.sign');
    const desk = await workbench.window('leader', 'phone');
    await desk.goto(`/cases/${drafted}?tab=papers`);
    await desk.page.getByText('还没有文书').waitFor();
    await desk.goto(`/cases/${issued}?tab=papers`);
    const papers = desk.page.getByRole('list', { name: '文书' });
    await papers
      .getByRole('button', { name: /^阅读.*合法性审查意见书/ })
      .first()
      .click();
    await desk.page.frameLocator('iframe').getByText('会议室投影设备采购合同').first().waitFor();
    await expectNoSidewaysScrolling(desk);
    await desk.look('papers');
  });
});

describe('the file of a case', () => {
  it.each(['desktop', 'phone'] as const)('is numbered as its pages become known (%s)', async (width: Width) => {
    const id = await caseAt('contract', `村级水厂运维合同（${width}）`, 'contract.sign');
    const desk = await workbench.window('archivist', width);
    const { page } = desk;
    await desk.goto(`/cases/${id}`);
    await desk.section(tabs, '卷宗');
    const index = page.getByRole('region', { name: '卷内目录' }).last();
    const scanned = index.getByRole('row').filter({ hasText: '盖章扫描件.pdf' });
    await scanned.waitFor();
    // The pages of a pdf were counted when it was read, and nobody types them.
    expect(await scanned.getByRole('cell').nth(6).textContent()).toBe('1');
    await page.getByText(/件的页数待档案员登记/).waitFor();
    await desk.look('file-index');
    await page.getByRole('button', { name: '登记页数' }).click();
    const counts = index.getByRole('spinbutton');
    const items = await counts.count();
    for (let at = 0; at < items; at++) {
      if ((await counts.nth(at).inputValue()) === '') await counts.nth(at).fill('2');
    }
    await page.getByRole('button', { name: '保存页数' }).click();
    await page.getByText(`共 ${items} 件，${2 * items - 1} 页。`).waitFor();
    await expectNoSidewaysScrolling(desk);
    await desk.look('file-numbered');
  });

  it('goes into a proof pack that is found again, taken away, and verified without us', async () => {
    const id = await caseAt('contract', '卫生院设备维保合同', 'contract.sign');
    const desk = await workbench.window('director');
    const { page } = desk;
    await desk.goto(`/cases/${id}?tab=file`);
    await page.getByRole('button', { name: '制作证明包' }).click();
    await page.getByRole('progressbar', { name: '证明包制作进度' }).or(page.getByText('下载证明包')).first().waitFor();
    // Left and come back to: it is being made meanwhile.
    await desk.section(tabs, '经过');
    await page.getByRole('button', { name: '校验记录链' }).click();
    await page.getByText(/记录链完好，共 \d+ 条/).waitFor();
    await desk.look('case-verified');
    await desk.goto(`/cases/${id}?tab=file`);
    const taken = page.getByRole('link', { name: '下载证明包' });
    await taken.waitFor();
    await desk.look('proof-pack');
    const download = await downloaded(desk, taken);
    expect(download.suggestedFilename()).toMatch(/\.zip$/);
    desk.expectNoFaults();

    const folder = await mkdtemp(path.join(os.tmpdir(), 'lawgate-pack-'));
    try {
      const zip = await bytesOf(download);
      const files = unzipSync(new Uint8Array(zip));
      await writeFile(path.join(folder, 'pack.zip'), zip);
      await writeFile(path.join(folder, 'verify.html'), files['verify.html'] ?? '');
      const offline = await workbench.window(null);
      await offline.page.goto(pathToFileURL(path.join(folder, 'verify.html')).href);
      await offline.page.locator('#zip').setInputFiles(path.join(folder, 'pack.zip'));
      await offline.page.getByText('核验通过').first().waitFor();
      await offline.look('proof-pack-verified');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('the archive', () => {
  it('hands a file over once, with a list of what went', async () => {
    const title = '镇区公交站亭维修合同';
    const id = await caseAt('contract', title, null);
    const desk = await workbench.window('archivist');
    const { page } = desk;
    await desk.goto('/archive');
    const archived = page.getByRole('region', { name: '已归档的案件' });
    await choose(page, '归档年份', `${today().slice(0, 4)}年归档`);
    await archived.getByRole('row').filter({ hasText: title }).getByText('未移交').waitFor();
    await archived.getByRole('checkbox', { name: `选择${title}` }).check();
    await page.getByRole('button', { name: '移交所选（1 件）' }).click();
    const dialog = page.getByRole('dialog', { name: '移交 1 件档案' });
    await dialog.getByRole('button', { name: '移交' }).click();
    await dialog.getByText('请填写接收单位').waitFor();
    await dialog.getByLabel('接收单位').fill('清河县档案馆');
    await dialog.getByLabel('说明').fill('2026年第一批');
    await desk.look('archive-hand-over');
    await dialog.getByRole('button', { name: '移交' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await archived.getByRole('row').filter({ hasText: title }).getByText('清河县档案馆').waitFor();

    // A second time is refused in words.
    desk.expectRefusal(409, /hand-overs$/);
    await archived.getByRole('checkbox', { name: `选择${title}` }).check();
    await page.getByRole('button', { name: '移交所选（1 件）' }).click();
    await dialog.getByLabel('接收单位').fill('清河县档案馆');
    await dialog.getByRole('button', { name: '移交' }).click();
    await dialog.getByRole('alert').getByText(/移交/).first().waitFor();
    await desk.look('archive-handed-over');
    await dialog.getByRole('button', { name: '取消' }).click();

    await desk.section('栏目', '移交');
    const handOvers = page.getByRole('region', { name: '移交记录' });
    await handOvers.getByText('2026年第一批').waitFor();
    await desk.look('archive-hand-overs');
    const list = await downloaded(desk, handOvers.getByRole('link').first());
    expect(list.suggestedFilename()).toMatch(/\.xlsx$/);
    expect((await bytesOf(list)).subarray(0, 2).toString()).toBe('PK');
    await desk.goto(`/cases/${id}?tab=file`);
    await page.getByRole('button', { name: '登记页数' }).waitFor();
    desk.expectNoFaults();
  });

  it('fits a phone', async () => {
    const desk = await workbench.window('archivist', 'phone');
    await desk.goto('/archive');
    await desk.page.getByRole('region', { name: '已归档的案件' }).getByRole('row').nth(2).waitFor();
    await expectNoSidewaysScrolling(desk);
    await desk.look('archive');
    await desk.section('栏目', '移交');
    await desk.page
      .getByRole('region', { name: '移交记录' })
      .or(desk.page.getByText('还没有移交过档案'))
      .first()
      .waitFor();
    await expectNoSidewaysScrolling(desk);
    await desk.look('archive-hand-overs');
  });
});

describe('the buttons of a case', () => {
  it('never put stepping aside first', async () => {
    const id = await caseAt('contract', '镇区窨井盖采购合同', 'opinion.give');
    const desk = await workbench.window('intake');
    await desk.goto(`/cases/${id}`);
    const recuse = desk.page
      .getByRole('group', { name: '可以办理的事项' })
      .getByRole('button', { name: '回避', exact: true });
    await recuse.waitFor();
    expect(await recuse.getAttribute('class')).not.toContain('ant-btn-primary');
    desk.expectNoFaults();
  });

  it('lead to where the sealed copy is compared instead of asking for hashes', async () => {
    const id = await caseAt('contract', '镇区护栏安装合同', 'file');
    const desk = await workbench.window('intake', 'phone');
    const { page } = desk;
    await desk.goto(`/cases/${id}/brief`);
    await page.getByRole('link', { name: '确认盖章文本的比对结果' }).click();
    await page.waitForURL((url) => url.searchParams.get('tab') === 'documents');
    await page.getByText('签订后的合同（盖章文本）').first().waitFor();
    desk.expectNoFaults();
  });

  it('open a form that names an optional group once', async () => {
    const id = await caseAt('contract', '镇区雨棚安装合同', 'submit');
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto(`/cases/${id}`);
    await page.getByRole('button', { name: '提交送审', exact: true }).click();
    const form = page.getByRole('form', { name: '提交送审' });
    await form.getByRole('checkbox', { name: '紧急办理' }).check();
    await form.getByRole('group', { name: '紧急办理' }).getByLabel('批准人').waitFor();
    expect(await form.getByText('紧急办理', { exact: true }).count()).toBe(1);
    await desk.look('submit-urgent');
  });
});
