import { addCalendarDays, civilDateOf, weekday, type CivilDate } from '@lawgate/calendar';
import { CaseQuery, ProblemError, type Figure, type OverviewView, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, type Clock } from '@lawgate/database';
import { DefinitionRegistry } from '../definitions/definition-registry.ts';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { CaseListService } from './case-list.service.ts';

interface GroupRow {
  readonly orgPath: string;
  readonly category: string;
  readonly stage: string;
  readonly open: number;
  readonly late: number;
  readonly dueThisWeek: number;
}

interface Town {
  readonly code: string;
  readonly name: string;
  readonly path: string;
}

/**
 * Open cases by organisation, category and stage. The conditions are those of `case-page.ts`, so that a figure and its
 * list cannot differ.
 * $1 text path of the organisation, $2 date today, $3 date the Monday after
 */
export const overviewStatement = {
  name: 'overview',
  text: `select c.org_path as "orgPath", c.category, c.stage, count(*)::int as open,
       count(*) filter (where c.due_on < $2::date and not exists (select from clock k where k.case_id = c.id
         and k.status = 'running' and k.due_on = c.due_on and k.provisional))::int as late,
       count(*) filter (where c.due_on >= $2::date and c.due_on < $3::date)::int as "dueThisWeek"
  from review_case c
 where c.org_path ^@ $1 and c.status = 'active'
 group by c.org_path, c.category, c.stage`,
};

/**
 * Cases by the year of their first opinion letter, as the annual report counts them.
 *   $1 text path of the organisation, $2 int the year
 */
export const concludedStatement = {
  name: 'overview-concluded',
  text: `select count(*)::int as n from (
  select f.case_id from fact f where f.org_path ^@ $1 and f.kind = 'concluded'
   group by f.case_id having min(f.year) = $2) concluded`,
};

const lateShown = 10;

/** The overview page for leaders, directors and the county. */
@Injectable()
export class OverviewService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly definitions: DefinitionRegistry,
    private readonly lists: CaseListService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 403 `overview.forbidden` for people who do not see whole organisations */
  async overview(viewer: Principal): Promise<OverviewView> {
    if (viewer.scope !== 'organisation') {
      throw new ProblemError(403, 'overview.forbidden', '总览供本机关的业务人员查看；您可以在“待办”中查看自己的案件。');
    }
    const today = civilDateOf(this.clock.now());
    const monday = nextMonday(today);
    const year = Number(today.slice(0, 4));
    const { groups, towns, concluded } = await asViewer(this.pool, viewer, async (client) => ({
      groups: (await client.query<GroupRow>({ ...overviewStatement, values: [viewer.orgPath, today, monday] })).rows,
      towns: (
        await client.query<Town>(
          'select code, name, path from organisation where path ^@ $1 and path <> $1 order by code',
          [viewer.orgPath],
        )
      ).rows,
      concluded:
        (await client.query<{ n: number }>({ ...concludedStatement, values: [viewer.orgPath, year] })).rows[0]?.n ?? 0,
    }));
    const late = await this.lists.cases(viewer, CaseQuery.parse({ late: 'true', sort: 'due', limit: lateShown }));
    return {
      today,
      ...figuresOf(groups, {}),
      dueThisWeek: figure(sum(groups, 'dueThisWeek'), {
        status: 'active',
        dueFrom: today,
        dueBefore: monday,
        sort: 'due',
      }),
      concludedThisYear: figure(concluded, { concludedIn: String(year) }),
      byCategory: this.definitions.all().map(({ key, label }) => ({
        category: key,
        label,
        ...figuresOf(
          groups.filter(({ category }) => category === key),
          { category: key },
        ),
      })),
      byTown: towns.map(({ code, name, path }) => ({
        code,
        name,
        ...figuresOf(
          groups.filter(({ orgPath }) => orgPath.startsWith(path)),
          { organisation: code },
        ),
      })),
      byStage: [...new Set(groups.map(({ stage }) => stage))].sort().map((stage) => ({
        stage,
        ...figuresOf(
          groups.filter((group) => group.stage === stage),
          { stage },
        ),
      })),
      lateCases: late.items,
    };
  }
}

function figuresOf(groups: readonly GroupRow[], more: Record<string, string>): { open: Figure; late: Figure } {
  return {
    open: figure(sum(groups, 'open'), { status: 'active', ...more }),
    late: figure(sum(groups, 'late'), { late: 'true', ...more, sort: 'due' }),
  };
}

function figure(count: number, query: Record<string, string>): Figure {
  return { count, list: `/cases?${new URLSearchParams(query)}` };
}

function sum(groups: readonly GroupRow[], what: 'open' | 'late' | 'dueThisWeek'): number {
  return groups.reduce((total, group) => total + group[what], 0);
}

function nextMonday(today: CivilDate): CivilDate {
  const day = weekday(today);
  return addCalendarDays(today, day === 0 ? 1 : 8 - day);
}
