/** The index of audio and video records (执法音像记录目录) of a case. */
import { notFound, ProblemError, refuseUnstorable, type Principal } from '@lawgate/contracts';
import { eventSpecOf, type Definition } from '@lawgate/engine';
import { CLOCK, Database, newId, type Clock, type Transaction } from '@lawgate/database';
import { CaseRuntime, hashRequest, logRows, type HistoryBody, type LoadedCase } from '@lawgate/cases';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { z } from 'zod';
import type { DocumentTables } from '../tables.ts';
import { requireDocument, requireReadable } from '../document-store.ts';
import type { DocumentPages } from '../document-views.ts';
import { idOf } from '../document.service.ts';
import { gapsIn } from './recording-gaps.ts';
import type { MakeRecording, RecordingIndex, RecordingView } from './recording-views.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

const entries = ({ db }: Transaction<DocumentTables>) =>
  db
    .selectFrom('recording as e')
    .leftJoin('recording_void as v', 'v.recordingId', 'e.id')
    .select(['e.id', 'e.stage', 'e.device', 'e.officer', 'e.startedAt', 'e.endedAt', 'e.fileName', 'e.sha256'])
    .select(['e.documentId', 'e.shows', 'e.enteredBy as byId', 'e.enteredByName as byName', 'e.enteredAt'])
    .select(['e.requestHash', 'v.reason', 'v.voidedBy as voidedById', 'v.voidedByName', 'v.voidedAt']);

type RecordingRow = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>;

/** Cursors know milliseconds, the database microseconds. */
const startedAt = sql<Date>`date_trunc('milliseconds', e.started_at)`;

