/** The pages in dark mode, and printed. */
import { describe, expect, it } from '@jest/globals';
import { workbenchFor, type Desk } from './browser.ts';

const workbench = workbenchFor();

async function someCase(desk: Desk): Promise<string> {
  const answer = await desk.page.request.get('/api/cases', { params: { q: '农村公益性岗位管理办法' } });
  return ((await answer.json()) as { items: { id: string }[] }).items[0]!.id;
}

const unread = 104;

/**
 * Axe does not check a text of one character, so the number of unread notices is made larger; its real value varies.
 */
async function manyUnread({ page }: Desk): Promise<void> {
  await page.route(/\/api\/notifications\?.*unread=true/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...((await response.json()) as object), unread } });
  });
}

describe('on a dark screen', () => {
  it.each([
    ['intake', 'desktop', ['/', '/queue', '/register', '/catalogue', '/notices']],
    ['director', 'desktop', ['/reports/2023', '/reports/2023/statistics', '/overview', '/indicators', '/me']],
    ['adviser', 'phone', ['/', '/queue']],
  ] as const)('%s can read every word (%s)', async (username, width, places) => {
    const desk = await workbench.window(username, width, 'dark');
    await manyUnread(desk);
    for (const [at, place] of places.entries()) {
      await (at === 0 ? desk.goto(place) : desk.turnTo(place));
      if (username === 'intake') await desk.page.getByTitle(String(unread)).waitFor();
      await desk.look(`dark-${place.replaceAll('/', '-').replace(/^-/, '') || 'work'}`);
    }
  });

  it('a case and its diagram can be read', async () => {
    const desk = await workbench.window('intake', 'desktop', 'dark');
    const id = await someCase(desk);
    await desk.goto(`/cases/${id}`);
    await desk.look('dark-case-overview');
    for (const [tab, name] of [
      ['opinions', '意见'],
      ['clocks', '期限'],
      ['papers', '文书'],
      ['diagram', '流程图'],
      ['history', '经过'],
    ] as const) {
      await desk.section('案件的各部分', name);
      await desk.look(`dark-case-${tab}`);
    }
  });

  it('stays as the person chose, whatever the system setting', async () => {
    const desk = await workbench.window('clerk', 'desktop', 'dark');
    const { page } = desk;
    await desk.goto('/me');
    await page.getByText('浅色', { exact: true }).click();
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate('document.documentElement.style.colorScheme')).toBe('light');
    desk.expectNoFaults();
  });
});

describe('on paper', () => {
  it.each(['/reports/2023', 'case', 'brief'])('%s is printed without what only a screen needs', async (what) => {
    const desk = await workbench.window('intake');
    const { page } = desk;
    const id = await someCase(desk);
    await desk.goto({ case: `/cases/${id}`, brief: `/cases/${id}/brief` }[what] ?? what);
    await desk.settled();
    await page.emulateMedia({ media: 'print' });
    // A4 portrait at 96 dpi.
    await page.setViewportSize({ width: 794, height: 1123 });
    expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
    expect(
      await page
        .getByRole('button', { name: /复制|冻结/ })
        .filter({ visible: true })
        .count(),
    ).toBe(0);
    await desk.look(`print-${what.replaceAll('/', '-').replace(/^-/, '')}`);
  });
});
