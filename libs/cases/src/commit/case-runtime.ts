/** The durable shell around the step: read, step, write, answer. Only this package uses both the engine and SQL. */
import { EventEmitter } from 'node:events';
import { civilDateOf, type CivilDate } from '@lawgate/calendar';
import { notFound, ProblemError, refuseUnstorable, type Principal } from '@lawgate/contracts';
import {
  begin,
  eventSpecOf,
  step,
  type Actor,
  type CaseEvent,
  type Definition,
  type Effect,
  type StepEnvironment,
  type Ladder,
} from '@lawgate/engine';
import type pg from 'pg';
import { actorOf, stepEnvironmentOf, type People, type StandIns } from './step-environment.ts';
import {
  hashRequest,
  isRetryableAfterReload,
  problemOf,
  repeated,
  requireNoConflict,
  requireOwn,
  staleVersion,
  untilCommitted,
  type Answer,
  type Idempotency,
  type Render,
} from './answers.ts';
import { CaseCache, type LoadedCase } from '../read/loaded-case.ts';
import { blankCase } from './blank-case.ts';
import { CaseMigrations } from './case-migrations.ts';
import { CaseStore, LostRaceError, type NumberRequest, type TakenNumber } from './case-store.ts';
import type { CalendarStore } from '../calendar/calendar-store.ts';
import { type Clock, newId, type Viewer } from '@lawgate/database';
import { ClockCommits, type ClockCommitParts } from '../clocks/clock-commits.ts';
import { crashPoint } from '@lawgate/process';
import type { DefinitionRegistry } from '../definitions/definition-registry.ts';
import { NumberCommits } from './number-commits.ts';
import { referredCaseIssues } from '../read/referred-cases.ts';
import { type RuleSet, builtInOnly, ladderOfTask, type LadderTask, type RuleSets } from '../definitions/rule-sets.ts';
import { RecordedCases } from './recorded-cases.ts';
import { nextReminder, type TimerRow } from '../clocks/timer-plan.ts';
import { planCommit, type CommitRows, type PlanInput, type WritePlan } from './write-plan.ts';

export interface RuntimeSettings {
  /** HH:MM in Asia/Shanghai; what is submitted later counts as received on the next working day. */
  readonly closingTime: string;
  /** HH:MM at which the day's reminders are sent. */
  readonly openingHour: string;
}

export const defaultSettings: RuntimeSettings = { closingTime: '17:30', openingHour: '08:30' };

export interface SendEvent {
  readonly caseId: string;
  readonly event: CaseEvent;
  readonly expectedVersion?: number | undefined;
  readonly idempotency?: Idempotency | null;
  readonly fireTimer?: { readonly id: string; readonly token: number };
}

export interface CreateCase {
  readonly category: string;
  readonly title: string;
  readonly fields: Record<string, unknown>;
  readonly idempotency?: Idempotency | null;
}

/** Events for listeners in this process. A listener that throws does not undo the commit. */
export interface CaseEvents {
  /** A case was written. */
  committed: [after: LoadedCase];
  /** There are new outbox rows or timers: the dispatcher need not wait for its next poll. */
  workEnqueued: [];
}

export class CaseRuntime {
  readonly events = new EventEmitter<CaseEvents>();
  /** Commits to clocks outside the steps of their case. */
  readonly clocks: ClockCommits;
  /** Commits to numbers that were already taken. */
  readonly numbers: NumberCommits;
  /** Migrates open cases from one version of their category to another. */
  readonly migrations: CaseMigrations;
  /** Cases that are taken over from a register. */
  readonly recorded: RecordedCases;
  readonly #reserved = new Set<string>();
  readonly #cache = new CaseCache();

