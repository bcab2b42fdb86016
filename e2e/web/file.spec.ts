/** The results of a case: its papers, its file, and its proof pack. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { Cast } from '../walker.ts';
import { workbenchFor, type Width } from './browser.ts';
import { bytesOf, downloaded } from './downloads.ts';
import { resize } from './fields.ts';
import { pdf, png, type SampleFile } from './files.ts';
import { caseAt, walkersOf } from './walked-case.ts';

const workbench = workbenchFor();
let cast: Cast;

beforeAll(async () => {
  cast = await walkersOf(workbench.base);
});

const tabs = '案件的各部分';

describe('the papers of a case', () => {
  it('are displayed in the page and downloaded as docx and as pdf', async () => {
    const id = await caseAt(cast, 'contract', '敬老院食材配送合同', 'contract.sign');
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
    if (body.pdf) await pdfs.first().waitFor();
    expect(await pdfs.count()).toBe(body.pdf ? 1 : 0);
    if (body.pdf) {
      const paper = await downloaded(desk, pdfs);
      expect(paper.suggestedFilename()).toMatch(/\.pdf$/);
      expect((await bytesOf(paper)).subarray(0, 5).toString()).toBe('%PDF-');
    }
    desk.expectNoFaults();
  });

  it('are empty before anything was decided, and fit a phone', async () => {
    const drafted = await caseAt(cast, 'contract', '会议室桌椅采购合同', 'submit');
    const issued = await caseAt(cast, 'contract', '会议室投影设备采购合同', 'contract.sign');
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
    await desk.expectNoSidewaysScrolling();
    await desk.look('papers');
  });
});

describe('the file of a case', () => {
  it.each(['desktop', 'phone'] as const)('is numbered as its page counts become known (%s)', async (width: Width) => {
    const id = await caseAt(cast, 'contract', `村级水厂运维合同（${width}）`, 'contract.sign');
    const desk = await workbench.window('archivist', width);
    const { page } = desk;
    await desk.goto(`/cases/${id}`);
    await desk.section(tabs, '卷宗');
    const index = page.getByRole('region', { name: '卷内目录' }).last();
    const scanned = index.getByRole('row').filter({ hasText: '盖章扫描件.pdf' });
    await scanned.waitFor();
    // The pages of a PDF were counted when it was read, so nobody types them.
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
    await desk.expectNoSidewaysScrolling();
    await desk.look('file-numbered');
  });

  it('goes into a proof pack that is found again, downloaded, and verified offline', async () => {
    const id = await caseAt(cast, 'contract', '卫生院设备维保合同', 'contract.sign');
    const desk = await workbench.window('director');
    const { page } = desk;
    await desk.goto(`/cases/${id}?tab=file`);
    await page.getByRole('button', { name: '制作证明包' }).click();
    await page.getByRole('progressbar', { name: '证明包制作进度' }).or(page.getByText('下载证明包')).first().waitFor();
    // The page is left and opened again while the pack is being made.
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

describe('the sealed copy of a contract', () => {
  it('is compared with the reviewed text as it arrives, and its result is accepted on the page', async () => {
    const id = await caseAt(cast, 'contract', '路灯养护合同', 'file');
    const desk = await workbench.window('clerk');
    const { page } = desk;
    const handIn = async (file: SampleFile): Promise<void> => {
      await page.locator('[data-kind=sealed-copy] input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: file.name }).first().waitFor();
    };
    const open = page.getByRole('button', { name: '查看比对结果并确认' });
    await desk.goto(`/cases/${id}?tab=documents`);
    await handIn(pdf('盖章文本.pdf', 'Two pages'));
    await page.getByText('与审定文本有1处不同').waitFor();
    await open.click();
    await page.getByLabel('理由').fill('签订时改为两页，已报分管领导。');
    await page.getByRole('button', { name: '确认比较结果' }).click();
    await page.getByText('已确认比较结果：签订时改为两页').waitFor();

    await handIn(png('盖章照片.png'));
    await page.getByText('没有可比对的文字，须人工核对').waitFor();
    await open.click();
    const accept = page.getByRole('button', { name: '确认比较结果' });
    await accept.click();
    await page.getByText('请先人工核对').waitFor();
    await page.getByLabel('理由').fill('与纸质文本逐字核对，一致。');
    await page.getByRole('checkbox', { name: '已将两份逐页核对' }).check();
    for (const width of [390, 1366, 1920]) {
      await resize(page, width);
      await desk.settled();
      await desk.expectNoSidewaysScrolling();
    }
    await desk.look('sealed-copy-by-hand');
    await accept.click();
    await page.getByText(/比对结果已由.+确认/).waitFor();
    await page.getByText(/已确认比较结果（人工核对：.+）：与纸质文本/).waitFor();
    desk.expectNoFaults();
  });
});
