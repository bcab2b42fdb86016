/** The draft of the report: its figures are those of the lists, and a template contains text only. */
import { describe, expect, it } from '@jest/globals';
import { attributeOf, encodeXml, paragraphsOf, textOf, wordTokensOf } from '@lawgate/files';
import { propertyRuns } from '@lawgate/sizes';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { builtInTemplate } from './built-in-template.ts';
import { checkTemplate, openTemplate } from './check-template.ts';
import { fillTemplate } from './fill-template.ts';
import type { DraftFigure, Phrase } from './phrase.ts';

const figure = (key: string, value: number | null): DraftFigure => ({
  key,
  label: `${key}的数`,
  section: '节',
  value,
  text: value === null ? '' : String(value),
  unit: '件',
  missing: value === null,
  reason: value === null ? '没有登记。' : null,
  link: `/reports/2023?figure=${key}`,
  list: '',
});
const phrase = (key: string, pieces: Phrase['pieces']): [string, Phrase] => [key, { key, label: key, pieces }];
const phrases = new Map([
  phrase('annual.year', ['2023']),
  phrase('trainings', [figure('trainings', 9)]),
  phrase('a.b', [figure('a.b', 31)]),
  phrase('none', [figure('none', null)]),
  phrase('培训', [figure('trainings', 9)]),
  phrase('both', ['共', figure('x', 1), '与', figure('y', 2), '<件>&']),
]);
const filling = {
  phrases,
  table: { head: ['类别', '审结'], rows: [['合同', figure('t', 3)]] },
  base: 'https://h.test',
};

const builtIn = await openTemplate(builtInTemplate);

/** The built-in template with another text. */
function docx(body: string, more: Record<string, string> = {}): Buffer {
  const files = Object.fromEntries(builtIn);
  const xml = Buffer.from(files['word/document.xml'] ?? '').toString();
  const text = xml.replace(/<w:body>.*<w:sectPr>/s, () => `<w:body>${body}<w:sectPr>`);
  const added = Object.fromEntries(Object.entries(more).map(([name, content]) => [name, strToU8(content)]));
  return Buffer.from(zipSync({ ...files, 'word/document.xml': strToU8(text), ...added }));
}
const runs = (...texts: string[]): string =>
  `<w:p>${texts.map((text) => `<w:r><w:rPr><w:b/><w:lang w:val="x"/></w:rPr><w:t>${encodeXml(text)}</w:t></w:r>`).join('')}</w:p>`;
async function problemsOf(bytes: Buffer): Promise<string[]> {
  const { problems } = await checkTemplate(bytes, new Set([...phrases.keys(), 'reviews.table']));
  return problems.map(({ message }) => message);
}

interface Read {
  readonly lines: string[];
  readonly xml: string;
  readonly missing: string[];
}
async function filled(bytes: Buffer): Promise<Read> {
  const made = fillTemplate(await openTemplate(bytes), filling);
  const part = (await openTemplate(made.bytes)).get('word/document.xml') ?? Buffer.alloc(0);
  const lines = paragraphsOf(wordTokensOf(part)).map(textOf);
  return { lines, xml: part.toString(), missing: made.missing.map(({ key }) => key) };
}

