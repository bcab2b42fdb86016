/** Rules of an enforcement decision's review that the spine does not have. */
import type { MaterialSpec, RecordingSpec } from '@lawgate/engine';
import { citations } from '../shared/citations.ts';
import type { CaseRule, CaseRuleInput, ReviewContext } from '../shared/context.ts';
import {
  dayLimit,
  daysOrNone,
  type Parameters,
  retention,
  spineParameters,
  workdayLimit,
  workdaysOrNone,
} from '../shared/parameters.ts';
import { reviewConcluded } from '../shared/rules/act.ts';
import { materialsComplete, urgentNamedCause } from '../shared/rules/materials.ts';
import {
  adviserOpinionRequired,
  allPointsAnswered,
  extensionPermitted,
  problemsHaveReasons,
  rebuttalRequired,
} from '../shared/rules/review.ts';

const source = citations.penaltyReview;

export const conclusions = { agree: '同意', problems: '存在问题' } as const;
export const passing = ['agree'] as const;

/** Follow-up required for a decision with problems. */
export const problemKinds = {
  investigate: '补充调查',
  procedure: '纠正程序',
  grounds: '变更定性或依据',
  discretion: '变更裁量',
  transfer: '移送有管辖权的机关',
} as const;

/** The eight points of 国办发〔2018〕118号. */
export const questions = {
  body: '执法主体是否合法',
  officers: '执法人员是否具备执法资格',
  procedure: '执法程序是否合法',
  evidence: '案件事实是否清楚，证据是否合法充分',
  law: '适用法律、法规、规章是否准确，裁量基准运用是否适当',
  powers: '执法是否超越执法机关法定权限',
  papers: '行政执法文书是否完备、规范',
  transfer: '违法行为是否涉嫌犯罪、需要移送司法机关',
} as const;

export const triggers = {
  'major-public-interest': '涉及重大公共利益',
  'after-hearing': '直接关系当事人或者第三人重大权益，经过听证程序',
  'difficult-case': '案件情况疑难复杂、涉及多个法律关系',
  'by-law': '法律、法规规定应当进行法制审核的其他情形',
} as const;

export const parameters = {
  ...spineParameters,
  ...retention(30),
  'review.limit': { value: 5, label: '审核期限', unit: '工作日', citation: citations.townRules, bounds: workdayLimit },
  'review.extension': {
    value: 5,
    label: '审核期限可延长（一次）',
    unit: '工作日',
    citation: citations.townRules,
    bounds: workdaysOrNone,
  },
  'statutory.limit': { value: 90, label: '办案期限', unit: '日', citation: citations.penaltyTime, bounds: dayLimit },
  'service.limit': {
    value: 7,
    label: '送达期限',
    unit: '工作日',
    citation: citations.penaltyService,
    bounds: workdayLimit,
  },
  'statutory.window': {
    value: 15,
    label: '办案期限提前提醒',
    unit: '日',
    citation: citations.townRules,
    bounds: daysOrNone,
  },
  'publicity.limit': {
    value: 7,
    label: '公示期限（行政处罚、行政许可）',
    unit: '工作日',
    citation: citations.penaltyPublicity,
    bounds: workdayLimit,
  },
  'publicity.limit.other': {
    value: 20,
    label: '公示期限（其他执法决定）',
    unit: '工作日',
    citation: citations.enforcementPublicity,
    bounds: workdayLimit,
  },
} as const satisfies Parameters;

/**
 * Stages that must be recorded in full (行政执法全过程记录), each with the material or event that shows that the case passed it.
 */
export const recordings: readonly RecordingSpec[] = [
  {
    stage: 'inspection',
    label: '检查、调查取证',
    materials: ['investigation-report'],
    citation: citations.enforcementPublicity,
  },
  { stage: 'notice', label: '告知', materials: ['notice'], citation: citations.enforcementPublicity },
  { stage: 'hearing', label: '听证', materials: ['hearing-record'], citation: citations.enforcementPublicity },
  { stage: 'service', label: '送达', events: ['decision.serve'], citation: citations.enforcementPublicity },
];

