/** Built from parameters: the clocks of the spine and of the act, the ladder of reminders, and the closing time. */
import type { ClockDefinition, Definition, LadderOf } from '@lawgate/engine';
import { citations } from './citations.ts';
import type { ReviewContext } from './context.ts';
import type { Parameters } from './parameters.ts';

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
      // The adviser works inside the review, so a shorter review limit also limits the adviser.
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
    // The review is paused meanwhile; without a limit of its own an unanswered inquiry would pause it without end, and
    // nobody would be reminded.
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

/**
 * Value of a parameter in the rule set under which the case began; the definition's default where that set lacks it.
 */
export function valueOf(specs: Parameters, given: Readonly<Record<string, number>>, key: string): number {
  const value = given[key] ?? specs[key]?.value;
  if (value === undefined) throw new RangeError(`Parameter "${key}" is not declared.`);
  return value;
}

/** The ladder of reminders defined by the parameters with this prefix. */
export function ladder(specs: Parameters, prefix = ''): LadderOf {
  return (given) => ({
    overdueDays: valueOf(specs, given, `${prefix}reminder.overdue-days`),
    standInFrom: valueOf(specs, given, `${prefix}reminder.stand-in-from`),
    directorFrom: valueOf(specs, given, `${prefix}reminder.director-from`),
    opening: timeOfDay(valueOf(specs, given, 'office.opening')),
  });
}

/** Closing time from these parameters; null where the town does not count the hour. */
export function closing(specs: Parameters): NonNullable<Definition['closing']> {
  return (given) => {
    const minutes = valueOf(specs, given, 'office.closing');
    return minutes >= minutesOfDay ? null : timeOfDay(minutes);
  };
}

const minutesOfDay = 24 * 60;

function timeOfDay(minutes: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
