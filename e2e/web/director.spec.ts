/** The director signs off and sends back; disabled buttons give reasons; colleagues are urged and notified. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import { workbenchFor } from './browser.ts';
import { choose, resize } from './fields.ts';
import { castOf, contractAt, type Cast } from './on-the-way.ts';

const workbench = workbenchFor();
let cast: Cast;

beforeAll(async () => {
  cast = await castOf(workbench.base);
});

describe('the director', () => {
  it('edits the letter in place, previews it as the paper, and signs it off', async () => {
    const id = await contractAt(cast, '待审签的合同', 'signing-off');
    const desk = await workbench.window('director');
    const { page } = desk;
    await desk.goto(`/queue/${id}`);
    await page.getByRole('button', { name: /^审签/ }).click();
    const form = page.getByRole('form', { name: '审签' });
    await form.getByLabel(/^审查结论第 1 句/).fill('经审查，可以签订。请按意见完善后用印。');
    await desk.look('queue-sign-off');
    await form.getByRole('button', { name: '预览成文' }).click();
    await page.frameLocator('.ant-modal iframe').getByText('请按意见完善后用印').waitFor();
    await desk.look('letter-preview');
    for (const to of ['narrow', 'wide'] as const) {
      await resize(page, to);
      await page.frameLocator('.ant-modal iframe').getByText('请按意见完善后用印').waitFor();
    }
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /close|关闭/i })
      .click();
    await form.locator('button[type=submit]').click();
    await page.getByText('已办理：审签').waitFor();
    expect((await cast.director.view(id)).numbers.map(({ purpose }) => purpose)).toContain('审查意见书');
    const { body } = await cast.director.get<{ status: string; sections: { lines: { text: string }[] }[] }>(
      `/api/cases/${id}/opinion-letter/draft`,
    );
    expect(body.status).toBe('signed');
    expect(body.sections.at(-1)?.lines[0]?.text).toBe('经审查，可以签订。请按意见完善后用印。');
    desk.expectNoFaults();
  });

  it('sends back with a reason and a strategy', async () => {
    const id = await contractAt(cast, '退回审查的合同', 'signing-off');
    const desk = await workbench.window('director');
    const { page } = desk;
    await desk.goto(`/cases/${id}`);
    await page.getByRole('button', { name: '退回审查' }).click();
    const dialog = page.getByRole('dialog', { name: '退回审查' });
    await dialog.getByRole('button', { name: '退回审查' }).click();
    await dialog.getByText('请填写理由').waitFor();
    await dialog.getByLabel('理由').fill('第二项意见依据不足。');
    await dialog.getByRole('radio', { name: '重新征求法律顾问意见' }).check();
    await desk.look('send-back');
    await dialog.getByRole('button', { name: '退回审查' }).click();
    await page.getByText('已办理：退回审查').waitFor();
    const view = await cast.intake.view(id);
    expect(view.stage).toBe('指派法律顾问');
    expect(view.history.at(-1)?.payload).toEqual({ reason: '第二项意见依据不足。', strategy: 'restart' });
    desk.expectNoFaults();
  });

  it('urges the holder of the task, and not twice within four hours', async () => {
    const id = await contractAt(cast, '需要催办的合同', 'advising');
    const desk = await workbench.window('director');
    const { page } = desk;
    await desk.goto(`/cases/${id}`);
    const urge = async () => {
      await page
        .getByRole('button', { name: /其他操作/ })
        .first()
        .click();
      await page.getByRole('menuitem', { name: '催办' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '催办' }).click();
    };
    await urge();
    await page.getByText('已催办').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    desk.expectRefusal(429, /\/urge$/);
    await urge();
    await page.locator('[data-code="task.urge-too-soon"]').waitFor();
    desk.expectNoFaults();
  });

  it('copies the case to colleagues and sees that nobody has read it yet', async () => {
    const id = await contractAt(cast, '需要抄送的合同', 'accepted');
    const desk = await workbench.window('director');
    const { page } = desk;
    await desk.goto(`/cases/${id}`);
    await page.getByRole('button', { name: '抄送' }).click();
    await choose(page.getByRole('dialog'), '抄送给', '陈镇长');
    await page.getByRole('dialog').getByRole('button', { name: '抄送' }).click();
    await page.getByText('已抄送').waitFor();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '抄送' }).click();
    await page.getByText('陈镇长：未读').waitFor();
    desk.expectNoFaults();
  });
});

describe('a disabled button', () => {
  it('can be reached by the keyboard and shows its rule and citation', async () => {
    const id = await contractAt(cast, '未经审查就想签订的合同', 'accepted');
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto(`/cases/${id}`);
    const sign = page.getByRole('button', { name: '签订合同' });
    expect(await sign.getAttribute('aria-disabled')).toBe('true');
    await sign.focus();
    await page.getByText('现在不能“签订合同”').waitFor();
    await page.locator('[data-rule="review.concluded"]').getByText('依据：').waitFor();
    await desk.look('case-grey-button');
  });
});
