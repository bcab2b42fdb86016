/** A number that was taken by mistake stays as void, with its reason; it is never given again. */
import { notFound, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer } from '@lawgate/database';
import { CaseRuntime } from '@lawgate/cases';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import type { NumberPage, NumberQuery, NumberSeries, NumberSeriesList, NumberView } from './number-views.ts';
import { idOf } from './papers.service.ts';

const columns = `n.id, n.code, n.year, n.number, n.text, n.purpose, n.case_id as "caseId", c.title as "caseTitle",
  json_build_object('code', o.code, 'name', o.name) as organisation, n.taken_at as "takenAt",
  n.void_reason as "voidReason", n.voided_by_name as "voidedBy", n.voided_at as "voidedAt"`;
const numbers = `document_number n join organisation o on o.id = n.org_id join review_case c on c.id = n.case_id`;

const digits = z.string().regex(/^\d{1,9}$/);
/** Code, year, number and id of the last row: a county sees the same number of several towns. */
const NumberCursor = z.tuple([z.string(), digits, digits, z.uuid()]);

interface NumberRow extends Omit<NumberView, 'takenAt' | 'voidedAt'> {
  readonly takenAt: Date;
  readonly voidedAt: Date | null;
}

@Injectable()
export class NumberVoidService {
  constructor(
    private readonly runtime: CaseRuntime,
    @Inject(APP_POOL) private readonly pool: pg.Pool,
  ) {}

  /** Numbers by series, in their order; gaps there are none, voids are shown. */
  async list(principal: Principal, query: NumberQuery): Promise<NumberPage> {
    const { code = null, year = null, case: caseId = null, organisation = null, voided = null, limit } = query;
    const [lastCode, lastYear, lastNumber, lastId] =
      query.cursor === undefined ? [null, null, null, null] : decodeCursor(query.cursor, NumberCursor);
    const rows = await asViewer(this.pool, principal, (client) =>
      client.query<NumberRow>(
        `select ${columns} from ${numbers}
          where ($1::text is null or n.code = $1) and ($2::int is null or n.year = $2) and ($3::uuid is null or n.case_id = $3)
            and ($4::text is null or o.code = $4) and ($5::boolean is null or (n.void_reason is not null) = $5)
            and ($6::text is null or (n.code, n.year, n.number, n.id) > ($6, $7, $8, $9))
          order by n.code, n.year, n.number, n.id limit $10`,
        [code, year, caseId, organisation, voided, lastCode, lastYear, lastNumber, lastId, limit + 1],
      ),
    );
    const items = rows.rows.slice(0, limit).map(viewOf);
    const last = items.at(-1);
    const more = rows.rows.length > limit && last !== undefined;
    const next = more ? encodeCursor([last.code, String(last.year), String(last.number), last.id]) : null;
    return { items, next };
  }

  /** Every series, the latest year first. One for each issuer, code and year, so that one page holds them. */
  async series(principal: Principal): Promise<NumberSeriesList> {
    const rows = await asViewer(this.pool, principal, (client) =>
      client.query<NumberSeries>(
        `select json_build_object('code', o.code, 'name', o.name) as organisation, n.code, n.year,
                array_agg(distinct n.purpose) as purposes, max(n.number) as last,
                count(*)::int as given, count(n.void_reason)::int as voided
           from document_number n join organisation o on o.id = n.org_id
          group by o.id, n.code, n.year order by n.year desc, o.path, n.code`,
      ),
    );
    return { items: rows.rows, next: null };
  }

  /**
   * @throws ProblemError 404, 409 `number.already-void`
   */
  async void(principal: Principal, numberId: string, reason: string): Promise<NumberView> {
    const id = idOf(numberId, '该文号');
    const found = await asViewer(this.pool, principal, (client) =>
      client.query<{ caseId: string }>('select case_id as "caseId" from document_number where id = $1', [id]),
    );
    const caseId = found.rows[0]?.caseId;
    if (caseId === undefined) throw notFound('该文号');
    await this.runtime.numbers.void(principal, caseId, { id, reason });
    const rows = await asViewer(this.pool, principal, (client) =>
      client.query<NumberRow>(`select ${columns} from ${numbers} where n.id = $1`, [id]),
    );
    const row = rows.rows[0];
    if (row === undefined) throw notFound('该文号');
    return viewOf(row);
  }
}

function viewOf(row: NumberRow): NumberView {
  return { ...row, takenAt: row.takenAt.toISOString(), voidedAt: row.voidedAt?.toISOString() ?? null };
}
