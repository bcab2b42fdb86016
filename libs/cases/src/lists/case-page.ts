/**
 * The statement of a page of cases.
 *
 * For a viewer who sees whole organisations, it reads each organisation by the index of the sort, at most as many rows
 * as the page has, and merges them: a county's page costs one page for each of its towns and never whole lists. For an
 * adviser it reads the cases that were assigned to them.
 */
import type { CivilDate } from '@lawgate/calendar';
import type { CaseQuery, Principal } from '@lawgate/contracts';
import { containing } from '@lawgate/database';
import { after, dueKey, orderBy, Parameters, type ListStatement, type Order } from './list-statement.ts';

export interface CasePageRow {
  readonly id: string;
  readonly orgId: string;
  readonly orgPath: string;
  readonly category: string;
  readonly title: string;
  readonly state: string;
  readonly stage: string;
  readonly status: 'active' | 'done';
  readonly version: number;
  readonly submittingUnit: string | null;
  readonly dueOn: CivilDate | null;
  readonly provisional: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly holders: readonly { id: string | null; name: string | null; role: string; task: string }[] | null;
}

const orders = {
  due: { by: dueKey('c'), direction: 'asc', type: 'date' },
  created: { by: 'c.created_at', direction: 'desc', type: 'timestamptz' },
  // A case's newest history row: see the index history_recent.
  updated: { by: 'h.at', direction: 'desc', type: 'timestamptz' },
} as const satisfies Record<CaseQuery['sort'], Order>;

/** Counted without an official calendar: such a date makes nothing overdue. */
const isProvisional = `exists (select from clock k where k.case_id = c.id and k.status = 'running'
                                   and k.due_on = c.due_on and k.provisional)`;

type Viewer = Pick<Principal, 'id' | 'orgPath' | 'scope'>;

/** @throws ProblemError 422 `request.cursor-invalid` */
export function casePageStatement(viewer: Viewer, query: CaseQuery, today: CivilDate): ListStatement {
  const parameters = new Parameters();
  const order: Order = orders[query.sort];
  const byHistory = query.sort === 'updated';
  const id = byHistory ? 'h.case_id' : 'c.id';
  const conditions = conditionsOf(viewer, query, today, parameters);
  const following = query.cursor === undefined ? [] : [after(order, id, query.cursor, parameters)];
  const rows = parameters.put(query.limit + 1, 'int');
  const where = (scope: readonly string[]): string =>
    [...scope, ...following, ...conditions, 'true'].join('\n        and ');
  const sorted = `${orderBy(order, id)} limit ${rows}`;
  const found =
    viewer.scope === 'assigned'
      ? `select c.*, ${order.by} as sorted_by
       from case_access a join review_case c on c.id = a.case_id
       ${byHistory ? 'join history h on h.case_id = c.id and h.seq = c.version' : ''}
      where ${where([`a.person_id = ${parameters.put(viewer.id, 'uuid')}`, 'a.revoked_at is null'])}
      ${sorted}`
      : `select c.* from (${placesOf(viewer, query, parameters)}) o cross join lateral (
       select c.*, ${order.by} as sorted_by
         from ${byHistory ? newest(following) : 'review_case c'}
        where ${where(byHistory ? [] : ['c.org_path = o.path'])}
        ${sorted}) c`;
  const { mine, holder, concludedIn } = query;
  const inOrder =
    viewer.scope !== 'assigned' && mine !== 'handled' && holder === undefined && concludedIn === undefined;
  return { text: shown(found, order, rows), values: parameters.values, inOrder };
}

/**
 * The newest history rows of `o`, each with its case if the row is that case's last one. The history is read in index
 * order and the case looked up: OFFSET keeps the planner from reversing the join and reading both tables whole.
 */
function newest(following: readonly string[]): string {
  return `(select h.case_id, h.seq, h.at from history h
                where ${['h.org_path = o.path', ...following].join(' and ')}
                order by h.at desc, h.case_id desc) h
         cross join lateral (select c.* from review_case c where c.id = h.case_id and c.version = h.seq offset 0) c`;
}

