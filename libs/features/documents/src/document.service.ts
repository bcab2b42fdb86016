import type { Readable } from 'node:stream';
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { CaseId, notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, type Clock, type Transaction } from '@lawgate/database';
import { CaseRuntime, reviewedTextFor, type LoadedCase, CaseMovedError, DocumentWriter } from '@lawgate/cases';
import { acceptsEvent, type MaterialSpec } from '@lawgate/engine';
import { Inject, Injectable } from '@nestjs/common';
import { acceptingEvent, startComparison } from './comparing/start-comparison.ts';
import { logAccess, requireDocument, toDetail, type StoredDocument } from './document-store.ts';
import type { DocumentDetail } from './document-views.ts';
import { refuseUntimely, requireMaterial } from './handing-in.ts';
import { documentType } from './type/document-type.ts';
import type { DocumentTables } from './tables.ts';
import { readUploadForm, tooLarge, type UploadRequest } from '@lawgate/http';

/** Maximum attempts when the case changes meanwhile; then the person is asked to try again. */
const looks = 10;

@Injectable()
export class DocumentService {
  constructor(
    private readonly runtime: CaseRuntime,
    private readonly writer: DocumentWriter,
    private readonly database: Database<DocumentTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONTENT_STORE) private readonly store: ContentStore,
  ) {}

  /**
   * Adds a document to a case. Writes bytes first and the row second: a crash in between leaves content without a row,
   * never a row without content.
   *
   * @throws ProblemError 400, 403, 404, 409, 413, 415, 422; then there is no row, and no file where no row needs one
   */
  async add(principal: Principal, caseId: string, request: UploadRequest): Promise<DocumentDetail> {
    const id = idOf(caseId, '该案件');
    await this.#timely(principal, id, null);
    const { kind: given, name, content } = await readUploadForm(request, this.store);
    let kept = false;
    try {
      // Checked again: a large upload takes minutes, and the case may have changed meanwhile.
      let to = await this.#timely(principal, id, given);
      const material = requireMaterial(this.runtime.definitions.ofCase(to.stored), given);
      const { size, sha256, sm3 } = content;
      if (material.maxBytes !== undefined && size > material.maxBytes) throw tooLarge(material);
      const mediaType = await documentType(content.path, size, name, material);
      await content.keep();
      kept = true;
      for (let look = 1; ; look += 1) {
        try {
          const { kind } = material;
          const written = await this.writer.write(principal, to, { kind, name, size, mediaType, sha256, sm3 });
          return await this.database.as(principal, async (tx) => {
            await this.#compareWith(tx, principal, to, material, written.id);
            return toDetail(await requireDocument(tx, principal, id, written.id));
          });
        } catch (error) {
          if (!(error instanceof CaseMovedError)) throw error;
          to = await this.#timely(principal, id, given);
          if (look === looks) throw new ProblemError(409, 'case.version-conflict', '案件正在办理中，请稍后重新上传。');
        }
      }
    } finally {
      if (!kept) await content.discard();
    }
  }

  /** Starts the comparison that the definition wants of a material, with the text that was reviewed. */
  async #compareWith(
    tx: Transaction<DocumentTables>,
    principal: Principal,
    to: LoadedCase,
    material: MaterialSpec,
    right: string,
  ): Promise<void> {
    const left = reviewedTextFor(material, to);
    if (left === undefined) return;
    await startComparison(tx, { principal, loaded: to, left: left.id, right, at: this.clock.now() });
  }

  /** @param kind null while it is not known yet */
  async #timely(principal: Principal, id: string, kind: string | null): Promise<LoadedCase> {
    const { case: loaded } = await this.runtime.read(principal, id);
    const definition = this.runtime.definitions.ofCase(loaded.stored);
    const isAwaited =
      definition.materials.some((material) => material.comparedWith && (kind === null || material.kind === kind)) &&
      acceptsEvent(definition, loaded.stored, acceptingEvent);
    refuseUntimely(principal, loaded, isAwaited);
    return loaded;
  }

  /**
   * The bytes of a document; the access is logged first.
   *
   * @throws ProblemError 404 where there is no such document in that case for this person, 403 `document.part-ended`,
   * 409 `document.infected`
   */
  async content(
    principal: Principal,
    caseId: string,
    documentId: string,
    what: 'download' | 'read',
  ): Promise<{ row: StoredDocument; bytes: Readable }> {
    const [ofCase, id] = [idOf(caseId, '该材料'), idOf(documentId, '该材料')];
    const row = await this.database.as(principal, async (tx) => {
      const found = await requireDocument(tx, principal, ofCase, id);
      if (found.scan === 'infected') {
        throw new ProblemError(
          409,
          'document.infected',
          `该文件查出病毒（${found.scanFinding ?? '未知'}），不提供下载。请送审单位查毒后重新上传。`,
        );
      }
      await logAccess(tx, this.clock, principal, found, what);
      return found;
    });
    const bytes = await this.store.read(row.sha256, row.size);
    if (bytes === null)
      throw new ProblemError(500, 'document.content-missing', '材料的内容缺失或损坏，请联系系统管理员。');
    return { row, bytes };
  }
}

/** @throws ProblemError 404 for a malformed id, as for an unknown one */
export function idOf(text: string, what: string): string {
  const parsed = CaseId.safeParse(text);
  if (!parsed.success) throw notFound(what);
  return parsed.data.toLowerCase();
}
