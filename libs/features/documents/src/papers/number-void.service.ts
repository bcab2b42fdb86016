/**
 * Lists numbers and voids them. A number that was taken by mistake stays as void, with its reason; it is never reused.
 */
import { notFound, type Principal } from '@lawgate/contracts';
import { Database, type Transaction } from '@lawgate/database';
import { CaseRuntime } from '@lawgate/cases';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { Injectable } from '@nestjs/common';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { z } from 'zod';
import type { NumberPage, NumberQuery, NumberSeries, NumberSeriesList, NumberView } from './number-views.ts';
import { idOf } from './papers.service.ts';
import { sqlText } from '../sql-text.ts';

const numbers = ({ db }: Transaction) =>
  db
    .selectFrom('document_number as n')
    .innerJoin('organisation as o', 'o.id', 'n.orgId')
    .innerJoin('review_case as c', 'c.id', 'n.caseId')
    .select(['n.id', 'n.code', 'n.year', 'n.number', 'n.text', 'n.purpose', 'n.caseId', 'c.title as caseTitle'])
    .select(({ ref }) => jsonBuildObject({ code: ref('o.code'), name: ref('o.name') }).as('organisation'))
    .select(['n.takenAt', 'n.voidReason', 'n.voidedByName as voidedBy', 'n.voidedAt']);

type NumberRow = Awaited<ReturnType<ReturnType<typeof numbers>['executeTakeFirstOrThrow']>>;

const seriesText = sqlText('number-series');

const digits = z.string().regex(/^\d{1,9}$/);
/** Code, year, number and id of the last row: a county sees the same number of several towns. */
const NumberCursor = z.tuple([z.string(), digits, digits, z.uuid()]);

@Injectable()
export class NumberVoidService {
  constructor(
    private readonly runtime: CaseRuntime,
    private readonly database: Database,
  ) {}

  /** Numbers by series, in their order, without gaps; void ones are included. */
  async list(principal: Principal, query: NumberQuery): Promise<NumberPage> {
    const { code, year, case: caseId, organisation, voided, cursor, limit } = query;
    const rows = await this.database.as(principal, (tx) => {
      let page = numbers(tx);
      if (code !== undefined) page = page.where('n.code', '=', code);
      if (year !== undefined) page = page.where('n.year', '=', year);
      if (caseId !== undefined) page = page.where('n.caseId', '=', caseId);
      if (organisation !== undefined) page = page.where('o.code', '=', organisation);
      if (voided !== undefined) page = page.where('n.voidReason', voided === 'true' ? 'is not' : 'is', null);
      if (cursor !== undefined) {
        const [lastCode, lastYear, lastNumber, lastId] = decodeCursor(cursor, NumberCursor);
        page = page.where(({ eb, refTuple, tuple }) =>
          eb(
            refTuple('n.code', 'n.year', 'n.number', 'n.id'),
            '>',
            tuple(lastCode, Number(lastYear), Number(lastNumber), lastId),
          ),
        );
      }
      return page
        .orderBy('n.code')
        .orderBy('n.year')
        .orderBy('n.number')
        .orderBy('n.id')
        .limit(limit + 1)
        .execute();
    });
    const items = rows.slice(0, limit).map(viewOf);
    const last = items.at(-1);
    const more = rows.length > limit && last !== undefined;
    const next = more ? encodeCursor([last.code, String(last.year), String(last.number), last.id]) : null;
    return { items, next };
  }

  /** Every series, the latest year first. There is one for each issuer, code and year, so one page is enough. */
  async series(principal: Principal): Promise<NumberSeriesList> {
    const rows = await this.database.as(principal, ({ client }) => client.query<NumberSeries>(seriesText));
    return { items: rows.rows, next: null };
  }

  /**
   * @throws ProblemError 404, 409 `number.already-void`
   */
  async void(principal: Principal, numberId: string, reason: string): Promise<NumberView> {
    const id = idOf(numberId, '该文号');
    const found = await this.database.as(principal, ({ db }) =>
      db.selectFrom('document_number').select('caseId').where('id', '=', id).executeTakeFirst(),
    );
    if (found === undefined) throw notFound('该文号');
    const { caseId } = found;
    await this.runtime.numbers.void(principal, caseId, { id, reason });
    const row = await this.database.as(principal, (tx) => numbers(tx).where('n.id', '=', id).executeTakeFirst());
    if (row === undefined) throw notFound('该文号');
    return viewOf(row);
  }
}

function viewOf(row: NumberRow): NumberView {
  return { ...row, takenAt: row.takenAt.toISOString(), voidedAt: row.voidedAt?.toISOString() ?? null };
}
