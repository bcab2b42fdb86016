/** The pages of the administrators and the auditor, and everybody's own settings. */
import { describe, expect, it } from '@jest/globals';
import { workbenchFor } from './browser.ts';
import { choose } from './fields.ts';

const workbench = workbenchFor('own');

const notice2027 = `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。`;

describe('rule parameters', () => {
  it('are entered with their document after a preview; a limit out of bounds is refused with its citation', async () => {
    const desk = await workbench.window('admin');
    const { page } = desk;
    await desk.goto('/administration/parameters');
    await page.getByRole('tab', { name: '重要合同' }).click();
    await page.getByLabel('审查期限（一般合同）改为').fill('4');
    await page.getByLabel('审查期限（一般合同）改为').blur();
    await desk.look('parameters');
    await page.getByRole('button', { name: '录入新版本（1 项改动）' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('施行日期').fill('2020-01-01');
    await dialog.getByLabel('施行日期').press('Enter');
    await dialog.getByLabel('文号或依据').fill('柳政发〔2026〕8号');
    desk.expectRefusal(422, /^\/api\/rulesets/);
    await dialog.getByRole('button', { name: '预览' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('施行日期').fill('2090-01-01');
    await dialog.getByLabel('施行日期').press('Enter');
    await dialog.getByRole('button', { name: '预览' }).click();
    await page.getByText('仍用原参数的').waitFor();
    await desk.look('parameters-preview');
    await page.getByRole('button', { name: '录入', exact: true }).click();
    await page.getByRole('tab', { name: '沿革' }).click();
    await page.getByText('柳政发〔2026〕8号').waitFor();
    await desk.look('parameters-past');
  });

  it('cannot be changed by the clerk', async () => {
    const desk = await workbench.window('clerk');
    await desk.goto('/administration/parameters');
    expect(await desk.page.getByRole('tab', { name: '规则参数' }).count()).toBe(0);
    desk.expectNoFaults();
  });
});

describe('the calendar', () => {
  it('accepts a pasted notice after a preview, and names a phrase that it cannot read', async () => {
    const desk = await workbench.window('admin');
    const { page } = desk;
    await desk.goto('/administration/calendar');
    await page.getByText('暂无安排').or(page.getByRole('table').first()).first().waitFor();
    await desk.look('calendar-years');
    await page.getByRole('tab', { name: '导入下一年' }).click();
    await page.getByRole('textbox', { name: '内容' }).fill('一、元旦：休息几天再说。');
    await page.getByLabel('年份（内容未写明时填写）').fill('2027');
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByText('有读不懂的地方').waitFor();
    await desk.look('calendar-unreadable');
    await page.getByRole('textbox', { name: '内容' }).fill(notice2027);
    await page.getByRole('button', { name: '预览' }).click();
    await page.getByText('该年还没有安排').waitFor();
    await page.getByRole('tabpanel', { name: '导入下一年' }).getByLabel('文号').fill('国办发明电〔2026〕7号');
    await desk.look('calendar-preview');
    await page.getByRole('button', { name: '导入2027年安排' }).click();
    await page.getByText('2027年安排已导入').waitFor();
    await page.getByRole('tab', { name: '变动记录' }).click();
    await page.getByRole('cell', { name: '国办发明电〔2026〕7号' }).waitFor();
    await desk.look('calendar-changes');
  });
});

describe('people', () => {
  it('are added by two officers: one creates the account, the other grants a role, and the person sets their own password', async () => {
    const admin = await workbench.window('admin');
    await admin.goto('/administration/people');
    await admin.page.getByRole('button', { name: '新建账号' }).click();
    const dialog = admin.page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill('何新人');
    await dialog.getByLabel('用户名').fill('new-clerk');
    await dialog.getByRole('button', { name: '新建' }).click();
    const message = await admin.page
      .getByText(/的一次性密码：/)
      .first()
      .innerText();
    const given = /一次性密码：(\S+)/.exec(message)?.[1] ?? '';
    await admin.look('people');
    expect(await admin.page.getByRole('button', { name: /授予.*角色/ }).count()).toBe(0);

    const security = await workbench.window('security');
    await security.goto('/administration/people');
    expect(await security.page.getByRole('button', { name: '新建账号' }).count()).toBe(0);
    await security.page.getByRole('searchbox').fill('new-clerk');
    await security.page.getByRole('searchbox').press('Enter');
    await security.page.getByRole('button', { name: '授予何新人角色' }).click();
    const grant = security.page.getByRole('dialog');
    await choose(grant, '角色', '承办人');
    await choose(grant, '角色', '审计员');
    security.expectRefusal(422, /roles$/);
    await grant.getByRole('button', { name: '授予', exact: true }).click();
    await grant.getByText('三者互斥').waitFor();
    await security.look('people-roles-refused');
    await grant.getByRole('button', { name: '取消' }).click();
    await grant.waitFor({ state: 'hidden' });
    await security.page.getByRole('button', { name: '授予何新人角色' }).click();
    await choose(grant, '角色', '承办人');
    await grant.getByRole('button', { name: '授予', exact: true }).click();
    await grant.waitFor({ state: 'hidden' });

    const owner = await workbench.window(null);
    const { page } = owner;
    await page.goto('/');
    await page.getByLabel('用户名').fill('new-clerk');
    await page.getByLabel('密码').fill(given);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { name: '请设置自己的密码' }).waitFor();
    await owner.look('first-password');
    await page.getByLabel('当前密码').fill(given);
    await page.getByLabel('新密码', { exact: true }).fill('Liulin-2026-own');
    await page.getByLabel('再次填写新密码').fill('Liulin-2026-own');
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
    owner.expectNoFaults();
  });
});

describe('the auditor', () => {
  it('finds actions, verifies every chain, and reads no text of a case', async () => {
    const desk = await workbench.window('auditor');
    const { page } = desk;
    await desk.goto('/audit');
    await page.getByRole('region', { name: '审计记录' }).getByText('登录').first().waitFor();
    await desk.look('audit-entries');
    await page.getByRole('tab', { name: '核验记录链' }).click();
    await page.getByRole('button', { name: '核验全部记录' }).click();
    await page.getByText('全部相符').waitFor();
    await desk.look('audit-verified');
    await desk.goto('/audit?tab=trail');
    await desk.look('audit-trail');
  });
});

describe('leave', () => {
  it('lets a stand-in act, who must have the same roles', async () => {
    const desk = await workbench.window('director');
    const { page } = desk;
    await desk.goto('/administration/stand-ins');
    await page.getByText('没有代理安排').waitFor();
    await desk.look('stand-ins-none');
    await page.getByRole('button', { name: '登记代理' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('代理人', { exact: true }).fill('李审查');
    await dialog.getByLabel('代理人', { exact: true }).press('Enter');
    await dialog.getByLabel('首日').fill('2090-01-02');
    await dialog.getByLabel('首日').press('Enter');
    await dialog.getByLabel('恢复办理之日').fill('2090-01-05');
    await dialog.getByLabel('恢复办理之日').press('Enter');
    desk.expectRefusal(422, /^\/api\/standins/);
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await dialog.getByRole('alert').waitFor();
    await desk.look('stand-in-refused');
  });
});

describe('notices and settings', () => {
  it.each(['desktop', 'phone'] as const)('are read and marked, and lead to their case (%s)', async (width) => {
    const desk = await workbench.window(width === 'phone' ? 'adviser' : 'intake', width);
    const { page } = desk;
    await desk.goto('/notices');
    await page.locator('.notices > li').first().waitFor();
    await desk.look('notices');
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await page.getByText('未读（0）').waitFor();
    desk.expectNoFaults();
  });

  it('store a person’s mail address and notification preferences', async () => {
    const desk = await workbench.window('intake');
    const { page } = desk;
    await desk.goto('/me');
    await page.getByLabel('邮箱').fill('not an address');
    desk.expectRefusal(422, /^\/api\/channels\/preferences$/);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('应为一个邮箱地址').waitFor();
    await page.getByLabel('邮箱').fill('intake@town.example');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').waitFor();
    await desk.look('me');
  });
});
