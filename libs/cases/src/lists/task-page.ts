/**
 * The statements of a person's queue: tasks held by the person and by those for whom they stand in, and tasks open to
 * their roles.
 *
 * The list of each holder and of each role is read by the index of the sort, at most as many rows as the page has, and
 * merged.
 */
import type { CivilDate } from '@lawgate/calendar';
import type { TaskQuery } from '@lawgate/contracts';
import { containing } from '@lawgate/database';
import { after, dueKey, orderBy, Parameters, type ListStatement, type Order } from './list-statement.ts';

export interface Queue {
  readonly orgPath: string;
  /** Ids of the person and of those for whom they stand in today. */
  readonly holders: readonly string[];
  readonly roles: readonly string[];
}

export interface TaskPageRow {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly role: string;
  readonly holder: string | null;
  readonly dueOn: CivilDate | null;
  readonly provisional: boolean;
  readonly openedAt: Date;
  readonly caseId: string;
  readonly title: string;
  readonly category: string;
  readonly submittingUnit: string | null;
  readonly stage: string;
  readonly version: number;
}

const orders = {
  due: { by: dueKey('t'), direction: 'asc', type: 'date' },
  opened: { by: 't.opened_at', direction: 'asc', type: 'timestamptz' },
} as const satisfies Record<TaskQuery['sort'], Order>;

const isLate = (today: string): string => `(${dueKey('t')} < ${today} and not t.provisional)`;

/** @throws ProblemError 422 `request.cursor-invalid` */
export function taskPageStatement(queue: Queue, query: TaskQuery, today: CivilDate): ListStatement {
  const parameters = new Parameters();
  const order: Order = orders[query.sort];
  const conditions = ["t.status = 'open'", `t.org_path = ${parameters.put(queue.orgPath)}`];
  const ofCase = ['c.id = t.case_id'];
  if (query.category !== undefined) ofCase.push(`c.category = ${parameters.put(query.category)}`);
  if (query.key !== undefined) conditions.push(`t.key = ${parameters.put(query.key)}`);
  if (query.q !== undefined) ofCase.push(`c.title ilike ${parameters.put(containing(query.q))}`);
  if (query.late !== undefined) {
    conditions.push(`${query.late ? '' : 'not '}${isLate(parameters.put(today, 'date'))}`);
  }
  if (query.cursor !== undefined) conditions.push(after(order, 't.id', query.cursor, parameters));
  const rows = parameters.put(query.limit + 1, 'int');
  // Tasks are read in their order and the case of each is looked up: OFFSET keeps the planner from reading both whole.
  const list = (of: string): string => `(
    select t.*, c.* from (
        select t.id, t.case_id, t.key, t.label, t.role, t.holder, t.due_on, t.provisional, t.opened_at, ${order.by} as sorted_by
          from task t where ${[of, ...conditions].join(' and ')}
         ${orderBy(order, 't.id')}) t
      cross join lateral (
        select c.title, c.category, c.stage, c.version, c.stored from review_case c where ${ofCase.join(' and ')} offset 0) c
     ${orderBy({ by: 't.sorted_by', direction: order.direction }, 't.id')} limit ${rows}) t`;
  const sorted = orderBy({ by: 't.sorted_by', direction: order.direction }, 't.id');
  const text = `select t.id, t.key, t.label, t.role, t.holder, t.due_on::text as "dueOn", t.provisional,
       t.opened_at as "openedAt", t.case_id as "caseId", t.title, t.category, t.stage, t.version,
       t.stored -> 'context' -> 'fields' ->> 'submittingUnit' as "submittingUnit"
  from (select t.* from (
          select t.* from unnest(${parameters.put(queue.holders, 'uuid[]')}) h cross join lateral ${list('t.holder = h')}
          union all
          select t.* from unnest(${parameters.put(queue.roles, 'text[]')}) r cross join lateral ${list('t.holder is null and t.role = r')}
        ) t ${sorted} limit ${rows}) t
 ${sorted}`;
  return { text, values: parameters.values, inOrder: true };
}

/** The cursor of the page that follows `row`. */
export function cursorOf(query: Pick<TaskQuery, 'sort'>, row: TaskPageRow): [string, string] {
  return [query.sort === 'due' ? (row.dueOn ?? 'infinity') : row.openedAt.toISOString(), row.id];
}

export interface TaskCountRow {
  readonly category: string;
  readonly key: string;
  readonly label: string;
  readonly open: number;
  readonly late: number;
  readonly dueToday: number;
}

/**
 * The whole queue counted by category and key.
 *   $1 text path of the organisation, $2 uuid[] holders, $3 text[] roles, $4 date today
 */
export const taskCountStatement = {
  name: 'task-counts',
  text: `select c.category, t.key, min(t.label) as label, count(*)::int as open,
       count(*) filter (where ${isLate('$4::date')})::int as late,
       count(*) filter (where t.due_on = $4::date)::int as "dueToday"
  from task t join review_case c on c.id = t.case_id
 where t.status = 'open' and t.org_path = $1
   and (t.holder = any($2::uuid[]) or (t.holder is null and t.role = any($3::text[])))
 group by c.category, t.key
 order by c.category, t.key`,
};
