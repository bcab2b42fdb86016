/** The clerk's work: submit a matter, add what is missing, lose the connection, and withdraw. */
import { describe, expect, it } from '@jest/globals';
import { workbenchFor, type Desk } from './browser.ts';
import { docx, program, text, type SampleFile } from './files.ts';

const workbench = workbenchFor();

/** A draft that was begun earlier. @returns its id */
async function draftOf(desk: Desk, title: string, more: Record<string, unknown> = {}): Promise<string> {
  const answer = await desk.page.request.post('/api/cases', { data: { category: 'contract', title, ...more } });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

async function titleOf(desk: Desk, id: string): Promise<string> {
  return ((await (await desk.page.request.get(`/api/cases/${id}`)).json()) as { title: string }).title;
}

function choose(desk: Desk, kind: string, file: SampleFile): Promise<void> {
  return desk.page.locator(`.drop-place[data-kind="${kind}"] input[type=file]`).setInputFiles({ ...file });
}

/** Exists in the page only. */
declare class DataTransfer {
  readonly items: { add(file: File): void };
}

/** Drops a file on an upload area, as from the desktop. */
async function drop(desk: Desk, kind: string, file: SampleFile): Promise<void> {
  const transfer = await desk.page.evaluateHandle(
    ({ name, type, bytes }) => {
      const carried = new DataTransfer();
      carried.items.add(new File([new Uint8Array(bytes)], name, { type }));
      return carried;
    },
    { name: file.name, type: file.mimeType, bytes: [...file.buffer] },
  );
  await desk.page.locator(`.drop-place[data-kind="${kind}"]`).dispatchEvent('drop', { dataTransfer: transfer });
}

/** Failed requests while the network is off are expected; others are not. */
function forgiveTheNetwork(desk: Desk): void {
  const others = desk.faults.filter((fault) => !fault.includes('ERR_INTERNET_DISCONNECTED'));
  desk.faults.splice(0, desk.faults.length, ...others);
}

describe('a matter that is submitted', () => {
  it('marks missing materials in red, takes dropped files, and shows its holder; it can be withdrawn', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto('/submit');
    await page.locator('[data-category="normative-document"]').click();
    await page.getByLabel('事项名称').fill('镇区停车管理办法');
    await page.getByLabel('送审单位', { exact: true }).fill('综合执法办');
    await page.getByText('还缺 4 项').waitFor();
    await desk.look('submit-new');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.waitForURL(/\/submit\/[0-9a-f-]{36}$/);
    await page.getByText('现在还不能提交').waitFor();
    const submit = page.getByRole('button', { name: '提交送审', exact: true });
    expect(await submit.isDisabled()).toBe(true);
    await desk.look('submit-draft');

    await drop(desk, 'draft', await docx('镇区停车管理办法.docx', ['第一条 为规范停车秩序，制定本办法。']));
    await page.getByText('还缺 3 项').waitFor();
    for (const kind of ['drafting-notes', 'legal-basis', 'consultation']) {
      await choose(desk, kind, text(`${kind}.txt`, '材料'));
      await page.locator(`[data-kind="${kind}"] [data-document]`).waitFor();
    }
    await page.getByText('必报材料已齐全').waitFor();
    await submit.click();
    // The declaration is required; without it nothing is sent.
    await page.getByText('请作出真实性承诺').waitFor();
    await page.getByRole('checkbox', { name: '真实性承诺' }).check();
    await desk.look('submit-complete');
    await submit.click();
    await page.getByText('案件现处于“待受理”').waitFor();
    await page.getByText('受理', { exact: false }).first().waitFor();
    await desk.look('submit-submitted');

    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('内容需要调整，暂不送审。');
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await page.getByText('案件现处于“已撤回”').waitFor();
    desk.expectNoFaults();
  });

  it('may begin with a file that is dropped before anything was saved', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto('/submit');
    await page.locator('[data-category="contract"]').click();
    await page.getByLabel('事项名称').fill('道路养护合同');
    await drop(desk, 'draft', text('道路养护合同.txt', '甲方、乙方。'));
    await page.waitForURL(/\/submit\/[0-9a-f-]{36}$/);
    await page.locator('[data-kind="draft"] [data-document]').waitFor();
    await page.getByText('还缺 1 项').waitFor();
    desk.expectNoFaults();
  });

  it('shows at the file why it is refused', async () => {
    const desk = await workbench.window('clerk');
    const id = await draftOf(desk, '绿化养护合同');
    await desk.goto(`/submit/${id}`);
    desk.expectRefusal(422, /\/documents$/);
    await choose(desk, 'draft', program('合同.pdf'));
    await desk.page.getByText('不接受这种文件').waitFor();
    await desk.look('submit-refused-file');
  });
});

