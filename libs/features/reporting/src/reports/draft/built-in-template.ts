/**
 * The built-in template of the report: a .docx that the town can download, edit and upload again. The same bytes at
 * each start.
 */
import { encodeXml, mainPart, packDocx } from '@lawgate/files';
import { paragraph, run } from './word-blocks.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const kinds = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Fonts are named and never shipped; Word uses `altName` where the first is not installed. */
const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', level1: '黑体', level2: '楷体_GB2312', page: '宋体' };
const alternatives: Readonly<Record<string, string>> = {
  [fonts.title]: '小标宋',
  [fonts.body]: '仿宋',
  [fonts.level2]: '楷体',
};

const indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const title = (text: string): string =>
  paragraph(
    run(text, { font: fonts.title, size: 44 }),
    '<w:spacing w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>',
  );
const blank = paragraph('');
const level1 = (text: string): string =>
  paragraph(run(text, { font: fonts.level1 }), `<w:keepNext/>${indent}<w:outlineLvl w:val="0"/>`);
const body = (text: string): string => paragraph(run(text), indent);
/** A heading of the second level that continues as text. */
const level2 = (heading: string, text: string): string =>
  paragraph(`${run(heading, { font: fonts.level2 })}${run(text)}`, indent);
const right = (text: string, chars: number): string =>
  paragraph(run(text), `<w:ind w:rightChars="${chars * 100}" w:right="${chars * 320}"/><w:jc w:val="right"/>`);

const report = [
  title('{{annual.organisation}}{{annual.year}}年法治政府建设'),
  title('年度报告'),
  blank,
  body(
    '{{annual.year}}年，{{annual.organisation}}坚持以习近平法治思想为指导，认真落实《法治政府建设实施纲要（2021—2025年）》，' +
      '围绕中心、服务大局，扎实推进依法行政。现将本年度法治政府建设情况报告如下：',
  ),
  level1('一、{{annual.year}}年工作情况'),
  level2('（一）抓住“关键少数”，提升依法履职能力。', '{{study.sentence}}组织法治培训{{training}}次。'),
  level2('（二）严格合法性审核，规范重大行政行为。', '{{mechanisms.sentence}}{{reviews.work}}各类别办理情况如下表。'),
  paragraph(run('{{reviews.table}}')),
  level2('（三）推进严格规范公正文明执法。', '{{enforcement.sentence}}'),
  level2('（四）依法做好行政应诉工作。', '{{suits.sentence}}。'),
  level2('（五）深入开展法治宣传教育。', '{{publicity.sentence}}'),
  level2('（六）全面推进政务公开。', '{{openness.sentence}}'),
  level2('（七）有效化解社会矛盾纠纷。', '{{disputes.sentence}}'),
  level1('二、存在的问题'),
  body('{{problems.sentence}}'),
  level1('三、{{annual.next-year}}年工作计划'),
  body(
    '一是持续健全合法性审核机制，{{plan.reviews}}做到应审必审、有错必纠。' +
      '二是加强送审指导和业务培训，提高起草、承办单位的法治意识和送审质量。' +
      '三是严格执法全过程记录和重大执法决定法制审核，提升执法规范化水平。' +
      '四是深化普法宣传和矛盾纠纷源头化解，推动法治政府建设再上新台阶。',
  ),
  blank,
  right('{{annual.issuer}}', 4),
  right('{{annual.date}}', 4),
].join('');

/**
 * A4 with 22 lines on 156 × 225 mm; twentieths of a point. Programs interpret a character grid differently, so the 28
 * characters of a line come from a spacing of −0.25 pt in `styles`.
 */
const section =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/>' +
  '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1304" w:gutter="0"/>' +
  '<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>';

/** 4号 half-width figures between dashes; odd pages right, even pages left, one character from the edge. */
function footer(side: 'right' | 'left'): string {
  const look = { font: fonts.page, size: 28 };
  const field = (type: string): string =>
    run('', look).replace(/<w:t .*<\/w:t>/, `<w:fldChar w:fldCharType="${type}"/>`);
  const instruction = run('', look).replace(/<w:t .*<\/w:t>/, '<w:instrText xml:space="preserve"> PAGE </w:instrText>');
  const number = `${field('begin')}${instruction}${field('separate')}${run('1', look)}${field('end')}`;
  return (
    `${head}<w:ftr ${w} ${r}>` +
    paragraph(
      `${run('— ', look)}${number}${run(' —', look)}`,
      `<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/>`,
    ) +
    '</w:ftr>'
  );
}

const styles =
  `${head}<w:styles ${w}><w:docDefaults><w:rPrDefault><w:rPr>` +
  `<w:rFonts w:ascii="${fonts.body}" w:hAnsi="${fonts.body}" w:eastAsia="${fonts.body}" w:cs="${fonts.body}"/>` +
  '<w:spacing w:val="-5"/><w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>' +
  '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="579" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr></w:pPrDefault>' +
  '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>';

const fontTable =
  `${head}<w:fonts ${w}>` +
  Object.values(fonts)
    .map((name) => {
      const other = alternatives[name];
      return `<w:font w:name="${name}">${other === undefined ? '' : `<w:altName w:val="${other}"/>`}<w:charset w:val="86"/></w:font>`;
    })
    .join('') +
  '</w:fonts>';

const relations = (rows: readonly (readonly [id: string, kind: string, target: string])[]): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
  rows
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${kinds}/${kind}" Target="${encodeXml(target)}"/>`)
    .join('') +
  '</Relationships>';

const parts: readonly (readonly [name: string, type: string, xml: string])[] = [
  [mainPart, 'document.main+xml', `${head}<w:document ${w} ${r}><w:body>${report}${section}</w:body></w:document>`],
  ['word/styles.xml', 'styles+xml', styles],
  ['word/settings.xml', 'settings+xml', `${head}<w:settings ${w}><w:evenAndOddHeaders/></w:settings>`],
  ['word/fontTable.xml', 'fontTable+xml', fontTable],
  ['word/footer1.xml', 'footer+xml', footer('right')],
  ['word/footer2.xml', 'footer+xml', footer('left')],
];

const contentTypes =
  `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="${types}.${type}"/>`).join('') +
  '</Types>';

export const builtInTemplate: Buffer = packDocx(
  new Map(
    [
      ['[Content_Types].xml', contentTypes] as const,
      ['_rels/.rels', relations([['rId1', 'officeDocument', mainPart]])] as const,
      ...parts.map(([name, , xml]) => [name, xml] as const),
      [
        'word/_rels/document.xml.rels',
        relations([
          ['rId1', 'styles', '/word/styles.xml'],
          ['rId2', 'settings', '/word/settings.xml'],
          ['rId3', 'footer', '/word/footer1.xml'],
          ['rId4', 'footer', '/word/footer2.xml'],
          ['rId5', 'fontTable', '/word/fontTable.xml'],
        ]),
      ] as const,
    ].map(([name, xml]) => [name, Buffer.from(xml)]),
  ),
);
