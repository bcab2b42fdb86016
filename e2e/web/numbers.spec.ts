/** Document numbers: permissions, refusals, and the record of voided ones. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { workbenchFor } from './browser.ts';
import { castOf, contractAt, type Cast } from './on-the-way.ts';

const workbench = workbenchFor();
let cast: Cast;

beforeAll(async () => {
  cast = await castOf(workbench.base);
});

describe('document numbers', () => {
  it('are voided by the director with a reason, and stay visible there and at the case', async () => {
    const id = await contractAt(cast, '文号取错的合同', 'issued');
    const number = (await cast.director.view(id)).numbers.find(({ purpose }) => purpose === '审查意见书')?.text ?? '';
    const series = number.slice(0, number.indexOf('〕') + 1);
    const desk = await workbench.window('director');
    const { page } = desk;
    await desk.goto('/administration/numbers');
    await page.getByRole('region', { name: '文号序列' }).getByRole('link', { name: series, exact: true }).click();
    await page.getByRole('heading', { level: 2, name: `${series}的文号` }).waitFor();
    await page.getByRole('button', { name: `作废：${number}`, exact: true }).waitFor();
    await desk.look('numbers');

    await page.getByRole('button', { name: `作废：${number}`, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: `作废 ${number}` });
    await dialog.getByRole('button', { name: /作\s?废/ }).click();
    await dialog.getByText('请填写作废的理由').waitFor();
    await dialog.getByLabel('理由').fill('与另一件重号');
    await desk.look('number-void');
    await dialog.getByRole('button', { name: /作\s?废/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('与另一件重号（孙所长').waitFor();
    await page.getByRole('link', { name: `${series}作废 1 个，查看清单` }).click();
    const rows = page.getByRole('region', { name: '文号', exact: true }).getByRole('row');
    await page.getByRole('heading', { level: 2, name: `${series}作废的文号` }).waitFor();
    await desk.settled();
    expect(await rows.count()).toBe(1 + 1);
    await desk.look('numbers-void');

    await page.getByRole('link', { name: '文号取错的合同' }).click();
    const given = page.getByRole('list', { name: '文号' }).getByRole('listitem').filter({ hasText: number });
    await given.getByText('与另一件重号（孙所长').waitFor();
    expect(await given.locator('del').innerText()).toBe(number);
    await page.getByRole('list', { name: '文书' }).getByText('文号已作废').first().waitFor();
    await desk.look('case-papers-void');
    await page.getByRole('tab', { name: '经过' }).click();
    await page.getByText('作废文号').waitFor();
    await page.getByText('与另一件重号').waitFor();
    desk.expectNoFaults();
  });

  it('are read by colleagues, who may not void one; a second voiding is refused', async () => {
    const id = await contractAt(cast, '重复作废的合同', 'accepted');
    const text = (await cast.intake.view(id)).numbers[0]?.text ?? '';
    const found = await cast.intake.get<{ items: { id: string }[] }>(`/api/numbers?case=${id}`);
    const number = found.body.items[0]?.id ?? '';
    const reviewer = await workbench.window('intake');
    await reviewer.goto(`/cases/${id}?tab=papers`);
    await reviewer.page.getByRole('list', { name: '文号' }).getByText('有效').waitFor();
    expect(await reviewer.page.getByRole('button', { name: /^作废/ }).count()).toBe(0);
    reviewer.expectNoFaults();
    expect(await cast.intake.post(`/api/numbers/${number}/void`, { reason: '错号' })).toMatchObject({
      status: 403,
      body: { code: 'number.void-forbidden' },
    });
    expect((await cast.director.post(`/api/numbers/${number}/void`, { reason: ' ' })).status).toBe(422);

    const desk = await workbench.window('director');
    const { page } = desk;
    await desk.goto(`/cases/${id}?tab=papers`);
    await page.getByRole('button', { name: `作废：${text}`, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: `作废 ${text}` });
    await dialog.getByLabel('理由').fill('错号');
    // Meanwhile it was voided at another screen.
    expect((await cast.director.post(`/api/numbers/${number}/void`, { reason: '错号' })).status).toBe(200);
    desk.expectRefusal(409, /\/void$/);
    await dialog.getByRole('button', { name: /作\s?废/ }).click();
    await dialog.locator('[data-code="number.already-void"]').waitFor();
    desk.expectNoFaults();
  });

  it('are read on a phone', async () => {
    const desk = await workbench.window('director', 'phone');
    await desk.goto('/administration/numbers');
    await desk.page.getByRole('region', { name: '文号', exact: true }).getByRole('row').nth(1).waitFor();
    await desk.look('numbers');
  });
});
