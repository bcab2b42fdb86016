/**
 * From effects to rows: the one place where every kind of effect is executed. Pure: it computes what the commit will
 * write, and what the case will look like afterwards, so that the answer needs no second read.
 */
import {
  extendClock,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  type Calendar,
  type ClockState,
} from '@lawgate/calendar';
import { stageOf, stateName, type Accepted, type Definition, type Effect, type Facts } from '@lawgate/engine';
import { canonicalJson, chainHash, sm3 } from './chain.ts';
import {
  latestClocks,
  type HistoryBody,
  type LoadedCase,
  type LoadedClock,
  type LoadedNumber,
  type LoadedOpinion,
  type LoadedTask,
} from './loaded-case.ts';
import { clockDueTimer, reminderTimers, type ReminderParameters, type TimerRow } from './timer-plan.ts';

export interface CommitRows {
  closeTasks?: { id: string; outcome: string; by: string | null }[];
  openTasks?: (Omit<LoadedTask, 'openedAt'> & { id: string })[];
  dueTasks?: { id: string; dueOn: string | null; provisional: boolean }[];
  clocks?: {
    key: string;
    run: number;
    status: string;
    dueOn: string | null;
    provisional: boolean;
    onDue: string | null;
    state: ClockState;
  }[];
  cancelTimers?: string[];
  timers?: TimerRow[];
  outbox?: { id: string; kind: string; payload: Record<string, unknown> }[];
  facts?: { id: string; kind: string; on: string; detail: Record<string, unknown> }[];
  opinions?: {
    id: string;
    act: string;
    round: number;
    byPerson: string;
    byName: string;
    conclusion: string;
    text: string;
    points: unknown;
    hash: string;
  }[];
  grants?: string[];
  revokes?: { person: string; reason: string }[];
  numbers?: { code: string; year: number; number: number; text: string; purpose: string }[];
  fireTimer?: { id: string; token: number };
  idempotency?: { key: string; requestHash: string; status: number; response: unknown };
}

export interface WritePlan {
  readonly history: {
    readonly seq: number;
    readonly type: string;
    readonly actor: string | null;
    readonly body: string;
    readonly prevHash: string;
    readonly hash: string;
  };
  readonly dueOn: string | null;
  readonly rows: CommitRows;
  /** The case as it will be. */
  readonly after: LoadedCase;
}

export interface PlanInput {
  readonly definition: Definition;
  /** The case before; for a new case with version 0 and empty lists. */
  readonly before: LoadedCase;
  readonly accepted: Pick<Accepted, 'next' | 'effects' | 'overridden'>;
  readonly event: { readonly type: string; readonly payload: unknown };
  readonly facts: Facts;
  readonly calendar: Calendar;
  /** HH:MM at which reminders of a day go out. */
  readonly openingHour: string;
  readonly reminders?: ReminderParameters | undefined;
  /** Names of the people for whom the actor stands in, by id. */
  readonly stoodInFor?: Readonly<Record<string, string>> | undefined;
  /** Numbers taken for the `takeNumber` effects, in their order; null where a past event is known to have none. */
  readonly numbers: readonly (string | null)[];
  readonly newId: () => string;
  /** Runs of clocks that a changed calendar moved, as they are now. No event asks for this, so no effect says it. */
  readonly recounted?: readonly LoadedClock[];
}

/** The rows of one accepted event. */
export function planCommit(input: PlanInput): WritePlan {
  const { definition, before, accepted, facts, event } = input;
  const draft = new Draft(input);
  for (const effect of accepted.effects) draft.apply(effect);
  const recounted = input.recounted ?? [];
  for (const clock of recounted) draft.putClock(clock);
  draft.settleDueDates();

  const state = stateName(accepted.next.value);
  const seq = before.version + 1;
  const onBehalfOf = stoodInBy(input);
  const body: HistoryBody = {
    case: before.id,
    seq,
    at: facts.at,
    type: event.type,
    actor: isSystem(facts) ? null : { id: facts.actor.id, name: facts.actor.name },
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
    from: before.version === 0 ? null : before.state,
    to: state,
    payload: event.payload ?? {},
    overridden: accepted.overridden,
    numbers: draft.numbers.map((number) => number.text),
    documents: documentsSeen(before),
    effects: [...accepted.effects.map(effectName), ...recounted.map(({ state }) => `recountClock:${state.key}`)],
  };
  const text = canonicalJson(body);
  const hash = chainHash(before.lastHash, text);
  return {
    history: { seq, type: event.type, actor: body.actor?.id ?? null, body: text, prevHash: before.lastHash, hash },
    dueOn: draft.caseDueOn(),
    rows: draft.rows,
    after: {
      ...before,
      state,
      stage: stageOf(definition, accepted.next.value),
      status: accepted.next.status,
      version: seq,
      stored: accepted.next,
      lastHash: hash,
      updatedAt: facts.at,
      names: namesAfter(before, facts),
      tasks: draft.openTasks(),
      clocks: draft.clocks,
      opinions: [...before.opinions, ...draft.opinions],
      numbers: [...before.numbers, ...draft.numbers],
      history: [...before.history, { body: text, hash }],
    },
  };
}

