/** The text of an old Word or WPS document ([MS-DOC]). */
import WordExtractor from 'word-extractor';
import { linesOf, ReadError, textOnly, type ReadText } from './read-text.ts';

/** @throws ReadError */
export async function readDoc(bytes: Buffer): Promise<ReadText> {
  if (isEncrypted(bytes)) throw new ReadError('encrypted');
  try {
    const found = await new WordExtractor().extract(bytes);
    const text = textOnly(linesOf(found.getBody()));
    // Names of storages stand in the directory as UTF-16; one with macros has a project of Visual Basic in it.
    return { ...text, macros: bytes.includes(Buffer.from('_VBA_PROJECT', 'utf16le')) };
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError('damaged', error);
  }
}

/** The flag fEncrypted in the header of the file, which begins a sector with 0xA5EC. */
function isEncrypted(bytes: Buffer): boolean {
  for (let at = 512; at + 12 <= bytes.length; at += 512) {
    if (bytes.readUInt16LE(at) === 0xa5ec) return (bytes.readUInt16LE(at + 10) & 0x0100) !== 0;
  }
  return false;
}
