/**
 * A normative document from its draft to the archive, using only the pages: clerk, intake, adviser, director,
 * archivist.
 */
import { expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { workbenchFor, type Desk } from './browser.ts';
import { choose, day, today } from './fields.ts';
import { Client } from '../client.ts';

const title = '镇区共享单车停放管理办法';

const workbench = workbenchFor();

/** Finds the case in the person's own queue, which other tests may have filled, and opens the form of an answer. */
async function answer(desk: Desk, label: string, fill: (form: Locator) => Promise<void> = async () => {}) {
  const { page } = desk;
  await desk.goto(`/queue?q=${title}`);
  await page.getByRole('list', { name: '待办' }).getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { level: 2, name: title }).waitFor();
  await page
    .getByRole('group', { name: '可以办理的事项' })
    .getByRole('button', { name: new RegExp(`^${label}`) })
    .click();
  const form = page.getByRole('form', { name: label });
  await form.waitFor();
  await fill(form);
  await form.locator('button[type=submit]').click();
  await page.getByText(`已办理：${label}`).first().waitFor();
  desk.expectNoFaults();
}

it('goes from submission to the archive through the browsers of five people', async () => {
  const clerk = await workbench.window('clerk');
  const intake = await workbench.window('intake');
  const adviser = await workbench.window('adviser', 'phone');
  const director = await workbench.window('director');
  const archivist = await workbench.window('archivist');

  // The clerk drafts, sees what is missing, uploads the materials, and submits.
  await clerk.goto('/');
  await clerk.page.getByRole('link', { name: '送审', exact: true }).last().click();
  await clerk.page.getByRole('radio', { name: /规范性文件/ }).check();
  await clerk.page.getByLabel('事项名称').fill(title);
  await clerk.page.getByLabel('送审单位').fill('综合执法办');
  await clerk.page.getByRole('button', { name: /保存/ }).first().click();
  await clerk.page.waitForURL((url) => /^\/submit\/.+/.test(url.pathname));
  const id = new URL(clerk.page.url()).pathname.split('/')[2] ?? '';
  // Waits for the page of the draft itself: the previous page also lists the required materials.
  await clerk.page.getByRole('button', { name: '提交送审' }).waitFor();
  await clerk.page.getByText(/还缺 \d+ 项/).waitFor();
  const known = await Client.login(workbench.base, 'clerk');
  const { materials } = await known.view(id);
  for (const { label } of materials.filter(({ required }) => required)) {
    await clerk.page.getByLabel(`上传${label}`).setInputFiles({
      name: `${label}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`${title}\n${label}\n第一条 为规范停放秩序，制定本办法。\n`),
    });
    await clerk.page.getByText(`${label}.txt`).first().waitFor();
  }
  await clerk.page.getByText('必报材料已齐全').waitFor();
  await clerk.page.getByRole('checkbox', { name: /真实性承诺/ }).check();
  await clerk.page.getByRole('button', { name: '提交送审' }).click();
  await clerk.page.getByText('案件现处于').waitFor();
  clerk.expectNoFaults();

  await answer(intake, '受理');
  await answer(intake, '指派法律顾问', (form) => choose(form, '法律顾问', '王律师'));
  await answer(adviser, '出具法律顾问意见', async (form) => {
    await form.getByRole('checkbox', { name: '本人与本案没有利害关系' }).check();
    await form.getByRole('radio', { name: '修改后同意' }).check();
    await form.getByLabel('意见', { exact: true }).fill('第七条罚则没有依据，建议删去。');
    await form.getByRole('button', { name: '添加逐条意见' }).click();
    await form.getByLabel('条款').fill('第七条');
    await form.getByLabel('问题').fill('罚则没有依据');
  });
  await answer(intake, '提出审查意见', async (form) => {
    await form.getByRole('button', { name: '其余均为“未发现问题”' }).click();
    await form.getByRole('radio', { name: '合法', exact: true }).check();
    await form.getByLabel('审查意见', { exact: true }).fill('经审查，内容合法；第七条按法律顾问意见修改。');
  });
  await answer(director, '审签', async (form) => {
    await form.getByLabel(/^审查结论第 1 句/).fill('经审查，该办法合法，可以提交审议。');
  });
  await answer(clerk, '反馈采纳情况', async (form) => {
    // The adviser's point must be answered; the answer to the whole follows from the lines.
    await form.getByText('第七条').first().waitFor();
    const adopted = form.getByRole('radio', { name: '全部采纳' });
    // One of each line, and the last of the whole.
    await adopted.nth(1).waitFor();
    const lines = (await adopted.count()) - 1;
    for (let at = 0; at < lines; at++) await adopted.nth(at).check();
    await form.getByRole('radio', { name: '全部采纳', checked: true }).nth(lines).waitFor();
  });
  await answer(clerk, '登记集体讨论', async (form) => {
    await day(form, '会议日期', today());
    await form.getByLabel('会议名称').fill('镇长办公会2026年第20次会议');
    await form.getByRole('radio', { name: '通过', exact: true }).check();
    // The floor of working days has not passed: a reason is required.
    clerk.expectRefusal(422, /\/events$/);
    await form.locator('button[type=submit]').click();
    await form.locator('[data-rule="deliberation.floor"]').waitFor();
    await form.getByLabel(/之前不宜审议/).fill('年底前须公布施行，已充分征求意见。');
  });
  await answer(clerk, '公布', async (form) => {
    await form.getByLabel('文号').fill('柳政发〔2026〕31号');
    // Enter accepts the date, and does not submit the form.
    await day(form, '公布日期', today());
  });
  await answer(clerk, '公开', async (form) => {
    await day(form, '公开日期', today());
    await form.getByLabel('公开渠道').fill('镇政府门户网站');
  });
  await answer(intake, '报送备案', async (form) => {
    await day(form, '报备日期', today());
    await form.getByLabel('备案机关').fill('清河县人民政府');
  });
  await answer(archivist, '归档', (form) => form.getByLabel('档号').fill('2026-规-12'));

  const filed = await known.view(id);
  expect(filed.status).toBe('done');
  expect(filed.history.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['submit', 'opinion.give', 'findings.record', 'sign-off', 'promulgate', 'file', 'archive']),
  );
});
