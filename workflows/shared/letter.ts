/**
 * The text of the opinion letter (审查意见书), assembled from the reviewer's findings and the advisers' points. Each line
 * names the finding or opinion that it is based on: the opinion's id, with `#` and the index of the point.
 */
import type { LetterLine, StepOpinion } from '@lawgate/engine';
import type { ReviewContext } from './context.ts';
import type { Labels } from './words.ts';

export const findingLabels = { ok: '未发现问题', problem: '存在问题', 'not-applicable': '不适用' } as const;

/** The parts of a letter in their order. The unit answers the lines of `opinions` one by one. */
export const letterParts = {
  examination: '审查情况',
  opinions: '审查意见',
  conclusion: '审查结论',
} as const;
export type LetterPart = keyof typeof letterParts;

type Given = Pick<ReviewContext, 'round' | 'reviewer' | 'opinions'>;

/** The reviewer's valid findings of this round, and the advisers' valid opinions. */
export function validOpinions(context: Given, signed: readonly StepOpinion[]) {
  const ofRound = signed.filter(({ round }) => round === context.round);
  const reviewer = ofRound.findLast(({ act, by }) => act === 'reviewer' && by.id === context.reviewer) ?? null;
  const advisers = context.opinions.flatMap(({ by }) => {
    const opinion = ofRound.findLast((each) => each.act === 'adviser' && each.by.id === by);
    return opinion === undefined ? [] : [opinion];
  });
  return { reviewer, advisers };
}

/** The letter as it would be assembled now; empty while there are no findings. */
export function draftLetter(conclusions: Labels, context: Given, signed: readonly StepOpinion[]): LetterLine[] {
  const { reviewer, advisers } = validOpinions(context, signed);
  if (reviewer === null) return [];
  const conclusion = conclusions[reviewer.conclusion] ?? reviewer.conclusion;
  const opinions = [...problemsOf(reviewer), ...advisers.flatMap((opinion) => adviceOf(opinion, reviewer))];
  return [
    ...examined(reviewer),
    ...opinions,
    line('conclusion', sentence(reviewer.text), [reviewer.id]),
    line('conclusion', `审查结论：${conclusion}。`, [reviewer.id]),
  ];
}

/** The lines of the letter that was signed in this round; null where none was. */
export function signedLetter(
  context: Pick<ReviewContext, 'round'>,
  signed: readonly StepOpinion[],
): { readonly opinion: StepOpinion; readonly lines: readonly LetterLine[] } | null {
  const opinion = signed.findLast(({ act, round }) => act === 'director' && round === context.round);
  if (opinion === undefined) return null;
  const lines = opinion.points.filter((point) => typeof point.part === 'string') as unknown as LetterLine[];
  return { opinion, lines };
}

/** The lines of the signed letter that the unit has to answer. */
export function linesToAnswer(context: Pick<ReviewContext, 'round'>, signed: readonly StepOpinion[]): LetterLine[] {
  return (signedLetter(context, signed)?.lines ?? []).filter(({ part }) => part === 'opinions');
}

function line(part: LetterPart, text: string, from: readonly string[]): LetterLine {
  return { part, text, from };
}

function examined(reviewer: StepOpinion): LetterLine[] {
  return reviewer.points.map(({ problem, finding, basis }, index) => {
    const from = [`${reviewer.id}#${index}`];
    const reason = typeof basis === 'string' ? sentence(basis) : '';
    if (typeof finding !== 'string') return line('examination', `${String(problem)}：${reason}`, from);
    const found = findingLabels[finding as keyof typeof findingLabels] ?? finding;
    return line('examination', `${String(problem)}：${found}。${reason}`, from);
  });
}

function problemsOf(reviewer: StepOpinion): LetterLine[] {
  return reviewer.points.flatMap(({ problem, finding, basis }, index) =>
    finding === 'problem'
      ? [line('opinions', `关于“${String(problem)}”：${sentence(String(basis ?? ''))}`, [`${reviewer.id}#${index}`])]
      : [],
  );
}

/**
 * An adviser's opinion that the reviewer rebutted was dealt with in the examination, so the unit does not answer its
 * points.
 */
function adviceOf(opinion: StepOpinion, reviewer: StepOpinion): LetterLine[] {
  const refuted = opinion.conclusion === 'illegal' && reviewer.points.some(({ finding }) => finding === undefined);
  if (refuted || opinion.conclusion === 'agree') return [];
  if (opinion.points.length === 0) return [line('opinions', sentence(opinion.text), [opinion.id])];
  return opinion.points.map((point, index) => line('opinions', pointText(point), [`${opinion.id}#${index}`]));
}

function pointText(point: Readonly<Record<string, unknown>>): string {
  const part = (key: string, before = ''): string => {
    const value = point[key];
    return typeof value === 'string' && value !== '' ? `${before}${sentence(value)}` : '';
  };
  const clause = typeof point.clause === 'string' && point.clause !== '' ? `${point.clause}：` : '';
  return `${clause}${part('problem')}${part('risk', '风险：')}${part('basis', '依据：')}${part('suggestion', '建议：')}`;
}

/** The text, with a full stop added where it has none. */
function sentence(text: string): string {
  return text === '' || /[。！？；.!?]$/u.test(text) ? text : `${text}。`;
}
