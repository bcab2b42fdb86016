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

/** One page with one picture; an 8 by 8 square in CCITT Group 4, as fax machines and scanners write it. */
function pdfWith(filter: string, picture: Buffer): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents 5 0 R/Resources<</XObject<</I 4 0 R>>>>/Annots[6 0 R]>>',
    `<</Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 1/ColorSpace/DeviceGray${filter}/Length ${picture.length}>>stream\n${picture.toString('latin1')}\nendstream`,
    '<</Length 27>>stream\nq 400 0 0 400 0 0 cm /I Do Q\nendstream',
    '<</Type/Annot/Subtype/Text/Rect[10 10 30 30]/Contents(check the price)>>',
  ].map((object, at) => `${at + 1} 0 obj${object}endobj\n`);
  return Buffer.from(`%PDF-1.7\n${objects.join('')}trailer<</Root 1 0 R>>\n%%EOF\n`, 'latin1');
}
const fax = '/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 8/Rows 8>>';
// A white run of 0, a black run of 8, seven rows like the one above, and the end.
const square = Buffer.from('26a2fffe002002', 'hex');
const rtf = Buffer.from('{\\rtf1\\ansi\\uc1 \\u20215?\\u26465? 12{\\footnote price}\\par}', 'latin1');
const page = Buffer.from(
  '<html><head><meta charset="utf-8"></head><body><p>网页中的价款</p><script>1</script></body></html>',
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
    'scan.pdf': pdfWith(fax, square),
    'unknown-scan.pdf': pdfWith('/Filter/JBIG2Decode', Buffer.from('no picture')),
    'rich.rtf': rtf,
    'page.doc': page,
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
    ['rich.rtf', 'price'],
    ['page.doc', '网页中的价款'],
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

describe('a PDF', () => {
  it('of a scanner is drawn, with the texts of its annotations', async () => {
    const desk = await windowAt('desktop');
    const pane = await open(desk, 'scan.pdf');
    await pane.locator('.reader-page[data-drawn=true] canvas').waitFor();
    await pane.getByText('check the price').waitFor();
    const middle = await desk.page.evaluate(
      `(() => { const canvas = document.querySelector('.reader-page canvas'); return [...canvas.getContext('2d').getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data]; })()`,
    );
    expect(middle).toEqual([0, 0, 0, 255]);
    expect(await pane.locator('.reader-page').getByRole('alert').count()).toBe(0);
    await desk.look('preview-scan');
  });

  it('with a picture that cannot be decoded says so on its page', async () => {
    const desk = await windowAt('desktop');
    const pane = await open(desk, 'unknown-scan.pdf');
    await pane.getByText('第1页有图片、字体或其他内容没有画出，请下载原件查看。').waitFor();
    await desk.look('preview-unknown-scan');
  });
});
