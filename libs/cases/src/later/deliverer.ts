/**
 * Delivers outbox rows and timers: a row is marked as done in the transaction that did the work. Timers that only send
 * notices are handled many in one transaction; when that fails, each is handled in a transaction of its own.
 */
import { ProblemError, type Principal } from '@lawgate/contracts';
import { lapsed, type Definition } from '@lawgate/engine';
import type pg from 'pg';
import type { CaseRuntime } from '../commit/case-runtime.ts';
import { StaleTimerError } from '../commit/case-store.ts';
import { clockOfSubject, type TimerRow } from '../clocks/timer-plan.ts';
import { type Clock, inTransaction } from '@lawgate/database';
import { crashPoint } from '@lawgate/process';
import { keepDeliveryFailure, type Delivery } from '@lawgate/jobs';
import { clockReminders } from './clock-timers.ts';
import {
  isNoticeTimer,
  taskReminders,
  type LockedBy,
  type NoticeTimers,
  type NoticeTimerKind,
} from './notice-timers.ts';
import { sqlText } from '../sql-text.ts';

export interface OutboxRow {
  readonly id: string;
  readonly caseId: string;
  readonly orgPath: string;
  readonly kind: string;
  readonly payload: Record<string, unknown>;
  readonly createdAt: Date;
}

export interface TimerRecord {
  readonly id: string;
  readonly caseId: string;
  readonly orgPath: string;
  readonly kind: 'reminder' | 'clock-due' | 'clock-reminder';
  readonly subject: string;
  readonly visit: number;
  readonly stage: string;
  readonly fireAt: Date;
  readonly token: number;
  readonly status: string;
}

/** Handles a row inside the transaction that marks it as done. `at` is the time of the delivery. */
export type OutboxHandler = (tx: pg.PoolClient, row: OutboxRow, at: Date) => Promise<void>;
export type NoticeTimerHandler = (tx: pg.PoolClient, timers: readonly TimerRecord[], at: Date) => Promise<void>;

export interface DeliveryHandlers {
  /** By outbox kind. Start fails if a kind that commits write has no handler. */
  readonly outbox: Readonly<Record<string, OutboxHandler>>;
  /** By kind of timer; each handles many timers with a fixed number of statements. */
  readonly noticeTimers: Readonly<Record<NoticeTimerKind, NoticeTimerHandler>>;
}

/** A delivery failed, and the failure is stored in its row, from which it is retried. */
export class KeptFailureError extends Error {}

/** Kinds of outbox rows that commits write; papers only where a workflow has any. */
function kindsWritten(definitions: readonly Definition[]): string[] {
  const issues = definitions.some(({ papers = [] }) => papers.some(({ event }) => event !== null));
  return ['notice', 'task-opened', ...(issues ? ['paper'] : [])];
}

const lockOutboxRow = sqlText('later/lock-outbox-row');
const settleOutboxRow = sqlText('later/settle-outbox-row');
const timersById = sqlText('later/timers-by-id');
const lockTimers: Readonly<Record<LockedBy, string>> = {
  wait: sqlText('later/lock-timers-wait'),
  skip: sqlText('later/lock-timers-skip'),
};
const insertTimers = sqlText('later/insert-timers');
const fireTimers = sqlText('later/fire-timers');
const eventOfClock = sqlText('later/event-of-clock');
const cancelTimer = sqlText('later/cancel-timer');

export class Deliverer {
  readonly #noticeTimers: Readonly<Record<NoticeTimerKind, NoticeTimers>>;

  /** @throws Error when a kind of outbox row has no handler. */
  constructor(
    private readonly pool: pg.Pool,
    private readonly runtime: CaseRuntime,
    private readonly handlers: DeliveryHandlers,
    private readonly clock: Clock,
  ) {
    const missing = kindsWritten(runtime.definitions.everyVersion()).filter(
      (kind) => handlers.outbox[kind] === undefined,
    );
    if (missing.length > 0) throw new Error(`no handler for outbox kinds: ${missing.join(', ')}`);
    this.#noticeTimers = { reminder: taskReminders(runtime), 'clock-reminder': clockReminders(runtime) };
  }

