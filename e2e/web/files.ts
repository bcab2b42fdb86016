/** Sample files made on the spot: small, real, and readable by their programs. */
import { Document, Packer, Paragraph } from 'docx';

export interface SampleFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function text(name: string, content: string): SampleFile {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(content) };
}

export async function docx(name: string, paragraphs: readonly string[]): Promise<SampleFile> {
  const children = paragraphs.map((each) => new Paragraph(each));
  const buffer = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: Buffer.from(buffer),
  };
}

/** A page with one line in a standard font. */
export function pdf(name: string, words: string): SampleFile {
  const content = `BT /F1 24 Tf 72 720 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let written = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = written.length;
    written += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  written += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  written += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${written.indexOf('xref\n0')}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(written, 'latin1') };
}

/** A picture of one red pixel. */
export function png(name: string): SampleFile {
  const bytes = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
  return { name, mimeType: 'image/png', buffer: Buffer.from(bytes, 'base64') };
}

/** A program with the extension of a document. */
export function program(name: string): SampleFile {
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(`MZ${'\0'.repeat(200)}`, 'latin1') };
}
