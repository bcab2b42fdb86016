/** Reads the one small file of a template's upload. */
import { ProblemError } from '@lawgate/contracts';
import { drain, type UploadRequest } from '@lawgate/http';
import type {} from '@fastify/multipart';

/** Maximum bytes of a template. */
export const maxTemplateBytes = 4 * 1024 * 1024;

export interface TemplateFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * @throws ProblemError 400 `request.malformed`; 413 `report.template-too-large`; 415 `request.media-type`; 422
 *   `document.file-missing`, `document.empty`
 */
export async function readTemplateFile(request: UploadRequest): Promise<TemplateFile> {
  if (!request.isMultipart()) {
    throw new ProblemError(415, 'request.media-type', '上传文件请使用multipart/form-data。');
  }
  try {
    return await readPart(request);
  } catch (error) {
    await drain(request.raw);
    if (error instanceof ProblemError) throw error;
    if ((error as { code?: unknown }).code === 'FST_REQ_FILE_TOO_LARGE') throw tooLarge();
    throw new ProblemError(400, 'request.malformed', '上传的内容不完整或格式不正确，请重新上传。');
  }
}

async function readPart(request: UploadRequest): Promise<TemplateFile> {
  let file: TemplateFile | null = null;
  const limits = { fileSize: maxTemplateBytes, files: 1, fields: 5, fieldSize: 1000, parts: 6 };
  for await (const part of request.parts({ limits })) {
    if (part.type !== 'file') continue;
    if (part.fieldname !== 'file') throw missing();
    const bytes = await part.toBuffer();
    if (part.file.truncated) throw tooLarge();
    if (bytes.length === 0) throw new ProblemError(422, 'document.empty', '文件是空的，请检查后重新上传。');
    file = { name: plainName(part.filename), bytes };
  }
  if (file === null) throw missing();
  return file;
}

/** The last part of the file name that a browser sent, without characters that cannot be printed. */
function plainName(given: string): string {
  const name =
    given
      .split(/[\\/]/)
      .at(-1)
      ?.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
      .trim() ?? '';
  return name === '' ? '模板.docx' : name.slice(0, 120);
}

function missing(): ProblemError {
  return new ProblemError(422, 'document.file-missing', '没有收到文件，请用字段 file 上传一个文件。');
}

function tooLarge(): ProblemError {
  return new ProblemError(413, 'report.template-too-large', '模板文件不应超过4MB，请压缩其中的图片后上传。');
}
