/** Computes the figures and phrases of the report from the year's counts and indicators. Pure. */
import { civilDateOf } from '@lawgate/calendar';
import type { IndicatorReport } from '../../indicators/indicator-views.ts';
import type { AnnualReport, CategoryFigures, Figure } from '../report-views.ts';
import { figures as caseFigures } from '../report-views.ts';
import type { DraftFigure, Phrase, Piece } from './phrase.ts';
import { reportSentences } from './report-sentences.ts';
import { noAttendanceDue } from '../../indicators/kinds.ts';

export interface DraftPlace {
  readonly year: number;
  /** Code of an organisation below the person's own, for links. */
  readonly organisation: string | undefined;
}

export interface DraftContent {
  readonly figures: readonly DraftFigure[];
  readonly phrases: readonly Phrase[];
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly Piece[])[] };
}

const review = '合法性审核';
const courts = '行政应诉';
/**
 * For these kinds no entry means that there is nothing to report: most towns have no suit. For others it means that
 * nobody entered it.
 */
const noneIsAnAnswer = ['suits', 'head-should-attend', 'head-attended', 'catalogue-revision', 'fault-tolerance-rule'];
const ordinals = ['一', '二', '三', '四'];

const figureLabels: Readonly<Record<Figure, string>> = {
  received: '收件',
  accepted: '受理',
  concluded: '审结',
  returned: '退回',
  declined: '不予审核',
  withdrawn: '撤回',
  supplements: '要求补正',
  overdue: '超期审结',
  urgent: '紧急办理',
  adviserParticipation: '法律顾问参与',
  filed: '备案',
  filedOnTime: '按期备案',
  carriedIn: '上年结转',
  carriedOut: '结转下年',
};
/** Columns of the annual table, in the order of the balance and then of what else is reported. */
const tableColumns = [
  'carriedIn',
  'received',
  'concluded',
  'returned',
  'declined',
  'withdrawn',
  'carriedOut',
  'adviserParticipation',
  'overdue',
] as const;

