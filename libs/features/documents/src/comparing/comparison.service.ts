/** Asks for comparisons, shows them, and takes their result into the case. The work itself is the worker's. */
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, newId, type Clock } from '@lawgate/database';
import { CaseRuntime, type HistoryBody, type Idempotency, type LoadedCase } from '@lawgate/cases';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { addJob } from '@lawgate/jobs';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { logAccess, requireDocument, requireReadable } from '../document-store.ts';
import type { DocumentPages } from '../document-views.ts';
import { idOf } from '../document.service.ts';
import { compareKind } from '../reading/document-reader.ts';
import { readProblems, type ReadProblem } from '../reading/read-text.ts';
import type {
  AcceptRequest,
  CompareRequest,
  ComparisonList,
  ComparisonSummary,
  ComparisonView,
} from './comparison-views.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** The event with which a case takes the result in; a workflow that asks for it declares it. */
const accepting = 'comparison.accept';

interface StoredSide {
  readonly documentId: string;
  readonly kind: string;
  readonly name: string;
  readonly version: number;
  readonly round: number;
  readonly sha256: string;
}

interface StoredComparison {
  readonly id: string;
  readonly state: 'pending' | 'done' | 'failed';
  readonly code: ReadProblem | null;
  readonly basis: 'text' | 'pages' | null;
  readonly differences: number | null;
  readonly hunks?: ComparisonView['hunks'] | null;
  readonly leftPages: number | null;
  readonly rightPages: number | null;
  readonly askedBy: string;
  readonly askedByName: string | null;
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
  readonly left: StoredSide;
  readonly right: StoredSide;
}

const side = (d: string): string =>
  `json_build_object('documentId', ${d}.id, 'kind', ${d}.kind, 'name', ${d}.name, 'version', ${d}.version,
                     'round', ${d}.round, 'sha256', ${d}.sha256)`;
const columns = `c.id, c.state, c.code, c.basis, c.differences, c.left_pages as "leftPages", c.right_pages as "rightPages",
  c.asked_by as "askedBy", p.name as "askedByName", c.asked_at as "askedAt", c.finished_at as "finishedAt",
  ${side('l')} as left, ${side('r')} as right`;
const tables = `comparison c join document l on l.id = c.left_id join document r on r.id = c.right_id
  left join person p on p.id = c.asked_by`;

