/** From a figure to its rows: overview, annual report, statistics, indicators, register and archive. */
import { sheetOf, workbookOf } from '../../libs/platform/files/src/workbook/workbook.fixtures.ts';
import { describe, expect, it } from '@jest/globals';
import { workbenchFor } from './browser.ts';

const workbench = workbenchFor('own');

describe('the overview', () => {
  it.each(['desktop', 'phone'] as const)('opens the cases behind each figure (%s)', async (width) => {
    const desk = await workbench.window('leader', width);
    const { page } = desk;
    await desk.goto('/overview');
    await page.getByRole('link', { name: /^在办 \d+ 件/ }).waitFor();
    await desk.look('overview');
    await page.getByRole('link', { name: /^在办 \d+ 件/ }).click();
    await page.getByRole('heading', { level: 1, name: '案件' }).waitFor();
    desk.expectNoFaults();
  });

  it('shows a county its towns', async () => {
    const desk = await workbench.window('county');
    await desk.goto('/overview');
    await desk.page.getByRole('region', { name: '按镇' }).getByText('东山镇').waitFor();
    await desk.look('overview-county');
  });
});

describe('the annual report of 2023', () => {
  it('has the sentence of the report, and each figure opens exactly its cases', async () => {
    const desk = await workbench.window('director');
    const { page } = desk;
    await desk.goto('/reports/2023');
    await page.getByText('规范性文件6件、重要合同31份、重大执法决定2个').waitFor();
    await desk.look('report');
    await page.getByRole('link', { name: /^重大执法决定审结 2/ }).click();
    const cases = page.getByRole('region', { name: '审结的案件' });
    await cases.getByRole('row').nth(2).waitFor();
    expect(await cases.getByRole('row').count()).toBe(1 + 2);
    await desk.look('report-cases');
  });

  it('is drafted as a document whose figures are complete', async () => {
    const desk = await workbench.window('director');
    const { page } = desk;
    await desk.goto('/reports/2023?tab=draft');
    const figures = page.getByRole('region', { name: '年度报告中的数据' });
    await figures.getByRole('row').nth(10).waitFor();
    await desk.look('report-draft');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载草稿（docx）' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/2023.*\.docx$/);
  });

  it('is frozen once, and revised only with a reason', async () => {
    const desk = await workbench.window('director');
    const { page } = desk;
    await desk.goto('/reports/2023');
    await page.getByRole('button', { name: '冻结本年度' }).click();
    await page.getByText(/冻结（第 1 次）/).waitFor();
    await page.getByRole('button', { name: '修订', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '修订' }).click();
    await dialog.getByText('请填写修订理由').waitFor();
    await dialog.getByLabel('修订理由').fill('补登采纳情况');
    // No figure has changed since, so there is nothing to revise.
    desk.expectRefusal(409, /revisions$/);
    await dialog.getByRole('button', { name: '修订' }).click();
    await dialog.getByRole('alert').waitFor();
    await desk.look('report-frozen');
  });
});

describe('statistics', () => {
  it('compare with the previous year and show where cases wait', async () => {
    const desk = await workbench.window('leader');
    const { page } = desk;
    await desk.goto('/reports/2023/statistics');
    await page.getByRole('region', { name: '逐月收件与审结' }).getByRole('row').nth(12).waitFor();
    await desk.look('statistics');
    await page.getByRole('link', { name: /^审结 \d+ 件/ }).click();
    await page.getByRole('heading', { level: 1, name: '台账' }).waitFor();
    await page.getByRole('region', { name: '台账' }).getByRole('row').nth(2).waitFor();
    desk.expectNoFaults();
  });
});

describe('indicators', () => {
  it('are entered in one line, which reports what it did not understand, and voided with a reason', async () => {
    const desk = await workbench.window('intake');
    const { page } = desk;
    await desk.goto('/indicators?year=2023');
    await page.getByRole('region', { name: '工作指标' }).getByRole('row').nth(5).waitFor();
    await desk.look('indicators');
    const line = page.getByLabel('日期 指标 数量 备注');
    desk.expectRefusal(422, /entries$/);
    await line.fill('2023-02-30 普法宣传活动 2');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await line.fill('2023-03-08 普法宣传活动 2 发放宣传单500份');
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('已登记：2023年3月8日（周三）').waitFor();
    await page.getByRole('link', { name: /^普法宣传活动 / }).click();
    await page.getByText('发放宣传单500份').waitFor();
    await desk.look('indicator-entries');
  });
});

