/** Several people and windows on the same queue, typed values when a session ends, and a queue of many pages. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { password, workbenchFor } from './browser.ts';
import { choose, resize } from './fields.ts';
import { castOf, contractAt, type Cast } from './on-the-way.ts';

const workbench = workbenchFor();
let cast: Cast;

beforeAll(async () => {
  cast = await castOf(workbench.base);
});

describe('work that is delegated', () => {
  it('is transferred, delegated and resolved from the menu of the task', async () => {
    const id = await contractAt(cast, '转办和委派的合同', 'advising');
    const intake = await workbench.window('intake');
    await intake.goto(`/cases/${id}`);
    await intake.page
      .getByRole('button', { name: /其他操作/ })
      .first()
      .click();
    await intake.page.getByRole('menuitem', { name: '转办' }).click();
    await choose(intake.page.getByRole('dialog'), '新办理人', '赵律师');
    await intake.page.getByRole('dialog').getByRole('button', { name: '转办' }).click();
    await intake.page.getByText('已办理：转办').waitFor();
    expect((await cast.intake.view(id)).tasks[0]?.holder?.name).toBe('赵律师');
    intake.expectNoFaults();

    const second = await workbench.window('adviser2');
    await second.goto(`/queue/${id}`);
    await second.page.getByText('任务（1）').click();
    await second.page.getByRole('button', { name: /其他操作/ }).click();
    await second.page.getByRole('menuitem', { name: '委派', exact: true }).click();
    await choose(second.page.getByRole('dialog'), '受委派人', '王律师');
    await second.page.getByRole('dialog').getByRole('button', { name: '委派' }).click();
    await second.page.getByText('已办理：委派').waitFor();
    second.expectNoFaults();

    const first = await workbench.window('adviser');
    await first.goto(`/queue/${id}`);
    await first.page.getByText('任务（1）').click();
    await first.page.getByRole('button', { name: /其他操作/ }).click();
    await first.page.getByRole('menuitem', { name: '委派办结' }).click();
    await first.page.getByLabel('办理情况').fill('已核对条款，无异议。');
    await first.look('task-resolve');
    await first.page.getByRole('dialog').getByRole('button', { name: '委派办结' }).click();
    await first.page.getByText('已办理：委派办结').waitFor();
    expect((await cast.intake.view(id)).tasks[0]?.holder?.name).toBe('赵律师');
  });
});

describe('two people at once', () => {
  it('see each other’s steps while they type, and confirm before sending again', async () => {
    const id = await contractAt(cast, '两名法律顾问同时办理的合同', 'advising', { advisers: ['adviser', 'adviser2'] });
    const one = await workbench.window('adviser');
    const other = await workbench.window('adviser2');
    for (const desk of [one, other]) {
      await desk.goto(`/queue/${id}`);
      await desk.page.getByRole('button', { name: /^出具法律顾问意见/ }).click();
      await desk.page.getByRole('checkbox', { name: '本人与本案没有利害关系' }).check();
      await desk.page.getByRole('radio', { name: '同意', exact: true }).check();
      await desk.page.getByLabel('意见', { exact: true }).fill(`${desk === one ? '甲' : '乙'}认为合法。`);
    }
    await one.page.getByRole('button', { name: '出具法律顾问意见' }).click();
    await one.page.getByText('已办理：出具法律顾问意见').waitFor();
    await other.page.getByText('您填写期间，案件有了新的变化').waitFor();
    await other.page.getByText('王律师：出具法律顾问意见').waitFor();
    expect(await other.page.getByLabel('意见', { exact: true }).inputValue()).toBe('乙认为合法。');
    await other.look('queue-changed');
    await other.page.getByRole('button', { name: '已了解变化，出具法律顾问意见' }).click();
    await other.page.getByText('已办理：出具法律顾问意见').waitFor();
    expect((await cast.intake.view(id)).opinions.map(({ text }) => text).sort()).toEqual([
      '乙认为合法。',
      '甲认为合法。',
    ]);
    one.expectNoFaults();
    other.expectNoFaults();
  });

  it('learn of the conflict when they send without live updates, and keep what was typed', async () => {
    const id = await contractAt(cast, '两个窗口同时办理的合同', 'advising', { advisers: ['adviser', 'adviser2'] });
    const desk = await workbench.window('adviser');
    const { page } = desk;
    await page.route('**/api/events/stream', (route) => route.fulfill({ status: 204 }));
    await desk.goto(`/queue/${id}`);
    await page.getByRole('button', { name: /^出具法律顾问意见/ }).click();
    await page.getByRole('checkbox', { name: '本人与本案没有利害关系' }).check();
    await page.getByRole('radio', { name: '同意', exact: true }).check();
    await page.getByLabel('意见', { exact: true }).fill('没有实时更新时写下的意见。');
    const given = await cast.adviser2.send(id, 'opinion.give', {
      noConflict: true,
      conclusion: 'agree',
      text: '同意。',
    });
    expect(given.status).toBe(200);
    desk.expectRefusal(409, /\/events$/);
    await page.getByRole('button', { name: '出具法律顾问意见' }).click();
    await page.getByText('赵律师：出具法律顾问意见').waitFor();
    expect(await page.getByLabel('意见', { exact: true }).inputValue()).toBe('没有实时更新时写下的意见。');
    await page.getByRole('button', { name: '已了解变化，出具法律顾问意见' }).click();
    await page.getByText('已办理：出具法律顾问意见').waitFor();
    desk.expectNoFaults();
  });
});

