/** Requests comparisons, shows them, and records their result in the case. The worker compares. */
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, type Clock, type Transaction } from '@lawgate/database';
import { CaseRuntime, type HistoryBody, type Idempotency, type LoadedCase } from '@lawgate/cases';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { z } from 'zod';
import { logAccess, requireDocument, requireReadable } from '../document-store.ts';
import type { DocumentPages } from '../document-views.ts';
import { idOf } from '../document.service.ts';
import { readerVersion, readProblems } from '../reading/read-text.ts';
import { changesIn } from './changes.ts';
import { acceptingEvent, startComparison } from './start-comparison.ts';
import type { DocumentTables } from '../tables.ts';
import type {
  AcceptRequest,
  CompareRequest,
  ComparisonList,
  ComparisonSummary,
  ComparisonView,
} from './comparison-views.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

const comparisons = ({ db }: Transaction<DocumentTables>) =>
  db
    .selectFrom('comparison as c')
    .innerJoin('document as l', 'l.id', 'c.leftId')
    .innerJoin('document as r', 'r.id', 'c.rightId')
    .leftJoin('person as p', 'p.id', 'c.askedBy')
    .select(['c.id', 'c.state', 'c.code', 'c.basis', 'c.differences', 'c.leftPages', 'c.rightPages'])
    .select(['c.notCompared', 'c.reader'])
    .select(['c.askedBy', 'p.name as askedByName', 'c.askedAt', 'c.finishedAt'])
    .select(({ ref }) => [
      jsonBuildObject({
        documentId: ref('l.id'),
        kind: ref('l.kind'),
        name: ref('l.name'),
        version: ref('l.version'),
        round: ref('l.round'),
        sha256: ref('l.sha256'),
      }).as('left'),
      jsonBuildObject({
        documentId: ref('r.id'),
        kind: ref('r.kind'),
        name: ref('r.name'),
        version: ref('r.version'),
        round: ref('r.round'),
        sha256: ref('r.sha256'),
      }).as('right'),
    ]);

type ComparisonRow = Awaited<ReturnType<ReturnType<typeof comparisons>['executeTakeFirstOrThrow']>>;

/** Cursors know milliseconds, the database microseconds. */
const askedAt = sql<Date>`date_trunc('milliseconds', c.asked_at)`;

@Injectable()
export class ComparisonService {
  constructor(
    private readonly runtime: CaseRuntime,
    private readonly database: Database<DocumentTables>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    // What was compared is what the server found, and never what a caller says.
    runtime.reserve(acceptingEvent);
  }

  /**
   * Requests a comparison of two documents of a case. A second request for the same two returns the same comparison.
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
    const comparisonId = await this.database.as(principal, async (tx) => {
      for (const documentId of [left, right]) await requireDocument(tx, principal, id, documentId);
      return startComparison(tx, { principal, loaded, left, right, at: this.clock.now() });
    });
    return this.#read(principal, loaded, comparisonId);
  }

  async list(principal: Principal, caseId: string, { cursor, limit }: DocumentPages): Promise<ComparisonList> {
    const id = idOf(caseId, '该案件');
    const before = cursor === undefined ? null : decodeCursor(cursor, Cursor);
    const { case: loaded } = await this.runtime.read(principal, id);
    const rows = await this.database.as(principal, async (tx) => {
      await requireReadable(tx, principal, id);
      let page = comparisons(tx).where('c.caseId', '=', id);
      if (before !== null) {
        const [at, beforeId] = before;
        page = page.where(({ eb, or, and, val }) =>
          or([
            eb(askedAt, '<', val(new Date(at))),
            and([eb(askedAt, '=', val(new Date(at))), eb('c.id', '<', beforeId)]),
          ]),
        );
      }
      return page
        .orderBy(askedAt, 'desc')
        .orderBy('c.id', 'desc')
        .limit(limit + 1)
        .execute();
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
   * Records the result in the case, as an event of its history. The rules of the workflow decide which result they
   * accept.
   *
   * @throws ProblemError 409 `comparison.not-done`, `comparison.outdated`; 422 `comparison.reason-missing`, `comparison.not-checked`; and any
   * refusal of the event
   */
  async accept(
    principal: Principal,
    caseId: string,
    comparisonId: string,
    { reason, checkedByHand, checkedBy, expectedVersion }: AcceptRequest,
    idempotency: Idempotency | null,
  ): Promise<ComparisonView> {
    const id = idOf(caseId, '该案件');
    const found = await this.find(principal, id, comparisonId);
    if (found.state === 'pending') {
      throw new ProblemError(409, 'comparison.not-done', '比对还没有完成，请稍候。');
    }
    if (found.outdated) {
      throw new ProblemError(409, 'comparison.outdated', '该比对由旧版读取器作出，请重新比对后再确认。');
    }
    const { differences, notCompared, left, right } = found;
    const basis = found.basis ?? 'pages';
    const gaps = notCompared.map(({ part }) => part).join('、');
    const isByHand = basis === 'pages' || notCompared.length > 0;
    if (isByHand && checkedByHand !== true) {
      throw new ProblemError(
        422,
        'comparison.not-checked',
        found.state === 'failed'
          ? `${found.message ?? ''}不能重新上传的，请与原件人工核对后勾选确认（checkedByHand）。`
          : basis === 'pages'
            ? '其中有扫描件，系统只能核对页数。请逐页人工核对后勾选确认（checkedByHand）。'
            : `下列内容没有比对：${gaps.slice(0, 500)}。请人工核对后勾选确认（checkedByHand）。`,
      );
    }
    if (reason === undefined && (isByHand || differences !== 0)) {
      throw new ProblemError(
        422,
        'comparison.reason-missing',
        isByHand ? '请写明人工核对的情况。' : `两份文本有${differences ?? 0}处不同，请写明接受的理由。`,
      );
    }
    const { case: loaded } = await this.runtime.read(principal, id);
    const payload = payloadFor(this.runtime.definitions.ofCase(loaded.stored).events[acceptingEvent]?.payload, {
      comparison: found.id,
      left: left.sha256,
      right: right.sha256,
      basis,
      differences: differences ?? 0,
      ...(reason === undefined ? {} : { reason }),
      notCompared: notCompared.length,
      ...(isByHand ? { checkedBy: checkedBy ?? principal.name } : {}),
    });
    await this.runtime.send(
      principal,
      { caseId: id, event: { type: acceptingEvent, payload }, expectedVersion, idempotency },
      ({ version }) => version,
    );
    return this.find(principal, id, comparisonId);
  }

