import { civilDateOf, parseCivilDate, type CivilDate } from '@lawgate/calendar';
import { notFound, ProblemError, scopeOf, type Principal } from '@lawgate/contracts';
import { advisoryLocks, APP_POOL, asViewer, CLOCK, newId, type Clock } from '@lawgate/database';
import { StandInDirectory } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { closesCircle, type StandInRange } from './stand-in-cycle.ts';
import type { PutStandIn, StandInList, StandInView } from './stand-in-views.ts';

interface Person {
  readonly id: string;
  readonly roles: readonly string[];
}

const columns = `s.id, json_build_object('id', a.id, 'name', a.name) as person,
  json_build_object('id', b.id, 'name', b.name) as "standIn", s.from_on::text as "from", s.to_on::text as "to"`;
const joined = 'stand_in s join person a on a.id = s.person_id join person b on b.id = s.stand_in_id';

/** Leave and standing in (代理): who acts for whom on which days. */
@Injectable()
export class StandInsService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly directory: StandInDirectory,
  ) {}

  /** What holds today or later in the own organisation, earliest first. */
  async list(principal: Principal): Promise<StandInList> {
    const found = await asViewer(this.pool, principal, (client) =>
      client.query<StandInView>(
        `select ${columns} from ${joined} where s.org_path = $1 and s.to_on > $2 order by s.from_on, s.id`,
        [principal.orgPath, this.#today()],
      ),
    );
    return { items: found.rows };
  }

  /**
   * Enters a stand-in. Entering the same again answers with what is there.
   *
   * @throws ProblemError 403 `stand-in.forbidden`, 409 `stand-in.overlap`, `stand-in.cycle`, 422 `stand-in.range`,
   *   `stand-in.not-eligible`
   */
  async put(principal: Principal, request: PutStandIn): Promise<StandInView> {
    const range = this.#range(request);
    const person = request.person ?? principal.id;
    this.#requireEntitled(principal, person);
    const entered = await asViewer(this.pool, principal, async (client) => {
      // Two entries at once could each be without a circle, and together make one.
      await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [
        advisoryLocks.standInEntry,
        principal.orgPath,
      ]);
      await this.#requireEligible(client, principal, person, request.standIn);
      const known = await client.query<StandInRange & { id: string }>(
        `select id, person_id as person, stand_in_id as "standIn", from_on::text as "from", to_on::text as "to"
           from stand_in where org_path = $1 and to_on > $2`,
        [principal.orgPath, range.from],
      );
      const added = { person, standIn: request.standIn, ...range };
      const same = known.rows.find((each) => isSame(each, added));
      if (same !== undefined) return viewOf(client, same.id);
      requireFree(known.rows, added);
      const id = newId();
      await client.query(
        `insert into stand_in (id, org_id, org_path, person_id, stand_in_id, from_on, to_on, entered_by, entered_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          id,
          principal.orgId,
          principal.orgPath,
          person,
          request.standIn,
          range.from,
          range.to,
          principal.id,
          this.clock.now(),
        ],
      );
      return viewOf(client, id);
    });
    this.directory.dropAll();
    return entered;
  }

  /**
   * Ends a stand-in: one that has not begun is gone, one that has ends with yesterday, so that who was stand-in until
   * then stays on record.
   *
   * @throws ProblemError 403 `stand-in.forbidden`, 404
   */
  async end(principal: Principal, id: string): Promise<void> {
    const today = this.#today();
    await asViewer(this.pool, principal, async (client) => {
      const found = await client.query<{ person: string }>(
        'select person_id as person from stand_in where id = $1 and org_path = $2',
        [id, principal.orgPath],
      );
      const person = found.rows[0]?.person;
      if (person === undefined) throw notFound('该代理安排');
      this.#requireEntitled(principal, person);
      await client.query('delete from stand_in where id = $1 and from_on >= $2', [id, today]);
      await client.query('update stand_in set to_on = $2 where id = $1 and to_on > $2', [id, today]);
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

  /** Everybody for themselves; the director for their organisation. */
  #requireEntitled(principal: Principal, person: string): void {
    if (principal.scope === 'organisation' && (person === principal.id || principal.roles.includes('director'))) return;
    throw new ProblemError(403, 'stand-in.forbidden', '只能登记或结束本人的代理；他人的代理由本单位所长登记。');
  }

  async #requireEligible(client: pg.PoolClient, principal: Principal, person: string, standIn: string): Promise<void> {
    const found = await client.query<Person>(
      'select id, roles from person where id = any($1) and active and org_path = $2',
      [[person, standIn], principal.orgPath],
    );
    const away = found.rows.find(({ id }) => id === person);
    const acting = found.rows.find(({ id }) => id === standIn);
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

async function viewOf(client: pg.PoolClient, id: string): Promise<StandInView> {
  const found = await client.query<StandInView>(`select ${columns} from ${joined} where s.id = $1`, [id]);
  const view = found.rows[0];
  if (view === undefined) throw notFound('该代理安排');
  return view;
}

const wrongRange = (message: string): ProblemError => new ProblemError(422, 'stand-in.range', message);
const notEligible = (message: string): ProblemError => new ProblemError(422, 'stand-in.not-eligible', message);
