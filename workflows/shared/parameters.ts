/** The spine's own limits. They are the rule set's defaults and never constants in a rule: a town changes them with the rule set. */
import type { ParameterSpec, SeriesSpec } from '@lawgate/engine';
import { citations } from './citations.ts';

export type Parameters = Readonly<Record<string, ParameterSpec>>;

export const spineParameters = {
  'intake.limit': { value: 2, label: '受理期限', unit: '工作日', citation: citations.townRules },
  'adviser.limit': { value: 3, label: '法律顾问意见期限', unit: '工作日', citation: citations.townRules },
  'supplement.limit': { value: 5, label: '补正期限', unit: '工作日', citation: citations.townRules },
  'leader-approval.required': {
    value: 1,
    label: '法律顾问认为不合法而审查结论相反时须领导审签（1 是，0 否）',
    unit: '是否',
    citation: citations.advisers,
  },
} as const satisfies Parameters;

/** Value of a parameter: the rule set's under which the case began, or the definition's default where an older set lacks it. */
export function valueOf(specs: Parameters, given: Readonly<Record<string, number>>, key: string): number {
  const value = given[key] ?? specs[key]?.value;
  if (value === undefined) throw new RangeError(`Parameter "${key}" is not declared.`);
  return value;
}

/** One series of numbers for each kind of paper, shared by all categories of an office. */
export const spineSeries: readonly SeriesSpec[] = [
  { key: 'opinion-letter', code: '合审', label: '审查意见书' },
  { key: 'acceptance', code: '合受', label: '受理通知书' },
  { key: 'supplement', code: '合补', label: '补正通知书' },
  { key: 'return', code: '合退', label: '退回（不予审核）通知书' },
  { key: 'filing', code: '合备', label: '备案报告' },
];
