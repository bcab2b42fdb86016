/** The papers of a category: those of the spine, with the category's own questions, conclusions and materials. */
import type { LetterSpec, PaperSpec } from '@lawgate/engine';
import type { ReviewContext } from '../context.ts';
import { draftLetter, letterParts, signedLetter } from '../letter.ts';
import type { Labels } from '../words.ts';
import { advicePapers } from './advice.ts';
import { letterPapers } from './letter.ts';
import { noticePapers } from './notices.ts';
import { sheetPapers } from './sheets.ts';
import { slipPapers } from './slips.ts';
import type { PaperPlan } from './wording.ts';

/** @param events events of the category; a paper whose event is missing here is left out */
export function papersOf(plan: PaperPlan, events: Readonly<Record<string, unknown>>): PaperSpec[] {
  const all = [
    ...noticePapers(plan),
    ...advicePapers(plan),
    ...letterPapers(plan),
    ...sheetPapers(plan),
    ...slipPapers,
  ];
  return all.filter(({ event }) => event === null || event in events);
}

export function letterSpec(conclusions: Labels): LetterSpec {
  return {
    parts: letterParts,
    answered: 'opinions',
    draft: (context: ReviewContext, signed) => draftLetter(conclusions, context, signed),
    // A letter that the leader sent back has no valid signature any more.
    signed: (context: ReviewContext, signed) =>
      context.director === null ? null : (signedLetter(context, signed)?.lines ?? null),
  };
}
