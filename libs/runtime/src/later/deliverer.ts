/** Executes later things: one row, one transaction, marked done in that same transaction. */
import { ProblemError, type Principal } from '@lawgate/contracts';
import type pg from 'pg';
import type { CaseRuntime } from '../case-runtime.ts';
import { StaleTimerError } from '../case-store.ts';
import type { Clock } from '../clock-port.ts';
import { crashPoint } from '../crash-points.ts';
import type { Delivery } from '../queue/delivery-queue.ts';
import { inTransaction } from '../viewer-transaction.ts';

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
  readonly kind: 'reminder' | 'clock-due';
  readonly subject: string;
  readonly visit: number;
  readonly stage: string;
  readonly fireAt: Date;
  readonly token: number;
  readonly status: string;
}

/** Does what a row asks for, inside the transaction that marks the row as done. `at` is the time of the delivery. */
export type OutboxHandler = (tx: pg.PoolClient, row: OutboxRow, at: Date) => Promise<void>;
export type ReminderHandler = (tx: pg.PoolClient, timer: TimerRecord, at: Date) => Promise<void>;

export interface DeliveryHandlers {
  /** By outbox kind. A kind that a commit writes and nobody handles is found at boot. */
  readonly outbox: Readonly<Record<string, OutboxHandler>>;
  readonly reminder: ReminderHandler;
}

/** Kinds of outbox rows that commits write. */
export const outboxKinds = ['notice', 'task-opened'] as const;

const timerColumns = `id, case_id as "caseId", org_path as "orgPath", kind, subject, visit, stage, fire_at as "fireAt",
  token, status`;

export class Deliverer {
  /** @throws Error when a kind of outbox row has no handler. */
  constructor(
    private readonly pool: pg.Pool,
    private readonly runtime: CaseRuntime,
    private readonly handlers: DeliveryHandlers,
    private readonly clock: Clock,
  ) {
    const missing = outboxKinds.filter((kind) => handlers.outbox[kind] === undefined);
    if (missing.length > 0) throw new Error(`no handler for outbox kinds: ${missing.join(', ')}`);
  }

  async deliver(delivery: Delivery): Promise<void> {
    crashPoint('delivery.before-write');
    // What is delivered was committed at a time that this process may not have heard of yet.
    await this.clock.catchUp?.();
    if (delivery.kind === 'outbox') await this.#outbox(delivery.id);
    else await this.#timer(delivery.id, delivery.token);
    crashPoint('delivery.after-write');
  }

  async #outbox(id: string): Promise<void> {
    await inTransaction(this.pool, async (tx) => {
      const found = await tx.query<OutboxRow>(
        `select id, case_id as "caseId", org_path as "orgPath", kind, payload, created_at as "createdAt"
           from outbox where id = $1 and delivered_at is null for update`,
        [id],
      );
      const row = found.rows[0];
      // Delivered already: a second delivery of one row finds nothing to do.
      if (row === undefined) return;
      const handler = this.handlers.outbox[row.kind];
      if (handler === undefined) throw new Error(`no handler for outbox kind "${row.kind}"`);
      // A process whose clock is behind the one that committed must not tell of an event before it happened.
      const at = new Date(Math.max(this.clock.now().getTime(), row.createdAt.getTime()));
      await handler(tx, row, at);
      await tx.query('update outbox set delivered_at = $2 where id = $1', [id, at]);
    });
  }

  async #timer(id: string, token: number): Promise<void> {
    const found = await this.pool.query<TimerRecord>(`select ${timerColumns} from timer where id = $1`, [id]);
    const timer = found.rows[0];
    if (timer === undefined || !isDue(timer, token, this.clock.now())) return;
    if (timer.kind === 'clock-due') return this.#sendDueEvent(timer);
    await inTransaction(this.pool, async (tx) => {
      // First the task, then its timer, as commits do: the next reminder must not be set from a date that is just moving.
      await tx.query('select from task where id = $1 for share', [timer.subject]);
      const locked = await tx.query<TimerRecord>(`select ${timerColumns} from timer where id = $1 for update`, [id]);
      const current = locked.rows[0];
      const at = this.clock.now();
      if (current === undefined || !isDue(current, token, at)) return;
      await this.handlers.reminder(tx, current, at);
      await this.#setNext(tx, current);
      await tx.query(`update timer set status = 'fired', fired_at = $2 where id = $1`, [id, at]);
    });
    this.runtime.onLaterThings();
  }

  /** Each reminder sets the one after it, so that a task has one timer and not one for every stage. */
  async #setNext(tx: pg.PoolClient, fired: TimerRecord): Promise<void> {
    const found = await tx.query<{ dueOn: string; provisional: boolean }>(
      `select due_on::text as "dueOn", provisional from task where id = $1 and status = 'open' and due_on is not null`,
      [fired.subject],
    );
    const task = found.rows[0];
    if (task === undefined) return;
    const next = this.runtime.reminderAfter({ id: fired.subject, visit: fired.visit, ...task }, fired);
    if (next === null) return;
    await tx.query(
      `insert into timer (id, case_id, org_path, kind, subject, visit, stage, fire_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
      [next.id, fired.caseId, fired.orgPath, next.kind, next.subject, next.visit, next.stage, next.fireAt],
    );
  }

  /** A due date sends its event through the same step and commit as a person's; the timer is marked in that commit. */
  async #sendDueEvent(timer: TimerRecord): Promise<void> {
    const [, key, run] = timer.subject.split(':');
    const clock = await this.pool.query<{ onDue: string | null; orgId: string }>(
      `select k.on_due as "onDue", c.org_id as "orgId" from clock k join review_case c on c.id = k.case_id
        where k.case_id = $1 and k.key = $2 and k.run = $3`,
      [timer.caseId, key, Number(run)],
    );
    const found = clock.rows[0];
    if (found?.onDue == null) return;
    try {
      await this.runtime.send(
        systemPrincipal(found.orgId, timer.orgPath),
        {
          caseId: timer.caseId,
          event: { type: found.onDue, payload: {} },
          fireTimer: { id: timer.id, token: timer.token },
        },
        () => null,
      );
    } catch (error) {
      if (error instanceof StaleTimerError) return;
      // Lost every race against a busy case: the date has still to be acted on, so the delivery comes again.
      if (!(error instanceof ProblemError) || error.code === 'case.version-conflict') throw error;
      // The case went on by another way in the meantime: the date passed without anything left to do. Where that way was
      // a second delivery of this very date, the timer has fired, and stays so.
      await this.pool.query(
        `update timer set status = 'cancelled' where id = $1 and token = $2 and status in ('pending', 'enqueued')`,
        [timer.id, timer.token],
      );
    }
  }
}

function isDue(timer: TimerRecord, token: number, now: Date): boolean {
  return timer.token === token && (timer.status === 'enqueued' || timer.status === 'pending') && timer.fireAt <= now;
}

/** The engine's own hand. */
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