/** The cursor of the page that follows `row`. */
export function cursorOf(query: Pick<CaseQuery, 'sort'>, row: CasePageRow): [string, string] {
  if (query.sort === 'due') return [row.dueOn ?? 'infinity', row.id];
  return [(query.sort === 'created' ? row.createdAt : row.updatedAt).toISOString(), row.id];
}

function placesOf(viewer: Viewer, { organisation }: CaseQuery, parameters: Parameters): string {
  const within = `select path from organisation where path ^@ ${parameters.put(viewer.orgPath)}`;
  // The organisation and everything below it, by its part of the path.
  return organisation === undefined ? within : `${within} and path like ${parameters.put(part(organisation))}`;
}

function part(code: string): string {
  return containing(`/${code}/`);
}

function conditionsOf(viewer: Viewer, query: CaseQuery, today: CivilDate, parameters: Parameters): string[] {
  const conditions: string[] = [];
  const equals = (column: string, value: unknown): void => {
    if (value !== undefined) conditions.push(`${column} = ${parameters.put(value)}`);
  };
  equals('c.category', query.category);
  equals('c.status', query.status);
  equals('c.state', query.state);
  equals('c.stage', query.stage);
  if (viewer.scope === 'assigned' && query.organisation !== undefined) {
    conditions.push(`c.org_path like ${parameters.put(part(query.organisation))}`);
  }
  if (query.q !== undefined) conditions.push(`c.title ilike ${parameters.put(containing(query.q))}`);
  if (query.from !== undefined) {
    conditions.push(`c.created_at >= ${parameters.put(`${query.from}T00:00:00+08:00`, 'timestamptz')}`);
  }
  if (query.to !== undefined) {
    conditions.push(`c.created_at <= ${parameters.put(`${query.to}T23:59:59.999+08:00`, 'timestamptz')}`);
  }
  // Written as in the index definition, so that the index is used.
  const due = orders.due.by;
  if (query.dueFrom !== undefined) conditions.push(`${due} >= ${parameters.put(query.dueFrom, 'date')}`);
  if (query.dueBefore !== undefined) conditions.push(`${due} < ${parameters.put(query.dueBefore, 'date')}`);
  if (query.late === true) {
    conditions.push("c.status = 'active'", `${due} < ${parameters.put(today, 'date')}`, `not ${isProvisional}`);
  } else if (query.late === false) {
    conditions.push(`(c.status = 'done' or ${due} >= ${parameters.put(today, 'date')} or ${isProvisional})`);
  }
  if (query.mine === 'submitted') equals('c.created_by', viewer.id);
  if (query.mine === 'handled') {
    conditions.push(
      `exists (select from history acted where acted.case_id = c.id and acted.actor_id = ${parameters.put(viewer.id)})`,
    );
  }
  if (query.holder !== undefined) {
    conditions.push(
      `exists (select from task t where t.case_id = c.id and t.status = 'open' and t.holder = ${parameters.put(query.holder)})`,
    );
  }
  if (query.concludedIn !== undefined) {
    conditions.push(
      `(select min(f.year) from fact f where f.case_id = c.id and f.kind = 'concluded') = ${parameters.put(query.concludedIn, 'int')}`,
    );
  }
  return conditions;
}

function shown(found: string, order: Order, rows: string): string {
  return `select c.id, c.org_id as "orgId", c.org_path as "orgPath", c.category, c.title, c.state, c.stage, c.status, c.version,
       c.stored -> 'context' -> 'fields' ->> 'submittingUnit' as "submittingUnit",
       c.due_on::text as "dueOn", ${isProvisional} as provisional,
       c.created_at as "createdAt", c.updated_at as "updatedAt",
       (select json_agg(json_build_object('id', t.holder, 'name', p.name, 'role', t.role, 'task', t.label)
                        order by t.opened_at, t.id)
          from task t left join person p on p.id = t.holder where t.case_id = c.id and t.status = 'open') as holders
  from (select c.* from (${found}) c ${orderBy({ by: 'c.sorted_by', direction: order.direction }, 'c.id')} limit ${rows}) c
 ${orderBy({ by: 'c.sorted_by', direction: order.direction }, 'c.id')}`;
}
