/** Rules of a major decision's review that the spine does not have (国务院令第713号). */
import type { MaterialSpec } from '@lawgate/engine';
import { citations } from '../shared/citations.ts';
import type { CaseRule, ReviewContext } from '../shared/context.ts';
import { type Parameters, retention, spineParameters, workdayLimit, workdaysOrNone } from '../shared/parameters.ts';
import { deliberationFloor, reviewConcluded, revisedInFull } from '../shared/rules/act.ts';
import { fairCompetition, materialsComplete, urgentNamedCause } from '../shared/rules/materials.ts';
import {
  adviserOpinionRequired,
  allPointsAnswered,
  extensionPermitted,
  problemsHaveReasons,
  rebuttalRequired,
} from '../shared/rules/review.ts';

export const conclusions = { legal: '合法', 'needs-revision': '应当修改', illegal: '不合法' } as const;
export const passing = ['legal', 'needs-revision'] as const;

/** The review questions (713 art. 27). */
export const questions = {
  powers: '决策事项是否符合法定权限',
  procedure: '决策草案的形成是否履行相关法定程序',
  content: '决策草案内容是否符合有关法律、法规、规章和国家政策的规定',
} as const;

export const parameters = {
  ...spineParameters,
  ...retention(0),
  'review.limit': { value: 15, label: '审查期限', unit: '工作日', citation: citations.townRules, bounds: workdayLimit },
  'review.floor': {
    value: 7,
    label: '审查时间下限',
    unit: '工作日',
    citation: citations.majorMaterials,
    bounds: workdaysOrNone,
    notAbove: 'review.limit',
  },
  'review.extension': {
    value: 5,
    label: '审查期限可延长（一次）',
    unit: '工作日',
    citation: citations.townRules,
    bounds: workdaysOrNone,
  },
  'publicity.limit': {
    value: 20,
    label: '公布期限',
    unit: '工作日',
    citation: citations.publicInformation,
    bounds: workdayLimit,
  },
} as const satisfies Parameters;

const when =
  (field: string) =>
  ({ fields }: ReviewContext) =>
    fields[field] === true;

export const materials: readonly MaterialSpec[] = [
  { kind: 'draft', label: '决策草案', required: true, citation: citations.majorMaterials },
  { kind: 'drafting-notes', label: '履行决策法定程序的说明', required: true, citation: citations.majorMaterials },
  { kind: 'legal-basis', label: '有关法律、法规、规章等依据', required: true, citation: citations.majorMaterials },
  {
    kind: 'consultation',
    label: '公众参与及意见采纳情况',
    required: true,
    condition: '依法不予公开的除外',
    requiredWhen: ({ fields }: ReviewContext) => fields.confidential !== true,
    citation: citations.majorMaterials,
  },
  {
    kind: 'expert-opinion',
    label: '专家论证意见',
    required: false,
    condition: '专业性、技术性较强的',
    requiredWhen: when('technical'),
    citation: citations.majorMaterials,
  },
  {
    kind: 'risk-paper',
    label: '风险评估报告',
    required: false,
    condition: '可能对社会稳定、公共安全等造成不利影响的',
    requiredWhen: when('socialRisk'),
    citation: citations.majorMaterials,
  },
  {
    kind: 'fair-competition',
    label: '公平竞争审查材料',
    required: false,
    condition: '涉及经营者经济活动的',
    requiredWhen: when('affectsMarketEntities'),
    citation: citations.fairCompetition,
  },
];

/**
 * The head of the office speaks last (713 art. 30). Soft, so that minutes that show otherwise can be recorded as they
 * are.
 */
const headSpeaksLast: CaseRule = {
  id: 'deliberation.head-last',
  message: '集体讨论时，行政首长应当最后发表意见；会议记录与此不符的，请写明情况。',
  citation: citations.majorDeliberation,
  strength: 'soft',
  readsPayload: true,
  holds: ({ event }) => event.payload.headSpokeLast !== false,
};

export const adviserRequired = (): boolean => true;

const ownMaterials = materials.filter(({ kind }) => kind !== 'fair-competition');

export const rules = {
  materials: [materialsComplete(ownMaterials, citations.majorMaterials), fairCompetition],
  submit: [urgentNamedCause(['emergency', 'superior-order'], citations.townRules)],
  accept: [],
  reviewer: [],
  findings: [
    allPointsAnswered(questions, citations.majorReviewPoints),
    problemsHaveReasons(questions),
    rebuttalRequired(passing),
  ],
  extension: [extensionPermitted(parameters, citations.townRules)],
  adviserOpinion: adviserOpinionRequired(adviserRequired, citations.majorAdvisers),
  concluded: reviewConcluded({ conclusions, passing, adviserRequired, citation: citations.majorReview }),
} as const;

export const adoptionRules = [revisedInFull('needs-revision', citations.majorReview)];
export const deliberationRules = [deliberationFloor(citations.majorMaterials), headSpeaksLast];
