/** The index of audio and video records of a case: gaps, entries, and void entries. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Cast } from '../walker.ts';
import { workbenchFor } from './browser.ts';
import { choose, today } from './fields.ts';
import { caseAt, walkersOf } from './walked-case.ts';

const workbench = workbenchFor();
let cast: Cast;

beforeAll(async () => {
  cast = await walkersOf(workbench.base);
});

const tabs = '案件的各部分';

describe('the index of audio and video records', () => {
  const film = Buffer.from('film of the service of the notice');

  /** Types a time as the device shows it. */
  async function moment(form: Locator, label: string, at: string): Promise<void> {
    await form.getByLabel(label).fill(at);
    await form.getByLabel(label).blur();
    // The picker takes a typed time when it closes, up to some frames after the blur.
    await form.page().locator('.ant-picker-dropdown:visible').waitFor({ state: 'detached' });
  }

  it('names a gap with its citation, refuses a wrong entry with a message, and closes the gap with the right one', async () => {
    const id = await caseAt(cast, 'enforcement-decision', '对某砂场擅自采砂拟作出罚款的决定', 'submit');
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto(`/cases/${id}`);
    await desk.section(tabs, '音像记录');
    const gaps = page.getByRole('region', { name: '缺少的音像记录' });
    const gap = gaps.locator('[data-gap=notice]');
    await gap.getByText('但目录中没有“告知”环节的音像记录').waitFor();
    await gap.getByText(/依据：/).waitFor();
    expect(await gaps.getByRole('listitem').count()).toBe(2);
    await page.getByText('还没有登记音像记录').waitFor();
    await desk.look('recordings-gaps');

    await gap.getByRole('button', { name: '补登“告知”' }).click();
    const dialog = page.getByRole('dialog', { name: '登记音像记录' });
    await dialog.getByText('告知', { exact: true }).waitFor();
    await dialog.getByLabel('设备编号').fill('DSJ-2203');
    await dialog.getByLabel('执法人员').fill('张某、李某');
    await moment(dialog, '开始时间', `${today()} 00:09:30`);
    await moment(dialog, '结束时间', `${today()} 00:02:10`);
    await dialog.getByLabel('证明内容').fill('向当事人送达告知书并宣读其权利');
    await dialog.getByLabel('选择音像文件').setInputFiles({ name: '告知.mp4', mimeType: 'video/mp4', buffer: film });
    await dialog.getByText('已计算：告知.mp4').waitFor();
    const sha256 = createHash('sha256').update(film).digest('hex');
    expect(await dialog.getByLabel('文件哈希（SHA-256）').inputValue()).toBe(sha256);
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog.getByText('结束时间应晚于开始时间').waitFor();
    await desk.look('recordings-wrong');

    // A problem that only the server detects is shown with its message, and typed values are kept.
    desk.expectRefusal(422, /recordings$/);
    await moment(dialog, '结束时间', '2099-01-01 00:00:00');
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog.getByRole('alert').getByText('结束时间晚于现在').waitFor();
    await moment(dialog, '开始时间', '2026-11-02 09:00:00');
    await moment(dialog, '结束时间', '2026-11-02 09:12:30');
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await gap.waitFor({ state: 'hidden' });
    expect(await gaps.getByRole('listitem').count()).toBe(1);
    const entries = page.getByRole('region', { name: '音像记录目录' });
    await entries.getByText('2026年11月2日 09:12:30').waitFor();
    await desk.look('recordings-entered');

    // Entered for the wrong device: it stays but does not count, so the gap is back.
    await entries.getByRole('button', { name: '作废告知（DSJ-2203）的记录' }).click();
    const voiding = page.getByRole('dialog', { name: '作废告知（DSJ-2203）的记录' });
    await voiding.getByRole('button', { name: '作废' }).click();
    await voiding.getByText('请填写作废的理由').waitFor();
    await voiding.getByLabel('理由').fill('设备编号填错');
    await voiding.getByRole('button', { name: '作废' }).click();
    await entries.getByText('已作废：设备编号填错').waitFor();
    await gap.waitFor();
    await desk.look('recordings-voided');
  });

  it('takes name and hash from an uploaded file, and links to it (phone)', async () => {
    const id = await caseAt(cast, 'enforcement-decision', '对某餐馆占道经营拟作出罚款的决定', 'submit');
    const desk = await workbench.window('intake', 'phone');
    const { page } = desk;
    await desk.goto(`/cases/${id}`);
    await desk.section(tabs, '音像记录');
    await page.getByRole('button', { name: '登记音像记录' }).click();
    const dialog = page.getByRole('dialog', { name: '登记音像记录' });
    await choose(dialog, '环节', '检查、调查取证');
    await dialog.getByLabel('设备编号').fill('DSJ-0001');
    await dialog.getByLabel('执法人员').fill('王某');
    await moment(dialog, '开始时间', '2026-11-03 10:00:00');
    await moment(dialog, '结束时间', '2026-11-03 10:20:00');
    await choose(dialog, '已报送的文件', '盖章扫描件.pdf');
    await dialog.getByLabel('文件名').waitFor({ state: 'hidden' });
    await dialog.getByLabel('证明内容').fill('现场检查');
    await desk.look('recordings-form');
    await dialog.getByRole('button', { name: '登记' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await desk.expectNoSidewaysScrolling();
    await desk.look('recordings');
    await page.getByRole('link', { name: '盖章扫描件.pdf' }).click();
    await page.locator('.reader-page[data-drawn=true] canvas').waitFor();
    desk.expectNoFaults();
  });

  it('is read-only for people who do not maintain it, and absent where nothing is recorded', async () => {
    const enforcement = await caseAt(cast, 'enforcement-decision', '对某商铺违规经营拟作出罚款的决定', 'submit');
    const contract = await caseAt(cast, 'contract', '办公楼外墙清洗合同', 'submit');
    const desk = await workbench.window('leader');
    await desk.goto(`/cases/${enforcement}?tab=recordings`);
    await desk.page.locator('[data-gap=notice]').waitFor();
    expect(await desk.page.getByRole('button', { name: /登记|补登/ }).count()).toBe(0);
    await desk.goto(`/cases/${contract}`);
    await desk.page.getByRole('tab', { name: '卷宗' }).waitFor();
    expect(await desk.page.getByRole('tab', { name: '音像记录' }).count()).toBe(0);
    desk.expectNoFaults();
  });
});
