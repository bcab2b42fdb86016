/** The template engine: placeholders are replaced by the given text, and a value never becomes markup. */
import { describe, expect, it } from '@jest/globals';
import { activeContent } from './active-content.ts';
import { DocxError, openDocx, packDocx, xmlTokensOf } from './docx-package.ts';
import { fillDocx, type DocxFilling } from './fill-docx.ts';
import { paragraphsOf, textOf } from './paragraphs.ts';
import { readPlaceholders } from './placeholders.ts';
import { encodeXml } from './xml-tokens.ts';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const types = Buffer.from('<Types/>');
const names = /^[^{}]{1,40}$/;
const runs = (...texts: string[]): string =>
  `<w:p>${texts.map((text) => `<w:r><w:rPr><w:b/></w:rPr><w:t>${encodeXml(text)}</w:t></w:r>`).join('')}</w:p>`;

function filesOf(body: string, more: Readonly<Record<string, string>> = {}): Map<string, Buffer> {
  const document = `<w:document ${w}><w:body>${body}<w:sectPr/></w:body></w:document>`;
  const added = Object.entries(more).map(([name, text]) => [name, Buffer.from(text)] as const);
  return new Map([['[Content_Types].xml', types], ['word/document.xml', Buffer.from(document)], ...added]);
}

const filling: DocxFilling = {
  names,
  block: (name, { isMain }) => (name === '正文' ? (isMain ? runs('一', '二') : '') : null),
  inline: (name) =>
    name === '图' ? [{ runs: '<w:r><w:t>图</w:t></w:r>' }] : [{ text: name === '甲' ? '<乙>\n"丙"' : '' }],
};
function filled(files: Map<string, Buffer>, part = 'word/document.xml', by = filling): string {
  return fillDocx(files, by).get(part)?.toString('utf8') ?? '';
}
const linesOf = (xml: string): string[] => paragraphsOf(xmlTokensOf(Buffer.from(xml))).map(textOf);

describe('filling', () => {
  it('finds a placeholder that is cut into runs, and writes values as text with their line breaks', () => {
    const xml = filled(filesOf(runs('前{', '{ 甲', ' }', '}后{{缺}}')));
    expect(linesOf(xml)).toEqual(['前<乙>"丙"后']);
    expect(xml).toContain(
      '<w:b/></w:rPr><w:t xml:space="preserve">前&lt;乙&gt;</w:t><w:br/><w:t xml:space="preserve">',
    );
  });

  it('replaces a paragraph by blocks in the document, and not in a header', () => {
    const files = filesOf(`${runs('首')}${runs(' {{', '正文}}')}`, {
      'word/header1.xml': `<w:hdr ${w}>${runs('{{正文}}')}</w:hdr>`,
    });
    expect(linesOf(filled(files))).toEqual(['首', '一二']);
    expect(linesOf(filled(files, 'word/header1.xml'))).toEqual([]);
    expect(linesOf(filled(filesOf(runs('见{{正文}}。'))))).toEqual(['见。']);
  });

  it('ends a run before whole runs and continues with its formatting after them', () => {
    expect(filled(filesOf(runs('见{{图}}。')))).toContain(
      '见</w:t></w:r><w:r><w:t>图</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">。</w:t></w:r>',
    );
  });

  it('adds at the end of the body before its section properties, when everything is filled', () => {
    const seen: string[] = [];
    const by: DocxFilling = {
      ...filling,
      inline: (name) => (seen.push(name), []),
      atEnd: () => runs(`共${seen.length}项`),
    };
    const xml = filled(filesOf(runs('{{a}}{{b}}')), 'word/document.xml', by);
    expect(linesOf(xml)).toEqual(['', '共2项']);
    expect(xml).toMatch(/共2项<\/w:t><\/w:r><\/w:p><w:sectPr\/><\/w:body>/);
  });

  it('leaves other parts unchanged, byte for byte', () => {
    const files = filesOf(runs('{{甲}}'), { 'word/styles.xml': '<!-- {{甲}} --><w:styles/>' });
    expect(filled(files, 'word/styles.xml')).toBe('<!-- {{甲}} --><w:styles/>');
  });

  it('packs the same parts to the same bytes, in any order', async () => {
    const files = filesOf(runs('甲'));
    const packed = packDocx(files);
    expect(packDocx(new Map([...files].reverse())).equals(packed)).toBe(true);
    expect(await openDocx(packed, { maxParts: 2, maxBytes: 1000 })).toEqual(files);
    await expect(openDocx(packed, { maxParts: 1, maxBytes: 1000 })).rejects.toMatchObject({ problem: 'too-large' });
    await expect(openDocx(packed, { maxParts: 2, maxBytes: 100 })).rejects.toMatchObject({ problem: 'too-large' });
  });
});

