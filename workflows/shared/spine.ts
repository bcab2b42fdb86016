/** The common spine: the states from draft to opinion letter, to which each category adds its own act. */
import type { WorkflowMachineConfig } from '@lawgate/engine';
import { withAmending } from './amending.ts';
import type { States } from './machine.ts';
import type { ReviewPlan } from './plan.ts';
import { intakeStates } from './states/intake.ts';
import { reviewStates } from './states/review.ts';

/** The machine of a category: the spine, and the states of its act. */
export function reviewMachine(plan: ReviewPlan, act: States): WorkflowMachineConfig {
  return {
    initial: 'draft',
    states: withAmending({ ...inOrder(intakeStates(plan), reviewStates(plan)), ...act }, plan.rules.amend),
  } as WorkflowMachineConfig;
}

/** The standard sequence first and the exits after it, so that diagrams and lists read from top to bottom. */
function inOrder(intake: States, review: States): States {
  const { draft, submitted, supplementing, ...exits } = intake;
  return { draft, submitted, supplementing, ...review, ...exits } as States;
}
