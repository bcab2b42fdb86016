import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

/** Tab, line feed, form feed and carriage return are text; the other control characters are not. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const;
const marks: Readonly<Record<string, string>> = { 'utf-16le': 'fffe', 'utf-16be': 'feff' };

/**
 * UTF-8, GB18030 (includes GBK and GB2312), or UTF-16 with a byte order mark, when the whole file is valid text in it,
 * otherwise null. Reads the file once for each.
 */
export async function textEncoding(path: string): Promise<(typeof encodings)[number] | null> {
  const start = await startOf(path);
  for (const encoding of encodings) {
    const mark = marks[encoding];
    if ((mark === undefined || start === mark) && (await isTextIn(path, encoding))) return encoding;
  }
  return null;
}

/** The first two bytes, in hexadecimal. */
async function startOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString('hex', 0, bytesRead);
  } finally {
    await file.close();
  }
}

async function isTextIn(path: string, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const source = createReadStream(path);
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      if (controls.test(decoder.decode(chunk, { stream: true }))) return false;
    }
    return !controls.test(decoder.decode());
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  } finally {
    source.destroy();
  }
}
