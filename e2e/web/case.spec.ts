/** The page of one case, for its different users. */
import { describe, expect, it } from '@jest/globals';
import { workbenchFor, type Desk } from './browser.ts';
import { docx, pdf, png, text, type SampleFile } from './files.ts';
import { choose, resize } from './fields.ts';

const workbench = workbenchFor();

interface Found {
  readonly id: string;
  readonly title: string;
}

async function caseOf(desk: Desk, title: string): Promise<string> {
  const answer = await desk.page.request.get('/api/cases', { params: { q: title } });
  const found = ((await answer.json()) as { items: Found[] }).items.find((each) => each.title === title);
  if (found === undefined) throw new Error(`no case "${title}"`);
  return found.id;
}

async function newCase(desk: Desk, category: string, title: string): Promise<string> {
  const answer = await desk.page.request.post('/api/cases', { data: { category, title } });
  return ((await answer.json()) as { id: string }).id;
}

function newContract(desk: Desk, title: string): Promise<string> {
  return newCase(desk, 'contract', title);
}

async function handIn(desk: Desk, id: string, kind: string, file: SampleFile): Promise<void> {
  const answer = await desk.page.request.post(`/api/cases/${id}/documents`, { multipart: { kind, file } });
  expect(answer.status()).toBe(201);
}

async function send(desk: Desk, id: string, type: string, payload: object = {}): Promise<void> {
  const answer = await desk.page.request.post(`/api/cases/${id}/events`, { data: { type, payload } });
  if (!answer.ok()) throw new Error(await answer.text());
}

describe('the page of a case', () => {
  it('shows each section under its own URL', async () => {
    const desk = await workbench.window('intake');
    const { page } = desk;
    const id = await caseOf(desk, '农村公益性岗位管理办法');
    await desk.goto(`/cases/${id}`);
    await page.getByText('孙所长').or(page.getByText('司法所所长')).first().waitFor();
    await desk.look('case-overview');
    for (const [tab, name] of [
      ['opinions', '意见'],
      ['clocks', '期限'],
      ['history', '经过'],
      ['documents', '材料'],
    ] as const) {
      await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
      expect(new URL(page.url()).searchParams.get('tab')).toBe(tab);
      await desk.look(`case-${tab}`);
    }
    await page.goBack();
    await page.getByRole('tab', { name: '经过', selected: true }).waitFor();
    desk.expectNoFaults();
  });

  it('shows the rule and its citation on a disabled button', async () => {
    const desk = await workbench.window('clerk');
    const id = await newContract(desk, '缺材料的合同');
    await desk.goto(`/cases/${id}`);
    const submit = desk.page.getByRole('button', { name: '提交送审', exact: true });
    await submit.focus();
    await desk.page.getByText('送审材料不齐').first().waitFor();
    await desk.page
      .getByText(/依据：/)
      .first()
      .waitFor();
    await desk.look('case-refusal');
  });

  it('shows a step of a colleague without a reload', async () => {
    const [clerk, intake] = [await workbench.window('clerk'), await workbench.window('intake')];
    const id = await caseOf(clerk, '镇区犬只管理规定');
    await clerk.goto(`/cases/${id}`);
    await clerk.page.getByText('待受理').first().waitFor();
    await send(intake, id, 'accept');
    await clerk.page.getByText('指派法律顾问').first().waitFor();
    clerk.expectNoFaults();
  });

  it('lists the counted days of a clock', async () => {
    const desk = await workbench.window('clerk');
    const id = await caseOf(desk, '农田水利设施管护委托合同');
    await desk.goto(`/cases/${id}?tab=clocks`);
    await desk.page.getByRole('heading', { name: '补正期限' }).waitFor();
    await desk.page.getByText('暂停中，恢复后重算到期日').waitFor();
    await desk.page
      .getByText(/^逐日计算/)
      .first()
      .click();
    await desk.page.locator('.counted-days li').first().waitFor();
    await desk.look('case-clocks-counted');
  });

  it('shows the adviser’s opinion, under the conclusion', async () => {
    const desk = await workbench.window('intake');
    const id = await caseOf(desk, '文化广场改造工程施工合同');
    await desk.goto(`/cases/${id}?tab=opinions`);
    await desk.page.getByText('建议明确违约责任。').waitFor();
    await desk.page.getByText('修改后同意').waitFor();
    desk.expectNoFaults();
  });
});

describe('the diagram', () => {
  it('highlights the path and the present state, and shows roles and due dates', async () => {
    const desk = await workbench.window('intake');
    const { page } = desk;
    const id = await caseOf(desk, '农村公益性岗位管理办法');
    await desk.goto(`/cases/${id}?tab=diagram`);
    const here = page.locator('.state[data-path="review.signing-off"]');
    await here.waitFor();
    expect(await here.getAttribute('data-mark')).toBe('here');
    expect(await page.locator('.state[data-path="submitted"]').getAttribute('data-mark')).toBe('passed');
    expect(await page.locator('.state[data-path="adoption"]').getAttribute('data-mark')).toBe('next');
    expect(await page.locator('.state[data-path="archived"]').getAttribute('data-mark')).toBe('other');
    await page.locator('.react-flow__edge.arrow-passed').nth(3).waitFor({ state: 'attached' });
    await desk.look('case-diagram');
    await here.focus();
    await page.getByText(/审查期限：/).waitFor();
    await page.getByText('文字版流程').click();
    await page.getByRole('listitem').filter({ hasText: '起草' }).first().waitFor();
    desk.expectNoFaults();
  });
});