  constructor(
    private readonly store: CaseStore,
    readonly definitions: DefinitionRegistry,
    private readonly calendars: CalendarStore,
    private readonly people: People,
    private readonly clock: Clock,
    private readonly settings: RuntimeSettings = defaultSettings,
    private readonly standIns: StandIns = noStandIns,
    private readonly ruleSets: RuleSets = builtInOnly,
  ) {
    const written = (plan: WritePlan): void => {
      this.#cache.drop(plan.after.id);
      this.#announce(plan);
    };
    this.numbers = new NumberCommits({
      store,
      planned: (principal, before, event, also) => this.#planOwnRow(principal, before, event, also),
      written,
    });
    const parts: Omit<ClockCommitParts, 'actorOf'> = {
      store,
      definitions,
      calendars,
      openingHour: settings.openingHour,
      ruleSetOf: (loaded, by) => ruleSets.of(loaded.stored.rulesetVersion, by),
      stepEnvironmentOf: (definition, ruleSet, loaded, actor) => this.#environment(definition, ruleSet, loaded, actor),
      written,
      keepRefusal: (...refused) => this.#keepRefusal(...refused),
    };
    const withActor: ClockCommitParts = { ...parts, actorOf: (principal) => this.#actor(principal) };
    this.clocks = new ClockCommits(withActor);
    this.migrations = new CaseMigrations(parts);
    this.recorded = new RecordedCases(withActor);
  }

  /**
   * Reserves an event for the server's own code, which fills its payload with what it found itself. A request cannot send
   * it directly, whatever version its case has.
   */
  reserve(event: string): void {
    this.#reserved.add(event);
  }

  /** @throws ProblemError 422 `event.reserved` */
  refuseReserved(event: string): void {
    if (!this.#reserved.has(event)) return;
    throw new ProblemError(422, 'event.reserved', '该动作由系统按实际结果记录，不能直接发送，请在相应页面办理。');
  }

  /** Invalidates the cached case after a write outside this class, whose transaction cannot be retried. */
  invalidate(caseId: string): void {
    this.#cache.drop(caseId);
  }

  /** @throws ProblemError 404 where the person may not see the case, 403 after their recusal. */
  async read(
    principal: Principal,
    caseId: string,
  ): Promise<{ case: LoadedCase; env: StepEnvironment; ruleSet: RuleSet }> {
    const answer = await this.store.load(principal, caseId);
    if (answer.kind !== 'case') throw notFound('该案件');
    requireNoConflict(principal, answer.case);
    const definition = this.definitions.ofCase(answer.case.stored);
    const { actor } = await this.#actor(principal);
    const ruleSet = await this.ruleSets.of(answer.case.stored.rulesetVersion, principal);
    return { case: answer.case, env: this.#environment(definition, ruleSet, answer.case, actor), ruleSet };
  }

  /**
   * Applies one external event.
   *
   * @throws ProblemError 403, 404, 409, 422 with a stable code; then nothing was written.
   */
  async send<V>(principal: Principal, command: SendEvent, render: Render<V>): Promise<Answer<V>> {
    refuseUnstorable(command.event);
    const requestHash = command.idempotency == null ? null : hashRequest(command.idempotency.request);
    const known = this.#cache.find(principal, command.caseId);
    if (known !== null && (command.expectedVersion ?? known.version) === known.version) {
      try {
        return await this.#apply(principal, known, command, requestHash, render);
      } catch (error) {
        // The cache may be stale: read the case and try again; a refusal is then final. Nothing has been written so
        // far.
        this.#cache.drop(command.caseId);
        if (!isRetryableAfterReload(error)) throw error;
      }
    }
    return untilCommitted(() => this.#sendRead(principal, command, requestHash, render));
  }

  /** @throws LostRaceError where another commit came first */
  async #sendRead<V>(
    principal: Principal,
    command: SendEvent,
    requestHash: string | null,
    render: Render<V>,
  ): Promise<Answer<V>> {
    crashPoint?.('commit.before-load');
    const loaded = await this.store.load(principal, command.caseId, command.idempotency?.key ?? null);
    if (loaded.kind === 'missing') throw notFound('该案件');
    if (loaded.kind === 'repeated') return repeated<V>(loaded.answer, requestHash);
    const before = loaded.case;
    if (command.expectedVersion !== undefined && command.expectedVersion !== before.version) {
      throw staleVersion(before.version);
    }
    requireOwn(principal, before);
    try {
      return await this.#apply(principal, before, command, requestHash, render);
    } catch (error) {
      if (!(error instanceof LostRaceError)) await this.#keepRefusal(principal, before, command.event.type, error);
      throw error;
    }
  }

  async #apply<V>(
    principal: Principal,
    before: LoadedCase,
    command: SendEvent,
    requestHash: string | null,
    render: Render<V>,
  ): Promise<Answer<V>> {
    const definition = this.definitions.ofCase(before.stored);
    const people = await this.#peopleIn(definition, principal, command.event);
    const { actor, stoodInFor } = await this.#actor(principal);
    const ruleSet = await this.ruleSets.of(before.stored.rulesetVersion, principal);
    const env = this.#environment(definition, ruleSet, before, actor, people);
    const result = step(definition, before.stored, command.event, env);
    if (!result.ok) throw problemOf(result, before.version);
    crashPoint?.('commit.after-step');
    let body: V | undefined;
    const requests = numberRequests(definition, result.effects, env.today);
    const plan = await this.store.commit(
      principal,
      requests,
      { caseId: before.id, orgId: before.orgId, at: env.at },
      (taken) => {
        const planned = this.#plan(definition, before, result, command.event, env, { taken, stoodInFor });
        body = render(planned.after, this.#environment(definition, ruleSet, planned.after, env.actor, people), ruleSet);
        if (command.idempotency != null && requestHash !== null) {
          planned.rows.idempotency = { key: command.idempotency.key, requestHash, status: 200, response: body };
        }
        if (command.fireTimer !== undefined) planned.rows.fireTimer = { ...command.fireTimer };
        return planned;
      },
    );
    this.#cache.keep(plan.after);
    this.#announce(plan);
    return { status: 200, body: body as V, repeated: false };
  }

  /**
   * Creates a case in its initial state.
   *
   * @throws ProblemError 403 for people who may not submit, 422 for an unknown category or fields that do not fit.
   */
  async create<V>(principal: Principal, command: CreateCase, render: Render<V>): Promise<Answer<V>> {
    refuseUnstorable({ ...command.fields, title: command.title });
    if (!principal.roles.includes('submitter')) {
      throw new ProblemError(403, 'case.create-forbidden', '只有承办人可以送审。请用承办人账号登录。');
    }
    const definition = this.definitions.find(command.category);
    if (definition === null) {
      const known = this.definitions.all().map((each) => `${each.key}（${each.label}）`);
      throw new ProblemError(422, 'case.category-unknown', `没有这个审查类别。可用的类别：${known.join('、')}。`);
    }
    const fields = definition.fields.safeParse(command.fields);
    const issues = fields.success
      ? await referredCaseIssues(this.store, definition, principal, fields.data)
      : fields.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
    if (issues.length > 0 || !fields.success) {
      throw new ProblemError(422, 'case.fields-invalid', '送审信息不完整或不正确，请按提示修改。', { issues });
    }
    const requestHash = command.idempotency == null ? null : hashRequest(command.idempotency.request);
    const ruleSet = await this.ruleSets.inForce(principal, civilDateOf(this.clock.now()));
    return untilCommitted(async () => {
      const id = newId();
      if (command.idempotency != null) {
        const known = await this.store.load(principal, id, command.idempotency.key);
        if (known.kind === 'repeated') return repeated<V>(known.answer, requestHash);
      }
      const blank = blankCase(principal, definition, { id, title: command.title });
      const env = this.#environment(definition, ruleSet, blank, actorOf(principal));
      const input = { drafter: principal.id, fields: fields.data as Record<string, unknown>, round: 1 };
      const begun = begin(definition, input, env, ruleSet.version);
      const event = {
        type: 'create',
        payload: { title: command.title, ...(fields.data as object) },
      };
      const plan = this.#plan(definition, blank, { ...begun, overridden: [] }, event, env);
      const body = render(plan.after, env, ruleSet);
      if (command.idempotency != null && requestHash !== null) {
        plan.rows.idempotency = { key: command.idempotency.key, requestHash, status: 201, response: body };
      }
      await this.store.commit(principal, [], { caseId: id, orgId: principal.orgId, at: env.at }, () => plan);
      this.#cache.keep(plan.after);
      this.#announce(plan);
      return { status: 201, body, repeated: false };
    });
  }

  /** The ladder of reminders of a task or a clock, by the rule set of its case. `tx` is the current transaction. */
  ladderOf(task: LadderTask, tx: pg.PoolClient | pg.Pool): Promise<Ladder> {
    return ladderOfTask(this.ruleSets, this.definitions.find(task.category, task.definitionVersion), task, tx);
  }

  /** The timer for the reminder after the one that was sent; null after the last. */
  reminderAfter(
    task: { id: string; visit: number; dueOn: CivilDate; provisional: boolean; ladder: Ladder },
    fired: { stage: string; fireAt: Date },
  ): TimerRow | null {
    const { dueOn, provisional, ladder, ...subject } = task;
    const { openingHour } = this.settings;
    const calendar = this.calendars.current();
    // Computed for the day on which it was due, so that stages that passed while no worker ran are sent one after the
    // other.
    const today = civilDateOf(fired.fireAt);
    return nextReminder(
      { task: subject, dueOn, provisional, today, calendar, openingHour, ladder, newId },
      fired.stage,
    );
  }

  #plan(
    definition: Definition,
    before: LoadedCase,
    accepted: Parameters<typeof planCommit>[0]['accepted'],
    event: CaseEvent,
    env: StepEnvironment,
    {
      taken = [],
      ...more
    }: Pick<PlanInput, 'stoodInFor' | 'also'> & { readonly taken?: readonly (TakenNumber | null)[] } = {},
  ): WritePlan & { rows: CommitRows } {
    return planCommit({
      definition,
      before,
      accepted,
      event: { type: event.type, payload: event.payload },
      env,
      calendar: this.calendars.current(),
      openingHour: this.settings.openingHour,
      stoodInFor: {},
      numbers: taken.map((number) => number?.text ?? null),
      taken,
      newId,
      ...more,
    });
  }

  /** A commit that adds a history row to a case without a step of it. */
  async #planOwnRow(
    principal: Principal,
    before: LoadedCase,
    event: CaseEvent,
    also: PlanInput['also'],
  ): Promise<WritePlan> {
    const definition = this.definitions.ofCase(before.stored);
    const { actor, stoodInFor } = await this.#actor(principal);
    const ruleSet = await this.ruleSets.of(before.stored.rulesetVersion, principal);
    const env = this.#environment(definition, ruleSet, before, actor);
    const accepted = { next: before.stored, effects: [], overridden: [] };
    return this.#plan(definition, before, accepted, event, env, { stoodInFor, also });
  }

  /**
   * Refusals by rules may be needed as evidence. They are stored separately from the refused event, which wrote
   * nothing; if storing fails, the person still gets the refusal.
   */
  async #keepRefusal(principal: Principal, before: LoadedCase, event: string, error: unknown): Promise<void> {
    if (!(error instanceof ProblemError) || !codesOfRuleRefusals.has(error.code)) return;
    // Skip refusals of system events.
    if (principal.roles.includes('system')) return;
    const { id: caseId, orgPath, version } = before;
    const at = this.clock.now().toISOString();
    const refusals = error.more.refusals ?? [];
    const met = { caseId, orgPath, version, event, refusals, byName: principal.name, at };
    await this.store.keepRefusal(principal, met).catch((fault: Error) => process.emitWarning(fault.stack ?? ''));
  }

