import { addCalendarDays, civilDateOf, weekday, type CivilDate } from '@lawgate/calendar';
import { CaseQuery, ProblemError, type Figure, type OverviewView, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, type Clock } from '@lawgate/database';
import { DefinitionRegistry } from '../definitions/definition-registry.ts';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { CaseListService } from './case-list.service.ts';
import { sqlText } from '../sql-text.ts';

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

const overviewStatement = { name: 'overview', text: sqlText('lists/overview') };
const concludedStatement = { name: 'overview-concluded', text: sqlText('lists/overview-concluded') };
const townsText = sqlText('lists/overview-towns');

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
      towns: (await client.query<Town>(townsText, [viewer.orgPath])).rows,
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