/**
 * The holder whose task the actor did as his stand-in. The seat's own outcome is gone with the task when its answer
 * moved the case on, so it is told from the task that was closed: done by another than its holder is done for him.
 */
function stoodInBy({ before, accepted, facts, stoodInFor }: PlanInput): HistoryBody['onBehalfOf'] | null {
  const { actor } = facts;
  for (const effect of accepted.effects) {
    if (effect.type !== 'closeTask' || effect.outcome !== 'done' || effect.by !== actor.id) continue;
    const holder = before.tasks.find(
      (task) => task.key === effect.task && task.visit === effect.visit && task.seat === effect.seat,
    )?.holder;
    if (holder == null || holder === actor.id || actor.standsInFor?.includes(holder) !== true) continue;
    return { id: holder, name: stoodInFor?.[holder] ?? before.names?.[holder] ?? '' };
  }
  return null;
}

/** Ties the documents to the chain: whoever changes one later has to change every history row after it. */
function documentsSeen({ documents }: LoadedCase): HistoryBody['documents'] {
  return { count: documents.length, hash: sm3(documents.map(({ sha256 }) => sha256).join('\n')) };
}

function namesAfter(before: LoadedCase, facts: Facts): Record<string, string> {
  const named = [facts.actor, ...Object.values(facts.people)];
  return { ...before.names, ...Object.fromEntries(named.map((person) => [person.id, person.name])) };
}

function isSystem(facts: Facts): boolean {
  return facts.actor.roles.includes('system');
}

function effectName(effect: Effect): string {
  switch (effect.type) {
    case 'openTask':
    case 'closeTask':
      return `${effect.type}:${effect.task}:${effect.seat}`;
    case 'startClock':
      return `${effect.type}:${effect.clock.key}`;
    case 'pauseClock':
    case 'resumeClock':
    case 'extendClock':
    case 'stopClock':
      return `${effect.type}:${effect.key}`;
    case 'takeNumber':
      return `${effect.type}:${effect.series}`;
    case 'notify':
      return `${effect.type}:${effect.notice}`;
    case 'recordFact':
      return `${effect.type}:${effect.fact}`;
    case 'recordOpinion':
      return `${effect.type}:${effect.opinion.act}`;
    case 'grantAccess':
    case 'revokeAccess':
      return `${effect.type}:${effect.person}`;
  }
}

/** The rows while they are being collected. */
class Draft {
  readonly rows: CommitRows = {};
  readonly clocks: LoadedClock[];
  readonly opinions: LoadedOpinion[] = [];
  readonly numbers: LoadedNumber[] = [];
  readonly #input: PlanInput;
  readonly #tasks: LoadedTask[];
  readonly #opened = new Set<string>();
  readonly #movedClocks = new Set<string>();
  #numbered = 0;

  constructor(input: PlanInput) {
    this.#input = input;
    this.clocks = [...input.before.clocks];
    this.#tasks = [...input.before.tasks];
  }

