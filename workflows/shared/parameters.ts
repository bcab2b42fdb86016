/**
 * The default limits of the spine. They are defaults of the rule set and never constants in a rule; a town changes them
 * with a rule set.
 */
import { retentionKey, type ParameterBounds, type ParameterSpec, type SeriesSpec } from '@lawgate/engine';
import { citations } from './citations.ts';

// Re-exported for categories outside the repository.
export { closing, ladder, valueOf } from './clocks.ts';

export type Parameters = Readonly<Record<string, ParameterSpec>>;

/** Bounds of a limit: at least one day, at most a year of working days. */
export const workdayLimit: Partial<ParameterBounds> = { min: 1, max: 250 };
/** Bounds of a floor or an extension, which may be 0. */
export const workdaysOrNone: Partial<ParameterBounds> = { min: 0, max: 250 };
export const dayLimit: Partial<ParameterBounds> = { min: 1, max: 366 };
export const daysOrNone: Partial<ParameterBounds> = { min: 0, max: 366 };
export const months: Partial<ParameterBounds> = { min: 0, max: 24 };
export const years: Partial<ParameterBounds> = { min: 1, max: 50 };

/** The ladder of reminders of overdue tasks; labels begin with `whose`, keys with `prefix`. */
function ladderParameters(prefix: string, whose: string): Parameters {
  const parameter = (key: string, value: number, label: string, min: number): Parameters => ({
    [`${prefix}reminder.${key}`]: {
      value,
      label: `${whose}${label}`,
      unit: '工作日',
      citation: citations.townRules,
      bounds: { min, max: 60 },
    },
  });
  return {
    ...parameter('overdue-days', 5, '逾期后继续催办的天数', 0),
    ...parameter('stand-in-from', 2, '逾期第几日起同时提醒代理人', 1),
    ...parameter('director-from', 3, '逾期第几日起同时提醒司法所所长', 1),
  };
}

/** Office hours in minutes after midnight: a number that an administrator can enter, and never an invalid time. */
const officeParameters = {
  'office.opening': {
    value: 510,
    label: '上班时间（自零时起的分钟数，510 即 8:30），提醒于此时发出',
    unit: '分钟',
    citation: citations.townRules,
    bounds: { min: 0, max: 1439 },
    notAbove: 'office.closing',
  },
  'office.closing': {
    value: 1050,
    label: '下班时间（自零时起的分钟数，1050 即 17:30），其后收到的视为下一工作日收到；1440 为不计',
    unit: '分钟',
    citation: citations.periods,
    bounds: { min: 0, max: 1440 },
  },
} as const satisfies Parameters;

export const spineParameters = {
  'intake.limit': {
    value: 2,
    label: '受理期限',
    unit: '工作日',
    citation: citations.townRules,
    bounds: workdayLimit,
  },
  'adviser.limit': {
    value: 3,
    label: '法律顾问意见期限',
    unit: '工作日',
    citation: citations.townRules,
    bounds: workdayLimit,
  },
  'supplement.limit': {
    value: 5,
    label: '补正期限',
    unit: '工作日',
    citation: citations.townRules,
    bounds: workdayLimit,
  },
  'inquiry.limit': {
    value: 10,
    label: '论证、请示期限',
    unit: '工作日',
    citation: citations.townRules,
    bounds: workdayLimit,
  },
  'review.resume-restarts': {
    value: 0,
    label: '中止后恢复审查时期限重新计算（1 是，0 否，只计剩余）',
    unit: '是否',
    citation: citations.townRules,
    bounds: { min: 0, max: 1 },
  },
  'leader-approval.required': {
    value: 1,
    label: '法律顾问认为不合法而审查结论相反时须领导审签（1 是，0 否）',
    unit: '是否',
    citation: citations.advisers,
    bounds: { min: 0, max: 1 },
  },
  ...officeParameters,
  ...ladderParameters('', ''),
  ...ladderParameters('adviser.', '法律顾问意见'),
} as const satisfies Parameters;

/**
 * How long the files of a category are kept: 永久 (0), 30 or 10 years by the national list, which a province may extend.
 */
export function retention(value: 0 | 10 | 30) {
  return {
    [retentionKey]: {
      value,
      label: '归档后的保管期限（0为永久）',
      unit: '年',
      citation: citations.retention,
      bounds: { min: 0, max: 100 },
    },
  } as const satisfies Parameters;
}

/** One series of numbers for each kind of paper, shared by all categories of an office. */
export const spineSeries: readonly SeriesSpec[] = [
  { key: 'opinion-letter', code: '合审', label: '审查意见书' },
  { key: 'acceptance', code: '合受', label: '受理通知书' },
  { key: 'supplement', code: '合补', label: '补正通知书' },
  { key: 'return', code: '合退', label: '退回（不予审核）通知书' },
  { key: 'filing', code: '合备', label: '备案报告' },
];
