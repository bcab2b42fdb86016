/**
 * Recorded cases (补录): takes over a matter of the past from a register, as a case that has what the register says and
 * nothing else; and starts the clocks of such a case when somebody enters their dates.
 */
import { notFound, refuseUnstorable, type Principal } from '@lawgate/contracts';
import { enterDates, isRecorded, recordedCase, datesEntered, type Definition, type Effect } from '@lawgate/engine';
import { newId, typedQueries } from '@lawgate/database';
import type { CivilDate } from '@lawgate/calendar';
import { sql } from 'kysely';
import { actorOf } from './step-environment.ts';
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
} from './answers.ts';
import { blankCase } from './blank-case.ts';
import type { TakenNumber } from './case-store.ts';
import { keepNumber } from './number-commits.ts';
import type { ClockCommitParts } from '../clocks/clock-commits.ts';
import { builtIn } from '../definitions/rule-sets.ts';
import type { CaseTables } from '../tables.ts';
import {
  completed,
  converted,
  generatedRows,
  recorded,
  type GeneratedRows,
  type LoadedCase,
  type RegisterLine,
  type RegisterRecord,
} from '../read/loaded-case.ts';
import { completedRecord } from '../read/register-line.ts';
import { planCommit, type PlanInput, type WritePlan } from './write-plan.ts';

/** A line of a register that becomes a case. */
export interface RecordCase {
  readonly id: string;
  readonly definition: Definition;
  readonly title: string;
  /** The fields of a submission that the register has. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Who imports it, and from which line; and every cell of the line. */
  readonly line: RegisterLine;
  /** The outcomes that the register gives, each on its day. */
  readonly facts: readonly RecordedFact[];
  /** The number on the opinion letter, and the name of that paper. */
  readonly number: TakenNumber | null;
}

export interface RecordedFact {
  readonly fact: string;
  readonly on: CivilDate;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface EnterDates {
  readonly caseId: string;
  readonly dates: unknown;
  readonly expectedVersion?: number | undefined;
  readonly idempotency?: Idempotency | null;
}

export class RecordedCases {
  constructor(private readonly parts: ClockCommitParts) {}

