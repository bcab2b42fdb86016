import { expect, it } from '@jest/globals';
import { readOffice } from './office-text.ts';
import { packed } from './samples.fixtures.ts';

const ofd = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const text = (y: number, content: string, inside = ''): string =>
  `<ofd:TextObject Boundary="10 ${y} 50 5" Size="4">${inside}<ofd:TextCode X="0" Y="4">${content}</ofd:TextCode></ofd:TextObject>`;
const page = (content: string): string => `<ofd:Page ${ofd}>${content}</ofd:Page>`;

/** A document of one page. @param parts further parts, or others instead of these */
function document(content: string, common = '', rest = '', parts: Record<string, string> = {}): Buffer {
  return packed({
    'OFD.xml': `<ofd:OFD ${ofd}><ofd:DocBody><ofd:DocRoot>D/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    'D/Document.xml': `<ofd:Document ${ofd}><ofd:CommonData>${common}</ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/P/Content.xml"/></ofd:Pages>${rest}</ofd:Document>`,
    'D/Pages/P/Content.xml': page(content),
    ...parts,
  });
}

async function read(bytes: Buffer): Promise<{ lines: string[]; named: string[] }> {
  const { parts, unread } = await readOffice(bytes, 'ofd');
  return {
    lines: parts.map((one) => `${one.kind}${one.page ?? ''}: ${one.paragraphs.join(' / ')}`),
    named: unread.map((one) => `${one.part} ${one.page ?? ''} ${one.reason}`),
  };
}

const resources = (...units: readonly string[]): Record<string, string> => ({
  'D/R.xml': `<ofd:Res ${ofd}><ofd:CompositeGraphicUnits>${units.join('')}</ofd:CompositeGraphicUnits></ofd:Res>`,
});
const unit = (id: number, content: string): string =>
  `<ofd:CompositeGraphicUnit ID="${id}"><ofd:Content>${content}</ofd:Content></ofd:CompositeGraphicUnit>`;
const use = (id: number, y: number): string =>
  `<ofd:CompositeObject ResourceID="${id}" Boundary="0 ${y} 9 9" CTM="0.5 0 0 0.5 0 0"/>`;

it('reads composite graphics where they are drawn, also those of other graphics', async () => {
  const bytes = document(
    `${use(5, 100)}${text(20, '第二')}${use(5, 0)}${use(7, 0)}`,
    '<ofd:DocumentRes>R.xml</ofd:DocumentRes>',
    '',
    resources(unit(5, use(6, 0)), unit(6, `${text(20, '图')}<ofd:ImageObject/>`)),
  );
  expect(await read(bytes)).toEqual({
    lines: ['body1: 图 / 第二 / 图'],
    named: ['正文中的图片（2处） 1 picture', '正文中的组合图形 1 damaged'],
  });
});

it('does not follow graphics that use themselves', async () => {
  const self = resources(unit(5, use(5, 0) + use(5, 0)));
  const bytes = document(use(5, 0), '<ofd:PublicRes>R.xml</ofd:PublicRes>', '', self);
  await expect(read(bytes)).rejects.toThrow('too-large');
});

it('names missing and damaged parts, and reads the others', async () => {
  const rest = '<ofd:Annotations>A.xml</ofd:Annotations><ofd:Attachments>F.xml</ofd:Attachments>';
  const bytes = document(`<ofd:Template TemplateID="9"/>${text(5, '甲')}`, '', rest, {
    'D/A.xml': `<ofd:Annotations ${ofd}><ofd:Page PageID="1"><ofd:FileLoc>A1.xml</ofd:FileLoc></ofd:Page><ofd:Page PageID="8"><ofd:FileLoc>A8.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>`,
    'D/A1.xml': '<ofd:PageAnnot',
  });
  expect(await read(bytes)).toEqual({
    lines: ['body1: 甲'],
    named: ['模板页 1 damaged', '注释 1 damaged', '附件  damaged'],
  });
});

it('names templates and pages that have text and are not shown', async () => {
  const bytes = document(text(5, '甲'), '<ofd:TemplatePage ID="9" BaseLoc="T.xml"/>', '', {
    'D/T.xml': page(text(5, '乙')),
    'D/Pages/Q/Content.xml': page(text(5, '丙')),
  });
  expect(await read(bytes)).toEqual({
    lines: ['body1: 甲'],
    named: ['没有用到的模板页  unsupported', '没有列入文件的页面  unsupported'],
  });
});

it('reads the version in force, and names the others', async () => {
  const version = (name: string): string =>
    `<ofd:DocVersion ${ofd}><ofd:DocRoot>/D/${name}.xml</ofd:DocRoot></ofd:DocVersion>`;
  const root = (name: string): string =>
    `<ofd:Document ${ofd}><ofd:Pages><ofd:Page ID="1" BaseLoc="${name}P.xml"/></ofd:Pages></ofd:Document>`;
  const bytes = document('', '', '', {
    'OFD.xml': `<ofd:OFD ${ofd}><ofd:DocBody><ofd:DocRoot>D/Document.xml</ofd:DocRoot><ofd:Versions><ofd:Version BaseLoc="D/V1.xml"/><ofd:Version BaseLoc="D/V2.xml" Current="true"/></ofd:Versions></ofd:DocBody></ofd:OFD>`,
    ...{ 'D/V1.xml': version('Old'), 'D/V2.xml': version('New') },
    ...{ 'D/Old.xml': root('Old'), 'D/New.xml': root('New') },
    ...{ 'D/OldP.xml': page(text(5, '旧')), 'D/NewP.xml': page(text(5, '新')) },
  });
  expect(await read(bytes)).toEqual({ lines: ['body1: 新'], named: ['文件的其他版本  unsupported'] });
});

it('names glyphs without characters and letters that are outlines, and blanks as neither', async () => {
  const glyphs = (ids: string): string => `<ofd:CGTransform><ofd:Glyphs>${ids}</ofd:Glyphs></ofd:CGTransform>`;
  expect(await read(document(text(5, ' ', glyphs('3 3')) + text(9, '甲')))).toEqual({
    lines: ['body1: 甲'],
    named: [],
  });
  expect((await read(document(text(5, '  ', glyphs('41 42'))))).named).toEqual(['正文 1 glyphs']);
  const path = (data: string): string =>
    `<ofd:PathObject><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
  expect((await read(document(path('M 0 0 L 1 1')))).named).toEqual(['正文中的图形 1 drawing']);
  expect((await read(document(text(5, '甲') + path('M 0 0 L 1 1')))).named).toEqual([]);
  const letters = path('M 0 0 Q 1 1 2 2 '.repeat(61));
  expect((await read(document(text(5, '甲') + letters))).named).toEqual(['正文中的图形 1 drawing']);
});