it('reading placeholders takes no more time for a million braces than for a line', () => {
  const { placeholders, problems } = readPlaceholders(`${'{'.repeat(1_000_000)}甲}}`, names);
  expect(placeholders.map(({ name }) => name)).toEqual(['甲']);
  expect(problems.map(({ kind }) => kind)).toEqual(['not-a-name']);
});

describe('a part', () => {
  it.each([
    ['with a document type', '<!DOCTYPE a><a/>', 'document-type'],
    ['with CDATA', '<a><![CDATA[x]]></a>', 'malformed-xml'],
    ['with an entity of its own', '<a>&b;</a>', 'malformed-xml'],
    ['that closes another element', '<a><b></a></b>', 'malformed-xml'],
    ['that does not close', '<a>', 'malformed-xml'],
    ['that is empty', '', 'malformed-xml'],
    ['that is nested without end', '<a>'.repeat(300) + '</a>'.repeat(300), 'malformed-xml'],
  ])('%s is refused', (_, xml, problem) => {
    let thrown: unknown;
    try {
      xmlTokensOf(Buffer.from(xml));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(DocxError);
    expect(thrown).toMatchObject({ problem });
  });

  it('may have Chinese names, a byte order mark and comments', () => {
    expect(xmlTokensOf(Buffer.from('\ufeff<?xml version="1.0"?><!-- x --><机关 名="甲>">乙</机关>'))).toHaveLength(3);
  });
});

describe('active content', () => {
  const field = (...parts: string[]): string =>
    `<w:p>${['<w:fldChar w:fldCharType="begin"/>', ...parts.map((one) => `<w:instrText>${one}</w:instrText>`), '<w:fldChar w:fldCharType="end"/>'].join('')}</w:p>`;
  const rels = (attributes: string): Record<string, string> => ({
    'word/_rels/document.xml.rels': `<Relationships><Relationship ${attributes} TargetMode="External"/></Relationships>`,
  });

  it.each<[string, Map<string, Buffer>, object[]]>([
    ['a macro', filesOf('', { 'word/vbaProject.bin': 'x' }), [{ kind: 'macro' }]],
    ['an object', filesOf('', { 'word/embeddings/a.bin': 'x' }), [{ kind: 'embedded-object' }]],
    ['a page', filesOf('', { 'word/a.html': 'x' }), [{ kind: 'foreign-file' }]],
    ['foreign content', filesOf('<w:altChunk/>'), [{ kind: 'element', name: 'w:altChunk' }]],
    ['the same in a part of another folder', filesOf('', { 'a/B.XML': '<w:altChunk/>' }), [{ kind: 'element' }]],
    ['a change', filesOf('<w:ins>x</w:ins>'), [{ kind: 'tracked-change' }]],
    ['a field that is cut', filesOf(field(' DDE', 'AUTO x')), [{ kind: 'field', instruction: ' DDEAUTO x' }]],
    ['a simple field', filesOf('<w:fldSimple w:instr="PAGE"/>'), [{ kind: 'field', instruction: 'PAGE' }]],
    ['a link', filesOf('', rels('Type="a/hyperlink" Target="https://h.test"')), [{ kind: 'external', isLink: true }]],
    ['a script', filesOf('', rels('Type="a/hyperlink" Target="javascript:x"')), [{ kind: 'external', isLink: false }]],
    ['words', filesOf(runs('甲')), []],
  ])('%s is found', (_, files, found) =>
    expect(activeContent(files)).toEqual(found.map((one) => expect.objectContaining(one))),
  );
});
