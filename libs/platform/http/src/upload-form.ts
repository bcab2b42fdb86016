/** Reads the form of an upload: one `file` and its `kind`, in any order. */
import type { Readable } from 'node:stream';
import { ContentStoreError, type ContentStore, type IncomingContent, displayName } from '@lawgate/files';
import { ProblemError } from '@lawgate/contracts';
import type {} from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

export type UploadRequest = Pick<FastifyRequest, 'raw' | 'isMultipart' | 'parts'>;

export interface UploadForm {
  readonly kind: string | null;
  readonly name: string;
  readonly content: IncomingContent;
}

/**
 * Reads the whole form; the file is written to `store` as it arrives. The caller keeps or discards the content.
 *
 * @throws ProblemError 400 `request.malformed`; 413 `document.too-large`; 415 `request.media-type`; 422
 * `document.file-missing`, `document.file-repeated`, `document.kind-repeated`, `document.empty`,
 * `document.name-invalid`; 507 `document.storage-full`. Then nothing is stored.
 */
export async function readUploadForm(request: UploadRequest, store: ContentStore): Promise<UploadForm> {
  if (!request.isMultipart()) {
    throw new ProblemError(415, 'request.media-type', '上传文件请使用multipart/form-data。');
  }
  const received: IncomingContent[] = [];
  try {
    return await readParts(request, store, received);
  } catch (error) {
    for (const content of received) await content.discard();
    throw asProblem(error);
  }
}

async function readParts(
  request: UploadRequest,
  store: ContentStore,
  received: IncomingContent[],
): Promise<UploadForm> {
  let kind: string | null = null;
  let file: { name: string; content: IncomingContent } | null = null;
  // The limit on bytes is set for the app. `preservePath` keeps a path, so that it is refused and not silently cut off.
  const parts = request.parts({ preservePath: true, limits: { files: 2, fields: 10, fieldSize: 1000, parts: 12 } });
  for await (const part of parts) {
    if (part.type === 'file') {
      if (part.fieldname !== 'file') throw missing();
      if (file !== null) throw new ProblemError(422, 'document.file-repeated', '一次只能上传一个文件。');
      const name = displayName(part.filename);
      const content = await store.receive(untilLimit(part.file));
      received.push(content);
      if (content.size === 0) throw new ProblemError(422, 'document.empty', '文件是空的，请检查后重新上传。');
      file = { name, content };
    } else if (part.fieldname === 'kind') {
      if (kind !== null) throw new ProblemError(422, 'document.kind-repeated', '材料种类（kind）只能填写一个。');
      kind = String(part.value);
    }
  }
  if (file === null) throw missing();
  return { kind, ...file };
}

/** Fails as soon as the file exceeds its limit, without waiting for the rest of it. */
function untilLimit(file: Readable & { readonly truncated: boolean }): Readable {
  file.once('limit', () => file.destroy(tooLarge()));
  return file;
}

/** @param material the material that the limit belongs to; without it the limit is that of all uploads */
export function tooLarge(material?: { readonly label: string; readonly maxBytes?: number }): ProblemError {
  const limit =
    material?.maxBytes === undefined
      ? ''
      : `“${material.label}”不超过${Math.floor((material.maxBytes / 1024 / 1024) * 10) / 10}MB；`;
  return new ProblemError(413, 'document.too-large', `文件过大，${limit}请压缩或拆分后上传。`);
}

function missing(): ProblemError {
  return new ProblemError(422, 'document.file-missing', '没有收到文件，请用字段 file 上传一个文件。');
}

function asProblem(error: unknown): unknown {
  if (error instanceof ProblemError) return error;
  if (error instanceof ContentStoreError) {
    if (error.code !== 'content.full') return error;
    return new ProblemError(507, 'document.storage-full', '存储空间不足，文件没有保存。请联系系统管理员。');
  }
  if ((error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge();
  // Other errors of the parser are about the received bytes: truncated, no boundary, too many parts.
  return new ProblemError(400, 'request.malformed', '上传的内容不完整或格式不正确，请重新上传。');
}

/** Maximum bytes and milliseconds for reading the rest of a refused upload. */
const limits = { bytes: 1024 ** 3, ms: 120_000 };

/**
 * Reads the rest of a refused request. A browser does not read an answer before it has sent everything: if the
 * connection were closed, it would show a network error instead of the reason. A client that exceeds the limits is
 * disconnected.
 */
export function drain(raw: FastifyRequest['raw']): Promise<void> {
  raw.unpipe();
  if (raw.readableEnded || raw.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let bytes = 0;
    const timer = setTimeout(() => raw.destroy(), limits.ms);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    raw.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limits.bytes) raw.destroy();
    });
    for (const event of ['end', 'close', 'error']) raw.once(event, done);
    raw.resume();
  });
}
