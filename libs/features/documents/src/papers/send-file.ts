/** A paper as the answer of a request. */
import { Readable } from 'node:stream';
import { attachment } from '@lawgate/http';
import { StreamableFile } from '@nestjs/common';
import type { PaperFile } from './papers.service.ts';

export interface Reply {
  header(name: string, value: string | number): Reply;
}

/** Never displayed within our own origin, because a template is uploaded content. */
export function sendFile({ name, mediaType, bytes, size, sha256 }: PaperFile, reply: Reply): StreamableFile {
  reply
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-cache');
  if (sha256 !== null) reply.header('etag', `"${sha256}"`);
  return new StreamableFile(Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes, {
    type: mediaType,
    disposition: attachment(name),
    ...(size === null ? {} : { length: size }),
  });
}
