/** Opens a docx that came from outside: what could act, fetch or swell is refused before anything is done with it. */
import { ProblemError } from '@lawgate/contracts';
import { openZip, ZipError } from '@lawgate/files';
import { broken, tokensOf } from './xml-tokens.ts';

/** Bytes, packed and unpacked. */
export const maxTemplateBytes = 2 * 1024 * 1024;
const maxUnpackedBytes = 20 * 1024 * 1024;
const maxEntries = 300;

/** Parts of a docx by name. */
export type Entries = ReadonlyMap<string, Buffer>;

const forbidden = (what: string): ProblemError =>
  new ProblemError(422, 'template.forbidden', `模板中含有不允许的内容（${what}），请删除后重新上传。`);

/** Fields that a word processor works out from the document alone. Others can read files or ask the network. */
const harmlessFields = /^\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION)\b/i;

/** @throws ProblemError 413 `template.too-large`, 422 `template.broken`, `template.forbidden` */
export async function openTemplate(bytes: Buffer): Promise<Entries> {
  if (bytes.length > maxTemplateBytes) throw tooLarge();
  const entries = await unpack(bytes);
  if (!entries.has('[Content_Types].xml') || !entries.has('word/document.xml')) throw broken();
  for (const [name, content] of entries) {
    if (/vbaProject|vbaData|\/activeX\//i.test(name)) throw forbidden('宏');
    if (/\/embeddings\//i.test(name)) throw forbidden('嵌入的对象');
    if (/\.(xml|rels)$/i.test(name)) refuseDangerous(name, content.toString('utf8'));
  }
  return entries;
}

async function unpack(bytes: Buffer): Promise<Entries> {
  try {
    const archive = await openZip(bytes, {
      maxEntries,
      maxEntryBytes: maxUnpackedBytes,
      maxTotalBytes: maxUnpackedBytes,
    });
    return await archive.readAll();
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw error.isTooLarge ? tooLarge() : broken();
  }
}

export function tooLarge(): ProblemError {
  return new ProblemError(413, 'template.too-large', '模板文件过大（不超过2MB，解压后不超过20MB），请精简后重新上传。');
}

function refuseDangerous(name: string, xml: string): void {
  tokensOf(xml);
  if (/TargetMode\s*=\s*["']External["']/i.test(xml)) throw forbidden('外部链接');
  if (name === '[Content_Types].xml' && /macroEnabled|vbaProject|activeX|oleObject/i.test(xml)) throw forbidden('宏');
  if (/<w:altChunk\b/.test(xml)) throw forbidden('外部内容块');
  if (/<w:(ins|del|moveFrom|moveTo)\b/.test(xml)) throw forbidden('修订痕迹，请先接受或者拒绝全部修订');
  const fields = [
    ...[...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, field]) => field ?? ''),
    ...[...xml.matchAll(/<w:fldSimple[^>]*w:instr\s*=\s*["']([^"']*)/g)].map(([, field]) => field ?? ''),
  ];
  // One field may be cut over several texts: all of them together have to begin harmlessly, and so does each part.
  if (fields.some((field) => /[A-Za-z]/.test(field) && !harmlessFields.test(field) && !/^\s*\\/.test(field))) {
    throw forbidden('域代码，页码之外的域请改为文字');
  }
}