describe('documents', () => {
  it('are displayed in the page, for every type', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    const id = await newContract(desk, '读材料的合同');
    await handIn(desk, id, 'draft', await docx('合同草案.docx', ['第一条 标的', '第二条 价款为人民币十万元。']));
    await handIn(desk, id, 'counterparty-standing', pdf('营业执照.pdf', 'Business licence'));
    await handIn(desk, id, 'unit-opinion', text('单位意见.txt', '同意送审。'));
    await handIn(desk, id, 'approval', png('批复.png'));
    await desk.goto(`/cases/${id}?tab=documents`);
    await page.frameLocator('iframe[title="合同草案.docx"]').getByText('价款为人民币十万元').waitFor();
    await desk.look('case-document-docx');
    await page.getByRole('button', { name: '营业执照.pdf' }).click();
    await page.locator('.reader-page[data-drawn=true] canvas').waitFor();
    await page.getByText('Business licence').waitFor({ state: 'attached' });
    await desk.look('case-document-pdf');
    await page.getByRole('button', { name: '单位意见.txt' }).click();
    await page.getByText('同意送审。').waitFor();
    await page.getByRole('button', { name: '批复.png' }).click();
    await page.getByRole('img', { name: '批复.png' }).waitFor();
    desk.expectNoFaults();
  });
});

describe('a phone', () => {
  it('shows the leader one page, and the case without horizontal scrolling', async () => {
    const desk = await workbench.window('leader', 'phone');
    const id = await caseOf(desk, '农村公益性岗位管理办法');
    await desk.goto(`/cases/${id}/brief`);
    await desk.page.getByRole('region', { name: '审查结论' }).waitFor();
    await desk.expectNoSidewaysScrolling();
    await desk.look('case-brief');
    await desk.goto(`/cases/${id}`);
    for (const [tab, name] of [
      ['overview', '概况'],
      ['documents', '材料'],
      ['opinions', '意见'],
      ['clocks', '期限'],
      ['history', '经过'],
      ['diagram', '流程图'],
    ] as const) {
      if (tab !== 'overview') await desk.section('案件的各部分', name);
      await desk.settled();
      await desk.expectNoSidewaysScrolling();
      await desk.look(`case-${tab}`);
    }
  });
});

describe('two versions of a document', () => {
  it('are compared by their texts', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    const id = await newContract(desk, '改过的合同');
    await handIn(desk, id, 'draft', await docx('合同.docx', ['第一条 标的', '第二条 价款为十万元。', '第三条 争议']));
    await handIn(desk, id, 'draft', await docx('合同.docx', ['第一条 标的', '第二条 价款为十二万元。', '第三条 争议']));
    await desk.goto(`/cases/${id}?tab=documents`);
    await page.getByText('第 2 版').first().waitFor();
    await page.getByRole('button', { name: '比较第 1 版与第 2 版' }).click();
    await page.getByText('1 处有变化').waitFor();
    // An amount is shown as a whole.
    expect(await page.locator('.compared del').textContent()).toBe('十万元');
    expect(await page.locator('.compared ins').textContent()).toBe('十二万元');
    await desk.look('case-comparison');
  });
});

describe('a window that becomes narrow and wide again', () => {
  it('keeps open, chosen and typed values in a section', async () => {
    const desk = await workbench.window('clerk');
    const { page } = desk;
    const id = await newCase(desk, 'enforcement-decision', '对某鱼塘擅自取水拟作出罚款的决定');
    await handIn(desk, id, 'draft', text('处罚决定书.txt', '第一条'));
    await handIn(desk, id, 'draft', text('处罚决定书.txt', '第一条 第二条'));
    await desk.goto(`/cases/${id}?tab=documents`);
    await page.getByText('比较任意两份材料').click();
    const before = page.getByRole('combobox', { name: '原文' });
    await before.waitFor();
    await page.keyboard.press('Tab');
    await choose(page, '原文', '第 1 版');
    const chosen = page.locator('details').filter({ has: before });
    for (const to of ['narrow', 'wide'] as const) {
      await resize(page, to);
      await before.waitFor();
      await chosen.getByText('第 1 版').waitFor();
    }

    await page.getByRole('tab', { name: '音像记录' }).click();
    await page.getByRole('button', { name: '登记音像记录' }).click();
    const dialog = page.getByRole('dialog', { name: '登记音像记录' });
    await dialog.getByLabel('执法人员').fill('张某');
    for (const to of ['narrow', 'wide'] as const) {
      await resize(page, to);
      await page.keyboard.type('、李某');
    }
    expect(await dialog.getByLabel('执法人员').inputValue()).toBe('张某、李某、李某');
    desk.expectNoFaults();
  });
});
