import type { Readable } from 'node:stream';
import { CONTENT_STORE, type ContentStore } from '@lawgate/content-store';
import { CaseId, notFound, ProblemError, type DocumentView, type Principal } from '@lawgate/contracts';
import { CaseRuntime, ReadModel, type LoadedCase } from '@lawgate/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { CaseMovedError, DocumentWriter } from './document-writer.ts';
import { DocumentEntity, type DocumentRow } from './document.entity.ts';
import { refuseUntimely, requireKind } from './handing-in.ts';
import { documentType } from './type/document-type.ts';
import { readUploadForm, type UploadRequest } from './upload-form.ts';

/** A case that is busy moves on; after so many looks the person is asked to try again. */
const looks = 10;

@Injectable()
export class DocumentService {
  constructor(
    private readonly runtime: CaseRuntime,
    private readonly reads: ReadModel,
    private readonly writer: DocumentWriter,
    @Inject(CONTENT_STORE) private readonly store: ContentStore,
  ) {}

  /**
   * Adds a document to a case. Bytes first, row second: a crash between leaves content that nothing refers to, never a
   * row without content.
   *
   * @throws ProblemError 400, 403, 404, 409, 413, 415, 422; then there is no row, and no file where no row needs one
   */
  async add(principal: Principal, caseId: string, request: UploadRequest): Promise<DocumentView> {
    const id = idOf(caseId, '该案件');
    await this.#timely(principal, id);
    const { kind: given, name, content } = await readUploadForm(request, this.store);
    let kept = false;
    try {
      // Looked at again: a large upload takes minutes, and much may have happened meanwhile.
      let to = await this.#timely(principal, id);
      const kind = requireKind(this.runtime.definitions.require(to.category), given);
      const { size, sha256, sm3 } = content;
      const mediaType = await documentType(content.path, size, name);
      await content.keep();
      kept = true;
      for (let look = 1; ; look += 1) {
        try {
          return await this.writer.write(principal, to, { kind, name, size, mediaType, sha256, sm3 });
        } catch (error) {
          if (!(error instanceof CaseMovedError)) throw error;
          to = await this.#timely(principal, id);
          if (look === looks) throw new ProblemError(409, 'case.version-conflict', '案件正在办理中，请稍后重新上传。');
        }
      }
    } finally {
      if (!kept) await content.discard();
    }
  }

  async #timely(principal: Principal, id: string): Promise<LoadedCase> {
    const { case: loaded } = await this.runtime.read(principal, id);
    refuseUntimely(principal, loaded);
    return loaded;
  }

  /** @throws ProblemError 404 where there is no such document in that case for this person */
  async content(
    principal: Principal,
    caseId: string,
    documentId: string,
  ): Promise<{ row: DocumentRow; bytes: Readable }> {
    const row = await this.reads
      .for(principal)
      .findOne(DocumentEntity, { id: idOf(documentId, '该材料'), caseId: idOf(caseId, '该材料') });
    if (row === null) throw notFound('该材料');
    const bytes = await this.store.read(row.sha256, row.size);
    if (bytes === null)
      throw new ProblemError(500, 'document.content-missing', '材料的内容缺失或损坏，请联系系统管理员。');
    return { row, bytes };
  }
}

/** @throws ProblemError 404: an id that is no id names nothing */
function idOf(text: string, what: string): string {
  const parsed = CaseId.safeParse(text);
  if (!parsed.success) throw notFound(what);
  return parsed.data.toLowerCase();
}
