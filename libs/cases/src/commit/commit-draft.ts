/** Turns effects into rows: the one place where every kind of effect is executed. Pure. */
import { extendClock, pauseClock, resumeClock, startClock, stopClock, type ClockState } from '@lawgate/calendar';
import { declaredKey, ladderOf, type Effect } from '@lawgate/engine';
import { isSystem } from './step-environment.ts';
import {
  canonicalJson,
  sm3,
  latestClocks,
  type LoadedClock,
  type LoadedNumber,
  type LoadedOpinion,
  type LoadedTask,
} from '../read/loaded-case.ts';
import {
  clockReminderTimers,
  clockSubject,
  isKept,
  isReminded,
  clockDueTimer,
  reminderTimers,
} from '../clocks/timer-plan.ts';
import type { CommitRows, PlanInput } from './commit-rows.ts';

/** The rows while they are being collected. */
export class CommitDraft {
  readonly rows: CommitRows = {};
  readonly clocks: LoadedClock[];
  readonly opinions: LoadedOpinion[] = [];
  readonly numbers: LoadedNumber[] = [];
  /** Papers that the commit issues. */
  readonly papers: Pick<Extract<Effect, { type: 'issuePaper' }>, 'paper' | 'round'>[] = [];
  title: string;
  readonly #input: PlanInput;
  readonly #tasks: LoadedTask[];
  readonly #opened = new Set<string>();
  readonly #movedClocks = new Set<string>();
  #numbered = 0;

  constructor(input: PlanInput) {
    this.#input = input;
    this.title = input.before.title;
    this.clocks = [...input.before.clocks];
    this.#tasks = [...input.before.tasks];
    for (const { text, purpose } of input.givenNumbers ?? []) {
      this.numbers.push({ text, purpose, takenAt: input.env.at, voidReason: null });
    }
  }

  apply(effect: Effect): void {
    const { env, newId, calendar } = this.#input;
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
        return this.#moveClock(effect.key, (clock) => pauseClock(calendar, clock, env.today, effect.reason));
      case 'resumeClock':
        return this.#moveClock(effect.key, (clock) => resumeClock(calendar, clock, env.receiptDay, effect.mode));
      case 'extendClock':
        return this.#moveClock(effect.key, (clock) => extendClock(calendar, clock, effect.by, env.today));
      case 'stopClock':
        return this.#moveClock(effect.key, (clock) => stopClock(calendar, clock, env.today, effect.outcome));
      case 'takeNumber': {
        const text = this.#input.numbers[this.#numbered];
        if (text === undefined) throw new Error(`no number was taken for ${effect.series}`);
        this.#numbered += 1;
        if (text === null) return;
        this.numbers.push({ text, purpose: effect.purpose, takenAt: env.at, voidReason: null });
        return;
      }
      case 'notify':
        if (!(this.#input.notifies ?? !this.#input.before.backDated)) return;
        return this.leave('notice', { to: effect.to, notice: effect.notice, text: effect.text });
      case 'recordFact':
        this.#add('facts', {
          id: newId(),
          kind: effect.fact,
          on: effect.on ?? env.today,
          detail: { ...effect.detail },
        });
        return;
      case 'retitle':
        this.title = effect.title;
        return;
      case 'recordOpinion':
        return this.#recordOpinion(effect);
      case 'issuePaper':
        return this.#issuePaper(effect);
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
    const { definition } = this.#input;
    // A clock that runs after the case does not set the due date of the case.
    const dues = [...latestClocks(this.clocks).values()]
      .filter(({ state }) => state.status === 'running' && state.dueOn !== null && !isKept(definition, state.key))
      .map((clock) => clock.state.dueOn as string);
    return dues.length === 0 ? null : dues.reduce((a, b) => (a < b ? a : b));
  }

  /** Sets due dates of tasks and their timers from the clocks, once all effects are applied. */
  settleDueDates(): void {
    const { definition, calendar, env, openingHour, newId } = this.#input;
    const latest = latestClocks(this.clocks);
    for (const key of this.#movedClocks) {
      const clock = latest.get(key);
      if (clock !== undefined) this.#settleClockTimers(key, clock);
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
      const today = env.today;
      const ladder = ladderOf(definition, task.clock, env.parameters);
      const ahead = reminderTimers({ task, dueOn, provisional, today, calendar, openingHour, ladder, newId });
      // A new task gets its next reminder only: each reminder sets the next when it is sent. Where a clock moved, some
      // stages have been sent already, so all remaining ones are set.
      for (const timer of opened ? ahead.slice(0, 1) : ahead) this.#add('timers', timer);
    }
  }

