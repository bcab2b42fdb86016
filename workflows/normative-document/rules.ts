/** Rules of a normative document's review that the spine does not have. */
import type { MaterialSpec } from '@lawgate/engine';
import { citations } from '../shared/citations.ts';
import type { CaseRule, CaseRuleInput, ReviewContext } from '../shared/context.ts';
import {
  dayLimit,
  months,
  type Parameters,
  retention,
  spineParameters,
  workdayLimit,
  workdaysOrNone,
  years,
} from '../shared/parameters.ts';
import { deliberationFloor, reviewConcluded, revisedInFull } from '../shared/rules/act.ts';
import {
  consultationLongEnough,
  fairCompetition,
  materialsComplete,
  urgentNamedCause,
} from '../shared/rules/materials.ts';
import {
  adviserOpinionRequired,
  allPointsAnswered,
  extensionPermitted,
  problemsHaveReasons,
  rebuttalRequired,
} from '../shared/rules/review.ts';
import { furtherFilingParameters } from '../shared/states/filing.ts';
import { valueOf } from '../shared/clocks.ts';

const source = citations.normativeReview;

export const conclusions = { legal: '合法', 'needs-revision': '应当修改', illegal: '不合法' } as const;
export const passing = ['legal', 'needs-revision'] as const;

/** The seven questions of 国办发〔2018〕115号. */
export const questions = {
  body: '制定主体是否合法',
  powers: '是否超越制定机关法定职权',
  'higher-law': '内容是否符合宪法、法律、法规、规章和国家政策规定',
  'created-powers': '是否违法设立行政许可、行政处罚、行政强制、行政征收、行政收费等事项',
  rights: '是否存在没有法律、法规依据作出减损公民、法人和其他组织合法权益或者增加其义务的情形',
  gain: '是否存在没有法律、法规依据作出增加本单位权力或者减少本单位法定职责的情形',
  procedure: '是否违反规范性文件制定程序',
} as const;

export const parameters = {
  ...spineParameters,
  ...retention(0),
  'review.limit': { value: 15, label: '审查期限', unit: '工作日', citation: source, bounds: workdayLimit },
  'review.floor': {
    value: 5,
    label: '审查时间下限',
    unit: '工作日',
    citation: source,
    bounds: workdaysOrNone,
    notAbove: 'review.limit',
  },
  'review.extension': { value: 0, label: '审查期限可延长', unit: '工作日', citation: source, bounds: workdaysOrNone },
  'consultation.days': {
    value: 30,
    label: '公开征求意见期限',
    unit: '日',
    citation: citations.businessConsultation,
    bounds: dayLimit,
  },
  'publicity.limit': {
    value: 20,
    label: '公开期限',
    unit: '工作日',
    citation: citations.publicInformation,
    bounds: workdayLimit,
  },
  'filing.limit': {
    value: 15,
    label: '公布后备案期限',
    unit: '日',
    citation: citations.normativeManagement,
    bounds: dayLimit,
  },
  ...furtherFilingParameters,
  'promulgation.signature-required': {
    value: 0,
    label: '公布时须登记签发人和签发日期（1 是，0 否）',
    unit: '是否',
    citation: citations.normativeManagement,
    bounds: { min: 0, max: 1 },
  },
  'promulgation.registration-required': {
    value: 0,
    label: '公布时须登记统一登记号（1 是，0 否）',
    unit: '是否',
    citation: citations.normativeManagement,
    bounds: { min: 0, max: 1 },
  },
  'validity.years': { value: 5, label: '有效期', unit: '年', citation: citations.townRules, bounds: years },
  'validity.trial-years': {
    value: 2,
    label: '有效期（试行、暂行）',
    unit: '年',
    citation: citations.townRules,
    bounds: years,
  },
  'validity.evaluation-months': {
    value: 6,
    label: '有效期届满前的评估期',
    unit: '月',
    citation: citations.townRules,
    bounds: months,
  },
} as const satisfies Parameters;

