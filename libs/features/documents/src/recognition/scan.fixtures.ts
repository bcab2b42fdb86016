/** A scan: the first page of a PDF as a picture, and that picture as the page of another PDF. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export function scanOf(pdf: Buffer, pdftoppm: string): { readonly jpeg: Buffer; readonly pdf: Buffer } {
  const folder = mkdtempSync(path.join(tmpdir(), 'lawgate-scan-'));
  try {
    const file = path.join(folder, 'page');
    writeFileSync(`${file}.pdf`, pdf);
    execFileSync(pdftoppm, ['-r', '200', '-jpeg', '-f', '1', '-singlefile', `${file}.pdf`, file]);
    const jpeg = readFileSync(`${file}.jpg`);
    return { jpeg, pdf: picturePdf(jpeg) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A4 at 200 dots an inch. */
function picturePdf(jpeg: Buffer): Buffer {
  const drawn = 'q 595 0 0 842 0 0 cm /I1 Do Q';
  const picture = '/Type/XObject/Subtype/Image/Width 1654/Height 2339/ColorSpace/DeviceRGB/BitsPerComponent 8';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I1 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${drawn.length}>>\nstream\n${drawn}\nendstream`,
    Buffer.concat([
      Buffer.from(`<<${picture}/Filter/DCTDecode/Length ${jpeg.length}>>\nstream\n`),
      jpeg,
      Buffer.from('\nendstream'),
    ]),
  ];
  const parts = [Buffer.from('%PDF-1.7\n')];
  const offsets = objects.map((object, index) => {
    const offset = parts.reduce((sum, { length }) => sum + length, 0);
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
    return offset;
  });
  const start = parts.reduce((sum, { length }) => sum + length, 0);
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(`xref\n0 6\n0000000000 65535 f \n${table}${trailer}`)]);
}
