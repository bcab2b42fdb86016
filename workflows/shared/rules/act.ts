/** Rules between the opinion letter and the act: nothing is deliberated, promulgated, signed or decided past them. */
import type { CaseRule, CaseRuleInput, ReviewContext } from '../context.ts';
import { adoptionLabels } from '../payloads.ts';
import type { Labels } from '../words.ts';

export interface ConcludedPlan {
  readonly conclusions: Labels;
  /** Conclusions after which the matter may go on. */
  readonly passing: readonly string[];
  readonly adviserRequired: (context: ReviewContext) => boolean;
  readonly citation: string;
}

/** Not reviewed, or found illegal: no deliberation, no signing, no decision (国办发〔2018〕115号; 国务院令713 art. 25; 行政处罚法 58). */
export function reviewConcluded(plan: ConcludedPlan): CaseRule {
  return {
    id: 'review.concluded',
    summary: '未经合法性审查或者审查未通过的，不得审议、签订、作出决定。',
    message: ({ context }) =>
      context.signedOn !== null && context.conclusion !== null && !plan.passing.includes(context.conclusion)
        ? `审查结论为“${plan.conclusions[context.conclusion] ?? context.conclusion}”，不得提交审议、签订或者作出决定，请修改后重新送审。`
        : '尚未经合法性审查并签发审查意见书，不得提交审议、签订或者作出决定。',
    citation: plan.citation,
    holds: ({ context }) =>
      context.signedOn !== null &&
      context.director !== null &&
      plan.passing.includes(context.conclusion ?? '') &&
      (context.opinions.length > 0 || !plan.adviserRequired(context)),
  };
}

/** The opinion letter is answered before the matter goes on. */
export function adoptionRecorded(citation: string): CaseRule {
  return {
    id: 'adoption.recorded',
    message: '请先反馈审查意见的采纳情况，再办理后续事项。',
    citation,
    holds: ({ context }) => context.adoption !== null,
  };
}

/** Not fully adopted: the written reasons go with the file (国办发〔2018〕115号). */
export function adoptionReasons(citation: string): CaseRule {
  return {
    id: 'adoption.reasons',
    summary: '未全部采纳的，写明理由和依据，随材料提交。',
    message: ({ event }) =>
      `${adoptionLabels[event.payload.adoption as keyof typeof adoptionLabels]}审查意见的，应当写明理由和依据，随材料一并提交。`,
    citation,
    readsPayload: true,
    holds: ({ event }) => event.payload.adoption === 'full' || event.payload.reasons !== undefined,
  };
}

/**
 * "Needs revision" goes on when it is revised in full, and otherwise comes back as a new round. Soft, because the law
 * lets a unit go on in special circumstances with its reasons (国办发〔2018〕115号).
 */
export function revisedInFull(revision: string, citation: string): CaseRule {
  return {
    id: 'adoption.revised-in-full',
    message: '审查结论为应当修改，未全部采纳的应当修改后重新送审；因特殊情况须继续提请审议的，请写明理由。',
    citation,
    strength: 'soft',
    readsPayload: true,
    holds: ({ context, event }) => context.conclusion !== revision || event.payload.adoption === 'full',
  };
}

/** A new round is for what has to be revised; a favourable letter needs none. */
export function revisionCalledFor(revision: string | null): CaseRule {
  return {
    id: 'round.revision-called-for',
    message: '审查结论不要求修改，无需重新送审，请反馈采纳情况。',
    citation: null,
    holds: ({ context }) => revision !== null && context.conclusion === revision,
  };
}

/**
 * The day of an act is not in the future, and not before the opinion letter or the act on which it follows.
 *
 * @param field key of the payload that holds the day
 */
export function datesPlausible(field: 'on' | 'heldOn' = 'on'): CaseRule {
  const earliest = ({ context }: CaseRuleInput): string => {
    const signedOn = context.signedOn ?? '';
    return context.actOn !== null && context.actOn > signedOn ? context.actOn : signedOn;
  };
  return {
    id: 'dates.plausible',
    summary: '日期不晚于今天，不早于审签和前一环节。',
    message: (input) =>
      input.event.payload[field] > input.event.facts.today
        ? `日期 ${input.event.payload[field]} 晚于今天，请核对。`
        : `日期 ${input.event.payload[field]} 早于前一环节的日期 ${earliest(input)}，请核对。`,
    citation: null,
    readsPayload: true,
    holds: (input) => {
      const day: string = input.event.payload[field];
      return day <= input.event.facts.today && day >= earliest(input);
    },
  };
}

/** A meeting before the floor of working days warns; named emergencies have no floor (国办发〔2018〕115号). */
export function deliberationFloor(citation: string): CaseRule {
  return {
    id: 'deliberation.floor',
    summary: '审查时间下限届满前不宜审议。',
    message: ({ event }) =>
      `审查时间不少于规定的工作日，${event.facts.clocks.review?.floorOn ?? ''}之前不宜审议；确需提前的，请写明理由。`,
    citation,
    strength: 'soft',
    readsPayload: true,
    holds: ({ context, event }) => {
      const floorOn = event.facts.clocks.review?.floorOn;
      return context.urgent || floorOn === undefined || event.payload.heldOn >= floorOn;
    },
  };
}
