import { ProblemError, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, type Clock, type Transaction } from '@lawgate/database';
import { DefinitionRegistry } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import { findPlace } from '../places.ts';
import type { ReportingTables } from '../tables.ts';
import { requireWholeOrganisation } from './annual-report.service.ts';
import { frozenYears } from './frozen-year.ts';
import type { Revisions, RevisionView } from './report-views.ts';
import { freezeYear, isOver, type UnbalancedCase } from './year-freezer.ts';

@Injectable()
export class YearFreezeService {
  constructor(
    private readonly database: Database<ReportingTables>,
    private readonly definitions: DefinitionRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Freezes the own town's year as its revision 1.
   *
   * @throws ProblemError 403 `report.freeze-forbidden`, 409 `report.already-frozen`, 422 `report.year-not-over`,
   *   `report.unbalanced` with the cases in `issues`
   */
  freeze(viewer: Principal, year: number): Promise<RevisionView> {
    return this.#write(viewer, year, null);
  }

  /**
   * Freezes what the books say now as the next revision; those before stay as they are.
   *
   * @throws ProblemError as {@link freeze}, and 409 `report.not-frozen`, `report.revision-unchanged`, `report.revision-taken`
   */
  revise(viewer: Principal, year: number, reason: string): Promise<RevisionView> {
    return this.#write(viewer, year, reason);
  }

  /** Every revision of a year, the first one first. */
  async revisions(viewer: Principal, year: number, organisation?: string): Promise<Revisions> {
    requireWholeOrganisation(viewer);
    return this.database.as(viewer, async (tx) => {
      const place = await findPlace(tx, viewer, organisation);
      return { items: await readRevisions(tx, place.path, year) };
    });
  }

  async #write(viewer: Principal, year: number, reason: string | null): Promise<RevisionView> {
    const at = this.clock.now();
    if (!isOver(year, at)) {
      throw new ProblemError(422, 'report.year-not-over', `${year}年尚未结束，年度统计应在次年1月1日以后冻结。`);
    }
    return this.database.as(viewer, async (tx) => {
      const place = await findPlace(tx, viewer);
      if (place.kind !== 'town') {
        throw new ProblemError(403, 'report.freeze-forbidden', '县级统计由各镇汇总，由各镇分别冻结。');
      }
      const [last] = await frozenYears(tx, place, year, at);
      if (reason === null && last !== undefined) throw alreadyFrozen(year);
      if (reason !== null && last === undefined) {
        throw new ProblemError(409, 'report.not-frozen', `${year}年度统计尚未冻结，无需修订，请先冻结。`);
      }
      const answer = await freezeYear(tx.client, {
        organisation: place,
        year,
        revision: (last?.revision ?? 0) + 1,
        reason,
        by: viewer,
        at,
        lastDigest: last?.digest ?? null,
      });
      switch (answer.kind) {
        case 'frozen':
          return (await readRevisions(tx, place.path, year)).at(-1) as RevisionView;
        case 'unbalanced':
          throw this.#unbalanced(year, answer.cases);
        case 'unchanged':
          throw new ProblemError(
            409,
            'report.revision-unchanged',
            `${year}年度统计与第${last?.revision}次冻结的一致，没有需要修订的内容。`,
          );
        case 'taken':
          if (reason === null) throw alreadyFrozen(year);
          throw new ProblemError(409, 'report.revision-taken', '他人刚刚作了修订，请刷新核对后再办理。');
      }
    });
  }

  #unbalanced(year: number, cases: readonly UnbalancedCase[]): ProblemError {
    return new ProblemError(
      422,
      'report.unbalanced',
      `${year}年度收支不平（上年结转＋收件≠审结＋退回＋不予审核＋撤回＋结转下年），涉及${cases.length}件，请核对所列案件后再冻结。`,
      {
        issues: cases.map(({ id, title, category, receivedOn, outcome, outcomeOn }) => ({
          path: id,
          message:
            `〔${this.definitions.find(category)?.label ?? category}〕《${title}》：收件日期${receivedOn ?? '缺'}，` +
            (outcome === null ? '未办结' : `${outcomeWords[outcome] ?? outcome}日期${outcomeOn ?? '缺'}`),
        })),
      },
    );
  }
}

const outcomeWords: Readonly<Record<string, string>> = {
  concluded: '审结',
  returned: '退回',
  declined: '不予审核',
  withdrawn: '撤回',
};

function alreadyFrozen(year: number): ProblemError {
  return new ProblemError(409, 'report.already-frozen', `${year}年度统计已冻结；需要更正的，请作修订并说明理由。`);
}

async function readRevisions(
  { db }: Transaction<ReportingTables>,
  path: string,
  year: number,
): Promise<RevisionView[]> {
  const found = await db
    .selectFrom('annual_freeze as f')
    .select(['f.year', 'f.revision', 'f.reason', 'f.frozenAt', 'f.frozenBy as byId', 'f.frozenByName as byName'])
    .select('f.digest')
    .select(({ selectFrom }) =>
      selectFrom('annual_case as c')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('c.freezeId', '=', 'f.id')
        .as('cases'),
    )
    .where('f.orgPath', '=', path)
    .where('f.year', '=', year)
    .orderBy('f.revision')
    .execute();
  return found.map(({ frozenAt, byId, byName, cases, ...row }) => ({
    ...row,
    cases: cases ?? 0,
    frozenAt: frozenAt.toISOString(),
    frozenBy: { id: byId, name: byName },
  }));
}