  async #read(principal: Principal, loaded: LoadedCase, comparisonId: string): Promise<ComparisonView> {
    return this.database.as(principal, async (tx) => {
      const row = await comparisons(tx)
        .select('c.hunks')
        .where('c.id', '=', comparisonId)
        .where('c.caseId', '=', loaded.id)
        .executeTakeFirst();
      if (row === undefined) {
        await requireReadable(tx, principal, loaded.id);
        throw notFound('该比对');
      }
      for (const { documentId } of row.state === 'done' ? [row.left, row.right] : []) {
        const looked = { id: documentId, caseId: loaded.id, orgPath: loaded.orgPath };
        await logAccess(tx, this.clock, principal, looked, 'comparison');
      }
      return { ...toSummary(row, loaded), hunks: row.hunks ?? [], changes: changesIn(row.hunks ?? []) };
    });
  }
}

type Acceptance = Readonly<Record<string, unknown>> & { readonly reason?: string };

/** Cases of an older version of their category have no place for what was compared by hand: their reason says it. */
function payloadFor(
  schema: z.ZodType | undefined,
  payload: Acceptance & { notCompared: number; checkedBy?: string },
): Acceptance {
  const issues = schema?.safeParse(payload).error?.issues ?? [];
  if (!issues.some(({ code }) => code === 'unrecognized_keys')) return payload;
  const { notCompared, checkedBy, reason, ...rest } = payload;
  const note =
    checkedBy === undefined || notCompared === 0 ? '' : `（${notCompared}处未能比对，由${checkedBy}人工核对）`;
  return reason === undefined ? rest : { ...rest, reason: `${reason.slice(0, 2000 - note.length)}${note}` };
}

function toSummary(row: ComparisonRow, { history }: LoadedCase): ComparisonSummary {
  return {
    id: row.id,
    state: row.state,
    code: row.code,
    message: row.code === null ? null : readProblems[row.code],
    left: { ...row.left, pages: row.leftPages },
    right: { ...row.right, pages: row.rightPages },
    basis: row.basis,
    differences: row.differences,
    notCompared:
      row.code === null ? (row.notCompared ?? []) : [{ part: '全文', page: null, reason: readProblems[row.code] }],
    outdated: row.reader < readerVersion,
    askedBy: { id: row.askedBy, name: row.askedByName ?? '' },
    askedAt: row.askedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    accepted: acceptanceIn(history, row.id),
  };
}

/** The acceptance of a result is stored only in the history. */
function acceptanceIn(history: LoadedCase['history'], comparisonId: string): ComparisonSummary['accepted'] {
  for (const { body } of [...history].reverse()) {
    if (!body.includes(comparisonId)) continue;
    const { type, actor, at, payload } = JSON.parse(body) as HistoryBody;
    const { comparison, reason, checkedBy } = payload as { comparison?: string; reason?: string; checkedBy?: string };
    if (type === acceptingEvent && comparison === comparisonId && actor !== null) {
      return { by: actor, at, reason: reason ?? null, checkedBy: checkedBy ?? null };
    }
  }
  return null;
}
