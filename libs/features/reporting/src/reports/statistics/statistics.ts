/** Computes the figures of the statistics page from counted rows. Pure. */
import type { Definition } from '@lawgate/engine';
import { adoptions } from '../report-views.ts';
import type { CategoryStatistics, PersonWork, StatisticFigure, Statistics, WorkingDays } from './statistics-views.ts';

/** One row of `statistics-months.sql`. */
export interface MonthRow {
  readonly year: number;
  readonly month: number;
  readonly category: string;
  readonly kind: string;
  readonly n: number;
}

/** One row of `statistics-conclusions.sql`; without a category it is the total. */
export interface ConclusionRow {
  readonly year: number;
  readonly category: string | null;
  readonly concluded: number;
  readonly overdue: number;
  readonly urgent: number;
  /** Taken over from a register: not measured. */
  readonly recorded: number;
  readonly full: number;
  readonly partial: number;
  readonly none: number;
  readonly pending: number;
  readonly acceptingOf: number;
  readonly acceptingMean: number | null;
  readonly acceptingP90: number | null;
  readonly reviewOf: number;
  readonly reviewMean: number | null;
  readonly reviewP90: number | null;
  readonly filingOf: number;
  readonly filingMean: number | null;
  readonly filingP90: number | null;
}

/** One row of `statistics-people.sql`. */
export interface PersonRow {
  readonly part: 'reviewer' | 'adviser';
  readonly name: string;
  readonly category: string;
  readonly cases: number;
  readonly daysOf: number;
  readonly daysSum: number;
}

export interface Counted {
  readonly months: readonly MonthRow[];
  readonly conclusions: readonly ConclusionRow[];
  readonly people: readonly PersonRow[];
}

type Counts = Pick<Definition, 'key' | 'label' | 'count'>;
type Params = Readonly<Record<string, string | undefined>>;

export const stageLabels = [
  { key: 'accepting', label: '收件至受理' },
  { key: 'review', label: '审查（审查期限，扣除暂停）' },
  { key: 'filing', label: '审结至备案' },
] as const;

/** @param scope parameters that every list of the page has */
export function statisticsOf(
  year: number,
  definitions: readonly Counts[],
  counted: Counted,
  scope: { readonly organisation?: string | undefined; readonly category?: string | undefined },
): Omit<Statistics, 'year' | 'organisation' | 'category'> {
  const rows = new Rows(year, counted, scope);
  const shown = definitions.filter(({ key }) => scope.category === undefined || key === scope.category);
  const people = (part: PersonRow['part']): PersonWork[] => rows.people(part, definitions);
  return {
    stages: stageLabels.map((stage) => ({ ...stage })),
    months: Array.from({ length: 12 }, (_, index) => ({
      month: index + 1,
      received: rows.ofMonth('received', index + 1),
      concluded: rows.ofMonth('concluded', index + 1),
    })),
    total: rows.ofCategory(null),
    categories: shown.map(({ key, count }) => ({
      category: key,
      label: count.label,
      unit: count.unit,
      ...rows.ofCategory(key),
    })),
    reviewers: people('reviewer'),
    advisers: people('adviser'),
  };
}

class Rows {
  constructor(
    private readonly year: number,
    private readonly counted: Counted,
    private readonly scope: Params,
  ) {}

  ofMonth(kind: 'received' | 'concluded', month: number): StatisticFigure {
    const n = (year: number): number => this.#months((row) => row.kind === kind && row.month === month, year);
    const two = String(month).padStart(2, '0');
    const last = String(new Date(Date.UTC(this.year, month, 0)).getUTCDate()).padStart(2, '0');
    const [from, to] = [`${this.year}-${two}-01`, `${this.year}-${two}-${last}`];
    const params =
      kind === 'received'
        ? { receivedFrom: from, receivedTo: to }
        : { status: 'concluded', endedFrom: from, endedTo: to };
    return this.#figure(n(this.year), n(this.year - 1), params);
  }

