/** The hot path: one statement reads a case, one writes an event. */
import { isRecorded, type RuleRefusal } from '@lawgate/engine';
import type pg from 'pg';
import { canonicalJson, type LoadedCase } from '../read/loaded-case.ts';
import { commitTimes, type CommitTime } from './commit-time.ts';
import { crashPoint } from '@lawgate/process';
import { actAs, isId, newId, statementsWithin, type Statements, type Viewer } from '@lawgate/database';
import type { WritePlan } from './write-plan.ts';
import { LRUCache } from 'lru-cache';
import type { Principal } from '@lawgate/contracts';
import { sqlText } from '../sql-text.ts';

export interface RepeatedAnswer {
  readonly requestHash: string;
  readonly status: number;
  readonly response: unknown;
}

export type LoadAnswer =
  | { readonly kind: 'case'; readonly case: LoadedCase }
  | { readonly kind: 'repeated'; readonly answer: RepeatedAnswer }
  | { readonly kind: 'missing' };

/** Another commit came first; nothing was written. See {@link untilCommitted}. */
export class LostRaceError extends Error {
  /** @param version of the case, as it was read */
  constructor(readonly version: number) {
    super('another commit came first');
  }
}
/** Another event was written between reading and writing. */
export class StaleCaseError extends LostRaceError {}
/** A concurrent call stored the idempotency key. */
export class KeyTakenError extends LostRaceError {}
/** The guessed number is not the next of its series. */
class SeriesMovedError extends Error {}
/** The timer that asked for this event was set again or has fired already. */
export class StaleTimerError extends Error {}

export interface NumberedCase {
  readonly caseId: string;
  readonly orgId: string;
  readonly at: string;
}

/** Each is prepared by the name of its file. */
const prepared = (name: string): { name: string; text: string } => ({
  name,
  text: sqlText(`commit/${name}`),
});
const loadStatement = prepared('load-case');
const commitStatement = prepared('commit-event');
const refusalStatement = prepared('keep-refusal');
const numberStatement = prepared('take-number');

/** An event that a rule of the engine refused. */
export interface MetRefusal {
  readonly caseId: string;
  readonly orgPath: string;
  /** Version of the case when the event was refused. */
  readonly version: number;
  readonly event: string;
  readonly refusals: readonly RuleRefusal[];
  readonly byName: string;
  /** ISO instant. */
  readonly at: string;
}

/** PostgreSQL's deadlock_detected. */
const deadlock = '40P01';

export class CaseStore {
  readonly #series = new SeriesMemory();

  constructor(private readonly statements: Statements) {}

  /**
   * Runs several statements and a commit in one transaction with the rights of the viewer; the store passed to `work`
   * uses that transaction.
   */
  within<T>(viewer: Viewer, work: (client: pg.PoolClient, store: CaseStore) => Promise<T>): Promise<T> {
    return this.statements.together(async (client) => {
      await actAs(client, viewer);
      return work(client, new CaseStore(statementsWithin(client)));
    });
  }

  async load(viewer: Viewer, caseId: string, idempotencyKey: string | null = null): Promise<LoadAnswer> {
    if (!isId(caseId)) return { kind: 'missing' };
    const result = await this.statements.one<{ answer: LoadedCase | { repeated: RepeatedAnswer } | null }>({
      ...loadStatement,
      values: [viewer.scope, viewer.orgPath, viewer.id, caseId, idempotencyKey],
    });
    const answer = result.rows[0]?.answer ?? null;
    if (answer === null) return { kind: 'missing' };
    return 'repeated' in answer ? { kind: 'repeated', answer: answer.repeated } : { kind: 'case', case: answer };
  }

  /**
   * Writes one event in one transaction.
   *
   * An event is one statement, which is its own transaction. An event that takes a number guesses the next of the
   * series from the last number that this process saw; if another process has taken it, nothing is written, and the
   * counter is then locked first. Either way numbers have no gaps.
   *
   * @throws StaleCaseError, KeyTakenError, StaleTimerError — then nothing was written.
   */
  async commit(
    viewer: Viewer,
    requests: readonly NumberRequest[],
    subject: NumberedCase,
    plan: (numbers: readonly string[]) => WritePlan,
  ): Promise<WritePlan> {
    const begun = performance.now();
    const written =
      (await this.#commitGuessing(viewer, requests, subject, plan)) ??
      (await this.#commitLocking(viewer, requests, subject, plan));
    commitTimes.publish({ seconds: (performance.now() - begun) / 1000 } satisfies CommitTime);
    crashPoint?.('commit.after-write');
    return written;
  }

  /** @returns null where nothing can be guessed, or the guess was wrong */
  async #commitGuessing(
    viewer: Viewer,
    requests: readonly NumberRequest[],
    subject: NumberedCase,
    plan: (numbers: readonly string[]) => WritePlan,
  ): Promise<WritePlan | null> {
    const guesses = this.#series.guess(viewer, subject.orgId, requests);
    if (guesses === null) return null;
    const planned = plan(guesses.map(({ text }) => text));
    if (guesses.length > 0) planned.rows.numbers = guesses;
    try {
      await this.#write((statement) => this.statements.one(statement), viewer, planned);
    } catch (error) {
      if (!(error instanceof SeriesMovedError)) throw error;
      this.#series.drop(subject.orgId, requests);
      return null;
    }
    this.#series.keep(subject.orgId, guesses);
    return planned;
  }

  async #commitLocking(
    viewer: Viewer,
    requests: readonly NumberRequest[],
    subject: NumberedCase,
    plan: (numbers: readonly string[]) => WritePlan,
  ): Promise<WritePlan> {
    const taken: TakenNumber[] = [];
    const written = await this.statements.together(async (client) => {
      for (const request of requests) taken.push(await takeNumber(client, viewer, subject, request));
      crashPoint?.('commit.after-number');
      const planned = plan(taken.map(({ text }) => text));
      await this.#write((statement) => client.query(statement), viewer, planned);
      return planned;
    });
    this.#series.keep(subject.orgId, taken);
    return written;
  }

