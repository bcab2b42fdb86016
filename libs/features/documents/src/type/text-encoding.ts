import { createReadStream } from 'node:fs';

/** Tab, line feed, form feed and carriage return are text; the other control characters are not. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/**
 * UTF-8 or GB18030 (includes GBK and GB2312) when the whole file is valid text in it, otherwise null. Reads the file
 * once for each.
 */
export async function textEncoding(path: string): Promise<'utf-8' | 'gb18030' | null> {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    if (await isTextIn(path, encoding)) return encoding;
  }
  return null;
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
