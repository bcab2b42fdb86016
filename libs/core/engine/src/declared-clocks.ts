/**
 * What a definition declares about its clocks besides the limit of a task: fixed dates, reminders and their escalation,
 * running on after the end, and clocks that endanger each other. Pure.
 */
import { type CivilDate, type Span, threatTo, type Calendar, type ClockState } from '@lawgate/calendar';
import type { Rule } from './rule.ts';
import type { Role } from './vocabulary.ts';
import type { Definition } from './definition.ts';

type Parameters = Readonly<Record<string, number>>;

/** A day that the case gives as the last day of a clock. */
export interface ClockInstance {
  readonly until: CivilDate;
  /** Label shown to people, such as 第1期付款. */
  readonly label: string;
}

/**
 * For clocks whose last day is given by the case instead of counted. Such a clock never pauses, rolls or depends on a
 * calendar.
 */
export interface ClockDates {
  /** Null where this case has no such day; then the clock does not exist. */
  readonly until?: (context: never, parameters: Parameters) => CivilDate | null;
  /** Several clocks of one declaration, in order: their keys are `<key>.1`, `<key>.2` and so on. */
  readonly instances?: (context: never) => readonly ClockInstance[];
}

export interface ClockKeeping {
  /** Runs on when the case has reached its end. */
  readonly keeps?: boolean;
  /** `lapse`: it ends by itself the day after its last day. Otherwise it becomes overdue. */
  readonly atEnd?: 'overdue' | 'lapse';
  /** Recipients of its reminders, since it belongs to no task. */
  readonly remind?: ClockReminders;
  /** Allows people to record that the awaited act was done, also in an archived case. */
  readonly settle?: ClockSettlement;
  /** Clocks that have to end within this one, which itself is never paused. */
  readonly covers?: readonly CoveredClock[];
}

export interface ClockReminders {
  readonly to: readonly ('drafter' | Role)[];
  /** How long before the last day the first notice goes out; without it the first is two working days before. */
  readonly window?: (parameters: Parameters) => Span;
  /** The label of the first notice, such as 进入评估期. */
  readonly windowLabel?: string;
  /** What to do, one sentence for every notice of it, without names or facts of the case. */
  readonly advice: string;
}

export interface ClockSettlement {
  readonly label: string;
  readonly by: readonly Role[];
  // Workflows have their own contexts; the rule itself is typed where it is written.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly rules: readonly Rule<any>[];
}

export interface CoveredClock {
  readonly clock: string;
  /**
   * Clocks that run while the covered one is paused; the pause is expected to end on the last day of the one that runs.
   */
  readonly pausedFor: readonly string[];
}

/**
 * Value in the place of an event type for a clock that lapses: no event is sent, the clock itself is written as ended.
 */
export const lapsed = 'clock.lapsed';

/** The key under which a clock is declared: `payment` of `payment.2`. */
export function declaredKey(key: string): string {
  return key.replace(/\.\d+$/, '');
}

/** Thresholds in working days after the due date, counted from 1. */
export interface Ladder {
  /** Number of overdue days on which a reminder is sent, one a day; none after that. */
  readonly overdueDays: number;
  /** From this overdue day also to the holder's stand-in. */
  readonly standInFrom: number;
  /** From this overdue day also to the directors of the organisation. */
  readonly directorFrom: number;
  /** The hour at which they are sent, HH:MM in Asia/Shanghai; by default that of the process. */
  readonly opening?: string;
}

export type LadderOf = (parameters: Readonly<Record<string, number>>) => Ladder;

/** Used where a definition declares none. */
export const defaultLadder: Ladder = { overdueDays: 5, standInFrom: 2, directorFrom: 3 };

/**
 * The ladder of a task: that of its clock, or else that of the definition.
 *
 * @param clock key of the task's clock, null for a task without one
 * @param parameters of the rule set under which the case began
 */
export function ladderOf(
  definition: Pick<Definition, 'clocks' | 'ladder'>,
  clock: string | null,
  parameters: Readonly<Record<string, number>>,
): Ladder {
  const own = clock !== null && Object.hasOwn(definition.clocks, clock) ? definition.clocks[clock]?.ladder : undefined;
  return (own ?? definition.ladder)?.(parameters) ?? defaultLadder;
}

/** Id of the warning, and kind of the notice that a commit writes when the warning becomes true. */
export const threatened = 'clock.threatened';

/** Shown on the clock that is endangered. It does not block any event. */
export interface ClockWarning {
  readonly rule: typeof threatened;
  readonly message: string;
  readonly citation: string;
}

export interface ClockThreat extends ClockWarning {
  /** Key of the clock that is endangered. */
  readonly key: string;
  /** Key of the clock that is expected to end after it. */
  readonly covered: string;
  /** Number of pauses of the covered clock so far, the present one included: each pause is warned about once. */
  readonly pauses: number;
}

/** Every clock that is endangered now. @param clocks the latest run of each, by key */
export function threatsIn(
  definition: Pick<Definition, 'clocks'>,
  calendar: Calendar,
  clocks: ReadonlyMap<string, ClockState>,
): ClockThreat[] {
  return Object.entries(definition.clocks).flatMap(([key, { covers, citation }]) =>
    (covers ?? []).flatMap(({ clock, pausedFor }): ClockThreat[] => {
      const [keeper, covered] = [clocks.get(key), clocks.get(clock)];
      if (keeper === undefined || covered === undefined) return [];
      const pause = pausedFor.map((each) => clocks.get(each)).find((each) => each?.status === 'running');
      const threat = threatTo(calendar, keeper, covered, pause?.dueOn ?? null);
      if (threat === null) return [];
      const message =
        covered.status === 'paused' && pause !== undefined
          ? inPause(keeper, covered, pause, threat)
          : running(keeper, covered, threat);
      return [{ rule: threatened, key, covered: clock, pauses: covered.pauses.length, citation, message }];
    }),
  );
}

/** Threats that did not exist before, or that a further pause makes true again. */
export function newThreats(before: readonly ClockThreat[], after: readonly ClockThreat[]): ClockThreat[] {
  const known = new Set(before.map(identityOf));
  // A threat reported in the pause is not reported again when the case continues.
  return after.filter((threat) => !known.has(identityOf(threat)));
}

function identityOf({ key, covered, pauses }: ClockThreat): string {
  return `${key} ${covered} ${pauses}`;
}

type Dates = { readonly projectedEnd: CivilDate; readonly dueOn: CivilDate };

function inPause(keeper: ClockState, covered: ClockState, pause: ClockState, { projectedEnd, dueOn }: Dates): string {
  return (
    `${keeper.label}${words(keeper, dueOn)}届满，不因审查中止而停止计算；${pause.label}用满的，${covered.label}要到${projectedEnd}才届满。` +
    `请尽快恢复并办结审查，必要时依法办理${keeper.label}的延长。`
  );
}

function running(keeper: ClockState, covered: ClockState, { projectedEnd, dueOn }: Dates): string {
  return (
    `${keeper.label}${words(keeper, dueOn)}届满，${covered.label}要到${projectedEnd}才届满。` +
    `请提前办结审查，必要时依法办理${keeper.label}的延长。`
  );
}

function words({ provisional }: ClockState, dueOn: CivilDate): string {
  return `于${dueOn}${provisional ? '（暂估）' : ''}`;
}
