/**
 * Commits to clocks without a step of the case: recounting by a changed calendar, lapsing, settling; and the times of
 * their reminders.
 */
import { addCalendarDays, civilDateOf, instantOf, type Calendar, type ClockState } from '@lawgate/calendar';
import { notFound, refuseUnstorable, type Principal } from '@lawgate/contracts';
import {
  settleRefusal,
  type Actor,
  type Definition,
  type Effect,
  type StepEnvironment,
  type Ladder,
  type Settlement,
} from '@lawgate/engine';
import { actorOf } from '../commit/step-environment.ts';
import {
  hashRequest,
  problemOf,
  repeated,
  requireOwn,
  staleVersion,
  untilCommitted,
  type Answer,
  type Idempotency,
  type Render,
} from '../commit/answers.ts';
import type { CalendarStore } from '../calendar/calendar-store.ts';
import type { CaseStore } from '../commit/case-store.ts';
import { clockReminderDays, nextClockReminder, type TimerRow } from './timer-plan.ts';
import { movedDate, recounted, type MovedDate } from './clock-recount.ts';
import type { DefinitionRegistry } from '../definitions/definition-registry.ts';
import { newId, type Viewer } from '@lawgate/database';
import { lapse, lapseNotice, settle } from './kept-clocks.ts';
import {
  latestClocks,
  type LoadedCase,
  type LoadedClock,
  type CalendarReason,
  type OwnRow,
  recomputed,
  settlementOf,
} from '../read/loaded-case.ts';
import type { RuleSet } from '../definitions/rule-sets.ts';
import { planCommit, type CommitRows, type PlanInput, type WritePlan } from '../commit/write-plan.ts';

export interface SettleClock {
  readonly caseId: string;
  readonly key: string;
  readonly settlement: Settlement;
  readonly expectedVersion?: number | undefined;
  readonly idempotency?: Idempotency | null;
}

/** The rows that such a commit writes in addition to its history row. */
type ClockChanges = Pick<PlanInput, 'recounted' | 'ended' | 'notifies'> & {
  readonly event: OwnRow;
  readonly effects?: readonly Effect[];
};

/** Parts of the runtime: its stores, its lookup of people and environment, and its actions after a commit. */
export interface ClockCommitParts {
  readonly store: CaseStore;
  readonly definitions: DefinitionRegistry;
  readonly calendars: CalendarStore;
  /** HH:MM at which the day's reminders are sent. */
  readonly openingHour: string;
  readonly ruleSetOf: (loaded: LoadedCase, by: Viewer) => Promise<RuleSet>;
  readonly actorOf: (
    principal: Principal,
  ) => Promise<{ readonly actor: Actor; readonly stoodInFor: Readonly<Record<string, string>> }>;
  readonly stepEnvironmentOf: (
    definition: Definition,
    ruleSet: RuleSet,
    loaded: LoadedCase,
    actor: Actor,
  ) => StepEnvironment;
  readonly written: (plan: WritePlan) => void;
  /** Stores a refusal by rules; ignores every other error. */
  readonly keepRefusal: (principal: Principal, before: LoadedCase, event: string, error: unknown) => Promise<void>;
}

export class ClockCommits {
  constructor(private readonly parts: ClockCommitParts) {}

