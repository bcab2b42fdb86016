/** Rules of the review itself: advisers, findings, rebuttal, extension. */
import { citations } from '../citations.ts';
import type { CaseRule, CaseRuleInput, ReviewContext } from '../context.ts';
import { validOpinions } from '../letter.ts';
import type { Parameters } from '../parameters.ts';
import type { Labels } from '../words.ts';
import { valueOf } from '../clocks.ts';

/** Only advisers of the town who have no other part in the case and did not recuse themselves, each at most once. */
export const advisersEligible: CaseRule = {
  id: 'advisers.eligible',
  summary: '法律顾问须在本镇名册内，不是承办人、审查人，未回避，不重复。',
  message: (input) => `不能指派：${ineligible(input).join('；')}。请另选法律顾问。`,
  citation: citations.lawyers,
  readsPayload: true,
  holds: (input) => ineligible(input).length === 0,
};

function ineligible({ context, event }: CaseRuleInput): string[] {
  const chosen: string[] = event.payload.advisers;
  return chosen.flatMap((id, index) => {
    const person = event.env.people[id];
    if (person === undefined || !person.roles.includes('adviser')) return [`“${id}”不是本镇的法律顾问`];
    if (chosen.indexOf(id) !== index) return [`${person.name}重复`];
    if (id === context.drafter || id === context.handedInBy) return [`${person.name}是本案的承办人`];
    if (id === event.env.actor.id || id === context.reviewer) return [`${person.name}是本案的审查人`];
    if (event.recused.includes(id)) return [`${person.name}已就本案回避`];
    return [];
  });
}

/** Advisers of this round who still have to give their opinion. */
export function outstandingAdvisers({ advisers, opinions }: ReviewContext): string[] {
  return advisers.filter((adviser) => !opinions.some((opinion) => opinion.adviser === adviser));
}

/**
 * The adviser's opinion comes before the reviewer's: every assigned adviser has given one, and there is at least one
 * where an adviser is mandatory.
 */
export function adviserOpinionRequired(required: (context: ReviewContext) => boolean, citation: string): CaseRule {
  return {
    id: 'adviser-opinion.required',
    summary: '应当听取法律顾问意见的须有其意见；已指派的须全部出具。',
    message: ({ context }) =>
      context.advisers.length === 0
        ? '本事项应当先听取法律顾问意见，请先指派法律顾问。'
        : '已指派的法律顾问尚未全部出具意见，请待其出具意见后，再提出审查意见。',
    citation,
    holds: ({ context }) =>
      outstandingAdvisers(context).length === 0 && (context.opinions.length > 0 || !required(context)),
  };
}

/** Every review question of the category is answered, so that the reviewer can prove it later. */
export function allPointsAnswered(questions: Labels, citation: string): CaseRule {
  const missing = ({ event }: CaseRuleInput): string[] => {
    const answered: { point: string }[] = event.payload.points;
    return Object.keys(questions)
      .filter((key) => !answered.some(({ point }) => point === key))
      .map((key) => questions[key] ?? key);
  };
  return {
    id: 'findings.all-points',
    summary: '审查要点逐项填写。',
    message: (input) => `审查要点应当逐项填写，还缺：${missing(input).join('、')}。`,
    citation,
    readsPayload: true,
    holds: (input) => missing(input).length === 0,
  };
}

/** A finding of "problem" needs a reason. */
export function problemsHaveReasons(questions: Labels): CaseRule {
  const bare = ({ event }: CaseRuleInput): string[] => {
    const points: { point: string; finding: string; reason?: string }[] = event.payload.points;
    return points
      .filter(({ finding, reason }) => finding === 'problem' && reason === undefined)
      .map(({ point }) => questions[point] ?? point);
  };
  return {
    id: 'findings.problem-needs-reason',
    summary: '认定存在问题的写明理由。',
    message: (input) => `认定存在问题的，应当写明理由：${bare(input).join('、')}。`,
    citation: null,
    readsPayload: true,
    holds: (input) => bare(input).length === 0,
  };
}

/**
 * When an adviser finds the matter illegal and the reviewer lets it pass, a reasoned rebuttal is required
 * (中办发〔2016〕30号).
 */
export function rebuttalRequired(passing: readonly string[]): CaseRule {
  return {
    id: 'rebuttal.required',
    message: '法律顾问认为不合法，而审查结论与之相反，请写明不采纳法律顾问意见的理由和依据。',
    citation: citations.advisers,
    readsPayload: true,
    holds: ({ context, event }) =>
      !foundIllegalByAdviser(context) ||
      !passing.includes(event.payload.conclusion) ||
      event.payload.rebuttal !== undefined,
  };
}

/**
 * Each line of the letter names a finding or an opinion of this round that it is based on. Soft: a director who must
 * add a line of their own gives a reason.
 */
export const letterRestsOnOpinions: CaseRule = {
  id: 'letter.sources',
  summary: '审查意见书的每句话以本轮的审查情况或者法律顾问意见为依据。',
  message: (input) =>
    `审查意见书第${unfounded(input).join('、')}句没有写明依据的审查情况或者法律顾问意见，或者依据不存在；确需写入的，请写明理由。`,
  citation: citations.townRules,
  strength: 'soft',
  readsPayload: true,
  holds: (input) => unfounded(input).length === 0,
};

/** Numbers, from 1, of the lines that are based on nothing in this round. */
function unfounded({ context, event }: CaseRuleInput): number[] {
  const lines: readonly { from: readonly string[] }[] = event.payload.letter?.lines ?? [];
  const { reviewer, advisers } = validOpinions(context, event.env.opinions ?? []);
  const opinions = reviewer === null ? advisers : [reviewer, ...advisers];
  const exists = (ref: string): boolean => {
    const [id, point] = ref.split('#');
    const opinion = opinions.find((each) => each.id === id);
    return opinion !== undefined && (point === undefined || opinion.points[Number(point)] !== undefined);
  };
  return lines.flatMap(({ from }, index) => (from.length > 0 && from.every(exists) ? [] : [index + 1]));
}

export function foundIllegalByAdviser({ opinions }: ReviewContext): boolean {
  return opinions.some(({ conclusion }) => conclusion === 'illegal');
}

/** At most one extension of the review in a round. */
export const extensionOnce: CaseRule = {
  id: 'extension.once',
  message: '审查期限只能延长一次，本轮审查已延长过。',
  citation: citations.townRules,
  holds: ({ context }) => !context.extended,
};

/** A category whose limit is a legal maximum sets an extension of 0 days, which means none. */
export function extensionPermitted(parameters: Parameters, citation: string): CaseRule {
  return {
    id: 'extension.permitted',
    message: '本类事项的审查期限已是最长期限，不得延长。',
    citation,
    holds: ({ event }) => valueOf(parameters, event.env.parameters, 'review.extension') > 0,
  };
}
