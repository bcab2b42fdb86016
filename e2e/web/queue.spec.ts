/** The work of adviser and reviewer in their queues. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { workbenchFor } from './browser.ts';
import { choose, resize } from './fields.ts';
import { castOf, contractAt, type Cast } from './on-the-way.ts';

const workbench = workbenchFor();
let cast: Cast;

beforeAll(async () => {
  cast = await castOf(workbench.base);
});

describe('the adviser on a phone', () => {
  it('declares first, gives the opinion, and sees the next case', async () => {
    const id = await contractAt(cast, '手机上办理的采购合同', 'advising');
    await contractAt(cast, '紧接着办理的租赁合同', 'advising');
    const desk = await workbench.window('adviser', 'phone');
    const { page } = desk;
    await desk.goto('/queue');
    await desk.look('queue-list');
    await desk.goto(`/queue/${id}`);
    await page.getByRole('heading', { name: '手机上办理的采购合同' }).waitFor();
    await page.getByText('第一条').first().waitFor();
    await desk.look('queue-case');
    await page.getByRole('button', { name: '出具法律顾问意见' }).click();
    const send = page.getByRole('button', { name: '出具法律顾问意见' });
    // The button that opens the form has the same name.
    await send.and(page.locator(':disabled')).waitFor();
    expect(await page.getByLabel('意见', { exact: true }).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: '本人与本案没有利害关系' }).check();
    await page.getByRole('radio', { name: '修改后同意' }).check();
    await page.getByLabel('意见', { exact: true }).fill('第五条违约责任不明，建议补充。');
    await page.getByRole('button', { name: '添加逐条意见' }).click();
    await page.getByLabel('条款').fill('第五条');
    await page.getByLabel('建议').fill('写明违约金的计算方法');
    await desk.look('queue-opinion');
    await page.getByText('看材料').click();
    await page.getByText('第一条').first().waitFor();
    await page.getByText('填写', { exact: true }).click();
    await send.click();
    await page.getByText('已办理：出具法律顾问意见').waitFor();
    await page.waitForURL((url) => url.pathname.startsWith('/queue/') && !url.pathname.endsWith(id));
    const opinion = (await cast.adviser.view(id)).opinions[0];
    expect(opinion?.points).toEqual([{ clause: '第五条', suggestion: '写明违约金的计算方法' }]);
    desk.expectNoFaults();
  });

  it('declares a conflict instead, and the case disappears', async () => {
    const id = await contractAt(cast, '需要回避的合同', 'advising');
    const desk = await workbench.window('adviser', 'phone');
    const { page } = desk;
    await desk.goto(`/queue/${id}`);
    await page.getByRole('button', { name: '出具法律顾问意见' }).click();
    await page.getByRole('button', { name: '有利害关系，申请回避' }).click();
    await page.getByLabel('理由').fill('对方当事人是本人近亲属。');
    desk.expectRefusal(404, new RegExp(`/api/cases/${id}`));
    await page.getByRole('button', { name: '回避', exact: true }).click();
    await page.getByText('已办理：回避').waitFor();
    await desk.goto('/queue');
    await desk.settled();
    expect(await page.getByText('需要回避的合同').count()).toBe(0);
    await page.goto(`/queue/${id}`);
    await page.getByText('没有', { exact: false }).first().waitFor();
    desk.expectNoFaults();
  });
});

describe('a window that becomes narrow and wide again', () => {
  it('keeps typed values, the opened document and the cursor', async () => {
    const id = await contractAt(cast, '转动屏幕时办理的合同', 'advising');
    const desk = await workbench.window('adviser');
    const { page } = desk;
    await desk.goto(`/queue/${id}`);
    await page.getByRole('tab', { name: /^概况与时限/ }).click();
    await page.getByRole('button', { name: /^出具法律顾问意见/ }).click();
    // The section that was open before the form is still open next to it.
    await page.getByRole('tab', { name: /^概况与时限/, selected: true }).waitFor();
    await page.getByRole('checkbox', { name: '本人与本案没有利害关系' }).check();
    await page.getByRole('radio', { name: '修改后同意' }).check();
    await page.getByRole('button', { name: '添加逐条意见' }).click();
    await page.getByLabel('条款').fill('第五条');
    const opinion = page.getByLabel('意见', { exact: true });
    await opinion.fill('第五条违约责任不明，');
    for (const to of ['narrow', 'wide'] as const) {
      await resize(page, to);
      await page.keyboard.type(to === 'narrow' ? '建议' : '补充。');
    }
    expect(await opinion.inputValue()).toBe('第五条违约责任不明，建议补充。');
    expect(await page.getByLabel('条款').inputValue()).toBe('第五条');
    expect(await page.getByRole('radio', { name: '修改后同意' }).isChecked()).toBe(true);
    // Nothing had to be restored from the browser's storage.
    expect(await page.getByText('已恢复您上次填写').count()).toBe(0);
    await page.getByRole('tab', { name: /^概况与时限/, selected: true }).waitFor();
    await resize(page, 'narrow');
    await page.getByText('看材料').click();
    await page.getByRole('combobox', { name: '阅读' }).waitFor();
    await desk.look('queue-narrowed');
    await resize(page, 'wide');
    await desk.look('queue-answering');
  });

  it('keeps a dialog of the list of tasks', async () => {
    const id = await contractAt(cast, '转动屏幕时转办的合同', 'advising');
    const desk = await workbench.window('adviser');
    const { page } = desk;
    await desk.goto(`/queue/${id}`);
    await page.getByText('任务（1）').click();
    await page.getByRole('button', { name: /其他操作/ }).click();
    await page.getByRole('menuitem', { name: '委派', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await choose(dialog, '受委派人', '赵律师');
    for (const to of ['narrow', 'wide'] as const) {
      await resize(page, to);
      await dialog.getByText('赵律师').first().waitFor();
    }
    desk.expectNoFaults();
  });
});

describe('the reviewer at the keyboard', () => {
  it('moves, opens, answers and continues without the mouse', async () => {
    const id = await contractAt(cast, '只用键盘受理的合同', 'submitted');
    const desk = await workbench.window('intake');
    const { page } = desk;
    await desk.goto('/queue');
    await page.getByRole('list', { name: '待办' }).getByRole('link').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: '键盘操作' }).waitFor();
    await desk.look('queue-keys');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('/');
    await page.keyboard.type('只用键盘受理');
    await page.waitForURL((url) => url.searchParams.has('q'));
    await page.getByRole('list', { name: '待办' }).getByRole('link').nth(1).waitFor({ state: 'detached' });
    // A letter typed into a field is text, not a shortcut.
    expect(new URL(page.url()).pathname).toBe('/queue');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === `/queue/${id}`);
    await page.getByRole('button', { name: /^受理/ }).waitFor();
    await desk.look('queue');
    await page.keyboard.press('a');
    await page.getByRole('form', { name: '受理' }).waitFor();
    await page.keyboard.type('材料齐全');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已办理：受理').waitFor();
    expect((await cast.intake.view(id)).stage).toBe('指派法律顾问');
    desk.expectNoFaults();
  });

  it('asks for everything that is missing at once', async () => {
    const id = await contractAt(cast, '需要补正的合同', 'submitted');
    const desk = await workbench.window('intake');
    const { page } = desk;
    await desk.goto(`/queue/${id}`);
    await page.getByRole('button', { name: /^要求补正/ }).click();
    await page.getByLabel('补正事项 1').fill('请补充授权委托书');
    await page.getByRole('button', { name: '添加补正事项' }).click();
    await page.getByLabel('补正事项 2').fill('请补充资金来源说明');
    await page.getByRole('button', { name: '要求补正' }).click();
    await page.getByText('已办理：要求补正').waitFor();
    expect((await cast.intake.view(id)).history.at(-1)?.payload).toEqual({
      items: ['请补充授权委托书', '请补充资金来源说明'],
    });
    desk.expectNoFaults();
  });

  it('is refused with the citation when an adviser found it illegal, and continues with a rebuttal', async () => {
    const id = await contractAt(cast, '与顾问意见不一致的合同', 'examining', { adviserSays: 'illegal' });
    const desk = await workbench.window('intake');
    const { page } = desk;
    await desk.goto(`/queue/${id}`);
    await page.getByRole('button', { name: /^提出审查意见/ }).click();
    await page.getByText('王律师认为不合法').waitFor();
    await page.getByRole('button', { name: '其余均为“未发现问题”' }).click();
    await page.getByRole('radio', { name: '可以签订' }).first().check();
    await page.getByLabel('审查意见', { exact: true }).fill('经审查，可以签订。');
    desk.expectRefusal(422, /\/events$/);
    await page.getByRole('button', { name: '提出审查意见' }).click();
    const refusal = page.locator('[data-rule="rebuttal.required"]');
    await refusal.waitFor();
    expect(await refusal.textContent()).toContain('依据：');
    await desk.look('queue-findings-refused');
    await page.getByLabel('不采纳法律顾问意见的理由').fill('顾问所引条款已经修改，附新条款。');
    await page.getByRole('button', { name: '提出审查意见' }).click();
    await page.getByText('已办理：提出审查意见').waitFor();
    expect((await cast.intake.view(id)).stage).toBe('审签');
    desk.expectNoFaults();
  });
});