const otherHeadings = `\uFEFF序号,合同名称,承办单位,收到日期,审结日期,审查意见,文号
1,镇区路灯维护合同,经济发展办,2021.3.1,2021.3.4,可以签订,合审〔2021〕1号
2,镇区绿化养护合同,农业农村办,2021年4月1日,2021年4月6日,修改后签订,合审〔2021〕2号
3,不可能的合同,农业农村办,2021-05-10,2021-05-01,可以签订,合审〔2021〕3号
`;

describe('the register', () => {
  it('is searched in Chinese, sorted, and kept as a view', async () => {
    const desk = await workbench.window('archivist');
    const { page } = desk;
    await desk.goto('/register');
    const grid = page.getByRole('region', { name: '台账' });
    await grid.getByRole('row').nth(20).waitFor();
    await desk.look('register');
    await page.getByRole('searchbox', { name: '查找' }).fill('供暖');
    await page.getByRole('searchbox', { name: '查找' }).press('Enter');
    await page.getByText('共 1 件').or(grid.getByText('供暖').first()).first().waitFor();
    await page.getByRole('button', { name: '存为视图' }).click();
    await page.getByRole('dialog').getByLabel('名称').fill('供暖合同');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await desk.look('register-found');
  });

  it('imports a past one with other headings: each line is previewed, an impossible one left out', async () => {
    const desk = await workbench.window('archivist');
    const { page } = desk;
    await desk.goto('/register/imports');
    await page.locator('input[type=file]').setInputFiles({
      name: '2021年合同台账.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(otherHeadings),
    });
    await page.getByText('各列是什么').first().waitFor();
    await desk.look('register-import');
    // The heading 合同名称 names the category of all rows, which may be changed.
    await page.getByText('共 3 行：将登记为补录事项 2 行').waitFor();
    await page.getByText('重要合同', { exact: true }).first().waitFor();
    await page.getByLabel('整份台账的送审单位').fill('党政办');
    await page.getByRole('button', { name: '按此重新核对' }).click();
    await page.getByText('按上次的对应').waitFor();
    await page.getByText('共 3 行：将登记为补录事项 2 行').waitFor();
  });

  it('lists the sheets of a workbook, and reads the one that is chosen', async () => {
    const desk = await workbench.window('archivist');
    const { page } = desk;
    await desk.goto('/register/imports');
    const sheet = (title: string, ...more: string[]): string =>
      sheetOf([['事项名称', '类别', '收件日期'], ...[title, ...more].map((each) => [each, '重要合同', '2020-03-01'])]);
    const sheets = [
      { name: '封面', xml: sheetOf([['台账']]) },
      { name: '2020年', xml: sheet('路灯合同') },
      { name: '2019年', state: 'hidden' as const, xml: sheet('绿化合同', '桥梁合同') },
    ];
    await page.locator('input[type=file]').setInputFiles({
      name: '台账.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: workbookOf({ sheets }),
    });
    await page.getByText('没有读的工作表：封面（1 行）、2019年（隐藏，3 行）。').waitFor();
    await page.getByText('共 1 行').waitFor();
    await desk.look('register-import-sheets');
    await page.getByRole('combobox', { name: '读哪个工作表' }).click();
    await page.getByTitle('2019年（隐藏，3 行）').click();
    await page.getByText('共 2 行').waitFor();
    await page.getByText('没有读的工作表：封面（1 行）、2020年（2 行）。').waitFor();
  });
});

describe('the archive', () => {
  it('lists archived cases, and makes a proof pack of selected ones', async () => {
    const desk = await workbench.window('archivist');
    const { page } = desk;
    await desk.goto('/archive');
    const archived = page.getByRole('region', { name: '已归档的案件' });
    await archived.getByRole('checkbox', { name: '选择镇中心小学校车服务合同' }).check();
    await desk.look('archive');
    await page.getByRole('button', { name: '制作履职证明包' }).click();
    await page.getByText('正在制作').waitFor();
    await desk.goto('/archive?tab=packs');
    await page.getByRole('region', { name: '履职证明包' }).getByRole('link').first().waitFor();
    await desk.look('archive-packs');
  });
});
