import { describe, expect, it } from '@jest/globals';
import { readDocument } from './read-document.ts';
import type { ReadText } from './read-text.ts';
import { docxWith, namespaces, packed } from './samples.fixtures.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function read(body: string, more: Record<string, string | Buffer> = {}): Promise<ReadText> {
  return readDocument(docxWith(body, more), docx);
}

async function lines(body: string, more: Record<string, string | Buffer> = {}): Promise<string[]> {
  return (await read(body, more)).parts.map(({ kind, paragraphs }) => `${kind}: ${paragraphs.join(' / ')}`);
}

/** Relationships of the body: an id for each part, its kind, and its name in the folder `word`. */
function related(...all: [id: string, kind: string, target: string][]): Record<string, string> {
  const found = all.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`,
  );
  return {
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${found.join('')}</Relationships>`,
  };
}

const root = (name: string, content: string): string => `<w:${name} ${namespaces}>${content}</w:${name}>`;
const p = (content: string, properties = ''): string => `<w:p>${properties}${content}</w:p>`;
const r = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const field = (instruction: string, result: string, data = ''): string =>
  `<w:r><w:fldChar w:fldCharType="begin">${data}</w:fldChar></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('a part outside the body', () => {
  it('is read where a relationship names it: headers, notes, comments', async () => {
    const more = {
      ...related(
        ['h', 'header', 'top.xml'],
        ['f', 'footer', 'bottom.xml'],
        ['n', 'footnotes', 'notes.xml'],
        ['c', 'comments', 'remarks.xml'],
      ),
      'word/top.xml': root('hdr', p(r('合同编号：3号'))),
      'word/bottom.xml': root('ftr', p(r('第') + field('PAGE', '7') + r('页'))),
      'word/notes.xml': root(
        'footnotes',
        `<w:footnote w:type="separator" w:id="0">${p(r('———'))}</w:footnote><w:footnote w:id="1">${p(r('壹拾万元'))}</w:footnote>`,
      ),
      'word/remarks.xml': root('comments', `<w:comment w:id="0">${p(r('请核对'))}</w:comment>`),
    };
    const body = `${p(`${r('价款10')}<w:r><w:footnoteReference w:id="1"/></w:r>`)}<w:sectPr><w:headerReference r:id="h"/><w:footerReference r:id="f"/></w:sectPr>`;
    expect(await lines(body, more)).toEqual([
      'header: 合同编号：3号',
      'body: 价款10¹',
      'footnote: 壹拾万元',
      'comment: 请核对',
    ]);
  });

  it('is the main part under any name, in UTF-16, with any prefix, in strict namespaces', async () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main';
    const main = `<?xml version="1.0" encoding="UTF-16"?><x:document xmlns:x="${strict}"><x:body><x:p><x:r><x:t><![CDATA[价款<十>]]>万&#x5143;</x:t></x:r></x:p></x:body></x:document>`;
    const bytes = packed({
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="1" Type="${relations}/officeDocument" Target="/other/main2.xml"/></Relationships>`,
      'other/main2.xml': Buffer.from(`\ufeff${main}`, 'utf16le'),
    });
    expect((await readDocument(bytes, docx)).parts).toEqual([
      { kind: 'body', page: null, paragraphs: ['价款<十>万元'] },
    ]);
  });

  it('is an embedded page, read in its place; one that cannot be read is named', async () => {
    const more = {
      ...related(['a', 'aFChunk', 'a.html'], ['b', 'aFChunk', 'b.docx']),
      'word/a.html': '<p>百万元<br>整',
    };
    const found = await read(`${p(r('前'))}<w:altChunk r:id="a"/>${p(r('后'))}<w:altChunk r:id="b"/>`, more);
    expect(found.parts.map(({ kind, paragraphs }) => [kind, ...paragraphs])).toEqual([
      ['body', '前'],
      ['chunk', '百万元', '整'],
      ['body', '后'],
    ]);
    expect(found.unread).toEqual([{ part: '嵌入的文档', page: null, reason: 'damaged' }]);
  });

  it('is a text box, read once from its two forms', async () => {
    const box = (text: string): string => `<w:txbxContent>${p(r(text))}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('甲')}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box('甲')}</v:textbox></mc:Fallback></mc:AlternateContent>`;
    const only = `<mc:AlternateContent><mc:Choice Requires="new"/><mc:Fallback><v:textbox>${box('乙')}</v:textbox></mc:Fallback></mc:AlternateContent>`;
    expect(await lines(p(`<w:r>${both}${only}</w:r>${r('正文')}`))).toEqual([
      'body: 正文',
      'text-box: 甲',
      'text-box: 乙',
    ]);
  });

  it('is named where it is a picture or an object', async () => {
    const found = await read(
      p(
        `<w:r><a:blip r:embed="1"/><a:blip r:embed="2"/><w:object><v:imagedata r:id="3"/><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>`,
      ),
    );
    expect(found.unread).toEqual([
      { part: '正文中的图片（开头）（2处）', page: null, reason: 'picture' },
      { part: '正文中的嵌入对象（开头）', page: null, reason: 'object' },
    ]);
  });

  it('is named with its header and the words in front of it', async () => {
    const picture = '<w:r><a:blip r:embed="1"/></w:r>';
    const more = {
      ...related(['a', 'header', 'a.xml'], ['b', 'header', 'b.xml']),
      'word/a.xml': root('hdr', p(picture)),
      'word/b.xml': root('hdr', p(r('机密') + picture)),
    };
    const section = (id: string, type: string): string =>
      `<w:sectPr><w:headerReference w:type="${type}" r:id="${id}"/></w:sectPr>`;
    const body = [
      p(r('第一条 采购货物的名称、数量和价款如下')),
      p(picture),
      p(r(''), `<w:pPr>${section('a', 'first')}</w:pPr>`),
      p(`<w:r><w:txbxContent>${p(picture)}</w:txbxContent></w:r>`),
      section('b', 'even'),
    ];
    expect((await read(body.join(''), more)).unread.map(({ part }) => part)).toEqual([
      '第1节首页页眉中的图片（开头）',
      '第2节偶数页页眉中的图片（“机密”处）',
      '正文中的图片（“第一条 采购货物的名称、数量和…”处）（2处）',
    ]);
  });

  it('is counted without places where there are very many', async () => {
    const many = Array.from({ length: 300 }, (_, at) => p(`${r(`第${at}条`)}<w:r><a:blip r:embed="1"/></w:r>`));
    expect((await read(many.join(''))).unread).toEqual([
      { part: '正文中的图片（300处）', page: null, reason: 'picture' },
    ]);
  });

  it('is a text box on a chart', async () => {
    const type = 'application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml';
    const more = {
      '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/drawings/d.xml" ContentType="${type}"/></Types>`,
      'word/drawings/d.xml': `<c:userShapes xmlns:c="urn:c" ${namespaces}><a:p><a:r><a:t>单价三万元</a:t></a:r></a:p></c:userShapes>`,
    };
    expect(await lines(p(r('正文')), more)).toEqual(['body: 正文', 'diagram: 单价三万元']);
  });
});