describe('what is typed', () => {
  it('survives a reload before it was ever saved', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    await desk.goto('/submit');
    await page.locator('[data-category="contract"]').click();
    await page.getByLabel('事项名称').fill('未保存的合同');
    await page.reload();
    await page.getByText('已恢复您上次填写').waitFor();
    expect(await page.getByLabel('事项名称').inputValue()).toBe('未保存的合同');
    await page.getByRole('button', { name: '清空重填' }).click();
    desk.expectNoFaults();
  });

  it('saves itself in a draft, and waits in the browser while the connection is lost', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    const id = await draftOf(desk, '路灯合同');
    await desk.goto(`/submit/${id}`);
    await page.getByLabel('事项名称').waitFor();
    await page.context().setOffline(true);
    await page.getByLabel('事项名称').fill('路灯安装合同');
    await page.getByText('网络已断开，内容已保存在本机').waitFor();
    expect(await page.getByLabel('事项名称').inputValue()).toBe('路灯安装合同');
    await page.context().setOffline(false);
    await page.getByText('已保存', { exact: true }).waitFor();
    expect(await titleOf(desk, id)).toBe('路灯安装合同');
    forgiveTheNetwork(desk);
    desk.expectNoFaults();
  });

  it('is never overwritten by another window: both versions are shown', async () => {
    const [first, second] = [await workbench.window('clerk'), await workbench.window('clerk')];
    const id = await draftOf(first, '食堂合同');
    await first.goto(`/submit/${id}`);
    await second.goto(`/submit/${id}`);
    first.expectRefusal(409, /\/events$/);
    // The first window has unsaved values when the second one saves.
    await first.page.route('**/events', (route) => route.abort('internetdisconnected'));
    await first.page.getByLabel('事项名称').fill('食堂食材配送合同（甲）');
    await first.page.getByText('网络已断开，内容已保存在本机').waitFor();
    await second.page.getByLabel('事项名称').fill('食堂食材配送合同（乙）');
    await second.page.getByText('已保存', { exact: true }).waitFor();
    await first.page.getByText('请选择采用哪一份').waitFor();
    await first.page.getByRole('cell', { name: '食堂食材配送合同（甲）' }).waitFor();
    await first.page.getByRole('cell', { name: '食堂食材配送合同（乙）' }).waitFor();
    forgiveTheNetwork(first);
    await first.look('submit-both-versions');
    await first.page.unroute('**/events');
    await first.page.getByRole('button', { name: '采用我填写的' }).click();
    await first.page.getByText('已保存', { exact: true }).waitFor();
    expect(await titleOf(first, id)).toBe('食堂食材配送合同（甲）');
    first.expectNoFaults();
    second.expectNoFaults();
  });
});

describe('an earlier case', () => {
  it('is copied into a new matter, without its materials', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    const id = await draftOf(desk, '上年度保洁合同', { submittingUnit: '党政办', amount: 50000 });
    await desk.goto(`/cases/${id}`);
    await page.getByRole('link', { name: '复制送审信息' }).click();
    await page.getByText('已复制送审信息').waitFor();
    expect(await page.getByLabel('事项名称').inputValue()).toBe('上年度保洁合同');
    expect(await page.getByLabel('送审单位', { exact: true }).inputValue()).toBe('党政办');
    await page.getByLabel('事项名称').fill('本年度保洁合同');
    await desk.look('submit-copied');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByRole('heading', { level: 1, name: '送审：本年度保洁合同' }).waitFor();
    desk.expectNoFaults();
  });
});
