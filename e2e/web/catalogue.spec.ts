/** The catalogue of categories, and the administrator's view of the running server. */
import { describe, it } from '@jest/globals';
import { workbenchFor } from './browser.ts';

const workbench = workbenchFor();

describe('the catalogue', () => {
  it.each(['desktop', 'phone'] as const)(
    'shows the requirements of each category and their citations (%s)',
    async (width) => {
      const desk = await workbench.window('clerk', width);
      const { page } = desk;
      await desk.goto('/catalogue');
      await page.getByRole('link', { name: '规范性文件' }).waitFor();
      await desk.look('catalogue');
      await page.getByRole('link', { name: '规范性文件' }).click();
      await page.getByRole('heading', { level: 1, name: '规范性文件' }).waitFor();
      await page.getByText('起草说明').first().waitFor();
      await desk.look('category-materials');
      for (const section of ['期限', '参数', '动作', '规则与依据']) {
        await desk.section('栏目', section);
        await page.getByRole('region', { name: section }).getByRole('row').nth(1).waitFor();
      }
      await desk.look('category-rules');
    },
  );
});

describe('running the installation', () => {
  it.each([
    ['versions', '流程版本'],
    ['channels', '邮件与机器人'],
    ['incidents', '投递故障'],
    ['jobs', '后台任务'],
    ['queue', '运行状况'],
  ])('shows the administrator %s', async (section, tab) => {
    const desk = await workbench.window('admin');
    await desk.goto(`/administration/${section}`);
    await desk.page.getByRole('tab', { name: tab, selected: true }).waitFor();
    await desk.look(`administration-${section}`);
  });

  it('shows the background work on a phone, no wider than its screen', async () => {
    const desk = await workbench.window('admin', 'phone');
    await desk.goto('/administration/jobs');
    await desk.page.getByRole('cell', { name: '台账导入', exact: true }).waitFor();
    await desk.expectNoSidewaysScrolling();
    await desk.look('administration-jobs-phone');
  });
});
