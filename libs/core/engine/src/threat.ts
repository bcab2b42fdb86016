/**
 * Clocks that cannot wait, and those that have to end within them: where a pause makes that doubtful, people are
 * warned. Pure.
 */
import { threatTo, type Calendar, type CivilDate, type ClockState } from '@lawgate/calendar';
import type { Definition } from './definition.ts';

/** Id of the warning, and kind of the notice that a commit leaves when it makes one true. */
export const threatened = 'clock.threatened';

/** Shown on the clock that is endangered. It blocks nothing. */
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
  /** The covered clock's pauses so far, the present one included: each is warned of once. */
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

/** Those that were not there before, or that a further pause makes true again. */
export function newThreats(before: readonly ClockThreat[], after: readonly ClockThreat[]): ClockThreat[] {
  const known = new Set(before.map(identityOf));
  // One that was there in the pause is not reported again when the case goes on.
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
