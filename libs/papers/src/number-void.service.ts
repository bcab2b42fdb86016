/** A number that was taken by mistake stays as void, with its reason; it is never given again. */
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CaseRuntime, decodeCursor, encodeCursor } from '@lawgate/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import type { NumberPage, NumberQuery, NumberView } from './number-views.ts';
import { idOf } from './papers.service.ts';

const columns = `n.id, n.code, n.year, n.number, n.text, n.purpose, n.case_id as "caseId", n.taken_at as "takenAt",
  n.void_reason as "voidReason", n.voided_by_name as "voidedBy", n.voided_at as "voidedAt"`;

const digits = z.string().regex(/^\d{1,9}$/);
/** Code, year and number of the last row. */
const NumberCursor = z.tuple([z.string(), digits, digits]);

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
    const { code = null, year = null, case: caseId = null, limit } = query;
    const [lastCode, lastYear, lastNumber] =
      query.cursor === undefined ? [null, null, null] : decodeCursor(query.cursor, NumberCursor);
    const rows = await asViewer(this.pool, principal, (client) =>
      client.query<NumberRow>(
        `select ${columns} from document_number n
          where ($1::text is null or n.code = $1) and ($2::int is null or n.year = $2) and ($3::uuid is null or n.case_id = $3)
            and ($4::text is null or (n.code, n.year, n.number) > ($4, $5, $6))
          order by n.code, n.year, n.number limit $7`,
        [code, year, caseId, lastCode, lastYear, lastNumber, limit + 1],
      ),
    );
    const items = rows.rows.slice(0, limit).map(viewOf);
    const last = items.at(-1);
    const more = rows.rows.length > limit && last !== undefined;
    return { items, next: more ? encodeCursor([last.code, String(last.year), String(last.number)]) : null };
  }

  /**
   * @throws ProblemError 403 `number.void-forbidden`, 404, 409 `number.already-void`
   */
  async void(principal: Principal, numberId: string, reason: string): Promise<NumberView> {
    if (!principal.roles.includes('director')) {
      throw new ProblemError(403, 'number.void-forbidden', '只有司法所所长可以作废文号。请由所长办理。');
    }
    const id = idOf(numberId, '该文号');
    const found = await asViewer(this.pool, principal, (client) =>
      client.query<{ caseId: string }>('select case_id as "caseId" from document_number where id = $1', [id]),
    );
    const caseId = found.rows[0]?.caseId;
    if (caseId === undefined) throw notFound('该文号');
    await this.runtime.numbers.void(principal, caseId, { id, reason });
    const rows = await asViewer(this.pool, principal, (client) =>
      client.query<NumberRow>(`select ${columns} from document_number n where n.id = $1`, [id]),
    );
    const row = rows.rows[0];
    if (row === undefined) throw notFound('该文号');
    return viewOf(row);
  }
}

function viewOf(row: NumberRow): NumberView {
  return { ...row, takenAt: row.takenAt.toISOString(), voidedAt: row.voidedAt?.toISOString() ?? null };
}