export const materials: readonly MaterialSpec[] = [
  { kind: 'draft', label: '文件送审稿及电子文本', required: true, citation: source },
  { kind: 'drafting-notes', label: '起草说明', required: true, citation: source },
  { kind: 'legal-basis', label: '制定依据对照表', required: true, citation: source },
  { kind: 'consultation', label: '征求意见及采纳情况', required: true, citation: source },
  {
    kind: 'fair-competition',
    label: '公平竞争审查材料',
    required: false,
    condition: '涉及经营者经济活动的',
    requiredWhen: ({ fields }: ReviewContext) => fields.affectsMarketEntities === true,
    citation: citations.fairCompetition,
  },
  { kind: 'unit-opinion', label: '起草单位的合法性审核意见', required: false, condition: '起草单位有法制机构的' },
  { kind: 'expert-opinion', label: '专家论证材料', required: false, condition: '经过专家论证的' },
  { kind: 'hearing-record', label: '听证材料', required: false, condition: '经过听证的' },
  { kind: 'risk-paper', label: '风险评估材料', required: false, condition: '经过风险评估的' },
];

/** A matter that turns out not to be a normative document is declined with a recorded reason and not reviewed. */
const isNormativeDocument: CaseRule = {
  id: 'identification.is-normative',
  message: '送审单位的认定结果为不属于规范性文件，不能受理；请作不予审核处理并写明理由。',
  citation: citations.normativeManagement,
  holds: ({ context }) => {
    const { isNormative, identification } = context.fields as {
      isNormative: boolean;
      identification: Readonly<Record<string, boolean>>;
    };
    return isNormative && Object.values(identification).every((answer) => answer);
  },
};

const asked = ({ event }: CaseRuleInput, key: keyof typeof parameters): boolean =>
  valueOf(parameters, event.env.parameters, key) > 0;

/**
 * Deliberated, then signed by the head, then published (国办发〔2018〕37号). Off by default: some towns record the signature
 * elsewhere.
 */
const signedByHead: CaseRule = {
  id: 'promulgation.signed-by-head',
  message: '规范性文件经集体审议后由主要负责人签发，方可公布，请填写签发人和签发日期。',
  citation: citations.normativeManagement,
  readsPayload: true,
  holds: (input) => {
    const { signedBy, signedOn } = input.event.payload;
    return !asked(input, 'promulgation.signature-required') || (signedBy !== undefined && signedOn !== undefined);
  },
};

/** The head signs on or after the day of the opinion letter and on or before the day of publication. */
const signedInOrder: CaseRule = {
  id: 'promulgation.signed-in-order',
  message: '签发日期应当不早于审查意见书签发之日，不晚于公布日期，请核对。',
  citation: citations.normativeManagement,
  readsPayload: true,
  holds: ({ context, event: { payload } }) =>
    payload.signedOn === undefined || (payload.signedOn >= (context.signedOn ?? '') && payload.signedOn <= payload.on),
};

/** 统一登记、统一编号、统一公布: registered before it is published, where the town keeps its own register of documents. */
const registered: CaseRule = {
  id: 'promulgation.registered',
  message: '规范性文件实行统一登记、统一编号、统一公布，请填写统一登记号后再公布。',
  citation: citations.normativeManagement,
  readsPayload: true,
  holds: (input) =>
    !asked(input, 'promulgation.registration-required') || input.event.payload.registrationNumber !== undefined,
};

export const promulgationRules = [signedByHead, signedInOrder, registered];

/** Every normative document is reviewed with a legal adviser. */
export const adviserRequired = (): boolean => true;

const ownMaterials = materials.filter(({ kind }) => kind !== 'fair-competition');

export const rules = {
  materials: [materialsComplete(ownMaterials, source), fairCompetition],
  submit: [consultationLongEnough(parameters), urgentNamedCause(['emergency', 'superior-order'], source)],
  accept: [isNormativeDocument],
  reviewer: [],
  findings: [allPointsAnswered(questions, source), problemsHaveReasons(questions), rebuttalRequired(passing)],
  extension: [extensionPermitted(parameters, source)],
  adviserOpinion: adviserOpinionRequired(adviserRequired, citations.advisers),
  concluded: reviewConcluded({ conclusions, passing, adviserRequired, citation: source }),
} as const;

export const adoptionRules = [revisedInFull('needs-revision', source)];
export const deliberationRules = [deliberationFloor(source)];
