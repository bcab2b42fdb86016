/** The clocks of the spine, and makers for those of the act. Limits come from parameters. */
import type { ClockDefinition } from '@lawgate/engine';
import { citations } from './citations.ts';
import type { ReviewContext } from './context.ts';
import { ladder, valueOf, type Parameters } from './parameters.ts';

type Limit = ReturnType<NonNullable<ClockDefinition['limit']>>;
type Given = Readonly<Record<string, number>>;

export interface ReviewClockPlan {
  readonly parameters: Parameters;
  readonly citation: string;
  /** Key of the parameter that holds this case's review limit, in working days. */
  readonly limitKey: (context: ReviewContext) => string;
  /** Key of the floor of working days, where the category has one. */
  readonly floorKey?: string;
}

/**
 * Intake, review, adviser (inside the review), supplement and inquiry: clocks that run side by side and are never
 * merged.
 */
export function spineClocks(plan: ReviewClockPlan): Record<string, ClockDefinition> {
  const workdays = (given: Given, key: string): Limit => ({
    value: valueOf(plan.parameters, given, key),
    unit: 'workday',
  });
  const reviewLimit = (context: ReviewContext, given: Given): Limit => workdays(given, plan.limitKey(context));
  const { floorKey } = plan;
  return {
    intake: {
      label: '受理期限',
      citation: citations.townRules,
      limit: (_context: ReviewContext, given) => workdays(given, 'intake.limit'),
      parameter: () => 'intake.limit',
    },
    review: {
      label: '审查期限',
      citation: plan.citation,
      limit: reviewLimit,
      parameter: plan.limitKey,
      resume: (given) => (valueOf(plan.parameters, given, 'review.resume-restarts') > 0 ? 'restart' : 'continue'),
      ...(floorKey === undefined
        ? {}
        : { floor: (_context: ReviewContext, given: Given) => workdays(given, floorKey) }),
    },
    adviser: {
      label: '法律顾问意见期限',
      citation: citations.townRules,
      // The adviser works inside the review: where the review is shorter, its limit is their.
      limit: (context: ReviewContext, given) => ({
        value: Math.min(workdays(given, 'adviser.limit').value, reviewLimit(context, given).value),
        unit: 'workday',
      }),
      parameter: () => 'adviser.limit',
      ladder: ladder(plan.parameters, 'adviser.'),
    },
    supplement: {
      label: '补正期限',
      citation: citations.townRules,
      limit: (_context: ReviewContext, given) => workdays(given, 'supplement.limit'),
      parameter: () => 'supplement.limit',
      pausable: false,
      onDue: 'supplement.expire',
    },
    // The review is paused meanwhile; without a limit of its own an unanswered inquiry would pause it for ever, and
    // nobody be reminded.
    inquiry: {
      label: '论证、请示期限',
      citation: citations.townRules,
      limit: (_context: ReviewContext, given) => workdays(given, 'inquiry.limit'),
      parameter: () => 'inquiry.limit',
      pausable: false,
    },
  };
}

/** A clock that counts from the day of the act itself, not from the day on which somebody recorded it. */
export function clockFromAct(clock: {
  readonly label: string;
  readonly citation: string;
  readonly parameters: Parameters;
  readonly limitKey: string | ((context: ReviewContext) => string);
  readonly unit: Limit['unit'];
}): ClockDefinition {
  const { label, citation, parameters, limitKey, unit } = clock;
  const keyOf = (context: ReviewContext): string => (typeof limitKey === 'string' ? limitKey : limitKey(context));
  return {
    label,
    citation,
    limit: (context: ReviewContext, given) => ({
      value: valueOf(parameters, given, keyOf(context)),
      unit,
    }),
    parameter: keyOf,
    pausable: false,
    from: (context: ReviewContext) => context.actOn,
  };
}
