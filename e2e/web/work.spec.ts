/** The first page of every role, and the list behind its numbers. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { workbenchFor } from './browser.ts';
import { choose } from './fields.ts';
import { castOf, contractAt, draftContract, type Cast } from './on-the-way.ts';

const workbench = workbenchFor('own');
let cast: Cast;

beforeAll(async () => {
  cast = await castOf(workbench.base);
});

describe('the workbench', () => {
  it('counts the clerk’s tasks, and each number opens its list', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto('/');
    await desk.look('work-clerk');
    const waiting = page.getByRole('list', { name: '我的事项' }).getByRole('link', { name: /待办$/ });
    const count = Number((await waiting.textContent())?.replace(/\D/g, ''));
    await waiting.click();
    const rows = page.getByRole('list', { name: '待办' }).getByRole('link');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(count);
    await desk.goto('/');
    await page.getByRole('link', { name: /我送审的在办$/ }).click();
    await page.waitForURL((url) => url.searchParams.get('mine') === 'submitted');
    await page.getByRole('table').waitFor();
    desk.expectNoFaults();
  });

  it('shows a new task without a reload', async () => {
    const desk = await workbench.window('adviser');
    const { page } = desk;
    await desk.goto('/');
    await desk.settled();
    await contractAt(cast, '刚刚交给顾问的合同', 'advising');
    await page.getByRole('link', { name: '刚刚交给顾问的合同' }).waitFor();
    desk.expectNoFaults();
  });

  it('fits the leader’s phone, with the numbers of the whole town', async () => {
    const desk = await workbench.window('leader', 'phone');
    const { page } = desk;
    await desk.goto('/');
    await page.getByRole('list', { name: '全部案件' }).waitFor();
    await desk.look('work-leader');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await page.getByRole('link', { name: /全部在办$/ }).click();
    await page.waitForURL((url) => url.pathname === '/cases' && url.searchParams.get('status') === 'active');
    await desk.look('cases');
  });

  it.each(['intake', 'director', 'archivist', 'county'])('opens for %s', async (username) => {
    const desk = await workbench.window(username);
    await desk.goto('/');
    await desk.look(`work-${username}`);
  });
});

describe('the list of cases', () => {
  it('keeps its filter in the URL, and gives the same rows to anyone who opens it', async () => {
    await draftContract(cast, '只此一件的起草合同');
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto('/cases');
    await desk.look('cases');
    await page.getByLabel('按名称查找').fill('只此一件');
    await page.waitForURL((url) => url.searchParams.get('q') === '只此一件');
    await choose(page, '类别', '重要合同');
    await choose(page, '状态', '在办');
    await page.getByRole('link', { name: '只此一件的起草合同' }).waitFor();
    const address = page.url();
    const again = await workbench.window('clerk');
    await again.goto(address.slice(workbench.base.length));
    await again.page.getByRole('table').getByRole('link').first().waitFor();
    expect(await again.page.getByRole('table').getByRole('link').allTextContents()).toEqual(['只此一件的起草合同']);
    desk.expectNoFaults();
  });

  it('keeps both of two changes before the page is rendered again', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto('/cases?status=active&dueBefore=2027-01-01');
    await desk.settled();
    const late = await page.getByRole('button', { name: '只看逾期' }).elementHandle();
    const asked = await page
      .locator('.ant-tag', { hasText: '期限早于' })
      .locator('.ant-tag-close-icon')
      .elementHandle();
    await page.evaluate(
      ([first, second]) => {
        for (const each of [first, second]) each?.dispatchEvent(new Event('click', { bubbles: true }));
      },
      [late, asked] as const,
    );
    await page.waitForURL(({ search }) => search === '?status=active&late=true');
    desk.expectNoFaults();
  });

  it('keeps typed text in the field while the list is still loading', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto('/cases');
    await desk.settled();
    const field = page.getByLabel('按名称查找');
    const seen: string[] = [];
    // Slow typing: each character comes when the text before it has just been requested.
    for (const [at, character] of [...'只此一件的'].entries()) {
      await field.press('End');
      await page.keyboard.insertText(character);
      await page.waitForURL(({ searchParams }) => [...(searchParams.get('q') ?? '')].length === at + 1);
      seen.push(await field.inputValue());
    }
    expect(seen).toEqual(['只', '只此', '只此一', '只此一件', '只此一件的']);
    desk.expectNoFaults();
  });

  it('loads page after page as it is scrolled, each case once', async () => {
    for (let at = 1; at <= 55; at++) {
      await cast.clerk.post('/api/cases', {
        category: 'contract',
        title: `逐页读取的合同第${at}号`,
        scale: 'ordinary',
      });
    }
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto('/cases?q=逐页读取');
    const rows = page.getByRole('table').getByRole('link');
    await rows.nth(49).scrollIntoViewIfNeeded();
    await rows.nth(54).waitFor();
    expect(new Set(await rows.allTextContents()).size).toBe(55);
    desk.expectNoFaults();
  });

  it('says what to do when nothing matches', async () => {
    const desk = await workbench.window('clerk');
    await desk.goto('/cases?q=没有这样的事项');
    await desk.page.getByText('没有符合条件的案件').waitFor();
    await desk.page.getByRole('button', { name: '清除筛选' }).click();
    await desk.page.getByRole('table').waitFor();
    desk.expectNoFaults();
  });
});
