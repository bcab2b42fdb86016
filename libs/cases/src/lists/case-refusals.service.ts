import type { Principal, RefusalMetView, RefusalsQuery } from '@lawgate/contracts';
import { Database } from '@lawgate/database';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CaseRuntime } from '../commit/case-runtime.ts';
import { refusedRow } from '../read/loaded-case.ts';
import type { CaseTables } from '../tables.ts';
import type { Page } from './case-list.service.ts';
import { historyLabel } from './case-view.ts';

/** Version as text, instant, id. */
const Cursor = z.tuple([z.string().regex(/^\d{1,9}$/), z.iso.datetime(), z.uuid()]);

/** The events of a case that rules refused. Separate from the view of the case, which is read in one statement. */
@Injectable()
export class CaseRefusalsService {
  constructor(
    private readonly database: Database<CaseTables>,
    private readonly runtime: CaseRuntime,
  ) {}

  /**
   * The refusals that were met in a case, the newest first, for the people who may read its history.
   *
   * @throws ProblemError 403 `case.recused`, 404, 422 `request.cursor-invalid`
   */
  async list(principal: Principal, caseId: string, query: RefusalsQuery): Promise<Page<RefusalMetView>> {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, Cursor);
    const { case: loaded } = await this.runtime.read(principal, caseId);
    const definition = this.runtime.definitions.ofCase(loaded.stored);
    const rows = await this.database.as(principal, async ({ db }) => {
      let page = db
        .selectFrom('refusal_met')
        .select(['id', 'version', 'event', 'refusals', 'byPerson', 'byName', 'at'])
        .where('caseId', '=', caseId);
      if (after !== null) {
        const [version, at, id] = after;
        page = page.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('version', 'at', 'id'), '<', tuple(Number(version), new Date(at), id)),
        );
      }
      return page
        .orderBy('version', 'desc')
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(query.limit + 1)
        .execute();
    });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ byPerson, byName, at, event, refusals, ...row }) => ({
        ...row,
        event,
        label: historyLabel(definition, refusedRow(event)),
        by: { id: byPerson, name: byName },
        at: at.toISOString(),
        refusals: [...refusals],
      })),
      next:
        rows.length > query.limit && last ? encodeCursor([String(last.version), last.at.toISOString(), last.id]) : null,
    };
  }
}
