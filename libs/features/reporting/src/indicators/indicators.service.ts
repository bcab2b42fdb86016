import { civilDateOf } from '@lawgate/calendar';
import { ProblemError, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, type Clock } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { findPlace } from '../places.ts';
import type { ReportingTables } from '../tables.ts';
import { IndicatorKindEntity } from './indicator.entity.ts';
import type { IndicatorQuery, IndicatorReport, KindList, PutKind } from './indicator-views.ts';
import { attendanceOf, defaultKinds, type Kind } from './kinds.ts';
import { readKinds, requireWholeOrganisation } from './ledger-access.ts';
import { sqlText } from '../sql-text.ts';

interface QuarterRow {
  readonly kind: string;
  readonly quarter: number;
  readonly sum: number;
  readonly last: number;
  readonly entries: number;
}

const quartersText = sqlText('indicators/quarters');

@Injectable()
export class IndicatorsService {
  constructor(
    private readonly database: Database<ReportingTables>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The figure of every kind in the year; disabled kinds only if the year has entries of them. */
  async year(viewer: Principal, { year, organisation }: IndicatorQuery): Promise<IndicatorReport> {
    requireWholeOrganisation(viewer);
    const today = civilDateOf(this.clock.now());
    return this.database.as(viewer, async (tx) => {
      const { id, code, name, path } = await findPlace(tx, viewer, organisation);
      const kinds = await readKinds(tx, path);
      const counted = await tx.client.query<QuarterRow>(quartersText, [path, year]);
      const items = kinds.flatMap((kind) => {
        const rows = counted.rows.filter((row) => row.kind === kind.key);
        return kind.active || rows.length > 0 ? [figureOf(kind, rows, year, today)] : [];
      });
      const item = (key: string) => items.find((one) => one.key === key);
      const value = (key: string): number => item(key)?.value ?? 0;
      return {
        year,
        organisation: { id, code, name },
        items,
        attendance: attendanceOf(
          value('suits'),
          value('head-should-attend'),
          value('head-attended'),
          (item('head-should-attend')?.entries ?? 0) > 0,
        ),
      };
    });
  }

  /** The kinds of the own organisation, including disabled ones. */
  kinds(viewer: Principal): Promise<KindList> {
    return this.database.as(viewer, async (tx) => ({
      items: (await readKinds(tx, viewer.orgPath)).map(viewOf),
    }));
  }

  /**
   * Changes or adds a kind. Mode and unit of a kind are fixed once it has entries: a change would alter the figures of
   * past years.
   *
   * @throws ProblemError 409 `indicator.kind-in-use`, `indicator.name-taken`, `indicator.too-many-kinds`
   */
  async putKind(administrator: Principal, key: string, put: PutKind): Promise<KindList> {
    return this.database.as(administrator, async (tx) => {
      // Two concurrent changes could both find a name free.
      await sql`select pg_advisory_xact_lock(hashtextextended(${administrator.orgPath}, 11))`.execute(tx.db);
      const kinds = await readKinds(tx, administrator.orgPath);
      const before = kinds.find((kind) => kind.key === key);
      const taken = kinds.find((kind) => kind.key !== key && kind.active && kind.label === put.label);
      if (put.active && taken !== undefined) {
        throw new ProblemError(409, 'indicator.name-taken', `已有种类「${put.label}」（${taken.key}），请换一个名称。`);
      }
      if (before === undefined && kinds.length >= maxKinds) {
        throw new ProblemError(409, 'indicator.too-many-kinds', `种类不超过${maxKinds}个，请修改不再使用的种类。`);
      }
      if (before !== undefined && (before.mode !== put.mode || before.unit !== put.unit)) {
        const used = await sql<{ used: boolean }>`select indicator_in_use(${key}) as used`.execute(tx.db);
        if (used.rows[0]?.used) {
          throw new ProblemError(
            409,
            'indicator.kind-in-use',
            `「${before.label}」已有登记，计法和单位不能再改；请停用它，另设新的种类。`,
          );
        }
      }
      const place = { orgId: administrator.orgId, orgPath: administrator.orgPath, key };
      const change = { ...put, changedBy: administrator.id, changedAt: this.clock.now() };
      const changed = await tx.em.findOne(IndicatorKindEntity, place);
      if (changed === null) tx.em.create(IndicatorKindEntity, { ...place, ...change });
      else tx.em.assign(changed, change);
      await tx.flush();
      return { items: (await readKinds(tx, administrator.orgPath)).map(viewOf) };
    });
  }
}

const maxKinds = 100;

function viewOf(kind: Kind): KindList['items'][number] {
  return { ...kind, synonyms: [...kind.synonyms], builtIn: defaultKinds.some(({ key }) => key === kind.key) };
}

function figureOf(
  kind: Kind,
  rows: readonly QuarterRow[],
  year: number,
  today: string,
): IndicatorReport['items'][number] {
  const { key, label, unit, mode, section } = kind;
  const quarters = [1, 2, 3, 4].map((quarter) => {
    const row = rows.find((one) => one.quarter === quarter);
    if (mode === 'standing') return row?.last ?? null;
    return row?.sum ?? 0;
  });
  const value = mode === 'standing' ? (rows.at(-1)?.last ?? null) : rows.reduce((sum, row) => sum + row.sum, 0);
  const isMissing = (quarter: number): boolean =>
    today > lastDayOfQuarter(year, quarter) && !rows.some((row) => row.quarter === quarter);
  return {
    key,
    label,
    unit,
    mode,
    section,
    value,
    quarters,
    entries: rows.reduce((sum, row) => sum + row.entries, 0),
    missingQuarters: kind.expected === 'quarter' ? [1, 2, 3, 4].filter(isMissing) : [],
  };
}

export function lastDayOfQuarter(year: number, quarter: number): string {
  return `${year}-${['03-31', '06-30', '09-30', '12-31'][quarter - 1]}`;
}
