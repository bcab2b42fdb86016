/** Rules of a contract's review that the spine does not have. */
import type { MaterialSpec } from '@lawgate/engine';
import { citations } from '../shared/citations.ts';
import type { ReviewContext } from '../shared/context.ts';
import {
  daysOrNone,
  type Parameters,
  retention,
  spineParameters,
  workdayLimit,
  workdaysOrNone,
} from '../shared/parameters.ts';
import { inquiryKinds } from '../shared/payloads.ts';
import { reviewConcluded } from '../shared/rules/act.ts';
import { materialsComplete, urgentNamedCause } from '../shared/rules/materials.ts';
import {
  adviserOpinionRequired,
  allPointsAnswered,
  extensionPermitted,
  problemsHaveReasons,
  rebuttalRequired,
} from '../shared/rules/review.ts';

export const conclusions = {
  'may-sign': '可以签订',
  'sign-after-changes': '修改后签订',
  'should-not-sign': '不应签订',
} as const;
export const passing = ['may-sign', 'sign-after-changes'] as const;

export const questions = {
  parties: '对方当事人的主体资格、资信与授权',
  authority: '本单位的签约权限与内部程序（批准、资金、招标采购）',
  content: '合同内容是否违反法律、行政法规的强制性规定和公序良俗',
  'rights-and-duties': '权利义务是否明确、对等，价款与支付是否清楚',
  liability: '违约责任与担保',
  dispute: '变更、解除与争议解决',
  'public-interest': '是否损害国家、集体或者公共利益',
} as const;

/**
 * The time of an investigation, and that of expert consultation, does not count towards the limit of a contract's
 * review.
 */
export const inquiries = { ...inquiryKinds, investigation: '调查核实' } as const;

export const parameters = {
  ...spineParameters,
  ...retention(30),
  'review.limit.standard': {
    value: 2,
    label: '审查期限（示范文本）',
    unit: '工作日',
    citation: citations.townRules,
    bounds: workdayLimit,
  },
  'review.limit.ordinary': {
    value: 5,
    label: '审查期限（一般合同）',
    unit: '工作日',
    citation: citations.townRules,
    bounds: workdayLimit,
  },
  'review.limit.large': {
    value: 10,
    label: '审查期限（重大、复杂合同）',
    unit: '工作日',
    citation: citations.townRules,
    bounds: workdayLimit,
  },
  'review.extension': {
    value: 5,
    label: '审查期限可延长（一次）',
    unit: '工作日',
    citation: citations.townRules,
    bounds: workdaysOrNone,
  },
  'filing.limit': {
    value: 5,
    label: '签订后报备期限',
    unit: '工作日',
    citation: citations.townRules,
    bounds: workdayLimit,
  },
  'filing.sealed-copy': {
    value: 1,
    label: '报送备案前须上传盖章文本（1 是，0 否）',
    unit: '',
    citation: citations.townRules,
    bounds: { min: 0, max: 1 },
  },
  'payment.window': {
    value: 5,
    label: '付款提前提醒',
    unit: '工作日',
    citation: citations.townRules,
    bounds: workdaysOrNone,
  },
  'expiry.window': {
    value: 30,
    label: '合同期满提前提醒',
    unit: '日',
    citation: citations.townRules,
    bounds: daysOrNone,
  },
} as const satisfies Parameters;

/** Key of the parameter that holds the review limit for this size of contract. */
export const reviewLimitKey = (context: ReviewContext): string => `review.limit.${String(context.fields.scale)}`;

export const isLarge = ({ fields }: ReviewContext): boolean => fields.scale === 'large';

export const materials: readonly MaterialSpec[] = [
  { kind: 'draft', label: '合同草案及附件', required: true },
  { kind: 'counterparty-standing', label: '对方当事人主体资格、资信及授权材料', required: true },
  { kind: 'unit-opinion', label: '送审单位意见', required: false },
  { kind: 'approval', label: '立项、批准或资金落实材料', required: false, condition: '需要批准或使用财政资金的' },
  { kind: 'tender', label: '招标、采购或询价记录', required: false, condition: '依法应当招标、采购的' },
  {
    kind: 'risk-paper',
    label: '风险评估材料',
    required: false,
    condition: '重大、复杂合同',
    requiredWhen: isLarge,
    citation: citations.townRules,
  },
  {
    kind: 'sealed-copy',
    label: '签订后的合同（盖章文本）',
    required: false,
    condition: '签订后、报送备案前',
    comparedWith: ({ reviewedText }: ReviewContext) => reviewedText ?? null,
  },
];

const adviserOpinion = adviserOpinionRequired(isLarge, citations.advisers);

export const rules = {
  materials: [materialsComplete(materials, citations.townRules)],
  submit: [urgentNamedCause(['emergency', 'superior-order'], citations.townRules)],
  accept: [],
  reviewer: [],
  findings: [
    allPointsAnswered(questions, citations.townRules),
    problemsHaveReasons(questions),
    rebuttalRequired(passing),
  ],
  extension: [extensionPermitted(parameters, citations.townRules)],
  adviserOpinion,
  concluded: reviewConcluded({ conclusions, passing, adviserRequired: isLarge, citation: citations.advisers }),
} as const;

/** Citation for the duty to give written reasons when an opinion is not adopted. */
export const adoptionCitation = citations.normativeReview;
