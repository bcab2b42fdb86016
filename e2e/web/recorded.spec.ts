/** A recorded case (补录) in the browser: what the register says, scans and dates that are added later, and lists. */
import { describe, expect, it } from '@jest/globals';
import { workbenchFor, type Desk } from './browser.ts';
import { pdf } from './files.ts';

const workbench = workbenchFor('own');
const title = '年度审计服务合同';

async function recordedCase(desk: Desk, named = title): Promise<string> {
  const answer = await desk.page.request.get('/api/register/entries', { params: { q: named, recorded: 'true' } });
  const { items } = (await answer.json()) as { items: { id: string; title: string }[] };
  const found = items.find((each) => each.title === named);
  if (found === undefined) throw new Error(`no recorded case ${named}`);
  return found.id;
}

const sections = ['概况', '补充扫描件', '卷宗', '经过'];

describe('the page of a recorded case', () => {
  it('says what the register says, and offers nothing that only a worked case has', async () => {
    const desk = await workbench.window('director');
    const { page } = desk;
    const id = await recordedCase(desk);
    await desk.goto(`/cases/${id}`);
    await page
      .getByText(/台账“register-2023.csv”第45行，由李审查于\d{4}年\d+月\d+日（周.）补录；系统内没有办理过程/)
      .waitFor();
    const record = page.getByRole('region', { name: '台账记载' });
    await record.getByText('合审〔2023〕39号').waitFor();
    expect(await record.getByText('未记载').count()).toBe(2);
    await page.getByRole('region', { name: '原始记载' }).getByText('2023-11-27').waitFor();
    expect(await page.getByRole('tab').allTextContents()).toEqual(sections);
    expect(await page.locator('main button[disabled], main [aria-disabled=true]').count()).toBe(0);
    expect(await page.getByText('已办结').count()).toBe(0);
    await desk.look('case-recorded');
    await page.getByRole('tab', { name: '经过' }).click();
    await page.getByText('据台账“register-2023.csv”第45行补录').waitFor();
    await desk.look('case-recorded-history');
  });

  it('takes scans that are marked as added later, and dates that start clocks, each once', async () => {
    const desk = await workbench.window('intake');
    const { page } = desk;
    const id = await recordedCase(desk);
    await desk.goto(`/cases/${id}?tab=documents`);
    const { name, mimeType, buffer } = pdf('盖章合同.pdf', 'Sealed contract');
    await page.getByLabel('上传签订后的合同（盖章文本）').setInputFiles({ name, mimeType, buffer });
    await page.locator('[data-document]').getByText('事后补充').waitFor();
    expect(await page.getByText('缺少').count()).toBe(0);
    await desk.look('case-recorded-documents');

    await page.getByRole('button', { name: '补记日期' }).click();
    const dialog = page.getByRole('dialog', { name: '补记签订日期、付款日期和合同期限' });
    const day = async (label: string, text: string) => {
      await dialog.getByLabel(label).fill(text);
      await dialog.getByLabel(label).press('Enter');
    };
    await day('签订日期', '2023-12-01');
    desk.expectRefusal(422, /recorded\/dates$/);
    await dialog.getByRole('button', { name: /^补 ?记$/ }).click();
    await dialog.getByText('请填写付款日期或者合同期满日期').first().waitFor();
    await desk.look('case-recorded-dates');
    await day('合同期满日期', '2099-11-30');
    await dialog.getByRole('button', { name: /^补 ?记$/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: '期限' }).click();
    await page.getByRole('heading', { name: '合同期限' }).waitFor();
    await page.getByRole('tab', { name: '经过' }).click();
    await page.getByText('补记日期', { exact: true }).first().waitFor();
    desk.expectNoFaults();
  });

  it('fits a phone', async () => {
    const desk = await workbench.window('intake', 'phone');
    const id = await recordedCase(desk, '镇域户外广告设置管理办法');
    await desk.goto(`/cases/${id}`);
    await desk.page.getByRole('region', { name: '台账记载' }).getByText('未记载').first().waitFor();
    await desk.expectNoSidewaysScrolling();
    await desk.look('case-recorded');
    for (const name of sections.slice(1)) {
      await desk.section('案件的各部分', name);
      await desk.settled();
      await desk.expectNoSidewaysScrolling();
    }
    desk.expectNoFaults();
  });
});

describe('lists and figures', () => {
  it('mark recorded cases, and say how many a rate leaves out', async () => {
    const desk = await workbench.window('director');
    const { page } = desk;
    await desk.goto('/register?recorded=true');
    await page.getByText('共 45 件').waitFor();
    const open = page.getByRole('row').filter({ hasText: '镇域户外广告设置管理办法' });
    await open.getByText('补录', { exact: true }).waitFor();
    await open.getByText('结果未记载').waitFor();
    expect(await open.getByText('—').count()).toBe(0);
    await desk.look('register-recorded');
    await desk.goto('/cases?stage=补录');
    await page.getByRole('table').getByText('补录', { exact: true }).first().waitFor();
    expect(await page.getByText('已办结', { exact: true }).count()).toBe(0);
    await desk.goto('/reports/2023');
    await page.getByText('其中31件为补录，无数据，未计入').first().waitFor();
    await desk.look('report-recorded');
    await desk.goto('/reports/2023/statistics');
    await page.getByText('审结的39件中39件为补录：台账没有记载期限、用时和采纳情况，无数据，未计入。').waitFor();
    await desk.look('statistics-recorded');
  });
});