export const materials: readonly MaterialSpec[] = [
  { kind: 'investigation-report', label: '调查终结报告', required: true, citation: source },
  { kind: 'draft', label: '拟作出的执法决定书', required: true, citation: source },
  { kind: 'evidence', label: '全部证据材料', required: true, citation: source },
  { kind: 'notice', label: '告知书及陈述、申辩材料', required: true, citation: source },
  { kind: 'av-index', label: '执法音像记录目录', required: true, citation: citations.enforcementPublicity },
  {
    kind: 'hearing-record',
    label: '听证笔录',
    required: false,
    condition: '经过听证程序的',
    requiredWhen: ({ fields }: ReviewContext) => fields.trigger === 'after-hearing',
    citation: citations.penaltyHearing,
  },
  { kind: 'appraisal', label: '鉴定、检测、评估意见', required: false, condition: '经过鉴定、检测、评估的' },
  {
    kind: 'collective-discussion',
    label: '负责人集体讨论笔录',
    required: false,
    condition: '情节复杂或者重大违法行为的',
    citation: citations.penaltyDecision,
  },
];

interface EnforcementPeople {
  readonly handler?: string;
  readonly hearingHost?: string;
}

const peopleOf = ({ context }: CaseRuleInput): EnforcementPeople => context.fields;

/** The investigator must not preside over the hearing (行政处罚法 64). */
const handlerNotHost: CaseRule = {
  id: 'separation.handler-not-host',
  message: '听证应当由非本案调查人员主持，承办人、办案人员与听证主持人不能是同一人，请更正。',
  citation: citations.penaltyHearing,
  holds: (input) => {
    const { handler, hearingHost } = peopleOf(input);
    return hearingHost === undefined || (hearingHost !== handler && hearingHost !== input.context.drafter);
  },
};

/** Handler, reviewer and hearing host must be three different people. */
const handlerReviewerHost: CaseRule = {
  id: 'separation.handler-reviewer-host',
  message: '您是本案的办案人员或者听证主持人，不能同时担任审核人员，请由其他审查人办理。',
  citation: `${source}、第六十四条`,
  holds: (input) => {
    const { handler, hearingHost } = peopleOf(input);
    const { id } = input.event.env.actor;
    return id !== handler && id !== hearingHost;
  },
};

/**
 * A first-time reviewer of enforcement decisions must hold the national legal qualification (行政处罚法 58). Reviewers who
 * did so before the article came into force record that as their qualification.
 */
const nationalLegalQualification: CaseRule = {
  id: 'qualification.national-legal',
  message:
    '初次从事行政处罚决定法制审核的人员，应当通过国家统一法律职业资格考试取得法律职业资格，请由具备资格的审查人办理。',
  citation: source,
  holds: ({ event }) =>
    (event.env.actor.qualifications ?? []).some(
      (qualification) => qualification === 'national-legal' || qualification === 'enforcement-review-experience',
    ),
};

/** The statutory clock counts from the day of filing the case, so that day must not be in the future. */
const caseFiledInPast: CaseRule = {
  id: 'dates.case-filed',
  message: '立案日期晚于今天，请核对。',
  citation: citations.penaltyTime,
  holds: ({ context, event }) => {
    const { caseFiledOn } = context.fields as { caseFiledOn?: string };
    return caseFiledOn === undefined || caseFiledOn <= event.env.today;
  },
};

/** Every major enforcement decision is reviewed with a legal adviser. */
export const adviserRequired = (): boolean => true;

/** The clock of the case started at the submission and is not set back, so its filing day can no longer change. */
const caseFilingDayKept: CaseRule = {
  id: 'amend.case-filing-day-kept',
  message: '送审后已按当时所填的立案日期计算办案期限，立案日期不能修改；填写有误的，请归档后另行送审。',
  citation: citations.penaltyTime,
  readsPayload: true,
  holds: ({ context, event }) =>
    context.handedInBy === null || context.fields.caseFiledOn === event.payload.caseFiledOn,
};

export const rules = {
  materials: [materialsComplete(materials, source)],
  submit: [
    handlerNotHost,
    caseFiledInPast,
    urgentNamedCause(['emergency', 'statutory-deadline'], citations.penaltyUrgency),
  ],
  accept: [],
  reviewer: [handlerReviewerHost, nationalLegalQualification],
  findings: [
    allPointsAnswered(questions, citations.enforcementPublicity),
    problemsHaveReasons(questions),
    rebuttalRequired(passing),
  ],
  extension: [extensionPermitted(parameters, citations.townRules)],
  amend: [caseFilingDayKept],
  adviserOpinion: adviserOpinionRequired(adviserRequired, citations.advisers),
  concluded: reviewConcluded({ conclusions, passing, adviserRequired, citation: source }),
} as const;
