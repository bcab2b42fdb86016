import { docxType } from '@lawgate/files';
import { attachment } from '@lawgate/http';
import { StreamableFile } from '@nestjs/common';

/** @param plain the ASCII file name */
export function docxFile(name: string, plain: string, bytes: Buffer): StreamableFile {
  return new StreamableFile(bytes, { type: docxType, length: bytes.length, disposition: attachment(name, plain) });
}