  /**
   * Writes a recorded case with one history row. Where it throws, nothing was written, or the transaction that the store
   * works in must end.
   *
   * @param by the person who imports the register; a member of the organisation of the case
   * @throws ProblemError 409 `case.number-used`
   */
  async record(by: Principal, command: RecordCase): Promise<LoadedCase> {
    const { definition, id, title, fields, facts, line, number } = command;
    const { store, stepEnvironmentOf } = this.parts;
    const before = blankCase(by, definition, { id, title, backDated: true });
    // No rule set of the town was applied to it.
    const env = stepEnvironmentOf(definition, builtIn, before, actorOf(by));
    const context = { drafter: by.id, round: 1, fields, record: line.record };
    const next = recordedCase(definition, context, builtIn.version);
    const plan = this.#planned({
      definition,
      before,
      accepted: { next, effects: factsOf(facts), overridden: [] },
      event: { type: recorded, payload: line },
      env,
      givenNumbers: number === null ? [] : [number],
    });
    await store.within(by, async (client, within) => {
      const subject = { caseId: id, orgId: by.orgId, orgPath: by.orgPath, at: env.at };
      await within.commit(by, [], subject, () => plan);
      if (number !== null) await keepNumber(client, subject, number);
    });
    return plan.after;
  }

  /**
   * Writes into a recorded case what a later register says and the earlier one did not: one history row, and its facts.
   *
   * @param by the person who imports the later register
   * @throws ProblemError 404 where it is no recorded case, 409 `case.number-used`; LostRaceError where another commit came
   * first
   */
  async complete(
    by: Principal,
    caseId: string,
    { facts, line, number }: Pick<RecordCase, 'facts' | 'line' | 'number'>,
  ): Promise<LoadedCase> {
    const { store, definitions, stepEnvironmentOf } = this.parts;
    return store.within(by, async (client, within) => {
      const answer = await within.load(by, caseId);
      if (answer.kind !== 'case' || !isRecorded(answer.case.stored)) throw notFound('该补录事项');
      const before = answer.case;
      const definition = definitions.ofCase(before.stored);
      const env = stepEnvironmentOf(definition, builtIn, before, actorOf(by));
      const record = completedRecord(before.stored.context['record'] as RegisterRecord, line.record);
      const plan = this.#planned({
        definition,
        before,
        accepted: {
          next: { ...before.stored, context: { ...before.stored.context, record } },
          effects: factsOf(facts),
          overridden: [],
        },
        event: { type: completed, payload: line },
        env,
        givenNumbers: number === null ? [] : [number],
      });
      const subject = { caseId, orgId: by.orgId, orgPath: by.orgPath, at: env.at };
      await within.commit(by, [], subject, () => plan);
      if (number !== null) await keepNumber(client, subject, number);
      return plan.after;
    });
  }

  /**
   * Turns a case that the import of an earlier version had replayed into a recorded one. Its history stays; the rows that
   * the import had generated are kept apart and count no longer.
   *
   * @param by the person who had imported it
   * @returns null where it is a recorded case already
   * @throws LostRaceError where another commit came first
   */
  async convert(
    by: Principal,
    caseId: string,
    { fields, facts, line }: Pick<RecordCase, 'fields' | 'facts' | 'line'>,
  ): Promise<LoadedCase | null> {
    const { store, definitions, ruleSetOf, stepEnvironmentOf } = this.parts;
    return store.within(by, async (client, within) => {
      const answer = await within.load(by, caseId);
      if (answer.kind !== 'case' || isRecorded(answer.case.stored)) return null;
      const before = { ...answer.case, tasks: [], clocks: [], opinions: [] };
      const definition = definitions.ofCase(before.stored);
      const ruleSet = await ruleSetOf(before, by);
      const env = stepEnvironmentOf(definition, ruleSet, before, actorOf(by));
      const db = typedQueries<CaseTables>(client);
      const taken = await sql<{
        rows: GeneratedRows;
      }>`select take_back_generated(${caseId}, ${env.at}) as rows`.execute(db);
      const generated = taken.rows[0]?.rows ?? {};
      const context = { drafter: before.createdBy, round: 1, fields, record: line.record };
      const next = recordedCase(definition, context, before.stored.rulesetVersion);
      const plan = this.#planned({
        definition,
        before,
        accepted: { next, effects: factsOf(facts), overridden: [] },
        event: { type: converted, payload: { ...line, until: before.version, generated } },
        env,
      });
      await within.commit(by, [], { caseId, orgId: before.orgId, at: env.at }, () => plan);
      return plan.after;
    });
  }

  /**
   * Names the history rows that the import of an earlier version had generated, in a case in which somebody has acted
   * since: it goes on as it is.
   *
   * @param until the last of these rows
   * @throws LostRaceError where another commit came first
   */
  async markGenerated(by: Principal, caseId: string, until: number): Promise<void> {
    const { store, definitions, ruleSetOf, stepEnvironmentOf } = this.parts;
    await store.within(by, async (_client, within) => {
      const answer = await within.load(by, caseId);
      if (answer.kind !== 'case') return;
      const before = answer.case;
      const definition = definitions.ofCase(before.stored);
      const plan = this.#planned({
        definition,
        before,
        accepted: { next: before.stored, effects: [], overridden: [] },
        event: { type: generatedRows, payload: { until } },
        env: stepEnvironmentOf(definition, await ruleSetOf(before, by), before, actorOf(by)),
      });
      await within.commit(by, [], { caseId, orgId: before.orgId, at: plan.after.updatedAt }, () => plan);
    });
  }

  /**
   * Enters the dates of a recorded case, which start the clocks that run after it.
   *
   * @throws ProblemError 403, 404, 409 `record.not-recorded`, `record.no-dates`, `record.dates-entered`,
   * `case.version-conflict`, 422; then nothing was written
   */
  async enterDates<V>(principal: Principal, command: EnterDates, render: Render<V>): Promise<Answer<V>> {
    const { caseId, dates, expectedVersion, idempotency } = command;
    refuseUnstorable(dates);
    const requestHash = idempotency == null ? null : hashRequest(idempotency.request);
    const { store, definitions } = this.parts;
    return untilCommitted(async () => {
      const loaded = await store.load(principal, caseId, idempotency?.key ?? null);
      if (loaded.kind === 'missing') throw notFound('该案件');
      if (loaded.kind === 'repeated') return repeated<V>(loaded.answer, requestHash);
      const before = loaded.case;
      if (expectedVersion !== undefined && expectedVersion !== before.version) throw staleVersion(before.version);
      requireOwn(principal, before);
      const definition = definitions.ofCase(before.stored);
      const ruleSet = await this.parts.ruleSetOf(before, principal);
      const { actor } = await this.parts.actorOf(principal);
      const env = this.parts.stepEnvironmentOf(definition, ruleSet, before, actor);
      const entered = enterDates(definition, before.stored, dates, env);
      if (!entered.ok) throw problemOf(entered, before.version);
      const { next, effects, payload } = entered;
      const plan = this.#planned({
        definition,
        before,
        accepted: { next, effects, overridden: [] },
        event: { type: datesEntered, payload },
        env,
      });
      const body = render(plan.after, this.parts.stepEnvironmentOf(definition, ruleSet, plan.after, actor), ruleSet);
      if (idempotency != null && requestHash !== null) {
        plan.rows.idempotency = { key: idempotency.key, requestHash, status: 200, response: body };
      }
      await store.commit(principal, [], { caseId, orgId: before.orgId, at: env.at }, () => plan);
      this.parts.written(plan);
      return { status: 200, body, repeated: false };
    });
  }

  #planned(input: Pick<PlanInput, 'definition' | 'before' | 'accepted' | 'event' | 'env' | 'givenNumbers'>): WritePlan {
    const { calendars, openingHour } = this.parts;
    return planCommit({ ...input, calendar: calendars.current(), openingHour, numbers: [], newId });
  }
}

function factsOf(facts: readonly RecordedFact[]): Effect[] {
  return facts.map(({ fact, on, detail }) => ({ type: 'recordFact', fact, on, detail }));
}
