/**
 * Changes to the advisers of a round and their valid opinions: opinions given and taken back, signers changed,
 * conflicts of interest.
 */
import { gate, taskNeedsSigner, taskSatisfied, update, type Condition } from '@lawgate/engine';
import { asPeople, type AdviserOpinion, type CaseRuleInput, type ReviewContext } from '../context.ts';
import type { Transition } from '../machine.ts';
import { adviserOpinionSigned, issuePaper, notifyReviewer, record } from '../records.ts';
import { adviserWithoutPart } from '../rules/separation.ts';
import { outstandingAdvisers } from '../rules/review.ts';

export function opinionGiven(when: Condition<unknown>): Transition {
  return {
    guard: gate<ReviewContext>({ when, rules: [adviserWithoutPart] }),
    actions: [
      update<ReviewContext>(({ context, event }) => {
        const by = event.env.actor.id;
        const given: AdviserOpinion = {
          adviser: adviserAnswering(context, event.env.actor),
          by,
          conclusion: event.payload.conclusion,
        };
        const others = context.opinions.filter(({ adviser }) => adviser !== given.adviser);
        return {
          opinions: [...others, given].sort((a, b) => (a.adviser < b.adviser ? -1 : 1)),
          advisers: asPeople([...context.advisers, given.adviser]),
          everAdvised: asPeople([...context.everAdvised, given.adviser, by]),
        };
      }),
      adviserOpinionSigned,
      issuePaper('adviser-opinion'),
      record('opinion', ({ event }) => ({ adviser: event.env.actor.id, conclusion: event.payload.conclusion })),
    ],
  };
}

/** The assigned adviser whose opinion this is: the actor, or the person whose stand-in the actor is. */
function adviserAnswering(context: ReviewContext, actor: CaseRuleInput['event']['env']['actor']): string {
  if (context.advisers.includes(actor.id)) return actor.id;
  const outstanding = outstandingAdvisers(context);
  return actor.standsInFor?.find((holder) => outstanding.includes(holder)) ?? actor.id;
}

const without = (context: ReviewContext, gone: (person: string) => boolean): Partial<ReviewContext> => ({
  advisers: context.advisers.filter((adviser) => !gone(adviser)),
  opinions: context.opinions.filter(({ adviser, by }) => !gone(adviser) && !gone(by)),
});

/** 回避: the person's assignment and opinion no longer count; signed opinions stay in the history. */
export const personLeaves = update<ReviewContext>(({ context, event }) =>
  without(context, (person) => person === event.env.actor.id),
);

export const opinionsLeft = ({ context, event }: CaseRuleInput): boolean =>
  (without(context, (person) => person === event.env.actor.id).opinions ?? []).length > 0;

/**
 * True when the task is complete without the person who leaves. After a supplement the task asks only the advisers who
 * have not given an opinion: when the last of them leaves, it has no signer, but the opinions given before stay valid.
 */
export const restIsEnough: Condition<ReviewContext> = {
  id: 'recusal.rest-is-enough',
  label: '其余法律顾问均已出具意见',
  readsPayload: true,
  holds: (input) => taskSatisfied.holds(input) || (taskNeedsSigner.holds(input) && opinionsLeft(input)),
};

export const nobodyAdvised: Condition<ReviewContext> = {
  id: 'recusal.nobody-advised',
  label: '已无法律顾问',
  readsPayload: true,
  holds: (input) => taskNeedsSigner.holds(input) && !opinionsLeft(input),
};

export const adviserRemoved = update<ReviewContext>(({ context, event }) =>
  without(context, (person) => person === event.payload.person),
);

export const opinionTakenBack = update<ReviewContext>(({ context, event }) => ({
  opinions: context.opinions.filter(({ by }) => by !== event.env.actor.id),
}));

export const adviserJoins = update<ReviewContext>(({ context, event }) => {
  const { person, to } = event.payload as { person?: string; to?: string; from?: string };
  const incoming = person ?? to ?? '';
  const outgoing = to === undefined ? null : (event.payload.from ?? event.env.actor.id);
  return {
    advisers: asPeople([...context.advisers.filter((adviser) => adviser !== outgoing), incoming]),
    everAdvised: asPeople([...context.everAdvised, incoming]),
  };
});

export const nobodyLeft = notifyReviewer('advisers.needed', '法律顾问已回避，请另行指派法律顾问。');
