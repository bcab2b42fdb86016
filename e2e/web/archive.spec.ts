/** Handing over archived cases, and the buttons of a case on its way there. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Cast } from '../walker.ts';
import { workbenchFor } from './browser.ts';
import { bytesOf, downloaded } from './downloads.ts';
import { choose, today } from './fields.ts';
import { caseAt, walkersOf } from './walked-case.ts';

const workbench = workbenchFor();
let cast: Cast;

beforeAll(async () => {
  cast = await walkersOf(workbench.base);
});

describe('the archive', () => {
  it('transfers a file once, with a list of its cases', async () => {
    const title = '镇区公交站亭维修合同';
    const id = await caseAt(cast, 'contract', title, null);
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

    // A second time is refused with a message.
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
    await desk.expectNoSidewaysScrolling();
    await desk.look('archive');
    await desk.section('栏目', '移交');
    await desk.page
      .getByRole('region', { name: '移交记录' })
      .or(desk.page.getByText('还没有移交过档案'))
      .first()
      .waitFor();
    await desk.expectNoSidewaysScrolling();
    await desk.look('archive-hand-overs');
  });
});

describe('the buttons of a case', () => {
  it('never show a recusal first', async () => {
    const id = await caseAt(cast, 'contract', '镇区窨井盖采购合同', 'opinion.give');
    const desk = await workbench.window('intake');
    await desk.goto(`/cases/${id}`);
    const recuse = desk.page
      .getByRole('group', { name: '可以办理的事项' })
      .getByRole('button', { name: '回避', exact: true });
    await recuse.waitFor();
    expect(await recuse.getAttribute('class')).not.toContain('ant-btn-primary');
    desk.expectNoFaults();
  });

  it('link to the comparison of the sealed copy instead of asking for hashes', async () => {
    const id = await caseAt(cast, 'contract', '镇区护栏安装合同', 'file');
    const desk = await workbench.window('intake', 'phone');
    const { page } = desk;
    await desk.goto(`/cases/${id}/brief`);
    await page.getByRole('link', { name: '确认盖章文本的比对结果' }).click();
    await page.waitForURL((url) => url.searchParams.get('tab') === 'documents');
    await page.getByText('签订后的合同（盖章文本）').first().waitFor();
    desk.expectNoFaults();
  });

  it('open a form that shows an optional group once', async () => {
    const id = await caseAt(cast, 'contract', '镇区雨棚安装合同', 'submit');
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
