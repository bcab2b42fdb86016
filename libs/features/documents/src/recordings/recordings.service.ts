/** The index of audio and video records (执法音像记录目录) of a case. */
import { notFound, ProblemError, refuseUnstorable, type Principal } from '@lawgate/contracts';
import { eventSpecOf, type Definition } from '@lawgate/engine';
import { APP_POOL, asViewer, CLOCK, newId, type Clock } from '@lawgate/database';
import { CaseRuntime, hashRequest, type HistoryBody, type LoadedCase } from '@lawgate/cases';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { requireDocument, requireReadable } from '../document-store.ts';
import type { DocumentPages } from '../document-views.ts';
import { idOf } from '../document.service.ts';
import { gapsIn } from './recording-gaps.ts';
import type { MakeRecording, RecordingIndex, RecordingView } from './recording-views.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

interface RecordingRow {
  readonly id: string;
  readonly stage: string;
  readonly device: string;
  readonly officer: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly fileName: string;
  readonly sha256: string;
  readonly documentId: string | null;
  readonly shows: string;
  readonly byId: string;
  readonly byName: string;
  readonly enteredAt: Date;
  readonly requestHash: string | null;
  readonly reason: string | null;
  readonly voidedById: string;
  readonly voidedByName: string;
  readonly voidedAt: Date;
}

const rows = `select e.id, e.stage, e.device, e.officer, e.started_at as "startedAt", e.ended_at as "endedAt",
    e.file_name as "fileName", e.sha256, e.document_id as "documentId", e.shows, e.entered_by as "byId",
    e.entered_by_name as "byName", e.entered_at as "enteredAt", e.request_hash as "requestHash", v.reason,
    v.voided_by as "voidedById", v.voided_by_name as "voidedByName", v.voided_at as "voidedAt"
  from recording e left join recording_void v on v.recording_id = e.id`;

@Injectable()
export class RecordingsService {
  constructor(
    private readonly runtime: CaseRuntime,
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param requestKey the caller's idempotency key: the same click twice makes one entry
   * @throws ProblemError 403, 404, 409 `recording.not-now`; 422 `recording.stage-unknown`, `recording.future`,
   *   `idempotency.key-reused`
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
    return asViewer(this.pool, principal, async (client) => {
      const { documentId = null } = asked;
      if (documentId !== null) await requireDocument(client, principal, loaded.id, documentId);
      const id = newId();
      const made = await client.query(
        `insert into recording (id, case_id, org_path, stage, device, officer, started_at, ended_at, file_name, sha256,
                                document_id, shows, entered_by, entered_by_name, entered_at, request_key, request_hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
         on conflict (case_id, entered_by, request_key) do nothing`,
        [
          ...[id, loaded.id, loaded.orgPath, asked.stage, asked.device, asked.officer, asked.startedAt, asked.endedAt],
          ...[
            asked.fileName,
            asked.sha256,
            documentId,
            asked.shows,
            principal.id,
            principal.name,
            at,
            requestKey,
            hash,
          ],
        ],
      );
      const [condition, value] = made.rowCount === 1 ? ['e.id = $1', id] : ['e.request_key = $1', requestKey];
      const found = await client.query<RecordingRow>(
        `${rows} where ${condition} and e.case_id = $2 and e.entered_by = $3`,
        [value, loaded.id, principal.id],
      );
      const row = found.rows[0] as RecordingRow;
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
   * An entry that was wrong stays and counts no more; the right one is entered again.
   *
   * @throws ProblemError 403, 404, 409 `recording.not-now`, `recording.already-void`
   */
  async void(principal: Principal, caseId: string, recordingId: string, reason: string): Promise<RecordingView> {
    const { loaded, definition } = await this.#writable(principal, idOf(caseId, '该案件'));
    const id = idOf(recordingId, '该条音像记录');
    return asViewer(this.pool, principal, async (client) => {
      const own = await client.query('select from recording where id = $1 and case_id = $2', [id, loaded.id]);
      if (own.rowCount === 0) throw notFound('该条音像记录');
      const voided = await client.query(
        `insert into recording_void (recording_id, case_id, org_path, reason, voided_by, voided_by_name, voided_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [id, loaded.id, loaded.orgPath, reason, principal.id, principal.name, this.clock.now()],
      );
      if (voided.rowCount === 0) throw new ProblemError(409, 'recording.already-void', '该条音像记录已经作废。');
      const found = await client.query<RecordingRow>(`${rows} where e.id = $1`, [id]);
      return viewOf(found.rows[0] as RecordingRow, definition);
    });
  }

  /** The index, and the stages that the case went through without a record. */
  async index(principal: Principal, caseId: string, { cursor, limit }: DocumentPages): Promise<RecordingIndex> {
    const id = idOf(caseId, '该案件');
    const [after, afterId] = cursor === undefined ? [null, null] : decodeCursor(cursor, Cursor);
    const { case: loaded } = await this.runtime.read(principal, id);
    const definition = this.runtime.definitions.ofCase(loaded.stored);
    const stages = definition.recordings ?? [];
    return asViewer(this.pool, principal, async (client) => {
      await requireReadable(client, principal, id);
      const found = await client.query<RecordingRow>(
        `${rows} where e.case_id = $1
            and ($2::timestamptz is null or (date_trunc('milliseconds', e.started_at), e.id) > ($2::timestamptz, $3::uuid))
          order by date_trunc('milliseconds', e.started_at), e.id limit $4`,
        [id, after, afterId, limit + 1],
      );
      const recorded = await client.query<{ stage: string }>(
        `select distinct e.stage from recording e
          where e.case_id = $1 and not exists (select from recording_void v where v.recording_id = e.id)`,
        [id],
      );
      const shown = found.rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map((row) => viewOf(row, definition)),
        next: found.rows.length > limit && last ? encodeCursor([last.startedAt.toISOString(), last.id]) : null,
        stages: stages.map(({ stage, label }) => ({ stage, label })),
        gaps: gapsIn(stages, courseOf(definition, loaded), new Set(recorded.rows.map(({ stage }) => stage))),
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
  const { byId, byName, enteredAt, startedAt, endedAt, reason, voidedById, voidedByName, voidedAt } = row;
  const { id, stage, device, officer, fileName, sha256, documentId, shows } = row;
  return {
    id,
    stage,
    stageLabel: recordings.find((each) => each.stage === stage)?.label ?? stage,
    device,
    officer,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt.toISOString(),
    fileName,
    sha256,
    documentId,
    shows,
    enteredBy: { id: byId, name: byName },
    enteredAt: enteredAt.toISOString(),
    voided: reason === null ? null : { by: { id: voidedById, name: voidedByName }, at: voidedAt.toISOString(), reason },
  };
}
