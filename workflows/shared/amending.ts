/** 修改送审信息: the submitter corrects title and fields while the case is with them; afterwards they are fixed. */
import { effect, gate, update, type EventSpec } from '@lawgate/engine';
import type { z } from 'zod';
import type { CaseRule, ReviewContext } from './context.ts';
import type { State, States, Transition } from './machine.ts';
import { ownCase } from './rules/separation.ts';
import { text } from './words.ts';

/** The payload is that of a new case: the title and all fields; a missing field falls back to its default. */
export function amendEvent(fields: z.ZodObject, examples: readonly Record<string, unknown>[]): EventSpec {
  return {
    label: '修改送审信息',
    by: ['submitter'],
    payload: fields.extend({ title: text('事项名称', 200) }),
    examples: examples.map((given) => ({ ...given, title: '关于某事项的送审稿' })),
  };
}

/** The review is of the fields as submitted; a supplement adds materials and changes nothing else. */
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
 * Adds the amend event to every state in which a person can meet the case: states that are with the submitter before
 * the review accept it, all others refuse it by its rule.
 *
 * @param rules further rules of the category, for fields that a clock or number already depends on
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

/** True for a state in which a case can stay: neither final nor passed through at once. */
function rests(state: State): boolean {
  return state.type !== 'final' && state.always === undefined;
}

function answering(state: State, transition: Transition): State {
  return { ...state, on: { ...state.on, 'draft.amend': transition } };
}