describe('a session that ends while an opinion is typed', () => {
  it('is renewed over the form, and the opinion is sent', async () => {
    const id = await contractAt(cast, '登录过期时办理的合同', 'advising');
    const desk = await workbench.window('adviser');
    const { page } = desk;
    await desk.goto(`/queue/${id}`);
    await page.getByRole('button', { name: /^出具法律顾问意见/ }).click();
    await page.getByRole('checkbox', { name: '本人与本案没有利害关系' }).check();
    await page.getByRole('radio', { name: '同意', exact: true }).check();
    await page.getByLabel('意见', { exact: true }).fill('写了很久的意见。');
    desk.expectRefusal(401, /^\/api\//);
    await page.context().clearCookies();
    await page.getByRole('button', { name: '出具法律顾问意见' }).click();
    await page.getByText('登录已过期', { exact: true }).waitFor();
    await page.getByLabel('密码').fill(password);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await page.getByLabel('意见', { exact: true }).inputValue()).toBe('写了很久的意见。');
    await page.getByRole('button', { name: '出具法律顾问意见' }).click();
    await page.getByText('已办理：出具法律顾问意见').waitFor();
    expect((await cast.adviser.view(id)).opinions[0]?.text).toBe('写了很久的意见。');
  });

  it('leaves what was typed in this browser when the tab is closed', async () => {
    const id = await contractAt(cast, '中途关闭页面的合同', 'advising');
    const desk = await workbench.window('adviser');
    const { page } = desk;
    await desk.goto(`/queue/${id}`);
    await page.getByRole('button', { name: /^出具法律顾问意见/ }).click();
    await page.getByRole('checkbox', { name: '本人与本案没有利害关系' }).check();
    await page.getByLabel('意见', { exact: true }).fill('写了一半');
    await page.reload();
    await page.getByRole('button', { name: /^出具法律顾问意见/ }).click();
    await page.getByText('已恢复您上次填写、尚未提交的内容').waitFor();
    expect(await page.getByLabel('意见', { exact: true }).inputValue()).toBe('写了一半');
    desk.expectNoFaults();
  });
});

describe('a long queue', () => {
  it('loads its next page when it is scrolled to, and keeps its position and its filter', async () => {
    for (let at = 1; at <= 60; at++) {
      await cast.clerk.post('/api/cases', { category: 'contract', title: `待送审的合同第${at}号`, scale: 'ordinary' });
    }
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto('/queue?category=contract&q=待送审的合同');
    const rows = page.getByRole('list', { name: '待办' }).getByRole('link');
    await rows.nth(49).waitFor({ state: 'attached' });
    await rows.nth(49).scrollIntoViewIfNeeded();
    await rows.nth(59).waitFor({ state: 'attached' });
    await rows.nth(55).click();
    await page.waitForURL((url) => url.pathname.startsWith('/queue/'));
    expect(new URL(page.url()).searchParams.get('q')).toBe('待送审的合同');
    expect(await rows.count()).toBe(60);
    const place = () => page.evaluate("document.querySelector('.queue-side').scrollTop");
    const before = await place();
    expect(before).toBeGreaterThan(1000);
    await resize(page, 'narrow');
    await resize(page, 'wide');
    expect(await place()).toBe(before);
    await page.getByRole('searchbox').or(page.getByLabel('按名称查找')).first().fill('第7号');
    await rows.nth(1).waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(1);
    desk.expectNoFaults();
  });
});
