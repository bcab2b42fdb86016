/** What docx-preview would drop is drawn. On a real browser, with small files made on the spot. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDrawingPage, type DrawingPage } from './drawing-page.fixtures.ts';
import { symbol } from '@lawgate/documents/symbols';
import { docxOf, p, r, wordParts } from './docx.fixtures.ts';
import { symbolText } from './symbols.ts';

let page: DrawingPage;
beforeAll(async () => {
  page = await openDrawingPage();
}, 60_000);
afterAll(() => page.close());

const box = (content: string): string => `<wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx>`;
const drawing = (data: string): string =>
  `<w:drawing><wp:inline><a:graphic><a:graphicData>${data}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>${code}</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>${result}</w:t><w:fldChar w:fldCharType="end"/></w:r>`;

const price = '伍拾万元';
const wrapped: Record<string, string> = {
  'a simple field': p(`<w:fldSimple w:instr=" DOCPROPERTY price ">${r(price)}</w:fldSimple>`),
  'a field with its result in one run': p(field(' REF price ', price)),
  'a field in a code that has no result': `${p(r(price) + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')}`,
  'a run in custom XML': p(`<w:customXml w:element="x">${r(price)}</w:customXml>`),
  'a paragraph in custom XML': `<w:customXml>${p(r(price))}</w:customXml>`,
  'a run in a smart tag in a link': p(`<w:hyperlink w:anchor="a"><w:smartTag>${r(price)}</w:smartTag></w:hyperlink>`),
  'an insertion in a link': p(`<w:hyperlink w:anchor="a"><w:ins>${r(price)}</w:ins></w:hyperlink>`),
  'a run of a direction': p(`<w:bdo w:val="ltr"><w:dir>${r(price)}</w:dir></w:bdo>`),
  'a wrapper of no standard': `<w:unknown>${p(`<w:another>${r(price)}</w:another>`)}</w:unknown>`,
  'controls in controls': `<w:sdt><w:sdtContent><w:sdt><w:sdtContent>${p(`<w:sdt><w:sdtContent>${r(price)}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>`,
  'a row in a control': `<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>${p(r(price))}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>`,
  'a cell that was inserted by custom XML': `<w:tbl><w:tr><w:customXml><w:tc>${p(r(price))}</w:tc></w:customXml></w:tr></w:tbl>`,
  'a cell that continues another': `<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p(r('甲'))}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${p(r(price))}</w:tc></w:tr></w:tbl>`,
  'a table in a control in a cell': `<w:tbl><w:tr><w:tc><w:sdt><w:sdtContent><w:tbl><w:tr><w:tc>${p(r(price))}</w:tc></w:tr></w:tbl></w:sdtContent></w:sdt></w:tc></w:tr></w:tbl>`,
  'a moved paragraph': `<w:moveTo>${p(r(price))}</w:moveTo>`,
  'a run in the body': r(price),
  'hidden text': p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>${price}</w:t></w:r>`),
  'a text box of a shape': p(`<w:r>${drawing(`<wps:wsp>${box(p(r(price)))}</wps:wsp>`)}</w:r>`),
  'a text box of a group, of which VML is the alternative': p(
    `<w:r><mc:AlternateContent><mc:Choice Requires="wpg">${drawing(`<wpg:wgp><wps:wsp>${box(p(r(price)))}</wps:wsp></wpg:wgp>`)}</mc:Choice><mc:Fallback><w:pict><v:group><v:shape><v:textbox><w:txbxContent>${p(r(price))}</w:txbxContent></v:textbox></v:shape></v:group></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
  ),
  'a text box of VML in a group': p(
    `<w:r><w:pict><v:group><v:roundrect><v:textbox><w:txbxContent>${p(r(price))}</w:txbxContent></v:textbox></v:roundrect></v:group></w:pict></w:r>`,
  ),
  'an alternative around a paragraph': `<mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback>${p(r(price))}</mc:Fallback></mc:AlternateContent>`,
  'a formula with an element that is not known': p(
    `<m:oMath><m:acc><m:e><m:r><m:t>${price}</m:t></m:r></m:e></m:acc></m:oMath>`,
  ),
  'a paragraph in a paragraph': p(p(r(price))),
  'a watermark': p(`<w:r><w:pict><v:shape><v:textpath string="${price}"/></v:shape></w:pict></w:r>`),
  'text in CDATA': p(`<w:r><w:t><![CDATA[${price}]]></w:t></w:r>`),
  'a list of a form': p(
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="拾万元"/><w:listEntry w:val="${price}"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  ),
  'a formula field': p(
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\o(${price})</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  ),
};

describe('text is drawn once, in its place, in', () => {
  it.each(Object.entries(wrapped))('%s', async (_, body) => {
    const lines = await page.texts(docxOf(p(r('前文甲')) + body + p(r('后文乙'))));
    expect(lines.filter((line) => line.includes(price))).toHaveLength(1);
    expect([lines[0], lines.at(-1)]).toEqual(['前文甲', '后文乙']);
  });
});

describe('signs are drawn as text', () => {
  it.each([
    ['a symbol', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '☑'],
    ['a symbol of an unknown code', '<w:r><w:sym w:font="Webdings" w:char="F001"/></w:r>', '〔符号：Webdings 01〕'],
    ['a hyphen that keeps a word together', `<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>`, 'A‑1'],
    [
      'a ruby',
      '<w:r><w:ruby><w:rt><w:r><w:t>liǔ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>柳</w:t></w:r></w:rubyBase></w:ruby></w:r>',
      '柳（liǔ）',
    ],
    [
      'a check box',
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      '☑',
    ],
    [
      'an empty check box',
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
      '☐',
    ],
    [
      'a sign of a symbol font in a text',
      '<w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0fe</w:t></w:r>',
      '☑',
    ],
  ])('%s', async (_, run, expected) => {
    expect(await page.texts(docxOf(p(run)))).toEqual([expected]);
  });

  it('and are the same signs that the extraction has', () => {
    for (const font of ['Symbol', 'Wingdings', 'Wingdings 2', 'Wingdings 3', 'Webdings', 'Monotype Sorts'])
      for (let code = 0xf020; code < 0xf100; code += 1)
        expect([font, code, symbolText(font, code.toString(16))]).toEqual([font, code, symbol(font, code)]);
  });

  it('of insertions and deletions, marked as such', async () => {
    const { html } = await page.draw(
      docxOf(p(`<w:moveFrom>${r('旧位')}</w:moveFrom>`) + p(`<w:moveTo>${r('新位')}</w:moveTo>`)),
    );
    expect(html).toMatch(/<del[^>]*><span[^>]*>旧位/);
    expect(html).toMatch(/<ins[^>]*><span[^>]*>新位/);
  });
});

describe('parts next to the body', () => {
  it('are drawn: header, note, comment, diagram, chart, and a chunk of each format', async () => {
    const bytes = docxOf(
      [
        p(`${r('正文')}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>`),
        p(`<w:r>${drawing('<dgm:relIds r:dm="d1"/>')}</w:r><w:r>${drawing('<c:chart r:id="c1"/>')}</w:r>`),
        ...['h1', 't1', 'x1', 'w1', 'm1'].map((id) => `<w:altChunk r:id="${id}"/>`),
        '<w:sectPr><w:headerReference w:type="default" r:id="hd"/></w:sectPr>',
      ].join(''),
      {
        hd: [
          'header',
          'header1.xml',
          wordParts.header(p(`<w:sdt><w:sdtContent>${r('页眉字')}</w:sdtContent></w:sdt>`)),
        ],
        fn: [
          'footnotes',
          'notes.xml',
          wordParts.footnotes(2, p(r('脚注字') + '<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>')),
        ],
        cm: ['comments', 'comments.xml', wordParts.comments(0, '王律师', p(r('批注字')))],
        d1: ['diagramData', 'diagrams/data1.xml', wordParts.diagram('图示字')],
        c1: ['chart', 'charts/chart1.xml', wordParts.chart('图表字')],
        h1: ['aFChunk', 'a.html', '<p>网页<b>字</b></p><script>1</script>'],
        t1: ['aFChunk', 'a.txt', Buffer.from('cec4b1bed7d6', 'hex')],
        x1: ['aFChunk', 'a.rtf', String.raw`{\rtf1\ansi\ansicpg936{\fonttbl{\f0 宋体;}}\'b8\'bb\u25991?\u26412?\par}`],
        w1: ['aFChunk', 'a.docx', docxOf(p(r('内嵌字')))],
        m1: ['aFChunk', 'a.bin', Buffer.from([1, 2, 3])],
      },
    );
    const { lines, leftOut } = await page.draw(bytes);
    const texts = lines.map(({ text }) => text);
    for (const each of [
      '页眉字',
      '正文',
      '脚注字x',
      '批注字',
      '图示字',
      '图表字',
      '网页字',
      '文本字',
      '富文本',
      '内嵌字',
    ]) {
      expect(texts.filter((text) => text === each)).toEqual([each]);
    }
    expect(leftOut).toEqual(['嵌入的文档“a.bin”']);
  });

  it('may be missing in a picture: it is drawn all the same', async () => {
    const picture = '<pic:pic xmlns:pic="p"><pic:blipFill><a:blip r:embed="i1"/></pic:blipFill></pic:pic>';
    const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
    const bytes = docxOf(
      p(`${r('正文')}<w:r>${drawing(picture)}</w:r><w:r>${drawing(picture.replace('i1', 'i2'))}</w:r>`),
      {
        i1: ['image', 'media/a.gif', gif],
        i2: ['image', 'media/b.emf', Buffer.from('no picture')],
      },
    );
    const { html, brokenPictures } = await page.draw(bytes);
    expect(html).toContain('data:image/gif;base64,R0lGOD');
    expect([brokenPictures, html.includes('〔图片，本浏览器不能显示〕')]).toEqual([1, true]);
  });

  it('may be damaged: the body is drawn, and the part is named', async () => {
    const bytes = docxOf(p(r('正文')) + '<w:sectPr><w:headerReference w:type="default" r:id="hd"/></w:sectPr>', {
      hd: ['header', 'header1.xml', '<w:hdr'],
      st: ['styles', 'styles.xml', 'no styles'],
    });
    expect(await page.draw(bytes)).toMatchObject({ lines: [{ text: '正文' }], leftOut: ['页眉（已损坏）'] });
  });
});

describe('packages of other programs are drawn:', () => {
  it.each([
    ['a main part of another name', { main: 'word/document2.xml' }],
    ['a strict document', { strict: true }],
    ['a document in UTF-16', { encoding: 'utf16le' as const }],
    ['other prefixes', { prefix: 'x' }],
    ['without relationships of the package', { main: 'word/document.xml', bare: true }],
  ])('%s', async (_, options) => {
    expect(await page.texts(docxOf(p(r('正文')), {}, options))).toEqual(['正文']);
  });

  it('no file without a main part', async () => {
    await expect(page.draw(Buffer.from('PK no archive'))).rejects.toThrow();
    await expect(page.draw(docxOf('', {}, { main: 'xl/workbook.xml', bare: true }))).rejects.toThrow();
  });
});

it('all bodies of a file are drawn', async () => {
  const two = docxOf(`${p(r('甲'))}</w:body><w:body>${p(r('乙'))}`);
  expect(await page.texts(two)).toEqual(['甲', '乙']);
});

describe('an automatic number', () => {
  const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const level = (at: number, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const lists = `<w:numbering ${main}><w:abstractNum w:abstractNumId="0">${level(0, '第%1条')}${level(1, '%1.%2')}${level(2, '%1.%2.%3')}</w:abstractNum><w:num w:numId="6"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
  const styles = `<w:styles ${main}><w:style w:type="paragraph" w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Article"><w:basedOn w:val="Base"/></w:style></w:styles>`;
  const styled = (style: string, at: number | null, text: string): string =>
    p(
      `<w:pPr><w:pStyle w:val="${style}"/>${at === null ? '' : `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="6"/></w:numPr>`}</w:pPr>${r(text)}`,
    );

  it('that the style of a paragraph gives is drawn, and a level that is skipped counts as one', async () => {
    const file = docxOf(
      styled('Base', null, '甲') + styled('Article', null, '乙') + styled('Base', 2, '丙') + styled('Base', 1, '丁'),
      { s: ['styles', 'styles.xml', styles], n: ['numbering', 'numbering.xml', lists] },
    );
    expect(await page.texts(file)).toEqual(['第1条\u2003甲', '第2条\u2003乙', '2.1.1\u2003丙', '2.2\u2003丁']);
  });
});