describe('a tracked change around parts of a field', () => {
  const ins = (content: string): string => `<w:ins w:id="1">${content}</w:ins>`;
  const del = (content: string): string => `<w:del w:id="1">${content}</w:del>`;
  const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const instruction = '<w:r><w:instrText>REF _x</w:instrText></w:r>';

  it.each([
    ['its begin', ins(mark('begin')) + instruction + mark('separate') + r('十万') + mark('end'), '十万'],
    ['its separator', mark('begin') + instruction + ins(mark('separate')) + r('十万') + mark('end'), '十万'],
    [
      'instruction and result',
      mark('begin') + ins(instruction + mark('separate') + r('十万')) + mark('end'),
      '〔插入：十万〕',
    ],
    [
      'from text to begin',
      ins(r('价款') + mark('begin')) + instruction + mark('separate') + r('十万'),
      '〔插入：价款〕十万',
    ],
    [
      'a deleted field',
      del(mark('begin') + instruction + mark('separate') + r('十万') + mark('end')),
      '〔删除：十万〕',
    ],
    [
      'a deletion in an insertion',
      ins(mark('begin') + del(instruction + mark('separate') + r('十万')) + mark('end') + r('元')),
      '〔插入：〔删除：十万〕元〕',
    ],
  ])('has balanced marks: %s', async (_, content, expected) => {
    expect(await lines(p(content))).toEqual([`body: ${expected}`]);
  });
});