@Injectable()
export class ComparisonService {
  constructor(
    private readonly runtime: CaseRuntime,
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asks for two documents of a case to be compared. Asking again for the same two answers with the same comparison.
   *
   * @throws ProblemError 403, 404; 422 `comparison.same-document`
   */
  async ask(principal: Principal, caseId: string, { left, right }: CompareRequest): Promise<ComparisonView> {
    const id = idOf(caseId, '该案件');
    const { case: loaded } = await this.runtime.read(principal, id);
    if (principal.scope !== 'organisation' || principal.orgId !== loaded.orgId) {
      throw new ProblemError(403, 'comparison.forbidden', '比对由办理本案的单位发起。');
    }
    if (left === right) {
      throw new ProblemError(422, 'comparison.same-document', '请选择两份不同的材料（或同一材料的两个版本）进行比对。');
    }
    const comparisonId = await asViewer(this.pool, principal, async (client) => {
      for (const documentId of [left, right]) await requireDocument(client, principal, id, documentId);
      const made = await client.query<{ id: string }>(
        `insert into comparison (id, case_id, org_path, left_id, right_id, asked_by, asked_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (left_id, right_id) do nothing returning id`,
        [newId(), id, loaded.orgPath, left, right, principal.id, this.clock.now()],
      );
      if (made.rows[0] !== undefined) {
        await addJob(client, { kind: compareKind, key: made.rows[0].id, organisation: principal });
        return made.rows[0].id;
      }
      const known = await client.query<{ id: string }>(
        'select id from comparison where left_id = $1 and right_id = $2',
        [left, right],
      );
      return known.rows[0]?.id ?? '';
    });
    return this.#read(principal, loaded, comparisonId);
  }

  async list(principal: Principal, caseId: string, { cursor, limit }: DocumentPages): Promise<ComparisonList> {
    const id = idOf(caseId, '该案件');
    const [before, beforeId] = cursor === undefined ? [null, null] : decodeCursor(cursor, Cursor);
    const { case: loaded } = await this.runtime.read(principal, id);
    const rows = await asViewer(this.pool, principal, async (client) => {
      await requireReadable(client, principal, id);
      const found = await client.query<StoredComparison>(
        `select ${columns} from ${tables}
          where c.case_id = $1
            and ($2::timestamptz is null or (date_trunc('milliseconds', c.asked_at), c.id) < ($2::timestamptz, $3::uuid))
          order by date_trunc('milliseconds', c.asked_at) desc, c.id desc limit $4`,
        [id, before, beforeId, limit + 1],
      );
      return found.rows;
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => toSummary(row, loaded)),
      next: rows.length > limit && last ? encodeCursor([last.askedAt.toISOString(), last.id]) : null,
    };
  }

  async find(principal: Principal, caseId: string, comparisonId: string): Promise<ComparisonView> {
    const { case: loaded } = await this.runtime.read(principal, idOf(caseId, '该案件'));
    return this.#read(principal, loaded, idOf(comparisonId, '该比对'));
  }

  /**
   * Takes the result into the case, as an event of its history. What the two texts are worth is the workflow's rule.
   *
   * @throws ProblemError 409 `comparison.not-done`; 422 `comparison.reason-missing`, `comparison.not-checked`; and
   *   whatever the event is refused with
   */
  async accept(
    principal: Principal,
    caseId: string,
    comparisonId: string,
    { reason, checkedByHand, expectedVersion }: AcceptRequest,
    idempotency: Idempotency | null,
  ): Promise<ComparisonView> {
    const id = idOf(caseId, '该案件');
    const found = await this.find(principal, id, comparisonId);
    if (found.state !== 'done') {
      throw new ProblemError(409, 'comparison.not-done', found.message ?? '比对还没有完成，请稍候。');
    }
    const { basis, differences, left, right } = found;
    if (basis === 'pages' && checkedByHand !== true) {
      throw new ProblemError(
        422,
        'comparison.not-checked',
        '其中有扫描件，系统只能核对页数。请逐页人工核对后勾选确认（checkedByHand）。',
      );
    }
    if (reason === undefined && (basis === 'pages' || differences !== 0)) {
      throw new ProblemError(
        422,
        'comparison.reason-missing',
        basis === 'pages' ? '请写明人工核对的情况。' : `两份文本有${differences ?? 0}处不同，请写明接受的理由。`,
      );
    }
    const payload = {
      comparison: found.id,
      left: left.sha256,
      right: right.sha256,
      basis: basis ?? 'text',
      differences: differences ?? 0,
      ...(reason === undefined ? {} : { reason }),
    };
    await this.runtime.send(
      principal,
      { caseId: id, event: { type: accepting, payload }, expectedVersion, idempotency },
      ({ version }) => version,
    );
    return this.find(principal, id, comparisonId);
  }

  async #read(principal: Principal, loaded: LoadedCase, comparisonId: string): Promise<ComparisonView> {
    return asViewer(this.pool, principal, async (client) => {
      const found = await client.query<StoredComparison>(
        `select ${columns}, c.hunks from ${tables} where c.id = $1 and c.case_id = $2`,
        [comparisonId, loaded.id],
      );
      const row = found.rows[0];
      if (row === undefined) {
        await requireReadable(client, principal, loaded.id);
        throw notFound('该比对');
      }
      for (const { documentId } of row.state === 'done' ? [row.left, row.right] : []) {
        const looked = { id: documentId, caseId: loaded.id, orgPath: loaded.orgPath };
        await logAccess(client, this.clock, principal, looked, 'comparison');
      }
      return { ...toSummary(row, loaded), hunks: row.hunks ?? [] };
    });
  }
}

function toSummary(row: StoredComparison, { history }: LoadedCase): ComparisonSummary {
  return {
    id: row.id,
    state: row.state,
    code: row.code,
    message: row.code === null ? null : readProblems[row.code],
    left: { ...row.left, pages: row.leftPages },
    right: { ...row.right, pages: row.rightPages },
    basis: row.basis,
    differences: row.differences,
    askedBy: { id: row.askedBy, name: row.askedByName ?? '' },
    askedAt: row.askedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    accepted: acceptanceIn(history, row.id),
  };
}

/** The history is the one place where it is that somebody took the result for good. */
function acceptanceIn(history: LoadedCase['history'], comparisonId: string): ComparisonSummary['accepted'] {
  for (const { body } of [...history].reverse()) {
    if (!body.includes(comparisonId)) continue;
    const { type, actor, at, payload } = JSON.parse(body) as HistoryBody;
    const { comparison, reason } = payload as { comparison?: string; reason?: string };
    if (type === accepting && comparison === comparisonId && actor !== null) {
      return { by: actor, at, reason: reason ?? null };
    }
  }
  return null;
}
