import { civilDateOf, parseCivilDate, type CivilDate } from '@lawgate/calendar';
import { notFound, ProblemError, scopeOf, type Principal } from '@lawgate/contracts';
import { advisoryLocks, CLOCK, Database, newId, StandInEntity, type Clock, type Transaction } from '@lawgate/database';
import { StandInDirectory } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { closesCircle, type StandInRange } from './stand-in-cycle.ts';
import type { PutStandIn, StandInList, StandInView } from './stand-in-views.ts';

/** Stand-ins with the names of the people. */
const standIns = (db: Transaction['db']) =>
  db
    .selectFrom('stand_in as s')
    .innerJoin('person as a', 'a.id', 's.personId')
    .innerJoin('person as b', 'b.id', 's.standInId')
    .select('s.id')
    .select(({ ref }) => [
      jsonBuildObject({ id: ref('a.id'), name: ref('a.name') }).as('person'),
      jsonBuildObject({ id: ref('b.id'), name: ref('b.name') }).as('standIn'),
    ])
    .select(['s.fromOn as from', 's.toOn as to']);

/** Leave and standing in (代理): who acts for whom on which days. */
@Injectable()
export class StandInsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly directory: StandInDirectory,
  ) {}

  /** Stand-ins of today or later in the own organisation, earliest first. */
  async list(principal: Principal): Promise<StandInList> {
    const items = await this.database.as(principal, ({ db }) =>
      standIns(db)
        .where('s.orgPath', '=', principal.orgPath)
        .where('s.toOn', '>', this.#today())
        .orderBy('s.fromOn')
        .orderBy('s.id')
        .execute(),
    );
    return { items };
  }

  /**
   * Adds a stand-in. Adding the same again returns the existing one.
   *
   * @throws ProblemError 403 `stand-in.forbidden`, 409 `stand-in.overlap`, `stand-in.cycle`, 422 `stand-in.range`,
   * `stand-in.not-eligible`
   */
  async put(principal: Principal, request: PutStandIn): Promise<StandInView> {
    const range = this.#range(request);
    const person = request.person ?? principal.id;
    this.#requireEntitled(principal, person);
    const entered = await this.database.as(principal, async (tx) => {
      // Two concurrent entries could each be without a cycle, and together form one.
      await sql`select pg_advisory_xact_lock(${advisoryLocks.standInEntry}, hashtext(${principal.orgPath}))`.execute(
        tx.db,
      );
      await this.#requireEligible(tx, principal, person, request.standIn);
      const known = await tx.db
        .selectFrom('stand_in')
        .select(['id', 'personId as person', 'standInId as standIn', 'fromOn as from', 'toOn as to'])
        .where('orgPath', '=', principal.orgPath)
        .where('toOn', '>', range.from)
        .execute();
      const ranges = known.map((row) => ({ ...row, from: parseCivilDate(row.from), to: parseCivilDate(row.to) }));
      const added = { person, standIn: request.standIn, ...range };
      const same = ranges.find((each) => isSame(each, added));
      if (same !== undefined) return viewOf(tx, same.id);
      requireFree(ranges, added);
      const id = newId();
      tx.em.create(StandInEntity, {
        id,
        orgId: principal.orgId,
        orgPath: principal.orgPath,
        personId: person,
        standInId: request.standIn,
        fromOn: range.from,
        toOn: range.to,
        enteredBy: principal.id,
        enteredAt: this.clock.now(),
      });
      await tx.flush();
      return viewOf(tx, id);
    });
    this.directory.dropAll();
    return entered;
  }

  /**
   * Ends a stand-in: one that has not begun is deleted, one that has begun ends with yesterday, so that it stays on
   * record.
   *
   * @throws ProblemError 403 `stand-in.forbidden`, 404
   */
  async end(principal: Principal, id: string): Promise<void> {
    const today = this.#today();
    await this.database.as(principal, async ({ em }) => {
      const standIn = await em.findOne(StandInEntity, { id, orgPath: principal.orgPath });
      if (standIn === null) throw notFound('该代理安排');
      this.#requireEntitled(principal, standIn.personId);
      if (standIn.fromOn >= today) em.remove(standIn);
      else if (standIn.toOn > today) standIn.toOn = today;
    });
    this.directory.dropAll();
  }

  #today(): CivilDate {
    return civilDateOf(this.clock.now());
  }

  #range(request: PutStandIn): { from: CivilDate; to: CivilDate } {
    const from = parseCivilDate(request.from);
    const to = parseCivilDate(request.to);
    if (from >= to) throw wrongRange('结束日期（不含当日）须晚于开始日期。');
    if (from < this.#today()) throw wrongRange('代理不能追溯，开始日期不能早于今天。');
    return { from, to };
  }

  /** People may do this for themselves, the director for their organisation. */
  #requireEntitled(principal: Principal, person: string): void {
    if (principal.scope === 'organisation' && (person === principal.id || principal.roles.includes('director'))) return;
    throw new ProblemError(403, 'stand-in.forbidden', '只能登记或结束本人的代理；他人的代理由本单位所长登记。');
  }

  async #requireEligible({ db }: Transaction, principal: Principal, person: string, standIn: string): Promise<void> {
    const found = await db
      .selectFrom('person')
      .select(['id', 'roles'])
      .where('id', 'in', [person, standIn])
      .where('active', '=', true)
      .where('orgPath', '=', principal.orgPath)
      .execute();
    const away = found.find(({ id }) => id === person);
    const acting = found.find(({ id }) => id === standIn);
    if (away === undefined || acting === undefined || person === standIn) {
      throw notEligible('代理人应为本单位的其他在职人员，请另选。');
    }
    if (scopeOf(away.roles) !== 'organisation' || scopeOf(acting.roles) !== 'organisation') {
      throw notEligible('系统管理员、安全管理员、审计员不能代理或被代理；法律顾问由个案指派，请改为转办或另行指派。');
    }
    if (!away.roles.every((role) => acting.roles.includes(role))) {
      throw notEligible('代理人须具有被代理人的全部角色，请另选，或先由系统管理员授予角色。');
    }
  }
}

function isSame(known: StandInRange, added: StandInRange): boolean {
  return (
    known.person === added.person &&
    known.standIn === added.standIn &&
    known.from === added.from &&
    known.to === added.to
  );
}

function requireFree(known: readonly StandInRange[], added: StandInRange): void {
  if (known.some((each) => each.person === added.person && each.from < added.to && added.from < each.to)) {
    throw new ProblemError(409, 'stand-in.overlap', '这段日期内已登记了代理人，请先结束原来的安排，或改选其他日期。');
  }
  if (closesCircle(known, added)) {
    throw new ProblemError(
      409,
      'stand-in.cycle',
      '代理形成循环：所选代理人在这段日期内又（间接）由被代理人代理，请另选。',
    );
  }
}

async function viewOf({ db }: Transaction, id: string): Promise<StandInView> {
  const view = await standIns(db).where('s.id', '=', id).executeTakeFirst();
  if (view === undefined) throw notFound('该代理安排');
  return view;
}

const wrongRange = (message: string): ProblemError => new ProblemError(422, 'stand-in.range', message);
const notEligible = (message: string): ProblemError => new ProblemError(422, 'stand-in.not-eligible', message);
