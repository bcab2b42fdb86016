/** Word files made part by part. */
import { packZip } from '@lawgate/files';

const office = 'http://schemas.openxmlformats.org';
const spaces: Record<string, string> = {
  w: `${office}/wordprocessingml/2006/main`,
  r: `${office}/officeDocument/2006/relationships`,
  mc: `${office}/markup-compatibility/2006`,
  wp: `${office}/drawingml/2006/wordprocessingDrawing`,
  a: `${office}/drawingml/2006/main`,
  c: `${office}/drawingml/2006/chart`,
  dgm: `${office}/drawingml/2006/diagram`,
  m: `${office}/officeDocument/2006/math`,
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  wpg: 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  v: 'urn:schemas-microsoft-com:vml',
};
const declared = Object.entries(spaces)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

export const p = (content: string): string => `<w:p>${content}</w:p>`;
export const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

export const wordParts = {
  header: (content: string): string => `<w:hdr ${declared}>${content}</w:hdr>`,
  footnotes: (id: number, content: string): string =>
    `<w:footnotes ${declared}><w:footnote w:id="${id}">${content}</w:footnote></w:footnotes>`,
  comments: (id: number, author: string, content: string): string =>
    `<w:comments ${declared}><w:comment w:id="${id}" w:author="${author}">${content}</w:comment></w:comments>`,
  diagram: (text: string): string =>
    `<dgm:dataModel ${declared}><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>${text}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`,
  chart: (text: string): string =>
    `<c:chartSpace ${declared}><c:chart><c:cat><c:v>${text}</c:v></c:cat></c:chart></c:chartSpace>`,
};

export interface DocxOptions {
  readonly main?: string;
  readonly strict?: boolean;
  readonly encoding?: 'utf8' | 'utf16le';
  /** In place of `w`. */
  readonly prefix?: string;
  /** Without the relationships of the package. */
  readonly bare?: boolean;
}

/** Relationship id: last segment of its type, part name next to the main part, content. */
export type Related = Record<string, readonly [type: string, name: string, content: string | Buffer]>;

export function docxOf(
  body: string,
  related: Related = {},
  { main = 'word/document.xml', strict = false, encoding = 'utf8', prefix = 'w', bare = false }: DocxOptions = {},
): Buffer {
  const changed = (xml: string): string =>
    (strict ? xml.replaceAll(spaces.w ?? '', 'http://purl.oclc.org/ooxml/wordprocessingml/main') : xml)
      .replaceAll('w:', `${prefix}:`)
      .replaceAll('xmlns:w=', `xmlns:${prefix}=`);
  const base = strict ? 'http://purl.oclc.org/ooxml/officeDocument/relationships' : (spaces.r ?? '');
  const folder = main.replace(/[^/]*$/, '');
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${base}/${type}" Target="${target}"/>`;
  const relations = (all: readonly string[]): string =>
    `<Relationships xmlns="${office}/package/2006/relationships">${all.join('')}</Relationships>`;
  const mark = encoding === 'utf16le' ? '\ufeff' : '';
  const xml = `${mark}<?xml version="1.0" encoding="${encoding === 'utf8' ? 'UTF-8' : 'UTF-16'}"?>${changed(`<w:document ${declared}><w:body>${body}</w:body></w:document>`)}`;
  const entries: Record<string, string | Buffer> = {
    '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types">${
      main.startsWith('word/')
        ? `<Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>`
        : ''
    }</Types>`,
    ...(bare ? {} : { '_rels/.rels': relations([relation('r0', 'officeDocument', main)]) }),
    [main]: Buffer.from(xml, encoding),
    [`${folder}_rels/${main.slice(folder.length)}.rels`]: relations(
      Object.entries(related).map(([id, [type, name]]) => relation(id, type, name)),
    ),
    ...Object.fromEntries(Object.values(related).map(([, name, content]) => [folder + name, content])),
  };
  return packZip(
    Object.entries(entries).map(([name, content]) => [name, Buffer.from(content)]),
    new Date(1980, 0, 1),
  );
}