  /**
   * Handles the deliveries; those that are already done, or stale, have no effect. The reason of a failure is stored in
   * its row, which waits for its next attempt.
   *
   * @throws Error when some failed, after all the others were handled: {@link KeptFailureError} where every failure is
   * stored in its row. Delivering all of them again is safe.
   */
  async deliver(...deliveries: readonly Delivery[]): Promise<void> {
    crashPoint?.('delivery.before-write');
    // The commit may have been made by a process whose clock is ahead of this one's.
    await this.clock.catchUp?.();
    const work = deliveries
      .filter(({ kind }) => kind === 'outbox')
      .map(
        ({ id }) =>
          () =>
            this.#kept('outbox', id, () => this.#outbox(id)),
      );
    const timers = await this.#dueAmong(deliveries.filter(({ kind }) => kind === 'timer'));
    for (const kind of new Set(timers.map((timer) => timer.kind))) {
      const ofKind = timers.filter((timer) => timer.kind === kind);
      if (isNoticeTimer(kind)) work.push(() => this.#fireTogether(kind, ofKind));
      else work.push(...ofKind.map((timer) => () => this.#kept('timer', timer.id, () => this.#sendDueEvent(timer))));
    }
    await eachInTurn(work);
    crashPoint?.('delivery.after-write');
  }

  /** @throws KeptFailureError; Error where the failure could not be stored, such as when the database is down */
  async #kept(table: 'outbox' | 'timer', id: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      await keepDeliveryFailure(this.pool, table, id, error);
      throw new KeptFailureError(`${table} row ${id}: ${String((error as Error).message)}`, { cause: error });
    }
  }

  async #outbox(id: string): Promise<void> {
    await inTransaction(this.pool, async (tx) => {
      const found = await tx.query<OutboxRow>(lockOutboxRow, [id]);
      const row = found.rows[0];
      // Already delivered: a second delivery of one row does nothing.
      if (row === undefined) return;
      const handler = this.handlers.outbox[row.kind];
      if (handler === undefined) throw new Error(`no handler for outbox kind "${row.kind}"`);
      // A process whose clock is behind that of the committing process must not report an event before it happened.
      const at = new Date(Math.max(this.clock.now().getTime(), row.createdAt.getTime()));
      await handler(tx, row, at);
      await tx.query(settleOutboxRow, [id, at]);
    });
  }