describe('filling a template', () => {
  it('finds a placeholder that the editor has split into runs, and keeps its formatting', async () => {
    const { lines, xml } = await filled(docx(runs('培训{', '{trai', 'nings}', '}次，', '{{ a.b }}份')));
    expect(lines[0]).toBe('培训9次，31份');
    expect(xml).toContain(
      '<w:r><w:rPr><w:b/><w:lang w:val="x"/></w:rPr><w:t xml:space="preserve">9</w:t></w:r></w:hyperlink>',
    );
  });

  it('marks each figure by its name and links it to its list, and numbers repeated ones', async () => {
    const made = fillTemplate(await openTemplate(docx(runs('{{a.b}}与{{a.b}}，{{trainings}}，{{both}}'))), filling);
    const files = await openTemplate(made.bytes);
    const tokens = wordTokensOf(files.get('word/document.xml') ?? Buffer.alloc(0));
    const names = tokens.flatMap((token) => attributeOf(token, 'w:name') ?? []);
    expect(names).toEqual(['a_b', 'a_b_2', 'trainings', 'x', 'y']);
    const ids = tokens.flatMap((token) => attributeOf(token, 'r:id') ?? []).filter((id) => id.startsWith('rIdFigure'));
    const targets = (files.get('word/_rels/document.xml.rels') ?? '').toString();
    expect(ids).toHaveLength(5);
    for (const id of ids) expect(targets).toContain(`Id="${id}"`);
    expect(targets).toContain('Target="https://h.test/reports/2023?figure=a.b" TargetMode="External"');
    expect(targets).toContain('styles.xml');
    expect(textOf(paragraphsOf(tokens)[0] as never)).toBe('31与31，9，共1与2<件>&');
  });

  it('marks what is missing in yellow, and lists it at the end', async () => {
    const { lines, xml, missing } = await filled(docx(runs('有{{none}}件，{{none}}件，{{gone}}')));
    expect(lines).toEqual([
      '有【待补：none的数】件，【待补：none的数】件，【待补：gone】',
      '待补数据（定稿前删除本页）',
      '1．none的数：没有登记。',
      expect.stringContaining('2．gone：'),
    ]);
    expect(missing).toEqual(['none', 'gone']);
    expect(xml).toContain('<w:b/><w:highlight w:val="yellow"/><w:lang w:val="x"/>');
    expect(xml).toMatch(/<w:sectPr>.*<\/w:sectPr><\/w:body>/s);
    expect((await filled(docx(runs('{{trainings}}')))).lines).toEqual(['9']);
  });

  it('replaces the paragraph of its placeholder by the table', async () => {
    const { lines } = await filled(docx(`${runs('前')}${runs('{{reviews', '.table}}')}${runs('后')}`));
    expect(lines).toEqual(['前', '类别', '审结', '合同', '3', '后']);
  });

  it('adds no link within a link or a tracked change, where Word would report the file as broken', async () => {
    const inner = runs('{{a.b}}').replace(/<\/?w:p>/g, '');
    const { xml } = await filled(docx(`<w:p><w:ins w:id="1" w:author="a">${inner}</w:ins></w:p>`));
    expect(xml).not.toContain('<w:hyperlink');
    expect(xml).toContain('w:name="a_b"');
  });

  it('inserts only text in headers and footers, without links', async () => {
    const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
    const bytes = docx(runs('{{a.b}}'), {
      'word/header1.xml': `<w:hdr ${ns}>${runs('{{annual.year}}年{{a.b}}')}</w:hdr>`,
    });
    const files = await openTemplate(fillTemplate(await openTemplate(bytes), filling).bytes);
    const header = (files.get('word/header1.xml') ?? '').toString();
    expect(header).toContain('2023年');
    expect(header).not.toContain('hyperlink');
  });

  it('makes a document that is not a template any more, whatever the texts around', async () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'甲<>&"\' {}9') })
      .filter((one) => !/\{\{|\}\}|\{$|^\}/.test(one));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 4 }), fc.nat(12), async (texts, cut) => {
        const whole = texts.join('{{trainings}}');
        const { lines } = await filled(docx(runs(whole.slice(0, cut), whole.slice(cut))));
        expect(lines[0] ?? '').toBe(texts.join('9'));
      }),
    );
  });
});