  /**
   * Recounts the open clocks of a case after the calendar was changed. If any of them moved, writes one commit with the
   * event `calendar.recomputed`, whose actor is the system. Otherwise writes nothing, so that the call is idempotent.
   *
   * @param system the system principal of the organisation of the case
   * @param reason description of the change for the history
   * @returns the clocks that moved
   */
  async recount(
    system: Principal,
    caseId: string,
    calendar: Calendar,
    reason: CalendarReason,
  ): Promise<readonly MovedDate[]> {
    let clocks: readonly MovedDate[] = [];
    await this.#beside(system, { caseId, calendar }, ({ before, env }) => {
      const moved = recounted(calendar, before.clocks, env.today);
      clocks = moved.map(({ before: was, after }) => movedDate(was.state, after.state));
      if (moved.length === 0) return null;
      return {
        event: { type: recomputed, payload: { ...reason, clocks } },
        recounted: moved.map(({ after }) => after),
      };
    });
    return clocks;
  }

  /**
   * Ends a clock whose last day has passed and which then lapses; also in a case that has ended. Writes nothing if it
   * was ended otherwise in the meantime.
   *
   * @param system the system principal of the organisation of the case
   * @returns whether it was ended
   * @throws StaleTimerError when the timer was moved or has fired
   */
  async lapse(
    system: Principal,
    caseId: string,
    { key, run }: { readonly key: string; readonly run: number },
    fireTimer: { readonly id: string; readonly token: number },
  ): Promise<boolean> {
    const calendar = this.parts.calendars.current();
    const written = await this.#beside(system, { caseId, calendar, fireTimer }, ({ before, definition, env }) => {
      const clock = before.clocks.find((each) => each.state.key === key && each.run === run);
      const ended = clock === undefined ? null : lapse(calendar, clock, env.today);
      if (ended === null) return null;
      // A back-dated case sends notices of what happens from now on, not of what was over when it was entered.
      const isNews = addCalendarDays(ended.clock.state.dueOn ?? env.today, 1) === env.today;
      return {
        event: ended.event,
        ended: [ended.clock],
        effects: [lapseNotice(definition, before, ended)],
        notifies: !before.backDated || isNews,
      };
    });
    return written !== null;
  }

  /**
   * Records that the awaited act of a clock was done. Also allowed in a case that has ended.
   *
   * @throws ProblemError 403 `clock.settle-forbidden`, 404, 409 `clock.ended`, `case.version-conflict`, 422
   * `clock.not-settleable`, `clock.settle-refused`; then nothing was written.
   */
  async settle<V>(principal: Principal, command: SettleClock, render: Render<V>): Promise<Answer<V>> {
    refuseUnstorable(command.settlement);
    const { caseId, key, settlement, expectedVersion, idempotency } = command;
    const requestHash = idempotency == null ? null : hashRequest(idempotency.request);
    const { actor, stoodInFor } = await this.parts.actorOf(principal);
    const calendar = this.parts.calendars.current();
    return untilCommitted(async () => {
      const loaded = await this.parts.store.load(principal, caseId, idempotency?.key ?? null);
      if (loaded.kind === 'missing') throw notFound('该案件');
      if (loaded.kind === 'repeated') return repeated<V>(loaded.answer, requestHash);
      const before = loaded.case;
      if (expectedVersion !== undefined && expectedVersion !== before.version) throw staleVersion(before.version);
      requireOwn(principal, before);
      const definition = this.parts.definitions.ofCase(before.stored);
      const ruleSet = await this.parts.ruleSetOf(before, principal);
      const env = this.parts.stepEnvironmentOf(definition, ruleSet, before, actor);
      const clock = latestClocks(before.clocks).get(key);
      if (clock === undefined) throw notFound('该期限');
      const status = env.clocks[key]?.status ?? 'stopped';
      const refusal = settleRefusal(definition, before.stored, { ...clock.state, status }, settlement, env);
      if (refusal !== null) {
        const problem = problemOf(refusal, before.version);
        await this.parts.keepRefusal(principal, before, settlementOf(key), problem);
        throw problem;
      }
      const ended = settle(calendar, clock, settlement);
      const plan = this.#planChanges(before, env, calendar, { event: ended.event, ended: [ended.clock] }, stoodInFor);
      const body = render(plan.after, this.parts.stepEnvironmentOf(definition, ruleSet, plan.after, actor), ruleSet);
      if (idempotency != null && requestHash !== null) {
        plan.rows.idempotency = { key: idempotency.key, requestHash, status: 200, response: body };
      }
      await this.parts.store.commit(principal, [], { caseId, orgId: before.orgId, at: env.at }, () => plan);
      this.parts.written(plan);
      return { status: 200, body, repeated: false };
    });
  }

  /** A commit without a step of the case; null where `decide` returns nothing to write. */
  async #beside(
    system: Principal,
    subject: { readonly caseId: string; readonly calendar: Calendar; readonly fireTimer?: CommitRows['fireTimer'] },
    decide: (given: { before: LoadedCase; definition: Definition; env: StepEnvironment }) => ClockChanges | null,
  ): Promise<WritePlan | null> {
    const { caseId, calendar, fireTimer } = subject;
    return untilCommitted(async () => {
      const loaded = await this.parts.store.load(system, caseId);
      if (loaded.kind !== 'case') return null;
      const before = loaded.case;
      const definition = this.parts.definitions.ofCase(before.stored);
      const ruleSet = await this.parts.ruleSetOf(before, system);
      const env = this.parts.stepEnvironmentOf(definition, ruleSet, before, actorOf(system));
      const decided = decide({ before, definition, env });
      if (decided === null) return null;
      const plan = this.#planChanges(before, env, calendar, decided);
      if (fireTimer !== undefined) plan.rows.fireTimer = { ...fireTimer };
      await this.parts.store.commit(system, [], { caseId, orgId: before.orgId, at: env.at }, () => plan);
      this.parts.written(plan);
      return plan;
    });
  }

  #planChanges(
    before: LoadedCase,
    env: StepEnvironment,
    calendar: Calendar,
    { effects, ...rest }: ClockChanges,
    stoodInFor: Readonly<Record<string, string>> = {},
  ): WritePlan {
    return planCommit({
      definition: this.parts.definitions.ofCase(before.stored),
      before,
      accepted: { next: before.stored, effects: effects ?? [], overridden: [] },
      env,
      calendar,
      openingHour: this.parts.openingHour,
      stoodInFor,
      numbers: [],
      newId,
      ...rest,
    });
  }

  /** The reminder of a clock after the one that was sent; null after the last. */
  reminderAfter(
    clock: Pick<LoadedClock, 'run' | 'state'>,
    ladder: Ladder,
    fired: { stage: string; fireAt: Date },
  ): TimerRow | null {
    const { openingHour, calendars } = this.parts;
    const today = civilDateOf(fired.fireAt);
    const calendar = calendars.current();
    return nextClockReminder({ clock, today, calendar, openingHour, ladder, newId }, fired.stage);
  }

  /** The ISO instant of a clock's reminder stage by this calendar; null where the clock does not have the stage. */
  reminderTime(calendar: Calendar, state: ClockState, ladder: Ladder, stage: string): string | null {
    const days = clockReminderDays({ calendar, ladder, today: state.startedOn }, state);
    const day = days.find((each) => each.stage === stage)?.day;
    return day === undefined ? null : instantOf(day, ladder.opening ?? this.parts.openingHour);
  }
}
