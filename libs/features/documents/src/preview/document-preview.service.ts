/** Documents as PDF, for types that a browser cannot draw. Made on request; recent ones are cached in memory. */
import { buffer } from 'node:stream/consumers';
import { ProblemError, type Principal } from '@lawgate/contracts';
import { OfficeError, ZipError } from '@lawgate/files';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { StoredDocument } from '../document-store.ts';
import { DocumentService } from '../document.service.ts';
import { isConvertible, previewPdf } from './convert-preview.ts';

const MiB = 1024 * 1024;
/** Maximum bytes of the cache of this process; a page of text takes about 20 KiB. */
const cacheBytes = 64 * MiB;
/** Maximum bytes of a document that is converted; larger ones take minutes. */
const maxBytes = 64 * MiB;
/** Maximum conversions that run or wait: LibreOffice runs one at a time. */
const maxWaiting = 8;

@Injectable()
export class DocumentPreviewService {
  /** By media type and SHA-256: the same content under another type is converted by another filter. */
  readonly #made = new LRUCache<string, Buffer>({ maxSize: cacheBytes, sizeCalculation: ({ length }) => length + 1 });
  readonly #making = new Map<string, Promise<Buffer>>();

  constructor(private readonly documents: DocumentService) {}

  /**
   * The access is logged first, as for reading.
   *
   * @throws ProblemError 403, 404, 409 as for the content; 409 `document.preview-not-converted`,
   * `document.preview-unavailable`, 422 `document.preview-failed`, `document.preview-too-slow`,
   * `document.preview-too-large`, 503 `document.preview-busy`
   */
  async pdf(
    principal: Principal,
    caseId: string,
    documentId: string,
  ): Promise<{ readonly row: StoredDocument; readonly pdf: Buffer }> {
    const { row, bytes } = await this.documents.content(principal, caseId, documentId, 'read');
    const key = `${row.mediaType} ${row.sha256}`;
    const known = this.#made.get(key) ?? this.#making.get(key);
    if (known === undefined) {
      try {
        refuse(row, this.#making.size);
      } catch (error) {
        bytes.destroy();
        throw error;
      }
    } else {
      bytes.destroy();
      return { row, pdf: await known };
    }
    const making = buffer(bytes).then((content) => converted(content, row.mediaType));
    this.#making.set(key, making);
    try {
      const pdf = await making;
      this.#made.set(key, pdf);
      return { row, pdf };
    } finally {
      this.#making.delete(key);
    }
  }
}

function refuse({ mediaType, size }: StoredDocument, waiting: number): void {
  if (!isConvertible(mediaType)) {
    throw new ProblemError(409, 'document.preview-not-converted', '这种文件不转换为 PDF，请直接查看或者下载。');
  }
  if (size > maxBytes) {
    throw new ProblemError(422, 'document.preview-too-large', '文件过大，不转换为 PDF，请下载后打开。');
  }
  if (waiting >= maxWaiting) {
    throw new ProblemError(503, 'document.preview-busy', '正在转换的文件较多，请稍后再看，或者下载后打开。');
  }
}

async function converted(content: Buffer, mediaType: string): Promise<Buffer> {
  try {
    return await previewPdf(content, mediaType);
  } catch (error) {
    if (error instanceof ZipError) {
      throw new ProblemError(422, 'document.preview-too-large', '文件展开后过大，不转换为 PDF，请下载后打开。');
    }
    if (!(error instanceof OfficeError)) throw error;
    switch (error.problem) {
      case 'not-installed':
        throw new ProblemError(
          409,
          'document.preview-unavailable',
          '本服务器未安装 LibreOffice，不能转换这种文件，请下载后打开，或者请管理员安装后重试。',
        );
      case 'too-slow':
        throw new ProblemError(422, 'document.preview-too-slow', '文件过于复杂，两分钟内没有转换完成，请下载后打开。');
      case 'failed':
        throw new ProblemError(422, 'document.preview-failed', '文件不能转换，可能已损坏或已加密，请下载后打开。');
    }
  }
}