describe('a template', () => {
  it('that is built in has no problem except names that this spec does not declare, and always the same bytes', async () => {
    const { names, problems } = await checkTemplate(builtInTemplate, new Set());
    expect(problems.every(({ message }) => message.startsWith('没有「'))).toBe(true);
    expect([...names.keys()]).toEqual(
      expect.arrayContaining(['annual.year', 'training', 'reviews.work', 'reviews.table', 'problems.sentence']),
    );
    expect(Object.keys(unzipSync(builtInTemplate))[0]).toBe('[Content_Types].xml');
  });

  it.each([
    ['a command of a template engine', '+++EXEC process.exit()+++', '不能含有命令'],
    ['an expression', '{{process.exit()}}', '不是占位符'],
    ['an assignment', '{{a=1}}', '不是占位符'],
    ['a call in back-quotes', '{{`${1}`}}', '不是占位符'],
    ['an object', '{{constructor["x"]}}', '不是占位符'],
    ['a loop', '{{#each a}}', '不是占位符'],
    ['an open end', '共{{trainings', '没有写完'],
    ['an end without a beginning', '共{{trainings}} }}', '多出 }}'],
    ['an unknown name', '{{nothing}}', '没有「{{nothing}}」'],
    ['a name of every object', '{{constructor}}', '没有「{{constructor}}」'],
    ['the table within a sentence', '见{{reviews.table}}', '单独成段'],
    ['nothing to fill', '一份报告', '没有任何'],
  ])('with %s is refused with a message', async (_, text, words) => {
    const problems = await problemsOf(docx(runs(text)));
    expect(problems.join()).toContain(words);
  });

  it.each<[string, string, Record<string, string>]>([
    ['a macro', '', { 'word/vbaProject.bin': 'x' }],
    ['an embedded object', '', { 'word/embeddings/oleObject1.bin': 'x' }],
    ['foreign content', '<w:altChunk r:id="rId9"/>', {}],
    ['a field that starts a program', '<w:p><w:fldSimple w:instr=" DDEAUTO c:\\\\cmd.exe &quot;/k&quot; "/></w:p>', {}],
    [
      'the same cut into runs',
      `<w:p>${[
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText> DDE</w:instrText>',
        '<w:instrText>AUTO cmd </w:instrText>',
        '<w:fldChar w:fldCharType="end"/>',
      ]
        .map((one) => `<w:r>${one}</w:r>`)
        .join('')}</w:p>`,
      {},
    ],
    ['a field that fetches', '<w:p><w:fldSimple w:instr="INCLUDEPICTURE http://h.test/a.png"/></w:p>', {}],
    [
      'a template of its own elsewhere',
      '',
      {
        'word/_rels/settings.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/attachedTemplate" Target="http://h.test/a.dotm" TargetMode="External"/></Relationships>',
      },
    ],
    [
      'a link that runs something',
      '',
      {
        'word/_rels/footer1.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="x/hyperlink" Target="javascript:alert(1)" TargetMode="External"/></Relationships>',
      },
    ],
  ])('with %s is refused', async (_, body, more) => {
    expect(await problemsOf(docx(`${runs('{{trainings}}')}${body}`, more))).toEqual([
      expect.stringMatching(/^模板不能/),
    ]);
  });

  it.each<[string, () => Buffer]>([
    ['a text', () => Buffer.from('{{trainings}}')],
    ['a cut file', () => builtInTemplate.subarray(0, 900)],
    ['a bomb', () => docx(runs('{{trainings}}'), { 'word/media/a.png': '\0'.repeat(40 * 1024 * 1024) })],
    ['a document with entities of its own', () => docx('<!DOCTYPE a [<!ENTITY b "c">]>')],
    ['a document that does not close', () => docx('<w:p>')],
    ['a document in other words', () => docx('', { 'word/document.xml': '<a><w:p/></a>' })],
    [
      'a document with macros by its type',
      () => {
        const files = Object.fromEntries(builtIn);
        const types = (files['[Content_Types].xml'] ?? '').toString();
        return docx('', {
          '[Content_Types].xml': types.replace('.document.main+xml', '.document.macroEnabled.main+xml'),
        });
      },
    ],
  ])('that is %s is refused', async (_, make) => {
    const { files, problems } = await checkTemplate(make(), new Set());
    expect(files).toBeNull();
    expect(problems).toHaveLength(1);
  });

  it('is checked or refused, wherever a byte of it is wrong', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(builtInTemplate.length - 1), fc.nat(255), async (at, value) => {
        const broken = Buffer.from(builtInTemplate);
        broken[at] = value;
        expect((await checkTemplate(broken, new Set())).problems.length).toBeGreaterThan(0);
      }),
      { numRuns: propertyRuns(200) },
    );
  });
});
