/** Hand-overs (移交): which archived cases went to whom, and the list that goes with them. Append-only. */
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { writeWorkbook } from '@lawgate/files';
import { APP_POOL, asViewer, CLOCK, isId, newId, type Clock } from '@lawgate/database';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { DefinitionRegistry, hashRequest, type Idempotency } from '@lawgate/cases';
import { retentionLabel } from '@lawgate/engine';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import type { HandOver, HandOverPage, HandOverQuery, HandOverView } from './archive-views.ts';
import { archivedRows, ArchiveService, requireWholeOrganisation, type ArchivedRow } from './archive.service.ts';

interface HandOverRow {
  readonly id: string;
  readonly receiver: string;
  readonly note: string | null;
  readonly cases: number;
  readonly byId: string;
  readonly byName: string;
  readonly handedAt: Date;
  readonly orgName: string;
  readonly requestHash: string | null;
}

interface LineRow {
  readonly line: number;
  readonly category: string;
  readonly title: string;
  readonly number: string | null;
  readonly fileNumber: string | null;
  readonly archivedOn: string;
  readonly retention: number | null;
  readonly items: number;
  readonly pages: number | null;
  readonly lastHash: string;
}

const rows = `select h.id, h.receiver, h.note, h.cases, h.handed_by as "byId", h.handed_by_name as "byName",
    h.handed_at as "handedAt", o.name as "orgName", h.request_hash as "requestHash"
  from archive_hand_over h join organisation o on o.id = h.org_id`;