  /** The clock's own event, and the reminders of a clock that belongs to no task. */
  #settleClockTimers(key: string, clock: LoadedClock): void {
    const { definition, before, calendar, env, openingHour, newId } = this.#input;
    // A back-dated case sends no notices, but the last day of a clock that runs on may be in the future; reminders for
    // past days are left out at delivery.
    const reminds = isReminded(definition, key) && (!before.backDated || isKept(definition, key));
    if (clock.onDue === null && !reminds) return;
    const subject = clockSubject(key, clock.run);
    const isNew = !before.clocks.some((known) => known.state.key === key && known.run === clock.run);
    if (!isNew) this.#add('cancelTimers', subject);
    const due = clock.onDue === null ? null : clockDueTimer(clock, subject, newId);
    if (due !== null) this.#add('timers', due);
    if (!reminds) return;
    const ladder = ladderOf(definition, declaredKey(key), env.parameters);
    const ahead = clockReminderTimers({ clock, today: env.today, calendar, openingHour, ladder, newId });
    // As with tasks: the first reminder of a new clock, and all remaining ones where it moved.
    for (const timer of isNew ? ahead.slice(0, 1) : ahead) this.#add('timers', timer);
  }

  #issuePaper(effect: Extract<Effect, { type: 'issuePaper' }>): void {
    const { definition, before } = this.#input;
    if (!(definition.papers ?? []).some(({ kind }) => kind === effect.paper)) {
      throw new Error(`paper "${effect.paper}" of ${definition.key} is not declared`);
    }
    // The papers of a back-dated case exist already; one made today would only imitate them.
    if (!before.backDated) this.papers.push(effect);
  }

  #openTask(effect: Extract<Effect, { type: 'openTask' }>): void {
    const { before, env, newId } = this.#input;
    // A seat that was transferred, delegated or resolved is asked again: the old row is closed with the new one.
    this.#closeTask({
      ...effect,
      type: 'closeTask',
      outcome: 'transferred',
      by: isSystem(env) ? null : env.actor.id,
    });
    const task: LoadedTask = {
      id: newId(),
      key: effect.task,
      visit: effect.visit,
      seat: effect.seat,
      // One event opens a seat at most once, so the version distinguishes repeated requests to one seat.
      turn: before.version + 1,
      role: effect.role,
      label: effect.label,
      holder: effect.holder,
      clock: effect.clock,
      dueOn: null,
      provisional: false,
      openedAt: env.at,
    };
    this.#tasks.push(task);
    this.#opened.add(task.id);
    this.#add('openTasks', { ...task });
    // A back-dated case sends no notices, because its events are in the past.
    if (before.backDated) return;
    this.leave('task-opened', { task: task.id, role: task.role, label: task.label, holder: task.holder });
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

  /** Sets the current run of a clock; tasks and timers follow when the due dates are settled. */
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
    const { env, newId, before } = this.#input;
    const { opinion } = effect;
    const signed = {
      case: before.id,
      by: { id: env.actor.id, name: env.actor.name },
      at: env.at,
      ...opinion,
      numbers: this.numbers.map((number) => number.text),
    };
    const row = {
      id: newId(),
      act: opinion.act,
      round: opinion.round,
      byPerson: env.actor.id,
      byName: env.actor.name,
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
      at: env.at,
      hash: row.hash,
    });
  }

  /** Adds an outbox row, to be delivered after the commit. */
  leave(kind: string, payload: Record<string, unknown>): void {
    this.#add('outbox', { id: this.#input.newId(), kind, payload });
  }

  #add<K extends Exclude<keyof CommitRows, 'idempotency' | 'fireTimer' | 'numbers'>>(
    list: K,
    row: NonNullable<CommitRows[K]>[number],
  ): void {
    ((this.rows[list] ??= []) as unknown[]).push(row);
  }
}
