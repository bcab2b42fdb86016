/** Hand-overs (移交): archived cases with their recipient, and the list of the hand-over. Append-only. */
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { writeWorkbook } from '@lawgate/files';
import { CLOCK, Database, isId, newId, type Clock, type Transaction } from '@lawgate/database';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { DefinitionRegistry, hashRequest, type Idempotency } from '@lawgate/cases';
import { retentionLabel } from '@lawgate/engine';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { CaseFileTables } from '../tables.ts';
import { ArchiveHandOverCaseEntity, ArchiveHandOverEntity } from './archive.entity.ts';
import { z } from 'zod';
import type { HandOver, HandOverPage, HandOverQuery, HandOverView } from './archive-views.ts';
import { archivedCases, ArchiveService, requireWholeOrganisation, type ArchivedRow } from './archive.service.ts';

type Tx = Transaction<CaseFileTables>;

const handOvers = ({ db }: Tx) =>
  db
    .selectFrom('archive_hand_over as h')
    .innerJoin('organisation as o', 'o.id', 'h.orgId')
    .select(['h.id', 'h.receiver', 'h.note', 'h.cases', 'h.handedBy as byId', 'h.handedByName as byName'])
    .select(['h.handedAt', 'o.name as orgName', 'h.requestHash']);

type HandOverRow = Awaited<ReturnType<ReturnType<typeof handOvers>['executeTakeFirstOrThrow']>>;

/** Cursors know milliseconds, the database microseconds. */
const handOverTime = sql<Date>`date_trunc('milliseconds', h.handed_at)`;

