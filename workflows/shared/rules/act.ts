/**
 * Rules between the opinion letter and the act. Deliberation, promulgation, signing and decision are refused while one
 * of them is violated.
 */
import type { CaseRule, CaseRuleInput, ReviewContext } from '../context.ts';
import { linesToAnswer } from '../letter.ts';
import { adoptionLabels } from '../payloads.ts';
import type { Labels } from '../words.ts';

export interface ConcludedPlan {
  readonly conclusions: Labels;
  /** Conclusions after which the matter may go on. */
  readonly passing: readonly string[];
  readonly adviserRequired: (context: ReviewContext) => boolean;
  readonly citation: string;
}

/**
 * Not reviewed, or found illegal: no deliberation, no signing, no decision (国办发〔2018〕115号; 国务院令713 art. 25; 行政处罚法 58).
 */
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

/** The unit answers the opinion letter before the matter continues. */
export function adoptionRecorded(citation: string): CaseRule {
  return {
    id: 'adoption.recorded',
    message: '请先反馈审查意见的采纳情况，再办理后续事项。',
    citation,
    holds: ({ context }) => context.adoption !== null,
  };
}

/** Not fully adopted: written reasons are required (国办发〔2018〕115号). */
export function adoptionReasons(citation: string): CaseRule {
  return {
    id: 'adoption.reasons',
    summary: '未全部采纳的，写明理由和依据，随材料提交。',
    message: ({ event }) =>
      `${adoptionLabels[event.payload.adoption as keyof typeof adoptionLabels]}审查意见的，应当写明理由和依据，随材料一并提交。`,
    citation,
    readsPayload: true,
    holds: ({ event }) =>
      event.payload.adoption === 'full' ||
      event.payload.reasons !== undefined ||
      reasonsByLine(event.payload.lines ?? []),
  };
}

type Adopted = keyof typeof adoptionLabels;

interface AdoptionLine {
  readonly line?: number;
  readonly adopted: boolean | Adopted;
  readonly reason?: string;
}

function adoptedOf({ adopted }: AdoptionLine): Adopted {
  if (typeof adopted === 'boolean') return adopted ? 'full' : 'none';
  return adopted;
}

/** Reasons may be given line by line instead. */
function reasonsByLine(lines: readonly AdoptionLine[]): boolean {
  const open = lines.filter((line) => adoptedOf(line) !== 'full');
  return open.length > 0 && open.every(({ reason }) => reason !== undefined);
}

/**
 * Answers to lines of the letter, if any: each line at most once, no line that does not exist, each with its reason.
 */
export function adoptionLines(citation: string): CaseRule {
  return {
    id: 'adoption.lines',
    summary: '逐条反馈的，审查意见书的每条意见各反馈一次；未采纳或者部分采纳的写明理由；与总体采纳情况一致。',
    message: (input) => linesFault(input) ?? '',
    citation,
    readsPayload: true,
    holds: (input) => linesFault(input) === null,
  };
}

function linesFault({ context, event }: CaseRuleInput): string | null {
  const lines: readonly AdoptionLine[] = event.payload.lines ?? [];
  const numbered = lines.filter(({ line }) => line !== undefined);
  if (numbered.length === 0) return null;
  const asked = linesToAnswer(context, event.env.opinions ?? []).length;
  const beyond = numbered.filter(({ line = 0 }) => line > asked).map(({ line }) => line);
  if (beyond.length > 0) return `审查意见书只有${asked}条意见，没有第${beyond.join('、')}条，请核对序号。`;
  const given = numbered.map(({ line = 0 }) => line);
  const twice = given.filter((line, index) => given.indexOf(line) !== index);
  if (twice.length > 0) return `第${[...new Set(twice)].join('、')}条意见反馈了两次，请只保留一次。`;
  const missing = Array.from({ length: asked }, (_, index) => index + 1).filter((line) => !given.includes(line));
  if (missing.length > 0) return `还有第${missing.join('、')}条意见没有反馈，请逐条反馈。`;
  const bare = numbered.filter((line) => adoptedOf(line) !== 'full' && line.reason === undefined);
  if (bare.length > 0) {
    return `第${bare.map(({ line }) => line).join('、')}条意见未采纳或者部分采纳，请写明理由和依据。`;
  }
  const kinds = new Set(lines.map(adoptedOf));
  const [only] = kinds;
  const whole: Adopted = kinds.size === 1 && only !== undefined ? only : 'partial';
  return whole === event.payload.adoption
    ? null
    : `逐条反馈的结果为${adoptionLabels[whole]}，与所选的${adoptionLabels[event.payload.adoption as Adopted]}不一致，请核对。`;
}

/**
 * "Needs revision" continues only when revised in full; otherwise the case begins a new round. Soft, because a unit may
 * continue in special circumstances with its reasons (国办发〔2018〕115号).
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

/** A new round is for a letter that requires revision; a favourable letter needs none. */
export function revisionCalledFor(revision: string | null): CaseRule {
  return {
    id: 'round.revision-called-for',
    message: '审查结论不要求修改，无需重新送审，请反馈采纳情况。',
    citation: null,
    holds: ({ context }) => revision !== null && context.conclusion === revision,
  };
}

/**
 * The day of an act is not in the future, and not before the opinion letter or the act that it follows.
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
      input.event.payload[field] > input.event.env.today
        ? `日期 ${input.event.payload[field]} 晚于今天，请核对。`
        : `日期 ${input.event.payload[field]} 早于前一环节的日期 ${earliest(input)}，请核对。`,
    citation: null,
    readsPayload: true,
    holds: (input) => {
      const day: string = input.event.payload[field];
      return day <= input.event.env.today && day >= earliest(input);
    },
  };
}

/** A meeting before the floor of working days warns; named emergencies have no floor (国办发〔2018〕115号). */
export function deliberationFloor(citation: string): CaseRule {
  return {
    id: 'deliberation.floor',
    summary: '审查时间下限届满前不宜审议。',
    message: ({ event }) =>
      `审查时间不少于规定的工作日，${event.env.clocks.review?.floorOn ?? ''}之前不宜审议；确需提前的，请写明理由。`,
    citation,
    strength: 'soft',
    readsPayload: true,
    holds: ({ context, event }) => {
      const floorOn = event.env.clocks.review?.floorOn;
      return context.urgent || floorOn === undefined || event.payload.heldOn >= floorOn;
    },
  };
}