describe('the text of a paragraph', () => {
  it.each([
    ['the result of a field, not its instruction', field('REF _x', '伍拾万元'), '伍拾万元'],
    ['a simple field', `<w:fldSimple w:instr="DOCPROPERTY x">${r('伍拾万元')}</w:fldSimple>`, '伍拾万元'],
    [
      'a ticked form box',
      field('FORMCHECKBOX', '', '<w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>'),
      '☑',
    ],
    [
      'the selected entry of a form',
      field(
        'FORMDROPDOWN',
        '',
        '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData>',
      ),
      '乙',
    ],
    ['a field that is never closed', `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r('伍拾万元')}`, '伍拾万元'],
    ['a fraction field', field('EQ \\f(1,2)', ''), '1/2'],
    ['a symbol', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '☑'],
    ['an unknown symbol', '<w:r><w:sym w:font="某字体" w:char="F0FE"/></w:r>', '〔符号：某字体 FE〕'],
    ['a raised digit', r('10') + r('4', '<w:vertAlign w:val="superscript"/>'), '10⁴'],
    ['a lowered digit', r('CO') + r('2', '<w:vertAlign w:val="subscript"/>'), 'CO₂'],
    ['raised letters', r('1') + r('st', '<w:vertAlign w:val="superscript"/>'), '1^(st)'],
    ['lowered letters', r('J') + r('ava', '<w:vertAlign w:val="subscript"/>'), 'J_(ava)'],
    ['a raised sign alone', r('Na') + r('+', '<w:vertAlign w:val="superscript"/>'), 'Na⁺'],
    ['raised marks that are no index', r('甲') + r('--', '<w:vertAlign w:val="superscript"/>'), '甲--'],
    [
      'former properties do not raise',
      r('104', '<w:rPrChange><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:rPrChange>'),
      '104',
    ],
    [
      'a reading above its word',
      `<w:r><w:ruby><w:rt>${r('liǔ')}</w:rt><w:rubyBase>${r('柳')}</w:rubyBase></w:ruby></w:r>`,
      '柳（liǔ）',
    ],
    [
      'content controls and wrappers',
      `<w:sdt><w:sdtContent>${r('甲')}</w:sdtContent></w:sdt><w:customXml>${r('乙')}</w:customXml>`,
      '甲乙',
    ],
    [
      'a formula',
      '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>a+b</m:t></m:r></m:den></m:f></m:oMath>',
      '1/(a+b)',
    ],
    ['hidden text', r('密', '<w:vanish/>'), '密'],
    ['a hyphen that does not break', `${r('甲')}<w:r><w:noBreakHyphen/></w:r>${r('乙')}`, '甲‑乙'],
    [
      'both places of a move',
      `<w:moveFrom w:id="1">${r('旧')}</w:moveFrom><w:moveTo w:id="2">${r('新')}</w:moveTo>`,
      '〔删除：旧〕〔插入：新〕',
    ],
  ])('has %s', async (_, content, expected) => {
    expect(await lines(p(content))).toEqual([`body: ${expected}`]);
  });

  it('counts insertions of paragraphs and rows, which have no text of their own', async () => {
    const found = await read(
      `<w:p><w:pPr><w:rPr><w:ins w:id="1"/></w:rPr></w:pPr>${r('甲')}</w:p><w:tbl><w:tr><w:trPr><w:del w:id="2"/></w:trPr><w:tc>${p(r('乙'))}</w:tc></w:tr></w:tbl>`,
    );
    expect([found.insertions, found.deletions]).toEqual([1, 1]);
    expect(found.parts[0]?.paragraphs).toEqual(['甲', '乙']);
  });
});

describe('automatic numbers', () => {
  const level = (at: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbered = (at: number, text: string, id = 1): string =>
    p(r(text), `<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr></w:pPr>`);
  const numbering = (levels: string, nums = ''): Record<string, string> => ({
    ...related(['n', 'numbering', 'numbering.xml'], ['s', 'styles', 'styles.xml']),
    'word/numbering.xml': root(
      'numbering',
      `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${nums}`,
    ),
    'word/styles.xml': root(
      'styles',
      '<w:style w:type="paragraph" w:styleId="条"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="条乙"><w:basedOn w:val="条"/></w:style>',
    ),
  });

  it('are counted by level, and restart below a higher one', async () => {
    const body = [0, 1, 1, 0, 1].map((at) => numbered(at, '文')).join('');
    const levels = level(0, 'chineseCountingThousand', '第%1条') + level(1, 'decimal', '%1.%2', '<w:isLgl/>');
    expect(await lines(body, numbering(levels))).toEqual(['body: 第一条 文 / 1.1 文 / 1.2 文 / 第二条 文 / 2.1 文']);
  });

  it('begin where a list overrides its start, and count a level that was skipped', async () => {
    const nums =
      '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>';
    const levels = level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2');
    const body = numbered(1, '甲') + numbered(0, '乙') + numbered(0, '丙', 2) + numbered(0, '丁', 2);
    expect(await lines(body, numbering(levels, nums))).toEqual(['body: 1.1 甲 / 2. 乙 / 4. 丙 / 5. 丁']);
  });

  it('come from a style, and from the style that it is based on', async () => {
    const styled = (style: string): string => p(r('文'), `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`);
    expect(await lines(styled('条') + styled('条乙'), numbering(level(0, 'upperRoman', '%1、')))).toEqual([
      'body: I、 文 / II、 文',
    ]);
  });
});