  apply(effect: Effect): void {
    const { facts, newId, calendar } = this.#input;
    switch (effect.type) {
      case 'openTask':
        return this.#openTask(effect);
      case 'closeTask':
        return this.#closeTask(effect);
      case 'startClock': {
        const run = (latestClocks(this.clocks).get(effect.clock.key)?.run ?? 0) + 1;
        return this.putClock({ run, onDue: effect.onDue, state: startClock(calendar, effect.clock, effect.from) });
      }
      case 'pauseClock':
        return this.#moveClock(effect.key, (clock) => pauseClock(calendar, clock, facts.today, effect.reason));
      case 'resumeClock':
        return this.#moveClock(effect.key, (clock) => resumeClock(calendar, clock, facts.receiptDay, effect.mode));
      case 'extendClock':
        return this.#moveClock(effect.key, (clock) => extendClock(calendar, clock, effect.by, facts.today));
      case 'stopClock':
        return this.#moveClock(effect.key, (clock) => stopClock(calendar, clock, facts.today, effect.outcome));
      case 'takeNumber': {
        const text = this.#input.numbers[this.#numbered];
        if (text === undefined) throw new Error(`no number was taken for ${effect.series}`);
        this.#numbered += 1;
        if (text === null) return;
        this.numbers.push({ text, purpose: effect.purpose, takenAt: facts.at, voidReason: null });
        return;
      }
      case 'notify':
        if (this.#input.before.backDated) return;
        this.#add('outbox', {
          id: newId(),
          kind: 'notice',
          payload: { to: effect.to, notice: effect.notice, text: effect.text },
        });
        return;
      case 'recordFact':
        this.#add('facts', { id: newId(), kind: effect.fact, on: facts.today, detail: { ...effect.detail } });
        return;
      case 'recordOpinion':
        return this.#recordOpinion(effect);
      case 'grantAccess':
        if (!(this.rows.grants ?? []).includes(effect.person)) this.#add('grants', effect.person);
        return;
      case 'revokeAccess':
        this.#add('revokes', { person: effect.person, reason: effect.reason });
        return;
      default:
        // The union is closed; a new effect without a branch does not compile.
        effect satisfies never;
    }
  }

  openTasks(): LoadedTask[] {
    return this.#tasks;
  }

  caseDueOn(): string | null {
    const dues = [...latestClocks(this.clocks).values()]
      .filter((clock) => clock.state.status === 'running' && clock.state.dueOn !== null)
      .map((clock) => clock.state.dueOn as string);
    return dues.length === 0 ? null : dues.reduce((a, b) => (a < b ? a : b));
  }

  /** Due dates of tasks and their timers follow the clocks, once all effects are applied. */
  settleDueDates(): void {
    const { calendar, facts, openingHour, reminders: parameters, newId } = this.#input;
    const latest = latestClocks(this.clocks);
    for (const key of this.#movedClocks) {
      const clock = latest.get(key);
      if (clock?.onDue == null) continue;
      const subject = `clock:${key}:${clock.run}`;
      this.#add('cancelTimers', subject);
      const timer = clockDueTimer(clock, subject, newId);
      if (timer !== null) this.#add('timers', timer);
    }
    for (const [index, task] of this.#tasks.entries()) {
      const opened = this.#opened.has(task.id);
      if (task.clock === null || !(opened || this.#movedClocks.has(task.clock))) continue;
      const state = latest.get(task.clock)?.state;
      const running = state?.status === 'running';
      const dueOn = running ? state.dueOn : null;
      const provisional = running ? state.provisional : false;
      this.#tasks[index] = { ...task, dueOn, provisional };
      const row = this.rows.openTasks?.find((candidate) => candidate.id === task.id);
      if (row === undefined) {
        this.#add('dueTasks', { id: task.id, dueOn, provisional });
        this.#add('cancelTimers', task.id);
      } else Object.assign(row, { dueOn, provisional });
      if (dueOn === null || this.#input.before.backDated) continue;
      const today = facts.today;
      const ahead = reminderTimers({ task, dueOn, provisional, today, calendar, openingHour, parameters, newId });
      // A new task gets its next reminder only: each one sets the one after it when it goes out. Where a clock moved,
      // some stages have gone out already, so all that are ahead are set.
      for (const timer of opened ? ahead.slice(0, 1) : ahead) this.#add('timers', timer);
    }
  }

  #openTask(effect: Extract<Effect, { type: 'openTask' }>): void {
    const { before, facts, newId } = this.#input;
    // A seat that was transferred, delegated or resolved is asked anew: the old asking ends with the new one.
    this.#closeTask({
      ...effect,
      type: 'closeTask',
      outcome: 'transferred',
      by: isSystem(facts) ? null : facts.actor.id,
    });
    const task: LoadedTask = {
      id: newId(),
      key: effect.task,
      visit: effect.visit,
      seat: effect.seat,
      // One event opens a seat at most once, so the version tells repeated askings of one seat apart.
      turn: before.version + 1,
      role: effect.role,
      label: effect.label,
      holder: effect.holder,
      clock: effect.clock,
      dueOn: null,
      provisional: false,
      openedAt: facts.at,
    };
    this.#tasks.push(task);
    this.#opened.add(task.id);
    this.#add('openTasks', { ...task });
    // A back-dated case tells nobody: its events are years old.
    if (before.backDated) return;
    this.#add('outbox', {
      id: newId(),
      kind: 'task-opened',
      payload: { task: task.id, role: task.role, label: task.label, holder: task.holder },
    });
  }

  #closeTask(effect: Extract<Effect, { type: 'closeTask' }>): void {
    const index = this.#tasks.findIndex(
      (task) => task.key === effect.task && task.visit === effect.visit && task.seat === effect.seat,
    );
    const task = this.#tasks[index];
    // A seat that waited for its turn has no open row.
    if (task === undefined) return;
    this.#tasks.splice(index, 1);
    if (this.#opened.has(task.id)) return this.#unopenTask(task.id);
    this.#add('closeTasks', { id: task.id, outcome: effect.outcome, by: effect.by });
    this.#add('cancelTimers', task.id);
  }

  /** Opened and closed by the same event: nobody was ever asked, so neither row nor notice is written. */
  #unopenTask(id: string): void {
    const { rows } = this;
    rows.openTasks = (rows.openTasks ?? []).filter((row) => row.id !== id);
    rows.outbox = (rows.outbox ?? []).filter((row) => row.payload['task'] !== id);
    if (rows.openTasks.length === 0) delete rows.openTasks;
    if (rows.outbox.length === 0) delete rows.outbox;
  }

  #moveClock(key: string, move: (clock: ClockState) => ClockState): void {
    const clock = latestClocks(this.clocks).get(key);
    if (clock === undefined) return;
    const state = move(clock.state);
    if (state !== clock.state) this.putClock({ ...clock, state });
  }

  /** The run of a clock as it is now; tasks and timers follow when the due dates are settled. */
  putClock(clock: LoadedClock): void {
    const { state } = clock;
    const same = (other: { run: number; key: string }): boolean => other.key === state.key && other.run === clock.run;
    const index = this.clocks.findIndex((other) => same({ run: other.run, key: other.state.key }));
    if (index === -1) this.clocks.push(clock);
    else this.clocks[index] = clock;
    const row = {
      key: state.key,
      run: clock.run,
      status: state.status,
      dueOn: state.dueOn,
      provisional: state.provisional,
      onDue: clock.onDue,
      state,
    };
    const rows = (this.rows.clocks ??= []);
    const at = rows.findIndex(same);
    if (at === -1) rows.push(row);
    else rows[at] = row;
    this.#movedClocks.add(state.key);
  }

  #recordOpinion(effect: Extract<Effect, { type: 'recordOpinion' }>): void {
    const { facts, newId, before } = this.#input;
    const { opinion } = effect;
    const signed = {
      case: before.id,
      by: { id: facts.actor.id, name: facts.actor.name },
      at: facts.at,
      ...opinion,
      numbers: this.numbers.map((number) => number.text),
    };
    const row = {
      id: newId(),
      act: opinion.act,
      round: opinion.round,
      byPerson: facts.actor.id,
      byName: facts.actor.name,
      conclusion: opinion.conclusion,
      text: opinion.text,
      points: opinion.points,
      hash: sm3(canonicalJson(signed)),
    };
    this.#add('opinions', row);
    this.opinions.push({
      id: row.id,
      act: row.act,
      round: row.round,
      by: { id: row.byPerson, name: row.byName },
      conclusion: row.conclusion,
      text: row.text,
      points: opinion.points as readonly Record<string, unknown>[],
      at: facts.at,
      hash: row.hash,
    });
  }

  #add<K extends Exclude<keyof CommitRows, 'idempotency' | 'fireTimer' | 'numbers'>>(
    list: K,
    row: NonNullable<CommitRows[K]>[number],
  ): void {
    ((this.rows[list] ??= []) as unknown[]).push(row);
  }
}