  /** The current rows of timer deliveries, without those that are stale or early. */
  async #dueAmong(deliveries: readonly Delivery[]): Promise<TimerRecord[]> {
    if (deliveries.length === 0) return [];
    const tokens = tokensOf(deliveries);
    const found = await this.pool.query<TimerRecord>(timersById, [[...tokens.keys()]]);
    const now = this.clock.now();
    return found.rows.filter((timer) => isDue(timer, tokens.get(timer.id), now));
  }

  /**
   * Handles all in one transaction; timers that are locked elsewhere, or that fail together with others, each in one of
   * their own.
   */
  async #fireTogether(kind: NoticeTimerKind, timers: readonly TimerRecord[]): Promise<void> {
    let left = timers;
    if (timers.length > 1) {
      // The transaction was rolled back; the loop below finds out which timers fail.
      const done = await this.#fire(kind, timers, 'skip').catch(() => new Set<string>());
      left = timers.filter(({ id }) => !done.has(id));
    }
    try {
      await eachInTurn(
        left.map((timer) => () => this.#kept('timer', timer.id, () => this.#fire(kind, [timer], 'wait'))),
      );
    } finally {
      this.runtime.events.emit('workEnqueued');
    }
  }

  /** @returns ids of the handled timers */
  #fire(kind: NoticeTimerKind, timers: readonly TimerRecord[], how: LockedBy): Promise<Set<string>> {
    return inTransaction(this.pool, async (tx) => {
      // Locks first the task or clock, then its timer, in the same order as commits.
      const held = new Map((await this.#noticeTimers[kind].lock(tx, timers, how)).map((each) => [each.timer.id, each]));
      const tokens = tokensOf(timers);
      const locked = await tx.query<TimerRecord>(lockTimers[how], [[...held.keys()]]);
      const at = this.clock.now();
      const due = locked.rows.filter((timer) => isDue(timer, tokens.get(timer.id), at));
      if (due.length > 0) {
        await this.handlers.noticeTimers[kind](tx, due, at);
        await setTimers(
          tx,
          due.flatMap((fired) => {
            const next = held.get(fired.id)?.next() ?? null;
            return next === null ? [] : [{ ...next, caseId: fired.caseId, orgPath: fired.orgPath }];
          }),
        );
        await tx.query(fireTimers, [due.map(({ id }) => id), at]);
      }
      return new Set(locked.rows.map(({ id }) => id));
    });
  }

  /** A due date sends its event through the same step and commit as a person's; the timer is marked in that commit. */
  async #sendDueEvent(timer: TimerRecord): Promise<void> {
    const { key, run } = clockOfSubject(timer.subject) ?? { key: '', run: 0 };
    const clock = await this.pool.query<{ onDue: string | null; orgId: string }>(eventOfClock, [
      timer.caseId,
      key,
      run,
    ]);
    const found = clock.rows[0];
    if (found?.onDue == null) return;
    const system = systemPrincipal(found.orgId, timer.orgPath);
    const fireTimer = { id: timer.id, token: timer.token };
    try {
      if (found.onDue === lapsed) {
        await this.runtime.clocks.lapse(system, timer.caseId, { key, run }, fireTimer);
        return;
      }
      const event = { type: found.onDue, payload: {} };
      await this.runtime.send(system, { caseId: timer.caseId, event, fireTimer }, () => null);
    } catch (error) {
      if (error instanceof StaleTimerError) return;
      // Lost every race against other commits: the event still has to be sent, so the delivery is retried.
      if (!(error instanceof ProblemError) || error.code === 'case.version-conflict') throw error;
      // The case moved on in the meantime, so the due date needs no event any more. If a second delivery of this very
      // date did that, the timer has fired and stays fired.
      await this.pool.query(cancelTimer, [timer.id, timer.token]);
    }
  }
}

function isDue(timer: TimerRecord, token: number | undefined, now: Date): boolean {
  return timer.token === token && (timer.status === 'enqueued' || timer.status === 'pending') && timer.fireAt <= now;
}

/** Of several deliveries of one timer the highest token: tokens only increase, so no lower one can match the row. */
function tokensOf(timers: readonly { readonly id: string; readonly token: number }[]): Map<string, number> {
  const tokens = new Map<string, number>();
  for (const { id, token } of timers) tokens.set(id, Math.max(token, tokens.get(id) ?? token));
  return tokens;
}

async function setTimers(
  tx: pg.PoolClient,
  timers: readonly (TimerRow & { readonly caseId: string; readonly orgPath: string })[],
): Promise<void> {
  if (timers.length === 0) return;
  await tx.query(insertTimers, [JSON.stringify(timers)]);
}

/** Awaits all, whatever fails; then throws what failed. */
async function eachInTurn(work: readonly (() => Promise<unknown>)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const each of work) await each().catch((error: unknown) => errors.push(error));
  if (errors.length === 1) throw errors[0];
  if (errors.length === 0) return;
  const message = `${errors.length} deliveries failed: ${String(errors[0])}`;
  if (errors.every((error) => error instanceof KeptFailureError))
    throw new KeptFailureError(message, { cause: errors[0] });
  throw new AggregateError(errors, message);
}

/** The actor of system events. */
export function systemPrincipal(orgId: string, orgPath: string): Principal {
  return {
    id: '',
    name: '系统',
    username: 'system',
    orgId,
    orgName: '',
    orgPath,
    roles: ['system'],
    qualifications: [],
    scope: 'organisation',
  };
}
