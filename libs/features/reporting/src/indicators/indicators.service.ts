import { civilDateOf } from '@lawgate/calendar';
import { ProblemError, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, type Clock } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { IndicatorQuery, IndicatorReport, KindList, PutKind } from './indicator-views.ts';
import { attendanceOf, defaultKinds, type Kind } from './kinds.ts';
import { findPlace, readKinds, requireWholeOrganisation } from './ledger-access.ts';

interface QuarterRow {
  readonly kind: string;
  readonly quarter: number;
  readonly sum: number;
  readonly last: number;
  readonly entries: number;
}

@Injectable()
export class IndicatorsService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every kind's figure of the year; those switched off only where the year has entries of them. */
  async year(viewer: Principal, { year, organisation }: IndicatorQuery): Promise<IndicatorReport> {
    requireWholeOrganisation(viewer);
    const today = civilDateOf(this.clock.now());
    return asViewer(this.pool, viewer, async (client) => {
      const place = await findPlace(client, viewer, organisation);
      const kinds = await readKinds(client, place.path);
      const counted = await client.query<QuarterRow>(
        `select e.kind, extract(quarter from e.on_date)::int as quarter, sum(e.number)::float8 as sum,
                (array_agg(e.number order by e.on_date desc, e.id desc))[1] as last, count(*)::int as entries
           from indicator_entry e
          where e.org_path = $1 and e.year = $2 and not exists (select from indicator_void v where v.entry_id = e.id)
          group by 1, 2 order by 1, 2`,
        [place.path, year],
      );
      const items = kinds.flatMap((kind) => {
        const rows = counted.rows.filter((row) => row.kind === kind.key);
        return kind.active || rows.length > 0 ? [figureOf(kind, rows, year, today)] : [];
      });
      const value = (key: string): number => items.find((item) => item.key === key)?.value ?? 0;
      const { path: _, ...named } = place;
      return {
        year,
        organisation: named,
        items,
        attendance: attendanceOf(value('suits'), value('head-should-attend'), value('head-attended')),
      };
    });
  }

  /** The kinds of the own organisation, also those switched off. */
  kinds(viewer: Principal): Promise<KindList> {
    return asViewer(this.pool, viewer, async (client) => ({
      items: (await readKinds(client, viewer.orgPath)).map(viewOf),
    }));
  }

  /**
   * Changes a kind or adds one. How a kind counts, and in what, stays as it is once there are entries of it: it would
   * change the figures of years that are over.
   *
   * @throws ProblemError 409 `indicator.kind-in-use`, `indicator.name-taken`,
   *   `indicator.too-many-kinds`
   */
  async putKind(administrator: Principal, key: string, put: PutKind): Promise<KindList> {
    return asViewer(this.pool, administrator, async (client) => {
      // Two changes at once could both find a name free.
      await client.query('select pg_advisory_xact_lock(hashtextextended($1, 11))', [administrator.orgPath]);
      const kinds = await readKinds(client, administrator.orgPath);
      const before = kinds.find((kind) => kind.key === key);
      const taken = kinds.find((kind) => kind.key !== key && kind.active && kind.label === put.label);
      if (put.active && taken !== undefined) {
        throw new ProblemError(409, 'indicator.name-taken', `已有种类「${put.label}」（${taken.key}），请换一个名称。`);
      }
      if (before === undefined && kinds.length >= mostKinds) {
        throw new ProblemError(409, 'indicator.too-many-kinds', `种类不超过${mostKinds}个，请修改不再使用的种类。`);
      }
      if (before !== undefined && (before.mode !== put.mode || before.unit !== put.unit)) {
        const used = await client.query<{ used: boolean }>('select indicator_in_use($1) as used', [key]);
        if (used.rows[0]?.used) {
          throw new ProblemError(
            409,
            'indicator.kind-in-use',
            `「${before.label}」已有登记，计法和单位不能再改；请停用它，另设新的种类。`,
          );
        }
      }
      await client.query(
        `insert into indicator_kind (org_id, org_path, key, label, unit, mode, section, synonyms, expected, active,
                                     changed_by, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (org_id, org_path, key) do update
           set label = excluded.label, unit = excluded.unit, mode = excluded.mode, section = excluded.section,
               synonyms = excluded.synonyms, expected = excluded.expected, active = excluded.active,
               changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
        [
          administrator.orgId,
          administrator.orgPath,
          key,
          put.label,
          put.unit,
          put.mode,
          put.section,
          put.synonyms,
          put.expected,
          put.active,
          administrator.id,
          this.clock.now(),
        ],
      );
      return { items: (await readKinds(client, administrator.orgPath)).map(viewOf) };
    });
  }
}

const mostKinds = 100;

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
