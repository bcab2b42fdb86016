/** Computes the figures of the report from counted rows. Pure. */
import type { Definition } from '@lawgate/engine';
import { adoptions, figures, type CategoryFigures, type Figure } from './report-views.ts';

/** One row of `annual.sql`. */
export type CountedRow = Readonly<Record<Figure, number>> & {
  readonly orgPath: string;
  readonly category: string;
  readonly conclusion: string | null;
  readonly adoption: string | null;
  readonly pointsRaised: number;
  readonly daysSum: number;
  readonly daysOf: number;
  readonly recorded: number;
  readonly recordedWithAdviser: number;
  readonly recordedFiled: number;
};

type Counted = Pick<Definition, 'key' | 'label' | 'count'>;

/** Every category in its order, with zeros where nothing happened. */
export function categoryFigures(definitions: readonly Counted[], rows: readonly CountedRow[]): CategoryFigures[] {
  return definitions.map((definition) =>
    sumUp(
      definition,
      rows.filter((row) => row.category === definition.key),
    ),
  );
}

function sumUp(definition: Counted, rows: readonly CountedRow[]): CategoryFigures {
  const sum = (value: (row: CountedRow) => number): number => rows.reduce((total, row) => total + value(row), 0);
  const counts = Object.fromEntries(figures.map((figure) => [figure, sum((row) => row[figure])])) as Record<
    Figure,
    number
  >;
  const conclusions: Record<string, number> = {};
  for (const row of rows) {
    if (row.conclusion !== null) conclusions[row.conclusion] = (conclusions[row.conclusion] ?? 0) + row.concluded;
  }
  const adopted = (kind: (typeof adoptions)[number]): number =>
    sum((row) => (row.adoption === kind ? row.concluded : 0));
  const adoption = {
    full: adopted('full'),
    partial: adopted('partial'),
    none: adopted('none'),
    pending: adopted('pending'),
  };
  const answered = adoption.full + adoption.partial + adoption.none;
  const daysOf = sum((row) => row.daysOf);
  const left = counts.concluded + counts.returned + counts.declined + counts.withdrawn + counts.carriedOut;
  return {
    category: definition.key,
    label: definition.count.label,
    unit: definition.count.unit,
    ...counts,
    conclusions,
    adoption,
    adoptionRate: answered === 0 ? null : rounded((adoption.full + adoption.partial) / answered),
    recorded: sum((row) => row.recorded),
    recordedWithAdviser: sum((row) => row.recordedWithAdviser),
    recordedFiled: sum((row) => row.recordedFiled),
    pointsRaised: sum((row) => row.pointsRaised),
    meanWorkingDays: daysOf === 0 ? null : rounded(sum((row) => row.daysSum) / daysOf),
    balanced: counts.carriedIn + counts.received === left,
  };
}

/** 「规范性文件6件、重要合同31份」; categories without a review are left out, unless all are. */
export function sentenceOf(categories: readonly CategoryFigures[]): string {
  const some = categories.filter(({ concluded }) => concluded > 0);
  return (some.length === 0 ? categories : some)
    .map(({ label, unit, concluded }) => `${label}${concluded}${unit}`)
    .join('、');
}

/** Two decimals, enough for a mean. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
