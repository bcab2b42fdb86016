import { civilDateOf } from '@lawgate/calendar';
import { ProblemError, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, type Clock, type Transaction } from '@lawgate/database';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { DefinitionRegistry } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { categoryFigures, sentenceOf, type CountedRow } from './figures.ts';
import { findPlace, pathsIn, type Place } from '../places.ts';
import type { ReportingTables } from '../tables.ts';
import { bookOf, frozenYears, type FrozenYear } from './frozen-year.ts';
import type {
  AnnualQuery,
  AnnualReport,
  Figures,
  ReportCase,
  ReportCases,
  ReportCasesQuery,
  RollUp,
} from './report-views.ts';
import { sqlText } from '../sql-text.ts';

const sql = (name: string): string => sqlText(`reports/${name}`);
const live = sql('live');
const book = `${live}${sql('book')}`;
/** Both use the same book (a row for each case), so that a figure and its list cannot differ. */
export const annualStatement = { name: 'report-annual', text: `${book}\n${sql('annual')}` };
export const casesStatement = { name: 'report-cases', text: `${book}\n${sql('cases')}` };

export const freezeStatement = { name: 'report-freeze', text: `${live}${sql('freeze')}` };

const basis =
  '以审结（出具审查意见书）日期计：审查在哪一年审结，就计入哪一年；退回、不予审核和撤回的不计；' +
  '同一事项多次送审的只计一次，计入首次审结的年份，以该年最后一份审查意见书为准。';

const CaseCursor = z.tuple([z.iso.date(), z.uuid()]);

type CaseRow = Omit<ReportCase, 'categoryLabel' | 'organisation'> & {
  readonly orgId: string;
  readonly orgCode: string;
  readonly orgName: string;
  readonly sortOn: string;
};

@Injectable()
export class AnnualReportService {
  constructor(
    private readonly database: Database<ReportingTables>,
    private readonly definitions: DefinitionRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The figures of one year, of the person's own organisation or one below it. A county's are the sum of its towns.
   *
   * @throws ProblemError 403 for people who do not see whole organisations, 404 for another organisation.
   */
  async annual(viewer: Principal, year: number, query: AnnualQuery = {}): Promise<AnnualReport> {
    requireWholeOrganisation(viewer);
    const { place, below, rows, frozen } = await this.database.as(viewer, async (tx) => {
      const found = await findPlace(tx, viewer, query.organisation);
      const known = await frozenYears(tx, found, year, this.clock.now(), query.revision);
      const values = bookOf(year, await pathsIn(tx, found), known);
      const counted = await tx.client.query<CountedRow>({ ...annualStatement, values });
      return { place: found, below: await placesBelow(tx, found), rows: counted.rows, frozen: known };
    });
    const today = civilDateOf(this.clock.now());
    const lastDay = `${year}-12-31`;
    return {
      year,
      basis,
      asOf: today < lastDay ? today : lastDay,
      labels: Object.fromEntries(this.definitions.all().map(({ key, label }) => [key, label])),
      ...this.#figures(place, rows, frozen),
      towns: below.map((town) =>
        this.#figures(
          town,
          rows.filter((row) => row.orgPath.startsWith(town.path)),
          frozen,
        ),
      ),
    };
  }

  /** The cases behind one figure, exactly as many as the figure. */
  async cases(viewer: Principal, year: number, query: ReportCasesQuery): Promise<ReportCases> {
    requireWholeOrganisation(viewer);
    const [afterOn, afterId] = query.cursor === undefined ? [null, null] : decodeCursor(query.cursor, CaseCursor);
    const rows = await this.database.as(viewer, async (tx) => {
      const place = await findPlace(tx, viewer, query.organisation);
      const frozen = await frozenYears(tx, place, year, this.clock.now(), query.revision);
      const found = await tx.client.query<CaseRow>({
        ...casesStatement,
        values: [
          ...bookOf(year, await pathsIn(tx, place), frozen),
          query.figure,
          query.category ?? null,
          query.conclusion ?? null,
          query.adoption ?? null,
          afterOn,
          afterId,
          query.limit + 1,
        ],
      });
      return found.rows;
    });
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ orgId, orgCode, orgName, sortOn: _, ...row }) => ({
        ...row,
        categoryLabel: this.definitions.find(row.category)?.label ?? row.category,
        organisation: { id: orgId, code: orgCode, name: orgName },
      })),
      next: rows.length > query.limit && last ? encodeCursor([last.sortOn, last.id]) : null,
    };
  }

  /** The figures of a county's towns in a year, and which of them are frozen. */
  async rollUp(viewer: Principal, year: number): Promise<RollUp> {
    const { organisation, counts, sentence, categories, towns } = await this.annual(viewer, year);
    const states = towns.map((town) => ({
      ...town,
      balanced: town.categories.every(({ balanced }) => balanced),
    }));
    return {
      year,
      organisation,
      counts,
      sentence,
      categories,
      towns: states,
      notFrozen: states.filter(({ frozenAt }) => frozenAt === null).map((town) => town.organisation),
      complete: states.every(({ frozenAt }) => frozenAt !== null),
    };
  }

  #figures({ path, ...organisation }: Place, rows: readonly CountedRow[], frozen: readonly FrozenYear[]): Figures {
    const categories = categoryFigures(this.definitions.all(), rows);
    const own = frozen.find(({ orgPath }) => orgPath === path);
    return {
      organisation,
      frozenAt: own?.frozenAt.toISOString() ?? null,
      revision: own?.revision ?? null,
      counts: Object.fromEntries(categories.map(({ category, concluded }) => [category, concluded])),
      sentence: sentenceOf(categories),
      categories,
    };
  }
}

/** An adviser sees only some cases: their figures would not be those of the year. Administrators see none. */
export function requireWholeOrganisation(viewer: Principal): void {
  if (viewer.scope === 'organisation') return;
  throw new ProblemError(403, 'report.forbidden', '只有本机关的业务人员可以查看年度统计。');
}

async function placesBelow({ db }: Transaction<ReportingTables>, { path }: Place): Promise<Place[]> {
  return db
    .selectFrom('organisation')
    .select(['id', 'code', 'name', 'kind', 'path'])
    .where('path', '^@', path)
    .where('path', '<>', path)
    .where('kind', '=', 'town')
    .orderBy('code')
    .execute();
}
