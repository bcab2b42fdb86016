/** The days of adviser and reviewer in their queues. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { password, workbenchFor } from './browser.ts';
import { choose, resize } from './hands.ts';
import { castOf, contractAt, type Cast } from './on-the-way.ts';

const workbench = workbenchFor();
let cast: Cast;

beforeAll(async () => {
  cast = await castOf(workbench.base);
});

describe('the adviser on a phone', () => {
  it('declares first, gives the opinion, and has the next case before him', async () => {
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
    expect(await send.isDisabled()).toBe(true);
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

  it('recuses himself instead, and the case is gone', async () => {
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
  it('keeps what is typed, what is read and where the cursor is', async () => {
    const id = await contractAt(cast, '转动屏幕时办理的合同', 'advising');
    const desk = await workbench.window('adviser');
    const { page } = desk;
    await desk.goto(`/queue/${id}`);
    await page.getByRole('tab', { name: /^概况与时限/ }).click();
    await page.getByRole('button', { name: /^出具法律顾问意见/ }).click();
    // What was read before the form came is still there beside it.
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
    // Nothing had to be brought back from what is kept for another time.
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
  it('moves, opens, answers and goes on without the mouse', async () => {
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
    // A letter typed into a field is a letter.
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

  it('is refused with the article when an adviser found it illegal, and goes on with a rebuttal', async () => {
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

describe('work that is passed on', () => {
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
  it('see each other’s steps while they type, and send anew on purpose', async () => {
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

  it('a window without live updates learns of the conflict when it sends, and keeps what was typed', async () => {
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
  it('loads its next page when it is scrolled to, and keeps its place and its filter', async () => {
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