  ofCategory(category: string | null): Omit<CategoryStatistics, 'category' | 'label' | 'unit'> {
    const now = this.#conclusions(category, this.year);
    const before = this.#conclusions(category, this.year - 1);
    const own = category === null ? {} : { category };
    const ended = { endedFrom: `${this.year}-01-01`, endedTo: `${this.year}-12-31`, ...own };
    const isOwn = (row: MonthRow): boolean => category === null || row.category === category;
    const ofYear = (kind: string, params: Params): StatisticFigure => {
      const n = (year: number): number => this.#months((row) => row.kind === kind && isOwn(row), year);
      return this.#figure(n(this.year), n(this.year - 1), params);
    };
    const ofConcluded = (
      name: 'overdue' | 'urgent' | 'recorded' | (typeof adoptions)[number],
      params: Params,
    ): StatisticFigure =>
      this.#figure(now?.[name] ?? 0, before?.[name] ?? 0, { status: 'concluded', ...params, ...ended });
    const adopted = (name: (typeof adoptions)[number]): StatisticFigure => ofConcluded(name, { adoption: name });
    return {
      received: ofYear('received', {
        receivedFrom: `${this.year}-01-01`,
        receivedTo: `${this.year}-12-31`,
        ...own,
      }),
      concluded: ofYear('concluded', { status: 'concluded', ...ended }),
      returned: ofYear('returned', { status: 'returned', ...ended }),
      declined: ofYear('declined', { status: 'declined', ...ended }),
      withdrawn: ofYear('withdrawn', { status: 'withdrawn', ...ended }),
      overdue: ofConcluded('overdue', { overdue: 'true' }),
      urgent: ofConcluded('urgent', { urgent: 'true' }),
      recorded: ofConcluded('recorded', { recorded: 'true' }),
      onTimeRate: onTime(now),
      onTimeRateLastYear: onTime(before),
      adoption: {
        full: adopted('full'),
        partial: adopted('partial'),
        none: adopted('none'),
        pending: adopted('pending'),
      },
      adoptionRate: adoptionRate(now),
      adoptionRateLastYear: adoptionRate(before),
      workingDays: {
        accepting: days(now?.acceptingOf, now?.acceptingMean, now?.acceptingP90),
        review: days(now?.reviewOf, now?.reviewMean, now?.reviewP90),
        filing: days(now?.filingOf, now?.filingMean, now?.filingP90),
      },
    };
  }

  people(part: PersonRow['part'], definitions: readonly Counts[]): PersonWork[] {
    const rows = this.counted.people.filter((row) => row.part === part);
    const names = [...new Set(rows.map(({ name }) => name))];
    const list = (name: string, category?: string): string =>
      this.#list({
        status: 'concluded',
        endedFrom: `${this.year}-01-01`,
        endedTo: `${this.year}-12-31`,
        [part]: name,
        ...(category === undefined ? {} : { category }),
      });
    const work = names.map((name): PersonWork => {
      const own = rows.filter((row) => row.name === name);
      const total = (value: (row: PersonRow) => number): number => own.reduce((sum, row) => sum + value(row), 0);
      const daysOf = total((row) => row.daysOf);
      return {
        name,
        cases: total(({ cases }) => cases),
        byCategory: own.map(({ category, cases }) => ({
          category,
          label: definitions.find(({ key }) => key === category)?.count.label ?? category,
          cases,
          list: list(name, category),
        })),
        meanWorkingDays: daysOf === 0 ? null : rounded(total((row) => row.daysSum) / daysOf),
        list: list(name),
      };
    });
    return work.sort((one, other) => other.cases - one.cases || (one.name < other.name ? -1 : 1));
  }

  #months(fits: (row: MonthRow) => boolean, year: number): number {
    return this.counted.months.reduce((sum, row) => (row.year === year && fits(row) ? sum + row.n : sum), 0);
  }

  #conclusions(category: string | null, year: number): ConclusionRow | undefined {
    return this.counted.conclusions.find((row) => row.category === category && row.year === year);
  }

  #figure(value: number, lastYear: number, params: Params): StatisticFigure {
    const change = lastYear === 0 ? null : rounded((value - lastYear) / lastYear);
    return { value, lastYear, change, list: this.#list(params) };
  }

  #list(params: Params): string {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries({ ...this.scope, ...params })) {
      if (value !== undefined) query.set(key, value);
    }
    return `/api/register/entries?${query.toString()}`;
  }
}

function onTime(row: ConclusionRow | undefined): number | null {
  const measured = row === undefined ? 0 : row.concluded - row.recorded;
  return row === undefined || measured === 0 ? null : rounded((measured - row.overdue) / measured);
}

function adoptionRate(row: ConclusionRow | undefined): number | null {
  const answered = row === undefined ? 0 : row.full + row.partial + row.none;
  return row === undefined || answered === 0 ? null : rounded((row.full + row.partial) / answered);
}

function days(cases = 0, mean: number | null = null, p90: number | null = null): WorkingDays {
  return { cases, mean: mean === null ? null : rounded(mean), p90: p90 === null ? null : rounded(p90) };
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