const kebab = (figure: string): string => figure.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`);

/** @param now the day of the draft */
export function draftContent(
  place: DraftPlace,
  counted: AnnualReport,
  indicators: IndicatorReport,
  now: Date,
): DraftContent {
  const made = new FigureMaker(place);
  const { categories } = counted;
  const total = (figure: Figure): DraftFigure =>
    made.ofCases(`reviews.${kebab(figure)}`, `${figureLabels[figure]}件数`, '件', sum(categories, figure), { figure });
  const byFigure = new Map(caseFigures.map((figure) => [figure, total(figure)]));
  const byCategory = new Map(
    categories.flatMap((category) =>
      caseFigures.map((figure) => [
        `${category.category} ${figure}`,
        made.ofCases(
          `reviews.${category.category}.${kebab(figure)}`,
          `${category.label}${figureLabels[figure]}`,
          category.unit,
          category[figure],
          { figure, category: category.category },
        ),
      ]),
    ),
  );
  const cell = ({ category }: CategoryFigures, figure: Figure): DraftFigure =>
    byCategory.get(`${category} ${figure}`) as DraftFigure;
  const rates = ratesOf(made, categories);
  const entered = indicators.items.flatMap((item) => made.ofKind(item));
  const attendance = made.attendance(indicators.attendance);
  const figures = [...byFigure.values(), ...rates, ...byCategory.values(), ...entered, attendance];
  const find = (key: string): DraftFigure | undefined => figures.find((figure) => figure.key === key);
  const reviewed = sentence(categories, cell);
  const { name } = counted.organisation;
  const [draftYear, month, day] = civilDateOf(now).split('-').map(Number);
  const words = (key: string, label: string, pieces: readonly Piece[]): Phrase => ({ key, label, pieces });
  return {
    figures,
    phrases: [
      words('annual.organisation', '单位名称', [name]),
      words('annual.issuer', '发文机关', [issuerOf(name)]),
      words('annual.year', '年份', [String(place.year)]),
      words('annual.next-year', '下一年', [String(place.year + 1)]),
      words('annual.date', '起草日期', [`${draftYear}年${month}月${day}日`]),
      words('reviews.sentence', '审结情况', reviewed),
      ...reportSentences({
        find,
        reviewed,
        suitEntries: indicators.items.find(({ key }) => key === 'suits')?.entries ?? 0,
      }),
      ...figures.map((figure) => words(figure.key, figure.label, [figure])),
    ],
    table: {
      head: ['类别', ...tableColumns.map((figure) => figureLabels[figure])],
      rows: [
        ...categories.map((category) => [category.label, ...tableColumns.map((figure) => cell(category, figure))]),
        ['合计', ...tableColumns.map((figure) => byFigure.get(figure) as DraftFigure)],
      ],
    },
  };
}

class FigureMaker {
  readonly #query: string;

  constructor(private readonly place: DraftPlace) {
    this.#query = place.organisation === undefined ? '' : `&organisation=${encodeURIComponent(place.organisation)}`;
  }

  ofCases(
    key: string,
    label: string,
    unit: string,
    value: number | null,
    params: Readonly<Record<string, string>>,
    unknown: { readonly missing: string } | { readonly none: string } = { missing: '' },
  ): DraftFigure {
    const list = `/api/reports/annual/${this.place.year}/cases?${new URLSearchParams(params).toString()}${this.#query}`;
    const [reason, none] = 'missing' in unknown ? [unknown.missing, undefined] : [null, unknown.none];
    return this.#figure({
      key,
      label,
      section: review,
      value,
      unit,
      list,
      reason: value === null ? reason : null,
      none,
    });
  }

  /** Concluded cases that were taken over from a register (补录); their list is that of the register. */
  recorded(value: number): DraftFigure {
    const { year } = this.place;
    const ended = `endedFrom=${year}-01-01&endedTo=${year}-12-31`;
    const list = `/api/register/entries?status=concluded&recorded=true&${ended}${this.#query}`;
    return this.#figure({
      ...{ key: 'reviews.recorded', label: '审结事项中的补录事项', section: review, unit: '件' },
      ...{ value, list, reason: null },
    });
  }

  /** The figure of the year and those of its quarters. */
  ofKind(item: IndicatorReport['items'][number]): DraftFigure[] {
    const { key, label, unit, section, mode } = item;
    const list = `/api/indicators/${key}/entries?year=${this.place.year}${this.#query}`;
    const nobodyEntered = item.value === null || (item.entries === 0 && !noneIsAnAnswer.includes(key));
    const left = item.missingQuarters.map((quarter) => ordinals[quarter - 1]).join('、');
    const reason = nobodyEntered
      ? `${this.place.year}年没有登记，请在年度指标台账中补登（确实没有的登记为0）。`
      : left === ''
        ? null
        : `第${left}季度没有登记，请在年度指标台账中补登。`;
    return [
      this.#figure({ key, label, section, unit, list, reason, value: nobodyEntered ? null : item.value }),
      ...item.quarters.map((value, index) =>
        this.#figure({
          key: `${key}.q${index + 1}`,
          label: `第${ordinals[index]}季度${label}`,
          section,
          unit,
          list: `${list}&quarter=${index + 1}`,
          value: nobodyEntered ? null : value,
          reason:
            nobodyEntered || item.missingQuarters.includes(index + 1) || (mode === 'standing' && value === null)
              ? `第${ordinals[index]}季度没有登记，请在年度指标台账中补登。`
              : null,
        }),
      ),
    ];
  }

  attendance({ rate, note }: IndicatorReport['attendance']): DraftFigure {
    const none = note !== null && noAttendanceDue.includes(note) ? note : undefined;
    return this.#figure({
      key: 'attendance.rate',
      label: '负责人出庭应诉率',
      section: courts,
      unit: '%',
      value: rate,
      list: `/api/indicators/head-attended/entries?year=${this.place.year}${this.#query}`,
      reason: rate === null && none === undefined ? `${note ?? '没有登记'}。` : null,
      none,
    });
  }

  /** @param none why there is no such figure, where it is not missing either: 「无应诉案件」 */
  #figure({
    none,
    ...given
  }: Omit<DraftFigure, 'text' | 'missing' | 'link'> & { readonly none?: string | undefined }): DraftFigure {
    const { key, value, unit, reason } = given;
    const noFigure = none === undefined || reason !== null ? '' : `—（${none}）`;
    return {
      ...given,
      text: value === null ? noFigure : unit === '%' ? `${percent(value)}%` : String(value),
      missing: reason !== null,
      link: `/reports/${this.place.year}?figure=${encodeURIComponent(key)}${this.#query}`,
    };
  }
}

