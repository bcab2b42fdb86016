/** Rules about the materials that a review needs before it begins. */
import { requiredMaterials, type MaterialSpec } from '@lawgate/engine';
import { citations } from '../citations.ts';
import type { CaseRule, CaseRuleInput, ReviewContext } from '../context.ts';
import { urgentCauses, type UrgentCause } from '../payloads.ts';
import type { Parameters } from '../parameters.ts';
import { valueOf } from '../clocks.ts';

/** All required materials are present; the refusal lists all missing ones at once, by label. */
export function materialsComplete(materials: readonly MaterialSpec[], citation: string | null): CaseRule {
  const missing = ({ context, event }: CaseRuleInput): string[] =>
    requiredMaterials({ materials }, { ...context })
      .filter(({ kind }) => !event.env.documents.some((document) => document.kind === kind))
      .map(({ label }) => label);
  return {
    id: 'materials.complete',
    summary: '必需的送审材料齐全；缺少的一次列明。',
    message: (input) => `送审材料不齐，还缺：${missing(input).join('、')}。请上传后再提交。`,
    citation,
    enforcesMaterials: materials.map(({ kind }) => kind),
    holds: (input) => missing(input).length === 0,
  };
}

const affectsMarketEntities = (context: ReviewContext): boolean => context.fields.affectsMarketEntities === true;

/** A policy that affects competition must not be issued without its own review (公平竞争审查条例 18). */
export const fairCompetition: CaseRule = {
  id: 'materials.fair-competition',
  message: '本事项涉及经营者经济活动，未经公平竞争审查的不得出台，请先上传公平竞争审查材料。',
  citation: citations.fairCompetition,
  enforcesMaterials: ['fair-competition'],
  holds: ({ context, event }) =>
    !affectsMarketEntities(context) || event.env.documents.some(({ kind }) => kind === 'fair-competition'),
};

/**
 * Public consultation of at least 30 days where market entities are concerned (优化营商环境条例 62). Soft: the article says "as
 * a rule" and makes exceptions for secrecy and emergencies; the reason is recorded.
 */
export function consultationLongEnough(parameters: Parameters): CaseRule {
  const least = ({ event }: CaseRuleInput): number => valueOf(parameters, event.env.parameters, 'consultation.days');
  return {
    id: 'materials.consultation-days',
    summary: '与市场主体生产经营活动密切相关的，公开征求意见一般不少于规定天数。',
    message: (input) =>
      `与市场主体生产经营活动密切相关的，公开征求意见一般不少于${least(input)}日，请补足后送审；依法可以缩短的，请写明理由。`,
    citation: citations.businessConsultation,
    strength: 'soft',
    holds: (input) => {
      const days = input.context.fields.consultationDays;
      return !affectsMarketEntities(input.context) || (typeof days === 'number' && days >= least(input));
    },
  };
}

/** Urgent handling only for the causes that the category's rules name (国办发〔2018〕115号). */
export function urgentNamedCause(allowed: readonly UrgentCause[], citation: string): CaseRule {
  return {
    id: 'urgent.named-cause',
    message: `紧急办理仅限于：${allowed.map((cause) => urgentCauses[cause]).join('；')}。请按一般程序送审，或更正紧急事由。`,
    citation,
    readsPayload: true,
    holds: ({ event }) => event.payload.urgent === undefined || allowed.includes(event.payload.urgent.cause),
  };
}

/** Urgent handling must be approved no later than the day on which it is requested. */
export const urgentApprovedBefore: CaseRule = {
  id: 'urgent.approved-before',
  message: '紧急办理的批准日期晚于今天，请先报经批准，再按紧急程序送审。',
  citation: citations.townRules,
  readsPayload: true,
  holds: ({ event }) => !(event.payload.urgent?.approvedOn > event.env.today),
};