  /**
   * Stores that a person met a refusal, in a separate transaction. The same refusal at the same version is stored once.
   */
  async keepRefusal(viewer: Viewer, met: MetRefusal): Promise<void> {
    const row = { ...met, id: newId(), rules: met.refusals.map(({ rule }) => rule).join(' ') };
    await this.statements.one({
      ...refusalStatement,
      values: [viewer.scope, viewer.orgPath, viewer.id, JSON.stringify(row)],
    });
  }

  async #write(run: (statement: pg.QueryConfig) => Promise<unknown>, viewer: Viewer, plan: WritePlan): Promise<void> {
    const { after, rows } = plan;
    const header = {
      id: after.id,
      orgId: after.orgId,
      orgPath: after.orgPath,
      category: after.category,
      title: after.title,
      definitionVersion: after.stored.definitionVersion,
      rulesetVersion: after.stored.rulesetVersion,
      state: after.state,
      stage: after.stage,
      status: after.status,
      version: after.version,
      createdBy: after.createdBy,
      at: after.updatedAt,
      dueOn: plan.dueOn,
      backDated: after.backDated,
      recorded: isRecorded(after.stored),
      documents: after.documentCount,
    };
    try {
      await run({
        ...commitStatement,
        values: [
          viewer.scope,
          viewer.orgPath,
          viewer.id,
          JSON.stringify(header),
          canonicalJson(after.stored),
          JSON.stringify(plan.history),
          Object.keys(rows).length === 0 ? null : JSON.stringify(rows),
        ],
      });
    } catch (error) {
      const code = (error as { code?: string }).code;
      const version = after.version - 1;
      if (code === 'LG409') throw new StaleCaseError(version);
      if (code === 'LG410') throw new KeyTakenError(version);
      if (code === 'LG411') throw new StaleTimerError();
      if (code === 'LG412') throw new SeriesMovedError();
      // A guessing commit locks the case first, a locking one the series first, so they may deadlock. PostgreSQL then
      // aborts one of them, which is retried.
      if (code === deadlock) throw new StaleCaseError(version);
      throw error;
    }
  }
}

async function takeNumber(
  client: pg.PoolClient,
  viewer: Viewer,
  subject: NumberedCase,
  request: NumberRequest,
): Promise<TakenNumber> {
  const { orgId, caseId, at } = subject;
  const taken = await client.query<{ text: string; number: number }>({
    ...numberStatement,
    values: [viewer.scope, viewer.orgPath, viewer.id, orgId, request.code, request.year, caseId, request.purpose, at],
  });
  const row = taken.rows[0];
  if (row === undefined) throw new Error(`no number came back for series ${request.code}`);
  return { ...request, ...row };
}

export interface NumberRequest {
  /** 代字 */
  readonly code: string;
  /** Year of issue. */
  readonly year: number;
  readonly purpose: string;
}

export interface TakenNumber extends NumberRequest {
  readonly number: number;
  readonly text: string;
}

/** 合审〔2023〕31号: no padding, no 第. */
export function numberText(code: string, year: number, number: number): string {
  return `${code}〔${year}〕${number}号`;
}

/** One entry for each organisation, year and code (代字). An evicted entry costs one read. */
const maxSeries = 20_000;

export class SeriesMemory {
  readonly #last = new LRUCache<string, number>({ max: maxSeries });

  /**
   * @returns one guess for each request, in order; null where one of the series is not cached here, or the viewer may
   * not write the series directly (an adviser's event takes its number with the lock)
   */
  guess(viewer: Pick<Principal, 'scope'>, orgId: string, requests: readonly NumberRequest[]): TakenNumber[] | null {
    if (requests.length === 0) return [];
    if (viewer.scope !== 'organisation') return null;
    const guesses: TakenNumber[] = [];
    for (const request of requests) {
      const last = this.#last.get(keyOf(orgId, request));
      // With two numbers of one series in one event, the statement could not distinguish them; take them with the lock.
      if (last === undefined || guesses.some((other) => keyOf(orgId, other) === keyOf(orgId, request))) return null;
      const number = last + 1;
      guesses.push({ ...request, number, text: numberText(request.code, request.year, number) });
    }
    return guesses;
  }

  keep(orgId: string, taken: readonly TakenNumber[]): void {
    for (const number of taken) {
      const key = keyOf(orgId, number);
      this.#last.set(key, Math.max(number.number, this.#last.get(key) ?? 0));
    }
  }

  drop(orgId: string, requests: readonly NumberRequest[]): void {
    for (const request of requests) this.#last.delete(keyOf(orgId, request));
  }
}

function keyOf(orgId: string, { code, year }: Pick<NumberRequest, 'code' | 'year'>): string {
  return `${orgId} ${code} ${year}`;
}
