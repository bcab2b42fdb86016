import { addCalendarDays, type Calendar, type CivilDate } from '@lawgate/calendar';
import { ProblemError, type Principal } from '@lawgate/contracts';
import { stageAt } from '@lawgate/engine';
import { Database } from '@lawgate/database';
import { CalendarStore, DefinitionRegistry } from '@lawgate/cases';
import { Injectable } from '@nestjs/common';
import { findPlace, pathsIn } from '../../places.ts';
import type { ReportingTables } from '../../tables.ts';
import { requireWholeOrganisation } from '../annual-report.service.ts';
import type { Statistics, StatisticsQuery, Stays } from './statistics-views.ts';
import { statisticsOf, type ConclusionRow, type MonthRow, type PersonRow } from './statistics.ts';
import { sqlText } from '../../sql-text.ts';

const sql = (name: string): string => sqlText(`reports/statistics-${name}`);
/** Not prepared: a plan for a town does not fit a county. */
export const statisticsStatements = {
  months: sql('months'),
  conclusions: sql('conclusions'),
  people: sql('people'),
  stays: sql('stays'),
  waiting: sql('waiting'),
};

/** Maximum number of cases whose history is read for the stays. */
const maxCases = 20_000;

interface StayRow {
  readonly category: string;
  readonly state: string;
  readonly stays: number;
  readonly median: number | null;
  readonly p90: number | null;
  readonly cases: number;
}
interface WaitingRow {
  readonly category: string;
  readonly state: string;
  readonly stage: string;
  readonly waiting: number;
}

@Injectable()
export class StatisticsService {
  constructor(
    private readonly database: Database<ReportingTables>,
    private readonly definitions: DefinitionRegistry,
    private readonly calendars: CalendarStore,
  ) {}

  /**
   * A year and the previous one. Counted from the present register, also for a frozen year.
   *
   * @throws ProblemError 403 `report.forbidden`, 404 for an organisation that is not the person's own or below, 422
   * `report.category-unknown`
   */
  async statistics(viewer: Principal, query: StatisticsQuery): Promise<Statistics> {
    requireWholeOrganisation(viewer);
    this.#requireCategory(query.category);
    const { year, category = null } = query;
    const { firstDay, counts } = workingDayCounts(this.calendars.current(), year);
    const { place, counted } = await this.database.as(viewer, async (tx) => {
      const found = await findPlace(tx, viewer, query.organisation);
      const asked = [await pathsIn(tx, found), year, category];
      const months = await tx.client.query<MonthRow>(statisticsStatements.months, asked);
      const conclusions = await tx.client.query<ConclusionRow>(statisticsStatements.conclusions, [
        ...asked,
        firstDay,
        counts,
      ]);
      const people = await tx.client.query<PersonRow>(statisticsStatements.people, asked);
      return {
        place: found,
        counted: { months: months.rows, conclusions: conclusions.rows, people: people.rows },
      };
    });
    const { path: _, ...organisation } = place;
    const scope = { organisation: query.organisation, category: query.category };
    return { year, organisation, category, ...statisticsOf(year, this.definitions.all(), counted, scope) };
  }

  /**
   * Durations of cases in each state, and how many are in each now.
   *
   * @throws ProblemError as {@link statistics}
   */
  async stays(viewer: Principal, query: StatisticsQuery): Promise<Stays> {
    requireWholeOrganisation(viewer);
    this.#requireCategory(query.category);
    const { year, category = null } = query;
    const { place, stays, waiting } = await this.database.as(viewer, async (tx) => {
      const found = await findPlace(tx, viewer, query.organisation);
      const paths = await pathsIn(tx, found);
      const lasted = await tx.client.query<StayRow>(statisticsStatements.stays, [paths, year, category, maxCases]);
      const now = await tx.client.query<WaitingRow>(statisticsStatements.waiting, [paths, category]);
      return { place: found, stays: lasted.rows, waiting: now.rows };
    });
    const { path: _, ...organisation } = place;
    const keys = [...new Set([...stays, ...waiting].map((row) => `${row.category} ${row.state}`))].sort();
    const cases = stays[0]?.cases ?? 0;
    return {
      year,
      organisation,
      category,
      cases,
      complete: cases < maxCases,
      items: keys.map((key) => {
        const [of = '', ...rest] = key.split(' ');
        const state = rest.join(' ');
        const isIt = (row: StayRow | WaitingRow): boolean => row.category === of && row.state === state;
        const stay = stays.find(isIt);
        const now = waiting.find(isIt);
        const params = new URLSearchParams({ category: of, state, status: 'active' });
        if (query.organisation !== undefined) params.set('organisation', organisation.code);
        return {
          category: of,
          categoryLabel: this.definitions.find(of)?.label ?? of,
          state,
          stage: now?.stage ?? this.#stage(of, state),
          stays: stay?.stays ?? 0,
          median: twoDecimals(stay?.median),
          p90: twoDecimals(stay?.p90),
          waiting: now?.waiting ?? 0,
          list: `/api/cases?${params.toString()}`,
        };
      }),
    };
  }

  /** Label of a state; null for one that no installed version has. */
  #stage(category: string, state: string): string | null {
    return this.definitions.wordFor(category, (definition) => {
      const stages = state.split(' + ').map((path) => stageAt(definition, path));
      const named = [...new Set(stages.filter((stage) => stage !== null))];
      return named.length === 0 ? null : named.join('、');
    });
  }

  #requireCategory(category: string | undefined): void {
    if (category === undefined || this.definitions.find(category) !== null) return;
    const known = this.definitions.all().map(({ key, label }) => `${label}（${key}）`);
    throw new ProblemError(422, 'report.category-unknown', `没有“${category}”这一类别。可选：${known.join('、')}。`);
  }
}

/** Number of previous years in which a case of the requested year may have begun. */
const yearsBefore = 4;

/**
 * Number of working days since a day, for each later day: the working days between two dates are then a difference of
 * two numbers.
 */
export function workingDayCounts(
  calendar: Calendar,
  year: number,
): { readonly firstDay: CivilDate; readonly counts: readonly number[] } {
  const firstDay = `${year - yearsBefore}-12-31`;
  const counts: number[] = [];
  let count = 0;
  for (let day = addCalendarDays(firstDay, 1); day <= `${year + 2}-12-31`; day = addCalendarDays(day, 1)) {
    if (calendar.isWorkingDay(day)) count += 1;
    counts.push(count);
  }
  return { firstDay, counts };
}

function twoDecimals(value: number | null | undefined): number | null {
  return value == null ? null : Math.round(value * 100) / 100;
}
