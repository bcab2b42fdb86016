/** 修改送审信息: the submitter corrects title and fields while the case is with them; afterwards they stay as submitted. */
import { effect, gate, update, type EventSpec } from '@lawgate/engine';
import type { z } from 'zod';
import type { CaseRule, ReviewContext } from './context.ts';
import type { State, States, Transition } from './machine.ts';
import { ownCase } from './rules/separation.ts';
import { text } from './words.ts';

/**
 * The payload is what a new case is given: the title and all fields; one that is left out falls back to its default.
 */
export function amendEvent(fields: z.ZodObject, examples: readonly Record<string, unknown>[]): EventSpec {
  return {
    label: '修改送审信息',
    by: ['submitter'],
    payload: fields.extend({ title: text('事项名称', 200) }),
    examples: examples.map((given) => ({ ...given, title: '关于某事项的送审稿' })),
  };
}

/** What was handed in is what is received and reviewed; for a supplement, materials are added and nothing else. */
const beforeSubmission: CaseRule = {
  id: 'amend.before-submission',
  message: '案件已经送审，送审信息不能再修改；填写有误的，请在受理前撤回，复制本案的送审信息重新送审。',
  citation: null,
  holds: () => false,
};

const amended = [
  update<ReviewContext>(({ event }) => {
    const { title: _title, ...fields } = event.payload;
    return { fields };
  }),
  effect<ReviewContext>(({ event }) => ({ type: 'retitle', title: event.payload.title })),
];

const refused: Transition = { guard: gate({ rules: [beforeSubmission] }) };

/** Top-level states in which the case is with the submitter and no review is under way. */
const withSubmitter: readonly string[] = ['draft', 'revising', 'resubmission-returned'];

/**
 * Lets each state say whether the case may still be amended: those in which it is with the submitter before the
 * review take it, and all others refuse it by its rule.
 *
 * @param rules of the category, for fields from which something was already counted
 */
export function withAmending(states: States, rules: readonly CaseRule[] = []): States {
  const allowed: Transition = { guard: gate({ rules: [ownCase, ...rules] }), actions: amended };
  return Object.fromEntries(
    Object.entries(states).map(([key, state]) => [
      key,
      rests(state) ? answering(state, withSubmitter.includes(key) ? allowed : refused) : state,
    ]),
  );
}

/** Somebody can find the case here: it is no end, and nothing that is passed through. */
function rests(state: State): boolean {
  return state.type !== 'final' && state.always === undefined;
}

function answering(state: State, transition: Transition): State {
  return { ...state, on: { ...state.on, 'draft.amend': transition } };
}