  /** A listener that throws does not undo the commit. */
  #announce(plan: WritePlan): void {
    this.#emit(() => this.events.emit('committed', plan.after));
    if (plan.rows.outbox === undefined && plan.rows.timers === undefined) return;
    // After the answer: nobody who waits for it waits for the announcement of the work, which the next poll finds anyway.
    setImmediate(() => this.#emit(() => this.events.emit('workEnqueued')));
  }

  #emit(emit: () => void): void {
    try {
      emit();
    } catch (error) {
      process.emitWarning(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  /** The actor, with the holders whose stand-in they are on the legal day (代理), and their names. */
  async #actor(principal: Principal): Promise<{ actor: Actor; stoodInFor: Readonly<Record<string, string>> }> {
    const found = await this.standIns.stoodInFor(principal.id, civilDateOf(this.clock.now()));
    return {
      actor: actorOf(
        principal,
        found.map(({ person }) => person),
      ),
      stoodInFor: Object.fromEntries(found.map(({ person, name }) => [person, name])),
    };
  }

  async #peopleIn(definition: Definition, viewer: Viewer, event: CaseEvent): Promise<Record<string, Actor>> {
    const spec = eventSpecOf(definition, event.type);
    if (spec?.people === undefined) return {};
    // The step checks the payload; an invalid payload names nobody.
    const parsed = spec.payload.safeParse(event.payload ?? {});
    return parsed.success ? this.people.find(viewer, spec.people(parsed.data as never)) : {};
  }

  #environment(
    definition: Definition,
    ruleSet: RuleSet,
    loaded: LoadedCase,
    actor: Actor,
    people: Record<string, Actor> = {},
  ): StepEnvironment {
    const { closingTime } = this.settings;
    const world = { definition, ruleSet, calendar: this.calendars.current(), now: this.clock.now(), closingTime };
    return stepEnvironmentOf(world, loaded, actor, people);
  }
}

/** Codes of the problems by which rules refuse an event or the settlement of a clock. */
const codesOfRuleRefusals: ReadonlySet<string> = new Set(['event.refused', 'clock.settle-refused']);

const noStandIns: StandIns = { stoodInFor: async () => [] };

function numberRequests(definition: Definition, effects: readonly Effect[], today: CivilDate): NumberRequest[] {
  return effects
    .filter((effect) => effect.type === 'takeNumber')
    .map((effect) => {
      const series = definition.series.find((candidate) => candidate.key === effect.series);
      if (series === undefined) throw new Error(`series "${effect.series}" of ${definition.key} is not declared`);
      // The year is the year of issue, not of receipt.
      return { code: series.code, year: Number(today.slice(0, 4)), purpose: effect.purpose };
    });
}
