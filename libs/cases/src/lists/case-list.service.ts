import { civilDateOf, workingDaysBetween, type CivilDate } from '@lawgate/calendar';
import type { CaseQuery, CaseSummary, Principal } from '@lawgate/contracts';
import { roleLabel, type Role } from '@lawgate/engine';
import { APP_POOL, asViewer, CLOCK, type Clock } from '@lawgate/database';
import { CalendarStore } from '../calendar/calendar-store.ts';
import { DefinitionRegistry } from '../definitions/definition-registry.ts';
import { encodeCursor } from '@lawgate/http';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { casePageStatement, cursorOf, type CasePageRow } from './case-page.ts';
import { readList } from './list-statement.ts';

export interface Page<T> {
  readonly items: T[];
  /** Pass it as `cursor` to get the next page; null on the last one. */
  readonly next: string | null;
}

@Injectable()
export class CaseListService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly definitions: DefinitionRegistry,
    private readonly calendars: CalendarStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Cases that the person may see. */
  async cases(principal: Principal, query: CaseQuery): Promise<Page<CaseSummary>> {
    const today = civilDateOf(this.clock.now());
    const rows = await asViewer(this.pool, principal, (client) =>
      readList<CasePageRow>(client, casePageStatement(principal, query, today)),
    );
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => this.#summary(row, today)),
      next: rows.length > query.limit && last ? encodeCursor(cursorOf(query, last)) : null,
    };
  }

  #summary(row: CasePageRow, today: CivilDate): CaseSummary {
    const { dueOn, provisional } = row;
    return {
      id: row.id,
      category: row.category,
      categoryLabel: this.definitions.find(row.category)?.label ?? row.category,
      title: row.title,
      organisation: { id: row.orgId, path: row.orgPath },
      submittingUnit: row.submittingUnit,
      state: row.state,
      stage: row.stage,
      status: row.status,
      version: row.version,
      holders: (row.holders ?? []).map(({ id, name, role, task }) => ({
        id,
        name: id === null ? roleLabel(role as Role) : (name ?? ''),
        role,
        task,
      })),
      dueOn,
      remaining: dueOn === null ? null : workingDaysBetween(this.calendars.current(), today, dueOn),
      provisional,
      late: row.status === 'active' && dueOn !== null && dueOn < today && !provisional,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    };
  }
}
