/** The reading pane shows every paragraph of a document, or names what it does not show. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { officeProgram } from '@lawgate/files';
import type { Locator } from 'playwright-core';
import { wideWorkbook } from '../../libs/features/documents/src/preview/preview.fixtures.ts';
import { docxOf, p, r } from '../../apps/web/src/preview/docx/docx.fixtures.ts';
import { ofd } from '../../libs/features/documents/src/samples.fixtures.ts';
import { workbenchFor, type Desk } from './browser.ts';
import { caseAt, walkersOf } from './walked-case.ts';

const workbench = workbenchFor();
const samples = path.join(import.meta.dirname, 'samples');
const hasOffice = (await officeProgram()) !== null;
const documents = new Map<string, string>();
let caseId: string;

/**
 * Text that is read and never drawn: a header of even pages, of which this document has none, and a run in the
 * properties of a paragraph, where no program draws it.
 */
const undrawn = docxOf(
  p(`<w:pPr>${r('属性中的价款')}</w:pPr>${r('正文甲')}`) +
    '<w:sectPr><w:headerReference w:type="even" r:id="h"/></w:sectPr>',
  {
    h: [
      'header',
      'header1.xml',
      '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>页眉中的价款</w:t></w:r></w:p></w:hdr>',
    ],
  },
);
const long = docxOf(
  Array.from({ length: 2000 }, (_, at) =>
    p(r(`第${at}段 乙方应当按照约定的时间交付全部货物，并负责安装、调试和培训。`)),
  ).join(''),
);

beforeAll(async () => {
  const cast = await walkersOf(workbench.base);
  caseId = await caseAt(cast, 'contract', '预览核对采购合同', 'submit');
  const files: Record<string, Buffer> = {
    ...Object.fromEntries(readdirSync(samples).map((name) => [name, readFileSync(path.join(samples, name))])),
    'undrawn.docx': undrawn,
    'long.docx': long,
    'broken.docx': docxOf('<w:p>'),
    'wide.xlsx': wideWorkbook(),
    'sealed.ofd': ofd,
  };
  for (const [name, bytes] of Object.entries(files)) {
    const { status, body } = await cast.clerk.upload<{ id: string }>(caseId, 'draft', name, new Uint8Array(bytes));
    if (status !== 201) throw new Error(`${name}: ${JSON.stringify(body)}`);
    documents.set(name, body.id);
  }
}, 120_000);

async function open(desk: Desk, name: string): Promise<Locator> {
  // The same page is not loaded again for each document.
  const place = `/cases/${caseId}?tab=documents&document=${documents.get(name) ?? ''}`;
  await desk.page.evaluate(
    `history.pushState(null, '', ${JSON.stringify(place)}); dispatchEvent(new PopStateEvent('popstate'));`,
  );
  return desk.page.getByRole('region', { name: '阅读材料' });
}

async function windowAt(width: 'desktop' | 'phone'): Promise<Desk> {
  const desk = await workbench.window('clerk', width);
  await desk.goto(`/cases/${caseId}?tab=documents`);
  return desk;
}

describe('a Word file', () => {
  it('is drawn with the text that its wrappers hold, and is checked', async () => {
    const desk = await windowAt('desktop');
    for (const name of [...documents.keys()].filter(
      (one) => one.endsWith('.docx') && readdirSync(samples).includes(one),
    )) {
      const pane = await open(desk, name);
      const frame = pane.frameLocator(`iframe[title="${name}"]`);
      await frame
        .getByText(name === 'ruby.docx' ? '柳林镇（liǔ）' : /伍拾万元/)
        .first()
        .waitFor();
      if (name === 'moveto.docx') await frame.locator('del').getByText('旧位').waitFor();
      await pane.locator('[data-checked=true]').waitFor();
      // A ruby may be read in another order than it is drawn.
      const missing = await pane.getByText(/预览未显示以下内容/).count();
      if (name !== 'ruby.docx') expect([name, missing]).toEqual([name, 0]);
    }
    await desk.look('preview-docx');
  });

  it('names what is missing, and offers the whole text', async () => {
    const desk = await windowAt('phone');
    const pane = await open(desk, 'undrawn.docx');
    await pane.frameLocator('iframe').getByText('正文甲').waitFor();
    await pane.locator('[data-checked=true]').waitFor();
    await pane.getByText(/预览未显示以下内容（[12]处）/).waitFor();
    await pane
      .locator('.reader-missing')
      .getByText(/中的价款/)
      .first()
      .waitFor();
    await desk.look('preview-missing');
    await desk.expectNoSidewaysScrolling();
    await pane.getByText('文字', { exact: true }).click();
    await pane.getByRole('document').getByText('正文甲').waitFor();
    await desk.look('preview-text');
  });

  it('of 2,000 paragraphs is checked while the page answers', async () => {
    const desk = await windowAt('desktop');
    const pane = await open(desk, 'long.docx');
    await pane.locator('[data-checked=true]').waitFor();
    await pane.getByText('已逐段核对，文字均已显示。').waitFor();
    desk.expectNoFaults();
  });

  it('that cannot be drawn offers its text and the download, and no frame', async () => {
    const desk = await windowAt('desktop');
    const pane = await open(desk, 'broken.docx');
    await pane.getByText('“broken.docx”无法在页面内显示，文件可能已损坏或已加密。').waitFor();
    expect(await pane.getByRole('link', { name: '下载原件' }).getAttribute('href')).toContain(
      documents.get('broken.docx'),
    );
    expect(await pane.locator('iframe').count()).toBe(0);
    await desk.look('preview-broken');
  });
});

describe('a file of another program', () => {
  it.each([
    ['rad.doc', '镇长见'],
    ['wide.xlsx', '列30'],
  ])('%s is shown converted, or as text where nothing can convert it', async (name, words) => {
    const desk = await windowAt('desktop');
    if (!hasOffice) desk.expectRefusal(409, /\/preview$/);
    const pane = await open(desk, name);
    if (hasOffice) {
      await pane.getByText('由LibreOffice转换后显示，版式可能与原件不同。').waitFor();
      await pane.locator('.reader-page[data-drawn=true]').first().waitFor();
      await pane.locator('.visually-hidden').filter({ hasText: words }).first().waitFor({ state: 'attached' });
    } else {
      await pane.getByText(/未安装 LibreOffice/).waitFor();
      await pane.getByRole('link', { name: '下载原件' }).waitFor();
    }
    await desk.look(`preview-${name}`);
  });

  it('sealed.ofd is shown as text, and says so', async () => {
    const desk = await windowAt('desktop');
    desk.expectRefusal(409, /\/preview$/);
    const pane = await open(desk, 'sealed.ofd');
    await pane.getByText('“sealed.ofd”不能按原样显示，只显示文字。').waitFor();
    await pane.getByText('版式、图片和印章没有显示').waitFor();
    await pane.getByRole('link', { name: '下载原件' }).waitFor();
    await desk.look('preview-ofd');
  });
});