@Injectable()
export class RecordingsService {
  constructor(
    private readonly runtime: CaseRuntime,
    private readonly database: Database<DocumentTables>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param requestKey the caller's idempotency key: a repeated request adds one entry
   * @throws ProblemError 403, 404, 409 `recording.not-now`; 422 `recording.stage-unknown`, `recording.future`,
   * `idempotency.key-reused`
   */
  async enter(
    principal: Principal,
    caseId: string,
    asked: MakeRecording,
    requestKey: string | null,
  ): Promise<RecordingView> {
    refuseUnstorable(asked);
    const { loaded, definition } = await this.#writable(principal, idOf(caseId, '该案件'));
    const stages = definition.recordings ?? [];
    if (!stages.some(({ stage }) => stage === asked.stage)) {
      const known = stages.map(({ stage, label }) => `${stage}（${label}）`).join('、');
      throw new ProblemError(
        422,
        'recording.stage-unknown',
        known === '' ? `${definition.label}不登记音像记录。` : `没有这个环节。可用的环节：${known}。`,
      );
    }
    const at = this.clock.now();
    if (new Date(asked.endedAt) > at) {
      throw new ProblemError(422, 'recording.future', '结束时间晚于现在，请核对设备的时间。');
    }
    const hash = requestKey === null ? null : hashRequest({ recording: asked });
    return this.database.as(principal, async (tx) => {
      const { documentId = null } = asked;
      if (documentId !== null) await requireDocument(tx, principal, loaded.id, documentId);
      const id = newId();
      const made = await tx.db
        .insertInto('recording')
        .values({
          id,
          caseId: loaded.id,
          orgPath: loaded.orgPath,
          stage: asked.stage,
          device: asked.device,
          officer: asked.officer,
          startedAt: new Date(asked.startedAt),
          endedAt: new Date(asked.endedAt),
          fileName: asked.fileName,
          sha256: asked.sha256,
          documentId,
          shows: asked.shows,
          enteredBy: principal.id,
          enteredByName: principal.name,
          enteredAt: at,
          requestKey,
          requestHash: hash,
        })
        .onConflict((conflict) => conflict.columns(['caseId', 'enteredBy', 'requestKey']).doNothing())
        .executeTakeFirst();
      if (made.numInsertedOrUpdatedRows === 1n) {
        const rows = [{ in: 'recording', key: { id } }];
        await logRows(tx.client, { caseId: loaded.id, type: 'recording.entered', actor: principal, at, rows });
      }
      const row = await entries(tx)
        .where('e.caseId', '=', loaded.id)
        .where('e.enteredBy', '=', principal.id)
        .where((eb) =>
          made.numInsertedOrUpdatedRows === 1n ? eb('e.id', '=', id) : eb('e.requestKey', '=', requestKey),
        )
        .executeTakeFirstOrThrow();
      if (row.requestHash !== hash) {
        throw new ProblemError(
          422,
          'idempotency.key-reused',
          '同一幂等键（Idempotency-Key）已用于另一请求，请换一个键。',
        );
      }
      return viewOf(row, definition);
    });
  }

  /**
   * Voids an entry, which stays in the index but no longer counts; a corrected one can be added.
   *
   * @throws ProblemError 403, 404, 409 `recording.not-now`, `recording.already-void`
   */
  async void(principal: Principal, caseId: string, recordingId: string, reason: string): Promise<RecordingView> {
    const { loaded, definition } = await this.#writable(principal, idOf(caseId, '该案件'));
    const id = idOf(recordingId, '该条音像记录');
    return this.database.as(principal, async (tx) => {
      const own = tx.db.selectFrom('recording').select('id').where('id', '=', id).where('caseId', '=', loaded.id);
      if ((await own.executeTakeFirst()) === undefined) throw notFound('该条音像记录');
      const at = this.clock.now();
      const voided = await tx.db
        .insertInto('recording_void')
        .values({
          recordingId: id,
          caseId: loaded.id,
          orgPath: loaded.orgPath,
          reason,
          voidedBy: principal.id,
          voidedByName: principal.name,
          voidedAt: at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (voided.numInsertedOrUpdatedRows === 0n) {
        throw new ProblemError(409, 'recording.already-void', '该条音像记录已经作废。');
      }
      const rows = [{ in: 'recording_void', key: { recording_id: id } }];
      await logRows(tx.client, { caseId: loaded.id, type: 'recording.voided', actor: principal, at, rows });
      return viewOf(await entries(tx).where('e.id', '=', id).executeTakeFirstOrThrow(), definition);
    });
  }

  /** The index, and the stages of the case without a record. */
  async index(principal: Principal, caseId: string, { cursor, limit }: DocumentPages): Promise<RecordingIndex> {
    const id = idOf(caseId, '该案件');
    const after = cursor === undefined ? null : decodeCursor(cursor, Cursor);
    const { case: loaded } = await this.runtime.read(principal, id);
    const definition = this.runtime.definitions.ofCase(loaded.stored);
    const stages = definition.recordings ?? [];
    return this.database.as(principal, async (tx) => {
      await requireReadable(tx, principal, id);
      let page = entries(tx).where('e.caseId', '=', id);
      if (after !== null) {
        const [at, afterId] = after;
        page = page.where(({ eb, or, and, val }) =>
          or([
            eb(startedAt, '>', val(new Date(at))),
            and([eb(startedAt, '=', val(new Date(at))), eb('e.id', '>', afterId)]),
          ]),
        );
      }
      const found = await page
        .orderBy(startedAt)
        .orderBy('e.id')
        .limit(limit + 1)
        .execute();
      const recorded = await tx.db
        .selectFrom('recording as e')
        .leftJoin('recording_void as v', 'v.recordingId', 'e.id')
        .select('e.stage')
        .distinct()
        .where('e.caseId', '=', id)
        .where('v.recordingId', 'is', null)
        .execute();
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map((row) => viewOf(row, definition)),
        next: found.length > limit && last ? encodeCursor([last.startedAt.toISOString(), last.id]) : null,
        stages: stages.map(({ stage, label }) => ({ stage, label })),
        gaps: gapsIn(stages, courseOf(definition, loaded), new Set(recorded.map(({ stage }) => stage))),
      };
    });
  }

  async #writable(principal: Principal, id: string): Promise<{ loaded: LoadedCase; definition: Definition }> {
    const { case: loaded } = await this.runtime.read(principal, id);
    const handles = ['submitter', 'reviewer'].some((role) => principal.roles.includes(role));
    if (principal.orgId !== loaded.orgId || !handles) {
      throw new ProblemError(403, 'recording.forbidden', '音像记录由本单位的承办人和审查人登记。');
    }
    if (loaded.status !== 'active') {
      throw new ProblemError(409, 'recording.not-now', '案件已经办结，不能再登记音像记录。');
    }
    return { loaded, definition: this.runtime.definitions.ofCase(loaded.stored) };
  }
}

function courseOf(definition: Definition, { documents, history }: LoadedCase) {
  const label = new Map(definition.materials.map((material) => [material.kind, material.label]));
  const types = history.map(({ body }) => (JSON.parse(body) as HistoryBody).type);
  return {
    materials: new Map(documents.map(({ kind }) => [kind, label.get(kind) ?? kind])),
    events: new Map(types.map((type) => [type, eventSpecOf(definition, type)?.label ?? type])),
  };
}

function viewOf(row: RecordingRow, { recordings = [] }: Definition): RecordingView {
  const { byId, byName, enteredAt, endedAt, reason, voidedById, voidedByName, voidedAt } = row;
  const { id, stage, device, officer, fileName, sha256, documentId, shows } = row;
  return {
    id,
    stage,
    stageLabel: recordings.find((each) => each.stage === stage)?.label ?? stage,
    device,
    officer,
    startedAt: row.startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    fileName,
    sha256,
    documentId,
    shows,
    enteredBy: { id: byId, name: byName },
    enteredAt: enteredAt.toISOString(),
    voided:
      reason === null || voidedById === null || voidedByName === null || voidedAt === null
        ? null
        : { by: { id: voidedById, name: voidedByName }, at: voidedAt.toISOString(), reason },
  };
}