const HandOverCursor = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class HandOversService {
  constructor(
    private readonly database: Database<CaseFileTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly definitions: DefinitionRegistry,
    private readonly archive: ArchiveService,
  ) {}

  /**
   * @throws ProblemError 404 for a case that is not visible; 409 `archive.handed-over`; 422 `archive.not-archived`,
   * `idempotency.key-reused`; then nothing was handed over
   */
  async handOver(principal: Principal, asked: HandOver, idempotency: Idempotency | null): Promise<HandOverView> {
    const hash = idempotency === null ? null : hashRequest(idempotency.request);
    const ids = [...new Set(asked.caseIds.map((id) => id.toLowerCase()))];
    return this.database.as(principal, async (tx) => {
      // Hand-overs of an organisation run one after another, so that a case is handed over once even if two people try.
      const lock = `hand-over${principal.orgPath}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(tx.db);
      const known = idempotency === null ? null : await byKey(tx, principal, idempotency.key);
      if (known !== null) {
        if (known.requestHash === hash) return viewOf(known);
        throw new ProblemError(
          422,
          'idempotency.key-reused',
          '同一幂等键（Idempotency-Key）已用于另一请求，请换一个键。',
        );
      }
      const cases = await archivedOf(tx, principal, ids);
      const id = newId();
      const at = this.clock.now();
      tx.em.create(ArchiveHandOverEntity, {
        id,
        orgId: principal.orgId,
        orgPath: principal.orgPath,
        receiver: asked.receiver,
        note: asked.note ?? null,
        cases: cases.length,
        handedBy: principal.id,
        handedByName: principal.name,
        handedAt: at,
        requestKey: idempotency?.key ?? null,
        requestHash: hash,
      });
      // The rows of the list refer to the hand-over.
      await tx.flush();
      for (const [index, row] of cases.entries()) await this.#addLine(tx, principal, id, index + 1, row);
      await tx.flush();
      return viewOf(await requireRow(tx, id));
    });
  }

  async list(principal: Principal, { cursor, limit }: HandOverQuery): Promise<HandOverPage> {
    requireWholeOrganisation(principal);
    const after = cursor === undefined ? null : decodeCursor(cursor, HandOverCursor);
    return this.database.as(principal, async (tx) => {
      let page = handOvers(tx);
      if (after !== null) {
        const [at, id] = after;
        page = page.where(({ eb, or, and, val }) =>
          or([
            eb(handOverTime, '<', val(new Date(at))),
            and([eb(handOverTime, '=', val(new Date(at))), eb('h.id', '<', id)]),
          ]),
        );
      }
      const found = await page
        .orderBy(handOverTime, 'desc')
        .orderBy('h.id', 'desc')
        .limit(limit + 1)
        .execute();
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map(viewOf),
        next: found.length > limit && last ? encodeCursor([last.handedAt.toISOString(), last.id]) : null,
      };
    });
  }

  /** The list as a workbook ready to print, from the rows stored at the hand-over. @throws ProblemError 404 */
  async content(principal: Principal, id: string): Promise<{ name: string; bytes: Buffer }> {
    requireWholeOrganisation(principal);
    return this.database.as(principal, async (tx) => {
      const handOver = await requireRow(tx, id);
      const lines = await tx.db
        .selectFrom('archive_hand_over_case')
        .select(['line', 'category', 'title', 'number', 'fileNumber', 'archivedOn', 'retention', 'items', 'pages'])
        .select('lastHash')
        .where('handOverId', '=', id)
        .orderBy('line')
        .execute();
      const on = handOver.handedAt.toISOString().slice(0, 10);
      const bytes = writeWorkbook({
        sheet: '移交清单',
        title: `${handOver.orgName}档案移交清单（接收单位：${handOver.receiver}；移交人：${handOver.byName}；${on}；共${handOver.cases}卷）`,
        columns,
        rows: lines.map((line) => [
          line.line,
          line.fileNumber,
          line.title,
          this.definitions.find(line.category)?.label ?? line.category,
          line.number,
          line.archivedOn,
          retentionLabel(line.retention),
          line.items,
          line.pages,
          line.lastHash,
        ]),
      });
      return { name: nameOf(handOver), bytes };
    });
  }

  async #addLine(tx: Tx, principal: Principal, id: string, line: number, row: ArchivedRow): Promise<void> {
    const { years } = await this.archive.retention(tx.client, row);
    const { items, pages } = await this.archive.countOf(tx, row.id);
    const { category, title, number, fileNumber, archivedOn, lastHash } = row;
    tx.em.create(ArchiveHandOverCaseEntity, {
      handOverId: id,
      line,
      orgPath: principal.orgPath,
      caseId: row.id,
      ...{ category, title, number, fileNumber, archivedOn, items, pages, lastHash },
      retention: years,
    });
  }
}

const columns = [
  { heading: '序号', width: 6, kind: 'number' },
  { heading: '档号', width: 16, kind: 'text' },
  { heading: '案卷题名', width: 40, kind: 'text' },
  { heading: '类别', width: 14, kind: 'text' },
  { heading: '文号', width: 20, kind: 'text' },
  { heading: '归档日期', width: 12, kind: 'date' },
  { heading: '保管期限', width: 10, kind: 'text' },
  { heading: '件数', width: 8, kind: 'number' },
  { heading: '页数', width: 8, kind: 'number' },
  { heading: '末条记录的链值（SM3）', width: 34, kind: 'text' },
] as const;

/** Archived cases of the own organisation, in the order of `ids`. */
async function archivedOf(tx: Tx, principal: Principal, ids: readonly string[]): Promise<ArchivedRow[]> {
  const seen = await tx.db
    .selectFrom('review_case')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .where('orgPath', '=', principal.orgPath)
    .execute();
  if (seen.length !== ids.length) throw notFound('所选的某个案件');
  const found = await archivedCases(tx).where('c.id', 'in', ids).execute();
  const archived = new Map(found.map((row) => [row.id, row]));
  const open = seen.find(({ id }) => !archived.has(id));
  if (open !== undefined) {
    throw new ProblemError(422, 'archive.not-archived', `案件“${open.title}”尚未归档，不能移交。请先办理归档。`);
  }
  const gone = found.find(({ handOverId }) => handOverId !== null);
  if (gone !== undefined) {
    throw new ProblemError(409, 'archive.handed-over', `案件“${gone.title}”已经移交给${gone.receiver}，不能重复移交。`);
  }
  return ids.map((id) => archived.get(id) as ArchivedRow);
}

async function byKey(tx: Tx, principal: Principal, key: string): Promise<HandOverRow | null> {
  const found = await handOvers(tx)
    .where('h.orgPath', '=', principal.orgPath)
    .where('h.handedBy', '=', principal.id)
    .where('h.requestKey', '=', key)
    .executeTakeFirst();
  return found ?? null;
}

async function requireRow(tx: Tx, id: string): Promise<HandOverRow> {
  const row = isId(id) ? await handOvers(tx).where('h.id', '=', id).executeTakeFirst() : undefined;
  if (row === undefined) throw notFound('该移交');
  return row;
}

function viewOf(row: HandOverRow): HandOverView {
  return {
    id: row.id,
    receiver: row.receiver,
    note: row.note,
    cases: row.cases,
    by: { id: row.byId, name: row.byName },
    at: row.handedAt.toISOString(),
    name: nameOf(row),
  };
}

function nameOf({ handedAt: at, cases }: HandOverRow): string {
  return `档案移交清单-${at.toISOString().slice(0, 10)}-${cases}卷.xlsx`;
}