/** Recorded cases are in no rate: nothing is known of their limits, problems and adoption. */
function ratesOf(made: FigureMaker, categories: readonly CategoryFigures[]): DraftFigure[] {
  const concluded = sum(categories, 'concluded');
  const recorded = categories.reduce((total, category) => total + category.recorded, 0);
  const measured = concluded - recorded;
  const adopted = categories.reduce((total, { adoption }) => total + adoption.full + adoption.partial, 0);
  const answered = adopted + categories.reduce((total, { adoption }) => total + adoption.none, 0);
  const filed = sum(categories, 'filed') - categories.reduce((total, { recordedFiled }) => total + recordedFiled, 0);
  const noMeasured = { none: concluded === 0 ? '无审结事项' : '补录事项无此数据' };
  const points = categories.reduce((total, { pointsRaised }) => total + pointsRaised, 0);
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  const params = { figure: 'concluded' };
  return [
    made.recorded(recorded),
    made.ofCases(
      'reviews.points',
      '提出审查意见',
      '条',
      // Of recorded cases it is not known: that is no zero.
      measured === 0 && recorded > 0 ? null : points,
      params,
      noMeasured,
    ),
    made.ofCases(
      'reviews.adoption-rate',
      '意见采纳率',
      '%',
      // A share of opinions: without an opinion nothing was adopted.
      points === 0 ? null : share(adopted, answered),
      params,
      measured === 0
        ? noMeasured
        : points === 0
          ? { none: '无审查意见记载' }
          : { missing: '还没有单位反馈采纳情况，请督促反馈。' },
    ),
    made.ofCases(
      'reviews.on-time-rate',
      '按期审结率',
      '%',
      share(measured - sum(categories, 'overdue'), measured),
      params,
      noMeasured,
    ),
    made.ofCases(
      'reviews.filed-on-time-rate',
      '按期备案率',
      '%',
      share(sum(categories, 'filedOnTime'), filed),
      { figure: 'filed' },
      { none: sum(categories, 'filed') === 0 ? '无备案事项' : '补录事项无此数据' },
    ),
  ];
}

/** 「规范性文件6件、重要合同31份」, each number a figure; categories without a review are left out, unless all are. */
function sentence(categories: readonly CategoryFigures[], cell: (of: CategoryFigures, figure: Figure) => DraftFigure) {
  const some = categories.filter(({ concluded }) => concluded > 0);
  return (some.length === 0 ? categories : some).flatMap((category, index): Piece[] => [
    `${index === 0 ? '' : '、'}${category.label}`,
    cell(category, 'concluded'),
    category.unit,
  ]);
}

/** 柳林镇 issues its papers as 柳林镇人民政府; a bureau under its own name. */
function issuerOf(name: string): string {
  return /[镇乡]$/u.test(name) ? `${name}人民政府` : name;
}

function sum(categories: readonly CategoryFigures[], figure: Figure): number {
  return categories.reduce((total, category) => total + category[figure], 0);
}

/** One decimal, none where it would be zero. */
function percent(share: number): string {
  return String(Math.round(share * 1000) / 10);
}