const HandOverCursor = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class HandOversService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly definitions: DefinitionRegistry,
    private readonly archive: ArchiveService,
  ) {}

  /**
   * @throws ProblemError 404 for a case that is not there; 409 `archive.handed-over`; 422
   *   `archive.not-archived`, `idempotency.key-reused`; then nothing was handed over
   */
  async handOver(principal: Principal, asked: HandOver, idempotency: Idempotency | null): Promise<HandOverView> {
    const hash = idempotency === null ? null : hashRequest(idempotency.request);
    const ids = [...new Set(asked.caseIds.map((id) => id.toLowerCase()))];
    return asViewer(this.pool, principal, async (client) => {
      // One after the other in an organisation: a case is handed over once, also when two people try.
      await client.query(`select pg_advisory_xact_lock(hashtextextended('hand-over' || $1, 0))`, [principal.orgPath]);
      const known = idempotency === null ? null : await this.#byKey(client, principal, idempotency.key);
      if (known !== null) {
        if (known.requestHash === hash) return viewOf(known);
        throw new ProblemError(
          422,
          'idempotency.key-reused',
          '同一幂等键（Idempotency-Key）已用于另一请求，请换一个键。',
        );
      }
      const cases = await archivedOf(client, principal, ids);
      const id = newId();
      const at = this.clock.now();
      await client.query(
        `insert into archive_hand_over (id, org_id, org_path, receiver, note, cases, handed_by, handed_by_name, handed_at,
                                        request_key, request_hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          id,
          principal.orgId,
          principal.orgPath,
          asked.receiver,
          asked.note ?? null,
          cases.length,
          principal.id,
          principal.name,
          at,
          idempotency?.key ?? null,
          hash,
        ],
      );
      for (const [index, row] of cases.entries()) await this.#addLine(client, principal, id, index + 1, row);
      return viewOf(await requireRow(client, id));
    });
  }

  async list(principal: Principal, { cursor, limit }: HandOverQuery): Promise<HandOverPage> {
    requireWholeOrganisation(principal);
    const [at, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, HandOverCursor);
    return asViewer(this.pool, principal, async (client) => {
      const found = await client.query<HandOverRow>(
        `${rows} where $1::timestamptz is null or (date_trunc('milliseconds', h.handed_at), h.id) < ($1::timestamptz, $2::uuid)
          order by date_trunc('milliseconds', h.handed_at) desc, h.id desc limit $3`,
        [at, id, limit + 1],
      );
      const shown = found.rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map(viewOf),
        next: found.rows.length > limit && last ? encodeCursor([last.handedAt.toISOString(), last.id]) : null,
      };
    });
  }

  /** The list as a workbook that prints as it is, from what was written when it was handed over. @throws ProblemError 404 */
  async content(principal: Principal, id: string): Promise<{ name: string; bytes: Buffer }> {
    requireWholeOrganisation(principal);
    return asViewer(this.pool, principal, async (client) => {
      const handOver = await requireRow(client, id);
      const lines = await client.query<LineRow>(
        `select line, category, title, number, file_number as "fileNumber", archived_on::text as "archivedOn", retention,
                items, pages, last_hash as "lastHash"
           from archive_hand_over_case where hand_over_id = $1 order by line`,
        [id],
      );
      const on = handOver.handedAt.toISOString().slice(0, 10);
      const bytes = await writeWorkbook({
        sheet: '移交清单',
        title: `${handOver.orgName}档案移交清单（接收单位：${handOver.receiver}；移交人：${handOver.byName}；${on}；共${handOver.cases}卷）`,
        columns,
        rows: lines.rows.map((line) => [
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

  async #byKey(client: pg.PoolClient, principal: Principal, key: string): Promise<HandOverRow | null> {
    const found = await client.query<HandOverRow>(
      `${rows} where h.org_path = $1 and h.handed_by = $2 and h.request_key = $3`,
      [principal.orgPath, principal.id, key],
    );
    return found.rows[0] ?? null;
  }

  async #addLine(
    client: pg.PoolClient,
    principal: Principal,
    id: string,
    line: number,
    row: ArchivedRow,
  ): Promise<void> {
    const { years } = await this.archive.retention(client, row);
    const { items, pages } = await this.archive.countOf(client, row.id);
    await client.query(
      `insert into archive_hand_over_case (hand_over_id, line, org_path, case_id, category, title, number, file_number,
                                           archived_on, retention, items, pages, last_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        id,
        line,
        principal.orgPath,
        row.id,
        row.category,
        row.title,
        row.number,
        row.fileNumber,
        row.archivedOn,
        years,
        items,
        pages,
        row.lastHash,
      ],
    );
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

/** Archived cases of the own organisation, in the order in which they were named. */
async function archivedOf(client: pg.PoolClient, principal: Principal, ids: readonly string[]): Promise<ArchivedRow[]> {
  const seen = await client.query<{ id: string; title: string }>(
    'select id, title from review_case where id = any($1::uuid[]) and org_path = $2',
    [ids, principal.orgPath],
  );
  if (seen.rows.length !== ids.length) throw notFound('所选的某个案件');
  const found = await client.query<ArchivedRow>(`${archivedRows} and c.id = any($1::uuid[])`, [ids]);
  const archived = new Map(found.rows.map((row) => [row.id, row]));
  const open = seen.rows.find(({ id }) => !archived.has(id));
  if (open !== undefined) {
    throw new ProblemError(422, 'archive.not-archived', `案件“${open.title}”尚未归档，不能移交。请先办理归档。`);
  }
  const gone = found.rows.find(({ handOverId }) => handOverId !== null);
  if (gone !== undefined) {
    throw new ProblemError(409, 'archive.handed-over', `案件“${gone.title}”已经移交给${gone.receiver}，不能重复移交。`);
  }
  return ids.map((id) => archived.get(id) as ArchivedRow);
}

async function requireRow(client: pg.PoolClient, id: string): Promise<HandOverRow> {
  const found = isId(id) ? await client.query<HandOverRow>(`${rows} where h.id = $1`, [id]) : null;
  const row = found?.rows[0];
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

function nameOf({ handedAt, cases }: HandOverRow): string {
  return `档案移交清单-${handedAt.toISOString().slice(0, 10)}-${cases}卷.xlsx`;
}
