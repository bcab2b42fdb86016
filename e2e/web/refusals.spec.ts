/** What rules refused in a case, in its history. */
import { describe, expect, it } from '@jest/globals';
import { workbenchFor } from './browser.ts';
import { resize } from './fields.ts';

const workbench = workbenchFor();

describe('the history of a case', () => {
  it('shows between its steps who was refused what by which rules, and repeated refusals once', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    const created = await page.request.post('/api/cases', { data: { category: 'contract', title: '被拒绝的合同' } });
    const { id } = (await created.json()) as { id: string };
    const send = async (type: string, payload: object): Promise<number> =>
      (await page.request.post(`/api/cases/${id}/events`, { data: { type, payload } })).status();
    const sign = () => send('contract.sign', { on: '2026-03-02' });
    expect(await sign()).toBe(422);
    expect(await send('draft.amend', { title: '被拒绝的合同（改）' })).toBe(200);
    expect(await sign()).toBe(422);
    await desk.goto(`/cases/${id}?tab=history`);
    const refused = page.locator('[data-refused="contract.sign"]');
    await refused.getByText('被拒绝', { exact: true }).waitFor();
    expect(await refused.count()).toBe(1);
    expect(await refused.locator('[data-rule="review.concluded"]').innerText()).toMatch(
      /[\p{Script=Han}]{6}[^]*依据：/u,
    );
    await refused.getByText('同样的拒绝共 2 次').click();
    await refused.getByText(/^此前：/).waitFor();
    // The newest first: it was met after the second row of the history.
    const order = await page
      .locator('[data-seq], [data-refused]')
      .evaluateAll((rows: { dataset: { seq?: string } }[]) => rows.map(({ dataset }) => dataset.seq ?? 'refused'));
    expect(order).toEqual(['refused', '2', '1']);
    for (const width of [390, 1366, 1920]) {
      await resize(page, width);
      await refused.waitFor();
      await desk.expectNoSidewaysScrolling();
      await desk.look(`case-refused-${width}`);
    }
  });

  it('is not for an adviser without the case, and is for the county', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    const created = await page.request.post('/api/cases', {
      data: { category: 'contract', title: '多次被拒绝的合同' },
    });
    const { id } = (await created.json()) as { id: string };
    const first = (await (await page.request.get(`/api/cases/${id}/refusals`)).json()) as object;
    expect(first).toEqual({ items: [], next: null });
    await page.request.post(`/api/cases/${id}/events`, {
      data: { type: 'contract.sign', payload: { on: '2026-03-02' } },
    });
    const adviser = await workbench.window('adviser');
    expect((await adviser.page.request.get(`/api/cases/${id}/refusals`)).status()).toBe(404);
    const town = await workbench.window('county');
    const seen = (await (await town.page.request.get(`/api/cases/${id}/refusals`)).json()) as { items: object[] };
    expect(seen.items).toHaveLength(1);
  });
});
