/** Multipart forms built byte by byte, so that a name may be one that no browser would send. */
import { Readable } from 'node:stream';

export interface Part {
  readonly field: string;
  /** The text between the quotation marks; latin1 characters are single bytes. */
  readonly fileName?: string;
  /** Other parameters and headers, verbatim. */
  readonly more?: string;
  readonly content: string | Buffer;
}

export const boundary = 'lawgate-test-boundary';
export const multipartType = { 'content-type': `multipart/form-data; boundary=${boundary}` };

export function multipart(parts: readonly Part[]): Buffer {
  return Buffer.concat([
    ...parts.flatMap((part) => [headOf(part), Buffer.from(part.content), Buffer.from('\r\n')]),
    end,
  ]);
}

const end = Buffer.from(`--${boundary}--\r\n`);

function headOf({ field, fileName, more = '' }: Part): Buffer {
  const name = fileName === undefined ? '' : `; filename="${fileName}"`;
  return Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${field}"${name}${more}\r\n\r\n`);
}

/** A form with one file that is streamed. `bytes` is the size of the file. */
export function endlessForm(kind: string, fileName: string, bytes: number): Readable {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  function* pieces(): Generator<Buffer> {
    yield multipart([{ field: 'kind', content: kind }]).subarray(0, -end.length);
    yield headOf({ field: 'file', fileName, content: '' });
    for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk;
    yield Buffer.from('\r\n');
    yield end;
  }
  return Readable.from(pieces());
}
