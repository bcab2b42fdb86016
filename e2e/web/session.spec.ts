/** Login, logout, and returning to the requested page. */
import { describe, expect, it } from '@jest/globals';
import { password, workbenchFor } from './browser.ts';

const workbench = workbenchFor();

describe('the login', () => {
  it('refuses a wrong password with a message and keeps the requested URL', async () => {
    const desk = await workbench.window(null);
    const { page } = desk;
    desk.expectRefusal(401, /^\/api\/auth\/login$/);
    await page.goto('/catalogue');
    await page.getByLabel('用户名').fill('clerk');
    await page.getByLabel('密码').fill('wrong');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('用户名或密码').waitFor();
    await desk.look('login');
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('heading', { level: 1, name: '目录' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/catalogue');
    desk.expectNoFaults();
  });

  it('offers each person only their own pages', async () => {
    const auditor = await workbench.window('auditor');
    await auditor.goto('/');
    await auditor.page.getByRole('heading', { name: '审计' }).waitFor();
    expect(await auditor.page.getByRole('link', { name: '台账' }).count()).toBe(0);
    await auditor.look('audit-first');
  });

  it('reports that a page does not exist', async () => {
    const desk = await workbench.window('clerk');
    await desk.page.goto('/no-such-page');
    await desk.page.getByText('没有这个页面').waitFor();
    desk.expectNoFaults();
  });
});

describe('a session that ends', () => {
  it('is renewed over the page, which keeps its position', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto('/catalogue');
    desk.expectRefusal(401, /^\/api\//);
    await page.context().clearCookies();
    await page.getByRole('link', { name: '通知' }).first().click();
    await page.getByRole('dialog').getByText('登录已过期', { exact: true }).waitFor();
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(new URL(page.url()).pathname).toBe('/notices');
    await page.getByRole('heading', { level: 1, name: '通知' }).waitFor();
    desk.expectNoFaults();
  });
});
